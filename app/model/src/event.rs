//! An event: something that happened, with the date that articles give.

use crate::citation::{Citations, RawCitation};
use crate::date::Date;
use crate::id::item_id;
use crate::json::{Fields, Node};
use crate::location;
use crate::problem::Report;
use crate::text::{Prose, Text};

/// A dated event, cited like a figure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Its id in the file and in URLs. Figures and events share one set of ids.
    pub id: String,
    /// The date, as precise as in the articles.
    pub date: Date,
    /// What happened.
    pub label: Text,
    /// The ids of the places where it happened.
    pub places: Vec<String>,
    /// The articles that date it.
    pub citations: Citations,
    /// Context that a reader needs.
    pub note: Option<Prose>,
}

/// An event whose citations are not looked up yet.
pub(crate) struct RawEvent<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) citations: Vec<RawCitation<'a>>,
    pub(crate) date: Option<Date>,
    pub(crate) places: Vec<(String, Node<'a>)>,
    label: Option<Text>,
    pub(crate) note: Option<(Prose, Node<'a>)>,
}

impl<'a> RawEvent<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "an event", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let date = fields.need("date", report).and_then(|node| Date::read(&node, report));
        let label = fields.need("label", report).and_then(|node| Text::read(&node, report));
        let places = location::references(fields.get("place"), report);
        let citations = RawCitation::read_all(fields.get("citations"), None, node, report);
        let note = fields.get("note").and_then(|node| Some((Prose::read(&node, report)?, node)));
        fields.close(&[], report);
        Some(Self { id, citations, date, places, label, note })
    }

    pub(crate) fn check(self) -> Option<Event> {
        Some(Event {
            id: self.id?.0,
            date: self.date?,
            label: self.label?,
            places: self.places.into_iter().map(|(place, _)| place).collect(),
            citations: Citations::new(self.citations.into_iter().filter_map(|raw| raw.citation).collect())?,
            note: self.note.map(|(note, _)| note),
        })
    }
}
