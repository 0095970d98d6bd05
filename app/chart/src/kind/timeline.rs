//! A timeline, read downwards: the mark shows how precise a date is, the thread between two events how long it was.
//!
//! Distances grow with the logarithm of time, so that years and days stand in one picture; where years pass, the
//! thread is broken and says how many.

use model::{Certainty, Chart, Date, Event};

use statement::{Account, Message};

use crate::block::Block;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::reference::references;
use crate::role::Role;
use crate::scene::{Align, Subject};

/// Where the thread runs.
const RAIL: i32 = 120;
/// From the thread to the words.
const INDENT: i32 = 380;
/// The least distance between the words of two events.
const BETWEEN: i32 = 140;
/// The added distance for each doubling of the days between.
const STRETCH: f64 = 22.0;
/// Gaps from here on, in years, are written out.
const LONG: u16 = 2;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let width = frame.width().min(5600) - INDENT;
    let mut y = 0;
    let mut previous: Option<(&Event, i32)> = None;
    for event in plot.events(chart) {
        let date = plot.language.date(&event.date);
        let label = event.label.in_language(plot.language.tag());
        let references = references(plot, &event.id, &event.label);
        if let Some((before, from)) = previous {
            let (extra, years) = gap(&before.date, &event.date);
            y += BETWEEN + extra;
            thread(plot, canvas, from, y + 90, years);
        }
        let block = Block::new(&date, label, references, width);
        let height = block.height();
        canvas.open(Subject::Event(event.id.clone()));
        point(canvas, &event.date, y + 90);
        block.draw(canvas, INDENT, y);
        canvas.close();
        previous = Some((event, y + 90));
        y += height;
    }
    y + 40
}

/// The distance to add between two dates, and the years to write out, if they are many.
fn gap(from: &Date, to: &Date) -> (i32, Option<u16>) {
    let days = (to.first() - from.first()).max(0);
    let years = to.start().year.saturating_sub(from.start().year);
    ((STRETCH * (1.0 + days as f64).log2()).round() as i32, (years >= LONG).then_some(years))
}

/// The thread between two marks.
fn thread(plot: &Account<'_>, canvas: &mut Canvas, from: i32, to: i32, years: Option<u16>) {
    let Some(years) = years else {
        canvas.line(&[(RAIL, from + 150), (RAIL, to - 150)], Role::Rail);
        return;
    };
    canvas.line(&[(RAIL, from + 150), (RAIL, to - 150)], Role::Gap);
    canvas.text((INDENT, to - 190), Align::Start, plot.language.say(Message::GapYears { years }), Role::Small);
}

/// A disc for a day, a block for a month, a longer one for a year, an open outline where it is uncertain, and a tail
/// where it goes on.
fn point(canvas: &mut Canvas, date: &Date, y: i32) {
    let day = date.start();
    let certain = day.certainty == Certainty::Sure;
    let half = match (day.day, day.month) {
        (Some(_), _) => 0,
        (None, Some(_)) => 60,
        (None, None) => 120,
    };
    match (half, certain) {
        (0, true) => canvas.disc((RAIL, y), 60, Role::Solid),
        (0, false) => canvas.ring((RAIL, y), 55, Role::Solid),
        (half, true) => canvas.fill((RAIL - 50, y - half), (RAIL + 50, y + half), Role::Solid),
        (half, false) => canvas.outline((RAIL - 50, y - half), (RAIL + 50, y + half), Role::Solid),
    }
    if matches!(date, Date::Interval(..)) {
        for (from, height) in [(20, 50), (95, 35)] {
            canvas.fill((RAIL - 50, y + half + from), (RAIL + 50, y + half + from + height), Role::Soft);
        }
    }
}
