//! The mark of a date on a thread of time, which runs down or across: it shows how precise the date is, how sure, and whether it
//! goes on.

use model::{Certainty, Chart, Date, Day};
use statement::{Account, Message};

use crate::canvas::Canvas;
use crate::role::Role;
use crate::sample::{self, Sample};

/// Half the thickness of a mark.
pub(super) const THICK: i32 = 50;
/// The radius of a disc.
pub(super) const DISC: i32 = 60;
/// How far the slivers of what goes on reach behind a mark.
pub(super) const TAIL: i32 = 130;

/// Where a mark stands, and how the thread runs there.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) at: (i32, i32),
    pub(super) is_across: bool,
}

impl Place {
    /// A block from one distance from the middle to another, along the thread.
    pub(super) fn fill(self, canvas: &mut Canvas, from: i32, to: i32, role: Role) {
        let (start, end) = self.corners(from, to);
        canvas.fill(start, end, role);
    }

    fn corners(self, from: i32, to: i32) -> ((i32, i32), (i32, i32)) {
        let (x, y) = self.at;
        if self.is_across {
            ((x + from, y - THICK), (x + to, y + THICK))
        } else {
            ((x - THICK, y + from), (x + THICK, y + to))
        }
    }
}

/// A disc for a day; for a month or a year a block, whose half length is given; an open outline where it is uncertain, slivers
/// before and behind where it is about then, and a tail where it goes on.
pub(super) fn draw(canvas: &mut Canvas, date: &Date, place: Place, half: i32) {
    let certainty = date.start().certainty;
    let certain = matches!(certainty, Certainty::Sure | Certainty::Approximate);
    match (half, certain) {
        (0, true) => canvas.disc(place.at, DISC, Role::Solid),
        (0, false) => canvas.ring(place.at, DISC - 5, Role::Solid),
        (half, true) => place.fill(canvas, -half, half, Role::Solid),
        (half, false) => {
            let (start, end) = place.corners(-half, half);
            canvas.outline(start, end, Role::Solid);
        }
    }
    if is_about(&date.start()) {
        about(canvas, place, half.max(DISC), matches!(date, Date::Day(_)));
    }
    if matches!(date, Date::Interval(..)) {
        for (from, length) in [(20, 50), (95, 35)] {
            place.fill(canvas, half + from, half + from + length, Role::Soft);
        }
    }
}

/// How far a mark reaches from its middle to what comes before it.
pub(super) fn reach(day: &Day, half: i32) -> i32 {
    half.max(DISC) + if is_about(day) { 95 } else { 0 }
}

/// Slivers before a mark that reaches so far from its middle, and behind it.
fn about(canvas: &mut Canvas, place: Place, reach: i32, behind: bool) {
    for (from, length) in [(20, 30), (75, 20)] {
        let near = reach + from;
        place.fill(canvas, -near - length, -near, Role::Soft);
        if behind {
            place.fill(canvas, near, near + length, Role::Soft);
        }
    }
}

fn is_about(day: &Day) -> bool {
    matches!(day.certainty, Certainty::Approximate | Certainty::Both)
}

/// What the marks of the events of a chart mean.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart, is_across: bool) -> Vec<Sample> {
    let days: Vec<_> = plot.events(chart).iter().map(|event| event.date.start()).collect();
    let mut samples = Vec::new();
    let mut add = |used: bool, message, draw: fn(&mut Canvas, Place)| {
        if used {
            let place = Place { at: (300, 80), is_across };
            samples.push(sample::sample(plot.language, message, |canvas| draw(canvas, place)));
        }
    };
    add(days.iter().any(|day| day.month.is_none()), Message::LegendYear, |c, place| {
        place.fill(c, -80, 80, Role::Solid);
    });
    add(days.iter().any(|day| day.month.is_some() && day.day.is_none()), Message::LegendMonth, |c, place| {
        place.fill(c, -60, 60, Role::Solid);
    });
    add(days.iter().any(|day| day.day.is_some()), Message::LegendDay, |c, place| c.disc(place.at, DISC, Role::Solid));
    let is = |one, other| days.iter().any(|day| day.certainty == one || day.certainty == other);
    add(is(Certainty::Approximate, Certainty::Both), Message::LegendAboutThen, |c, place| {
        c.disc(place.at, 30, Role::Solid);
        for (from, to) in [(-80, -60), (-50, -35), (35, 50), (60, 80)] {
            place.fill(c, from, to, Role::Soft);
        }
    });
    add(is(Certainty::Uncertain, Certainty::Both), Message::LegendUncertain, |c, place| {
        c.ring(place.at, DISC - 5, Role::Solid);
    });
    samples
}
