//! The status of a figure, together with the status of every figure that it is computed from.

use crate::dashboard::Dashboard;
use crate::figure::{Figure, Origin, Status};

impl Dashboard {
    /// The figures that are not current among this one and those that it is computed from, directly or indirectly: itself
    /// first, then in the order of the formulas. A reader of the figure needs their status.
    pub fn doubts<'a>(&'a self, figure: &'a Figure) -> Vec<&'a Figure> {
        let mut seen: Vec<&Figure> = Vec::new();
        let mut waiting = vec![figure];
        while let Some(figure) = waiting.pop() {
            if seen.iter().any(|other| std::ptr::eq(*other, figure)) {
                continue;
            }
            seen.push(figure);
            if let Origin::Derived(formula) = &figure.origin {
                waiting.extend(formula.operands.iter().rev().filter_map(|id| self.figure(id)));
            }
        }
        seen.retain(|figure| figure.status != Status::Current);
        seen
    }

    /// Whether a figure may still be used: neither it nor any figure that it is computed from is superseded or withdrawn.
    pub fn applies(&self, figure: &Figure) -> bool {
        self.doubts(figure).iter().all(|figure| figure.status.applies())
    }

    /// The figures that superseded this one, one after another. The chain is finite: files with a circle are refused.
    pub fn successors<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
        let next = |figure: &Figure| match &figure.status {
            Status::Superseded(by) => self.figure(by),
            _ => None,
        };
        std::iter::successors(next(figure), move |figure| next(figure))
    }

    /// The last in the chain of figures that superseded this one, if any.
    pub fn newest<'a>(&'a self, figure: &'a Figure) -> Option<&'a Figure> {
        self.successors(figure).last()
    }
}
