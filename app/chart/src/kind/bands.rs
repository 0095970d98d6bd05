//! The places of the nodes of a flow, and the bands between them.

use crate::canvas::Canvas;
use crate::role::Role;

/// The gap between two nodes of one column.
pub(super) const GAP: i32 = 130;
/// The steps of a wide and of a thin band from one side to the other.
const STEPS: (i32, i32) = (12, 8);

/// A figure at a node: the begin and end of its stretch, from the top of the node.
pub(super) struct Slot {
    pub(super) figure: usize,
    pub(super) from: i32,
    pub(super) to: i32,
}

/// A placed node.
pub(super) struct Placed {
    pub(super) top: i32,
    pub(super) height: i32,
    pub(super) slots: Vec<Slot>,
}

/// Leaves a gap between two bands that are thick enough.
pub(super) fn inset(from: i32, to: i32) -> (i32, i32) {
    let by = match to - from {
        ..30 => 0,
        30..60 => 5,
        _ => 10,
    };
    (from + by, to - by)
}

/// Moves nodes, from first to last, so that none overlap and all are within a height.
pub(super) fn settle(nodes: &mut [Placed], height: i32) {
    let mut least = 0;
    for node in nodes.iter_mut() {
        node.top = node.top.max(least);
        least = node.top + node.height + GAP;
    }
    let mut most = height;
    for node in nodes.iter_mut().rev() {
        node.top = node.top.min(most - node.height);
        most = node.top - GAP;
    }
}

/// A band between two places, horizontal at both ends; `bend` is the place up to which it is straight.
pub(super) fn band(canvas: &mut Canvas, [left, bend, right]: [i32; 3], from: (i32, i32), to: (i32, i32), role: Role) {
    let steps = if from.1 - from.0 < 40 { STEPS.1 } else { STEPS.0 };
    let edge = |from: i32, to: i32| {
        let level = (bend > left).then_some((left, from));
        level.into_iter().chain((0..=steps).map(move |step| {
            let way = step * step * (3 * steps - 2 * step);
            (bend + (right - bend) * step / steps, from + (to - from) * way / steps.pow(3))
        }))
    };
    let points: Vec<(i32, i32)> =
        edge(from.0, to.0).chain(edge(from.1, to.1).collect::<Vec<_>>().into_iter().rev()).collect();
    canvas.polygon(&points, role);
}
