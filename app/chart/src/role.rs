//! What a shape is there for. The style sheet gives each role its colour, in light, dark, print and forced colours.

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
    /// The line a length begins at.
    Base = "base",
    /// What is known to be there.
    Solid = "solid",
    /// What may or may not be there.
    Soft = "soft",
    /// An end that is certain.
    Edge = "edge",
    /// The part of a whole that is not the part.
    Rest = "rest",
    /// A word in place of a number.
    Band = "band",
    /// An article that reports a value as given.
    Given = "given",
    /// A mark that differs from its neighbours.
    Other = "other",
    /// A glyph that says who stands behind a number.
    Glyph = "glyph",
    /// A figure on its way from who says it to an article.
    Flow = "flow",
    /// Figures on their way from an article to one that repeats it.
    Carry = "carry",
    /// The sign of a figure that stands in one article alone.
    Alone = "alone",
    /// The thread of time.
    Rail = "rail",
    /// The thread of time where it is shortened.
    Gap = "gap",
    /// A line between rows.
    Rule = "rule",
    /// Text: a value.
    Value = "value",
    /// Text: a value that stands for itself, in large letters.
    Large = "large",
    /// Text: what the value is of.
    Label = "label",
    /// Text: ticks and other small print.
    Small = "small",
}

impl Role {
    /// The role as a colour, the only thing that plotters carries through to its backend.
    fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    /// The role that a colour stands for.
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
