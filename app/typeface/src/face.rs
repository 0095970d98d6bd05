//! The three base faces, which letter most text in pictures.

use crate::font::Font;

/// A face that pictures can be lettered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Liberation Sans.
    Sans,
    /// Liberation Sans Bold.
    SansBold,
    /// Liberation Serif Bold.
    SerifBold,
}

static SANS: Font = Font::plain(include_bytes!("../fonts/LiberationSans-Regular.ttf"));
static SANS_BOLD: Font = Font::plain(include_bytes!("../fonts/LiberationSans-Bold.ttf"));
static SERIF_BOLD: Font = Font::plain(include_bytes!("../fonts/LiberationSerif-Bold.ttf"));

impl Face {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sans, Self::SansBold, Self::SerifBold];

    /// Its `font-family` in a style sheet.
    pub fn family(self) -> &'static str {
        match self {
            Self::Sans | Self::SansBold => "Liberation Sans",
            Self::SerifBold => "Liberation Serif",
        }
    }

    /// Its `font-weight` in a style sheet.
    pub fn weight(self) -> u16 {
        match self {
            Self::Sans => 400,
            Self::SansBold | Self::SerifBold => 700,
        }
    }

    /// The face for a list of font families and a weight: the first family that is a base face decides.
    pub fn of<'f>(families: impl IntoIterator<Item = &'f str>, weight: u16) -> Self {
        let serif = families.into_iter().find_map(|family| match family {
            "Liberation Serif" => Some(true),
            "Liberation Sans" => Some(false),
            _ => None,
        });
        match (serif, weight) {
            (Some(true), _) => Self::SerifBold,
            (_, 600..) => Self::SansBold,
            _ => Self::Sans,
        }
    }

    /// The font of the face itself, without its fallback fonts.
    pub fn font(self) -> &'static Font {
        match self {
            Self::Sans => &SANS,
            Self::SansBold => &SANS_BOLD,
            Self::SerifBold => &SERIF_BOLD,
        }
    }

    pub(crate) fn is_bold(self) -> bool {
        self != Self::Sans
    }
}
