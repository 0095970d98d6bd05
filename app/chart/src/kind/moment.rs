//! The mark of a date on a line of time, horizontal or vertical: it shows the precision of the date, its certainty, and
//! whether it is open.

use model::{Certainty, Chart, Date, Day};
use statement::{Account, Message};

use crate::canvas::Canvas;
use crate::role::Role;
use crate::sample::{self, Sample};

/// Half the thickness of a mark.
pub(super) const THICK: i32 = 50;
/// The radius of a disc.
pub(super) const DISC: i32 = 60;
/// The length of the slivers of an open date.
pub(super) const TAIL: i32 = 130;

/// The place of a mark, and the direction of its line of time.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) at: (i32, i32),
    pub(super) is_across: bool,
}

impl Place {
    /// A block between two distances from the middle, along the line.
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

/// A disc for a day; for a month or a year a block of this half length; an open outline if it is uncertain, slivers before
/// and after if it is approximate, and a tail if it is open.
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

/// The distance from the middle of a mark to its begin.
pub(super) fn reach(day: &Day, half: i32) -> i32 {
    half.max(DISC) + if is_about(day) { 95 } else { 0 }
}

/// Slivers before a mark that begins this far from its middle, and after it.
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

/// The samples of the marks of a chart's events.
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
