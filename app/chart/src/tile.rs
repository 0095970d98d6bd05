//! The small drawing of one figure, and the words that explain it.
//!
//! Counts and money are drawn as dots of a value that the figures of the band share, or as squares if each is one thing. A
//! part is a bar in the outline of its whole. Other figures are a bar or a place on a scale that ends at a round number.
//! A figure that was reported again is drawn with its other readings.
//! Ordinal values, such as a tier, are not drawn, nor are words that span more than a factor of ten, such as "millions", as
//! dots: any number of dots would be invented.

use model::{Bounds, Chart, Figure, Kind, Scale, Unit, Value};
use statement::{Account, Message};

use crate::axis::Axis;
use crate::canvas::Canvas;
use crate::course::Course;
use crate::dots::{self, Grid};
use crate::extent::{self, Form, OVERHANG};
use crate::role::Role;
use crate::scene::{Shape, Subject};
use crate::svg;
use crate::worth::{self, MOST};

/// The width of a tile, in tenths of a pixel like all lengths here.
const WIDTH: i32 = 1900;
/// The number of dots in a row.
const COLUMNS: i32 = MOST / 6;
/// The distance and the size of dots.
const PITCH: i32 = 90;
const RADIUS: i32 = 35;
/// The height of a bar in its whole, and of one on a scale.
const PART: i32 = 240;
const BAR: i32 = 140;
/// The room for the signs at the ends of a bar, above and below it.
const AIR: i32 = 20;

/// A figure's small drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tile {
    /// `<svg class="tile">`, hidden from assistive technology, without text. Empty if a drawing would mislead.
    pub picture: String,
    /// Its explanation: the value of one dot, what is filled, or the ends of the scale.
    pub words: String,
    /// Its width and height, in tenths of a pixel.
    pub(crate) size: (i32, i32),
}

/// Draws a figure beside the others of its band.
pub fn tile(account: &Account<'_>, figure: &Figure, band: &[&Figure]) -> Tile {
    if let Some(course) = Course::of(account, figure) {
        let mut canvas = Canvas::new(WIDTH);
        let size = (WIDTH, course.draw(&mut canvas, figure, WIDTH));
        let (mut shapes, marks, _) = canvas.finish();
        shapes.extend(marks.into_iter().flat_map(|mark| mark.shapes));
        return Tile { picture: svg::tile(&shapes, size), words: course.words(account), size };
    }
    let share = share_of(account, figure);
    let shown = share.unwrap_or(figure);
    let Some(drawing) = Drawing::of(account, shown, band) else { return Tile::default() };
    let applies = [figure, shown].into_iter().all(|figure| account.dashboard.applies(figure));
    let (shapes, height) = drawing.shapes(&shown.value, applies);
    let words = match share {
        Some(share) => {
            account.say(Message::TilePart { value: &account.in_sentence(share), name: account.text(share.name()) })
        }
        None => drawing.words(account, figure),
    };
    Tile { picture: svg::tile(&shapes, (WIDTH, height)), words, size: (WIDTH, height) }
}

/// The figure that gives the share of a whole that another is, if it can be drawn.
fn share_of<'a>(account: &Account<'a>, figure: &Figure) -> Option<&'a Figure> {
    account.dashboard.figure(figure.share.as_deref()?).filter(|share| is_within(share))
}

/// The whole of which a number in this unit may be a part.
fn whole(unit: &Unit) -> Option<f64> {
    match unit {
        Unit::Percent => Some(100.0),
        Unit::Fraction => Some(1.0),
        _ => None,
    }
}

/// Whether a figure is between zero and its whole.
fn is_within(figure: &Figure) -> bool {
    let value = &figure.value;
    let is_word = matches!(value.bounds, Bounds::Magnitude(_));
    !is_word && value.rank() >= 0.0 && whole(&figure.unit).is_some_and(|whole| value.size() <= whole)
}

/// Whether the data says that a figure is a part of a whole: 53 percent may also be a rise.
fn is_part(account: &Account<'_>, figure: &Figure) -> bool {
    let draws = |chart: &Chart| matches!(chart.kind, Kind::Share(_)) && chart.figures.first() == Some(&figure.id);
    figure.unit == Unit::Fraction
        || account.dashboard.figures.iter().any(|other| other.share.as_ref() == Some(&figure.id))
        || account.dashboard.charts.iter().any(draws)
}

/// The form of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Drawing {
    /// As a bar in its whole.
    Part { whole: f64 },
    /// As dots of this value.
    Dots { worth: f64 },
    /// On a scale between two round numbers, one of which may be zero.
    Scale { from: f64, to: f64, form: Form },
}

impl Drawing {
    fn of(account: &Account<'_>, figure: &Figure, band: &[&Figure]) -> Option<Self> {
        let (unit, value) = (&figure.unit, &figure.value);
        if let Some(whole) = whole(unit).filter(|_| is_within(figure)) {
            let scale = Self::Scale { from: 0.0, to: whole, form: Form::Bar };
            return Some(if is_part(account, figure) { Self::Part { whole } } else { scale });
        }
        if is_in_dots(figure) {
            let beside = band.iter().filter(|other| other.unit == *unit && is_in_dots(other));
            let beside = beside.filter(|other| share_of(account, other).is_none()).map(|other| other.value);
            let beside: Vec<Value> = beside.collect();
            return worth::of_dots(value, &beside).map(|worth| Self::Dots { worth });
        }
        match unit {
            Unit::Level(_) => None,
            // The zero of these units is arbitrary.
            Unit::Measure("°C" | "°F") => Some(Self::on_scale(value, Form::Span)),
            _ if matches!(value.bounds, Bounds::Between(..)) => Some(Self::on_scale(value, Form::Span)),
            _ => Some(Self::on_scale(value, Form::Bar)),
        }
    }

    fn on_scale(value: &Value, form: Form) -> Self {
        let (low, high) = match value.bounds {
            Bounds::Magnitude(magnitude) => magnitude.band(),
            _ => (value.rank(), value.size()),
        };
        let (from, to) = (-worth::round(-low.min(0.0)), worth::round(high.max(0.0)));
        Self::Scale { from, to: if from == 0.0 && to == 0.0 { 1.0 } else { to }, form }
    }

    /// The shapes, and their total height.
    fn shapes(self, value: &Value, applies: bool) -> (Vec<Shape>, i32) {
        let mut canvas = Canvas::new(WIDTH);
        let height = match self {
            Self::Part { whole } => part(&mut canvas, value, whole),
            Self::Dots { worth } => {
                let first = (RADIUS + AIR / 2, RADIUS + AIR);
                let grid = Grid { first, columns: COLUMNS, pitch: PITCH, radius: RADIUS, square: worth == 1.0 };
                let count = dots::count(value, worth);
                mark(&mut canvas);
                dots::draw(&mut canvas, &grid, value, worth, count, (Role::Solid, Role::Soft));
                (count.max(1) - 1) / COLUMNS * PITCH + 2 * first.1
            }
            Self::Scale { from, to, form } => scale(&mut canvas, value, (from, to), form),
        };
        let (mut shapes, marks, _) = canvas.finish();
        let drawn = marks.into_iter().flat_map(|mark| mark.shapes);
        shapes.extend(drawn.map(|shape| if applies { shape } else { shape.hollow() }));
        (shapes, height)
    }

    fn words(self, account: &Account<'_>, figure: &Figure) -> String {
        match self {
            Self::Part { .. } => account.say(Message::TileWhole),
            Self::Dots { worth } => {
                let amount = &account.bare(&Value::exactly(worth), &figure.unit).to_string();
                let words = account.say(if worth == 1.0 {
                    Message::TileSquare { amount }
                } else {
                    Message::TileDot { amount }
                });
                match figure.value.bounds {
                    Bounds::Magnitude(magnitude) => {
                        let (low, high) = magnitude.band();
                        let (from, to) = ((low / worth) as i32, (high / worth) as i32);
                        words + &account.say(Message::TileWord { from, to })
                    }
                    _ => words,
                }
            }
            Self::Scale { from, to, .. } => {
                let range = Value::bounded(Bounds::Between(from, to));
                account.say(Message::TileScale { range: &account.bare(&range, &figure.unit).to_string() })
            }
        }
    }
}

/// Whether a figure is drawn in dots: counts and money.
fn is_in_dots(figure: &Figure) -> bool {
    (figure.unit.is_counted() || matches!(figure.unit, Unit::Money(_))) && figure.value.rank() >= 0.0
}

/// Shapes from here on belong to the figure, not to the ground.
fn mark(canvas: &mut Canvas) {
    canvas.open(Subject::Figure(String::new()));
}

/// A part in its whole. An open part that nearly fills the whole goes on after it.
fn part(canvas: &mut Canvas, value: &Value, whole: f64) -> i32 {
    let goes_on = value.ends().1.is_none() && value.size() > 0.8 * whole;
    let room = if goes_on { OVERHANG } else { AIR / 2 };
    let full = Value::exactly(whole);
    let axis = Axis::holding([&full].into_iter(), Scale::Linear, AIR / 2, WIDTH - room);
    extent::draw(canvas, &axis, &full, Form::Whole, AIR, PART);
    mark(canvas);
    extent::draw(canvas, &axis, value, Form::Part(axis.at(whole)), AIR, PART);
    PART + 2 * AIR
}

/// A bar or place over a line between the ends of the scale, with ticks at both ends and at zero.
fn scale(canvas: &mut Canvas, value: &Value, (from, to): (f64, f64), form: Form) -> i32 {
    let goes_on = value.ends().1.is_none() || value.ends().0.is_none() || value.approximate;
    let room = match (form, goes_on) {
        (_, true) => OVERHANG,
        (Form::Span, false) => BAR / 2 + AIR,
        _ => AIR / 2,
    };
    let left = if from < 0.0 || form == Form::Span { room } else { AIR / 2 };
    let right = if value.size() > 0.0 || form == Form::Span { room } else { AIR / 2 };
    let ends = [Value::exactly(from), Value::exactly(to)];
    let axis = Axis::holding(ends.iter(), Scale::Linear, left, WIDTH - right);
    let floor = BAR + 3 * AIR;
    canvas.line(&[(axis.at(from), floor), (axis.at(to), floor)], Role::Grid);
    for end in [from, to] {
        canvas.line(&[(axis.at(end), floor - AIR), (axis.at(end), floor + AIR)], Role::Grid);
    }
    canvas.line(&[(axis.base(), AIR / 2), (axis.base(), floor + AIR)], Role::Base);
    mark(canvas);
    extent::draw(canvas, &axis, value, form, AIR, BAR);
    floor + 2 * AIR
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Left, top, right, bottom.
    fn bounds(shape: &Shape) -> [i32; 4] {
        let points = match shape {
            Shape::Rectangle { from, to, .. } => vec![*from, *to],
            Shape::Circle { centre: (x, y), radius, .. } => vec![(x - radius, y - radius), (x + radius, y + radius)],
            Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.clone(),
            Shape::Text { .. } => Vec::new(),
        };
        let (xs, ys): (Vec<i32>, Vec<i32>) = points.into_iter().unzip();
        let end = |of: Option<&i32>| of.copied().unwrap_or_default();
        [end(xs.iter().min()), end(ys.iter().min()), end(xs.iter().max()), end(ys.iter().max())]
    }

    fn forms(low: f64, high: f64) -> [Bounds; 7] {
        use Bounds::{AtLeast, AtMost, Between, Exactly, LessThan, Magnitude, MoreThan};
        let word = Magnitude(model::Magnitude::Thousands);
        [Exactly(high), AtLeast(high), MoreThan(high), AtMost(high), LessThan(high), Between(low, high), word]
    }

    proptest! {
        #[test]
        fn no_shape_leaves_its_tile(number in 1..1_000_000_u32, share in 0.0..0.99_f64, power in -6..9_i32, approximate: bool, below: bool) {
            let high = f64::from(number) * 10_f64.powi(power);
            for bounds_of in forms(high * share, high) {
                let value = Value { bounds: bounds_of, approximate };
                let part = Value { bounds: forms(share * 0.9, share)[0], approximate };
                let fallen = Value { bounds: Bounds::AtMost(-high), approximate };
                let mut drawings = vec![(Drawing::Part { whole: 1.0 }, part)];
                drawings.extend(worth::of_dots(&value, &[value]).map(|worth| (Drawing::Dots { worth }, value)));
                drawings.extend([Form::Bar, Form::Span].map(|form| (Drawing::on_scale(&value, form), value)));
                if below {
                    drawings.push((Drawing::on_scale(&fallen, Form::Bar), fallen));
                }
                for (drawing, value) in drawings {
                    let (shapes, height) = drawing.shapes(&value, true);
                    prop_assert!(height <= 600);
                    for shape in &shapes {
                        let [left, top, right, bottom] = bounds(shape);
                        prop_assert!(left >= 0 && top >= 0 && right <= WIDTH && bottom <= height, "{drawing:?} {value:?}: {shape:?}");
                    }
                }
            }
        }
    }
}
