//! Figures in rows over one axis: the name on the left, or above in a narrow frame, with value and marker at the mark.
//!
//! The unit is printed once, at the axis, since all figures of a chart share it. The title of a group is above its first
//! row.

use model::{Chart, Figure, Scale, Value};
use statement::{Account, Message};

use super::ticks::{self, Ground};
use crate::axis::Axis;
use crate::block::{Heading, LEADING, MIDDLE, SIZE, remark_in};
use crate::canvas::Canvas;
use crate::extent::{self, Form, OVERHANG};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::reference;
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};
use crate::scene::{Align, Shape, Subject};

/// The height of a mark.
const MARK: i32 = 160;
/// The minimum height of a row.
const PITCH: i32 = 290;
/// The distance of the lines of a name.
const LINE: i32 = 170;
/// The distance from the top of such a line to its base line.
const BASELINE: i32 = 135;
/// The maximum height that is added to a row in a box with free room.
const SPREAD: i32 = 240;
/// The gap between rows.
const AIR: i32 = 120;
/// The space above and below the title of a group.
const ABOVE_GROUP: i32 = 90;
const BELOW_GROUP: i32 = 30;
/// The maximum width of names beside the plot.
const NAMES: i32 = 2200;
/// The gap between names and plot.
const GUTTER: i32 = 160;
/// The gap between a mark and its value.
const BESIDE: i32 = 70;

/// A row with its places.
struct Row<'f> {
    figure: &'f Figure,
    /// The title of the group that begins with this row, and its top.
    group: Vec<String>,
    group_top: i32,
    name: Vec<String>,
    remark: Vec<String>,
    value: Heading,
    /// The top of name and remark.
    words: i32,
    /// The top of the mark.
    mark: i32,
    /// The left end of the value's first base line, and its alignment.
    at: (i32, i32),
    align: Align,
}

impl<'f> Row<'f> {
    fn of(plot: &Account<'_>, chart: &Chart, figure: &'f Figure, has_unit: bool, names: i32) -> Self {
        let group = chart.groups.iter().find(|group| group.figures.first() == Some(&figure.id));
        let title = group.map(|group| plot.text(&group.title)).unwrap_or_default();
        Self {
            figure,
            group: lettering::lines(title, names, SIZE, Weight::Bold),
            group_top: 0,
            name: lettering::lines(plot.text(figure.name()), names, SIZE, Weight::Regular),
            remark: remark_in(plot, chart, figure, names),
            value: value(plot, figure, has_unit, i32::MAX / 2),
            words: 0,
            mark: 0,
            at: (0, 0),
            align: Align::End,
        }
    }

    /// The widest of its lines.
    fn width(&self) -> i32 {
        let name = self.name.iter().map(|line| lettering::width(line, SIZE, Weight::Regular));
        let bold = self.remark.iter().chain(&self.group);
        name.chain(bold.map(|line| lettering::width(line, SIZE, Weight::Bold))).max().unwrap_or_default()
    }

    /// The height of its name and remark.
    fn height(&self) -> i32 {
        LINE * (self.name.len() + self.remark.len()) as i32
    }

    /// The height of the title above it.
    fn group_height(&self) -> i32 {
        if self.group.is_empty() { 0 } else { LINE * self.group.len() as i32 + BELOW_GROUP }
    }

    fn draw_group(&mut self, canvas: &mut Canvas) {
        let mut baseline = self.group_top + BASELINE;
        for line in self.group.drain(..) {
            canvas.text((0, baseline), Align::Start, line, Role::Value);
            baseline += LINE;
        }
    }

    fn draw_words(&mut self, canvas: &mut Canvas) {
        let mut baseline = self.words + BASELINE;
        for (lines, role) in [(&mut self.name, Role::Label), (&mut self.remark, Role::Value)] {
            for line in lines.drain(..) {
                canvas.text((0, baseline), Align::Start, line, role);
                baseline += LINE;
            }
        }
    }
}

/// The value of a figure with its marker; without its unit if the axis has it.
fn value(plot: &Account<'_>, figure: &Figure, has_unit: bool, room: i32) -> Heading {
    Heading::of(figure, &words(plot, figure, has_unit), reference(plot, &figure.id, figure.name()), room)
}

/// The words of the value of a figure; without its unit if the axis has it.
pub(super) fn words(plot: &Account<'_>, figure: &Figure, has_unit: bool) -> String {
    // The remark includes the status.
    let (phrase, _) = plot.stated(figure).into_parts();
    if !has_unit {
        return phrase.to_string();
    }
    let (qualifier, quantity, _) = phrase.into_parts();
    [qualifier, quantity].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(super) fn draw(
    plot: &Account<'_>,
    chart: &Chart,
    scale: Scale,
    form: Form,
    frame: Frame,
    canvas: &mut Canvas,
) -> i32 {
    let figures = plot.figures(chart);
    let Some(first) = figures.first() else { return 0 };
    let width = frame.width();
    let (_, _, unit) = plot.bare(&Value::exactly(2.0), &first.unit).into_parts();
    let is_wide = !frame.is_narrow();
    let names = if is_wide { NAMES } else { width };
    let has_unit = !unit.is_empty();
    let mut rows: Vec<Row<'_>> = figures.iter().map(|figure| Row::of(plot, chart, figure, has_unit, names)).collect();
    let unit = lettering::lines(&unit, names, ticks::SIZE, Weight::Regular);
    let unit_width = unit.iter().map(|line| lettering::width(line, ticks::SIZE, Weight::Regular));
    let widest = rows.iter().map(Row::width).chain(unit_width).max().unwrap_or_default();
    let left = if is_wide { widest + GUTTER } else { 0 };
    let axis = fitted(&rows, scale, form, (left, width));

    let head = ticks::head(unit.len(), frame);
    let mut y = head;
    let mut bands = Vec::new();
    for (place, row) in rows.iter_mut().enumerate() {
        if !row.group.is_empty() {
            row.group_top = y + if place == 0 { 0 } else { ABOVE_GROUP };
            y = row.group_top + row.group_height();
        }
        let beside = beside(row, &axis, form, (left, width));
        let mut above = 0;
        if beside.is_none() {
            row.value = value(plot, row.figure, has_unit, width - left);
            row.align = Align::Start;
            above = LEADING * row.value.lines() + 60;
        }
        let words = row.height();
        let height = if is_wide {
            let height = (words.max(above + MARK) + AIR).max(PITCH);
            row.words = y + (height - words) / 2;
            row.mark = y + above + (height - above - MARK) / 2;
            height
        } else {
            row.words = y;
            row.mark = y + words + above + 50;
            bands.push((row.mark - 30, row.mark + MARK + 30));
            words + above + MARK + 130
        };
        row.at = match beside {
            Some(x) => (x, row.mark + MARK / 2 + MIDDLE),
            None => (left, row.mark - above + SIZE),
        };
        y += height;
    }
    if let Frame::Boxed { height, .. } = frame {
        y += spread(&mut rows, height - y - 20);
    }
    if is_wide {
        bands.push((head - 40, y));
    }
    ticks::draw(plot, &first.unit, &unit, &axis, &Ground { frame, scale, left, bands }, canvas);
    for mut row in rows {
        row.draw_group(canvas);
        canvas.open(Subject::Figure(row.figure.id.clone()));
        row.draw_words(canvas);
        extent::draw(canvas, &axis, &row.figure.value, form, row.mark, MARK);
        row.value.draw(canvas, row.at, row.align);
        canvas.close();
    }
    y + 20
}

/// Distributes free height of a box evenly over the rows. Returns how much further down they end.
fn spread(rows: &mut [Row<'_>], spare: i32) -> i32 {
    let count = rows.len().max(1) as i32;
    let each = (spare / count).clamp(0, SPREAD);
    let mut before = 0;
    for row in rows {
        row.group_top += before;
        for y in [&mut row.words, &mut row.mark, &mut row.at.1] {
            *y += before + each / 2;
        }
        before += each;
    }
    before
}

/// The samples of the forms, and of the axis.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart, scale: Scale, form: Form) -> Vec<Sample> {
    let mut samples = sample::forms(plot.language, &plot.figures(chart), Drawn::As(form));
    if scale == Scale::Log {
        samples.push(sample::remark(plot.language, Message::LegendLog));
    }
    samples
}

/// The axis that leaves room for as many values as possible at their marks.
fn fitted(rows: &[Row<'_>], scale: Scale, form: Form, (left, right): (i32, i32)) -> Axis {
    let values = || rows.iter().map(|row| &row.figure.value);
    // A disc needs room for half of itself on its left, a length begins at the base line; below zero an open end goes on to
    // the left.
    let inset = if form == Form::Span { MARK / 2 + 180 } else { 10 };
    let is_below = values().any(|value| value.size() < 0.0 || value.rank() < 0.0);
    let from = left + if is_below { inset.max(OVERHANG) } else { inset };
    let least = from + (right - from) / 3;
    let mut to = right - 10;
    let axis = |to: i32| Axis::holding(values(), scale, from, to);
    loop {
        let axis = axis(to);
        let over = rows.iter().map(|row| over(row, &axis, form, (left, right))).max().unwrap_or_default();
        if over <= 0 {
            break;
        }
        if to - over < least {
            // A value without room is above its mark; the mark itself has to stay within the picture.
            to = to.min(right - OVERHANG);
            break;
        }
        to -= over;
    }
    // Values are easier to read if all follow their marks: a slightly shorter axis may leave room for more of them.
    let not_behind = |axis: &Axis| rows.iter().filter(|row| !is_behind(row, axis, form, right)).count();
    let shorter = (0..4).map(|step| axis(to - (to - from) * step / 20));
    shorter.min_by_key(not_behind).unwrap_or_else(|| axis(to))
}

/// Whether the value of a row has room after its mark.
fn is_behind(row: &Row<'_>, axis: &Axis, form: Form, right: i32) -> bool {
    sides(row, axis, form).1 + BESIDE + row.value.width() <= right
}

/// How far a row reaches over the right edge, with its value if that can be at the mark.
fn over(row: &Row<'_>, axis: &Axis, form: Form, (left, right): (i32, i32)) -> i32 {
    let (from, to) = sides(row, axis, form);
    let width = BESIDE + row.value.width();
    let is_long = 2 * width > right - left;
    let fits_before = form == Form::Span && from - width >= left;
    if is_long || fits_before { to - right } else { to + width - right }
}

/// The place of a value at its mark: after it, or before it if there is no room.
fn beside(row: &Row<'_>, axis: &Axis, form: Form, (left, right): (i32, i32)) -> Option<i32> {
    let (from, to) = sides(row, axis, form);
    let width = row.value.width();
    if is_behind(row, axis, form, right) {
        return Some(to + BESIDE);
    }
    (form == Form::Span && from - BESIDE - width >= left).then_some(from - BESIDE - width)
}

/// The begin and end of a row's mark.
fn sides(row: &Row<'_>, axis: &Axis, form: Form) -> (i32, i32) {
    let mut canvas = Canvas::new(Frame::Wide.width());
    extent::draw(&mut canvas, axis, &row.figure.value, form, 0, MARK);
    let (shapes, ..) = canvas.finish();
    let sides = shapes.iter().filter_map(Shape::sides);
    sides.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).unwrap_or((axis.base(), axis.base()))
}
