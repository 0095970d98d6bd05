//! The roles of shapes. The style sheet gives each role its colour, in light, dark, print and forced colours.

use plotters::style::{RGBColor, ShapeStyle};

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $class:literal,)*) => {
        /// A role; its class name is in the SVG.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Role {
            $($(#[$doc])* $role,)*
        }

        impl Role {
            const ALL: &'static [Self] = &[$(Self::$role,)*];

            /// The class name.
            pub fn class(self) -> &'static str {
                match self {
                    $(Self::$role => $class,)*
                }
            }
        }
    };
}

roles! {
    /// A line across the picture at a tick.
    Grid = "grid",
    /// The base line of lengths.
    Base = "base",
    /// A certain length.
    Solid = "solid",
    /// An uncertain length.
    Soft = "soft",
    /// An end that is certain.
    Edge = "edge",
    /// The rest of a whole beside its part.
    Rest = "rest",
    /// A word in place of a number.
    Band = "band",
    /// An article that reports the same value.
    Given = "given",
    /// A mark that differs from its neighbours.
    Other = "other",
    /// The glyph of a basis.
    Glyph = "glyph",
    /// A figure between its speaker and an article.
    Flow = "flow",
    /// Figures between an article and one that repeats it.
    Carry = "carry",
    /// The sign of a figure in one article alone.
    Alone = "alone",
    /// A country.
    Land = "land",
    /// A city or province, which is somewhere in this disc.
    Spot = "spot",
    /// The line of time.
    Rail = "rail",
    /// The broken line of time.
    Gap = "gap",
    /// A line between rows.
    Rule = "rule",
    /// Text: a value.
    Value = "value",
    /// Text: a single value in large letters.
    Large = "large",
    /// Text: the label of a value.
    Label = "label",
    /// Text: ticks and other small print.
    Small = "small",
}

impl Role {
    /// The role as a colour, which is what plotters passes through to its backend.
    fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The role of a colour.
    pub(crate) fn of(rgb: (u8, u8, u8)) -> Self {
        Self::ALL.get(usize::from(rgb.2)).copied().unwrap_or(Self::Solid)
    }

    /// A filled shape of this role.
    pub(crate) fn fill(self) -> ShapeStyle {
        ShapeStyle { color: self.colour().into(), filled: true, stroke_width: 0 }
    }

    /// A line or outline of this role, 1 pixel wide unless the style sheet says otherwise.
    pub(crate) fn stroke(self) -> ShapeStyle {
        ShapeStyle { color: self.colour().into(), filled: false, stroke_width: 10 }
    }
}
