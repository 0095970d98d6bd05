//! Text of one font and direction to glyphs, by the shaper that resvg uses.

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};

use crate::font::{Font, Ready};
use crate::piece::Piece;
use crate::unseen::{chooses_glyphs, is_ignorable};

/// A glyph in units of the em: where it stands from where the piece begins.
pub(crate) struct Glyph {
    pub(crate) id: u32,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// The glyphs of a piece, from left to right, and how far it reaches, in units of the em.
pub(crate) fn shape(line: &str, piece: &Piece) -> (Vec<Glyph>, f32) {
    let Some(Ready { font, shaper }) = piece.font.ready() else { return (Vec::new(), 0.0) };
    let shaper = shaper.shaper(&font).build();
    let mut buffer = UnicodeBuffer::new();
    let text = line.get(piece.range.clone()).unwrap_or_default();
    for (at, letter) in text.char_indices().filter(|(_, letter)| !is_ignorable(*letter) || chooses_glyphs(*letter)) {
        buffer.add(letter, u32::try_from(at).unwrap_or(u32::MAX));
    }
    // What stands around it says how a letter joins.
    buffer.set_pre_context(line.get(..piece.range.start).unwrap_or_default());
    buffer.set_post_context(line.get(piece.range.end..).unwrap_or_default());
    buffer.set_direction(if piece.rightward { Direction::LeftToRight } else { Direction::RightToLeft });
    buffer.guess_segment_properties();
    let shaped = shaper.shape(buffer, ShapeOptions::new());
    let em = shaper.units_per_em() as f32;
    let (mut x, mut y) = (0, 0);
    let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    let glyphs = glyphs.map(|(info, position)| {
        let at = (x + position.x_offset, y + position.y_offset);
        x += position.x_advance;
        y += position.y_advance;
        Glyph { id: info.glyph_id, x: at.0 as f32 / em, y: at.1 as f32 / em }
    });
    let glyphs = glyphs.collect();
    (glyphs, x as f32 / em)
}

/// The size of a font's em in its units.
pub(crate) fn em(font: &Font) -> f32 {
    font.ready().map_or(1000.0, |Ready { font, shaper }| shaper.shaper(&font).build().units_per_em() as f32)
}
