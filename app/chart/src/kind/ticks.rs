//! The axis over rows: what is counted, the numbers at its ticks, and lines down from them behind the marks.

use model::{Scale, Unit};
use statement::Account;

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::Align;

/// The font size of the numbers. The style sheet sets the same.
pub(super) use crate::block::SMALL as SIZE;

/// From one line of small print to the next.
const LINE: i32 = 150;
/// From the base line of the numbers to the first row.
const BELOW: i32 = 80;
/// About so many ticks fit.
const TICKS_WIDE: usize = 6;
const TICKS_NARROW: usize = 4;

/// Where the lines run.
pub(super) struct Ground {
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    /// Where the plot begins.
    pub(super) left: i32,
    /// From which heights to which there are lines: not through words.
    pub(super) bands: Vec<(i32, i32)>,
}

/// The height of the axis where the unit takes so many lines: beside the numbers, or above them where it is narrow.
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
        // There is no half of what is counted.
        .filter(|tick| !unit.is_counted() || tick.fract() == 0.0)
        .map(|tick| {
            let x = axis.at(tick);
            let text = plot.language.number(tick, unit);
            let half = lettering::width(&text, SIZE, Weight::Regular) / 2;
            // A number over the edge is moved in. In a wide frame the one at the base may reach into the gutter.
            let leftmost = (left - 80).max(0) + half;
            (x, x.clamp(leftmost, (frame.width() - half).max(leftmost)), half, text)
        })
        .collect();
    for (top, bottom) in &ground.bands {
        for (x, ..) in &ticks {
            // A logarithmic scale has no zero to begin at.
            let is_base = *x == axis.base() && ground.scale == Scale::Linear;
            canvas.line(&[(*x, *top), (*x, *bottom)], if is_base { Role::Base } else { Role::Grid });
        }
    }
    // Where the numbers do not all fit beside one another, every second of them stands, or every third: an even row.
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
