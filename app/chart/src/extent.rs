//! The one grammar of lengths: exact, about, at least, more than, at most, less than, from–to, and a word in place of a number.
//!
//! What is certain is solid with a straight end. *About* has a soft end of slivers round the number. What is open
//! goes on in slivers: behind an edge for *at least*, behind an arrow for *more than*. What reaches no further than a number is
//! soft: up to an edge for *at most*, up to an arrow that ends there for *less than*. A *magnitude* is a band
//! that frays at both ends.

use model::{Bounds, Value};

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::role::Role;

/// The room that an open end takes behind the last number of an axis.
pub(crate) const OVERHANG: i32 = 360;

/// Slivers from a place outwards: where each begins and how wide it is.
const SLIVERS: [(i32, i32); 3] = [(20, 50), (95, 35), (160, 20)];
/// The width of an edge.
const EDGE: i32 = 20;
/// What can still be seen.
const LEAST: i32 = 30;
/// The length of an arrow.
const ARROW: i32 = 90;

/// How a value is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As a length from the base of the axis.
    Bar,
    /// As a place or span on the axis.
    Span,
}

/// A value's shape along an axis, between `top` and `top + height`.
pub(crate) fn draw(canvas: &mut Canvas, axis: &Axis, value: &Value, form: Form, top: i32, height: i32) {
    let pen = Pen { top, height, base: axis.base(), form };
    let about = value.approximate;
    match value.bounds {
        Bounds::Exactly(n) => pen.number(canvas, axis.at(n), about),
        Bounds::AtLeast(n) => pen.open(canvas, axis.at(n), about, true),
        Bounds::MoreThan(n) => pen.open(canvas, axis.at(n), about, false),
        Bounds::AtMost(n) => pen.ceiling(canvas, axis.at(n), about, true),
        Bounds::LessThan(n) => pen.ceiling(canvas, axis.at(n), about, false),
        Bounds::Between(low, high) => pen.between(canvas, axis.at(low), axis.at(high), about),
        Bounds::Magnitude(magnitude) => {
            let (low, high) = magnitude.band();
            pen.band(canvas, axis.at(low), axis.at(high));
        }
    }
}

struct Pen {
    top: i32,
    height: i32,
    base: i32,
    form: Form,
}

impl Pen {
    fn block(&self, canvas: &mut Canvas, from: i32, to: i32, role: Role) {
        if to > from {
            canvas.fill((from, self.top), (to, self.top + self.height), role);
        }
    }

    /// A firm end, which stands out above and below, from a place to the right.
    fn edge(&self, canvas: &mut Canvas, at: i32) {
        canvas.fill((at, self.top - 20), (at + EDGE, self.top + self.height + 20), Role::Edge);
    }

    /// A number alone: of a bar, everything up to it; of a span, a disc at it. An *about* has a soft end or rim.
    fn number(&self, canvas: &mut Canvas, at: i32, about: bool) {
        match (self.form, about) {
            (Form::Bar, false) => self.block(canvas, self.base, at.max(self.base + 10), Role::Solid),
            (Form::Bar, true) => {
                let reach = self.reach(at);
                self.block(canvas, self.base, (at - reach).max(self.base + 10), Role::Solid);
                for step in 0..6 {
                    let from = at - reach + reach * step / 3 + 6;
                    self.block(canvas, from, from + (reach / 3 - 6) * (6 - step) / 6, Role::Soft);
                }
            }
            (Form::Span, false) => canvas.disc(self.middle(at), self.height / 2, Role::Solid),
            (Form::Span, true) => {
                canvas.disc(self.middle(at), self.height * 2 / 3, Role::Soft);
                canvas.disc(self.middle(at), self.height / 4, Role::Solid);
            }
        }
    }

    fn middle(&self, at: i32) -> (i32, i32) {
        (at, self.top + self.height / 2)
    }

    /// How far a soft end reaches to either side of its number: little of a short bar.
    fn reach(&self, at: i32) -> i32 {
        80.min((at - self.base) / 4).max(0)
    }

    fn open(&self, canvas: &mut Canvas, at: i32, about: bool, closed: bool) {
        self.number(canvas, at, about);
        let mut end = match self.form {
            Form::Bar => at + if about { self.reach(at) } else { 0 },
            Form::Span => at + if about { self.height * 2 / 3 } else { self.height / 2 },
        };
        let (_, middle) = self.middle(at);
        if closed {
            self.edge(canvas, end - EDGE);
        } else {
            let role = if about { Role::Soft } else { Role::Solid };
            let arrow = [(end, self.top), (end + ARROW, middle), (end, self.top + self.height)];
            canvas.polygon(&arrow, role);
            end += ARROW;
        }
        for (from, width) in SLIVERS {
            self.block(canvas, end + from, end + from + width, Role::Soft);
        }
    }

    fn ceiling(&self, canvas: &mut Canvas, at: i32, about: bool, closed: bool) {
        if closed {
            self.block(canvas, self.base, at, Role::Soft);
            if !about {
                self.edge(canvas, at - EDGE);
            }
            return;
        }
        let neck = (at - ARROW).max(self.base);
        self.block(canvas, self.base, neck, Role::Soft);
        let arrow = [(neck, self.top), (at, self.top + self.height / 2), (neck, self.top + self.height)];
        canvas.polygon(&arrow, Role::Soft);
    }

    fn between(&self, canvas: &mut Canvas, low: i32, high: i32, about: bool) {
        match self.form {
            Form::Bar => {
                self.number(canvas, low, false);
                self.block(canvas, low, high, Role::Soft);
            }
            Form::Span => self.block(canvas, low, high, Role::Solid),
        }
        if !about {
            for at in [low, high - EDGE] {
                self.edge(canvas, at);
            }
        }
    }

    fn band(&self, canvas: &mut Canvas, low: i32, high: i32) {
        let fray = SLIVERS[2].0 + SLIVERS[2].1;
        let (from, to) = (low + fray, high - fray);
        // On a linear scale a small word may be narrower than its own frays, which would say less than nothing.
        if to - from < fray {
            return self.block(canvas, low, high.max(low + LEAST), Role::Band);
        }
        self.block(canvas, from, to, Role::Band);
        for (gap, width) in SLIVERS {
            self.block(canvas, to + gap, to + gap + width, Role::Band);
            self.block(canvas, from - gap - width, from - gap, Role::Band);
        }
    }
}
