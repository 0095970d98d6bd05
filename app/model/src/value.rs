//! A value with its qualifier as reported: *about*, *at least*, *more than*, a range, or only "thousands". It is never made
//! more exact.

use crate::json::{Node, one_of};
use crate::magnitude::Magnitude;
use crate::number;
use crate::problem::{Report, did_you_mean, this_has};
use crate::unit::Unit;

/// A reported or computed quantity, in the figure's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    /// The number or range.
    pub bounds: Bounds,
    /// Whether the source says *about*; for a computed value, whether an operand is *about* or the result was rounded.
    pub approximate: bool,
}

/// The number or range in which a quantity is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bounds {
    /// This number.
    Exactly(f64),
    /// This number or more.
    AtLeast(f64),
    /// More than this number.
    MoreThan(f64),
    /// This number or less.
    AtMost(f64),
    /// Less than this number.
    LessThan(f64),
    /// From the first to the second.
    Between(f64, f64),
    /// "Thousands", "dozens": an order of magnitude without a number.
    Magnitude(Magnitude),
}

/// Larger than any reported number; above it an `f64` loses digits.
const LARGEST: f64 = 9e15;

/// Smaller than any reported number; numbers far below it cannot be computed with.
const SMALLEST: f64 = 1e-15;

/// Whether a number can be kept, written and used in formulas.
pub(crate) fn is_sound(number: f64) -> bool {
    number == 0.0 || (SMALLEST..=LARGEST).contains(&number.abs())
}

const KEYS: [&str; 8] = ["exactly", "about", "at_least", "more_than", "at_most", "less_than", "between", "magnitude"];

impl Value {
    /// An exact value.
    pub fn exactly(number: f64) -> Self {
        Self { bounds: Bounds::Exactly(number), approximate: false }
    }

    /// An *about* value.
    pub fn about(number: f64) -> Self {
        Self { bounds: Bounds::Exactly(number), approximate: true }
    }

    /// A value with these bounds, without *about*.
    pub fn bounded(bounds: Bounds) -> Self {
        Self { bounds, approximate: false }
    }

    /// The least and the greatest number that it can be; `None` if that side is open or unknown.
    pub fn ends(&self) -> (Option<f64>, Option<f64>) {
        match self.bounds {
            Bounds::Exactly(n) => (Some(n), Some(n)),
            Bounds::AtLeast(n) | Bounds::MoreThan(n) => (Some(n), None),
            Bounds::AtMost(n) | Bounds::LessThan(n) => (None, Some(n)),
            Bounds::Between(low, high) => (Some(low), Some(high)),
            Bounds::Magnitude(_) => (None, None),
        }
    }

    /// The size of a value below zero: at most −5 is a fall of 5 or more. `None` for other values.
    pub fn fall(&self) -> Option<Self> {
        let bounds = match self.bounds {
            Bounds::Exactly(n) if n < 0.0 => Bounds::Exactly(-n),
            Bounds::AtMost(n) if n < 0.0 => Bounds::AtLeast(-n),
            Bounds::LessThan(n) if n < 0.0 => Bounds::MoreThan(-n),
            Bounds::Between(low, high) if low < 0.0 && high <= 0.0 => Bounds::Between(-high, -low),
            _ => return None,
        };
        Some(Self { bounds, ..*self })
    }

    /// The number for comparing and drawing: the greatest that it can be, or the least if that side is open.
    pub fn size(&self) -> f64 {
        let (low, high) = self.ends();
        high.or(low).unwrap_or(0.0)
    }

    /// The number for sorting: the least that it can be, or the greatest if that side is open; for a word, the least number
    /// that it means.
    pub fn rank(&self) -> f64 {
        let (low, high) = match self.bounds {
            Bounds::Magnitude(magnitude) => (Some(magnitude.band().0), None),
            _ => self.ends(),
        };
        low.or(high).unwrap_or(0.0)
    }

    pub(crate) fn read(node: &Node<'_>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<Self> {
        let Some(entries) = node.object() else {
            let hint = if node.number().is_some_and(is_sound) {
                format!(", for example {{\"exactly\": {}}}", node.written())
            } else {
                String::new()
            };
            report.at(
                node,
                format!(
                    "a value says how exact it is, but this is {}: write one of {}{hint}",
                    node.found(),
                    KEYS.join(", ")
                ),
            );
            return None;
        };
        let [(key, inner)] = entries.as_slice() else {
            report.at(
                node,
                format!("a value has one key, one of {}, but {}: write one", KEYS.join(", "), this_has(entries.len())),
            );
            return None;
        };
        let bounds = match key.as_str() {
            "exactly" | "about" => Bounds::Exactly(size(inner, unit, report)?),
            "at_least" => Bounds::AtLeast(closed_below(inner, unit, report)?),
            "more_than" => Bounds::MoreThan(closed_below(inner, unit, report)?),
            "at_most" => Bounds::AtMost(size(inner, unit, report)?),
            "less_than" => less_than(inner, unit, report)?,
            "between" => between(inner, unit, report)?,
            "magnitude" => Bounds::Magnitude(magnitude(inner, report)?),
            other => {
                let advice = did_you_mean(other, KEYS, ": write one of them");
                report.at(
                    inner,
                    format!("the key of a value is one of {}, but this is \"{other}\"{advice}", KEYS.join(", ")),
                );
                return None;
            }
        };
        Some(Self { bounds, approximate: key == "about" })
    }
}

fn size(node: &Node<'_>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<f64> {
    let Some(number) = node.number() else {
        report.at(
            node,
            format!(
                "a number belongs here, but this is {}: write it in digits, without separators or quotation marks",
                node.found()
            ),
        );
        return None;
    };
    if number < 0.0
        && let Some(unit) = unit.filter(|unit| !unit.reaches_below_zero())
    {
        report.at(
            node,
            format!(
                "a count of \"{}\" cannot be below 0, but this is {}: call it a fall in the label, or declare the unit as measured in \"units\"",
                unit.key(),
                node.found()
            ),
        );
        return None;
    }
    if !is_sound(number) {
        let wrong = match number {
            _ if number.is_nan() => "has more digits than can be kept: write as many as the article does",
            _ if number.abs() > LARGEST => "is too large to be kept exactly: count its zeros",
            _ => "is too small to be kept exactly: count its zeros",
        };
        report.at(node, format!("{} {wrong}", node.found()));
        return None;
    }
    if number.fract() != 0.0
        && let Some(unit) = unit.filter(|unit| unit.is_counted() || matches!(unit, Unit::Level(_)))
    {
        report.at(
            node,
            format!(
                "the unit \"{}\" takes whole numbers, but this is {}: correct the number or the unit, or declare the unit as measured in \"units\"",
                unit.key(),
                node.found()
            ),
        );
        return None;
    }
    Some(number)
}

/// The lower bound of an open value. It cannot be below zero, since the value would then include every rise.
fn closed_below(node: &Node<'_>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<f64> {
    let number = size(node, unit, report)?;
    if number < 0.0 {
        report.at(
            node,
            format!("a number that is only known to be above {} may be a rise of any size: write \"between\", or \"at_most\" if it fell at least that far", number::write(number)),
        );
        return None;
    }
    Some(number)
}

fn less_than(node: &Node<'_>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<Bounds> {
    let number = size(node, unit, report)?;
    if number == 0.0 {
        report.at(node, "nothing is less than 0: write \"exactly\" for none, or correct the number");
        return None;
    }
    Some(Bounds::LessThan(number))
}

fn between(node: &Node<'_>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<Bounds> {
    let ends = node.list();
    let Some([low, high]) = ends.as_deref() else {
        let found = ends.map_or_else(|| format!("this is {}", node.found()), |ends| this_has(ends.len()));
        report.at(node, format!("\"between\" takes two numbers, but {found}: write [low, high]"));
        return None;
    };
    let (low, high) = (size(low, unit, report), size(high, unit, report));
    let (low, high) = (low?, high?);
    if low >= high {
        report.at(node, format!("the first number of a range is the smaller one, but these are {} and {}: exchange them, or write one number with \"exactly\"", number::write(low), number::write(high)));
        return None;
    }
    Some(Bounds::Between(low, high))
}

fn magnitude(node: &Node<'_>, report: &mut Report<'_>) -> Option<Magnitude> {
    one_of(node, &Magnitude::ALL.map(|magnitude| (magnitude.key(), magnitude)), "magnitude", report)
}
