//! What became of a figure: its own status, and that of every figure that it is computed from.

use crate::dashboard::Dashboard;
use crate::figure::{Figure, Origin, Status};

impl Dashboard {
    /// The figures whose status a reader of this one has to know: itself first, then those that it is computed from,
    /// directly or through others, in the order of the formulas. Empty where all of them are current.
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

    /// Whether a figure may still be used: neither it nor anything that it is computed from was superseded or withdrawn.
    pub fn stands(&self, figure: &Figure) -> bool {
        self.doubts(figure).iter().all(|figure| figure.status.stands())
    }

    /// The figures that took the place of this one, each after the one that it superseded. No chain leads back into
    /// itself: such a file is refused.
    pub fn successors<'a>(&'a self, figure: &'a Figure) -> impl Iterator<Item = &'a Figure> {
        let next = |figure: &Figure| match &figure.status {
            Status::Superseded(by) => self.figure(by),
            _ => None,
        };
        std::iter::successors(next(figure), move |figure| next(figure))
    }

    /// The last of the figures that took the place of this one, if it is superseded.
    pub fn newest<'a>(&'a self, figure: &'a Figure) -> Option<&'a Figure> {
        self.successors(figure).last()
    }
}
