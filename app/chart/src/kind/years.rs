//! The drawing of an axis of time: its ticks, in years, months or days, and its breaks, each with the time that is left out.

use model::Day;
use statement::{Account, Message};

use crate::block::{SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::Align;
use crate::time::{Pace, Stretch};

/// The minimum width of a break.
const BREAK: i32 = 260;

/// The axis with its ticks, breaks and scales. Returns its end.
pub(super) fn axis(plot: &Account<'_>, stretches: &[Stretch], y: i32, canvas: &mut Canvas) -> i32 {
    let mut end = 0;
    for (place, stretch) in stretches.iter().enumerate() {
        canvas.line(&[(stretch.left, y), (stretch.right, y)], Role::Rail);
        let (mut taken, mut labels) = (vec![(0, end)], Vec::new());
        let ticks = stretch.ticks();
        for (x, ..) in &ticks {
            canvas.line(&[(*x, y), (*x, y + 70)], Role::Rail);
        }
        // A year is named before the months beside it.
        let (whole, parts): (Vec<_>, Vec<_>) = ticks.into_iter().partition(|(.., is_whole)| *is_whole);
        for (x, day, is_whole) in whole.into_iter().chain(parts) {
            let text = plot.language.tick(&day, is_whole);
            let half = lettering::width(&text, SMALL, Weight::Regular) / 2;
            let centre = x.min(stretch.right + 40 - half).max(stretch.left + half - 20).max(half);
            let (from, to) = (centre - half, centre + half + 60);
            if taken.iter().all(|(left, right)| to <= *left || from > *right) {
                taken.push((from, to));
                labels.insert(labels.partition_point(|(other, _)| *other < centre), (centre, text));
                end = end.max(to);
            }
        }
        for (centre, text) in labels {
            canvas.text((centre, y + 210), Align::Middle, text, Role::Small);
        }
        if stretches.len() > 1 {
            let pace = plot.say(match stretch.pace {
                Pace::Days => Message::ByDay,
                Pace::Months => Message::ByMonth,
                Pace::Years => Message::ByYear,
            });
            let fits = lettering::width(&pace, SMALL, Weight::Regular) <= stretch.right - stretch.left + 100;
            if fits {
                canvas.text((stretch.left, y + 210 + LINE), Align::Start, pace, Role::Small);
            }
        }
        if let Some(next) = stretches.get(place + 1) {
            let middle = i32::midpoint(stretch.right, next.left);
            for x in [middle - 40, middle + 40] {
                canvas.line(&[(x - 30, y + 80), (x + 30, y - 80)], Role::Rail);
            }
            let words = left_out(plot, &stretches[place..place + 2]);
            if !words.is_empty() {
                end = middle + lettering::width(&words, SMALL, Weight::Regular) / 2 + 30;
                canvas.text((middle, y + 210), Align::Middle, words, Role::Small);
            }
        }
    }
    y + height(stretches)
}

/// The height of such an axis.
pub(super) fn height(stretches: &[Stretch]) -> i32 {
    240 + if stretches.len() > 1 { LINE } else { 0 }
}

/// The width of each break between stretches.
pub(super) fn breaks(plot: &Account<'_>, stretches: &[Stretch]) -> Vec<i32> {
    let room = |pair: &[Stretch]| lettering::width(&left_out(plot, pair), SMALL, Weight::Regular) + 200;
    stretches.windows(2).map(|pair| room(pair).max(BREAK)).collect()
}

/// The day, month or year with which a stretch begins.
pub(super) fn begun(stretch: &Stretch) -> Day {
    let mut day = Day::on(stretch.from);
    if stretch.pace != Pace::Days {
        day.day = None;
    }
    if stretch.pace == Pace::Years {
        day.month = None;
    }
    day
}

/// The time that is left out between two stretches; `None` if only the scale changes.
fn left_out(plot: &Account<'_>, pair: &[Stretch]) -> String {
    let [one, other] = pair else { return String::new() };
    let (from, to) = (Day::on(one.to), Day::on(other.from));
    let months = (i64::from(to.year) - i64::from(from.year)) * 12 + i64::from(to.month.unwrap_or(1))
        - i64::from(from.month.unwrap_or(1));
    match (other.from - one.to, from.day == to.day) {
        (days, _) if days <= 0 => String::new(),
        (_, true) if months > 0 && months % 12 == 0 => plot.say(Message::LeftOutYears { years: months / 12 }),
        (_, true) if months > 0 && months < 24 => plot.say(Message::LeftOutMonths { months }),
        // A little more or less than this many years; for many years the days do not matter.
        _ if months >= 24 => plot.say(Message::LeftOutYears { years: (months + 6) / 12 }),
        (days, _) => plot.say(Message::LeftOutDays { days }),
    }
}
