//! Numbers computed from cited figures: the arithmetic of values that are *about*, *at least* or
//! *more than* something.
//!
//! A value is taken as the interval it can lie in (interval arithmetic on non-negative numbers,
//! IEEE 1788); an *about* on any side stays. More than 12.5 over about a half is more than about 25.

use crate::json::{self, Form, Node};
use crate::problem::{Report, did_you_mean, stand_here};
use crate::unit::Unit;
use crate::value::{Bounds, Value, is_sound};

/// How a figure follows from others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Formula {
    /// What is done.
    pub operation: Operation,
    /// The ids of the figures it is done to, in order.
    pub operands: Vec<String>,
}

/// What is done with the operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// The first divided by the second.
    Ratio,
    /// All added up.
    Sum,
    /// The first less the second.
    Difference,
}

const OPERATIONS: [(&str, Operation); 3] =
    [("ratio", Operation::Ratio), ("sum", Operation::Sum), ("difference", Operation::Difference)];

impl Operation {
    /// Its key in the file.
    pub fn key(self) -> &'static str {
        OPERATIONS.iter().find(|(_, operation)| *operation == self).map_or("", |(key, _)| *key)
    }
}

/// A formula as the file has it: each operand with its place.
pub(crate) struct RawFormula<'a> {
    pub(crate) operation: Operation,
    pub(crate) operands: Vec<(String, Node<'a>)>,
}

impl<'a> RawFormula<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        Form::open(node, "a formula", report)?;
        let entries = node.object()?;
        let [(key, list)] = entries.as_slice() else {
            report.at(
                node,
                format!(
                    "a formula has one key, one of ratio, sum, difference, but {}: write one",
                    stand_here(entries.len())
                ),
            );
            return None;
        };
        let Some((_, operation)) = OPERATIONS.iter().find(|(name, _)| name == key) else {
            let advice = did_you_mean(key, OPERATIONS.map(|(name, _)| name), ": write one of them");
            report.at(
                list,
                format!("the key of a formula is one of ratio, sum, difference, but \"{key}\" stands here{advice}"),
            );
            return None;
        };
        let operands = json::references(Some(list.clone()), &format!("\"{key}\""), report);
        let found = list.list()?.len();
        let (wanted, count) = match operation {
            Operation::Sum => (found >= 2, "two or more"),
            Operation::Ratio | Operation::Difference => (found == 2, "two"),
        };
        if !wanted {
            report
                .at(list, format!("a {key} takes the ids of {count} figures, but {}: name {count}", stand_here(found)));
            return None;
        }
        // An id that could not be read is in the report; what is left is not the formula that was meant.
        if operands.len() < found {
            return None;
        }
        Some(Self { operation: *operation, operands })
    }
}

/// Computes the value in the result's unit, or says why it cannot be.
///
/// A percentage counts as so many hundredths. The result has no more digits than its operands
/// carry: two where one of them is *about* a number, else three for a ratio; a ratio that is
/// rounded becomes *about* itself.
pub(crate) fn evaluate(operation: Operation, operands: &[(Value, &Unit)], unit: &Unit) -> Result<Value, String> {
    let mut spans = Vec::new();
    for (value, of) in operands {
        if let Bounds::Magnitude(magnitude) = value.bounds {
            return Err(format!(
                "nothing can be computed from \"{}\", which is no number: name a figure that has one",
                magnitude.key()
            ));
        }
        if operation != Operation::Ratio && *of != unit {
            return Err(format!(
                "what is added or subtracted has the unit of the result, \"{}\", but one of these is in \"{}\": give all of them the same unit",
                unit.key(),
                of.key()
            ));
        }
        let percent = operation == Operation::Ratio && **of == Unit::Percent;
        spans.push(Span::of(value).times(if percent { 0.01 } else { 1.0 }));
    }
    let span = match (operation, spans.as_slice()) {
        (Operation::Sum, [first, rest @ ..]) => rest.iter().fold(*first, |sum, next| sum.plus(next)),
        (Operation::Difference, [a, b]) => a.minus(b)?,
        (Operation::Ratio, [a, b]) => a.over(b)?.times(if *unit == Unit::Percent { 100.0 } else { 1.0 }),
        _ => return Err("the formula lacks a figure: name it".into()),
    };
    match (span.approximate, operation) {
        (true, _) => span.rounded(2),
        (false, Operation::Ratio) => span.rounded(3),
        (false, _) => span,
    }
    .value()
}

/// The interval a value can lie in. An end is a number and whether it is itself left out.
#[derive(Clone, Copy)]
struct Span {
    low: Option<(f64, bool)>,
    high: Option<(f64, bool)>,
    approximate: bool,
}

impl Span {
    fn of(value: &Value) -> Self {
        let (low, high) = value.ends();
        Self {
            low: low.map(|n| (n, matches!(value.bounds, Bounds::MoreThan(_)))),
            high: high.map(|n| (n, matches!(value.bounds, Bounds::LessThan(_)))),
            approximate: value.approximate,
        }
    }

    fn value(&self) -> Result<Value, String> {
        if !self.low.iter().chain(&self.high).all(|(end, _)| is_sound(*end)) {
            return Err("the result is too large or too small to be kept exactly: compute it from other figures".into());
        }
        let bounds = match (self.low, self.high) {
            (Some((low, _)), Some((high, _))) if low == high => Bounds::Exactly(low),
            (Some((low, _)), Some((high, _))) => Bounds::Between(low, high),
            (Some((low, true)), None) => Bounds::MoreThan(low),
            (Some((low, false)), None) => Bounds::AtLeast(low),
            (None, Some((high, true))) => Bounds::LessThan(high),
            (None, Some((high, false))) => Bounds::AtMost(high),
            (None, None) => {
                return Err("these figures are open on opposite sides, so nothing can be said of the result: compute it from others".into());
            }
        };
        Ok(Value { bounds, approximate: self.approximate })
    }

    fn times(self, factor: f64) -> Self {
        let scale = |(n, open): (f64, bool)| (clean(n * factor), open);
        Self { low: self.low.map(scale), high: self.high.map(scale), ..self }
    }

    fn plus(&self, other: &Self) -> Self {
        let add = |a: (f64, bool), b: (f64, bool)| (clean(a.0 + b.0), a.1 || b.1);
        // A side without a lower end is at least nothing.
        let low = match (self.low, other.low) {
            (None, None) => None,
            (a, b) => Some(add(a.unwrap_or((0.0, false)), b.unwrap_or((0.0, false)))),
        };
        Self {
            low,
            high: self.high.zip(other.high).map(|(a, b)| add(a, b)),
            approximate: self.approximate || other.approximate,
        }
    }

    fn minus(&self, other: &Self) -> Result<Self, String> {
        let less = |a: (f64, bool), b: (f64, bool)| (clean(a.0 - b.0), a.1 || b.1);
        // A side without a lower end is at least nothing, one without an upper end may be anything.
        let nothing = (0.0, false);
        let low = other.high.map(|b| less(self.low.unwrap_or(nothing), b)).filter(|(n, _)| *n >= 0.0);
        if low.is_none() {
            return Err(
                "the second figure is or may be larger than the first: exchange them, or leave this one out".into()
            );
        }
        let high = self.high.map(|a| less(a, other.low.unwrap_or(nothing)));
        Ok(Self { low, high, approximate: self.approximate || other.approximate })
    }

    fn over(&self, other: &Self) -> Result<Self, String> {
        if other.low.is_none_or(|(n, _)| n == 0.0) {
            return Err("the second figure is or may be 0, and nothing can be divided by 0: divide by another".into());
        }
        let divide = |a: (f64, bool), b: (f64, bool)| (clean(a.0 / b.0), a.1 || b.1);
        Ok(Self {
            low: self.low.zip(other.high).map(|(a, b)| divide(a, b)),
            high: self.high.zip(other.low).map(|(a, b)| divide(a, b)),
            approximate: self.approximate || other.approximate,
        })
    }

    /// Rounds outwards where the ends are firm, to the nearest where they are *about* themselves.
    fn rounded(self, digits: i32) -> Self {
        let exact = self.low == self.high;
        let low_by = if self.approximate || exact { f64::round } else { f64::floor };
        let high_by = if self.approximate || exact { f64::round } else { f64::ceil };
        let low = self.low.map(|(n, open)| (significant(n, digits, low_by), open));
        let high = self.high.map(|(n, open)| (significant(n, digits, high_by), open));
        Self { low, high, approximate: self.approximate || (exact && low != self.low) }
    }
}

/// `number` with so many significant digits; a whole number of fewer digits is left as it is.
fn significant(number: f64, digits: i32, by: fn(f64) -> f64) -> f64 {
    in_digits(number, digits, |scaled| by(clean(scaled)))
}

/// Takes away what binary fractions add in the sixteenth digit (0.1 + 0.2), so that it neither
/// shows nor tips a rounding.
fn clean(number: f64) -> f64 {
    in_digits(number, 14, f64::round)
}

/// Rounds where so many digits end.
fn in_digits(number: f64, digits: i32, by: impl Fn(f64) -> f64) -> f64 {
    if number == 0.0 {
        return number;
    }
    let places = digits - 1 - number.abs().log10().floor() as i32;
    let power = 10f64.powi(places.abs());
    if places >= 0 { by(number * power) / power } else { by(number / power) * power }
}
