//! Readings of measures over time: each is a mark at its time and its height, and its words are on a stem above.
//!
//! A line joins only readings of one measure by one body, from one begin on (`Dashboard::continues`). Without room for the
//! words, as on a phone, the readings are rows over one axis, by date.

use model::{Chart, Date, Day, Figure, Scale, Value};
use statement::{Account, Message};

use super::{rows, years};
use crate::axis::Axis;
use crate::basis;
use crate::block::{Heading, LEADING, SIZE, SMALL, SMALL_LEADING as LINE, remark_in};
use crate::canvas::Canvas;
use crate::extent::{self, Form, OVERHANG};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};
use crate::scene::{Align, Subject};
use crate::stagger::{Flag, Spot, staggered};
use crate::time::{self, Stop, Stretch};

/// The height and width of a mark.
const MARK: i32 = 120;
/// The height of the plot on a page, and the minimum in a box.
const PLOT: i32 = 2000;
const LEAST: i32 = 1200;
/// Half the height of the stretch of time that a date can mean, or that a count is of.
const TIME: i32 = 25;
/// Words above the plot may be this high; higher ones make the chart a list.
const HIGHEST: i32 = 2600;
/// The widths of the words of a reading.
const ROOMS: [i32; 4] = [1000, 1300, 1600, 2000];
/// The maximum width of a value on one line, and the room for its marker.
const VALUE: i32 = 2400;
const MARKER: i32 = 500;
/// The number of ticks of the axis of values.
const TICKS: usize = 4;
/// The gap between the numbers at the ticks and the plot.
const GUTTER: i32 = 100;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    match Plan::of(plot, chart, frame).filter(|_| !frame.is_narrow()) {
        Some(plan) => plan.draw(plot, frame, canvas),
        None => rows::draw(plot, chart, Scale::Linear, Form::Span, frame, canvas),
    }
}

/// The samples of the forms of its values, of dates that are stretches of time, and of the line.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let figures = plot.figures(chart);
    let mut samples = sample::forms(plot.language, &figures, Drawn::As(Form::Span));
    if figures.windows(2).any(|pair| matches!(pair, [one, next] if plot.dashboard.continues(one, next))) {
        samples.push(sample::sample(plot.language, Message::LegendJoined, |canvas| {
            canvas.line(&[(40, 120), (560, 40)], Role::Rail);
        }));
    }
    if figures.iter().any(|figure| days(figure).is_some_and(|(from, to)| to - from > 1)) {
        samples.push(sample::sample(plot.language, Message::LegendWithin, |canvas| {
            canvas.fill((40, 80 - TIME), (560, 80 + TIME), Role::Soft);
        }));
    }
    samples
}

/// The words of a reading: its value with its marker, its time and speaker, and its status.
struct Words {
    heading: Heading,
    lines: Vec<String>,
    remark: Vec<String>,
    width: i32,
}

impl Words {
    fn of(plot: &Account<'_>, chart: &Chart, figure: &Figure, has_unit: bool, room: i32) -> Self {
        let value = rows::words(plot, figure, has_unit);
        // A value stays on one line.
        let own = basis::ROOM + lettering::width(&value, SIZE, Weight::Bold) + MARKER;
        let room = room.max(own.min(VALUE));
        let heading = Heading::of(figure, &value, reference(plot, &figure.id, figure.name()), room);
        let time = figure.as_of.as_ref().map(|date| plot.language.date(date));
        let who = figure.said_by.as_ref().map(|who| plot.text(who).to_owned());
        let facts: Vec<String> = time.into_iter().chain(who).collect();
        let lines: Vec<String> =
            facts.iter().flat_map(|fact| lettering::lines(fact, room, SMALL, Weight::Regular)).collect();
        let remark = remark_in(plot, chart, figure, room);
        let widths = lines.iter().map(|line| lettering::width(line, SMALL, Weight::Regular));
        let bold = remark.iter().map(|line| lettering::width(line, SIZE, Weight::Bold));
        let width = widths.chain(bold).max().unwrap_or_default().max(heading.width());
        Self { heading, lines, remark, width }
    }

    fn height(&self) -> i32 {
        let words = LINE * self.lines.len() as i32 + LEADING * self.remark.len() as i32;
        (self.heading.height() + words).max(TARGET)
    }

    fn draw(self, canvas: &mut Canvas, (left, top): (i32, i32), is_before: bool) {
        let right = left + self.width;
        let (x, align) = if is_before { (right, Align::End) } else { (left, Align::Start) };
        let mut baseline = top + SIZE + self.heading.height() - 20;
        let begin = if is_before { right - self.heading.width() } else { left };
        self.heading.draw(canvas, (begin, top + SIZE), align);
        for line in self.lines {
            canvas.text((x, baseline), align, line, Role::Small);
            baseline += LINE;
        }
        for line in self.remark {
            baseline += LEADING - LINE;
            canvas.text((x, baseline), align, line, Role::Value);
            baseline += LINE;
        }
    }
}

/// A plot with the places of everything.
struct Plan<'a> {
    figures: Vec<&'a Figure>,
    stretches: Vec<Stretch>,
    words: Vec<(Words, Spot)>,
    /// The height of the words above the plot.
    height: i32,
    /// The unit at the axis, and the left end of the plot.
    unit: Vec<String>,
    left: i32,
}

impl<'a> Plan<'a> {
    /// `None` without readings, or if the words would be too high.
    fn of(plot: &Account<'a>, chart: &Chart, frame: Frame) -> Option<Self> {
        let figures = plot.figures(chart);
        let first = figures.first()?;
        let (_, _, unit) = plot.bare(&Value::exactly(2.0), &first.unit).into_parts();
        let has_unit = !unit.is_empty();
        let ticks = axis(&figures, PLOT).ticks(TICKS);
        let numbers = ticks
            .iter()
            .map(|tick| lettering::width(&plot.language.number(*tick, &first.unit), SMALL, Weight::Regular));
        let left = numbers.max().unwrap_or_default() + GUTTER;
        let width = frame.width();
        let mut stops: Vec<Stop> = Vec::new();
        for figure in &figures {
            for day in ends(figure) {
                let stop = Stop::of(&day, true);
                let place = stops.partition_point(|other| (other.from, other.to) <= (stop.from, stop.to));
                stops.insert(place, stop);
            }
        }
        let mut stretches = time::stretches(&stops, width - left);
        let breaks = years::breaks(plot, &stretches);
        time::place(&mut stretches, (left + MARK, width - MARK), &breaks);
        let begin = stretches.first()?.from;
        // What an axis lists apart has no place in a plot.
        if figures.iter().any(|figure| days(figure).is_none_or(|(from, _)| from < begin)) {
            return None;
        }
        let flags: Vec<Flag> = figures
            .iter()
            .map(|figure| {
                let size = |room: &i32| {
                    let words = Words::of(plot, chart, figure, has_unit, *room);
                    (words.width, words.height())
                };
                Flag { x: at(figure, &stretches), sizes: ROOMS.iter().map(size).collect() }
            })
            .collect();
        let (spots, height) = staggered(&flags, width)?;
        let room = |spot: &Spot| ROOMS.get(spot.size).copied().unwrap_or(width);
        let words = spots.into_iter().zip(&figures);
        let words = words.map(|(spot, figure)| (Words::of(plot, chart, figure, has_unit, room(&spot)), spot)).collect();
        let unit = lettering::lines(&unit, width / 3, SMALL, Weight::Regular);
        let most = if let Frame::Boxed { height, .. } = frame { HIGHEST.min(height / 2) } else { HIGHEST };
        (height <= most).then_some(Self { figures, stretches, words, height, unit, left })
    }

    fn draw(self, plot: &Account<'_>, frame: Frame, canvas: &mut Canvas) -> i32 {
        let above = self.height + 60;
        let unit = LINE * self.unit.len() as i32;
        let below = 240 + LINE;
        let free = if let Frame::Boxed { height, .. } = frame { height - above - unit - below } else { PLOT };
        let tall = free.max(LEAST);
        let bottom = above + unit + tall;
        let axis = axis(&self.figures, tall);
        let Some(first) = self.figures.first() else { return 0 };
        for (line, y) in self.unit.iter().zip((above + SMALL..).step_by(LINE as usize)) {
            canvas.text((0, y), Align::Start, line.clone(), Role::Small);
        }
        // Counted things have no halves.
        for tick in axis.ticks(TICKS).into_iter().filter(|tick| !first.unit.is_counted() || tick.fract() == 0.0) {
            let y = bottom - axis.at(tick);
            let role = if axis.at(tick) == axis.base() { Role::Base } else { Role::Grid };
            for stretch in &self.stretches {
                canvas.line(&[(stretch.left - MARK, y), (stretch.right + MARK, y)], role);
            }
            let text = plot.language.number(tick, &first.unit);
            canvas.text((self.left - GUTTER / 2, y + SMALL / 3), Align::End, text, Role::Small);
        }
        let end = years::axis(plot, &self.stretches, bottom, canvas);
        let place = |figure: &Figure| (at(figure, &self.stretches), bottom - axis.at(height(figure)));
        for (number, figure) in self.figures.iter().enumerate() {
            let next = self.figures.iter().skip(number + 1).find(|next| plot.dashboard.continues(figure, next));
            if let Some(next) = next {
                canvas.line(&[place(figure), place(next)], Role::Rail);
            }
        }
        for (figure, (words, spot)) in self.figures.iter().zip(self.words) {
            let (x, y) = place(figure);
            canvas.open(Subject::Figure(figure.id.clone()));
            canvas.line(&[(x, self.height - spot.bottom), (x, y - MARK / 2)], Role::Grid);
            if let Some((from, to)) = days(figure).filter(|(from, to)| to - from > 1) {
                let (from, to) = (time::begin(&self.stretches, from as f64), time::end(&self.stretches, to));
                // A count of a period is of all of it; of an imprecise date it is one of these days.
                let role = if is_period(figure) { Role::Solid } else { Role::Soft };
                canvas.fill((from, y - TIME), (to.max(from + 20), y + TIME), role);
            }
            canvas.turn(bottom, |canvas| {
                extent::draw(canvas, &axis, &figure.value, Form::Span, x - MARK / 2, MARK);
            });
            let top = self.height - spot.bottom - words.height();
            words.draw(canvas, (spot.left, top), spot.is_before);
            canvas.close();
        }
        end
    }
}

/// The axis of values, from zero up, with room for an open end.
fn axis(figures: &[&Figure], tall: i32) -> Axis {
    Axis::holding(figures.iter().map(|figure| &figure.value), Scale::Linear, 0, tall - OVERHANG)
}

/// The height at which a line passes: the number, or the middle of a range.
fn height(figure: &Figure) -> f64 {
    match figure.value.ends() {
        (Some(low), Some(high)) => f64::midpoint(low, high),
        (low, high) => low.or(high).unwrap_or(0.0),
    }
}

/// The place of a reading in time: the middle of the days that its date can mean, or the end of its period.
fn at(figure: &Figure, stretches: &[Stretch]) -> i32 {
    let Some((from, to)) = days(figure) else { return 0 };
    let (from, to) = (time::begin(stretches, from as f64), time::end(stretches, to));
    if is_period(figure) { to } else { i32::midpoint(from, to) }
}

/// Whether a reading counts a period that is not part of a running total.
fn is_period(figure: &Figure) -> bool {
    figure.since.is_none() && matches!(figure.as_of, Some(Date::Interval(..)))
}

/// The days that a reading applies to, from the first to the day after the last.
fn days(figure: &Figure) -> Option<(i64, i64)> {
    let date = figure.as_of.as_ref()?;
    match (date, &figure.since) {
        // The end of a total.
        (Date::Interval(_, Some(end)), Some(_)) => Some((end.first(), end.last() + 1)),
        _ => Some((date.first(), date.last() + 1)),
    }
}

/// The dates that the axis needs for a reading.
fn ends(figure: &Figure) -> Vec<Day> {
    match (&figure.as_of, &figure.since) {
        (Some(Date::Day(day)), _) => vec![*day],
        (Some(Date::Interval(_, Some(end))), Some(_)) => vec![*end],
        (Some(Date::Interval(from, to)), _) => [*from].into_iter().chain(*to).collect(),
        (None, _) => Vec::new(),
    }
}
