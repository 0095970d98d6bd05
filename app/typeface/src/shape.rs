//! Turns text of one font and direction into glyphs, with the shaper that resvg uses.

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};

use crate::font::{Font, Ready};
use crate::piece::Piece;
use crate::unseen::{chooses_glyphs, is_ignorable};

/// A glyph with its position from the beginning of the piece, in ems.
pub(crate) struct Glyph {
    pub(crate) id: u32,
    pub(crate) x: f32,
    pub(crate) y: f32,
}

/// The glyphs of a piece from left to right, and its advance in ems.
pub(crate) fn shape(line: &str, piece: &Piece) -> (Vec<Glyph>, f32) {
    let Some(Ready { font, shaper }) = piece.font.ready() else { return (Vec::new(), 0.0) };
    let shaper = shaper.shaper(&font).build();
    let mut buffer = UnicodeBuffer::new();
    let text = line.get(piece.range.clone()).unwrap_or_default();
    for (at, letter) in text.char_indices().filter(|(_, letter)| !is_ignorable(*letter) || chooses_glyphs(*letter)) {
        buffer.add(letter, u32::try_from(at).unwrap_or(u32::MAX));
    }
    // Whether a letter joins depends on the letters around the piece.
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

/// The units per em of a font.
pub(crate) fn em(font: &Font) -> f32 {
    font.ready().map_or(1000.0, |Ready { font, shaper }| shaper.shaper(&font).build().units_per_em() as f32)
}
