//! What a figure counts or measures.

use crate::json::{self, Node};
use crate::problem::Report;

/// A unit as the file writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money, by its ISO 4217 code, such as `USD`.
    Money(String),
    /// Hundredths, `percent`.
    Percent,
    /// Parts of one: 0.5 is a half.
    Fraction,
    /// A step on somebody's scale, such as `tier`: it has an order and no size.
    Level(String),
    /// A time that passes: `years`, `months`, `days` or `hours`.
    Time(String),
    /// A ratio of two of the above, or a mean: `people per location`.
    Rate(String),
    /// Things that are counted, by their plural: `people`, `compounds`.
    Count(String),
}

impl Unit {
    /// The word in the file.
    pub fn key(&self) -> &str {
        match self {
            Self::Percent => "percent",
            Self::Fraction => "fraction",
            Self::Level(word) | Self::Money(word) | Self::Time(word) | Self::Rate(word) | Self::Count(word) => word,
        }
    }

    /// Whether only whole numbers of it can be reported.
    pub fn is_counted(&self) -> bool {
        matches!(self, Self::Count(_))
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let word = json::words(node, report)?;
        if let Some(meant) = misspelt(&word) {
            report.at(node, format!("the unit \"{word}\" would be a thing that is counted; did you mean \"{meant}\"?"));
        }
        Some(match word.as_str() {
            "percent" => Self::Percent,
            "fraction" => Self::Fraction,
            "tier" | "level" | "rank" => Self::Level(word),
            "years" | "months" | "days" | "hours" => Self::Time(word),
            code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => Self::Money(word),
            rate if rate.contains(" per ") => Self::Rate(word),
            _ => Self::Count(word),
        })
    }
}

/// What people write for the units that are more than the name of a thing.
const OTHER_WORDS: [(&str, &str); 20] = [
    ("%", "percent"),
    ("per cent", "percent"),
    ("percentage", "percent"),
    ("percents", "percent"),
    ("pct", "percent"),
    ("fractions", "fraction"),
    ("year", "years"),
    ("month", "months"),
    ("day", "days"),
    ("hour", "hours"),
    ("$", "USD"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("us dollars", "USD"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
];

/// The unit that is meant by a word which is none of them and nearly one.
fn misspelt(word: &str) -> Option<&'static str> {
    let small = word.to_ascii_lowercase();
    let known = ["percent", "fraction", "years", "months", "days", "hours", "tier", "level", "rank"];
    if known.contains(&word) || word == "USD" || word == "EUR" {
        return None;
    }
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == small).map(|(_, unit)| *unit);
    let slip = |unit: &&str| {
        // Of short words another letter makes another word: tours, bears, ties. Swapped letters make none.
        let swapped = unit.len() == small.len() && unit.chars().all(|letter| small.contains(letter));
        match strsim::osa_distance(unit, &small) {
            0 => true,
            1 => unit.len() >= 7 || swapped,
            _ => false,
        }
    };
    other.or_else(|| known.into_iter().find(slip))
}
