//! A section of the page: its finding, charts and figures.

use crate::id::item_id;
use crate::json::{self, Fields, Node};
use crate::problem::Report;
use crate::text::{Prose, Text};

/// A section of the page. The figures of the first one are the tiles at the head of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// Its id in URLs.
    pub id: String,
    /// Its topic in a word or two, printed in the contents.
    pub title: Text,
    /// Its finding, printed as its heading.
    pub finding: Option<Prose>,
    /// A sentence or two below the heading.
    pub summary: Option<Prose>,
    /// The ids of its figures, in order.
    pub figures: Vec<String>,
    /// The ids of its charts, in order.
    pub charts: Vec<String>,
}

/// A section whose references are not checked yet.
pub(crate) struct RawSection<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    title: Option<Text>,
    pub(crate) finding: Option<(Prose, Node<'a>)>,
    pub(crate) summary: Option<(Prose, Node<'a>)>,
    pub(crate) figures: Vec<(String, Node<'a>)>,
    pub(crate) charts: Vec<(String, Node<'a>)>,
}

impl<'a> RawSection<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a section", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let title = fields.need("title", report).and_then(|node| Text::read(&node, report));
        let finding = fields.get("finding").and_then(|node| Some((Prose::read(&node, report)?, node)));
        let summary = fields.get("summary").and_then(|node| Some((Prose::read(&node, report)?, node)));
        let (figures, charts) = (fields.get("figures"), fields.get("charts"));
        let is_empty =
            |node: &Option<Node<'_>>| node.as_ref().is_none_or(|node| node.list().is_some_and(|list| list.is_empty()));
        let empty = is_empty(&figures) && is_empty(&charts);
        let figures = json::references(figures, "\"figures\"", report);
        let charts = json::references(charts, "\"charts\"", report);
        fields.close(&[], report);
        if empty {
            report.at(node, "this section is empty: give it figures or charts, or remove it");
        }
        Some(Self { id, title, finding, summary, figures, charts })
    }

    pub(crate) fn check(self) -> Option<Section> {
        let ids = |list: Vec<(String, Node<'_>)>| list.into_iter().map(|(id, _)| id).collect();
        Some(Section {
            id: self.id?.0,
            title: self.title?,
            finding: self.finding.map(|(finding, _)| finding),
            summary: self.summary.map(|(summary, _)| summary),
            figures: ids(self.figures),
            charts: ids(self.charts),
        })
    }
}
