//! A true axis of time: stretches of days with breaks between them, each on a linear scale of its own by plotters.
//!
//! The breaks are computed from the dates alone. A stretch has room for the events in it; if two events would be too near
//! each other because much time passes elsewhere, a break costs less. So unusually long gaps are left out, and days that are
//! close together after some years get a scale of days. A date known only to the year has no place on a scale of months or
//! days.

use model::Day;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

/// The precision of a date, and the unit of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pace {
    Days,
    Months,
    Years,
}

/// A date that needs a place on the axis: the days that it can mean, from the first to the day after the last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stop {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) pace: Pace,
    /// Whether it is an event, whose words need room; the end of a total has none.
    pub(crate) is_event: bool,
}

/// Days on one scale, from the first to the day after the last.
pub(crate) struct Stretch {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) pace: Pace,
    /// The number of events in it.
    pub(crate) events: usize,
    /// Whether a total begins or ends in it.
    has_totals: bool,
    /// The first of its dates, and the end of the last.
    dates: (i64, i64),
    pub(crate) left: i32,
    pub(crate) right: i32,
}

/// Two events that are closer than this, in tenths of a pixel, are hard to tell apart.
const APART: f64 = 220.0;
/// The cost of a break, compared with two events at one place.
const BREAK: f64 = 0.9;
/// The minimum width of a stretch.
const LEAST: i32 = 600;

impl Stop {
    /// The days that a date means.
    pub(crate) fn of(day: &Day, is_event: bool) -> Self {
        let pace = match (day.month, day.day) {
            (None, _) => Pace::Years,
            (_, None) => Pace::Months,
            _ => Pace::Days,
        };
        Self { from: day.first(), to: day.last() + 1, pace, is_event }
    }
}

impl Stretch {
    /// The stretch of some dates, in whole years, whole months, or days with one more on both sides.
    fn of(stops: &[Stop]) -> Self {
        let (from, to, finest) = extent(stops);
        let pace = match to - from {
            days if days > 1100 => Pace::Years,
            days if days > 45 => Pace::Months,
            _ => Pace::Days,
        };
        let pace = pace.max(finest);
        let mut stretch = Self {
            from: start(from, pace),
            to: next(to - 1, pace),
            pace,
            events: stops.iter().filter(|stop| stop.is_event).count(),
            has_totals: stops.iter().any(|stop| !stop.is_event),
            dates: (from, to),
            left: 0,
            right: 0,
        };
        let is_short = match pace {
            // A month that a date means is shown whole.
            Pace::Days if start(from, Pace::Months) == from && start(to, Pace::Months) == to => false,
            Pace::Days => true,
            _ => next(stretch.from, pace) == stretch.to,
        };
        if is_short {
            let more = if pace == Pace::Days { ((9 - (to - from)) / 2).max(1) } else { 1 };
            stretch.from = start(stretch.from - more, pace);
            stretch.to = next(stretch.to + more - 1, pace);
        }
        stretch
    }

    /// The place where a day begins, or this part of it is over.
    fn at(&self, day: f64) -> i32 {
        let scale: RangedCoordf64 = (self.from as f64..self.to as f64).into();
        scale.map(&day, (self.left, self.right))
    }

    /// Its ticks: the place and day of each, and whether its label is complete.
    pub(crate) fn ticks(&self) -> Vec<(i32, Day, bool)> {
        let width = f64::from(self.right - self.left) / (self.to - self.from) as f64;
        let (steps, unit, room): (&[i64], f64, f64) = match self.pace {
            Pace::Days => (&[1, 2, 7, 14], 1.0, 260.0),
            Pace::Months => (&[1, 2, 3, 6], 30.4, 330.0),
            Pace::Years => (&[1, 2, 5, 10, 20, 50, 100, 500], 365.2, 420.0),
        };
        let fits = |step: &&i64| **step as f64 * unit * width >= room;
        let step = steps.iter().find(fits).or(steps.last()).copied().unwrap_or(1);
        let mut ticks = Vec::new();
        let mut day = self.from;
        while day < self.to {
            let mut of = Day::on(day);
            let (month, date) = (i64::from(of.month.unwrap_or(1)), i64::from(of.day.unwrap_or(1)));
            let (is_tick, is_whole) = match self.pace {
                Pace::Days => {
                    ((date - 1) % step == 0 && (date == 1 || next(day, Pace::Months) - day > step / 2), false)
                }
                Pace::Months => ((month - 1) % step == 0, month == 1),
                Pace::Years => (i64::from(of.year) % step == 0, true),
            };
            if self.pace != Pace::Days {
                of.day = None;
            }
            if self.pace == Pace::Years {
                of.month = None;
            }
            if is_tick {
                let middle = if self.pace == Pace::Days { 0.5 } else { 0.0 };
                let is_whole = is_whole || ticks.is_empty();
                ticks.push((self.at(day as f64 + middle), of, is_whole));
            }
            day = next(day, self.pace);
        }
        ticks
    }
}

/// The stretches of these dates, which are in order, without their places. Dates long before most others are in none: they
/// are listed above the axis.
pub(crate) fn stretches(stops: &[Stop], width: i32) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> =
        runs(stops, width).into_iter().map(|(from, to)| Stretch::of(&stops[from..to])).collect();
    let events: usize = stretches.iter().map(|stretch| stretch.events).sum();
    let mut before = 0;
    while let [first, second, ..] = stretches.as_slice() {
        before += first.events;
        if first.has_totals || first.pace <= second.pace || before * 3 > events {
            break;
        }
        stretches.remove(0);
    }
    for place in 1..stretches.len() {
        let (one, other) = stretches.split_at_mut(place);
        if let (Some(one), Some(other)) = (one.last_mut(), other.first_mut()) {
            other.from = other.from.max(one.dates.1);
            one.to = one.to.min(other.from);
            // A short time is shown rather than left out.
            if (other.from - one.to) * 2 <= one.to - one.from {
                one.to = other.from;
            }
        }
    }
    stretches
}

/// All these dates on one scale, without a break.
pub(crate) fn unbroken(stops: &[Stop]) -> Vec<Stretch> {
    if stops.is_empty() { Vec::new() } else { vec![Stretch::of(stops)] }
}

/// Whether stretches and the breaks between them fit into a width.
pub(crate) fn has_room(stretches: &[Stretch], width: i32, breaks: &[i32]) -> bool {
    breaks.iter().sum::<i32>() + stretches.len() as i32 * LEAST <= width
}

/// Places stretches between two places, with this much room at each break.
pub(crate) fn place(stretches: &mut [Stretch], (left, right): (i32, i32), breaks: &[i32]) {
    let count = stretches.len() as i32;
    let events: usize = stretches.iter().map(|stretch| stretch.events.max(1)).sum();
    let free = right - left - breaks.iter().sum::<i32>() - count * LEAST;
    let mut x = left;
    let mut given = 0;
    for (place, stretch) in stretches.iter_mut().enumerate() {
        given += stretch.events.max(1);
        stretch.left = x;
        let before: i32 = breaks.iter().take(place).sum();
        stretch.right = left + before + LEAST * (place as i32 + 1) + free * given as i32 / events.max(1) as i32;
        x = stretch.right + breaks.get(place).copied().unwrap_or(0);
    }
}

/// The place where something begins that begins within a day. Time that is left out is after the break; time beyond the axis
/// is at its end.
pub(crate) fn begin(stretches: &[Stretch], day: f64) -> i32 {
    place_in(stretches.iter().find(|stretch| day < stretch.to as f64).or(stretches.last()), day)
}

/// The place where something ends that is over when a day begins. Time that is left out is before the break.
pub(crate) fn end(stretches: &[Stretch], day: i64) -> i32 {
    place_in(stretches.iter().rev().find(|stretch| day > stretch.from).or(stretches.first()), day as f64)
}

fn place_in(stretch: Option<&Stretch>, day: f64) -> i32 {
    // `f64::clamp` would add the code that formats floats to the program.
    stretch.map_or(0, |stretch| stretch.at(day.max(stretch.from as f64).min(stretch.to as f64)))
}

/// The first and the last of the days of some dates, and the finest of their units. Dates known only to the year count if
/// all are, or if the others are years apart.
fn extent(stops: &[Stop]) -> (i64, i64, Pace) {
    let of = |stops: &mut dyn Iterator<Item = &Stop>| {
        stops.fold((i64::MAX, i64::MIN, Pace::Years), |(from, to, pace), stop| {
            (from.min(stop.from), to.max(stop.to), pace.min(stop.pace))
        })
    };
    let close = of(&mut stops.iter().filter(|stop| stop.pace != Pace::Years));
    if close.0 < close.1 && close.1 - close.0 < 730 { close } else { of(&mut stops.iter()) }
}

/// The stops of each stretch, from one to before another, at which breaks and events that are hard to tell apart cost the
/// least.
fn runs(stops: &[Stop], width: i32) -> Vec<(usize, usize)> {
    let all = stops.iter().filter(|stop| stop.is_event).count().max(1);
    // The minimum cost up to each stop, and the begin of its last stretch.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for to in 1..=stops.len() {
        let mut least = (f64::INFINITY, 0);
        for from in 0..to {
            let Some((before, _)) = best.get(from) else { continue };
            // There is no break within a month or year that a date means.
            let ends = stops[..from].iter().map(|stop| stop.to).max();
            if ends.is_some_and(|end| stops[from].from < end) {
                continue;
            }
            let total =
                before + cost(&stops[from..to], f64::from(width) / all as f64) + if from > 0 { BREAK } else { 0.0 };
            if total < least.0 {
                least = (total, from);
            }
        }
        best.push(least);
    }
    let mut runs = Vec::new();
    let mut to = stops.len();
    while to > 0 {
        let from = best.get(to).map_or(0, |(_, from)| *from);
        runs.insert(0, (from, to));
        to = from;
    }
    runs
}

/// The cost of a stretch of these stops, with this much room for each event.
fn cost(stops: &[Stop], room: f64) -> f64 {
    let (from, to, _) = extent(stops);
    let events = stops.iter().filter(|stop| stop.is_event).count().max(1);
    let scale = events as f64 * room / (to - from).max(1) as f64;
    let near = |pair: &[Stop]| {
        let (one, other) = (pair[0].from.max(from), pair[1].from.max(from));
        let least = if pair[0].is_event && pair[1].is_event { APART } else { APART / 4.0 };
        // Dates of one day have one place on every scale.
        let days = (other - one) as f64;
        if days > 0.0 { (1.0 - days * scale / least).max(0.0) } else { 0.0 }
    };
    // A date without a place on the scale of its neighbours.
    let loose = stops.iter().filter(|stop| stop.is_event && stop.pace == Pace::Years && stop.to > to).count();
    let before = stops.iter().filter(|stop| stop.is_event && stop.pace == Pace::Years && stop.from < from).count();
    stops.windows(2).map(near).sum::<f64>() + (loose + before) as f64
}

/// The first day of the year or month of a day; or the day.
fn start(day: i64, pace: Pace) -> i64 {
    let of = Day::on(day);
    let first = |mut of: Day, pace| {
        of.day = None;
        if pace == Pace::Years {
            of.month = None;
        }
        of.first()
    };
    if pace == Pace::Days { day } else { first(of, pace) }
}

/// The first day of the year or month after that of a day; or the day after it.
fn next(day: i64, pace: Pace) -> i64 {
    let mut of = Day::on(day);
    match pace {
        Pace::Days => return day + 1,
        Pace::Months => of.day = None,
        Pace::Years => (of.day, of.month) = (None, None),
    }
    of.last() + 1
}
