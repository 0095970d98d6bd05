//! Lays out a line of text: the position of each glyph.

use crate::face::Face;
use crate::font::Font;
use crate::letters::{REPLACEMENT, is_drawn, is_plain};
use crate::piece::pieces;
use crate::shape::shape;
use crate::unseen::is_unseen;

/// Text of one style.
#[derive(Clone, Copy, Debug)]
pub struct Span<'t> {
    /// Its text, in logical order.
    pub text: &'t str,
    /// Its face.
    pub face: Face,
    /// Its font size in pixels.
    pub size: f32,
    /// The offset in pixels, to the right and down, of this span and of all spans after it.
    pub shift: (f32, f32),
}

/// A glyph and its position.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Its font.
    pub font: &'static Font,
    /// Its id in the font; never 0, the box for a missing glyph.
    pub glyph: u32,
    /// Its position in pixels from the left end of the line: right, and down from the base line.
    pub at: (f32, f32),
    /// Its font size in pixels.
    pub size: f32,
    /// The index of its span.
    pub span: usize,
}

/// The glyphs of a line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// From left to right, before any shift.
    pub glyphs: Vec<Placed>,
    /// In pixels, from its left end to its right end.
    pub width: f32,
    /// The sum of all shifts: the offset of a text that follows the line.
    pub end: (f32, f32),
}

impl Line {
    /// Lays out spans one after another, beginning at the left end.
    pub fn of(spans: &[Span<'_>]) -> Self {
        let mut text = String::new();
        let mut styles = Vec::new();
        let mut shifts = Vec::new();
        let mut shift = (0.0, 0.0);
        for span in spans {
            let from = text.len();
            text.extend(span.text.chars().map(drawable));
            styles.push((from..text.len(), span.face));
            shift = (shift.0 + span.shift.0, shift.1 + span.shift.1);
            shifts.push((shift, span.size));
        }
        let mut glyphs = Vec::new();
        let (mut left, mut right, mut x) = (f32::INFINITY, f32::NEG_INFINITY, 0.0_f32);
        for piece in pieces(&text, &styles) {
            let Some(((across, down), size)) = shifts.get(piece.span).copied() else { continue };
            let (shaped, advance) = shape(&text, &piece);
            let from = x + across;
            glyphs.extend(shaped.into_iter().map(|glyph| Placed {
                font: piece.font,
                glyph: glyph.id,
                at: (from + glyph.x * size, down - glyph.y * size),
                size,
                span: piece.span,
            }));
            x += advance * size;
            left = left.min(from);
            right = right.max(x + across);
        }
        if glyphs.is_empty() {
            return Self { end: shift, ..Self::default() };
        }
        for glyph in &mut glyphs {
            glyph.at.0 -= left;
        }
        Self { glyphs, width: right - left, end: shift }
    }
}

/// The letter that is drawn: a space for the end of a line or paragraph, [`REPLACEMENT`] for a letter that no font has.
fn drawable(letter: char) -> char {
    match letter {
        '\u{85}'
        | '\u{1c}'..='\u{1e}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{1680}'
        | '\t'
        | '\n'
        | '\u{b}'
        | '\r'
        | '\u{c}' => ' ',
        letter if is_unseen(letter) || is_drawn(letter) => letter,
        _ => REPLACEMENT,
    }
}

/// The width of a text in pixels at a font size in pixels. A text of the base faces is measured letter by letter, without
/// kerning, which would make it slightly narrower.
pub fn width(text: &str, face: Face, size: f32) -> f32 {
    if is_plain(text) {
        return face.font().advance(text, size);
    }
    Line::of(&[Span { text, face, size, shift: (0.0, 0.0) }]).width
}
