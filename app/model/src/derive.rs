//! The value of every figure: those that are reported as they stand, those that are derived computed
//! as soon as what they need is known.

use std::collections::{BTreeMap, BTreeSet};

use crate::figure::RawFigure;
use crate::formula::{self, RawFormula};
use crate::json::Node;
use crate::problem::Report;
use crate::rules::unknown_ids;
use crate::unit::Unit;
use crate::value::Value;

/// The values that are known, by figure.
pub(crate) type Values<'r> = BTreeMap<&'r str, (Value, &'r Unit)>;

/// A figure that waits for others.
struct Waiting<'r> {
    formula: &'r RawFormula<'r>,
    unit: &'r Unit,
    node: &'r Node<'r>,
}

impl Waiting<'_> {
    fn needs(&self) -> impl Iterator<Item = &str> {
        self.formula.operands.iter().map(|(id, _)| id.as_str())
    }
}

/// The value of each figure whose value can be known.
pub(crate) fn values<'r>(figures: &'r [RawFigure<'r>], report: &mut Report<'_>) -> Values<'r> {
    let named = || figures.iter().filter_map(|figure| Some((figure.id.as_ref()?.0.as_str(), figure)));
    let ids: BTreeSet<&str> = named().map(|(id, _)| id).collect();
    let mut values = Values::new();
    let mut waiting: BTreeMap<&str, Waiting<'r>> = BTreeMap::new();
    let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, figure) in named() {
        if let Some((formula, _)) = &figure.formula {
            unknown_ids(&formula.operands, &ids, "figure", report);
        }
        match (&figure.formula, figure.value, &figure.unit) {
            (Some((formula, node)), _, Some(unit)) => {
                waiting.insert(id, Waiting { formula, unit, node });
                for (operand, _) in &formula.operands {
                    wanted.entry(operand).or_default().push(id);
                }
            }
            (None, Some(value), Some(unit)) => drop(values.insert(id, (value, unit))),
            _ => {}
        }
    }
    let mut ready: Vec<&str> = values.keys().copied().collect();
    while let Some(known) = ready.pop() {
        for id in wanted.get(known).into_iter().flatten() {
            let Some(derived) = waiting.get(id) else { continue };
            let operands: Option<Vec<_>> = derived.needs().map(|operand| values.get(operand).copied()).collect();
            let Some(operands) = operands else { continue };
            match formula::evaluate(derived.formula.operation, &operands, derived.unit) {
                Ok(value) => {
                    values.insert(id, (value, derived.unit));
                    ready.push(id);
                }
                Err(message) => report.at(derived.node, message),
            }
            waiting.remove(id);
        }
    }
    // What still waits, waits for itself, or for a figure that has a problem of its own.
    for (id, derived) in &waiting {
        if reaches(id, &waiting) {
            report.at(derived.node, format!("\"{id}\" is computed from itself: break the circle"));
        }
    }
    values
}

/// Whether a figure needs itself, at once or through others that wait.
fn reaches(id: &str, waiting: &BTreeMap<&str, Waiting<'_>>) -> bool {
    let mut reached = BTreeSet::new();
    let mut next = vec![id];
    while let Some(derived) = next.pop().and_then(|id| waiting.get(id)) {
        for need in derived.needs().filter(|need| waiting.contains_key(need)) {
            if reached.insert(need) {
                next.push(need);
            }
        }
    }
    reached.contains(id)
}
