//! The grammar of lengths: exact, about, at least, more than, at most, less than, from–to, and a word in place of a number.
//!
//! Certain lengths are solid with a straight end. Open ends go on in slivers: after an edge for *at least*, after an arrow
//! for *more than*. Lengths up to an upper bound are soft and lower: up to an edge for *at most*, up to an arrow that ends
//! there for *less than*. A *magnitude* is a band that frays at both ends.
//!
//! *About* has a soft end of slivers, from nine tenths of the number to eleven tenths, on every scale. If that is too short
//! to be seen, it is eight pixels to either side, but never more than the whole of a part. Its edges and arrows are broken.
//! Ranges, words and lengths that are too short to be seen are drawn at the minimum width that shows their form, and the
//! picture says so.

use model::{Bounds, Value};

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::role::Role;
use crate::sign::{self, EDGE};

/// The room for an open end after the last number of an axis.
pub(crate) const OVERHANG: i32 = 360;

/// The length of an open end.
const BEYOND: i32 = 180;
/// The minimum visible length: of a soft end to either side, and of a soft length up to its bound.
const LEAST: i32 = 80;
/// The minimum visible length that is certain.
const SEEN: i32 = 20;
/// The length of an arrow.
const ARROW: i32 = 90;

/// The way to draw a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As a length from the base of the axis.
    Bar,
    /// As a length in a whole that ends at a place.
    Part(i32),
    /// As a length of which others are parts.
    Whole,
    /// As a place or span on the axis.
    Span,
}

/// The smallest and the largest number drawn for *about*.
pub(crate) fn around(number: f64) -> (f64, f64) {
    (number * 0.9, number * 1.1)
}

/// The shape of a value along an axis, between `top` and `top + height`. Negative values mirror their opposites.
pub(crate) fn draw(canvas: &mut Canvas, axis: &Axis, value: &Value, form: Form, top: i32, height: i32) {
    if let Some(opposite) = value.fall() {
        let mirrored = axis.mirrored();
        canvas.mirror((axis.base(), mirrored.base()), |canvas| draw(canvas, &mirrored, &opposite, form, top, height));
        return;
    }
    let mut pen = Pen { canvas, axis, about: value.approximate, form, rows: (top, height) };
    match value.bounds {
        Bounds::Exactly(n) => pen.number(n),
        Bounds::AtLeast(n) => pen.open(n, true),
        Bounds::MoreThan(n) => pen.open(n, false),
        Bounds::AtMost(n) => pen.ceiling(n, true),
        Bounds::LessThan(n) => pen.ceiling(n, false),
        Bounds::Between(low, high) => pen.between(low, high),
        Bounds::Magnitude(magnitude) => pen.band(magnitude.band()),
    }
}

struct Pen<'a> {
    canvas: &'a mut Canvas,
    axis: &'a Axis,
    about: bool,
    form: Form,
    rows: (i32, i32),
}

impl Pen<'_> {
    fn block(&mut self, from: i32, to: i32, role: Role) {
        let (mut top, mut height) = self.rows;
        // The uncertain part of a whole is lower than the certain one.
        if self.form == Form::Whole && role == Role::Soft {
            (top, height) = (top + height / 4, height / 2);
        }
        if to > from {
            self.canvas.fill((from, top), (to, top + height), self.role(role));
        }
    }

    fn role(&self, role: Role) -> Role {
        if self.form == Form::Whole { Role::Rest } else { role }
    }

    fn slivers(&mut self, from: i32, to: i32, role: Role) {
        sign::slivers(self.canvas, (from, to), self.rows, self.role(role), false);
    }

    fn arrow(&mut self, from: i32, to: i32, role: Role) {
        sign::arrow(self.canvas, (from, to), self.rows, self.role(role), self.about);
    }

    fn edge(&mut self, at: i32) {
        sign::edge(self.canvas, at, self.rows, self.about);
    }

    /// The begin and end of the soft part around a number; `room` is taken by a mark at the number itself.
    fn soft(&self, number: f64, room: i32) -> (i32, i32) {
        let (least, most) = around(number);
        let (at, base) = (self.axis.at(number), self.axis.base());
        let to = self.axis.at(most).max(at + room + LEAST);
        (self.axis.at(least).min(at - room - LEAST).max(base), self.within(to, at))
    }

    /// The end of a soft part: at most the whole, which the number itself may reach.
    fn within(&self, to: i32, at: i32) -> i32 {
        if let Form::Part(whole) = self.form { to.min(whole.max(at)) } else { to }
    }

    /// The certain length up to a number. Returns its end, where the soft part begins.
    fn body(&mut self, number: f64) -> (i32, i32) {
        let (at, base) = (self.axis.at(number), self.axis.base());
        let height = self.rows.1;
        if self.form == Form::Span {
            let radius = if self.about { height / 4 } else { height / 2 };
            self.canvas.disc((at, self.rows.0 + height / 2), radius, Role::Solid);
            if self.about {
                let (from, _) = self.soft(number, radius);
                self.slivers(at - radius, from, Role::Soft);
            }
            return (at + radius, at + radius);
        }
        if !self.about {
            let end = self.seen(at, base + SEEN);
            self.block(base, end, Role::Solid);
            return (end, end);
        }
        let (from, _) = self.soft(number, 0);
        self.block(base, from, Role::Solid);
        (at.max(base + EDGE), from)
    }

    /// The end of a length, which reaches at least as far as this to be visible.
    fn seen(&mut self, end: i32, least: i32) -> i32 {
        if end < least {
            self.canvas.enlarge();
        }
        end.max(least)
    }

    /// A single number: a length up to it in a bar, a disc in a span. Zero has no length.
    fn number(&mut self, number: f64) {
        if number == 0.0 && self.form != Form::Span && !self.about {
            return;
        }
        let (_, from) = self.body(number);
        if self.about {
            let (_, to) = self.soft(number, if self.form == Form::Span { from - self.axis.at(number) } else { 0 });
            self.slivers(from, to, Role::Soft);
        }
    }

    fn open(&mut self, number: f64, closed: bool) {
        let (mut end, from) = self.body(number);
        self.slivers(from, end, Role::Soft);
        if closed {
            self.edge(end - EDGE);
        } else {
            self.arrow(end, end + ARROW, if self.about { Role::Soft } else { Role::Solid });
            end += ARROW;
        }
        self.slivers(end, end + BEYOND, Role::Soft);
    }

    fn ceiling(&mut self, number: f64, closed: bool) {
        let base = self.axis.base();
        let end = self.seen(self.axis.at(number), base + LEAST);
        let (from, to) = if self.about { self.soft(number, 0) } else { (end, end) };
        if closed {
            self.possible(base, from);
            self.slivers(from, to, Role::Soft);
            self.edge(end - EDGE);
        } else {
            let neck = if self.about { from } else { (end - ARROW).max(base) };
            self.possible(base, neck);
            self.arrow(neck, to, Role::Soft);
        }
    }

    /// An uncertain length: lower than a certain one, so that colour is not the only difference.
    fn possible(&mut self, from: i32, to: i32) {
        let rows = self.rows;
        if self.form != Form::Whole {
            self.rows = (rows.0 + rows.1 / 6, rows.1 - rows.1 / 3);
        }
        self.block(from, to, Role::Soft);
        self.rows = rows;
    }

    /// A range across zero: as a length, nothing of it is certain.
    fn across(&mut self, low: f64, high: f64) {
        let (low, high) = (self.axis.at(low), self.axis.at(high));
        let high = high.max(low + 2 * EDGE + LEAST);
        if self.form == Form::Span {
            self.block(low, high, Role::Solid);
        } else {
            self.possible(low, high);
        }
        if self.about {
            self.slivers(low, low - LEAST, Role::Soft);
            self.slivers(high, high + LEAST, Role::Soft);
        }
        self.edge(low);
        self.edge(high - EDGE);
    }

    fn between(&mut self, low: f64, high: f64) {
        if low < 0.0 {
            return self.across(low, high);
        }
        let base = self.axis.base();
        let (mut least, mut most) = ((0, 0), (0, 0));
        if self.about {
            (least, most) = (self.soft(low, 0), self.soft(high, 0));
        }
        let high = self.seen(self.axis.at(high), base + 2 * EDGE + LEAST);
        let low = self.axis.at(low).min(high - EDGE - LEAST).max(base + 10);
        let soft = self.within(most.1.max(high + LEAST), high);
        let certain = if self.about { least.0.min(low) } else { low };
        let possible = if self.about { most.0.max(low) } else { high };
        if self.form == Form::Span {
            self.block(low, high, Role::Solid);
            if self.about {
                self.slivers(low, certain, Role::Soft);
                self.slivers(high, soft, Role::Soft);
            }
        } else {
            self.block(base, certain, Role::Solid);
            self.slivers(certain, low, Role::Soft);
            self.block(low, possible, Role::Soft);
            if self.about {
                self.slivers(possible, soft, Role::Soft);
            }
        }
        self.edge(low);
        self.edge(high - EDGE);
    }

    /// A word in place of a number.
    fn band(&mut self, (low, high): (f64, f64)) {
        let (low, high) = (self.axis.at(low), self.axis.at(high));
        let fray = ((high - low) / 4).clamp(LEAST, BEYOND);
        let high = high.max(low + 3 * fray);
        self.block(low + fray, high - fray, Role::Band);
        self.slivers(low + fray, low, Role::Band);
        self.slivers(high - fray, high, Role::Band);
    }
}
