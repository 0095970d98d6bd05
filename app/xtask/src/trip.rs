//! Measures how many bytes of the page a browser needs to show the part above the fold. The initial congestion window of TCP
//! is about 14 kilobytes: a server sends these, and then waits for a round trip, which takes long on a slow connection.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;

use crate::view::PAGE;
use crate::weight::{self, Encoding};

/// The part of the initial congestion window that is left for the page after the headers, in bytes.
pub(crate) const FIRST: usize = 14_000;

/// The number of compressed bytes of the page in a folder that contain its head and its band.
pub(crate) fn until_band(folder: &Path, encoding: Encoding) -> Result<usize> {
    let path = folder.join(PAGE);
    let html = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let end = end_of_band(&html).with_context(|| format!("{} has no band that ends", path.display()))?;
    Ok(until(&weight::packed(&path, html.as_bytes(), encoding)?, encoding, end))
}

/// The offset of the end of the band. In a page without a band, the end of the head.
fn end_of_band(html: &str) -> Option<usize> {
    const END: &str = "</section>";
    // The attribute may be the last one of its tag.
    let named = html.match_indices(" class=\"band\"").find_map(|(place, _)| {
        let tag = html.get(..place)?.rfind('<')?;
        html.get(tag..place)?.starts_with("<section").then_some(tag)
    });
    let Some(begin) = named else { return html.find("<main") };
    let mut open = 0;
    for (place, _) in html.get(begin..)?.match_indices('<') {
        let rest = html.get(begin + place..)?;
        if rest.starts_with("<section") {
            open += 1;
        } else if rest.starts_with(END) {
            open -= 1;
            if open == 0 {
                return Some(begin + place + END.len());
            }
        }
    }
    None
}

/// The number of compressed bytes that contain the first `wanted` bytes of the page.
fn until(sent: &[u8], encoding: Encoding, wanted: usize) -> usize {
    let (mut few, mut enough) = (0, sent.len());
    while few < enough {
        let middle = usize::midpoint(few, enough);
        if unpacked(sent.get(..middle).unwrap_or(sent), encoding) < wanted {
            few = middle + 1;
        } else {
            enough = middle;
        }
    }
    enough
}

/// The number of bytes of the page that can be decompressed from its first compressed bytes.
fn unpacked(sent: &[u8], encoding: Encoding) -> usize {
    let mut page = Vec::new();
    let read = match encoding {
        Encoding::Gzip => GzDecoder::new(sent).read_to_end(&mut page),
        Encoding::Brotli => brotli::Decompressor::new(sent, 4096).read_to_end(&mut page),
    };
    // It fails at the end of the incomplete input, after everything before it was decompressed.
    read.unwrap_or(page.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_band_ends_after_its_nested_sections() {
        let html = "<main><section class=\"band\"><section>1</section>2</section><section>3</section>";
        assert_eq!(end_of_band(html).map(|end| &html[..end]), html.strip_suffix("<section>3</section>"));
        let html = "<main><section>0</section><section id=\"a\" class=\"band\">1</section>2";
        assert_eq!(end_of_band(html).map(|end| &html[..end]), html.strip_suffix("2"));
        assert_eq!(end_of_band("<section class=\"band\">1"), None);
        assert_eq!(end_of_band("<head><main><section>1</section>"), Some("<head>".len()));
        assert_eq!(end_of_band("<p>1"), None);
    }

    /// Text that compresses badly.
    fn words(numbers: std::ops::Range<u32>) -> String {
        numbers.map(|number| format!("{:x} ", number.wrapping_mul(2_654_435_761))).collect()
    }

    #[test]
    fn a_larger_band_needs_more_bytes_but_fewer_than_the_whole_page() {
        let scratch = Scratch::new("trip");
        for encoding in [Encoding::Gzip, Encoding::Brotli] {
            let mut before = 0;
            for band in [100, 2_000, 9_000] {
                scratch.write(
                    "index.html",
                    &format!("<section class=\"band\">{}</section>{}", words(0..band), words(band..10_000)),
                );
                let needed = until_band(scratch.path(), encoding).unwrap();
                assert!(needed > before + 3 * band as usize / 2, "{encoding:?}: {band} words in {needed} bytes");
                before = needed;
            }
            let alone = words(0..10_000);
            let all = match encoding {
                Encoding::Gzip => weight::packed(Path::new("nowhere"), alone.as_bytes(), encoding),
                Encoding::Brotli => weight::brotli(alone.as_bytes()),
            };
            assert!(before < all.unwrap().len(), "{encoding:?}: the band needs all bytes of the page");
        }
    }
}
