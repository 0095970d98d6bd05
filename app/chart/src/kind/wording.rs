//! A ladder of wordings: how each article words a figure, in the order of repetition, with the words marked that differ from
//! the article before.

use model::{Chart, Figure};
use statement::{Account, Message, Piece, Rung};

use crate::block::{Heading, LEADING, SIZE, SMALL, remark_in};
use crate::breaks::pieces;
use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::reference::reference;
use crate::role::Role;
use crate::sample::{self, Sample};
use crate::scene::{Align, Subject};

/// The width of a wording, at best.
const COLUMN: i32 = 1860;
/// The gap between two wordings, with the arrow to the next.
const BETWEEN: i32 = 260;
/// The gap between two rows.
const APART: i32 = 120;
/// The distance from the base line to the underline of a marked word, and its thickness.
const UNDER: i32 = 24;
const THICK: i32 = 10;
/// The width of a word in most fonts, in hundredths of its measured width.
const DRAWN: i32 = 94;
/// The room for the sign of another value before its words.
const SIGN: i32 = 200;

/// How the articles of a figure word it.
pub fn ladder<'a>(account: &Account<'a>, figure: &'a Figure) -> Vec<Rung<'a>> {
    account.ladder(figure, |text| pieces(text).into_iter().map(|piece| (piece.text.to_owned(), piece.spaced)).collect())
}

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    // The first wording in each row has an arrow too.
    let per_row = if frame.is_narrow() { 1 } else { (frame.width() / (COLUMN + BETWEEN)).clamp(1, 5) };
    let room = (frame.width() - BETWEEN * per_row) / per_row;
    let mut y = 0;
    for figure in plot.figures(chart) {
        let (phrase, _) = plot.stated(figure).into_parts();
        canvas.line(&[(0, y), (frame.width(), y)], Role::Rule);
        canvas.open(Subject::Figure(figure.id.clone()));
        let heading =
            Heading::of(figure, &phrase.to_string(), reference(plot, &figure.id, figure.name()), frame.width());
        let lines = heading.lines();
        heading.draw(canvas, (0, y + 60 + SIZE), Align::Start);
        y += 60 + LEADING * lines;
        let name = lettering::lines(plot.text(figure.name()), frame.width(), SIZE, Weight::Regular);
        for (lines, role) in [(name, Role::Label), (remark_in(plot, chart, figure, frame.width()), Role::Value)] {
            for line in lines {
                canvas.text((0, y + SIZE), Align::Start, line, role);
                y += LEADING;
            }
        }
        y += 80;
        let rungs = ladder(plot, figure);
        for row in rungs.chunks(per_row.unsigned_abs() as usize) {
            let mut deepest = y;
            for (rung, column) in row.iter().zip(0..) {
                let x = BETWEEN + (room + BETWEEN) * column;
                deepest = deepest.max(draw_rung(plot, rung, (x, y), room, canvas));
            }
            y = deepest + APART;
        }
        canvas.close();
    }
    y
}

/// The samples of the signs.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let ladders: Vec<Rung<'_>> = plot.figures(chart).into_iter().flat_map(|figure| ladder(plot, figure)).collect();
    let mut samples = Vec::new();
    let mut add = |used: bool, message, draw: fn(&mut Canvas)| {
        if used {
            samples.push(sample::sample(plot.language, message, draw));
        }
    };
    let mut words = ladders.iter().flat_map(|rung| &rung.wordings);
    add(words.any(|wording| wording.words.iter().any(|piece| piece.changed)), Message::LegendWords, |canvas| {
        canvas.fill((0, 75), (260, 95), Role::Soft);
        canvas.fill((320, 60), (600, 105), Role::Edge);
        canvas.fill((320, 135), (600, 150), Role::Edge);
    });
    let mut words = ladders.iter().flat_map(|rung| &rung.wordings);
    add(words.any(|wording| wording.instead.is_some()), Message::LegendOther, |canvas| diamond(canvas, (300, 80)));
    add(ladders.iter().any(|rung| rung.repeats), Message::LegendRepeats, |canvas| arrow(canvas, (230, 80)));
    samples
}

fn diamond(canvas: &mut Canvas, (x, y): (i32, i32)) {
    canvas.polygon(&[(x - 60, y), (x, y - 60), (x + 60, y), (x, y + 60)], Role::Other);
}

/// An arrow to the right from a point.
fn arrow(canvas: &mut Canvas, (x, y): (i32, i32)) {
    canvas.fill((x, y - 8), (x + 80, y + 8), Role::Edge);
    canvas.polygon(&[(x + 75, y - 40), (x + 140, y), (x + 75, y + 40)], Role::Edge);
}

/// The wording of an article below its name; returns its end.
fn draw_rung(plot: &Account<'_>, rung: &Rung<'_>, (x, y): (i32, i32), room: i32, canvas: &mut Canvas) -> i32 {
    let mut baseline = y + SIZE;
    if rung.repeats {
        arrow(canvas, (x - 200, baseline - SMALL * 2 / 5));
    }
    let number = plot.footnotes.number(&rung.source.id).unwrap_or_default().to_string();
    let hang = lettering::width(&number, SMALL, Weight::Regular) + 60;
    canvas.text((x, baseline), Align::Start, number, Role::Small);
    for line in lettering::lines(&plot.brief(rung.source), room - hang, SMALL, Weight::Regular) {
        canvas.text((x + hang, baseline), Align::Start, line, Role::Small);
        baseline += LEADING;
    }
    for wording in &rung.wordings {
        for line in lines(&wording.words, room) {
            draw_line(&line, (x, baseline), room, canvas);
            baseline += LEADING;
        }
        if let Some(phrase) = &wording.instead {
            diamond(canvas, (x + 70, baseline - SIZE * 2 / 5));
            for line in lettering::lines(&plot.say(Message::Differs { phrase }), room - SIGN, SIZE, Weight::Bold) {
                canvas.text((x + SIGN, baseline), Align::Start, line, Role::Value);
                baseline += LEADING;
            }
        }
        baseline += 40;
    }
    baseline - LEADING
}

/// Words of one line that are all marked or all unmarked, and their width.
struct Run {
    text: String,
    changed: bool,
    /// Whether a space is before it.
    spaced: bool,
}

impl Run {
    fn weight(&self) -> Weight {
        if self.changed { Weight::Bold } else { Weight::Regular }
    }

    fn width(&self) -> i32 {
        lettering::width(&self.text, SIZE, self.weight())
    }
}

/// The width of a space between two runs.
fn space() -> i32 {
    lettering::width(" ", SIZE, Weight::Bold)
}

/// Words in lines of at most `room`.
fn lines(words: &[Piece], room: i32) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = Vec::new();
    let mut line: Vec<Run> = Vec::new();
    let mut taken = 0;
    for piece in words {
        let weight = if piece.changed { Weight::Bold } else { Weight::Regular };
        // A piece that is too long for a line breaks between clusters.
        for (part, text) in lettering::lines(&piece.text, room, SIZE, weight).into_iter().enumerate() {
            let run = Run { text, changed: piece.changed, spaced: piece.spaced && part == 0 };
            let before = if run.spaced && !line.is_empty() { space() } else { 0 };
            if !line.is_empty() && taken + before + run.width() > room {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            taken += run.width() + if line.is_empty() { 0 } else { before };
            match line.last_mut().filter(|last| last.changed == run.changed) {
                Some(last) => {
                    last.text.push_str(if run.spaced { " " } else { "" });
                    last.text.push_str(&run.text);
                }
                None => line.push(run),
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Draws a line from the left end of its base line; a right-to-left line from the right end of the room. Letters may be
/// narrower than measured, so lines with marked words are set word by word, which keeps the gaps even.
fn draw_line(line: &[Run], (x, baseline): (i32, i32), room: i32, canvas: &mut Canvas) {
    let is_leftward = line.iter().any(|run| statement::needs_isolation(&run.text));
    let is_mixed = line.len() > 1;
    let mut at = 0;
    for (place, run) in line.iter().enumerate() {
        let (weight, role) = if run.changed { (Weight::Bold, Role::Value) } else { (Weight::Regular, Role::Label) };
        let parts: Vec<&str> = if is_mixed { run.text.split(' ').collect() } else { vec![&run.text] };
        for (part, text) in parts.into_iter().enumerate() {
            if part > 0 || (place > 0 && run.spaced) {
                at += space();
            }
            let width = lettering::width(text, SIZE, weight);
            let (anchor, align) = if is_leftward { (x + room - at, Align::End) } else { (x + at, Align::Start) };
            canvas.text((anchor, baseline), align, text, role);
            if run.changed {
                let drawn = width * DRAWN / 100;
                let left = if is_leftward { anchor - drawn } else { anchor };
                canvas.fill((left, baseline + UNDER), (left + drawn, baseline + UNDER + THICK), Role::Edge);
            }
            at += width;
        }
    }
}
