//! Compressed copies beside the files, for servers that hand them out as they are (`gzip_static`, `brotli_static`).

use std::io::Write as _;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::site::Site;

/// Endings of files that get smaller.
const ENDINGS: [&str; 9] = ["bib", "css", "csv", "html", "js", "json", "ris", "svg", "wasm"];

/// What is edited in place after the site was put up: a compressed copy beside it would keep the old figures.
const EDITED: &str = "data/";

/// Writes the copies: `.br` and `.gz`.
pub(crate) fn write(site: &Site) -> Result<()> {
    for address in site.addresses()? {
        let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
        if !ENDINGS.contains(&ending) || address.starts_with(EDITED) {
            continue;
        }
        // What was frozen by an earlier build has its copies.
        if site.has(&format!("{address}.br")) {
            continue;
        }
        let content = site.read(&address)?;
        site.write(&format!("{address}.br"), brotli(&content)?)?;
        site.write(&format!("{address}.gz"), gzip(&content)?)?;
    }
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
