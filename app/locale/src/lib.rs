//! Words and numerals: how each language writes the numbers, dates and sentences of the page.
//!
//! A language is one variant of [`Language`] and one file. Everything that is said goes through an
//! exhaustive `match` there, so the compiler lists what a new language still lacks.

pub use message::Message;
pub use offer::Offer;
pub use phrase::Phrase;

mod english;
mod message;
mod offer;
mod phrase;

use model::{Basis, Dashboard, Date, Figure, Name, Operation, Source, Status, Unit, Value};

/// A language the page can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, as the data has it in every text.
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

    /// What it calls itself.
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

    /// A sentence or word of the page's own.
    pub fn say(self, message: Message<'_>) -> String {
        match self {
            Self::English => english::say(message),
        }
    }

    /// A sentence or word on a page for those who put figures into pages of their own.
    pub fn offer(self, offer: Offer<'_>) -> String {
        match self {
            Self::English => english::offer(offer),
        }
    }

    /// A value as it is printed, no more exact than it was reported.
    pub fn value(self, value: &Value, unit: &Unit) -> Phrase {
        match self {
            Self::English => english::value(value, unit),
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

    /// What joins the operands of a formula.
    pub fn operation(self, operation: Operation) -> String {
        self.say(match operation {
            Operation::Ratio => Message::Divided,
            Operation::Sum => Message::Added,
            Operation::Difference => Message::Subtracted,
        })
    }

    /// What a reader must be told of a figure that no longer stands as it did; nothing of one that does.
    pub fn standing(self, dashboard: &Dashboard, figure: &Figure) -> Option<String> {
        match &figure.status {
            Status::Current => None,
            Status::Disputed => Some(self.say(Message::Disputed)),
            Status::Withdrawn => Some(self.say(Message::Withdrawn)),
            Status::Superseded(by) => {
                let by = dashboard.figure(by).map_or(by.as_str(), |figure| figure.name().in_language(self.tag()));
                Some(self.say(Message::Superseded { by }))
            }
        }
    }

    /// That a figure was corrected, and when last; nothing of one that never was.
    pub fn corrected(self, dashboard: &Dashboard, figure: &Figure) -> Option<String> {
        let date = self.date(&dashboard.last_correction(&figure.id)?.date);
        Some(self.say(Message::Corrected { date: &date }))
    }

    /// How many articles report something, and how many of them on their own.
    pub fn reports<'a>(self, dashboard: &Dashboard, articles: impl ExactSizeIterator<Item = &'a str>) -> String {
        let count = articles.len();
        if count == 1 {
            return self.say(Message::FromOneArticle);
        }
        let origins = dashboard.origins(articles);
        let origin = origins.first().map_or("", |source| source.short_name());
        self.say(Message::FromArticles { articles: count, origins: origins.len(), origin })
    }

    /// An article in one line: authors, title, outlet and date, as far as they are known.
    pub fn article(self, source: &Source) -> String {
        let name = |name: &Name| match &name.given {
            Some(given) => format!("{given} {}", name.family),
            None => name.family.clone(),
        };
        let mut parts: Vec<String> = source.authors.iter().map(name).collect();
        parts.push(match &source.title {
            Some(title) => format!("“{title}”"),
            None => self.say(Message::Untitled),
        });
        parts.extend(source.outlet.clone());
        parts.push(source.issued.map_or_else(|| self.say(Message::Undated), |day| self.date(&Date::Day(day))));
        parts.join(", ")
    }

    /// The outlet and the day of an article.
    pub fn outlet(self, source: &Source) -> String {
        let date = source.issued.map_or_else(|| self.say(Message::Undated), |day| self.date(&Date::Day(day)));
        format!("{}, {date}", source.short_name())
    }

    /// How a figure is known, in a word or two.
    pub fn basis(self, basis: Basis) -> &'static str {
        match self {
            Self::English => english::basis(basis),
        }
    }
}
