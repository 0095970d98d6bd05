//! Compressed copies beside the files, for servers that hand them out as they are (`gzip_static`, `brotli_static`).

use std::io::Write as _;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files::Files;
use crate::memory::{Memory, remembered};

/// Endings of files that get smaller.
const ENDINGS: [&str; 9] = ["bib", "css", "csv", "html", "js", "json", "ris", "svg", "wasm"];

/// What is edited in place after the site was put up: a compressed copy beside it would keep the old figures.
const EDITED: &str = "data/";

/// Writes the copies: `.br` and `.gz`.
pub(crate) fn write(site: &mut Files, memory: &dyn Memory) -> Result<()> {
    let mut copies = Vec::new();
    for (address, content) in site.iter() {
        let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !ENDINGS.contains(&ending) || address.starts_with(EDITED) {
            continue;
        }
        copies.push((format!("{address}.br"), remembered(memory, "brotli", &[content], || brotli(content))?));
        copies.push((format!("{address}.gz"), remembered(memory, "gzip", &[content], || gzip(content))?));
    }
    site.extend(copies);
    Ok(())
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: content.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
