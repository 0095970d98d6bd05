//! A total on an axis of time: its words, and a bar from its beginning to its end, which frays over the days that these can
//! mean. If one of them is not known, it frays to the edge of the axis.

use model::{Date, Day, Figure};
use statement::Account;

use super::timeline::{self, INDENT};
use crate::block::{Heading, LEADING, SIZE, SMALL, SMALL_LEADING as LINE, remark};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::scene::{Align, Shape, Subject};
use crate::sign;
use crate::time::{self, Stretch};

/// The height of a total.
pub(super) const BAR: i32 = 110;
/// The minimum visible length of a frayed end.
const FRAY: i32 = 80;

/// The days that beginning and end of a total can mean, from the first to the day after the last; `None` if one is not
/// known.
pub(super) struct Ends {
    pub(super) since: Option<(i64, i64)>,
    pub(super) until: Option<(i64, i64)>,
}

impl Ends {
    pub(super) fn of(figure: &Figure) -> Self {
        let (begin, end) = match &figure.as_of {
            Some(Date::Day(day)) => (None, Some(*day)),
            Some(Date::Interval(from, to)) => (Some(*from), *to),
            None => (None, None),
        };
        let days = |day: Day| {
            let (first, last) = timeline::span(&day);
            (first, last + 1)
        };
        Self { since: figure.since.as_ref().map(Date::start).or(begin).map(days), until: end.map(days) }
    }

    /// Whether a known beginning or end is not exact to the day.
    pub(super) fn is_frayed(&self) -> bool {
        [self.since, self.until].into_iter().flatten().any(|(first, last)| last - first > 1)
    }

    /// The four places of a total: its earliest begin, its certain begin, its certain end, its latest end.
    pub(super) fn places(&self, stretches: &[Stretch]) -> [i32; 4] {
        let (at, at_end) = (|day: i64| time::begin(stretches, day as f64), |day: i64| time::end(stretches, day));
        let (left, right) =
            (stretches.first().map_or(0, |first| first.left), stretches.last().map_or(0, |last| last.right));
        let begin = self
            .since
            .map(|(first, last)| if last - first > 1 { (at(first), at(last)) } else { (at(first), at(first)) });
        let end =
            self.until.map(
                |(first, last)| if last - first > 1 { (at(first), at_end(last)) } else { (at_end(last), at_end(last)) },
            );
        let ((from, begun), (to, ended)) = match (begin, end) {
            (Some(begin), Some(end)) => (begin, end),
            // An unknown end frays over the length of the known stretch.
            (None, Some((to, ended))) => {
                let own =
                    stretches.iter().rev().find(|stretch| stretch.left < ended).map_or(left, |stretch| stretch.left);
                let begun = (own + (ended - own) / 3).max(if to == ended { own + (ended - own) / 2 } else { 0 });
                ((own, begun), (to.max(begun), ended))
            }
            (Some((from, begun)), None) => ((from, begun), (begun + (right - begun) / 3, right)),
            (None, None) => ((left, left), (right, right)),
        };
        // If beginning and end can be of the same days, the total is somewhere between.
        let middle = i32::midpoint(begun, to);
        let (begun, to) = if begun > to { (middle, middle) } else { (begun, to) };
        let frayed = |length: i32| if length > 0 { length.max(FRAY) } else { 0 };
        let (before, behind) = (frayed(begun - from), frayed(ended - to));
        let begun = begun.max(left + before);
        let to = to.min(right - behind).max(begun + 20);
        [begun - before, begun, to, to + behind]
    }
}

/// The way to draw a rectangle of a total.
type Fill<'a> = dyn Fn(&mut Canvas, (i32, i32), (i32, i32), Role) + 'a;

/// A total between its four places, in rectangles.
pub(super) fn bar(canvas: &mut Canvas, [from, begun, to, ended]: [i32; 4], (top, height): (i32, i32), fill: &Fill<'_>) {
    let mut drawn = Canvas::new(Frame::Wide.width().max(ended));
    drawn.fill((begun, top), (to, top + height), Role::Solid);
    sign::slivers(&mut drawn, (begun, from), (top, height), Role::Soft, false);
    sign::slivers(&mut drawn, (to, ended), (top, height), Role::Soft, false);
    for shape in drawn.finish().0 {
        if let Shape::Rectangle { from, to, role, .. } = shape {
            fill(canvas, from, to, role);
        }
    }
}

/// The words of a total: its value with its marker, its label and its status.
pub(super) struct Words {
    value: Heading,
    name: Vec<String>,
    remark: Vec<String>,
    /// Whether the name follows the value.
    is_behind: bool,
    pub(super) width: i32,
}

impl Words {
    pub(super) fn of(plot: &Account<'_>, figure: &Figure, room: i32) -> Self {
        // The remark includes the status.
        let (phrase, _) = plot.stated(figure).into_parts();
        let value = Heading::of(figure, &phrase.to_string(), reference(plot, &figure.id, figure.name()), room);
        let name = plot.text(figure.name());
        let length = value.width() + 80 + lettering::width(name, SIZE, Weight::Regular);
        let is_behind = value.lines() == 1 && length <= room;
        let name = lettering::lines(name, room, SIZE, Weight::Regular);
        let remark = remark(plot, figure, room);
        let below = name.iter().map(|line| lettering::width(line, SIZE, Weight::Regular)).max().unwrap_or_default();
        let bold = remark.iter().map(|line| lettering::width(line, SIZE, Weight::Bold)).max().unwrap_or_default();
        let width = if is_behind { length } else { value.width().max(below) }.max(bold);
        Self { value, name, remark, is_behind, width }
    }

    pub(super) fn height(&self) -> i32 {
        let names = if self.is_behind { 0 } else { self.name.len() };
        (LEADING * (self.value.lines() + (names + self.remark.len()) as i32)).max(TARGET)
    }

    pub(super) fn draw(self, canvas: &mut Canvas, x: i32, y: i32) {
        let mut baseline = y + SIZE;
        let behind = x + self.value.width() + 80;
        let lines = self.value.lines();
        self.value.draw(canvas, (x, baseline), Align::Start);
        if !self.is_behind {
            baseline += LEADING * lines;
        }
        for line in self.name {
            canvas.text((if self.is_behind { behind } else { x }, baseline), Align::Start, line, Role::Label);
            baseline += LEADING;
        }
        for line in self.remark {
            canvas.text((x, baseline), Align::Start, line, Role::Value);
            baseline += LEADING;
        }
    }
}

/// A total in the list: its words, its dates, and its bar, which has the same length as all others. Returns its height.
pub(super) fn listed(plot: &Account<'_>, figure: &Figure, frame: Frame, y: i32, canvas: &mut Canvas) -> i32 {
    let room = frame.width().min(5600) - INDENT;
    let words = Words::of(plot, figure, room);
    let dates = plot.time(figure).map(|words| plot.language.begin(words)).unwrap_or_default();
    let dates = lettering::lines(&dates, room, SMALL, Weight::Regular);
    let ends = Ends::of(figure);
    let end = |known: Option<(i64, i64)>| known.is_some_and(|(first, last)| last - first <= 1);
    let (from, to) = (INDENT, INDENT + 1600);
    let places = [from, from + if end(ends.since) { 0 } else { 500 }, to - if end(ends.until) { 0 } else { 500 }, to];
    let height = words.height();
    canvas.open(Subject::Figure(figure.id.clone()));
    words.draw(canvas, INDENT, y);
    let mut baseline = y + height + SMALL - 20;
    for line in &dates {
        canvas.text((INDENT, baseline), Align::Start, line, Role::Small);
        baseline += LINE;
    }
    bar(canvas, places, (baseline - 60, BAR), &|canvas, from, to, role| canvas.fill(from, to, role));
    canvas.close();
    baseline - 60 + BAR - y + 40
}
