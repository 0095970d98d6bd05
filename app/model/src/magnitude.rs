//! Words such as "thousands" in place of a number.

/// A plural in place of a number that was not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Magnitude {
    /// "dozens"
    Dozens,
    /// "hundreds"
    Hundreds,
    /// "thousands"
    Thousands,
    /// "tens of thousands"
    TensOfThousands,
    /// "hundreds of thousands"
    HundredsOfThousands,
    /// "millions"
    Millions,
    /// "billions"
    Billions,
}

impl Magnitude {
    /// All of them, smallest first.
    pub const ALL: [Self; 7] = [
        Self::Dozens,
        Self::Hundreds,
        Self::Thousands,
        Self::TensOfThousands,
        Self::HundredsOfThousands,
        Self::Millions,
        Self::Billions,
    ];

    /// The word in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dozens => "dozens",
            Self::Hundreds => "hundreds",
            Self::Thousands => "thousands",
            Self::TensOfThousands => "tens of thousands",
            Self::HundredsOfThousands => "hundreds of thousands",
            Self::Millions => "millions",
            Self::Billions => "billions",
        }
    }

    /// The range in which it is drawn: from the word's own number to that of the next word. This is a convention for charts,
    /// which draw both ends open; the range is never printed as numbers.
    pub fn band(self) -> (f64, f64) {
        match self {
            Self::Dozens => (12.0, 100.0),
            Self::Hundreds => (100.0, 1e3),
            Self::Thousands => (1e3, 1e4),
            Self::TensOfThousands => (1e4, 1e5),
            Self::HundredsOfThousands => (1e5, 1e6),
            Self::Millions => (1e6, 1e9),
            Self::Billions => (1e9, 1e12),
        }
    }
}
