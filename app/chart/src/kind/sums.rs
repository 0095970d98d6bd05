//! Figures without a common axis, in a list: each with its value, measure, time and speaker.
//!
//! Only the one pair that can be compared is drawn: the part as a bar in the outline of its whole, between the words of
//! both.

use model::{Basis, Chart, Figure};
use statement::{Account, Message, Topic};

use super::share;
use crate::basis;
use crate::block::{Heading, LARGE, LEADING, SIZE, SMALL, remark};
use crate::canvas::Canvas;
use crate::extent::Form;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};
use crate::scene::{Align, Subject};

/// The distance of lines of small print.
const LINE: i32 = 160;
/// The height of the bar.
const BAR: i32 = 220;
/// The gap between two figures, with a rule in its middle.
const AIR: i32 = 260;
/// The maximum height that is added to it in a box with free room.
const MORE_AIR: i32 = 300;
/// The gap between the values and the words beside them.
const GUTTER: i32 = 240;

/// The words of one figure.
struct Row<'f> {
    figure: &'f Figure,
    qualifier: String,
    value: Heading,
    label: Vec<String>,
    remark: Vec<String>,
    facts: Vec<String>,
}

impl<'f> Row<'f> {
    /// The value in a column of one width, its words in one of another.
    fn of(plot: &Account<'_>, figure: &'f Figure, (left, right): (i32, i32)) -> Self {
        // The remark includes the status.
        let (phrase, _) = plot.stated(figure).into_parts();
        let (qualifier, quantity, unit) = phrase.into_parts();
        let words = if unit.is_empty() { quantity } else { [quantity, unit].join(" ") };
        let marker = reference(plot, &figure.id, figure.name());
        let facts = plot.full_facts(figure).into_iter().filter(|fact| match fact.topic {
            // The remark says that it is an allegation.
            Topic::Basis(basis) => basis != Basis::Allegation,
            topic => matches!(topic, Topic::Computed | Topic::Speaker | Topic::AsOf),
        });
        let facts = facts.map(|fact| fact.words).collect::<Vec<_>>().join(" · ");
        Self {
            figure,
            qualifier,
            value: Heading::of_size(LARGE, &words, marker, left - basis::ROOM),
            label: lettering::lines(plot.text(&figure.label), right, SIZE, Weight::Regular),
            remark: remark(plot, figure, right),
            facts: lettering::lines(&facts, right, SMALL, Weight::Regular),
        }
    }

    /// The width of its value.
    fn width(&self) -> i32 {
        basis::ROOM + self.value.width().max(lettering::width(&self.qualifier, SIZE, Weight::Bold))
    }

    fn value_height(&self) -> i32 {
        let above = if self.qualifier.is_empty() { 0 } else { LEADING };
        (above + self.value.height()).max(TARGET)
    }

    fn words_height(&self) -> i32 {
        LEADING * (self.label.len() + self.remark.len()) as i32 + LINE * self.facts.len() as i32
    }

    /// Its height with the words beside the value, or below it.
    fn height(&self, beside: bool) -> i32 {
        let (value, words) = (self.value_height(), self.words_height());
        if beside { value.max(words) } else { value + words + 30 }
    }

    /// Draws it below a place; the words beside the value from `left`, or else below it.
    fn draw(self, canvas: &mut Canvas, y: i32, left: Option<i32>) {
        let below = self.value_height() + 30;
        canvas.open(Subject::Figure(self.figure.id.clone()));
        let mut baseline = y + if self.qualifier.is_empty() { LARGE - 30 } else { SIZE };
        basis::draw(canvas, (0, baseline - basis::SIZE), statement::basis(self.figure));
        if !self.qualifier.is_empty() {
            canvas.text((basis::ROOM, baseline), Align::Start, self.qualifier, Role::Value);
            baseline += LEADING + LARGE - SIZE;
        }
        self.value.draw(canvas, (basis::ROOM, baseline), Align::Start);
        let mut baseline = y + SIZE + if left.is_some() { 0 } else { below };
        let x = left.unwrap_or(0);
        for (lines, role, leading) in
            [(self.label, Role::Label, LEADING), (self.remark, Role::Value, LEADING), (self.facts, Role::Small, LINE)]
        {
            for line in lines {
                canvas.text((x, baseline), Align::Start, line, role);
                baseline += leading;
            }
        }
        canvas.close();
    }
}

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let width = frame.width();
    let figures = in_order(plot, chart);
    let beside = !frame.is_narrow();
    let mut columns = (width, width);
    if beside {
        let widest = |room| figures.iter().map(|figure| Row::of(plot, figure, (room, room)).width()).max();
        let left = widest(width * 2 / 5).unwrap_or_default();
        columns = (left, width - left - GUTTER);
    }
    let rows: Vec<Row<'_>> = figures.iter().map(|figure| Row::of(plot, figure, columns)).collect();
    let pair = chart.compare.as_ref();
    let between = plot.say(Message::SumsCompared);
    let between = lettering::lines(&between, width, SMALL, Weight::Regular);
    let head = LINE * between.len() as i32 + 60;

    // Free height of a box is distributed over the rows.
    let is_part = |row: &Row<'_>| pair.is_some_and(|(part, _)| *part == row.figure.id);
    let heights = rows.iter().map(|row| row.height(beside) + if is_part(row) { head + BAR } else { 0 });
    let natural = heights.sum::<i32>() + AIR * rows.len() as i32;
    let left_over = if let Frame::Boxed { height, .. } = frame { height - natural } else { 0 };
    let air = AIR + (left_over / rows.len().max(1) as i32).clamp(0, MORE_AIR);

    let mut y = 0;
    let last = rows.len();
    for (place, row) in rows.into_iter().enumerate() {
        let (part, height) = (is_part(&row), row.height(beside));
        if part {
            for line in &between {
                canvas.text((0, y + SMALL), Align::Start, line, Role::Small);
                y += LINE;
            }
            y += 60;
        }
        let figure = row.figure;
        row.draw(canvas, y, beside.then_some(columns.0 + GUTTER));
        y += height;
        let whole = pair.filter(|_| part).and_then(|(_, whole)| plot.dashboard.figure(whole));
        if whole.is_some() {
            y += air / 2;
            share::part_of(figure, whole, width, (y, BAR), canvas);
            y += BAR + air / 2;
        } else if place + 1 < last {
            canvas.line(&[(0, y + air / 2), (width, y + air / 2)], Role::Rule);
            y += air;
        }
    }
    y + 40
}

/// The samples of the pair.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let is_drawn = |id: &String| chart.compare.as_ref().is_some_and(|(part, whole)| id == part || id == whole);
    let drawn: Vec<&Figure> = plot.figures(chart).into_iter().filter(|figure| is_drawn(&figure.id)).collect();
    sample::forms(plot.language, &drawn, Drawn::As(Form::Bar))
}

/// The figures in the order of the chart, except the whole, which follows its part.
fn in_order<'a>(plot: &Account<'a>, chart: &Chart) -> Vec<&'a Figure> {
    let mut figures = plot.figures(chart);
    if let Some((part, whole)) = &chart.compare
        && let Some(from) = figures.iter().position(|figure| figure.id == *whole)
    {
        let whole = figures.remove(from);
        let behind = figures.iter().position(|figure| figure.id == *part).map_or(from, |place| place + 1);
        figures.insert(behind, whole);
    }
    figures
}
