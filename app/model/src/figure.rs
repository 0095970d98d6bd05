//! A figure: a number with the unit, label, date, speaker, status and citations by which a reader can judge it.

use crate::citation::{Citation, Citations, RawCitation};
use crate::date::Date;
use crate::declared::Declared;
use crate::formula::{Formula, RawFormula};
use crate::id::item_id;
use crate::json::{self, Fields, Node, one_of};
use crate::location;
use crate::problem::Report;
use crate::speaker::Speaker;
use crate::text::{Prose, Text};
use crate::unit::Unit;
use crate::value::Value;

/// A number that articles report, or that is computed from such numbers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Figure {
    /// Its id in the file and in URLs.
    pub id: String,
    /// Exactly what is counted or measured.
    pub label: Text,
    /// The label in a few words, for narrow places.
    pub short: Option<Text>,
    /// Its unit.
    pub unit: Unit,
    /// The number, as exact as it was reported.
    pub value: Value,
    /// Its citations or its formula.
    pub origin: Origin,
    /// The time that it applies to; for a total, the end of its period.
    pub as_of: Option<Date>,
    /// For a total, the beginning of its period.
    pub since: Option<Date>,
    /// The body or person to whom the articles attribute it, in their words; else the name of its speaker.
    pub said_by: Option<Text>,
    /// The id of its speaker.
    pub speaker: Option<String>,
    /// The id of the measure that it is a reading of.
    pub measure: Option<String>,
    /// The ids of the places that it is about.
    pub places: Vec<String>,
    /// How it is known.
    pub basis: Option<Basis>,
    /// The id of a figure, in percent or as a fraction, that gives the share of a whole that this one is.
    pub share: Option<String>,
    /// Whether it still applies.
    pub status: Status,
    /// Context that a reader needs.
    pub note: Option<Prose>,
}

/// The origin of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Articles report it.
    Reported(Citations),
    /// It is computed from other figures, and relies on their citations.
    Derived(Formula),
}

/// How a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A count.
    Count,
    /// An estimate.
    Estimate,
    /// Self-reported: the body that the number is about states it.
    Claim,
    /// An allegation that no court has decided.
    Allegation,
    /// Set by a law.
    Law,
}

/// Whether a number still applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It applies.
    Current,
    /// The figure with this id has replaced it.
    Superseded(String),
    /// Others dispute it.
    Disputed,
    /// Its source has withdrawn it.
    Withdrawn,
}

impl Status {
    /// Whether the number may still be used: it is neither superseded nor withdrawn.
    pub fn applies(&self) -> bool {
        matches!(self, Self::Current | Self::Disputed)
    }
}

const BASES: [(&str, Basis); 5] = [
    ("count", Basis::Count),
    ("estimate", Basis::Estimate),
    ("claim", Basis::Claim),
    ("allegation", Basis::Allegation),
    ("law", Basis::Law),
];

impl Figure {
    /// The short label, else the label.
    pub fn name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.label)
    }

    /// Whether it is computed from other figures.
    pub fn is_derived(&self) -> bool {
        matches!(self.origin, Origin::Derived(_))
    }

    /// The citations of a reported figure. A derived figure has none itself; its operands do.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let citations = match &self.origin {
            Origin::Reported(citations) => Some(citations),
            Origin::Derived(_) => None,
        };
        citations.into_iter().flat_map(Citations::iter)
    }
}

/// The readable parts of a figure in the file, with the places of its references.
pub(crate) struct RawFigure<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) label: Option<Text>,
    pub(crate) short: Option<Text>,
    pub(crate) unit: Option<Unit>,
    pub(crate) value: Option<Value>,
    pub(crate) formula: Option<(RawFormula<'a>, Node<'a>)>,
    pub(crate) citations: Vec<RawCitation<'a>>,
    pub(crate) as_of: Option<Date>,
    pub(crate) since: Option<Date>,
    pub(crate) said_by: Option<Text>,
    pub(crate) speaker: Option<(String, Node<'a>)>,
    pub(crate) measure: Option<(String, Node<'a>)>,
    pub(crate) places: Vec<(String, Node<'a>)>,
    pub(crate) basis: Option<Basis>,
    pub(crate) share: Option<(String, Node<'a>)>,
    pub(crate) status: Option<Status>,
    pub(crate) superseded_by: Option<(String, Node<'a>)>,
    pub(crate) note: Option<(Prose, Node<'a>)>,
}

impl<'a> RawFigure<'a> {
    pub(crate) fn read(node: &Node<'a>, units: &[Declared], report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a figure", report)?;
        let id = fields.need("id", report).and_then(|node| Some((item_id(&node, report)?, node)));
        let label = fields.need("label", report).and_then(|node| Text::read(&node, report));
        let short = fields.get("short").and_then(|node| Text::read(&node, report));
        let unit = fields.need("unit", report).and_then(|node| Unit::read(&node, units, report));
        let formula_node = fields.get("derive");
        let formula = formula_node.as_ref().and_then(|node| Some((RawFormula::read(node, report)?, node.clone())));
        let value_node = fields.get("value");
        let value = value_node.as_ref().and_then(|node| Value::read(node, unit.as_ref(), report));
        let citations_node = fields.get("citations");
        let citations = if formula_node.is_some() {
            for (key, extra) in [("value", &value_node), ("citations", &citations_node)] {
                if let Some(extra) = extra {
                    report.at(extra, format!("a figure with \"derive\" is computed and has no \"{key}\" of its own: remove one of the two"));
                }
            }
            Vec::new()
        } else {
            if value_node.is_none() {
                report.at(node, "the key \"value\" is missing: write {\"exactly\": …}, {\"about\": …} and so on, or \"derive\" it from other figures");
            }
            RawCitation::read_all(citations_node, unit.as_ref(), node, report)
        };
        let as_of = fields.get("as_of").and_then(|node| Date::read(&node, report));
        let since_node = fields.get("since");
        let since = since_node.as_ref().and_then(|node| Date::read(node, report));
        if let (Some(node), Some(since), Some(as_of)) = (&since_node, &since, &as_of)
            && since.first() > as_of.last()
        {
            report.at(node, "this total begins after it ends (\"as_of\"): exchange the two dates");
        }
        let said_by = fields.get("said_by").and_then(|node| Text::read(&node, report));
        let speaker = fields.get("speaker").and_then(|node| Some((json::words(&node, report)?, node)));
        let measure = fields.get("measure").and_then(|node| Some((json::words(&node, report)?, node)));
        let places = location::references(fields.get("place"), report);
        let basis = fields.get("basis").and_then(|node| one_of(&node, &BASES, "basis", report));
        let share = fields.get("share").and_then(|node| Some((json::words(&node, report)?, node)));
        let superseded_by = fields.get("superseded_by").and_then(|node| Some((json::words(&node, report)?, node)));
        let status = match fields.get("status") {
            Some(node) => status(&node, superseded_by.as_ref(), report),
            // One line supersedes a figure.
            None => Some(superseded_by.as_ref().map_or(Status::Current, |(by, _)| Status::Superseded(by.clone()))),
        };
        if let (Some((_, node)), Some(Status::Current | Status::Disputed | Status::Withdrawn)) =
            (&superseded_by, &status)
        {
            report
                .at(node, "only a figure with the status \"superseded\" has \"superseded_by\": correct one of the two");
        }
        let note = fields.get("note").and_then(|node| Some((Prose::read(&node, report)?, node)));
        fields.close(&[], report);
        Some(Self {
            id,
            label,
            short,
            unit,
            value,
            formula,
            citations,
            as_of,
            since,
            said_by,
            speaker,
            measure,
            places,
            basis,
            share,
            status,
            superseded_by,
            note,
        })
    }

    /// Its id, if it could be read.
    pub(crate) fn name(&self) -> Option<&str> {
        Some(self.id.as_ref()?.0.as_str())
    }

    /// The checked figure; `None` if a part of it could not be read.
    pub(crate) fn check(self, value: Value, speakers: &[Speaker]) -> Option<Figure> {
        let speaker = self.speaker.as_ref().and_then(|(id, _)| speakers.iter().find(|speaker| speaker.id == *id));
        let named = speaker.map(|speaker| speaker.name.clone());
        let origin = match self.formula {
            Some((formula, _)) => Origin::Derived(Formula {
                operation: formula.operation,
                operands: formula.operands.into_iter().map(|(id, _)| id).collect(),
            }),
            None => {
                Origin::Reported(Citations::new(self.citations.into_iter().filter_map(|raw| raw.citation).collect())?)
            }
        };
        Some(Figure {
            id: self.id?.0,
            label: self.label?,
            short: self.short,
            unit: self.unit?,
            value,
            origin,
            as_of: self.as_of,
            since: self.since,
            said_by: self.said_by.or(named),
            speaker: self.speaker.map(|(speaker, _)| speaker),
            measure: self.measure.map(|(measure, _)| measure),
            places: self.places.into_iter().map(|(place, _)| place).collect(),
            basis: self.basis,
            share: self.share.map(|(share, _)| share),
            status: self.status?,
            note: self.note.map(|(note, _)| note),
        })
    }
}

fn status(node: &Node<'_>, superseded_by: Option<&(String, Node<'_>)>, report: &mut Report<'_>) -> Option<Status> {
    let words = ["current", "superseded", "disputed", "withdrawn"];
    match (one_of(node, &words.map(|word| (word, word)), "status", report)?, superseded_by) {
        ("superseded", Some((by, _))) => Some(Status::Superseded(by.clone())),
        ("superseded", None) => {
            report.at(node, "a superseded figure names the one that replaced it: add \"superseded_by\"");
            None
        }
        ("disputed", _) => Some(Status::Disputed),
        ("withdrawn", _) => Some(Status::Withdrawn),
        _ => Some(Status::Current),
    }
}
