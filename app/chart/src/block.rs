//! The words beside a mark: a value or date with its marker, and the label of the figure.

use model::{Chart, Figure};
use statement::Account;

use crate::basis;
use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::reference::{TARGET, reference};
use crate::role::Role;
use crate::scene::{Align, Reference};

/// The font size of values and labels, in tenths of a pixel. The style sheet has the same.
pub(crate) const SIZE: i32 = 140;
/// The font size of ticks and small print. The style sheet has the same.
pub(crate) const SMALL: i32 = 120;
/// The font size of sums in a list. The style sheet has the same.
pub(crate) const LARGE: i32 = 200;
/// The distance of base lines.
pub(crate) const LEADING: i32 = 180;
/// The distance of base lines of small print.
pub(crate) const SMALL_LEADING: i32 = 150;
/// The distance of a marker from the words before it.
const BEFORE_MARKER: i32 = 60;
/// The distance from the base line to the middle of letters.
pub(crate) const MIDDLE: i32 = 50;

/// Bold words in lines, with the glyph of their basis before the first and a marker after the last.
pub(crate) struct Heading {
    basis: Option<&'static str>,
    size: i32,
    lines: Vec<String>,
    reference: Option<Reference>,
}

impl Heading {
    /// Words in lines of at most `room`, the last with its marker.
    pub(crate) fn new(words: &str, reference: Option<Reference>, room: i32) -> Self {
        Self::of_size(SIZE, words, reference, room)
    }

    /// The same in another font size.
    pub(crate) fn of_size(size: i32, words: &str, reference: Option<Reference>, room: i32) -> Self {
        let marker = behind(reference.as_ref());
        let lines = lettering::lines(words, room, size, Weight::Bold);
        let fits = lines.last().is_none_or(|last| lettering::width(last, size, Weight::Bold) + marker <= room);
        let lines = if fits { lines } else { lettering::lines(words, room - marker, size, Weight::Bold) };
        Self { basis: None, size, lines, reference }
    }

    /// The same of the value of a figure, with its glyph.
    pub(crate) fn of(figure: &Figure, words: &str, reference: Option<Reference>, room: i32) -> Self {
        Self { basis: Some(statement::basis(figure)), ..Self::new(words, reference, room - basis::ROOM) }
    }

    fn indent(&self) -> i32 {
        if self.basis.is_some() { basis::ROOM } else { 0 }
    }

    /// The number of its lines.
    pub(crate) fn lines(&self) -> i32 {
        self.lines.len() as i32
    }

    /// Its height.
    pub(crate) fn height(&self) -> i32 {
        self.leading() * self.lines()
    }

    /// The distance of its base lines.
    fn leading(&self) -> i32 {
        LEADING + self.size - SIZE
    }

    fn bold(&self, line: &str) -> i32 {
        lettering::width(line, self.size, Weight::Bold)
    }

    /// Its width, with its marker.
    pub(crate) fn width(&self) -> i32 {
        let longest = self.lines.iter().map(|line| self.bold(line)).max().unwrap_or_default();
        let last = self.lines.last().map_or(0, |line| self.bold(line));
        self.indent() + longest.max(last + behind(self.reference.as_ref()))
    }

    /// Draws it from the left end of its first base line. Letters may be narrower than measured: aligned at the end, the
    /// words are as near to their marker as possible.
    pub(crate) fn draw(self, canvas: &mut Canvas, (x, baseline): (i32, i32), align: Align) {
        if let Some(basis) = self.basis {
            basis::draw(canvas, (x, baseline - basis::SIZE), basis);
        }
        let x = x + self.indent();
        let mut end = (x, baseline);
        let role = if self.size == LARGE { Role::Large } else { Role::Value };
        for (line, y) in self.lines.iter().zip((baseline..).step_by(self.leading() as usize)) {
            end = (x + self.bold(line), y);
            canvas.text((if align == Align::End { end.0 } else { x }, y), align, line, role);
        }
        if let Some(reference) = self.reference {
            let at = (end.0 + BEFORE_MARKER + reference.width / 2, end.1 - MIDDLE);
            canvas.refer(Reference { at, ..reference });
        }
    }
}

/// The room for a marker after words. Its target reaches over the last of them, and as far to the other side.
fn behind(reference: Option<&Reference>) -> i32 {
    reference.map_or(0, |reference| BEFORE_MARKER + (reference.width + reference.room()) / 2)
}

/// Words laid out in a column, not yet placed.
pub(crate) struct Block {
    heading: Heading,
    label: Vec<String>,
    remark: Vec<String>,
}

impl Block {
    /// Lays out a heading and a label below it.
    pub(crate) fn new(heading: Heading, label: &str, width: i32) -> Self {
        let label = lettering::lines(label, width, SIZE, Weight::Regular);
        Self { heading, label, remark: Vec::new() }
    }

    /// The value, marker and label of a figure, and its status below them.
    pub(crate) fn of(account: &Account<'_>, figure: &Figure, width: i32) -> Self {
        // The remark includes the status, and whether it is an allegation.
        let (phrase, _) = account.stated(figure).into_parts();
        let reference = reference(account, &figure.id, figure.name());
        let heading = Heading::of(figure, &phrase.to_string(), reference, width);
        let block = Self::new(heading, account.text(&figure.label), width);
        Self { remark: remark(account, figure, width), ..block }
    }

    pub(crate) fn height(&self) -> i32 {
        (LEADING * (self.heading.lines() + (self.label.len() + self.remark.len()) as i32) + 30).max(TARGET)
    }

    /// Draws it with its top left corner at a place.
    pub(crate) fn draw(self, canvas: &mut Canvas, x: i32, y: i32) {
        let mut baseline = y + SIZE + LEADING * self.heading.lines();
        self.heading.draw(canvas, (x, y + SIZE), Align::Start);
        for (lines, role) in [(self.label, Role::Label), (self.remark, Role::Value)] {
            for line in lines {
                canvas.text((x, baseline), Align::Start, line, role);
                baseline += LEADING;
            }
        }
    }
}

/// The status of a figure, and whether it is an allegation, in lines.
pub(crate) fn remark(account: &Account<'_>, figure: &Figure, room: i32) -> Vec<String> {
    bold(account, account.remark(figure), room)
}

/// The same in a chart, which need not name a newer reading that it draws.
pub(crate) fn remark_in(account: &Account<'_>, chart: &Chart, figure: &Figure, room: i32) -> Vec<String> {
    bold(account, account.remark_in(chart, figure), room)
}

fn bold(account: &Account<'_>, words: Option<String>, room: i32) -> Vec<String> {
    let words = words.map(|words| account.language.begin(words)).unwrap_or_default();
    lettering::lines(&words, room, SIZE, Weight::Bold)
}
