//! The unit of a figure.

use crate::declared::Declared;
use crate::json::{self, Node};
use crate::problem::Report;

/// A unit, read from its word in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money, by its ISO 4217 code, such as `USD`.
    Money(String),
    /// Hundredths, `percent`.
    Percent,
    /// Parts of one: 0.5 is a half.
    Fraction,
    /// A level of a scale, such as `tier`: it has an order and no size.
    Level(String),
    /// A duration: `years`, `months`, `weeks`, `days`, `hours` or `minutes`.
    Time(String),
    /// A rate or a mean: `people per location`, `per 100,000`.
    Rate(String),
    /// A common unit of measurement: one of [`MEASURES`].
    Measure(&'static str),
    /// A unit that the file declares.
    Declared(Box<Declared>),
    /// A count of things, by their plural: `people`, `compounds`.
    Count(String),
}

/// The units of durations.
pub const TIMES: [&str; 6] = ["years", "months", "weeks", "days", "hours", "minutes"];

/// The common units of measurement. Numbers in them may have decimals and be below zero.
pub const MEASURES: [&str; 37] = [
    "percentage points",
    "points",
    "kg",
    "g",
    "mg",
    "tonnes",
    "km",
    "m",
    "cm",
    "mm",
    "km²",
    "m²",
    "ha",
    "hectares",
    "acres",
    "litres",
    "ml",
    "m³",
    "µg/dL",
    "µg/m³",
    "mg/L",
    "mg/kg",
    "°C",
    "°F",
    "degrees",
    "degrees Celsius",
    "degrees Fahrenheit",
    "kWh",
    "MWh",
    "GWh",
    "MW",
    "GW",
    "kilometres",
    "kilograms",
    "metres",
    "miles",
    "square kilometres",
];

impl Unit {
    /// The word in the file.
    pub fn key(&self) -> &str {
        match self {
            Self::Percent => "percent",
            Self::Fraction => "fraction",
            Self::Measure(word) => word,
            Self::Declared(unit) => &unit.id,
            Self::Level(word) | Self::Money(word) | Self::Time(word) | Self::Rate(word) | Self::Count(word) => word,
        }
    }

    /// Whether its numbers must be whole.
    pub fn is_counted(&self) -> bool {
        match self {
            Self::Declared(unit) => !unit.measured,
            unit => matches!(unit, Self::Count(_)),
        }
    }

    /// Whether its numbers can be below zero, such as a change, a difference or a temperature.
    pub fn reaches_below_zero(&self) -> bool {
        match self {
            Self::Money(_) | Self::Percent | Self::Rate(_) | Self::Measure(_) => true,
            Self::Declared(unit) => unit.measured,
            Self::Fraction | Self::Level(_) | Self::Time(_) | Self::Count(_) => false,
        }
    }

    /// Reads a unit, which the file may declare.
    pub(crate) fn read(node: &Node<'_>, declared: &[Declared], report: &mut Report<'_>) -> Option<Self> {
        let word = json::words(node, report)?;
        if let Some(unit) = declared.iter().find(|unit| unit.id == word) {
            return Some(Self::Declared(Box::new(unit.clone())));
        }
        if let Some(measure) = MEASURES.into_iter().find(|measure| *measure == word) {
            return Some(Self::Measure(measure));
        }
        if let Some(meant) = misspelt(&word) {
            report.at(node, format!("the unit \"{word}\" would mean a count of things; did you mean \"{meant}\"?"));
        }
        Some(match word.as_str() {
            "percent" => Self::Percent,
            "fraction" => Self::Fraction,
            "tier" | "level" | "rank" => Self::Level(word),
            time if TIMES.contains(&time) => Self::Time(word),
            code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => Self::Money(word),
            rate if rate.contains(" per ") || rate.starts_with("per ") => Self::Rate(word),
            _ => Self::Count(word),
        })
    }
}

/// Common other spellings of units that are not counts.
const OTHER_WORDS: [(&str, &str); 44] = [
    ("percentage point", "percentage points"),
    ("percent points", "percentage points"),
    ("pp", "percentage points"),
    ("ppt", "percentage points"),
    ("point", "points"),
    ("week", "weeks"),
    ("minute", "minutes"),
    ("kgs", "kg"),
    ("kilogrammes", "kilograms"),
    ("tonne", "tonnes"),
    ("metric tons", "tonnes"),
    ("kms", "km"),
    ("kilometers", "kilometres"),
    ("meters", "metres"),
    ("km2", "km²"),
    ("sq km", "km²"),
    ("square kilometers", "square kilometres"),
    ("m2", "m²"),
    ("m3", "m³"),
    ("hectare", "hectares"),
    ("liters", "litres"),
    ("ug/dl", "µg/dL"),
    ("celsius", "°C"),
    ("fahrenheit", "°F"),
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

/// The unit that was probably meant by a word that is another spelling of one, or nearly one.
fn misspelt(word: &str) -> Option<&'static str> {
    let small = word.to_ascii_lowercase();
    let known = ["percent", "fraction", "years", "months", "days", "hours", "tier", "level", "rank"];
    if known.contains(&word) || TIMES.contains(&word) || word == "USD" || word == "EUR" {
        return None;
    }
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == small).map(|(_, unit)| *unit);
    let slip = |unit: &&str| {
        // One other letter in a short word can make another word: tours, bears, ties. Swapped letters do not.
        let swapped = unit.len() == small.len() && unit.chars().all(|letter| small.contains(letter));
        match strsim::osa_distance(unit, &small) {
            0 => true,
            1 => unit.len() >= 7 || swapped,
            _ => false,
        }
    };
    other.or_else(|| known.into_iter().find(slip))
}
