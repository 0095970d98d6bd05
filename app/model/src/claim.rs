//! What a file says that articles say: each citation with what is cited for it, as far as it can be read.
//!
//! A mistake elsewhere in the file hides none of them, so that whoever holds citations against their articles can do
//! so at once, and not only after everything else is mended.

use crate::citation::{Citation, RawCitation};
use crate::date::Date;
use crate::index::Index;
use crate::json;
use crate::problem::Report;
use crate::raw::Raw;
use crate::source::Source;
use crate::unit::Unit;
use crate::value::Value;

/// A citation, and what it is to bear out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Claim {
    /// The JSON path of the citation, such as `figures[3].citations[0]`.
    pub path: String,
    /// The citation as it is written.
    pub citation: Citation,
    /// The article; `None` where the file has none of that id.
    pub article: Option<Source>,
    /// What its figure or event states; `None` where that cannot be read.
    pub stated: Option<Stated>,
}

/// What a figure or event states, whatever a single citation says.
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
        // The report is [`crate::Dashboard::parse`]'s to give.
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
        claims
    }
}
