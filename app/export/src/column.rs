//! The columns of the tables, each with its type and meaning. The CSV files and their description in the Data Package are both
//! written from this list.
//!
//! A cell with a single text of the data has it unchanged. In a cell that joins texts (a value with its unit, a note with
//! figures, a formula) right-to-left texts are isolated.

use model::{Bounds, Event, Figure, Location, Origin, Status, Value, number};
use statement::Backing;

use crate::csv::Cell;
use crate::exports::Exports;

/// A column of a CSV file.
pub(crate) struct Column {
    /// Its header.
    pub(crate) name: &'static str,
    /// Its content.
    pub(crate) content: Content,
    /// What it means.
    pub(crate) meaning: &'static str,
    pub(crate) fill: fn(&Row<'_>) -> Cell,
}

impl Column {
    /// Whether rows of figures and rows of events both have it, in a table of both.
    pub(crate) fn is_of_each(&self) -> bool {
        ["label", "place"].contains(&self.name) || ARTICLES.iter().any(|column| column.name == self.name)
    }
}

/// The content of a column.
pub(crate) enum Content {
    /// Words that are always there.
    Words,
    /// Words, where known.
    MaybeWords,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// One of these, where known.
    MaybeOneOf(&'static [&'static str]),
    /// A number, where there is one.
    Number,
    /// A whole number from 1.
    Ordinal,
    /// A date or stretch of time in EDTF (ISO 8601-2), where known.
    MaybeDate,
    /// An address on the web, where known.
    Address,
}

use Content::{Address, MaybeDate, MaybeOneOf, MaybeWords, Number, OneOf, Ordinal, Words};

/// How exact a value is: the words of the data file, and with *about* those that only computed values have.
const QUALIFIERS: &[&str] = &[
    "exactly",
    "about",
    "at_least",
    "about_at_least",
    "more_than",
    "about_more_than",
    "at_most",
    "about_at_most",
    "less_than",
    "about_less_than",
    "between",
    "about_between",
    "magnitude",
];

/// What a row is made from.
pub(crate) struct Row<'a> {
    pub(crate) exports: &'a Exports<'a>,
    pub(crate) figure: Option<&'a Figure>,
    pub(crate) event: Option<&'a Event>,
    /// The place that a passage names; then the row has neither.
    pub(crate) place: Option<&'a Location>,
    pub(crate) evidence: Backing<'a>,
}

impl Row<'_> {
    fn of_figure(&self, text: impl FnOnce(&Figure) -> Option<String>) -> Cell {
        Cell::maybe(self.figure.and_then(text))
    }

    /// What figures and events have, and places may have.
    fn of_any(
        &self,
        figure: impl FnOnce(&Figure) -> Option<String>,
        event: impl FnOnce(&Event) -> Option<String>,
        place: impl FnOnce(&Location) -> Option<String>,
    ) -> Cell {
        let found = self.figure.and_then(figure).or_else(|| self.event.and_then(event));
        Cell::maybe(found.or_else(|| self.place.and_then(place)))
    }

    fn of_event(&self, text: impl FnOnce(&Event) -> Option<String>) -> Cell {
        Cell::maybe(self.event.and_then(text))
    }
}

const fn column(name: &'static str, content: Content, meaning: &'static str, fill: fn(&Row<'_>) -> Cell) -> Column {
    Column { name, content, meaning, fill }
}

const PLACE: Column = column(
    "place",
    MaybeWords,
    "The names of its places with the precision of each, separated by semicolons.",
    |row| {
        row.of_any(
            |figure| row.exports.located(&figure.places),
            |event| row.exports.located(&event.places),
            |place| row.exports.located(std::slice::from_ref(&place.id)),
        )
    },
);

const FIGURES: &[Column] = &[
    column("figure", Words, "The id of the figure.", |row| row.of_figure(|figure| Some(figure.id.clone()))),
    column("label", Words, "What is counted or measured, as the phrase after the value.", |row| {
        row.of_any(
            |figure| Some(row.exports.text(&figure.label).into()),
            |event| Some(row.exports.text(&event.label).into()),
            |place| Some(row.exports.text(&place.name).into()),
        )
    }),
    column("value", Words, "The value as printed, with its qualifier and unit, no more exact than reported.", |row| {
        row.of_figure(|figure| Some(row.exports.stated(figure).into_parts().0.to_string()))
    }),
    column(
        "qualifier",
        OneOf(QUALIFIERS),
        "How exact the value is. A bound can be “about” too: about_at_least. A magnitude (“thousands”) has no number.",
        |row| row.of_figure(|figure| Some(qualifier(&figure.value).into())),
    ),
    column(
        "low",
        Number,
        "The lowest possible value, in the unit; empty if there is no lower bound. Use it with the qualifier: more_than excludes the number itself, about means that it is not exact.",
        |row| low(row.figure.map(|figure| figure.value)),
    ),
    column(
        "high",
        Number,
        "The highest possible value, in the unit; empty if there is no upper bound. less_than excludes the number itself.",
        |row| high(row.figure.map(|figure| figure.value)),
    ),
    column(
        "unit",
        Words,
        "The unit: a plural noun, an ISO 4217 currency, percent, fraction (of 1), a time, or a level.",
        |row| row.of_figure(|figure| Some(figure.unit.key().into())),
    ),
    column("as_of", MaybeDate, "The time that it applies to.", |row| {
        row.of_figure(|figure| Some(figure.as_of.as_ref()?.to_string()))
    }),
    column("since", MaybeDate, "For a total, the begin of its period, whose end is as_of.", |row| {
        row.of_figure(|figure| Some(figure.since.as_ref()?.to_string()))
    }),
    column(
        "measure",
        MaybeWords,
        "The id of the measure that it is a reading of. Only readings of one measure and one body, with one since, are parts of one series.",
        |row| row.of_figure(|figure| figure.measure.clone()),
    ),
    column("said_by", MaybeWords, "The speaker, in the words of the articles.", |row| {
        row.of_figure(|figure| Some(row.exports.text(figure.said_by.as_ref()?).into()))
    }),
    column("speaker", MaybeWords, "The id of the speaker; empty if the data does not declare one.", |row| {
        row.of_figure(|figure| figure.speaker.clone())
    }),
    column(
        "body",
        MaybeWords,
        "The id of the speaker on whose behalf the figure is stated, such as a government for its minister: the speaker itself, if it speaks for no other.",
        |row| row.of_figure(|figure| row.exports.dashboard.body(figure).map(str::to_owned)),
    ),
    PLACE,
    column("basis", MaybeOneOf(&["count", "estimate", "claim", "allegation", "law"]), "How it is known.", |row| {
        row.of_figure(|figure| Some(basis(figure.basis?).into()))
    }),
    column(
        "status",
        OneOf(&["current", "superseded", "disputed", "withdrawn"]),
        "The status. A computed figure has the worst status of its operands: withdrawn, superseded, disputed.",
        |row| row.of_figure(|figure| Some(status(row.exports, figure).into())),
    ),
    column("superseded_by", MaybeWords, "The id of the figure that replaced it.", |row| {
        row.of_figure(|figure| match &figure.status {
            Status::Superseded(by) => Some(by.clone()),
            _ => None,
        })
    }),
    column("note", MaybeWords, "Context that a reader needs.", |row| {
        row.of_any(
            |figure| Some(row.exports.sentence(figure.note.as_ref()?).to_string()),
            |event| Some(row.exports.sentence(event.note.as_ref()?).to_string()),
            |_| None,
        )
    }),
    column("formula", MaybeWords, "The formula of a computed figure; empty for a reported one.", |row| {
        row.of_figure(|figure| match &figure.origin {
            Origin::Derived(formula) => Some(row.exports.formula(formula)),
            Origin::Reported(_) => None,
        })
    }),
    column(
        "evidence_for",
        Words,
        "The id of the figure that this row's citation reports: the figure itself or, for a computed one, an operand.",
        |row| Cell::maybe(row.evidence.figure.map(|figure| figure.id.clone())),
    ),
    column("article_value", MaybeWords, "The value in this article, if it differs.", |row| {
        Cell::maybe(row.evidence.figure.and_then(|_| row.exports.instead(&row.evidence)))
    }),
    column("article_qualifier", MaybeOneOf(QUALIFIERS), "How exact this article's value is.", |row| {
        Cell::maybe(row.evidence.citation.value.as_ref().map(qualifier))
    }),
    column("article_low", Number, "The lowest possible value in this article.", |row| low(row.evidence.citation.value)),
    column("article_high", Number, "The highest possible value in this article.", |row| {
        high(row.evidence.citation.value)
    }),
];

const EVENTS: &[Column] = &[
    column("event", Words, "The id of the event.", |row| row.of_event(|event| Some(event.id.clone()))),
    column(
        "date",
        Words,
        "When it happened, in EDTF (ISO 8601-2): 2026-01 is a month, ~ is about, ? is uncertain.",
        |row| row.of_event(|event| Some(event.date.to_string())),
    ),
    PLACE,
    column("label", Words, "What happened.", |row| row.of_event(|event| Some(row.exports.text(&event.label).into()))),
    column("note", MaybeWords, "Context that a reader needs.", |row| {
        row.of_event(|event| Some(row.exports.sentence(event.note.as_ref()?).to_string()))
    }),
    column("article_date", MaybeDate, "The date in this article, if it differs.", |row| {
        Cell::maybe(row.evidence.citation.date.as_ref().map(ToString::to_string))
    }),
];

const ARTICLES: &[Column] = &[
    column("quote", Words, "The fragment of the article that states this, copied exactly.", |row| {
        Cell::Text(row.evidence.citation.quote.clone())
    }),
    column("wording", MaybeWords, "The wording of this article, in short.", |row| {
        Cell::maybe(row.evidence.citation.wording.as_ref().map(|wording| row.exports.text(wording)))
    }),
    column("footnote", Ordinal, "The number of the article on the page.", |row| {
        match row.exports.footnotes.number(&row.evidence.source.id) {
            Some(number) => Cell::Number(number.to_string()),
            None => Cell::Empty,
        }
    }),
    column("source", Words, "The id of the article.", |row| Cell::Text(row.evidence.source.id.clone())),
    column("title", MaybeWords, "Its title.", |row| Cell::maybe(row.evidence.source.title.clone())),
    column("outlet", MaybeWords, "The newspaper or site that published it.", |row| {
        Cell::maybe(row.evidence.source.outlet.clone())
    }),
    column("authors", MaybeWords, "Its authors, separated by semicolons.", |row| {
        let names: Vec<String> = row.evidence.source.authors.iter().map(ToString::to_string).collect();
        Cell::maybe((!names.is_empty()).then(|| names.join("; ")))
    }),
    column("published", MaybeWords, "The date of publication in EDTF, or in words if it is no date.", |row| {
        Cell::maybe(row.evidence.source.issued.as_ref().map(ToString::to_string))
    }),
    column("url", Address, "Its address.", |row| Cell::maybe(row.evidence.source.url.clone())),
    column("archive_url", Address, "A copy in a web archive.", |row| {
        Cell::maybe(row.evidence.source.archive_url.clone())
    }),
    column(
        "repeats",
        MaybeWords,
        "The ids of the articles from which it takes its figures, separated by semicolons: together they are one origin.",
        |row| Cell::maybe((!row.evidence.source.repeats.is_empty()).then(|| row.evidence.source.repeats.join("; "))),
    ),
];

/// The columns of a table of figures.
pub(crate) fn of_figures() -> impl Iterator<Item = &'static Column> {
    FIGURES.iter().chain(ARTICLES)
}

/// The columns of a table of events.
pub(crate) fn of_events() -> impl Iterator<Item = &'static Column> {
    EVENTS.iter().chain(ARTICLES)
}

/// The columns of a table of figures and events, of which each row is one or the other: the event and its date, then those of
/// figures.
pub(crate) fn of_both() -> impl Iterator<Item = &'static Column> {
    let own = |name: &'static [&'static str]| EVENTS.iter().filter(move |column| name.contains(&column.name));
    own(&["event", "date"]).chain(FIGURES).chain(own(&["article_date"])).chain(ARTICLES)
}

fn qualifier(value: &Value) -> &'static str {
    match (value.bounds, value.approximate) {
        (Bounds::Exactly(_), false) => "exactly",
        (Bounds::Exactly(_), true) => "about",
        (Bounds::AtLeast(_), false) => "at_least",
        (Bounds::AtLeast(_), true) => "about_at_least",
        (Bounds::MoreThan(_), false) => "more_than",
        (Bounds::MoreThan(_), true) => "about_more_than",
        (Bounds::AtMost(_), false) => "at_most",
        (Bounds::AtMost(_), true) => "about_at_most",
        (Bounds::LessThan(_), false) => "less_than",
        (Bounds::LessThan(_), true) => "about_less_than",
        (Bounds::Between(..), false) => "between",
        (Bounds::Between(..), true) => "about_between",
        (Bounds::Magnitude(_), _) => "magnitude",
    }
}

fn basis(basis: model::Basis) -> &'static str {
    match basis {
        model::Basis::Count => "count",
        model::Basis::Estimate => "estimate",
        model::Basis::Claim => "claim",
        model::Basis::Allegation => "allegation",
        model::Basis::Law => "law",
    }
}

fn status(exports: &Exports<'_>, figure: &Figure) -> &'static str {
    let doubts = exports.dashboard.doubts(figure);
    let any = |such: fn(&Status) -> bool| doubts.iter().any(|doubt| such(&doubt.status));
    if any(|status| matches!(status, Status::Withdrawn)) {
        "withdrawn"
    } else if any(|status| matches!(status, Status::Superseded(_))) {
        "superseded"
    } else if any(|status| matches!(status, Status::Disputed)) {
        "disputed"
    } else {
        "current"
    }
}

fn low(value: Option<Value>) -> Cell {
    end(value.and_then(|value| value.ends().0))
}

fn high(value: Option<Value>) -> Cell {
    end(value.and_then(|value| value.ends().1))
}

fn end(end: Option<f64>) -> Cell {
    end.map_or(Cell::Empty, |number| Cell::Number(number::write(number)))
}
