//! What the files of the page weigh on their way to a reader.

use std::fs;
use std::io;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzEncoder};

/// The bytes of something: as it is, and as a server sends it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// When a reader pays for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    BeforeScript,
    Script,
    Data,
    Other,
}

/// One file of the page.
pub(crate) struct Item {
    /// The path below the weighed folder.
    pub(crate) name: String,
    pub(crate) phase: Phase,
    pub(crate) weight: Weight,
}

/// Weighs every file in a folder, in the order in which a reader pays for them.
pub(crate) fn folder(folder: &Path) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    add_folder(folder, "", &mut items).with_context(|| format!("{} cannot be weighed", folder.display()))?;
    items.sort_by(|a, b| (a.phase, &a.name).cmp(&(b.phase, &b.name)));
    Ok(items)
}

/// The weight of all items of a phase.
pub(crate) fn total(items: &[Item], phase: Phase) -> Weight {
    let weights = items.iter().filter(|item| item.phase == phase).map(|item| item.weight);
    weights.fold(Weight::default(), Add::add)
}

impl Phase {
    /// The phase of a file, by the ending of its name.
    fn of(name: &str) -> Self {
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" | "css" => Self::BeforeScript,
            "js" | "wasm" => Self::Script,
            "json" => Self::Data,
            _ => Self::Other,
        }
    }
}

impl Weight {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { raw: bytes.len(), gzip: gzip(bytes)?, brotli: brotli(bytes)? })
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

fn add_folder(folder: &Path, prefix: &str, items: &mut Vec<Item>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_folder(&entry.path(), &format!("{name}/"), items)?;
        } else {
            let weight = Weight::of(&fs::read(entry.path())?)?;
            let phase = Phase::of(&name);
            items.push(Item { name, phase, weight });
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut packed = Vec::new();
    io::copy(&mut GzEncoder::new(bytes, Compression::best()), &mut packed)?;
    Ok(packed.len())
}

fn brotli(mut bytes: &[u8]) -> io::Result<usize> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str, bytes: usize) -> Item {
        let weight = Weight { raw: bytes, gzip: bytes / 2, brotli: bytes / 4 };
        Item { name: name.to_owned(), phase: Phase::of(name), weight }
    }

    #[test]
    fn a_file_is_paid_for_when_the_page_asks_for_its_kind() {
        assert_eq!(Phase::of("index.html"), Phase::BeforeScript);
        assert_eq!(Phase::of("web-1f2e.css"), Phase::BeforeScript);
        assert_eq!(Phase::of("web-1f2e_bg.wasm"), Phase::Script);
        assert_eq!(Phase::of("data/dashboard.json"), Phase::Data);
        assert_eq!(Phase::of("_headers"), Phase::Other);
    }

    #[test]
    fn a_total_counts_only_its_own_phase() {
        let items = [item("a.js", 100), item("a_bg.wasm", 400), item("index.html", 8)];
        let expected = Weight { raw: 500, gzip: 250, brotli: 125 };
        assert_eq!(total(&items, Phase::Script), expected);
        assert_eq!(total(&items, Phase::Data), Weight::default());
    }

    #[test]
    fn repetitive_text_weighs_less_on_its_way() {
        let text = "at least five thousand people ".repeat(100);
        let weight = Weight::of(text.as_bytes()).unwrap();
        assert_eq!(weight.raw, 3000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
    }

    #[test]
    fn a_folder_is_weighed_with_the_folders_in_it() {
        let items = folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(items.iter().any(|item| item.name == "src/weight.rs" && item.weight.raw > 0));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = folder(Path::new("no-such-folder")).err().unwrap();
        assert_eq!(error.to_string(), "no-such-folder cannot be weighed");
    }
}
