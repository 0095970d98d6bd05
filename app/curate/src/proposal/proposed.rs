//! What is proposed for an article: figures and events, each with its mark.

use model::{Date, Day, Value};

use super::clip::Clip;

/// What to read, and what to compare it with.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// The text of the article.
    pub text: &'a str,
    /// The id of the article.
    pub source: &'a str,
    /// The day of the article, if the data file does not give it.
    pub issued: Option<Day>,
    /// The text of the data file, if any.
    pub file: Option<&'a str>,
    /// Other articles, each with its id and text.
    pub others: &'a [(String, String)],
}

/// The proposals for an article.
#[derive(Clone, Debug, Default)]
pub struct Proposals {
    /// The id of the article.
    pub source: String,
    /// The day of the article, if known.
    pub issued: Option<Day>,
    /// The figures, in reading order.
    pub figures: Vec<ProposedFigure>,
    /// The events, in reading order.
    pub events: Vec<ProposedEvent>,
    /// The number of quantities and dates that are not listed, since there are too many.
    pub left_out: usize,
    /// What the curator has to know about the whole.
    pub remarks: Vec<String>,
}

/// Why an article was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Because of its text.
    Text(String),
    /// Because of the data file.
    File(String),
}

/// How a proposal relates to the data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The figure or event of this id has this value.
    Same(String),
    /// The figure or event of this id has another value, as the file writes it.
    Other(String, String),
    /// The words are those of another article, which is named first; then the figure or event, if it is in the file.
    Repeats(String, Option<String>),
    /// It is not in the file.
    New,
}

/// A quantity, proposed as a figure.
#[derive(Clone, Debug)]
pub struct ProposedFigure {
    /// The value with its hedge.
    pub value: Value,
    /// The unit; empty if the sentence does not say it.
    pub unit: String,
    /// The words of the number with its hedges.
    pub words: String,
    /// Their place in the normalised text, [`crate::article::Article::text`].
    pub place: std::ops::Range<usize>,
    /// The sentence.
    pub sentence: String,
    /// The line of the text, from 1.
    pub line: usize,
    /// The words to quote.
    pub clip: Clip,
    /// The time to which it applies.
    pub as_of: Option<Date>,
    /// The begin of the period that it totals.
    pub since: Option<Date>,
    /// The speaker whom the sentence names.
    pub said_by: Option<String>,
    /// What the curator has to decide.
    pub doubts: Vec<String>,
    /// How it relates to the data file.
    pub mark: Mark,
    /// The articles whose words these are.
    pub repeats: Vec<String>,
    /// The JSON to paste: a citation for a figure of the file, else a figure.
    pub json: String,
}

/// A date, proposed as an event.
#[derive(Clone, Debug)]
pub struct ProposedEvent {
    /// The date.
    pub date: Date,
    /// The words of the date.
    pub words: String,
    /// The sentence.
    pub sentence: String,
    /// The line of the text, from 1.
    pub line: usize,
    /// The words to quote.
    pub clip: Clip,
    /// How it relates to the data file.
    pub mark: Mark,
    /// The articles whose words these are.
    pub repeats: Vec<String>,
    /// The JSON to paste: a citation for an event of the file, else an event.
    pub json: String,
}
