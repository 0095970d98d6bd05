//! The first view: what a browser fetches to show the page, as index.html tells it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// When a reader pays for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    /// The figures stand as soon as this is there.
    Figures,
    /// What brings them up to date.
    Program,
    /// What comes while the figures stand: the data, and style that nothing waits for.
    Data,
    /// Nothing that belongs to the first view.
    Later,
}

/// The files of the first view.
pub(crate) struct View {
    /// What the head of the page asks for.
    loaded: Vec<String>,
    /// What its end asks for.
    linked_last: Vec<String>,
}

/// The file that a browser fetches first.
pub(crate) const PAGE: &str = "index.html";
/// Where the data lies in a site.
pub(crate) const DATA: &str = "data/dashboard.json";

impl View {
    /// Reads it off the page in a folder.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let path = folder.join(PAGE);
        let html = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let view = Self::read(&html);
        for file in view.loaded.iter().chain(&view.linked_last) {
            ensure!(folder.join(file).is_file(), "{} loads {file}, which is not there", path.display());
        }
        Ok(view)
    }

    fn read(html: &str) -> Self {
        let (head, body) = html.split_once("<body").unwrap_or((html, ""));
        Self { loaded: loaded(head), linked_last: loaded(body) }
    }

    /// When a reader pays for this file of the folder.
    pub(crate) fn phase(&self, name: &str) -> Phase {
        if name == PAGE {
            return Phase::Figures;
        }
        if name == DATA || self.linked_last.iter().any(|linked| linked == name) {
            return Phase::Data;
        }
        match self.loaded.iter().any(|loaded| loaded == name) {
            true if name.ends_with(".css") => Phase::Figures,
            true => Phase::Program,
            false => Phase::Later,
        }
    }
}

/// What a page loads at once: styles and scripts, and what its scripts are told to load.
fn loaded(html: &str) -> Vec<String> {
    let tags = html.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let addresses = tags.flat_map(|tag| match tag.split_whitespace().next() {
        Some("link") if attribute(tag, "rel").is_some_and(is_loaded) => vec![attribute(tag, "href")],
        Some("script") => ["src", "data-app", "data-wasm"].map(|name| attribute(tag, name)).to_vec(),
        _ => Vec::new(),
    });
    addresses.flatten().map(|address| address.trim_start_matches("./").to_owned()).collect()
}

fn is_loaded(relation: &str) -> bool {
    ["stylesheet", "modulepreload", "preload"].contains(&relation)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = r#"<!doctype html><html><head>
        <link rel="icon" href="favicon.svg"><link rel="stylesheet" href="page-1f.css">
        <script type="application/ld+json">{"name": "Figures"}</script>
        <script async src="start-2e.js" data-app="./footnoted-3d.js" data-wasm="./footnoted-3d_bg.wasm"></script>
        </head><body><p>1 &lt; 2</p><a href="figures.csv">All figures</a><link rel="stylesheet" href="later-4f.css"></body></html>"#;

    #[test]
    fn a_file_is_paid_for_when_the_page_asks_for_it() {
        let view = View::read(HTML);
        for (name, phase) in [
            ("index.html", Phase::Figures),
            ("page-1f.css", Phase::Figures),
            ("start-2e.js", Phase::Program),
            ("footnoted-3d.js", Phase::Program),
            ("footnoted-3d_bg.wasm", Phase::Program),
            ("data/dashboard.json", Phase::Data),
            ("later-4f.css", Phase::Data),
            ("favicon.svg", Phase::Later),
            ("figures.csv", Phase::Later),
            ("standalone.html", Phase::Later),
            ("embed.js", Phase::Later),
        ] {
            assert_eq!(view.phase(name), phase, "{name}");
        }
    }

    #[test]
    fn a_folder_without_a_page_is_named() {
        let error = View::of(Path::new("no-such-folder")).err().unwrap();
        assert_eq!(error.to_string(), "no-such-folder/index.html cannot be read");
    }
}
