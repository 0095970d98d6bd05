//! Shares: a part of a whole, as a part of a bar, or as dots of a stated number each.

use model::{Chart, Figure, Scale, Share, Unit, Value};
use statement::{Account, Message};

use crate::axis::Axis;
use crate::block::{Block, SMALL};
use crate::canvas::Canvas;
use crate::dots::{self, Grid};
use crate::extent::{self, Form, OVERHANG, around};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};
use crate::scene::{Align, Subject};

/// The height of a share's bar.
const BAR: i32 = 360;
/// The distance of dots.
const PITCH: i32 = 250;
/// The minimum distance of dots in a box.
const LEAST_PITCH: i32 = 110;
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

/// The samples of its forms, and the number of a dot.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart, share: Share) -> Vec<Sample> {
    let figures = plot.figures(chart);
    let Share::Dots(dot) = share else {
        return sample::forms(plot.language, &figures, Drawn::As(Form::Bar));
    };
    let mut samples = sample::forms(plot.language, &figures, Drawn::Dots);
    if let Some(figure) = figures.first() {
        let amount = plot.bare(&Value::exactly(dot), &figure.unit).to_string();
        samples.push(sample::remark(plot.language, Message::LegendDot { amount: &amount }));
    }
    samples
}

/// The words of a figure above the picture. Returns their height.
fn words(plot: &Account<'_>, figure: &Figure, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let block = Block::of(plot, figure, if is_boxed(frame) { frame.width() } else { frame.width().min(4400) });
    let height = block.height();
    canvas.open(Subject::Figure(figure.id.clone()));
    block.draw(canvas, 0, y);
    canvas.close();
    height
}

/// What is known of the whole; of a single share, all of it.
fn whole_of(part: &Figure, whole: Option<&Figure>) -> Value {
    whole.map_or_else(|| Value::exactly(if part.unit == Unit::Percent { 100.0 } else { 1.0 }), |whole| whole.value)
}

fn bar(plot: &Account<'_>, part: &Figure, whole: Option<&Figure>, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let full = whole_of(part, whole);
    let end = full.size();
    let axis = part_of(part, whole, frame.width(), (y, BAR), canvas);
    let ends = [(0.0, Align::Start), (end / 2.0, Align::Middle), (end, Align::End)];
    // Zero, half and the whole have ticks. The end of an uncertain whole has its qualifier, and its half has no label, since
    // no article gives it.
    let exact = full == Value::exactly(end);
    let amount = |number: f64| match (exact, number == end) {
        (false, true) => plot.bare(&full, &part.unit).to_string(),
        (false, false) if number > 0.0 => String::new(),
        _ => plot.bare(&Value::exactly(number), &part.unit).into_parts().1,
    };
    let ends = ends.map(|(number, align)| (axis.at(number), align, amount(number)));
    // If the middle number has no room between the others, it is left out.
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

/// A part in its whole, as a bar of this width, top and height. Returns the axis of both.
pub(super) fn part_of(
    part: &Figure,
    whole: Option<&Figure>,
    width: i32,
    (top, height): (i32, i32),
    canvas: &mut Canvas,
) -> Axis {
    let full = whole_of(part, whole);
    // The largest number that the whole can be; if it is open, also the part.
    let reach = |value: Value| Value::exactly(if value.approximate { around(value.size()).1 } else { value.size() });
    let open = full.ends().1.is_none();
    let most = [reach(full), if open { reach(part.value) } else { full }];
    let axis = Axis::holding([part.value, full].iter().chain(&most), Scale::Linear, 10, width - OVERHANG);
    if let Some(whole) = whole {
        canvas.open(Subject::Figure(whole.id.clone()));
    }
    extent::draw(canvas, &axis, &full, Form::Whole, top, height);
    canvas.close();
    canvas.open(Subject::Figure(part.id.clone()));
    let within = if open { i32::MAX } else { axis.at(reach(full).size()) };
    extent::draw(canvas, &axis, &part.value, Form::Part(within), top, height);
    canvas.close();
    axis
}

fn dots(part: &Figure, whole: Option<&Figure>, dot: f64, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let full = whole_of(part, whole);
    // The part of an open whole may be larger than the known number.
    let own = if full.ends().1.is_none() { dots::count(&part.value, dot) } else { 0 };
    let places = dots::count(&full, dot).max(own);
    let (columns, pitch) = columns(frame, places, y);
    let radius = pitch * DOT / PITCH;
    let grid = Grid { first: (radius + 10, y + radius + 10), columns, pitch, radius, square: false };
    if let Some(whole) = whole {
        canvas.open(Subject::Figure(whole.id.clone()));
    }
    dots::draw(canvas, &grid, &full, dot, places, (Role::Rest, Role::Rest));
    canvas.close();
    canvas.open(Subject::Figure(part.id.clone()));
    dots::draw(canvas, &grid, &part.value, dot, places, (Role::Solid, Role::Soft));
    canvas.close();
    let rows = (places + columns - 1) / columns;
    y + rows * pitch + 20
}

/// The number of dots in a row, and their distance: in a box small enough for all of them.
fn columns(frame: Frame, places: i32, y: i32) -> (i32, i32) {
    match frame {
        Frame::Narrow => (10, PITCH),
        Frame::Wide => (25, PITCH),
        Frame::Boxed { width, height } => {
            let columns = |pitch: i32| ((width - 20) / pitch).max(1);
            let fits = |pitch: &i32| (places + columns(*pitch) - 1) / columns(*pitch) * pitch + 20 <= height - y;
            let pitch = (LEAST_PITCH..=PITCH).rev().step_by(10).find(fits).unwrap_or(LEAST_PITCH);
            (columns(pitch), pitch)
        }
    }
}

fn is_boxed(frame: Frame) -> bool {
    matches!(frame, Frame::Boxed { .. })
}
