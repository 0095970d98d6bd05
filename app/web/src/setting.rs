//! Where a part of the dashboard stands, and so where its links lead.

/// Where a part stands.
#[derive(Clone, Copy, Debug)]
pub enum Setting<'a> {
    /// On the page.
    Page {
        /// Whether the files beside the page say the same as it, so that figures and charts lead to theirs.
        files: bool,
    },
    /// In a frame that somebody put into a page of theirs.
    Frame {
        /// The address of the page, seen from the frame.
        page: &'a str,
        /// Whether it stands there by itself, and not with everything else.
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

    /// Whether it stands in a frame by itself.
    pub(crate) fn is_alone(self) -> bool {
        matches!(self, Self::Frame { alone: true, .. })
    }

    /// The level of a heading that has this one on the page.
    pub(crate) fn level(self) -> Option<&'static str> {
        self.is_alone().then_some("2")
    }
}
