//! The words beside a mark: a value or date, what it is of, and the footnote markers.

use model::Figure;
use statement::Account;

use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::reference::references;
use crate::role::Role;
use crate::scene::{Align, Reference};

/// The font size of values and labels, in tenths of a pixel. The style sheet sets the same.
pub(crate) const SIZE: i32 = 140;
/// The font size of ticks and small print. The style sheet sets the same.
pub(crate) const SMALL: i32 = 120;
/// From one base line to the next.
pub(crate) const LEADING: i32 = 180;
/// From one marker to the next: targets touch and do not overlap.
pub(crate) const MARKER: i32 = 240;

/// Words laid out in a column, not yet placed.
pub(crate) struct Block {
    heading: Vec<String>,
    label: Vec<String>,
    remark: Vec<String>,
    references: Vec<Reference>,
    /// How many lines the markers take alone, above the words: 0 when they share the heading's line.
    own_lines: i32,
    width: i32,
}

impl Block {
    /// Lays out a bold heading, a label below it, and the markers at the right end of the first line; where they do
    /// not fit beside the heading they have lines of their own.
    pub(crate) fn new(heading: &str, label: &str, references: Vec<Reference>, width: i32) -> Self {
        let markers = MARKER * references.len() as i32;
        let beside = lettering::lines(heading, width - markers - 60, SIZE, Weight::Bold);
        let whole = lettering::lines(heading, width, SIZE, Weight::Bold);
        let share = width - markers > width / 3 && beside.len() <= whole.len().max(2);
        let per_line = (width / MARKER).max(1);
        let own_lines =
            if share || references.is_empty() { 0 } else { (references.len() as i32 + per_line - 1) / per_line };
        Self {
            heading: if share { beside } else { whole },
            label: lettering::lines(label, width, SIZE, Weight::Regular),
            remark: Vec::new(),
            references,
            own_lines,
            width,
        }
    }

    /// A figure's value, label and markers, and below them what became of it.
    pub(crate) fn of(account: &Account<'_>, figure: &Figure, width: i32) -> Self {
        // The remark says what became of it, and besides that it is a charge.
        let (phrase, _) = account.stated(figure).into_parts();
        let references = references(account, &figure.id, figure.name());
        let block = Self::new(&phrase.to_string(), account.text(&figure.label), references, width);
        let remark = account.remark(figure).map(|words| account.language.begin(words)).unwrap_or_default();
        Self { remark: lettering::lines(&remark, width, SIZE, Weight::Bold), ..block }
    }

    pub(crate) fn height(&self) -> i32 {
        let markers = if self.references.is_empty() { 0 } else { MARKER * self.own_lines.max(1) };
        let words = LEADING * (self.heading.len() + self.label.len() + self.remark.len()) as i32;
        if self.own_lines > 0 { markers + words } else { words.max(markers) + 30 }
    }

    /// Draws it with its top left corner at a place.
    pub(crate) fn draw(self, canvas: &mut Canvas, x: i32, y: i32) {
        let mut baseline = y + self.own_lines * MARKER + SIZE;
        for line in &self.heading {
            canvas.text((x, baseline), Align::Start, line, Role::Value);
            baseline += LEADING;
        }
        for line in &self.label {
            canvas.text((x, baseline), Align::Start, line, Role::Label);
            baseline += LEADING;
        }
        for line in &self.remark {
            canvas.text((x, baseline), Align::Start, line, Role::Value);
            baseline += LEADING;
        }
        let per_line = (self.width / MARKER).max(1);
        let count = self.references.len() as i32;
        for (index, reference) in self.references.into_iter().enumerate() {
            let index = index as i32;
            let in_line = per_line.min(count - index / per_line * per_line);
            let right = x + self.width - MARKER / 2;
            let at =
                (right - (in_line - 1 - index % per_line) * MARKER, y + MARKER / 2 + index / per_line * MARKER - 25);
            canvas.refer(Reference { at, ..reference });
        }
    }
}
