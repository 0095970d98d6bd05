//! The signs at the ends of lengths and dots: an edge for a closed end, an arrow for an open end, and fading slivers. For
//! *about*, edge and arrow are broken. They differ in shape, so they work in print and in high contrast.

use crate::canvas::Canvas;
use crate::role::Role;

/// The width of an edge.
pub(crate) const EDGE: i32 = 20;

/// A closed end from a place to the right, which is higher than its length.
pub(crate) fn edge(canvas: &mut Canvas, at: i32, (top, height): (i32, i32), about: bool) {
    let (top, height) = (top - 20, height + 40);
    let pieces = if about { [(0, 5), (8, 13), (16, 21)].as_slice() } else { &[(0, 21)] };
    for (from, to) in pieces {
        canvas.fill((at, top + height * from / 21), (at + EDGE, top + height * to / 21), Role::Edge);
    }
}

/// An open end from a place to the right.
pub(crate) fn arrow(canvas: &mut Canvas, (from, to): (i32, i32), (top, height): (i32, i32), role: Role, about: bool) {
    if about {
        return slivers(canvas, (from, to), (top, height), role, true);
    }
    canvas.polygon(&[(from, top), (to, top + height / 2), (from, top + height)], role);
}

/// Fading from one place to another, to the right or to the left: thinner and thinner, and lower at an arrow.
pub(crate) fn slivers(
    canvas: &mut Canvas,
    (from, to): (i32, i32),
    (top, height): (i32, i32),
    role: Role,
    is_arrow: bool,
) {
    let length = (to - from).abs();
    if length < 30 {
        return;
    }
    // A short one has a single sliver, so that its gap is visible.
    let count = if length < 80 { 1 } else { (length / 60).clamp(2, 6) };
    let pitch = length / count;
    let gap = (pitch / 3).max(20);
    for step in 0..count {
        let start = step * pitch + gap;
        let end = start + ((pitch - gap) * (count - step) / count).max(10);
        let (left, right) = if to > from { (from + start, from + end) } else { (from - end, from - start) };
        let inset = if is_arrow { height * (step + 1) / (2 * count + 2) } else { 0 };
        canvas.fill((left, top + inset), (right, top + height - inset), role);
    }
}
