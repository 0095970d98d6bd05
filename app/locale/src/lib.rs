//! Words and numerals: the numbers, dates and sentences of the page in each language.
//!
//! A language is one variant of [`Language`] and one file with an exhaustive `match`, so the compiler lists the sentences that a
//! new language lacks.

pub use direction::{Isolated, isolated, needs_isolation};
pub use message::Message;
pub use news::News;
pub use offer::{Offer, System};
pub use phrase::Phrase;

pub mod direction;
mod english;
mod message;
mod news;
mod offer;
mod phrase;

use model::{Basis, Date, Day, Issued, Operation, Unit, Value};

/// A value as it is printed, no more exact than it was reported.
///
/// It is not a method of [`Language`], which other crates can use: only `statement` imports this crate, and it prints no value
/// of a figure without its status.
pub fn phrase(language: Language, value: &Value, unit: &Unit) -> Phrase {
    match language {
        Language::English => english::value(value, unit),
    }
}

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, in which every text of the data is given.
    #[default]
    English,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::English];

    /// The language of a BCP 47 tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
        }
    }

    /// The BCP 47 tag, which is also the key of its texts in the data.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The direction of its letters, as in the attribute `dir` of HTML.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
        }
    }

    /// A sentence or word of the page itself. Texts of the data in it are isolated: see [`direction`].
    pub fn say(self, message: Message<'_>) -> String {
        match self {
            Self::English => english::say(message),
        }
    }

    /// A sentence or word on the pages for embedding.
    pub fn offer(self, offer: Offer<'_>) -> String {
        match self {
            Self::English => english::offer(offer),
        }
    }

    /// A sentence or word about what changed between editions.
    pub fn news(self, news: News<'_>) -> String {
        match self {
            Self::English => english::news(news),
        }
    }

    /// A number alone, in its unit, as on an axis.
    pub fn number(self, number: f64, unit: &Unit) -> String {
        match self {
            Self::English => english::number(number, unit),
        }
    }

    /// A date, as precise as it is known.
    pub fn date(self, date: &Date) -> String {
        match self {
            Self::English => english::date(date),
        }
    }

    /// A day, month or year at a tick of an axis of time; `whole` where the ticks before it do not say the rest.
    pub fn tick(self, day: &Day, whole: bool) -> String {
        match self {
            Self::English => english::tick(day, whole),
        }
    }

    /// When an article was published, as precisely as is known.
    pub fn issued(self, issued: &Issued) -> String {
        match self {
            Self::English => english::issued(issued),
        }
    }

    /// What joins the operands of a formula.
    pub fn operation(self, operation: Operation) -> String {
        self.say(match operation {
            Operation::Ratio => Message::Divided,
            Operation::Sum => Message::Added,
            Operation::Difference => Message::Subtracted,
        })
    }

    /// Words at the beginning of a line: with a capital, in languages that have capitals.
    pub fn begin(self, words: String) -> String {
        match self {
            Self::English => english::capital(words),
        }
    }

    /// How a figure is known, in a word or two.
    pub fn basis(self, basis: Basis) -> &'static str {
        match self {
            Self::English => english::basis(basis),
        }
    }
}
