//! Texts in one or more languages, and sentences that name figures.

use crate::json::{self, Fields, Node};
use crate::problem::Report;

/// A text in English and any number of other languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    english: String,
    others: Vec<(String, String)>,
}

impl Text {
    /// The text in a language (a BCP 47 tag such as `km`), or in English if it is not translated.
    pub fn in_language(&self, tag: &str) -> &str {
        self.others.iter().find(|(language, _)| language == tag).map_or(&self.english, |(_, text)| text)
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let text = Self::in_languages(node, report)?;
        for (_, value) in node.object().unwrap_or_default() {
            if let Some(figure) = value.string().as_deref().and_then(placeholder) {
                report.at(
                    &value,
                    format!("{{{figure}}} would not be replaced by its figure here, only in summaries, findings and notes: write words"),
                );
            }
        }
        Some(text)
    }

    /// Reads the text of each language, with or without names of figures.
    fn in_languages(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let Some(entries) = node.object() else {
            let hint = match node.string() {
                Some(_) => format!("write {{\"en\": {}}}", node.written()),
                None => "write {\"en\": \"…\"}".into(),
            };
            report.at(node, format!("a text is given for each language, but this is {}: {hint}", node.found()));
            return None;
        };
        let has_english = entries.iter().any(|(language, _)| language == "en");
        let mut english = None;
        let mut others = Vec::new();
        // Reports repeated keys.
        Fields::open(node, "a text", report)?;
        for (language, value) in entries {
            if !is_language(&language) {
                report.at(&value, format!("\"{language}\" is not a language tag: use one such as \"en\" or \"km\""));
                continue;
            }
            let Some(text) = json::words(&value, report) else {
                continue;
            };
            if language == "en" { english = Some(text) } else { others.push((language, text)) }
        }
        if !has_english {
            report.at(node, "the English text (\"en\") is missing: add it");
        }
        Some(Self { english: english?, others })
    }

    fn map(&self) -> impl Iterator<Item = (&str, &str)> {
        std::iter::once(("en", self.english.as_str()))
            .chain(self.others.iter().map(|(language, text)| (language.as_str(), text.as_str())))
    }
}

/// The first name in braces.
fn placeholder(text: &str) -> Option<&str> {
    let inner = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.trim()));
    let is_name = |name: &&str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    inner.into_iter().find(is_name)
}

/// A text that names figures as `{figure-id}`, so that no number is typed into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    languages: Vec<(String, Vec<Piece>)>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, printed as they are.
    Words(String),
    /// The id of the figure that is printed here.
    Figure(String),
    /// A number that is counted when the sentence is printed.
    Count(Counted),
    /// Articles that are cited as a whole, for a statement without a figure.
    Articles(Cited),
}

/// The articles that a statement cites as a whole, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// The ids of articles that make the statement, written `{article:guardian}` after it.
    For(Vec<String>),
    /// The ids of articles that were checked for it, written `{checked:guardian,jurist}`: no passage can support, for
    /// example, that none of them dates a raid.
    Checked(Vec<String>),
}

impl Cited {
    /// The ids.
    pub fn ids(&self) -> &[String] {
        match self {
            Self::For(ids) | Self::Checked(ids) => ids,
        }
    }
}

/// The things that a sentence can count, written `{count:figures}`, so that these numbers stay current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// All figures.
    Figures,
    /// Figures that articles report.
    Reported,
    /// Figures that are computed from others.
    Computed,
    /// Reported figures that only one article reports.
    Alone,
    /// Articles.
    Articles,
}

impl Counted {
    /// Each with its name in the file.
    pub const ALL: [(&'static str, Self); 5] = [
        ("figures", Self::Figures),
        ("reported", Self::Reported),
        ("computed", Self::Computed),
        ("alone", Self::Alone),
        ("articles", Self::Articles),
    ];
}

/// The prefix of a name that is counted.
const COUNT: &str = "count:";
/// The prefixes of ids of articles, which are separated by commas.
const ARTICLE: &str = "article:";
const CHECKED: &str = "checked:";

impl Prose {
    /// A text in which nothing is named.
    pub(crate) fn of_text(text: &Text) -> Self {
        let words = |(language, words): (&str, &str)| (language.to_owned(), vec![Piece::Words(words.to_owned())]);
        Self { languages: text.map().map(words).collect() }
    }

    /// The pieces in a language, or in English if it is not translated.
    pub fn in_language(&self, tag: &str) -> &[Piece] {
        let find = |wanted: &str| self.languages.iter().find(|(language, _)| language == wanted);
        find(tag).or_else(|| find("en")).map_or(&[], |(_, pieces)| pieces)
    }

    /// The ids of the figures named in any language, in order.
    pub fn figures(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().flat_map(|(_, pieces)| pieces).filter_map(|piece| match piece {
            Piece::Figure(id) => Some(id.as_str()),
            Piece::Words(_) | Piece::Count(_) | Piece::Articles(_) => None,
        })
    }

    /// The articles that it cites as a whole in any language, by statement.
    pub fn articles(&self) -> impl Iterator<Item = &Cited> {
        self.languages.iter().flat_map(|(_, pieces)| pieces).filter_map(|piece| match piece {
            Piece::Articles(cited) => Some(cited),
            Piece::Words(_) | Piece::Count(_) | Piece::Figure(_) => None,
        })
    }

    /// Puts other ids in place of those for which `of` has one.
    pub(crate) fn rename(&mut self, of: &dyn Fn(&str) -> Option<String>) {
        for piece in self.languages.iter_mut().flat_map(|(_, pieces)| pieces) {
            if let Piece::Figure(id) = piece
                && let Some(other) = of(id)
            {
                *id = other;
            }
        }
    }

    /// Whether it counts anything, in any language.
    pub fn counts(&self) -> bool {
        self.languages.iter().flat_map(|(_, pieces)| pieces).any(|piece| matches!(piece, Piece::Count(_)))
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let text = Text::in_languages(node, report)?;
        let mut languages = Vec::new();
        for (language, sentence) in text.map() {
            match pieces(sentence) {
                Some(pieces) => languages.push((language.to_owned(), pieces)),
                None => report.at(
                    node,
                    format!("a {{ or }} without its other half in the text for \"{language}\": a figure is named {{figure-id}}"),
                ),
            }
        }
        Some(Self { languages })
    }
}

fn pieces(sentence: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((words, after)) = rest.split_once('{') {
        let (figure, behind) = after.split_once('}')?;
        if words.contains('}') || figure.contains('{') {
            return None;
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(words.into()));
        }
        pieces.push(piece(figure.trim()));
        rest = behind;
    }
    if rest.contains('}') {
        return None;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.into()));
    }
    Some(pieces)
}

/// Reads a name in braces.
fn piece(name: &str) -> Piece {
    let ids = |list: &str| list.split(',').map(|id| id.trim().to_owned()).collect();
    if let Some(list) = name.strip_prefix(ARTICLE) {
        return Piece::Articles(Cited::For(ids(list)));
    }
    if let Some(list) = name.strip_prefix(CHECKED) {
        return Piece::Articles(Cited::Checked(ids(list)));
    }
    let counted = name.strip_prefix(COUNT).and_then(|what| Counted::ALL.iter().find(|(name, _)| *name == what));
    counted.map_or_else(|| Piece::Figure(name.into()), |(_, counted)| Piece::Count(*counted))
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|first| matches!(first.len(), 2 | 3) && first.bytes().all(|b| b.is_ascii_lowercase()))
        && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
