//! A font that is carried along, read when it is first needed.

use std::borrow::Cow;
use std::fmt;
use std::io::Read as _;
use std::sync::OnceLock;

use harfrust::{FontRef, ShaperData};
use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};

/// A font of the folder `app/typeface/fonts`.
pub struct Font {
    data: Data,
    opened: OnceLock<Opened>,
}

enum Data {
    Plain(&'static [u8]),
    Packed(&'static [u8]),
}

/// What is kept of a font from its first use on.
struct Opened {
    bytes: Cow<'static, [u8]>,
    shaper: Option<ShaperData>,
}

/// A font and what shapes text with it.
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

    /// The file, unpacked.
    pub fn bytes(&self) -> &[u8] {
        &self.opened().bytes
    }

    pub(crate) fn ready(&self) -> Option<Ready<'_>> {
        let opened = self.opened();
        Some(Ready { font: FontRef::new(&opened.bytes).ok()?, shaper: opened.shaper.as_ref()? })
    }

    /// Whether it has a letter.
    pub fn has(&self, letter: char) -> bool {
        let glyph = self.ready().and_then(|ready| ready.font.charmap().map(letter));
        glyph.is_some_and(|glyph| glyph.to_u32() > 0)
    }

    /// How wide a text is in pixels at a font size in pixels, letter by letter, without kerning.
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

/// Of bytes that are no Brotli nothing is left; that each font can be read is held by a test.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut reader = brotli::Decompressor::new(packed, 1 << 16);
    if reader.read_to_end(&mut bytes).is_err() {
        bytes.clear();
    }
    bytes
}
