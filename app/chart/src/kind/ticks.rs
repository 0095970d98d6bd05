//! The axis over rows: the unit, the numbers at its ticks, and lines down from them behind the marks.

use model::{Scale, Unit};
use statement::Account;

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::Align;

/// The font size of the numbers. The style sheet has the same.
pub(super) use crate::block::SMALL as SIZE;

/// The distance of lines of small print.
const LINE: i32 = 150;
/// The distance from the base line of the numbers to the first row.
const BELOW: i32 = 80;
/// The number of ticks that fit, roughly.
const TICKS_WIDE: usize = 6;
const TICKS_NARROW: usize = 4;

/// The places of the lines.
pub(super) struct Ground {
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    /// The left end of the plot.
    pub(super) left: i32,
    /// The heights between which there are lines: not through words.
    pub(super) bands: Vec<(i32, i32)>,
}

/// The height of the axis if the unit takes this many lines: beside the numbers, or above them in a narrow frame.
pub(super) fn head(unit: usize, frame: Frame) -> i32 {
    numbers(unit, frame) + BELOW
}

/// The base line of the numbers.
fn numbers(unit: usize, frame: Frame) -> i32 {
    let lines = if frame.is_narrow() { unit + 1 } else { unit.max(1) };
    SIZE + LINE * (lines as i32 - 1)
}

pub(super) fn draw(
    plot: &Account<'_>,
    unit: &Unit,
    words: &[String],
    axis: &Axis,
    ground: &Ground,
    canvas: &mut Canvas,
) {
    let Ground { frame, left, .. } = *ground;
    let about = if frame.is_narrow() { TICKS_NARROW } else { TICKS_WIDE };
    let ticks: Vec<(i32, i32, i32, String)> = axis
        .ticks(about)
        .into_iter()
        // Counted things have no halves.
        .filter(|tick| !unit.is_counted() || tick.fract() == 0.0)
        .map(|tick| {
            let x = axis.at(tick);
            let text = plot.language.number(tick, unit);
            let half = lettering::width(&text, SIZE, Weight::Regular) / 2;
            // A number over the edge is moved in. In a wide frame the first one may reach into the gutter.
            let leftmost = (left - 80).max(0) + half;
            (x, x.clamp(leftmost, (frame.width() - half).max(leftmost)), half, text)
        })
        .collect();
    for (top, bottom) in &ground.bands {
        for (x, ..) in &ticks {
            // A logarithmic scale has no zero.
            let is_base = *x == axis.base() && ground.scale == Scale::Linear;
            canvas.line(&[(*x, *top), (*x, *bottom)], if is_base { Role::Base } else { Role::Grid });
        }
    }
    // If not all numbers fit, every second or third is printed, evenly.
    let fits = |step: &usize| {
        let mut shown = ticks.iter().step_by(*step);
        let mut end = i32::MIN;
        shown.all(|(_, centre, half, _)| {
            let free = centre - half >= end;
            end = centre + half + 60;
            free
        })
    };
    let step = (1..ticks.len()).find(fits).unwrap_or(ticks.len().max(1));
    for (line, y) in words.iter().zip((SIZE..).step_by(LINE as usize)) {
        canvas.text((0, y), Align::Start, line, Role::Small);
    }
    let y = numbers(words.len(), frame);
    for (_, centre, _, text) in ticks.into_iter().step_by(step) {
        canvas.text((centre, y), Align::Middle, text, Role::Small);
    }
}
