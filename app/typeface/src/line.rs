//! A line laid out: where each of its glyphs stands.

use crate::face::Face;
use crate::font::Font;
use crate::letters::{REPLACEMENT, is_drawn, is_plain};
use crate::piece::pieces;
use crate::shape::shape;
use crate::unseen::is_unseen;

/// Text of one style.
#[derive(Clone, Copy, Debug)]
pub struct Span<'t> {
    /// Its text, as it is read.
    pub text: &'t str,
    /// Its face.
    pub face: Face,
    /// Its font size in pixels.
    pub size: f32,
    /// How far it and all that is read behind it are moved, to the right and down.
    pub shift: (f32, f32),
}

/// A glyph in its place.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Its font.
    pub font: &'static Font,
    /// Its number there; 0 is a box, which no glyph of a line is.
    pub glyph: u32,
    /// Where it stands, in pixels from where the line begins.
    pub at: (f32, f32),
    /// Its font size in pixels.
    pub size: f32,
    /// The place of its span.
    pub span: usize,
}

/// The glyphs of a line.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// From left to right, where nothing is moved.
    pub glyphs: Vec<Placed>,
    /// From its leftmost end to its rightmost.
    pub width: f32,
    /// How far what follows is moved: the sum of all shifts.
    pub end: (f32, f32),
}

impl Line {
    /// Lays out spans one after another; the first letter stands at the left end.
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

/// What is drawn of a letter. Where paragraphs end is a space in a line.
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

/// How wide a text is in pixels at a font size in pixels. What the face itself has is measured letter by letter, without
/// kerning, which makes it a little narrower.
pub fn width(text: &str, face: Face, size: f32) -> f32 {
    if is_plain(text) {
        return face.font().advance(text, size);
    }
    Line::of(&[Span { text, face, size, shift: (0.0, 0.0) }]).width
}
