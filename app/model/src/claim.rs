//! Reads all citations of a file, each with the value or date that it must support, also from a file with mistakes.
//!
//! A mistake elsewhere in the file hides no citation, so that citations can be checked against their articles before the
//! rest of the file is corrected.

use crate::citation::{Citation, RawCitation};
use crate::date::Date;
use crate::index::Index;
use crate::json;
use crate::problem::Report;
use crate::raw::Raw;
use crate::source::Source;
use crate::unit::Unit;
use crate::value::Value;

/// A citation, and the value or date that it must support.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Claim {
    /// The JSON path of the citation, such as `figures[3].citations[0]`.
    pub path: String,
    /// The citation itself.
    pub citation: Citation,
    /// The article; `None` if the file has no article with that id.
    pub article: Option<Source>,
    /// What its figure or event states; `None` if that cannot be read, and for a speaker or a place.
    pub stated: Option<Stated>,
}

/// The value or date of a figure or event itself, which a single citation may differ from.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A figure's value, and its unit.
    Value(Value, Unit),
    /// An event's date.
    Date(Date),
}

impl Claim {
    /// Every citation that can be read from the text of a dashboard file, figures first, in the order of the file.
    pub fn read_all(text: &str) -> Vec<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Problems are dropped here: [`crate::Dashboard::parse`] reports them.
        let mut report = Report::new(text);
        let Some(raw) = json::root(text, &mut report).and_then(|root| Raw::read(&root, &mut report)) else {
            return Vec::new();
        };
        let articles: Vec<Source> = raw.sources.into_iter().filter_map(|source| source.source).collect();
        let index = Index::of(articles.iter().map(|article| Some(article.id.as_str())));
        let claim = |raw: RawCitation<'_>, stated: Option<Stated>| {
            let citation = raw.citation?;
            let article = index.get(&citation.source).and_then(|place| articles.get(place)).cloned();
            Some(Self { path: raw.path, citation, article, stated })
        };
        let mut claims = Vec::new();
        for figure in raw.figures {
            let stated = figure.value.zip(figure.unit).map(|(value, unit)| Stated::Value(value, unit));
            claims.extend(figure.citations.into_iter().filter_map(|raw| claim(raw, stated.clone())));
        }
        for event in raw.events {
            let stated = event.date.map(Stated::Date);
            claims.extend(event.citations.into_iter().filter_map(|raw| claim(raw, stated.clone())));
        }
        for speaker in raw.speakers {
            claims.extend(speaker.citations.into_iter().filter_map(|raw| claim(raw, None)));
        }
        for place in raw.places {
            claims.extend(place.citations.into_iter().filter_map(|raw| claim(raw, None)));
        }
        claims
    }
}
