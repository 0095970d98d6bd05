//! Readings over time where their words have no room in the plot, as on a phone: a letter at each mark, and a list of the
//! readings by their letters, below the plot or, in a box, beside it.

use model::{Chart, Figure};
use statement::{Account, Isolated};

use super::field::{Field, Ground, Segment};
use super::lettered::{Lettered, Placed, letter};
use super::{rows, voices};
use crate::block::{Heading, LEADING, SIZE, SMALL, SMALL_LEADING as LINE, remark_in};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::scene::{Align, Subject};

/// The height of the plot on a page, wide and narrow, and its minimum in a box.
const WIDE: i32 = 1800;
const NARROW: i32 = 1500;
const LEAST: i32 = 600;
/// The width of a list beside a plot, in hundredths of the box.
const BESIDE: i32 = 40;
/// The room for a letter in the list.
const INDENT: i32 = 200;
/// The gap between columns, and between entries.
const GUTTER: i32 = 160;
const AIR: i32 = 60;

/// An entry of the list: the value with its marker, the facts, and the status.
struct Entry {
    value: Heading,
    facts: Vec<String>,
    remark: Vec<String>,
    /// Whether the facts are beside the value.
    is_beside: bool,
}

impl Entry {
    fn of(
        plot: &Account<'_>,
        chart: &Chart,
        figure: &Figure,
        has_unit: bool,
        is_boxed: bool,
        (x, width): (i32, i32),
    ) -> Self {
        let value = rows::words(plot, figure, has_unit);
        let room = width - INDENT;
        let value = Heading::of(figure, &value, reference(plot, &figure.id, figure.name()), room);
        let facts = facts(plot, chart, figure);
        let is_beside = INDENT + value.width() + GUTTER <= x;
        let room = if is_beside { width - x } else { room };
        let lines = |fact: &String| lettering::lines(fact, room, SMALL, Weight::Regular);
        let apart: Vec<String> = facts.iter().flat_map(lines).collect();
        let joined = lines(&joined(&facts));
        // On one line if that saves one.
        let facts = if (is_beside || is_boxed) && joined.len() < apart.len() { joined } else { apart };
        Self { value, facts, remark: remark_in(plot, chart, figure, room), is_beside }
    }

    /// The height of its facts and its status.
    fn words(&self) -> i32 {
        LINE * self.facts.len() as i32 + LEADING * self.remark.len() as i32
    }

    fn height(&self) -> i32 {
        let value = self.value.height();
        if self.is_beside { value.max(self.words() + 30) } else { value + self.words() }.max(TARGET)
    }

    /// Draws it with its letter at a place, and its facts this far from there if they are beside the value.
    fn draw(self, canvas: &mut Canvas, name: String, (left, y): (i32, i32), x: i32) {
        let below = y + SIZE + self.value.height() - 20;
        let (x, mut baseline) = if self.is_beside { (left + x, y + SIZE) } else { (left + INDENT, below) };
        canvas.text((left, y + SIZE), Align::Start, name, Role::Value);
        self.value.draw(canvas, (left + INDENT, y + SIZE), Align::Start);
        for line in self.facts {
            canvas.text((x, baseline), Align::Start, line, Role::Small);
            baseline += LINE;
        }
        for line in self.remark {
            baseline += LEADING - LINE;
            canvas.text((x, baseline), Align::Start, line, Role::Value);
            baseline += LINE;
        }
    }
}

/// The time and the speaker of a reading, and its name if not all are of one measure.
pub(super) fn facts(plot: &Account<'_>, chart: &Chart, figure: &Figure) -> Vec<String> {
    let is_other = |other: &&Figure| other.measure != figure.measure || figure.measure.is_none();
    let name = plot.figures(chart).iter().any(is_other).then(|| plot.text(figure.name()).to_owned());
    let time = figure.as_of.as_ref().map(|date| plot.language.date(date));
    let who = figure.said_by.as_ref().map(|who| plot.text(who).to_owned());
    name.into_iter().chain(time).chain(who).collect()
}

fn joined(facts: &[String]) -> String {
    let facts: Vec<String> = facts.iter().map(|fact| Isolated(fact).to_string()).collect();
    facts.join(" · ")
}

/// Draws plot and list. `None` if a letter has no room in the plot.
pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> Option<i32> {
    let width = frame.width();
    let is_boxed = matches!(frame, Frame::Boxed { .. });
    let column = if is_boxed { width / 100 * BESIDE } else { width };
    let plot_width = if is_boxed { width - column - GUTTER } else { width };
    let field = &Field::of(plot, chart, plot_width)?;
    let has_unit = field.has_unit;
    let entries = |x: i32| {
        let entry = move |figure: &&Figure| Entry::of(plot, chart, figure, has_unit, is_boxed, (x, column));
        field.figures.iter().map(entry).collect::<Vec<_>>()
    };
    // The facts are beside all values or below them: in a box, whichever is lower.
    let below = entries(0);
    let widest = below.iter().map(|entry| entry.value.width()).max().unwrap_or_default();
    let x = INDENT + widest + GUTTER;
    let beside = entries(x);
    let height = |entries: &[Entry]| entries.iter().map(|entry| entry.height() + AIR).sum::<i32>();
    let is_below = frame.is_narrow() || x > column / 2 || is_boxed && height(&below) <= height(&beside);
    let entries = if is_below { below } else { beside };
    // If there is no room for the letters, nothing is drawn.
    let mut scratch = Canvas::new(width);
    let top = voices::draw(plot, field, width, &mut scratch);
    let tall = match frame {
        Frame::Boxed { height, .. } => (height - top - field.head() - field.below()).max(LEAST),
        Frame::Narrow => NARROW,
        Frame::Wide => WIDE,
    };
    let ground = field.ground(plot, (top, tall), &mut scratch);
    let places = places(plot, field, &ground, (plot_width, top + field.head()))?;
    voices::draw(plot, field, width, canvas);
    field.ground(plot, (top, tall), canvas);
    let (left, mut y) = if is_boxed { (width - column, top) } else { (0, ground.end + AIR) };
    for (number, ((figure, place), entry)) in field.figures.iter().zip(places).zip(entries).enumerate() {
        canvas.open(Subject::Figure(figure.id.clone()));
        field.mark(canvas, &ground, number);
        if place.is_far {
            canvas.line(&[field.place(&ground, figure), place.end], Role::Edge);
        }
        canvas.text(place.at, Align::Middle, letter(number), Role::Value);
        let height = entry.height();
        entry.draw(canvas, letter(number), (left, y), x);
        canvas.close();
        y += height + AIR;
    }
    Some(y.max(ground.end))
}

/// The places of the letters in a plot of this width, whose top is here: off the marks and lines. `None` if one has no room.
fn places(plot: &Account<'_>, field: &Field<'_>, ground: &Ground, (width, above): (i32, i32)) -> Option<Vec<Placed>> {
    let moved = |(x, y): (i32, i32)| (x - field.left, y - above);
    let mut letters = Lettered::in_plot((width - field.left, ground.bottom - above));
    for (_, (from, to)) in field.lines(plot, ground) {
        letters.keep_off_line(moved(from), moved(to));
    }
    let marks = (0..field.figures.len()).map(|number| {
        let [left, top, right, bottom] = field.reach(ground, number);
        (moved((left, top)), moved((right, bottom)))
    });
    let marks: Vec<_> = marks.collect();
    for ((left, top), (right, bottom)) in &marks {
        letters.keep_out([left - 10, top - 15, right + 10, bottom + 10]);
    }
    let place = |(number, ((left, top), (right, bottom))): (usize, Segment)| {
        let middle = (i32::midpoint(left, right), i32::midpoint(top, bottom));
        let reach = ((right - left) / 2, (bottom - top) / 2);
        let placed = letters.place(&letter(number), middle, reach, false)?;
        let back = |(x, y): (i32, i32)| (x + field.left, y + above);
        Some(Placed { at: back(placed.at), end: back(placed.end), ..placed })
    };
    marks.into_iter().enumerate().map(place).collect()
}
