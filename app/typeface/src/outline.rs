//! Writes the outline of a glyph as SVG path data.

use std::fmt::Write as _;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};

use crate::line::Placed;
use crate::shape::em;

/// The path of a glyph in font units, with y upwards, and the size of a font unit in pixels. `None` for an empty glyph.
pub fn outline(glyph: &Placed) -> Option<(String, f32)> {
    let ready = glyph.font.ready()?;
    let outline = ready.font.outline_glyphs().get(GlyphId::new(glyph.glyph))?;
    let mut path = Path::default();
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut path).ok()?;
    (!path.data.is_empty()).then(|| (path.data, glyph.size / em(glyph.font)))
}

/// Path data being written. Writing to a `String` cannot fail.
#[derive(Default)]
struct Path {
    data: String,
}

impl OutlinePen for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.data, "M{x} {y}");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.data, "L{x} {y}");
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let _ = write!(self.data, "Q{cx} {cy} {x} {y}");
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let _ = write!(self.data, "C{cx0} {cy0} {cx1} {cy1} {x} {y}");
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
