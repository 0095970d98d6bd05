//! What a chart is laid out for: the two widths of the page, and boxes on pictures that leave it.

/// What to lay out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A column of text or more: 640 pixels. Between this and the next one the picture is scaled.
    Wide,
    /// A phone of 320 pixels less its margins: 288 pixels.
    Narrow,
    /// A box on a slide or a card, laid out like the wide frame.
    Boxed {
        /// Its width in tenths of a pixel, at least 4,000.
        width: i32,
        /// The height that is free, in tenths of a pixel. A chart whose rows have a height of their own may be higher; one that can
        /// be of any height fills it.
        height: i32,
    },
}

impl Frame {
    /// Those of the page, the wide one first.
    pub const PAGE: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Its name in class names and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
            Self::Boxed { .. } => "boxed",
        }
    }

    /// Its width in tenths of a pixel.
    pub fn width(self) -> i32 {
        match self {
            Self::Wide => 6400,
            Self::Narrow => 2880,
            Self::Boxed { width, .. } => width,
        }
    }

    /// Whether there is no room for names beside what they name.
    pub fn is_narrow(self) -> bool {
        self == Self::Narrow
    }
}
