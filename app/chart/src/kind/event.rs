//! An event on an axis of time: its mark, and its words beside a stem.

use model::{Date, Day, Event};
use statement::Account;

use super::moment::{self, Place};
use crate::block::{Heading, SIZE, SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::scene::Align;
use crate::time::{self, Stretch};

/// The width of words within which no word is broken.
const WORD: i32 = 2100;

/// Words of an event beside its stem.
pub(super) struct Label {
    heading: Heading,
    lines: Vec<String>,
    pub(super) width: i32,
}

impl Label {
    pub(super) fn of(plot: &Account<'_>, event: &Event, room: i32) -> Self {
        let (date, label) = (plot.language.date(&event.date), plot.text(&event.label));
        // A word that fits into a line is not broken.
        let longest = |text: &str, size, weight| text.split(' ').map(|word| lettering::width(word, size, weight)).max();
        let words = longest(&date, SIZE, Weight::Bold).max(longest(label, SMALL, Weight::Regular)).unwrap_or_default();
        let room = room.max(words.min(WORD));
        let heading = Heading::new(&date, reference(plot, &event.id, &event.label), room);
        let lines = lettering::lines(label, room, SMALL, Weight::Regular);
        let label = lines.iter().map(|line| lettering::width(line, SMALL, Weight::Regular)).max().unwrap_or_default();
        Self { width: heading.width().max(label), heading, lines }
    }

    pub(super) fn height(&self) -> i32 {
        (self.heading.height() + LINE * self.lines.len() as i32).max(TARGET)
    }

    pub(super) fn draw(self, canvas: &mut Canvas, (left, top): (i32, i32), is_before: bool) {
        let mut baseline = top + SIZE + self.heading.height() - 20;
        let right = left + self.width;
        let x = if is_before { right - self.heading.width() } else { left };
        self.heading.draw(canvas, (x, top + SIZE), if is_before { Align::End } else { Align::Start });
        for line in self.lines {
            let (x, align) = if is_before { (right, Align::End) } else { (left, Align::Start) };
            canvas.text((x, baseline), align, line, Role::Small);
            baseline += LINE;
        }
    }
}

/// The end of a lasting event, if it has one.
pub(super) fn end(date: &Date) -> Option<Day> {
    if let Date::Interval(_, end) = date { *end } else { None }
}

/// The begin and end of a mark on the axis.
fn sides(event: &Event, stretches: &[Stretch]) -> (i32, i32) {
    let day = event.date.start();
    if day.day.is_some() {
        let x = time::begin(stretches, day.first() as f64 + 0.5);
        return (x, x);
    }
    let (left, right) = (time::begin(stretches, day.first() as f64), time::end(stretches, day.last() + 1));
    (left, right.max(left + 2 * moment::THICK))
}

/// The place of the stem of an event: its day, or the beginning of its month or year.
pub(super) fn stem(event: &Event, stretches: &[Stretch]) -> i32 {
    let (left, right) = sides(event, stretches);
    if left == right { left } else { left + 10 }
}

/// The mark of an event; of a lasting one, up to its end.
pub(super) fn mark(canvas: &mut Canvas, event: &Event, stretches: &[Stretch], y: i32) {
    let (left, right) = sides(event, stretches);
    if let Some(end) = end(&event.date) {
        let to = time::end(stretches, end.last() + 1);
        for stretch in stretches {
            let (from, to) = (right.max(stretch.left), to.min(stretch.right));
            if to > from {
                canvas.fill((from, y - 25), (to, y + 25), Role::Solid);
            }
        }
        let begin = Date::Day(event.date.start());
        return moment::draw(
            canvas,
            &begin,
            Place { at: (i32::midpoint(left, right), y), is_across: true },
            (right - left) / 2,
        );
    }
    moment::draw(
        canvas,
        &event.date,
        Place { at: (i32::midpoint(left, right), y), is_across: true },
        (right - left) / 2,
    );
}

/// The line above the axis for each event's mark, so that no marks overlap, and the begin and end of the mark: short marks
/// are on the axis itself.
pub(super) fn lanes(events: &[&Event], stretches: &[Stretch]) -> Vec<(i32, i32, i32)> {
    let reach = |event: &Event| {
        let (left, right) = sides(event, stretches);
        let day = event.date.start();
        let room = moment::reach(&day, (right - left) / 2) - (right - left) / 2;
        let behind = match &event.date {
            Date::Day(_) => right,
            Date::Interval(_, None) => right + moment::TAIL,
            Date::Interval(_, Some(end)) => time::end(stretches, end.last() + 1).max(right),
        };
        (left - room, behind + room)
    };
    let mut marks: Vec<(i32, i32, i32)> =
        events.iter().map(|event| reach(event)).map(|(from, to)| (-1, from, to)).collect();
    loop {
        let open = (0..marks.len()).filter(|place| marks[*place].0 < 0);
        let Some(next) = open.min_by_key(|place| marks[*place].2 - marks[*place].1) else { return marks };
        let (_, from, to) = marks[next];
        let is_free = |lane: &i32| {
            !marks.iter().any(|(other, left, right)| other == lane && from < right + 20 && *left < to + 20)
        };
        marks[next].0 = (0..).find(is_free).unwrap_or_default();
    }
}
