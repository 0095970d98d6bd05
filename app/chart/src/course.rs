//! The small drawing of a figure that was reported again: the readings that its line would join in a chart over time, from
//! zero up, on an axis of time without breaks. Its own mark is the largest.

use model::{Date, Figure, Scale, Value};
use statement::{Account, Message};

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::extent::{self, Form};
use crate::role::Role;
use crate::scene::Subject;

/// The height of the drawing, and of its base line.
const HEIGHT: i32 = 600;
const GROUND: i32 = 590;
/// The size of the mark of the figure, and of the other readings.
const OWN: i32 = 120;
const OTHER: i32 = 80;
/// The room above the highest mark, if a mark has an open end or a blurred one.
const OPEN: i32 = 290;
const BLURRED: i32 = 170;

/// A figure and the readings that it continues or that continue it, by date.
pub(crate) struct Course<'a> {
    readings: Vec<(&'a Figure, i64)>,
}

impl<'a> Course<'a> {
    /// `None` if there is nothing to join, or all apply to one day.
    pub(crate) fn of(account: &Account<'a>, figure: &Figure) -> Option<Self> {
        let dashboard = account.dashboard;
        let readings = dashboard.readings(figure.measure.as_deref()?).into_iter();
        let joined = readings.filter(|other| other.id == figure.id || dashboard.continues(figure, other));
        // Twice the middle of the days that a date can mean.
        let day = |date: &Date| match date {
            Date::Interval(_, Some(end)) => end.first() + end.last(),
            date => date.first() + date.last(),
        };
        let readings: Vec<_> = joined.filter_map(|other| Some((other, day(other.as_of.as_ref()?)))).collect();
        let (first, last) = (readings.first()?.1, readings.last()?.1);
        (first < last).then_some(Self { readings })
    }

    /// Draws it in a width, the marks as that of the figure. Returns its height.
    pub(crate) fn draw(&self, canvas: &mut Canvas, figure: &Figure, width: i32) -> i32 {
        let values = || self.readings.iter().map(|(reading, _)| &reading.value);
        let is_open = |value: &Value| value.ends().0.is_none() || value.ends().1.is_none();
        let room = match () {
            () if values().any(is_open) => OPEN,
            () if values().any(|value| value.approximate) => BLURRED,
            () => OWN / 2 + 10,
        };
        let axis = Axis::holding(values(), Scale::Linear, 0, GROUND - room);
        let (Some((_, first)), Some((_, last))) = (self.readings.first(), self.readings.last()) else { return 0 };
        let (left, right) = (OWN / 2 + 20, width - OWN / 2 - 20);
        let across = |day: i64| left + ((day - first) * i64::from(right - left) / (last - first).max(1)) as i32;
        let place = |(reading, day): &(&Figure, i64)| {
            let height = match reading.value.ends() {
                (Some(low), Some(high)) => f64::midpoint(low, high),
                (low, high) => low.or(high).unwrap_or(0.0),
            };
            (across(*day), GROUND - axis.at(height))
        };
        let points: Vec<_> = self.readings.iter().map(place).collect();
        canvas.line(&[(0, GROUND - axis.base()), (width, GROUND - axis.base())], Role::Base);
        canvas.line(&points, Role::Rail);
        canvas.open(Subject::Figure(String::new()));
        for (reading, day) in &self.readings {
            let size = if reading.id == figure.id { OWN } else { OTHER };
            canvas.turn(GROUND, |canvas| {
                extent::draw(canvas, &axis, &reading.value, Form::Span, across(*day) - size / 2, size);
            });
        }
        canvas.close();
        HEIGHT
    }

    /// The number of its readings, and their first and last date.
    pub(crate) fn words(&self, account: &Account<'_>) -> String {
        let date = |reading: Option<&(&Figure, i64)>| {
            let date = reading.and_then(|(reading, _)| reading.as_of.as_ref());
            date.map(|date| account.language.date(date)).unwrap_or_default()
        };
        let (from, to) = (date(self.readings.first()), date(self.readings.last()));
        account.say(Message::TileCourse { readings: self.readings.len(), from: &from, to: &to })
    }
}
