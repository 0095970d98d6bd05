//! The frames that a chart is laid out for: the two widths of the page, and boxes on pictures.

/// A frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A text column or more: 640 pixels. Between this width and the next the picture is scaled.
    Wide,
    /// A phone of 320 pixels less its margins: 288 pixels.
    Narrow,
    /// A box on a slide or a card, laid out like the wide frame.
    Boxed {
        /// Its width in tenths of a pixel, at least 4,000.
        width: i32,
        /// The free height, in tenths of a pixel. A chart with rows of fixed height may be higher; others fill it.
        height: i32,
    },
}

impl Frame {
    /// The frames of the page, the wide one first.
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

    /// Whether names have no room beside their marks.
    pub fn is_narrow(self) -> bool {
        self == Self::Narrow
    }
}
