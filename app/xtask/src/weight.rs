//! Measures the files of a site as a server sends them, compressed.

use std::fs;
use std::io;
use std::iter::Sum;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzEncoder};

use crate::view::{Phase, View};

/// The size of a file in bytes: raw, and compressed as a server sends it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// One file of the page.
pub(crate) struct Item {
    /// The path relative to the measured folder.
    pub(crate) name: String,
    pub(crate) phase: Phase,
    pub(crate) weight: Weight,
}

/// Measures the files of a folder in the wanted phases, sorted by phase and name.
pub(crate) fn folder(folder: &Path, wanted: impl Fn(Phase) -> bool) -> Result<Vec<Item>> {
    let view = View::of(folder)?;
    let phase = |name: &str| Some(view.phase(name)).filter(|phase| wanted(*phase));
    let mut items = Vec::new();
    add_folder(folder, "", &phase, &mut items).with_context(|| format!("{} cannot be read", folder.display()))?;
    items.sort_by(|a, b| (a.phase, &a.name).cmp(&(b.phase, &b.name)));
    Ok(items)
}

/// The total of the items of a phase.
pub(crate) fn total(items: &[Item], phase: Phase) -> Weight {
    items.iter().filter(|item| item.phase == phase).map(|item| item.weight).sum()
}

impl Weight {
    /// The size of a file. If it has compressed copies beside it, a server sends those.
    fn of(path: &Path) -> io::Result<Self> {
        let bytes = fs::read(path)?;
        let length = |encoding| packed(path, &bytes, encoding).map(|sent| sent.len());
        Ok(Self { raw: bytes.len(), gzip: length(Encoding::Gzip)?, brotli: length(Encoding::Brotli)? })
    }
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), Add::add)
    }
}

/// Adds the files for which `phase` gives a phase.
fn add_folder(
    folder: &Path,
    prefix: &str,
    phase: &impl Fn(&str) -> Option<Phase>,
    items: &mut Vec<Item>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add_folder(&entry.path(), &format!("{name}/"), phase, items)?;
        } else if let Some(phase) = phase(&name).filter(|_| !is_copy(&entry.path())) {
            let weight = Weight::of(&entry.path())?;
            items.push(Item { name, phase, weight });
        }
    }
    Ok(())
}

/// Whether a file is a compressed copy of the one beside it.
fn is_copy(path: &Path) -> bool {
    let ending = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
    ending && path.with_extension("").is_file()
}

/// The compression of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Gzip,
    Brotli,
}

/// The compressed content of a file: the copy beside it, or else its bytes, compressed here.
pub(crate) fn packed(path: &Path, bytes: &[u8], encoding: Encoding) -> io::Result<Vec<u8>> {
    let ending = match encoding {
        Encoding::Gzip => "gz",
        Encoding::Brotli => "br",
    };
    fs::read(format!("{}.{ending}", path.display())).or_else(|_| match encoding {
        Encoding::Gzip => gzip(bytes),
        Encoding::Brotli => brotli(bytes),
    })
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    io::copy(&mut GzEncoder::new(bytes, Compression::best()), &mut packed)?;
    Ok(packed)
}

/// Compresses with brotli.
pub(crate) fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(phase: Phase, bytes: usize) -> Item {
        let weight = Weight { raw: bytes, gzip: bytes / 2, brotli: bytes / 4 };
        Item { name: String::new(), phase, weight }
    }

    #[test]
    fn a_total_counts_only_its_own_phase() {
        let items =
            [item(Phase::Program, 100), item(Phase::Program, 400), item(Phase::First, 8), item(Phase::Later, 40)];
        assert_eq!(total(&items, Phase::Program), Weight { raw: 500, gzip: 250, brotli: 125 });
        assert_eq!(total(&items, Phase::Data), Weight::default());
    }

    #[test]
    fn repetitive_text_compresses_well() {
        let text = "at least five thousand people ".repeat(100);
        let file = std::env::temp_dir().join(format!("footnoted-weighed-{}", std::process::id()));
        fs::write(&file, &text).unwrap();
        let weight = Weight::of(&file).unwrap();
        fs::remove_file(&file).unwrap();
        assert_eq!(weight.raw, 3000);
        assert!(weight.gzip < 100 && weight.brotli < 100, "{weight:?}");
    }

    #[test]
    fn a_folder_is_measured_with_its_subfolders_but_without_compressed_copies() {
        let folder = std::env::temp_dir().join(format!("footnoted-weight-{}", std::process::id()));
        fs::create_dir_all(folder.join("charts")).unwrap();
        for (name, text) in
            [("index.html", "<p>5"), ("index.html.br", "copy"), ("charts/a.csv", "a,b"), ("b.gz", "own")]
        {
            fs::write(folder.join(name), text).unwrap();
        }
        let weighed = super::folder(&folder, |_| true);
        fs::remove_dir_all(&folder).unwrap();
        let weighed = weighed.unwrap();
        assert_eq!(weighed[0].weight.brotli, "copy".len(), "the copy that a server sends was not measured");
        let weighed: Vec<_> = weighed.into_iter().map(|item| (item.name, item.weight.raw)).collect();
        assert_eq!(
            weighed,
            [("index.html", 4), ("b.gz", 3), ("charts/a.csv", 3)].map(|(name, raw)| (name.to_owned(), raw))
        );
    }
}
