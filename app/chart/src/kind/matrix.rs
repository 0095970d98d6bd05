//! A matrix: which article reports which figure, and which gives another value for it.

use model::{Chart, Figure, Note};
use statement::Account;

use crate::block::{LEADING, MARKER, SIZE, SMALL};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::references;
use crate::role::Role;
use crate::scene::{Align, Reference, Subject};

/// The radius of a cell's mark.
const RADIUS: i32 = 110;

/// What a mark takes, with a little air to the next one.
const CELL: i32 = MARKER + 20;

/// Columns of which each is an article's: where the first begins, and how wide one is.
#[derive(Clone, Copy)]
struct Columns {
    left: i32,
    pitch: i32,
}

impl Columns {
    /// As many as there are articles; nothing where so many would leave no room for the names of the figures.
    fn of(articles: usize, frame: Frame) -> Option<Self> {
        let (widest, names) = match frame {
            Frame::Wide => (720, 2400),
            Frame::Narrow => (CELL, 1000),
        };
        let count = articles.max(1) as i32;
        let pitch = widest.min((frame.width() - names) / count);
        (pitch >= CELL).then_some(Self { left: frame.width() - pitch * count, pitch })
    }

    /// The middle of a column.
    fn middle(self, column: usize) -> i32 {
        self.left + self.pitch / 2 + self.pitch * column as i32
    }
}

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let articles = plot.reporting(chart);
    let columns = Columns::of(articles.len(), frame);
    let mut y = header(&articles, frame, columns, canvas);
    for figure in plot.figures(chart) {
        let (phrase, standing) = plot.stated(figure).into_parts();
        let name = plot.text(figure.name());
        let remark = standing.map(|words| plot.language.begin(words)).unwrap_or_default();
        let references = references(plot, &figure.id, figure.name());
        let room = columns.map_or(frame.width(), |columns| columns.left - 120);
        let name_lines = lettering::lines(name, room, SIZE, Weight::Regular);
        let value_lines = lettering::lines(&phrase.to_string(), room, SIZE, Weight::Bold);
        let remark_lines = lettering::lines(&remark, room, SIZE, Weight::Bold);
        let words = LEADING * (name_lines.len() + value_lines.len() + remark_lines.len()) as i32;
        // Too many articles for columns: the marks of those that report a figure stand in rows below its name.
        let per_row = (frame.width() / CELL).max(1) as usize;
        let rows = references.len().div_ceil(per_row) as i32;
        let height = if columns.is_some() { words.max(MARKER) } else { words + 60 + CELL * rows } + 120;
        canvas.line(&[(0, y), (frame.width(), y)], Role::Rule);
        canvas.open(Subject::Figure(figure.id.clone()));
        let mut baseline = y + 60 + SIZE;
        for (lines, role) in [(value_lines, Role::Value), (name_lines, Role::Label), (remark_lines, Role::Value)] {
            for line in lines {
                canvas.text((0, baseline), Align::Start, line, role);
                baseline += LEADING;
            }
        }
        for (place, reference) in references.into_iter().enumerate() {
            let column = articles.iter().position(|note| note.number == reference.number).unwrap_or_default();
            let at = match columns {
                Some(columns) => (columns.middle(column), y + height / 2),
                None => {
                    let (across, down) = ((place % per_row) as i32, (place / per_row) as i32);
                    (CELL / 2 + CELL * across, y + 120 + words + CELL / 2 + CELL * down)
                }
            };
            if differs(plot, figure, reference.number) {
                canvas.polygon(
                    &[(at.0 - 130, at.1), (at.0, at.1 - 130), (at.0 + 130, at.1), (at.0, at.1 + 130)],
                    Role::Other,
                );
            } else {
                canvas.disc(at, RADIUS, Role::Band);
            }
            canvas.refer(Reference { at, ..reference });
        }
        canvas.close();
        y += height;
    }
    y + 20
}

/// The names of the articles: over their columns where there is room, else as a key.
fn header(articles: &[&Note<'_>], frame: Frame, columns: Option<Columns>, canvas: &mut Canvas) -> i32 {
    if let Some(columns) = columns.filter(|columns| frame == Frame::Wide && columns.pitch >= 600) {
        let mut deepest = 0;
        for (column, note) in articles.iter().enumerate() {
            let lines = lettering::lines(note.source.short_name(), columns.pitch - 40, SMALL, Weight::Regular);
            deepest = deepest.max(lines.len() as i32);
            for (line, text) in lines.into_iter().enumerate() {
                canvas.text((columns.middle(column), SIZE + 150 * line as i32), Align::Middle, text, Role::Small);
            }
        }
        return deepest * 150 + 120;
    }
    let mut y = SIZE;
    for note in articles {
        let name = format!("{}  {}", note.number, note.source.short_name());
        for line in lettering::lines(&name, frame.width(), SMALL, Weight::Regular) {
            canvas.text((0, y), Align::Start, line, Role::Small);
            y += LEADING;
        }
    }
    y
}

/// Whether an article gives a value of its own.
fn differs(plot: &Account<'_>, figure: &Figure, number: usize) -> bool {
    figure
        .citations()
        .any(|citation| citation.value.is_some() && plot.footnotes.number(&citation.source) == Some(number))
}
