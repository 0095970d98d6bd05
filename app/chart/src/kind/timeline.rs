//! A vertical timeline: a mark shows the precision of a date, the line between two events the time between them.
//!
//! Distances grow with the logarithm of time, so that years and days fit into one picture; long gaps are broken and state
//! their years.

use model::{Certainty, Chart, Date, Day, Event};

use statement::{Account, Message};

use super::moment::{self, Place};
use crate::block::{Block, Heading};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::reference::reference;
use crate::role::Role;
use crate::sample::Sample;
use crate::scene::{Align, Subject};

/// The place of the line.
pub(super) const RAIL: i32 = 120;
/// The distance from the line to the words.
pub(super) const INDENT: i32 = 380;
/// The minimum distance between the words of two events.
const BETWEEN: i32 = 140;
/// The distance added for each doubling of the days between.
const STRETCH: f64 = 22.0;
/// Four years, in days.
const FOUR_YEARS: i64 = 1461;
/// Gaps of at least this many days are written out: two years less a month.
const LONG: i64 = 700;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let width = frame.width().min(5600) - INDENT;
    // The first mark may reach higher than its words.
    let mut y = plot.events(chart).first().map_or(0, |first| {
        let day = first.date.start();
        (moment::reach(&day, half(&day)) - 90).max(0)
    });
    let mut previous: Option<(&Event, i32)> = None;
    for event in plot.events(chart) {
        let date = plot.language.date(&event.date);
        let label = event.label.in_language(plot.language.tag());
        let reference = reference(plot, &event.id, &event.label);
        if let Some((before, from)) = previous {
            let (extra, years) = gap(&before.date, &event.date);
            // A narrow frame gives the same time half the height.
            y += if frame.is_narrow() { (BETWEEN + extra) / 2 } else { BETWEEN + extra };
            thread(plot, canvas, from, y + 90, years);
        }
        let block = Block::new(Heading::new(&date, reference, width), label, width);
        let height = block.height();
        canvas.open(Subject::Event(event.id.clone()));
        let place = Place { at: (RAIL, y + 90), is_across: false };
        moment::draw(canvas, &event.date, place, half(&event.date.start()));
        block.draw(canvas, INDENT, y);
        canvas.close();
        previous = Some((event, y + 90));
        y += height;
    }
    y + 40
}

/// The samples of the marks of its dates.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    moment::samples(plot, chart, false)
}

/// The distance to add between two dates, and the years to write out, if there are many.
fn gap(from: &Date, to: &Date) -> (i32, Option<i64>) {
    let (least, most) = between(from, to);
    let days = least.max(0);
    ((STRETCH * (1.0 + days as f64).log2()).round() as i32, years(least, most.filter(|_| least >= LONG)))
}

/// The minimum and maximum of days between two dates, as far as they are known. An open date has no end.
fn between(from: &Date, to: &Date) -> (i64, Option<i64>) {
    let end = match from {
        Date::Day(day) | Date::Interval(_, Some(day)) => Some(day),
        Date::Interval(_, None) => None,
    };
    let (first, last) = end.map_or((from.first(), from.first()), span);
    let (next_first, next_last) = span(&to.start());
    (next_first - last, end.map(|_| next_last - first))
}

/// The days that a date can mean. An uncertain or approximate date may be off by its own length.
pub(super) fn span(day: &Day) -> (i64, i64) {
    let (first, last) = (day.first(), day.last());
    let doubt = if day.certainty == Certainty::Sure { 0 } else { last + 1 - first };
    (first - doubt, last + doubt)
}

/// A number of days in whole years, if it is the same for the minimum and the maximum or, for many years, within a tenth of
/// both; else `None`.
fn years(least: i64, most: Option<i64>) -> Option<i64> {
    let rounded = |days: i64| (8 * days + FOUR_YEARS) / (2 * FOUR_YEARS);
    let most = most?;
    let years = rounded(least.midpoint(most));
    let is_near =
        |days: i64| rounded(days) == years || (40 * days - 10 * FOUR_YEARS * years).abs() <= FOUR_YEARS * years;
    (is_near(least) && is_near(most)).then_some(years)
}

/// The line between two marks.
fn thread(plot: &Account<'_>, canvas: &mut Canvas, from: i32, to: i32, years: Option<i64>) {
    let Some(years) = years else {
        canvas.line(&[(RAIL, from + 150), (RAIL, to - 150)], Role::Rail);
        return;
    };
    canvas.line(&[(RAIL, from + 150), (RAIL, to - 150)], Role::Gap);
    canvas.text((INDENT, to - 190), Align::Start, plot.language.say(Message::GapYears { years }), Role::Small);
}

/// Half the length of a mark, which is longer the less precise its date is; zero for a day.
pub(super) fn half(day: &Day) -> i32 {
    match (day.day, day.month) {
        (Some(_), _) => 0,
        (None, Some(_)) => 60,
        (None, None) => 120,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(from: &str, to: &str) -> Option<i64> {
        gap(&Date::parse(from).unwrap(), &Date::parse(to).unwrap()).1
    }

    #[test]
    fn years_are_counted_by_the_days_between_and_not_by_the_names_of_the_years() {
        for (from, to, years) in [
            ("2023-12-15", "2025-01-10", None),
            ("2023-01-01", "2024-12-31", Some(2)),
            ("2021-01-01", "2022-06-30", None),
            ("2021-03-01", "2023-10-01", Some(3)),
            ("2021-03-01", "2023-08-01", Some(2)),
            ("2026-01-09", "2026-03-12", None),
        ] {
            assert_eq!(written(from, to), years, "{from} to {to}");
        }
    }

    #[test]
    fn a_stretch_of_time_is_over_at_its_end_and_what_goes_on_is_not_over() {
        assert_eq!(written("2015-01-01/2024-06-01", "2025-01-01"), None);
        assert_eq!(written("2015-01-01/2020-01-01", "2025-01-01/2026-01-01"), Some(5));
        assert_eq!(written("2015-01-01/..", "2025-01-01"), None);
        assert_eq!(written("2015-01-01/2025-06", "2020-01-01"), None);
    }

    #[test]
    fn where_only_years_are_known_no_more_is_said_than_they_tell() {
        // From one to three years, and from two to four.
        assert_eq!((written("2023", "2025"), written("2022", "2025")), (None, None));
        assert_eq!(written("1994", "2026-01-09"), Some(32));
        assert_eq!(written("2008", "2021"), Some(13));
        assert_eq!((written("2021-06-01?", "2023-06-01"), written("2021?", "2023-06-01")), (Some(2), None));
    }

    fn day() -> impl Strategy<Value = String> {
        (1950..2050, 1..=12, 1..=28, 0..3).prop_map(|(year, month, day, precision)| match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        })
    }

    proptest! {
        #[test]
        fn whatever_days_the_dates_mean_the_years_between_them_are_about_those_written(
            from in day(), to in day(), at in 0.0..=1.0, then in 0.0..=1.0
        ) {
            let (from, to) = (Date::parse(&from).unwrap(), Date::parse(&to).unwrap());
            let within = |date: &Date, at: f64| date.first() + (at * (date.last() - date.first()) as f64).round() as i64;
            let real = (within(&to, then) - within(&from, at)) as f64 / 365.25;
            match gap(&from, &to).1 {
                Some(years) => {
                    let off = (real - years as f64).abs();
                    prop_assert!(real > 1.9 && off <= f64::max(0.51, 0.1 * years as f64), "{real} for {years}");
                }
                // Between two exact days, nothing of two years or more is left out.
                None => {
                    let exact = from.first() == from.last() && to.first() == to.last();
                    prop_assert!(!exact || real < 2.0, "{real} left out");
                }
            }
        }
    }
}
