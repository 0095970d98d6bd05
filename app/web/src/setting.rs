//! The place of a part of the dashboard: it decides where its links lead.

/// The place of a part.
#[derive(Clone, Copy, Debug)]
pub enum Setting<'a> {
    /// On the page.
    Page {
        /// Whether the files beside the page belong to the data shown, so that figures and charts link to theirs.
        files: bool,
    },
    /// In a frame of another site.
    Frame {
        /// The address of the page, relative to the frame.
        page: &'a str,
        /// Whether it is alone there, not with all other parts.
        alone: bool,
    },
}

impl Setting<'_> {
    /// Whether parts lead to files of their own.
    pub(crate) fn has_files(self) -> bool {
        matches!(self, Self::Page { files: true })
    }

    /// Whether it is in a frame.
    pub(crate) fn is_frame(self) -> bool {
        matches!(self, Self::Frame { .. })
    }

    /// The address of a place of the page, by its `id`.
    pub(crate) fn address(self, anchor: &str) -> String {
        match self {
            Self::Frame { page, alone: true } => format!("{page}#{anchor}"),
            _ => format!("#{anchor}"),
        }
    }

    /// Whether it is alone in a frame.
    pub(crate) fn is_alone(self) -> bool {
        matches!(self, Self::Frame { alone: true, .. })
    }

    /// The level of a heading that has this level on the page.
    pub(crate) fn level(self) -> Option<&'static str> {
        self.is_alone().then_some("2")
    }
}
