//! The value of a generated figure, in the form of the data and in the words of an article.

use crate::choice::Choice;

/// A number with at most one decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) whole: u64,
    pub(crate) tenth: Option<u64>,
}

/// A number with its qualifier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    Exactly(Number),
    About(Number),
    AtLeast(Number),
    MoreThan(Number),
    AtMost(Number),
    Between(Number, Number),
    /// The word with this index in [`MAGNITUDES`].
    Magnitude(usize),
    /// The fraction with this index in [`PARTS`].
    Part(usize),
}

const MAGNITUDES: [&str; 5] = ["dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands"];

const PARTS: [(&str, &str); 4] =
    [("0.5", "half"), ("0.25", "a quarter"), ("0.2", "a fifth"), ("0.75", "three quarters")];

impl Number {
    pub(crate) fn of(whole: u64) -> Self {
        Self { whole, tenth: None }
    }

    /// The number in the data. `scale` is the factor of a word such as *million* in the article: 1 or 1,000,000.
    fn written(self, scale: u64) -> String {
        match (self.tenth.filter(|tenth| *tenth > 0), scale) {
            (None, _) => (self.whole * scale).to_string(),
            (Some(tenth), 1) => format!("{}.{tenth}", self.whole),
            (Some(tenth), _) => (self.whole * scale + tenth * (scale / 10)).to_string(),
        }
    }

    /// The number in an article, in groups of three digits.
    fn said(self) -> String {
        let digits = self.whole.to_string();
        let mut said = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                said.push(',');
            }
            said.push(digit);
        }
        match self.tenth.filter(|tenth| *tenth > 0) {
            Some(tenth) => format!("{said}.{tenth}"),
            None => said,
        }
    }

    fn next(self) -> Self {
        Self { whole: self.whole + 1, ..self }
    }
}

impl Amount {
    /// A word for a magnitude, chosen from the list.
    pub(crate) fn magnitude(choice: Choice, purpose: u64) -> Self {
        Self::Magnitude(choice.below(MAGNITUDES.len() as u64, purpose) as usize)
    }

    /// A fraction, chosen from the list.
    pub(crate) fn part(choice: Choice, purpose: u64) -> Self {
        Self::Part(choice.below(PARTS.len() as u64, purpose) as usize)
    }

    /// The value in the data.
    pub(crate) fn value(self, scale: u64) -> String {
        let keyed = |key: &str, number: Number| format!("{{ \"{key}\": {} }}", number.written(scale));
        match self {
            Self::Exactly(number) => keyed("exactly", number),
            Self::About(number) => keyed("about", number),
            Self::AtLeast(number) => keyed("at_least", number),
            Self::MoreThan(number) => keyed("more_than", number),
            Self::AtMost(number) => keyed("at_most", number),
            Self::Between(low, high) => {
                format!("{{ \"between\": [{}, {}] }}", low.written(scale), high.written(scale))
            }
            Self::Magnitude(word) => {
                format!("{{ \"magnitude\": \"{}\" }}", MAGNITUDES.get(word).copied().unwrap_or("thousands"))
            }
            Self::Part(part) => format!("{{ \"exactly\": {} }}", PARTS.get(part).map_or("0.5", |part| part.0)),
        }
    }

    /// The words of an article, with a sign before each number and words after the last one: `more than $1.2 million`.
    pub(crate) fn said(self, sign: &str, behind: &str) -> String {
        let signed = |number: Number| format!("{sign}{}", number.said());
        let words = match self {
            Self::Exactly(number) => signed(number),
            Self::About(number) => format!("about {}", signed(number)),
            Self::AtLeast(number) => format!("at least {}", signed(number)),
            Self::MoreThan(number) => format!("more than {}", signed(number)),
            Self::AtMost(number) => format!("at most {}", signed(number)),
            Self::Between(low, high) => format!("between {} and {}", signed(low), signed(high)),
            Self::Magnitude(word) => format!("{} of", MAGNITUDES.get(word).copied().unwrap_or("thousands")),
            Self::Part(part) => PARTS.get(part).map_or("half", |part| part.1).to_owned(),
        };
        if behind.is_empty() { words } else { format!("{words} {behind}") }
    }

    /// A different amount with the same qualifier.
    pub(crate) fn mistaken(self) -> Self {
        match self {
            Self::Exactly(number) => Self::Exactly(number.next()),
            Self::About(number) => Self::About(number.next()),
            Self::AtLeast(number) => Self::AtLeast(number.next()),
            Self::MoreThan(number) => Self::MoreThan(number.next()),
            Self::AtMost(number) => Self::AtMost(number.next()),
            Self::Between(low, high) => Self::Between(low, high.next()),
            Self::Magnitude(word) => Self::Magnitude((word + 1) % MAGNITUDES.len()),
            Self::Part(part) => Self::Part((part + 1) % PARTS.len()),
        }
    }
}
