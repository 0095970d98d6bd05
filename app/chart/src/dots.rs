//! The grammar of dots, each of which is a stated number. As in [`crate::extent`], what is certain is solid, and each
//! qualifier has its own end.
//!
//! Uncertain dots are smaller: up to an edge for *at most*, up to an arrow for *less than*, between both numbers of a range.
//! Open ends go on after an edge or arrow in a few shrinking dots. For *about*, dots shrink from nine tenths of the number
//! to eleven tenths, at least one dot to either side, and edge and arrow are broken. A *magnitude* is drawn as broken rings,
//! as many as the largest number it can mean.

use model::{Bounds, Value};

use crate::canvas::Canvas;
use crate::extent::around;
use crate::role::Role;
use crate::sign::{self, EDGE};

/// The number of dots in an open end.
const BEYOND: i32 = 3;
/// The smallest visible part of a dot.
const LEAST: f64 = 0.1;
/// The minimum distance between the ends of a range.
const APART: f64 = 0.35;

/// The grid of dots.
pub(crate) struct Grid {
    /// The centre of the first dot.
    pub(crate) first: (i32, i32),
    /// The number of dots in a row.
    pub(crate) columns: i32,
    /// The distance between centres.
    pub(crate) pitch: i32,
    /// The size of a dot.
    pub(crate) radius: i32,
    /// Whether they are squares, each of which is one thing.
    pub(crate) square: bool,
}

impl Grid {
    fn at(&self, index: i32) -> (i32, i32) {
        let (x, y) = self.first;
        (x + index % self.columns * self.pitch, y + index / self.columns * self.pitch)
    }

    fn put(&self, canvas: &mut Canvas, index: i32, radius: i32, role: Role) {
        let (x, y) = self.at(index);
        if self.square {
            canvas.fill((x - radius, y - radius), (x + radius, y + radius), role);
        } else {
            canvas.disc((x, y), radius, role);
        }
    }

    /// The left part of a dot that covers this share of it.
    fn put_part(&self, canvas: &mut Canvas, index: i32, radius: i32, share: f64, role: Role) {
        let (x, y) = self.at(index);
        if self.square {
            let right = x - radius + (f64::from(2 * radius) * share) as i32;
            canvas.fill((x - radius, y - radius), (right, y + radius), role);
        } else {
            segment(canvas, (x, y), radius, share, role);
        }
    }

    /// A place for a possible dot.
    fn leave(&self, canvas: &mut Canvas, index: i32) {
        let (x, y) = self.at(index);
        let radius = self.radius - 5;
        if self.square {
            canvas.outline((x - radius, y - radius), (x + radius, y + radius), Role::Band);
        } else {
            canvas.ring((x, y), radius, Role::Band);
        }
    }
}

/// The number of dots that a value takes, with its soft or open end.
pub(crate) fn count(value: &Value, dot: f64) -> i32 {
    let end = in_dots(value.size(), dot);
    match value.bounds {
        Bounds::Magnitude(magnitude) => in_dots(magnitude.band().1, dot).ceil() as i32,
        Bounds::AtLeast(_) | Bounds::MoreThan(_) => end.ceil() as i32 + BEYOND,
        _ if value.approximate => round_about(end).1,
        _ => end.ceil() as i32,
    }
}

/// A number in dots, without the error of binary fractions.
fn in_dots(number: f64, dot: f64) -> f64 {
    (number / dot * 1e6).round() / 1e6
}

/// The dots between which the end of *about* a number is.
fn round_about(end: f64) -> (i32, i32) {
    let (least, most) = around(end);
    (least.min(end - 1.0).max(0.0) as i32, most.max(end + 1.0).ceil() as i32)
}

/// A value in dots; `places` is their number, `certain` and `possible` are the shapes that fill them.
pub(crate) fn draw(
    canvas: &mut Canvas,
    grid: &Grid,
    value: &Value,
    dot: f64,
    places: i32,
    (certain, possible): (Role, Role),
) {
    if let Bounds::Magnitude(_) = value.bounds {
        return (0..places).for_each(|index| grid.leave(canvas, index));
    }
    let about = value.approximate;
    let ends = value.ends();
    let high = in_dots(value.size(), dot);
    let low = match ends {
        (Some(low), Some(_)) if !matches!(value.bounds, Bounds::Exactly(_)) => {
            in_dots(low, dot).min(high - APART).max(0.0)
        }
        (Some(_), _) => high,
        (None, _) => 0.0,
    };
    // The ends of the full and of the small dots.
    let (mut full, mut small) = (low, high);
    let soft = |canvas: &mut Canvas, from: i32, to: i32, size: i32| {
        for index in from..to.min(places) {
            // Few sizes, so that dots of one size are one path.
            let step = (index - from) * 6 / (to - from);
            grid.put(canvas, index, grid.radius * size * (9 - step) / 900, possible);
        }
    };
    let last = high.ceil() as i32;
    if about {
        full = full.min(f64::from(round_about(low).0));
        small = small.min(f64::from(round_about(high).0)).max(full);
        let is_open = ends.1.is_none();
        // The possible dots of *at most about* begin smaller than the certain ones.
        let size = if ends.0.is_some() { 80 } else { 35 };
        soft(canvas, small as i32, if is_open { last } else { round_about(high).1 }, size);
    }
    if ends.1.is_none() {
        soft(canvas, last, last + BEYOND, 80);
    }
    if small > full {
        run(canvas, grid, (full.floor(), small), grid.radius * 6 / 10, possible, places);
    }
    run(canvas, grid, (0.0, full), grid.radius, certain, places);
    let mut end = |index: i32, is_edge: bool| {
        let (x, y) = if index > 0 { grid.at(index - 1) } else { (grid.first.0 - grid.pitch, grid.first.1) };
        let middle = (x + grid.pitch / 2).max(3 * EDGE / 2);
        let rows = (y - grid.radius, 2 * grid.radius);
        if is_edge {
            sign::edge(canvas, middle - EDGE / 2, rows, about);
        } else {
            sign::arrow(canvas, (middle - 3 * EDGE / 2, middle + 3 * EDGE / 2), rows, Role::Edge, about);
        }
    };
    match value.bounds {
        Bounds::AtLeast(_) | Bounds::AtMost(_) => end(last, true),
        Bounds::MoreThan(_) | Bounds::LessThan(_) => end(last, false),
        Bounds::Between(..) => {
            // Both edges are within one dot.
            let first = if low.ceil() as i32 == last { low.floor() } else { low.ceil() };
            end(first as i32, true);
            end(last, true);
        }
        Bounds::Exactly(_) | Bounds::Magnitude(_) => {}
    }
}

/// Dots from one place to another, with the left part of the last one.
fn run(canvas: &mut Canvas, grid: &Grid, (from, to): (f64, f64), radius: i32, role: Role, places: i32) {
    for index in from as i32..(to.ceil() as i32).min(places) {
        let share = to - f64::from(index);
        if share >= 1.0 {
            grid.put(canvas, index, radius, role);
        } else {
            // A part of a dot after whole ones is at most a tenth too large; a single part may be all there is.
            if index == 0 && share > 0.0 && share < LEAST {
                canvas.enlarge();
            }
            grid.put_part(canvas, index, radius, share.max(LEAST), role);
        }
    }
}

/// The left part of a dot that covers this share of its area, found by summing vertical slices.
fn segment(canvas: &mut Canvas, (x, y): (i32, i32), radius: i32, share: f64, role: Role) {
    let half = |across: i32| f64::from(radius * radius - across * across).sqrt();
    let whole: f64 = (-radius..=radius).map(half).sum();
    let mut covered = 0.0;
    let mut edge = -radius;
    while edge < radius && covered < share * whole {
        covered += half(edge);
        edge += 1;
    }
    let above: Vec<(i32, i32)> =
        (-radius..edge).step_by(10).chain([edge]).map(|across| (x + across, half(across).round() as i32)).collect();
    let upper = above.iter().map(|(x, half)| (*x, y - half));
    let lower = above.iter().rev().map(|(x, half)| (*x, y + half));
    let points: Vec<(i32, i32)> = upper.chain(lower).collect();
    canvas.polygon(&points, role);
}
