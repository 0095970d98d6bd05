//! The plot of readings over time: values from zero up, time from left to right, a mark for each reading, and lines between
//! those that continue one another.
//!
//! Readings of different bodies have marks and lines of different form; colour says, as everywhere, on what a number is
//! based. A date that is not exact to the day is the bar of days that it can mean.

use model::{Certainty, Chart, Date, Day, Figure, Scale, Value};
use statement::Account;

use super::years;
use crate::axis::Axis;
use crate::block::{SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::extent::{self, Form, OVERHANG};
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::{Align, Shape};
use crate::time::{self, Stop, Stretch};

/// The height and width of a mark.
pub(super) const MARK: i32 = 120;
/// Half the height of a bar of days.
pub(super) const DAYS: i32 = 25;
/// The gaps and lengths of the slivers beside an approximate date.
const SLIVERS: [(i32, i32); 2] = [(15, 25), (55, 15)];
/// The number of ticks of the axis of values.
const TICKS: usize = 4;
/// The gap between the numbers at the ticks and the plot.
const GUTTER: i32 = 100;
/// The corners of the marks of every body but the first, in hundredths of the radius of a disc: diamond, square, triangle.
const CORNERS: [&[(i32, i32)]; 3] = [
    &[(0, -135), (135, 0), (0, 135), (-135, 0)],
    &[(-95, -95), (95, -95), (95, 95), (-95, 95)],
    &[(0, -130), (120, 95), (-120, 95)],
];

/// A body that readings are of.
pub(super) struct Body<'a> {
    /// Its name; empty if no speaker is known.
    pub(super) name: &'a str,
    /// Whether a reading of it continues another.
    pub(super) is_joined: bool,
}

/// Readings with their places in time.
pub(super) struct Field<'a> {
    /// By the time that they apply to.
    pub(super) figures: Vec<&'a Figure>,
    pub(super) bodies: Vec<Body<'a>>,
    /// The index of the body of each reading.
    own: Vec<usize>,
    stretches: Vec<Stretch>,
    unit: Vec<String>,
    pub(super) has_unit: bool,
    /// The left end of the plot.
    pub(super) left: i32,
    width: i32,
}

/// A plot with its height.
pub(super) struct Ground {
    axis: Axis,
    pub(super) bottom: i32,
    /// The end of the axis of time.
    pub(super) end: i32,
}

/// A line between two points.
pub(super) type Segment = ((i32, i32), (i32, i32));

impl<'a> Field<'a> {
    /// `None` without readings, or if one of them has no place on the axis.
    pub(super) fn of(plot: &Account<'a>, chart: &Chart, width: i32) -> Option<Self> {
        let mut figures: Vec<&Figure> = Vec::new();
        let mut stops: Vec<Stop> = Vec::new();
        for figure in plot.figures(chart) {
            let (_, end) = days(figure)?;
            let place = figures.partition_point(|other| days(other).is_some_and(|(_, other)| other <= end));
            figures.insert(place, figure);
            for day in ends(figure) {
                let stop = Stop::of(&day, true);
                let place = stops.partition_point(|other| (other.from, other.to) <= (stop.from, stop.to));
                stops.insert(place, stop);
            }
        }
        let first = figures.first()?;
        let (_, _, unit) = plot.bare(&Value::exactly(2.0), &first.unit).into_parts();
        let has_unit = !unit.is_empty();
        let ticks = axis(&figures, 2000).ticks(TICKS);
        let numbers = ticks
            .iter()
            .map(|tick| lettering::width(&plot.language.number(*tick, &first.unit), SMALL, Weight::Regular));
        let left = numbers.max().unwrap_or_default() + GUTTER;
        let stretches = stretches(plot, &mut stops, (left + MARK, width - MARK));
        let (begin, end) = (stretches.first()?.from, stretches.last()?.to);
        let is_beyond = |(from, to): (i64, i64)| from < begin || to > end;
        if figures.iter().filter_map(|figure| days(figure)).any(is_beyond) || left > width / 3 {
            return None;
        }
        let unit = lettering::lines(&unit, width / 3, SMALL, Weight::Regular);
        let (bodies, own) = bodies(plot, &figures);
        Some(Self { figures, bodies, own, stretches, unit, has_unit, left, width })
    }

    /// The height of the unit above the plot.
    pub(super) fn head(&self) -> i32 {
        LINE * self.unit.len() as i32
    }

    /// The height of the axis of time below the plot.
    pub(super) fn below(&self) -> i32 {
        years::height(&self.stretches)
    }

    /// The place of a reading in time: the middle of the days that its date can mean, or the end of its period.
    pub(super) fn across(&self, figure: &Figure) -> i32 {
        let (from, to) = self.bar(figure);
        if is_period(figure) { to } else { i32::midpoint(from, to) }
    }

    /// The begin and end of the days of a reading.
    fn bar(&self, figure: &Figure) -> (i32, i32) {
        let (from, to) = days(figure).unwrap_or_default();
        (time::begin(&self.stretches, from as f64), time::end(&self.stretches, to))
    }

    /// Draws the axes of a plot from this top and of this height, below its unit, and the lines between readings.
    pub(super) fn ground(&self, plot: &Account<'_>, (top, tall): (i32, i32), canvas: &mut Canvas) -> Ground {
        let bottom = top + self.head() + tall;
        let axis = axis(&self.figures, tall);
        for (line, y) in self.unit.iter().zip((top + SMALL..).step_by(LINE as usize)) {
            canvas.text((0, y), Align::Start, line.clone(), Role::Small);
        }
        if let Some(first) = self.figures.first() {
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
        }
        let end = years::axis(plot, &self.stretches, bottom, canvas);
        let ground = Ground { axis, bottom, end };
        for (number, (from, to)) in self.lines(plot, &ground) {
            let body = self.own.get(number).copied().unwrap_or_default();
            canvas.line(&[from, to], line(body));
        }
        ground
    }

    /// The lines between readings that continue one another, each with the index of the reading that it begins at. Where time
    /// is left out, there is no line.
    pub(super) fn lines(&self, plot: &Account<'_>, ground: &Ground) -> Vec<(usize, Segment)> {
        let mut lines = Vec::new();
        for (number, figure) in self.figures.iter().enumerate() {
            let next = self.figures.iter().skip(number + 1).find(|next| plot.dashboard.continues(figure, next));
            let Some(next) = next else { continue };
            let ((from, low), (to, high)) = (self.place(ground, figure), self.place(ground, next));
            for stretch in &self.stretches {
                let (left, right) = (from.max(stretch.left - MARK), to.min(stretch.right + MARK));
                let at = |x: i32| (x, if to > from { low + (high - low) * (x - from) / (to - from) } else { low });
                if to == from && left <= right {
                    lines.push((number, ((from, low), (to, high))));
                } else if left < right {
                    lines.push((number, (at(left), at(right))));
                }
            }
        }
        lines
    }

    /// The middle of a reading: at its number, or in the middle of its range.
    pub(super) fn place(&self, ground: &Ground, figure: &Figure) -> (i32, i32) {
        let height = match figure.value.ends() {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (low, high) => low.or(high).unwrap_or(0.0),
        };
        (self.across(figure), ground.bottom - ground.axis.at(height))
    }

    /// Draws the mark of the reading of this index.
    pub(super) fn mark(&self, canvas: &mut Canvas, ground: &Ground, number: usize) {
        let Some(figure) = self.figures.get(number) else { return };
        let (x, y) = self.place(ground, figure);
        if is_long(figure) {
            let (from, to) = self.bar(figure);
            // A count of a period is of all of it; an imprecise date is one of these days.
            let role = if is_period(figure) { Role::Solid } else { Role::Soft };
            for stretch in &self.stretches {
                let (left, right) = (from.max(stretch.left), to.max(from + 20).min(stretch.right));
                if right > left {
                    canvas.fill((left, y - DAYS), (right, y + DAYS), role);
                }
            }
        }
        let (left, right) = if is_long(figure) { self.bar(figure) } else { (x - MARK / 2, x + MARK / 2) };
        slivers(canvas, (left, right), y, about(figure));
        formed(canvas, self.own.get(number).copied().unwrap_or_default(), |canvas| {
            canvas.turn(ground.bottom, |canvas| {
                extent::draw(canvas, &ground.axis, &figure.value, Form::Span, x - MARK / 2, MARK);
            });
        });
    }

    /// The left, top, right and bottom of that mark.
    pub(super) fn reach(&self, ground: &Ground, number: usize) -> [i32; 4] {
        let mut canvas = Canvas::new(self.width);
        self.mark(&mut canvas, ground, number);
        let (shapes, ..) = canvas.finish();
        let boxes = shapes.iter().filter_map(Shape::around);
        boxes.reduce(|[l, t, r, b], [m, u, s, c]| [l.min(m), t.min(u), r.max(s), b.max(c)]).unwrap_or_default()
    }
}

/// Draws with discs in the form of a body.
pub(super) fn formed(canvas: &mut Canvas, body: usize, draw: impl FnOnce(&mut Canvas)) {
    match body.checked_sub(1).map(|body| CORNERS[body % CORNERS.len()]) {
        Some(corners) => canvas.cornered(corners, draw),
        None => draw(canvas),
    }
}

/// Draws slivers before and after a stretch of time whose begin and end are approximate.
pub(super) fn slivers(canvas: &mut Canvas, (left, right): (i32, i32), y: i32, (begin, end): (bool, bool)) {
    for (gap, length) in SLIVERS {
        if begin {
            canvas.fill((left - gap - length, y - DAYS), (left - gap, y + DAYS), Role::Soft);
        }
        if end {
            canvas.fill((right + gap, y - DAYS), (right + gap + length, y + DAYS), Role::Soft);
        }
    }
}

/// The line of a body.
pub(super) fn line(body: usize) -> Role {
    if body.is_multiple_of(2) { Role::Rail } else { Role::Gap }
}

/// The bodies of readings, in order, and the index of the body of each reading.
fn bodies<'a>(plot: &Account<'a>, figures: &[&'a Figure]) -> (Vec<Body<'a>>, Vec<usize>) {
    let mut bodies: Vec<Body<'a>> = Vec::new();
    let mut own = Vec::new();
    for (number, figure) in figures.iter().enumerate() {
        let body = plot.dashboard.body(figure).and_then(|body| plot.dashboard.speaker(body));
        let name = body.map(|body| &body.name).or(figure.said_by.as_ref()).map(|who| plot.text(who));
        let name = name.unwrap_or_default();
        let index = bodies.iter().position(|body| body.name == name).unwrap_or_else(|| {
            bodies.push(Body { name, is_joined: false });
            bodies.len() - 1
        });
        let continues = figures.iter().skip(number + 1).any(|next| plot.dashboard.continues(figure, next));
        if let Some(body) = bodies.get_mut(index) {
            body.is_joined |= continues;
        }
        own.push(index);
    }
    (bodies, own)
}

/// The stretches of an axis between two places. If its breaks have no room, it has none.
fn stretches(plot: &Account<'_>, stops: &mut [Stop], (left, right): (i32, i32)) -> Vec<Stretch> {
    // The axis begins with the first reading, however long before the others that is.
    if let Some(first) = stops.first_mut() {
        first.is_event = false;
    }
    let mut stretches = time::stretches(stops, right - left);
    let mut breaks = years::breaks(plot, &stretches);
    if !time::has_room(&stretches, right - left, &breaks) {
        stretches = time::unbroken(stops);
        breaks.clear();
    }
    time::place(&mut stretches, (left, right), &breaks);
    stretches
}

/// The axis of values, from zero up, with room for an open end.
fn axis(figures: &[&Figure], tall: i32) -> Axis {
    Axis::holding(figures.iter().map(|figure| &figure.value), Scale::Linear, 0, tall - OVERHANG)
}

/// Whether a reading counts a period that is not part of a running total.
pub(super) fn is_period(figure: &Figure) -> bool {
    figure.since.is_none() && matches!(figure.as_of, Some(Date::Interval(..)))
}

/// Whether the begin and the end of the time of a reading are approximate.
pub(super) fn about(figure: &Figure) -> (bool, bool) {
    let is_about = |day: &Day| matches!(day.certainty, Certainty::Approximate | Certainty::Both);
    match (&figure.as_of, &figure.since) {
        (Some(Date::Day(day) | Date::Interval(_, Some(day))), Some(_)) | (Some(Date::Day(day)), None) => {
            (is_about(day), is_about(day))
        }
        (Some(Date::Interval(from, to)), _) => (is_about(from), to.as_ref().is_some_and(is_about)),
        (None, _) => (false, false),
    }
}

/// Whether the time of a reading is drawn as a bar.
pub(super) fn is_long(figure: &Figure) -> bool {
    days(figure).is_some_and(|(from, to)| to - from > 1)
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
