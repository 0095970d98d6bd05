//! What the page weighed at the last release: what a change is measured against.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::view::Phase;
use crate::weight::{self, Item, Weight};

const FILE: &str = "app/xtask/last-release.toml";

/// The parts of the first view, by the names that they have in the file.
const PARTS: [(&str, Phase); 3] = [("figures", Phase::Figures), ("program", Phase::Program), ("data", Phase::Data)];

/// The weights of a release.
pub(crate) struct Release {
    pub(crate) version: String,
    parts: Vec<(Phase, Weight)>,
}

impl Release {
    /// The last release, as it is kept in the repository.
    pub(crate) fn last() -> Result<Self> {
        let text = fs::read_to_string(FILE).with_context(|| format!("{FILE} cannot be read"))?;
        let table = text.parse().with_context(|| format!("{FILE} is not TOML"))?;
        Self::read(&table).with_context(|| format!("{FILE} lacks a figure; `cargo xtask bench --keep` writes it anew"))
    }

    /// Keeps these weights as those of the last release.
    pub(crate) fn keep(items: &[Item]) -> Result<()> {
        fs::write(FILE, written(items)).with_context(|| format!("{FILE} cannot be written"))?;
        println!("{} now says what the page weighs.", Path::new(FILE).display());
        Ok(())
    }

    /// The weight of a part of the first view, or of all of it.
    pub(crate) fn weight(&self, part: Option<Phase>) -> Weight {
        let parts = self.parts.iter().filter(|(phase, _)| part.is_none_or(|part| part == *phase));
        parts.map(|(_, weight)| *weight).sum()
    }

    #[cfg(test)]
    pub(crate) fn of(version: &str, items: &[Item]) -> Self {
        let parts = PARTS.map(|(_, phase)| (phase, weight::total(items, phase)));
        Self { version: version.to_owned(), parts: parts.into() }
    }

    fn read(table: &toml::Table) -> Option<Self> {
        let version = table.get("version")?.as_str()?.to_owned();
        let part = |(name, phase): (&str, Phase)| {
            let part = table.get(name)?.as_table()?;
            let bytes = |kind| usize::try_from(part.get(kind)?.as_integer()?).ok();
            Some((phase, Weight { raw: bytes("raw")?, gzip: bytes("gzip")?, brotli: bytes("brotli")? }))
        };
        Some(Self { version, parts: PARTS.into_iter().map(part).collect::<Option<_>>()? })
    }
}

fn written(items: &[Item]) -> String {
    let head = "# What the first view of the page weighed at the last release, in bytes. `cargo xtask bench --keep` writes it.\n";
    let version = format!("version = \"{}\"\n", env!("CARGO_PKG_VERSION"));
    let parts = PARTS.map(|(name, phase)| {
        let Weight { raw, gzip, brotli } = weight::total(items, phase);
        format!("\n[{name}]\nraw = {raw}\ngzip = {gzip}\nbrotli = {brotli}\n")
    });
    head.to_owned() + &version + &parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let weight = |raw| Weight { raw, gzip: raw / 3, brotli: raw / 4 };
        let items = [
            Item { name: "index.html".to_owned(), phase: Phase::Figures, weight: weight(1200) },
            Item { name: "page-1f.css".to_owned(), phase: Phase::Figures, weight: weight(120) },
            Item { name: "a_bg.wasm".to_owned(), phase: Phase::Program, weight: weight(12_000) },
            Item { name: "figures.csv".to_owned(), phase: Phase::Later, weight: weight(24) },
        ];
        let release = Release::read(&written(&items).parse().unwrap()).unwrap();
        assert_eq!(release.version, env!("CARGO_PKG_VERSION"));
        assert_eq!(release.weight(Some(Phase::Figures)), weight(1320));
        assert_eq!(release.weight(Some(Phase::Data)), weight(0));
        assert_eq!(release.weight(None), weight(13_320));
    }

    #[test]
    fn a_file_that_lacks_a_figure_is_not_read() {
        assert!(Release::read(&"version = \"1.0.0\"\n[figures]\nraw = 3\n".parse().unwrap()).is_none());
    }
}
