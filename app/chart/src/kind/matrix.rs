//! A matrix: which article reports which figure, and which gives another value.

use model::{Chart, Figure, Note};
use statement::{Account, Message};

use crate::block::{Heading, LEADING, SIZE, SMALL};
use crate::breaks::pieces;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, references};
use crate::role::Role;
use crate::sample::{self, Sample};
use crate::scene::{Align, Reference, Subject};

/// The radius of a cell's mark.
const RADIUS: i32 = 110;

/// The gap between a value and a name after it.
const BEHIND: i32 = 120;

/// The room for a mark, with a gap to the next one.
const CELL: i32 = TARGET + 20;

/// The maximum of lines of a name over its column.
const HEAD_LINES: usize = 3;

/// The gap between names over neighbouring columns.
const APART: i32 = 40;

/// The gap between the columns of the key.
const BETWEEN: i32 = 240;

/// The columns of the articles: the begin of the first, and their width.
#[derive(Clone, Copy)]
struct Columns {
    left: i32,
    pitch: i32,
}

impl Columns {
    /// A column for each of these names; `None` if so many would leave no room for the names of the figures. In the wide
    /// frame their width is that of the longest word of a name, as far as there is room.
    fn of(names: &[String], frame: Frame) -> Option<Self> {
        let words = names.iter().flat_map(|name| pieces(name));
        let longest = words.map(|word| lettering::width(word.text, SMALL, Weight::Regular)).max().unwrap_or_default();
        let (widest, left) = match frame {
            Frame::Wide | Frame::Boxed { .. } => (720.max(longest + APART), 2400),
            Frame::Narrow => (CELL, 1000),
        };
        let count = names.len().max(1) as i32;
        let pitch = widest.min((frame.width() - left) / count);
        (pitch >= CELL).then_some(Self { left: frame.width() - pitch * count, pitch })
    }

    /// The middle of a column.
    fn middle(self, column: usize) -> i32 {
        self.left + self.pitch / 2 + self.pitch * column as i32
    }
}

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let articles = plot.reporting(chart);
    let names: Vec<String> = articles.iter().map(|note| plot.brief(note.source)).collect();
    let columns = Columns::of(&names, frame);
    let mut y = header(&articles, &names, frame, columns, canvas);
    let is_boxed = matches!(frame, Frame::Boxed { .. });
    // Whether the figure before rests on one article alone.
    let mut alone = true;
    for figure in plot.by_origins(chart) {
        let (phrase, standing) = plot.stated(figure).into_parts();
        let name = plot.text(figure.name());
        let remark = standing.map(|words| plot.language.begin(words)).unwrap_or_default();
        let references = references(plot, &figure.id, figure.name());
        let room = columns.map_or(frame.width(), |columns| columns.left - 120);
        let name_lines = lettering::lines(name, room, SIZE, Weight::Regular);
        let value = Heading::of(figure, &phrase.to_string(), None, room);
        let remark_lines = lettering::lines(&remark, room, SIZE, Weight::Bold);
        // In a wide and low frame the name follows the value.
        let one_line = lettering::width(name, SIZE, Weight::Regular) + value.width() + BEHIND <= room;
        let behind = is_boxed && one_line && value.lines() == 1 && name_lines.len() == 1;
        let lines = value.lines() + (name_lines.len() + remark_lines.len()) as i32;
        let air = if behind && columns.is_some() { 50 } else { 120 };
        let words = LEADING * if behind { lines - 1 } else { lines };
        let indent = if behind { value.width() + BEHIND } else { 0 };
        // Too many articles for columns: the marks of a figure's articles are in rows below its name.
        let per_row = (frame.width() / CELL).max(1) as usize;
        let rows = references.len().div_ceil(per_row) as i32;
        let height = if columns.is_some() { words.max(TARGET) } else { words + 60 + CELL * rows } + air;
        // A stronger line separates figures in several articles from those in one alone.
        let is_alone = references.len() < 2;
        let role = if is_alone && !alone { Role::Base } else { Role::Rule };
        alone = is_alone;
        canvas.line(&[(0, y), (frame.width(), y)], role);
        canvas.open(Subject::Figure(figure.id.clone()));
        let top = if behind { y + (height - words) / 2 - 20 } else { y + 60 };
        let mut baseline = top + SIZE + if behind { 0 } else { LEADING * value.lines() };
        value.draw(canvas, (0, top + SIZE), Align::Start);
        for (lines, role, x) in [(name_lines, Role::Label, indent), (remark_lines, Role::Value, 0)] {
            for line in lines {
                canvas.text((x, baseline), Align::Start, line, role);
                baseline += LEADING;
            }
        }
        for (place, reference) in references.into_iter().enumerate() {
            let column = articles.iter().position(|note| note.number == reference.first()).unwrap_or_default();
            let at = match columns {
                Some(columns) => (columns.middle(column), y + height / 2),
                None => {
                    let (across, down) = ((place % per_row) as i32, (place / per_row) as i32);
                    (CELL / 2 + CELL * across, y + 120 + words + CELL / 2 + CELL * down)
                }
            };
            if differs(plot, figure, reference.first()) {
                canvas.polygon(
                    &[(at.0 - 130, at.1), (at.0, at.1 - 130), (at.0 + 130, at.1), (at.0, at.1 + 130)],
                    Role::Other,
                );
            } else {
                canvas.disc(at, RADIUS, Role::Given);
            }
            canvas.refer(Reference { at, ..reference });
        }
        canvas.close();
        y += height;
    }
    y + 20
}

/// The samples of the marks.
pub(super) fn samples(plot: &Account<'_>) -> Vec<Sample> {
    vec![
        sample::sample(plot.language, Message::LegendSame, |canvas| canvas.disc((300, 80), 70, Role::Given)),
        sample::sample(plot.language, Message::LegendOther, |canvas| {
            canvas.polygon(&[(220, 80), (300, 0), (380, 80), (300, 160)], Role::Other);
        }),
    ]
}

/// The names of the articles over their columns; if they do not fit, a key to the numbers over the columns and in the marks.
fn header(
    articles: &[&Note<'_>],
    names: &[String],
    frame: Frame,
    columns: Option<Columns>,
    canvas: &mut Canvas,
) -> i32 {
    if let Some(columns) = columns
        && let Some(heads) = heads(names, columns.pitch - APART)
    {
        let deepest = heads.iter().map(Vec::len).max().unwrap_or_default() as i32;
        for (column, lines) in heads.into_iter().enumerate() {
            for (line, text) in lines.into_iter().enumerate() {
                canvas.text((columns.middle(column), SIZE + 150 * line as i32), Align::Middle, text, Role::Small);
            }
        }
        return deepest * 150 + 120;
    }
    let mut y = key(articles, names, frame, canvas);
    if let Some(columns) = columns {
        for (column, note) in articles.iter().enumerate() {
            canvas.text((columns.middle(column), y), Align::Middle, note.number.to_string(), Role::Small);
        }
        y += LEADING;
    }
    y - 40
}

/// The lines of each name over its column; `None` if a word would have to be broken, or a name is too long.
fn heads(names: &[String], room: i32) -> Option<Vec<Vec<String>>> {
    let head = |name: &String| {
        let fits = pieces(name).iter().all(|piece| lettering::width(piece.text, SMALL, Weight::Regular) <= room);
        let lines = lettering::lines(name, room, SMALL, Weight::Regular);
        (fits && lines.len() <= HEAD_LINES).then_some(lines)
    };
    names.iter().map(head).collect()
}

/// Each number with the name of its article, in two columns if there is room; returns the next line.
fn key(articles: &[&Note<'_>], names: &[String], frame: Frame, canvas: &mut Canvas) -> i32 {
    let columns = if frame.is_narrow() { 1 } else { 2 };
    let room = frame.width() / columns - BETWEEN;
    let per_column = articles.len().div_ceil(columns as usize).max(1);
    let numbers: Vec<String> = articles.iter().map(|note| format!("{}", note.number)).collect();
    let indent = numbers.iter().map(|number| lettering::width(number, SMALL, Weight::Regular)).max().unwrap_or(0) + 80;
    let mut deepest = 0;
    for (column, part) in numbers.chunks(per_column).enumerate() {
        let x = (room + BETWEEN) * column as i32;
        let mut y = SIZE;
        for (number, name) in part.iter().zip(names.iter().skip(column * per_column)) {
            canvas.text((x, y), Align::Start, number.clone(), Role::Small);
            for line in lettering::lines(name, room - indent, SMALL, Weight::Regular) {
                canvas.text((x + indent, y), Align::Start, line, Role::Small);
                y += LEADING;
            }
        }
        deepest = deepest.max(y);
    }
    deepest
}

/// Whether an article gives a value of its own.
fn differs(plot: &Account<'_>, figure: &Figure, number: usize) -> bool {
    figure
        .citations()
        .any(|citation| citation.value.is_some() && plot.footnotes.number(&citation.source) == Some(number))
}
