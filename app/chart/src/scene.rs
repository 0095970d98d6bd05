//! A chart laid out: plain data that can be printed, compared and written in any format. All lengths are in tenths of a
//! pixel.

use statement::Number;

use crate::frame::Frame;
use crate::role::Role;

/// A picture and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scene {
    /// The id of the chart.
    pub chart: String,
    /// The frame it is laid out for.
    pub frame: Frame,
    /// Its height.
    pub height: i32,
    /// Its name.
    pub title: String,
    /// Its description in words.
    pub description: String,
    /// Axes, rules and other shapes behind the marks.
    pub ground: Vec<Shape>,
    /// The marks, in reading order.
    pub marks: Vec<Mark>,
    /// The footnote markers, in reading order.
    pub references: Vec<Reference>,
}

/// The drawing of one figure, event or place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mark {
    /// Its subject.
    pub subject: Subject,
    /// The basis of its figure, as a word of [`statement::basis`]; an event has none.
    pub basis: Option<&'static str>,
    /// Its shapes and texts.
    pub shapes: Vec<Shape>,
    /// Whether it is drawn larger than to scale, to be visible.
    pub enlarged: bool,
}

/// The subject of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The figure of this id.
    Figure(String),
    /// The event of this id.
    Event(String),
    /// The place of this id.
    Place(String),
}

/// The footnote marker of a figure or event: a link from the picture to its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// The middle of the marker.
    pub at: (i32, i32),
    /// Its width.
    pub width: i32,
    /// The numbers of its articles, in order.
    pub numbers: Vec<Number>,
    /// How many more articles there are.
    pub more: usize,
    /// Whether an article gives another value or date.
    pub differs: bool,
    /// Whether it is on a mark, as in a matrix, and has no field of its own.
    pub on_mark: bool,
    /// The `id` of the passage in the first of its articles.
    pub anchor: String,
    /// The id of the figure or event that it belongs to. The passage may be of another, from which the figure is computed.
    /// Empty for the number of an article, which leads to its note.
    pub item: String,
    /// Its name: what it leads to.
    pub words: String,
}

/// A shape with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the fields say it")]
pub enum Shape {
    /// A filled rectangle, or its outline.
    Rectangle { from: (i32, i32), to: (i32, i32), filled: bool, role: Role },
    /// A filled circle, or its outline.
    Circle { centre: (i32, i32), radius: i32, filled: bool, role: Role },
    /// A line through points.
    Line { points: Vec<(i32, i32)>, role: Role },
    /// A filled outline.
    Polygon { points: Vec<(i32, i32)>, role: Role },
    /// A line of text, at the start, middle or end of its base line.
    Text { at: (i32, i32), align: Align, text: String, role: Role },
}

impl Shape {
    /// Its role.
    pub fn role(&self) -> Role {
        match self {
            Self::Rectangle { role, .. }
            | Self::Circle { role, .. }
            | Self::Line { role, .. }
            | Self::Polygon { role, .. }
            | Self::Text { role, .. } => *role,
        }
    }

    /// The smallest y of its points.
    pub(crate) fn top(&self) -> Option<i32> {
        match self {
            Self::Rectangle { from, to, .. } => Some(from.1.min(to.1)),
            Self::Circle { centre, radius, .. } => Some(centre.1 - radius),
            Self::Line { points, .. } | Self::Polygon { points, .. } => points.iter().map(|point| point.1).min(),
            Self::Text { at, .. } => Some(at.1),
        }
    }

    /// The smallest and largest x of its points; `None` for a text, whose width only the lettering knows.
    pub(crate) fn sides(&self) -> Option<(i32, i32)> {
        match self {
            Self::Rectangle { from, to, .. } => Some((from.0.min(to.0), from.0.max(to.0))),
            Self::Circle { centre, radius, .. } => Some((centre.0 - radius, centre.0 + radius)),
            Self::Line { points, .. } | Self::Polygon { points, .. } => {
                let across = points.iter().map(|point| point.0);
                Some((across.clone().min()?, across.max()?))
            }
            Self::Text { .. } => None,
        }
    }

    /// The left, top, right and bottom of its points; `None` for a text.
    pub(crate) fn around(&self) -> Option<[i32; 4]> {
        let (left, right) = self.sides()?;
        let mut turned = self.clone();
        // Turned, heights are widths.
        turned.turn(0);
        let (top, bottom) = turned.sides()?;
        Some([left, top, right, bottom])
    }

    /// The same shape for a superseded or withdrawn figure: filled shapes become hollow.
    pub(crate) fn hollow(self) -> Self {
        match self {
            // These have the same form.
            sign if [Role::Glyph, Role::Alone].contains(&sign.role()) => sign,
            // A sliver is too narrow to be hollow.
            Self::Rectangle { from, to, role, .. } if role != Role::Edge && (to.0 - from.0).abs() > SLIVER => {
                Self::Rectangle { from, to, filled: false, role: Role::Solid }
            }
            Self::Circle { centre, radius, .. } => Self::Circle { centre, radius, filled: false, role: Role::Solid },
            Self::Polygon { mut points, role } => {
                points.extend(points.first().copied());
                // Bands that others cross stay transparent.
                Self::Line { points, role: if role == Role::Flow { Role::Band } else { Role::Solid } }
            }
            other => other,
        }
    }

    /// Mirrors it, so that one of two places becomes the other.
    pub(crate) fn mirror(&mut self, places: (i32, i32)) {
        let mirror = |x: &mut i32| *x = places.0 + places.1 - *x;
        match self {
            Self::Rectangle { from, to, .. } => [from, to].into_iter().for_each(|point| mirror(&mut point.0)),
            Self::Circle { centre, .. } => mirror(&mut centre.0),
            Self::Line { points, .. } | Self::Polygon { points, .. } => {
                points.iter_mut().for_each(|point| mirror(&mut point.0));
            }
            Self::Text { at, .. } => mirror(&mut at.0),
        }
    }

    /// Turns it to the left: a point to the right of the origin moves to above `bottom`.
    pub(crate) fn turn(&mut self, bottom: i32) {
        let turn = |point: &mut (i32, i32)| *point = (point.1, bottom - point.0);
        match self {
            Self::Rectangle { from, to, .. } => {
                [&mut *from, &mut *to].into_iter().for_each(turn);
                (*from, *to) = ((from.0.min(to.0), from.1.min(to.1)), (from.0.max(to.0), from.1.max(to.1)));
            }
            Self::Circle { centre, .. } => turn(centre),
            Self::Line { points, .. } | Self::Polygon { points, .. } => points.iter_mut().for_each(turn),
            Self::Text { at, .. } => turn(at),
        }
    }

    /// The same shape, further up.
    pub(crate) fn raised(&self, by: i32) -> Self {
        let mut shape = self.clone();
        match &mut shape {
            Self::Rectangle { from, to, .. } => {
                from.1 -= by;
                to.1 -= by;
            }
            Self::Circle { centre, .. } => centre.1 -= by,
            Self::Line { points, .. } | Self::Polygon { points, .. } => {
                points.iter_mut().for_each(|point| point.1 -= by);
            }
            Self::Text { at, .. } => at.1 -= by,
        }
        shape
    }
}

/// A shape of at most this width is a sliver.
const SLIVER: i32 = 60;

/// The alignment of a text at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}
