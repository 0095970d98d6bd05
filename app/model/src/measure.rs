//! A measure: what several figures are readings of, by different speakers or for different times.
//!
//! A reading is a figure like any other, with an id, citations and a history of its own, so that it can be quoted, embedded
//! and superseded by itself. A curator adds a reading by adding one figure that names the measure.

use crate::id::item_id;
use crate::json::{self, Fields, Node, one_of};
use crate::problem::Report;
use crate::text::Text;

/// What several figures are readings of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measure {
    /// Its id in the file. Figures, events and measures share one set of ids.
    pub id: String,
    /// What is measured.
    pub label: Text,
    /// The id of the reading that leads, whatever is reported later.
    pub pinned: Option<String>,
    /// How often a new reading is expected.
    pub expected: Option<Frequency>,
}

/// How often a measure is expected to be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every year.
    Yearly,
}

impl Frequency {
    /// Each with its name in the file.
    pub const ALL: [(&'static str, Self); 5] = [
        ("daily", Self::Daily),
        ("weekly", Self::Weekly),
        ("monthly", Self::Monthly),
        ("quarterly", Self::Quarterly),
        ("yearly", Self::Yearly),
    ];

    /// The longest time from one report to the next, in days.
    pub fn days(self) -> i64 {
        match self {
            Self::Daily => 1,
            Self::Weekly => 7,
            Self::Monthly => 31,
            Self::Quarterly => 92,
            Self::Yearly => 366,
        }
    }
}

/// A measure as the file has it.
pub(crate) struct RawMeasure<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) pinned: Option<(String, Node<'a>)>,
    label: Option<Text>,
    expected: Option<Frequency>,
}

impl<'a> RawMeasure<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a measure", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let label = fields.need("label", report).and_then(|node| Text::read(&node, report));
        let pinned = fields.get("pinned").and_then(|node| Some((json::words(&node, report)?, node)));
        let expected = fields.get("expected").and_then(|node| one_of(&node, &Frequency::ALL, "expected", report));
        fields.close(&[], report);
        Some(Self { id, pinned, label, expected })
    }

    /// Its id, if it could be read.
    pub(crate) fn name(&self) -> Option<&str> {
        Some(self.id.as_ref()?.0.as_str())
    }

    pub(crate) fn check(self) -> Option<Measure> {
        Some(Measure {
            id: self.id?.0,
            label: self.label?,
            pinned: self.pinned.map(|(pinned, _)| pinned),
            expected: self.expected,
        })
    }
}
