//! Readings over time where their words have no room in the plot, as on a phone: a letter at each mark, and below the plot a
//! list of the readings by their letters.

use model::{Chart, Figure};
use statement::{Account, Isolated};

use super::field::{self, Field};
use super::lettered::{Lettered, letter};
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
const LEAST: i32 = 1100;
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
    fn of(plot: &Account<'_>, chart: &Chart, figure: &Figure, has_unit: bool, (x, width): (i32, i32)) -> Self {
        let value = rows::words(plot, figure, has_unit);
        let room = width - INDENT;
        let value = Heading::of(figure, &value, reference(plot, &figure.id, figure.name()), room);
        let facts = facts(plot, chart, figure);
        let is_beside = INDENT + value.width() + GUTTER <= x;
        let room = if is_beside { width - x } else { room };
        let facts = if is_beside { vec![joined(&facts)] } else { facts };
        let facts = facts.iter().flat_map(|fact| lettering::lines(fact, room, SMALL, Weight::Regular)).collect();
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

    fn draw(self, canvas: &mut Canvas, x: i32, y: i32) {
        let (left, mut baseline) =
            if self.is_beside { (x, y + SIZE) } else { (INDENT, y + SIZE + self.value.height() - 20) };
        self.value.draw(canvas, (INDENT, y + SIZE), Align::Start);
        for line in self.facts {
            canvas.text((left, baseline), Align::Start, line, Role::Small);
            baseline += LINE;
        }
        for line in self.remark {
            baseline += LEADING - LINE;
            canvas.text((left, baseline), Align::Start, line, Role::Value);
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
pub(super) fn draw(
    plot: &Account<'_>,
    chart: &Chart,
    field: &Field<'_>,
    frame: Frame,
    canvas: &mut Canvas,
) -> Option<i32> {
    let width = frame.width();
    let has_unit = field.has_unit;
    let entries = |x: i32| {
        field.figures.iter().map(move |figure| Entry::of(plot, chart, figure, has_unit, (x, width))).collect::<Vec<_>>()
    };
    // The facts are beside all values or below them.
    let widest = entries(0).iter().map(|entry| entry.value.width()).max().unwrap_or_default();
    let x = INDENT + widest + GUTTER;
    let entries = entries(if frame.is_narrow() || x > width / 2 { 0 } else { x });
    let list: i32 = entries.iter().map(|entry| entry.height() + AIR).sum();
    // What is drawn before the letters are placed is thrown away if there is no room for them.
    let mut scratch = Canvas::new(width);
    let top = voices::draw(plot, field, width, &mut scratch);
    let tall = match frame {
        Frame::Boxed { height, .. } => (height - top - field.head() - field::BELOW - list - AIR).max(LEAST),
        Frame::Narrow => NARROW,
        Frame::Wide => WIDE,
    };
    let ground = field.ground(plot, (top, tall), &mut scratch);
    let corner = (field.left, top + field.head());
    let moved = |(x, y): (i32, i32)| (x - corner.0, y - corner.1);
    let mut letters = Lettered::within((width - corner.0, ground.bottom - corner.1));
    for (_, (from, to)) in field.lines(plot, &ground) {
        letters.keep_off_line(moved(from), moved(to));
    }
    let marks: Vec<[i32; 4]> = (0..field.figures.len())
        .map(|number| {
            let [left, top, right, bottom] = field.reach(&ground, number);
            let ((left, top), (right, bottom)) = (moved((left, top)), moved((right, bottom)));
            letters.keep_out([left - 10, top - 15, right + 10, bottom + 10]);
            [left, top, right, bottom]
        })
        .collect();
    let mut places = Vec::new();
    for (number, [left, top, right, bottom]) in marks.into_iter().enumerate() {
        let middle = (i32::midpoint(left, right), i32::midpoint(top, bottom));
        places.push(letters.place(&letter(number), middle, ((right - left) / 2, (bottom - top) / 2), false)?);
    }
    voices::draw(plot, field, width, canvas);
    field.ground(plot, (top, tall), canvas);
    let mut y = ground.end + AIR;
    for (number, ((figure, place), entry)) in field.figures.iter().zip(places).zip(entries).enumerate() {
        canvas.open(Subject::Figure(figure.id.clone()));
        field.mark(canvas, &ground, number);
        let back = |(x, y): (i32, i32)| (x + corner.0, y + corner.1);
        if place.is_far {
            canvas.line(&[field.place(&ground, figure), back(place.end)], Role::Edge);
        }
        canvas.text(back(place.at), Align::Middle, letter(number), Role::Value);
        canvas.text((0, y + SIZE), Align::Start, letter(number), Role::Value);
        let height = entry.height();
        entry.draw(canvas, x, y);
        canvas.close();
        y += height + AIR;
    }
    Some(y)
}
