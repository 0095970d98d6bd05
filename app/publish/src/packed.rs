//! Compressed copies of the files, for servers that send them (`gzip_static`, `brotli_static`).

use std::cmp::Reverse;
use std::io::Write as _;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::editions::LIST;
use crate::files::Files;
use crate::memory::{Memory, remembered};
use crate::workers;

/// The extensions of files that compress well.
const ENDINGS: [&str; 10] = ["bib", "css", "csv", "html", "js", "json", "ris", "svg", "wasm", "xml"];

/// Files that are edited after publication: a compressed copy would keep the old figures, or a list without editions that
/// others published at the same time.
const EDITED: [&str; 2] = ["data/", LIST];

/// Above this number of bytes the last percents take seconds.
const LARGE: usize = 300_000;

/// Writes the copies: `.br` and `.gz`.
pub(crate) fn write(site: &mut Files, memory: &dyn Memory, workers: usize) -> Result<()> {
    let mut wanted: Vec<(&str, &[u8])> = site.iter().filter(|(address, _)| is_packed(address)).collect();
    // The largest files first, so that no thread waits long at the end.
    wanted.sort_by_key(|(_, content)| Reverse(content.len()));
    let copies = workers::each(workers, &wanted, |(address, content)| {
        let quality = quality(address, content.len());
        let brotli = remembered(memory, &format!("brotli {quality}"), &[content], || brotli(content, quality))?;
        let gzip = remembered(memory, "gzip", &[content], || gzip(content))?;
        Ok([(format!("{address}.br"), brotli), (format!("{address}.gz"), gzip)])
    })?;
    site.extend(copies.into_iter().flatten());
    Ok(())
}

fn is_packed(address: &str) -> bool {
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) && !EDITED.iter().any(|edited| address.starts_with(edited))
}

/// The compression level of a file. Every reader loads the page and its program: a tenth of their bytes is worth minutes.
/// The many small files in folders have few readers each, and the best level takes twenty times as long.
fn quality(address: &str, length: usize) -> i32 {
    match address {
        "standalone.html" => 7,
        _ if address.contains('/') => 7,
        _ if length > LARGE && address.ends_with(".html") => 10,
        _ => 11,
    }
}

fn brotli(mut content: &[u8], quality: i32) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality, size_hint: content.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
