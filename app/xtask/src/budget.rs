//! What the page may cost: a phone on a slow line pays for every byte.

use std::path::Path;

use anyhow::{Result, bail};

use crate::page;
use crate::view::Phase;
use crate::weight::{self, Item};

/// The most that each part of the first view may come to after brotli, in bytes.
const LIMITS: [Limit; 3] = [
    Limit { what: "html and css, all that the figures wait for,", part: Some(Phase::Figures), most: 25_000 },
    Limit { what: "js and wasm", part: Some(Phase::Program), most: 164_000 },
    Limit { what: "the whole first view", part: None, most: 200_000 },
];

struct Limit {
    what: &'static str,
    /// A part of the first view, or all of it.
    part: Option<Phase>,
    most: usize,
}

/// Weighs the first view of the page in dist/ and prints what it comes to.
pub(crate) fn check() -> Result<()> {
    page::built()?;
    judge(&weight::folder(Path::new(page::DIST))?)
}

fn judge(items: &[Item]) -> Result<()> {
    let mut over = Vec::new();
    for Limit { what, part, most } in LIMITS {
        let found = part.map_or_else(|| weight::first_view(items), |part| weight::total(items, part)).brotli;
        let line = format!("{what} come to {found} bytes after brotli; {most} are allowed");
        match found {
            0 => bail!("{what} are not in {}/", page::DIST),
            _ if found > most => over.push(line),
            _ => println!("{line}."),
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    bail!("the page is too heavy: {}. `cargo xtask bench` shows where it is", over.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weight::Weight;

    fn page(figures: usize, program: usize, data: usize) -> Vec<Item> {
        let parts =
            [(Phase::Figures, figures), (Phase::Program, program), (Phase::Data, data), (Phase::Later, 900_000)];
        let weight = |brotli| Weight { raw: brotli, gzip: brotli, brotli };
        parts.map(|(phase, brotli)| Item { name: String::new(), phase, weight: weight(brotli) }).into()
    }

    #[test]
    fn a_page_at_its_limits_passes() {
        judge(&page(25_000, 164_000, 11_000)).unwrap();
    }

    #[test]
    fn each_part_has_its_own_limit() {
        for (heavy, what) in [
            (page(25_001, 100_000, 9_000), "html and css"),
            (page(20_000, 164_001, 9_000), "js and wasm"),
            (page(25_000, 164_000, 11_001), "the whole first view"),
        ] {
            let error = judge(&heavy).unwrap_err().to_string();
            assert!(error.starts_with(&format!("the page is too heavy: {what}")), "{error}");
            assert_eq!(error.matches("come to").count(), 1, "{error}");
        }
    }

    #[test]
    fn all_that_is_too_heavy_is_said_at_once() {
        let error = judge(&page(30_000, 170_000, 9_000)).unwrap_err().to_string();
        assert!(error.contains("30000") && error.contains("170000"), "{error}");
    }

    #[test]
    fn a_page_without_script_has_not_been_weighed() {
        assert!(judge(&page(20_000, 0, 9_000)).is_err());
    }
}
