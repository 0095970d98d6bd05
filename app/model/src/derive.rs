//! Finds the value of every figure: takes the reported ones, and computes the derived ones once their operands are known.

use crate::figure::RawFigure;
use crate::formula::{self, RawFormula};
use crate::index::Index;
use crate::json::Node;
use crate::problem::Report;
use crate::rules::unknown_ids;
use crate::unit::Unit;
use crate::value::Value;

/// A derived figure that waits for its operands.
struct Waiting<'r> {
    formula: &'r RawFormula<'r>,
    unit: &'r Unit,
    node: &'r Node<'r>,
    /// The indices of its operands.
    needs: Vec<usize>,
}

/// The value of each figure, in file order; `None` if it is not known.
pub(crate) fn values<'r>(figures: &'r [RawFigure<'r>], report: &mut Report<'_>) -> Vec<Option<Value>> {
    let index = Index::of(figures.iter().map(RawFigure::name));
    let mut values: Vec<Option<Value>> = Vec::new();
    let mut waiting: Vec<Option<Waiting<'r>>> = Vec::new();
    // For each index: the figures that have the figure there as an operand.
    let mut wanted: Vec<Vec<usize>> = vec![Vec::new(); figures.len()];
    let mut ready = Vec::new();
    for (place, figure) in figures.iter().enumerate() {
        let mut derived = None;
        if let Some((formula, node)) = &figure.formula {
            unknown_ids(&formula.operands, &index, "figure", report);
            let needs: Vec<usize> = formula.operands.iter().filter_map(|(id, _)| index.get(id)).collect();
            if let Some(unit) = &figure.unit
                && needs.len() == formula.operands.len()
            {
                for need in &needs {
                    if let Some(want) = wanted.get_mut(*need) {
                        want.push(place);
                    }
                }
                derived = Some(Waiting { formula, unit, node, needs });
            }
        }
        let reported = if figure.formula.is_none() { figure.value } else { None };
        if reported.is_some() {
            ready.push(place);
        }
        values.push(reported);
        waiting.push(derived);
    }
    while let Some(known) = ready.pop() {
        for place in wanted.get(known).into_iter().flatten() {
            let Some(Some(derived)) = waiting.get(*place) else { continue };
            let Some(operands) = operands(&derived.needs, figures, &values) else { continue };
            match formula::evaluate(derived.formula.operation, &operands, derived.unit) {
                Ok(value) => {
                    if let Some(slot) = values.get_mut(*place) {
                        *slot = Some(value);
                    }
                    ready.push(*place);
                }
                Err(message) => report.at(derived.node, message),
            }
            if let Some(slot) = waiting.get_mut(*place) {
                *slot = None;
            }
        }
    }
    // A figure that still waits depends on itself, or on a figure that has a problem of its own.
    for (place, figure) in figures.iter().enumerate() {
        if let (Some(Some(derived)), Some(id)) = (waiting.get(place), figure.name())
            && reaches(place, &waiting)
        {
            report.at(derived.node, format!("\"{id}\" is computed from itself: break the circle"));
        }
    }
    values
}

/// The operands with their units; `None` until all of them are known.
fn operands<'r>(
    needs: &[usize],
    figures: &'r [RawFigure<'_>],
    values: &[Option<Value>],
) -> Option<Vec<(Value, &'r Unit)>> {
    needs.iter().map(|need| Some(((*values.get(*need)?)?, figures.get(*need)?.unit.as_ref()?))).collect()
}

/// Whether a figure depends on itself, directly or through others that wait.
fn reaches(place: usize, waiting: &[Option<Waiting<'_>>]) -> bool {
    let mut reached = vec![false; waiting.len()];
    let mut next = vec![place];
    while let Some(at) = next.pop() {
        let Some(Some(derived)) = waiting.get(at) else { continue };
        for need in &derived.needs {
            if let Some(seen) = reached.get_mut(*need)
                && !*seen
            {
                *seen = true;
                next.push(*need);
            }
        }
    }
    reached.get(place).copied().unwrap_or_default()
}
