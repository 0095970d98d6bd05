//! Figures in rows over one axis: words on the left and the mark on the right, or the mark below the words where it is narrow.

use model::{Figure, Scale};
use statement::Account;

use crate::axis::Axis;
use crate::block::{Block, SMALL};
use crate::canvas::Canvas;
use crate::extent::{self, Form, OVERHANG};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::{Align, Subject};

/// The height of a mark.
const MARK: i32 = 180;
/// Between rows.
const BETWEEN: i32 = 220;
/// Between words and mark.
const GUTTER: i32 = 240;
/// About so many ticks fit.
const TICKS_WIDE: usize = 6;
const TICKS_NARROW: usize = 4;

pub(super) fn draw(
    plot: &Account<'_>,
    figures: &[&Figure],
    scale: Scale,
    form: Form,
    frame: Frame,
    canvas: &mut Canvas,
) -> i32 {
    let width = frame.width();
    let words = match frame {
        Frame::Wide => 2600,
        Frame::Narrow => width,
    };
    let left = match frame {
        Frame::Wide => words + GUTTER,
        Frame::Narrow => 0,
    };
    // A place needs room for half a mark on its left, a length begins at the base line.
    let inset = if form == Form::Span { MARK / 2 + 180 } else { 10 };
    // Below zero an open end goes on to the left.
    let below = figures.iter().any(|figure| figure.value.size() < 0.0 || figure.value.rank() < 0.0);
    let inset = if below { inset.max(OVERHANG) } else { inset };
    let axis = Axis::holding(figures.iter().map(|figure| &figure.value), scale, left + inset, width - OVERHANG);

    let mut y = 0;
    let mut marks = Vec::new();
    for figure in figures {
        let block = Block::of(plot, figure, words);
        let (mark_top, bottom) = match frame {
            Frame::Wide => {
                let height = block.height().max(MARK);
                (y + (height - MARK) / 2, y + height)
            }
            Frame::Narrow => {
                let top = y + block.height() + 40;
                (top, top + MARK)
            }
        };
        marks.push((*figure, block, y, mark_top));
        y = bottom + BETWEEN;
    }
    let floor = y - BETWEEN + 120;
    draw_axis(plot, figures, &axis, frame, (left, floor), canvas);
    for (figure, block, top, mark_top) in marks {
        canvas.open(Subject::Figure(figure.id.clone()));
        block.draw(canvas, 0, top);
        extent::draw(canvas, &axis, &figure.value, form, mark_top, MARK);
        canvas.close();
    }
    floor + 280
}

/// Lines at the ticks behind the marks, and the numbers below them.
fn draw_axis(
    plot: &Account<'_>,
    figures: &[&Figure],
    axis: &Axis,
    frame: Frame,
    (left, floor): (i32, i32),
    canvas: &mut Canvas,
) {
    let Some(first) = figures.first() else { return };
    let about = if frame == Frame::Wide { TICKS_WIDE } else { TICKS_NARROW };
    let top = if frame == Frame::Wide { 0 } else { floor - 40 };
    let ticks: Vec<(i32, i32, i32, String)> = axis
        .ticks(about)
        .into_iter()
        // There is no half of what is counted.
        .filter(|tick| !first.unit.is_counted() || tick.fract() == 0.0)
        .map(|tick| {
            let x = axis.at(tick);
            let text = plot.language.number(tick, &first.unit);
            let half = lettering::width(&text, SMALL, Weight::Regular) / 2;
            // A number over the edge is moved in. In a wide frame the one at the base may reach into the gutter.
            let leftmost = (left - GUTTER / 2).max(0) + half;
            (x, x.clamp(leftmost, (frame.width() - half).max(leftmost)), half, text)
        })
        .collect();
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
    for (index, (x, centre, _, text)) in ticks.into_iter().enumerate() {
        canvas.line(&[(x, top), (x, floor)], if x == axis.base() { Role::Base } else { Role::Grid });
        if index % step == 0 {
            canvas.text((centre, floor + 170), Align::Middle, text, Role::Small);
        }
    }
}
