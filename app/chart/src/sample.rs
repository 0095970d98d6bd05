//! A sample: a form of a chart, drawn small, with its meaning in a few words.

use model::{Bounds, Figure, Scale, Value};
use statement::{Language, Message};

use crate::axis::Axis;
use crate::basis;
use crate::canvas::Canvas;
use crate::dots::{self, Grid};
use crate::extent::{self, Form};
use crate::frame::Frame;
use crate::role::Role;
use crate::scene::Shape;
use crate::svg;

/// A form with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// A small picture, decorative, since the words say the same. Empty if words are enough.
    pub picture: String,
    /// What it means.
    pub words: String,
    /// The begin and end of the form in its picture.
    pub(crate) sides: (i32, i32),
}

/// The size of a picture, and the place of a mark in it.
const WIDTH: i32 = 600;
const HEIGHT: i32 = 160;
const MARK: (i32, i32) = (220, 380);

/// The forms of the values of figures.
pub(crate) fn forms(language: Language, figures: &[&Figure], form: Drawn) -> Vec<Sample> {
    let mut samples = Vec::new();
    let forms = [
        (Bounds::Exactly(2.0), Message::LegendExact),
        (Bounds::AtLeast(2.0), Message::LegendAtLeast),
        (Bounds::MoreThan(2.0), Message::LegendMoreThan),
        (Bounds::AtMost(2.0), Message::LegendAtMost),
        (Bounds::LessThan(2.0), Message::LegendLessThan),
        (Bounds::Between(1.0, 2.0), Message::LegendBetween),
        (Bounds::Magnitude(model::Magnitude::Thousands), Message::LegendMagnitude),
    ];
    for (bounds, message) in forms {
        for approximate in [false, true] {
            let is_it = |value: &Value| {
                value.approximate == approximate
                    && std::mem::discriminant(&value.bounds) == std::mem::discriminant(&bounds)
            };
            if figures.iter().any(|figure| is_it(&figure.value)) {
                let mut sample = sample(language, message, |canvas| form.draw(canvas, &Value { bounds, approximate }));
                if approximate {
                    let about = language.say(Message::LegendAbout);
                    sample.words = match bounds {
                        Bounds::Exactly(_) => about,
                        _ => [&sample.words, "; ", &about].concat(),
                    };
                }
                samples.push(sample);
            }
        }
    }
    samples
}

/// The ways to draw a sample.
#[derive(Clone, Copy)]
pub(crate) enum Drawn {
    As(Form),
    Dots,
}

impl Drawn {
    fn draw(self, canvas: &mut Canvas, value: &Value) {
        match self {
            Self::As(form) => {
                let (from, to) = match value.bounds {
                    Bounds::Between(..) if form == Form::Span => (-300, 480),
                    Bounds::Magnitude(_) => (0, 600),
                    Bounds::Exactly(_) | Bounds::AtLeast(_) | Bounds::MoreThan(_) if form == Form::Span => (140, 260),
                    _ => (0, 320),
                };
                let axis = Axis::holding([*value].iter(), Scale::Linear, from, to);
                extent::draw(canvas, &axis, value, form, 20, 120);
            }
            Self::Dots => {
                let grid = Grid { first: (60, 80), columns: 4, pitch: 140, radius: 50, square: false };
                let value = match value.bounds {
                    Bounds::Between(low, high) => Value { bounds: Bounds::Between(low, high + 1.0), ..*value },
                    _ => *value,
                };
                dots::draw(canvas, &grid, &value, 1.0, grid.columns, (Role::Solid, Role::Soft));
            }
        }
    }
}

/// A sample of words alone.
pub(crate) fn remark(language: Language, message: Message<'_>) -> Sample {
    Sample { picture: String::new(), words: language.say(message), sides: (0, 0) }
}

pub(crate) fn sample(language: Language, message: Message<'_>, draw: impl FnOnce(&mut Canvas)) -> Sample {
    let mut canvas = Canvas::new(Frame::Narrow.width());
    draw(&mut canvas);
    let (shapes, ..) = canvas.finish();
    // A length fills the picture, a mark is in its middle.
    let is_mark = shapes.iter().filter_map(Shape::sides).all(|(from, to)| from >= MARK.0 && to <= MARK.1);
    let sides = if is_mark { MARK } else { (0, WIDTH) };
    Sample { picture: svg::sample(&shapes, None, (WIDTH, HEIGHT)), words: language.say(message), sides }
}

/// The basis of a number, as its glyph and a word.
pub(crate) fn of_basis(language: Language, basis: &str) -> Sample {
    let mut canvas = Canvas::new(Frame::Narrow.width());
    basis::draw(&mut canvas, (0, 30), basis);
    let (shapes, ..) = canvas.finish();
    Sample {
        picture: svg::sample(&shapes, Some(basis), (basis::SIZE, HEIGHT)),
        words: language.say(Message::LegendBasis { basis }),
        sides: (0, basis::SIZE),
    }
}
