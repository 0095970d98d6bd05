//! A speaker: somebody who stands behind figures, named once for all of them.

use crate::id::item_id;
use crate::json::{self, Form, Node};
use crate::problem::Report;
use crate::text::Text;

/// Somebody who stands behind figures.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Speaker {
    /// Its name in the file.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Whether it is a party to what it speaks of: its numbers are of its own work, or of the people whom it answers for.
    pub party: bool,
}

/// A speaker as the file has it.
pub(crate) struct RawSpeaker<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) name: Option<Text>,
    party: bool,
}

impl<'a> RawSpeaker<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "a speaker", report)?;
        let id = form.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let name = form.need("name", report).and_then(|node| Text::read(&node, report));
        let party = form.get("party").and_then(|node| json::truth(&node, "party", report)).unwrap_or_default();
        form.close(&[], report);
        Some(Self { id, name, party })
    }

    pub(crate) fn check(self) -> Option<Speaker> {
        Some(Speaker { id: self.id?.0, name: self.name?, party: self.party })
    }
}
