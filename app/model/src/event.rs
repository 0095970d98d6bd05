//! Something that happened on a date that an article gives.

use crate::citation::{Citations, RawCitation};
use crate::date::Date;
use crate::id::item_id;
use crate::json::{Form, Node};
use crate::problem::Report;
use crate::text::{Prose, Text};

/// A dated event, cited like a figure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Its name in the file and in addresses; figures and events share one set of names.
    pub id: String,
    /// When, as precisely as the articles say.
    pub date: Date,
    /// What happened.
    pub label: Text,
    /// The articles that date it.
    pub citations: Citations,
    /// What a reader has to know besides.
    pub note: Option<Prose>,
}

/// An event whose citations are still to be looked up.
pub(crate) struct RawEvent<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) citations: Vec<RawCitation<'a>>,
    pub(crate) date: Option<Date>,
    label: Option<Text>,
    pub(crate) note: Option<(Prose, Node<'a>)>,
}

impl<'a> RawEvent<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "an event", report)?;
        let id = form.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let date = form.need("date", report).and_then(|node| Date::read(&node, report));
        let label = form.need("label", report).and_then(|node| Text::read(&node, report));
        let citations = RawCitation::read_all(form.get("citations"), None, node, report);
        let note = form.get("note").and_then(|node| Some((Prose::read(&node, report)?, node)));
        form.close(&[], report);
        Some(Self { id, citations, date, label, note })
    }

    pub(crate) fn check(self) -> Option<Event> {
        Some(Event {
            id: self.id?.0,
            date: self.date?,
            label: self.label?,
            citations: Citations::new(self.citations.into_iter().filter_map(|raw| raw.citation).collect())?,
            note: self.note.map(|(note, _)| note),
        })
    }
}
