//! Shares: a part of a whole, as a part of a bar or as dots of which each stands for a stated number.

use model::{Chart, Figure, Scale, Share, Unit, Value};
use statement::Account;

use crate::axis::Axis;
use crate::block::{Block, SMALL};
use crate::canvas::Canvas;
use crate::extent::{self, Form, OVERHANG};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::{Align, Subject};

/// The height of a share's bar.
const BAR: i32 = 360;
/// From one dot to the next.
const PITCH: i32 = 250;
/// The radius of a dot.
const DOT: i32 = 90;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, share: Share, frame: Frame, canvas: &mut Canvas) -> i32 {
    let figures = plot.figures(chart);
    let Some((part, rest)) = figures.split_first() else { return 0 };
    let mut y = 0;
    for figure in &figures {
        y += words(plot, figure, frame, y, canvas) + 80;
    }
    match share {
        Share::Bar => bar(plot, part, rest.first().copied(), frame, y, canvas),
        Share::Dots(dot) => dots(part, rest.first().copied(), dot, frame, y, canvas),
    }
}

/// The words of a figure above the picture. Returns their height.
fn words(plot: &Account<'_>, figure: &Figure, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let block = Block::of(plot, figure, frame.width().min(4400));
    let height = block.height();
    canvas.open(Subject::Figure(figure.id.clone()));
    block.draw(canvas, 0, y);
    canvas.close();
    height
}

fn bar(plot: &Account<'_>, part: &Figure, whole: Option<&Figure>, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let full =
        whole.map_or_else(|| Value::exactly(if part.unit == Unit::Percent { 100.0 } else { 1.0 }), |whole| whole.value);
    let axis = Axis::holding([part.value, full].iter(), Scale::Linear, 10, frame.width() - OVERHANG);
    let end = full.size();
    canvas.fill((axis.base(), y), (axis.at(end), y + BAR), Role::Rest);
    canvas.open(Subject::Figure(part.id.clone()));
    extent::draw(canvas, &axis, &part.value, Form::Bar, y, BAR);
    canvas.close();
    let ends = [(0.0, Align::Start), (end / 2.0, Align::Middle), (end, Align::End)];
    // Nothing, half and the whole have names.
    let amount = |number| plot.bare(&Value::exactly(number), &part.unit).into_parts().1;
    let ends = ends.map(|(number, align)| (axis.at(number), align, amount(number)));
    // Where the middle number has no room between the others, its tick stands alone.
    let widths = ends.each_ref().map(|(_, _, text)| lettering::width(text, SMALL, Weight::Regular));
    let fits = widths[1] / 2 + widths[0].max(widths[2]) + 60 <= (axis.at(end) - axis.base()) / 2;
    for (x, align, text) in ends {
        canvas.line(&[(x, y + BAR), (x, y + BAR + 60)], Role::Base);
        if fits || align != Align::Middle {
            canvas.text((x, y + BAR + 200), align, text, Role::Small);
        }
    }
    y + BAR + 280
}

fn dots(part: &Figure, whole: Option<&Figure>, dot: f64, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let (filled, all) = (part.value.size() / dot, whole.map_or(100.0, |whole| whole.value.size()) / dot);
    let columns = if frame == Frame::Wide { 25 } else { 10 };
    let count = all.ceil() as i32;
    let place = |index: i32| (DOT + 10 + index % columns * PITCH, y + DOT + 10 + index / columns * PITCH);
    if let Some(whole) = whole {
        canvas.open(Subject::Figure(whole.id.clone()));
    }
    for index in 0..count {
        canvas.disc(place(index), DOT, Role::Rest);
    }
    canvas.close();
    canvas.open(Subject::Figure(part.id.clone()));
    for index in 0..filled.ceil() as i32 {
        let share = (filled - f64::from(index)).min(1.0);
        if share >= 1.0 {
            canvas.disc(place(index), DOT, Role::Solid);
        } else {
            segment(canvas, place(index), share);
        }
    }
    canvas.close();
    let rows = (count + columns - 1) / columns;
    y + rows * PITCH + 20
}

/// The left part of a dot that covers this share of its area, found by adding up its upright slices.
fn segment(canvas: &mut Canvas, (x, y): (i32, i32), share: f64) {
    let half = |across: i32| f64::from(DOT * DOT - across * across).sqrt();
    let whole: f64 = (-DOT..=DOT).map(half).sum();
    let mut covered = 0.0;
    let mut edge = -DOT;
    while edge < DOT && covered < share * whole {
        covered += half(edge);
        edge += 1;
    }
    let above: Vec<(i32, i32)> =
        (-DOT..edge).step_by(10).chain([edge]).map(|across| (x + across, half(across).round() as i32)).collect();
    let upper = above.iter().map(|(x, half)| (*x, y - half));
    let lower = above.iter().rev().map(|(x, half)| (*x, y + half));
    let points: Vec<(i32, i32)> = upper.chain(lower).collect();
    canvas.polygon(&points, Role::Solid);
}
