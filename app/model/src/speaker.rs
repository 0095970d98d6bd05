//! A speaker: a body or person to whom figures are attributed, declared once for all of them.

use crate::citation::{Citation, RawCitation};
use crate::id::item_id;
use crate::json::{self, Fields, Node};
use crate::problem::Report;
use crate::text::Text;

/// A body or person to whom figures are attributed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Speaker {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether it is a party to the matter: its numbers are about its own work, or about people it is responsible for.
    pub party: bool,
    /// The id of the speaker on whose behalf it speaks.
    pub represents: Option<String>,
    /// The passages that say so; none if it represents no other.
    pub citations: Vec<Citation>,
}

/// A speaker as the file has it.
pub(crate) struct RawSpeaker<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) represents: Option<(String, Node<'a>)>,
    pub(crate) citations: Vec<RawCitation<'a>>,
    name: Option<Text>,
    party: bool,
}

impl<'a> RawSpeaker<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a speaker", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let name = fields.need("name", report).and_then(|node| Text::read(&node, report));
        let party = fields.get("party").and_then(|node| json::truth(&node, "party", report)).unwrap_or_default();
        let represents = fields.get("for").and_then(|node| Some((json::words(&node, report)?, node)));
        let citations = fields.get("citations");
        let citations = match (&represents, citations) {
            (Some(_), citations) => RawCitation::read_all(citations, None, node, report),
            (None, Some(citations)) => {
                report
                    .at(&citations, "the citations of a speaker show for whom it speaks: add \"for\", or remove them");
                Vec::new()
            }
            (None, None) => Vec::new(),
        };
        fields.close(&[], report);
        Some(Self { id, represents, citations, name, party })
    }

    pub(crate) fn check(self) -> Option<Speaker> {
        Some(Speaker {
            id: self.id?.0,
            name: self.name?,
            party: self.party,
            represents: self.represents.map(|(body, _)| body),
            citations: self.citations.into_iter().filter_map(|raw| raw.citation).collect(),
        })
    }
}
