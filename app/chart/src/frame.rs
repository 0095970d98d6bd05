//! The two widths a chart is laid out for.

/// A width to lay out for. Between the two, the picture is scaled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A column of text or more: 640 pixels.
    Wide,
    /// A phone of 320 pixels less its margins: 288 pixels.
    Narrow,
}

impl Frame {
    /// Both, the wide one first.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// Its name in class names and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }

    /// Its width in tenths of a pixel.
    pub fn width(self) -> i32 {
        match self {
            Self::Wide => 6400,
            Self::Narrow => 2880,
        }
    }
}
