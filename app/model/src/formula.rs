//! Computes derived figures from values that are *about*, *at least* or *more than* a number.
//!
//! A value is computed with as the interval in which it can be; if any operand is *about*, so is the result. More than
//! 12.5 divided by about a half is more than about 25.

use crate::dimension;
use crate::interval::{End, Quotient, Span, Way, scaled, to_step};
use crate::json::{self, Fields, Node};
use crate::number;
use crate::operation::{OPERATIONS, Operation};
use crate::problem::{Report, did_you_mean, this_has};
use crate::unit::Unit;
use crate::value::{Bounds, Value};

/// The maximum of significant digits of a ratio.
const MOST_DIGITS: i32 = 12;

/// How a figure is computed from others.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Formula {
    /// The operation.
    pub operation: Operation,
    /// The ids of the operands, in order.
    pub operands: Vec<String>,
}

/// A formula in the file, each operand with its place.
pub(crate) struct RawFormula<'a> {
    pub(crate) operation: Operation,
    pub(crate) operands: Vec<(String, Node<'a>)>,
}

impl<'a> RawFormula<'a> {
    pub(crate) fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        Fields::open(node, "a formula", report)?;
        let entries = node.object()?;
        let [(key, list)] = entries.as_slice() else {
            report.at(
                node,
                format!(
                    "a formula has one key, one of ratio, sum, difference, but {}: write one",
                    this_has(entries.len())
                ),
            );
            return None;
        };
        let Some((_, operation)) = OPERATIONS.iter().find(|(name, _)| name == key) else {
            let advice = did_you_mean(key, OPERATIONS.map(|(name, _)| name), ": write one of them");
            report.at(
                list,
                format!("the key of a formula is one of ratio, sum, difference, but this is \"{key}\"{advice}"),
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
            report.at(list, format!("a {key} takes the ids of {count} figures, but {}: name {count}", this_has(found)));
            return None;
        }
        let twice =
            operands.iter().enumerate().find(|(at, (id, _))| operands.iter().take(*at).any(|(other, _)| other == id));
        if let Some((_, (id, node))) = twice {
            report.at(node, format!("\"{id}\" is named twice in this formula: name each figure once"));
            return None;
        }
        // An id could not be read, which the report says; without it the formula would be another one.
        if operands.len() < found {
            return None;
        }
        Some(Self { operation: *operation, operands })
    }
}

/// Computes the value in the result's unit. The error says why that is impossible.
///
/// A percentage counts as hundredths. Sums and differences are exact if their operands are; an *about* operand is precise to
/// its last digit, or to its second if it has fewer, and so is the result. A ratio that ends within the digits of its
/// operands, or within three, is not rounded; others are rounded to the digits of the least precise operand, three at least,
/// and become *about*. A ratio with an *about* operand has the digits of that operand, two at least. Counts stay whole.
pub(crate) fn evaluate(operation: Operation, operands: &[(Value, &Unit)], unit: &Unit) -> Result<Value, String> {
    for (value, _) in operands {
        if let Bounds::Magnitude(magnitude) = value.bounds {
            return Err(format!(
                "nothing can be computed from \"{}\", which is not a number: name a figure that has one",
                magnitude.key()
            ));
        }
    }
    if operation == Operation::Ratio && operands.iter().any(|(value, _)| value.ends().0.or(value.ends().1) < Some(0.0))
    {
        return Err("a ratio takes no figure that is or may be below 0: leave this one out".into());
    }
    let units: Vec<&Unit> = operands.iter().map(|(_, unit)| *unit).collect();
    dimension::check(operation, &units, unit)?;
    let values: Vec<&Value> = operands.iter().map(|(value, _)| value).collect();
    let approximate = values.iter().any(|value| value.approximate);
    let (span, rounded) = match (operation, values.as_slice(), units.as_slice()) {
        (Operation::Ratio, [a, b], [of, by]) => ratio(a, b, (of, by, unit), approximate)?,
        _ => (total(operation, &values, unit)?, false),
    };
    Ok(Value { bounds: span.bounds()?, approximate: approximate || rounded })
}

/// The powers of ten of the first and the last significant digit of a number; `None` for 0.
fn digits(number: f64) -> Option<(i32, i32)> {
    let (count, last) = number::parts(number);
    (count > 0.0).then(|| (last + number::write(count).len() as i32 - 1, last))
}

/// The digits of all ends of these values.
fn all_digits<'v>(values: impl Iterator<Item = &'v &'v Value>) -> impl Iterator<Item = (i32, i32)> {
    values.flat_map(|value| [value.ends().0, value.ends().1]).flatten().filter_map(digits)
}

fn total(operation: Operation, values: &[&Value], unit: &Unit) -> Result<Span, String> {
    // If a value may be below zero, an open lower end cannot be taken for 0.
    let closed = values.iter().all(|value| value.ends().0.is_some() && value.ends().1.is_some());
    let signed = closed && unit.reaches_below_zero();
    if !closed && values.iter().any(|value| value.size() < 0.0) {
        return Err(
            "a figure below 0 is added or subtracted only where both ends of all figures are known: leave this one out"
                .into(),
        );
    }
    // In units of the smallest decimal place, all are whole numbers.
    let places = all_digits(values.iter()).map(|(_, last)| -last).fold(0, i32::max);
    let spans: Vec<Span> = values.iter().map(|value| Span::of(value).map(|n| scaled(n, places).round())).collect();
    let span = match (operation, spans.as_slice()) {
        (Operation::Difference, [a, b]) => a.minus(b, signed)?,
        (_, [first, rest @ ..]) => rest.iter().fold(*first, |sum, next| sum.plus(next)),
        _ => return Err("the formula lacks a figure: name it".into()),
    };
    let about = values.iter().filter(|value| value.approximate);
    let coarsest = all_digits(about).map(|(first, last)| last.min(first - 1)).max();
    let step = scaled(1.0, coarsest.map_or(0, |place| (place + places).max(0)));
    let rounded = span.rounded(|number, way| to_step(number, step, way));
    kept(&span, &rounded)?;
    // A result with more digits than an f64 keeps is refused later, by way of NaN.
    Ok(rounded.map(|number| {
        if places > 0 && number.abs() >= number::LARGEST_DECIMAL { f64::NAN } else { scaled(number, -places) }
    }))
}

fn ratio(
    a: &Value,
    b: &Value,
    (of, by, unit): (&Unit, &Unit, &Unit),
    approximate: bool,
) -> Result<(Span, bool), String> {
    let hundreds = |unit: &Unit| if *unit == Unit::Percent { 2 } else { 0 };
    let operands = [a, b];
    let counts = |about: bool| {
        let least = if about { 2 } else { 3 };
        all_digits(operands.iter().filter(move |value| !about || value.approximate))
            .map(move |(first, last)| (first - last + 1).clamp(least, MOST_DIGITS))
    };
    let fewest = counts(approximate).min().unwrap_or(2);
    let most = if approximate { fewest } else { counts(false).max().unwrap_or(3) };
    let rule = Quotient { power: hundreds(unit) - hundreds(of) + hundreds(by), most, fewest, whole: unit.is_counted() };
    let (a, b) = (Span::of(a), Span::of(b));
    let span = a.over(&b, |a, b, way| rule.of(a, b, way).0)?;
    kept(&a, &span)?;
    let exact = |(a, b): (End, End)| rule.of(a.0, b.0, Way::Nearest).1;
    Ok((span, span.is_point() && !a.low.zip(b.low).is_some_and(exact)))
}

/// Refuses a result that was rounded to 0.
fn kept(before: &Span, rounded: &Span) -> Result<(), String> {
    let lost = match (before.low, rounded.low, rounded.high) {
        (Some((low, _)), Some((0.0, _)), high) => low > 0.0 && high.is_none_or(|(high, _)| high == 0.0),
        _ => false,
    };
    if lost {
        return Err("rounded to the digits that these figures have, the result is 0: compute it from more exact ones, or leave it out".into());
    }
    Ok(())
}
