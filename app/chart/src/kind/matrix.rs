//! A matrix: which article reports which figure, and which gives another value for it.

use model::{Chart, Figure, Note};

use crate::block::{LEADING, MARKER, SIZE, SMALL};
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::plot::Plot;
use crate::role::Role;
use crate::scene::{Align, Reference, Subject};

/// The radius of a cell's mark.
const RADIUS: i32 = 110;

pub(super) fn draw(plot: &Plot<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    let figures = plot.figures(chart);
    let columns = plot.reporting(chart);
    let pitch = match frame {
        Frame::Wide => 720,
        Frame::Narrow => MARKER + 20,
    };
    let left = frame.width() - pitch * columns.len() as i32;
    let place = |number: usize| {
        left + pitch / 2 + pitch * columns.iter().position(|note| note.number == number).unwrap_or_default() as i32
    };
    let mut y = header(&columns, frame, left, place, canvas);
    for figure in figures {
        let value = plot.printed(figure);
        let name = figure.name().in_language(plot.language.tag());
        let room = left - 120;
        let name_lines = lettering::lines(name, room, SIZE, Weight::Regular);
        let value_lines = lettering::lines(&value, room, SIZE, Weight::Bold);
        let height = (LEADING * (name_lines.len() + value_lines.len()) as i32).max(MARKER) + 120;
        canvas.line(&[(0, y), (frame.width(), y)], Role::Rule);
        canvas.open(Subject::Figure(figure.id.clone()));
        let mut baseline = y + 60 + SIZE;
        for (lines, role) in [(value_lines, Role::Value), (name_lines, Role::Label)] {
            for line in lines {
                canvas.text((0, baseline), Align::Start, line, role);
                baseline += LEADING;
            }
        }
        let middle = y + height / 2;
        for reference in plot.references(&figure.id, figure.name()) {
            let at = (place(reference.number), middle);
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
fn header(columns: &[&Note<'_>], frame: Frame, left: i32, place: impl Fn(usize) -> i32, canvas: &mut Canvas) -> i32 {
    if frame == Frame::Wide {
        let room = (frame.width() - left) / (columns.len().max(1) as i32) - 40;
        let mut deepest = 0;
        for note in columns {
            let lines = lettering::lines(note.source.short_name(), room, SMALL, Weight::Regular);
            deepest = deepest.max(lines.len() as i32);
            for (line, text) in lines.into_iter().enumerate() {
                canvas.text((place(note.number), SIZE + 150 * line as i32), Align::Middle, text, Role::Small);
            }
        }
        return deepest * 150 + 120;
    }
    let mut y = SIZE;
    for note in columns {
        let name = format!("{}  {}", note.number, note.source.short_name());
        for line in lettering::lines(&name, frame.width(), SMALL, Weight::Regular) {
            canvas.text((0, y), Align::Start, line, Role::Small);
            y += LEADING;
        }
    }
    y
}

/// Whether an article gives a value of its own.
fn differs(plot: &Plot<'_>, figure: &Figure, number: usize) -> bool {
    figure
        .citations()
        .any(|citation| citation.value.is_some() && plot.footnotes.number(&citation.source) == Some(number))
}
