//! A correction: the public record of a figure that was published with a wrong value.

use crate::date::Date;
use crate::json::{self, Fields, Node};
use crate::problem::Report;
use crate::text::Text;
use crate::value::Value;

/// The old value of a figure, the day of its change and the reason.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Correction {
    /// The day of the correction.
    pub date: Date,
    /// The id of the corrected figure.
    pub figure: String,
    /// The value that was published before.
    pub was: Value,
    /// Why it was changed.
    pub reason: Text,
}

/// A correction whose figure is not looked up yet.
pub(crate) struct RawCorrection<'a> {
    pub(crate) figure: Option<(String, Node<'a>)>,
    date: Option<Date>,
    was: Option<Value>,
    reason: Option<Text>,
}

impl<'a> RawCorrection<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a correction", report)?;
        let date = fields.need("date", report).and_then(|node| Date::read(&node, report));
        let figure = fields.need("figure", report).and_then(|node| Some((json::words(&node, report)?, node)));
        let was = fields.need("was", report).and_then(|node| Value::read(&node, None, report));
        let reason = fields.need("reason", report).and_then(|node| Text::read(&node, report));
        fields.close(&[], report);
        Some(Self { figure, date, was, reason })
    }

    pub(crate) fn check(self) -> Option<Correction> {
        Some(Correction { date: self.date?, figure: self.figure?.0, was: self.was?, reason: self.reason? })
    }
}
