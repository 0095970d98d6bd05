//! A font embedded in the program, unpacked and read on first use.

use std::borrow::Cow;
use std::fmt;
use std::io::Read as _;
use std::sync::OnceLock;

use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

/// A font from the folder `app/typeface/fonts`.
pub struct Font {
    data: Data,
    opened: OnceLock<Opened>,
}

enum Data {
    Plain(&'static [u8]),
    Packed(&'static [u8]),
}

/// The unpacked font and its shaper, kept from the first use on.
struct Opened {
    bytes: Cow<'static, [u8]>,
    shaper: Option<ShaperData>,
}

/// A font with its shaper.
pub(crate) struct Ready<'f> {
    pub(crate) font: FontRef<'f>,
    pub(crate) shaper: &'f ShaperData,
}

impl Font {
    pub(crate) const fn plain(bytes: &'static [u8]) -> Self {
        Self { data: Data::Plain(bytes), opened: OnceLock::new() }
    }

    pub(crate) const fn packed(bytes: &'static [u8]) -> Self {
        Self { data: Data::Packed(bytes), opened: OnceLock::new() }
    }

    fn opened(&self) -> &Opened {
        self.opened.get_or_init(|| {
            let bytes = match self.data {
                Data::Plain(bytes) => Cow::Borrowed(bytes),
                Data::Packed(bytes) => Cow::Owned(unpacked(bytes)),
            };
            let shaper = FontRef::new(&bytes).ok().map(|font| ShaperData::new(&font));
            Opened { bytes, shaper }
        })
    }

    /// The bytes of the font file, unpacked.
    pub fn bytes(&self) -> &[u8] {
        &self.opened().bytes
    }

    pub(crate) fn ready(&self) -> Option<Ready<'_>> {
        let opened = self.opened();
        Some(Ready { font: FontRef::new(&opened.bytes).ok()?, shaper: opened.shaper.as_ref()? })
    }

    /// Whether the font has a glyph for this letter.
    pub fn has(&self, letter: char) -> bool {
        let glyph = self.ready().and_then(|ready| ready.font.charmap().map(letter));
        glyph.is_some_and(|glyph| glyph.to_u32() > 0)
    }

    /// The width of a text in pixels at a font size in pixels: the sum of the advances of its letters, without kerning.
    pub(crate) fn advance(&self, text: &str, size: f32) -> f32 {
        let Some(Ready { font, .. }) = self.ready() else { return 0.0 };
        let (letters, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
        text.chars().filter_map(|c| metrics.advance_width(letters.map(c)?)).sum()
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Font").finish_non_exhaustive()
    }
}

/// Unpacks Brotli; empty if the bytes are invalid, which a test rules out for every embedded font.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut reader = brotli::Decompressor::new(packed, 1 << 16);
    if reader.read_to_end(&mut bytes).is_err() {
        bytes.clear();
    }
    bytes
}
