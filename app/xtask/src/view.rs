//! Reads from index.html which files of a site a browser fetches, and when.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// When a browser fetches a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    /// For the first view: the page, its styles and the start script.
    First,
    /// At a reader's first action: the answering program.
    Program,
    /// When the page is drawn again: the drawing program.
    Drawing,
    /// When the browser is idle: the live data, which is compared with the page.
    Data,
    /// Never by the page itself.
    Later,
}

/// The files that a page names.
pub(crate) struct View {
    /// Styles and scripts, fetched at once.
    first: Vec<String>,
    /// The answering program and the drawing program, named in attributes of the start script.
    program: Vec<String>,
    drawing: Vec<String>,
}

/// The file that a browser fetches first.
pub(crate) const PAGE: &str = "index.html";
/// The path of the data in a site.
pub(crate) const DATA: &str = "data/dashboard.json";

impl View {
    /// Reads the page in a folder.
    pub(crate) fn of(folder: &Path) -> Result<Self> {
        let path = folder.join(PAGE);
        let html = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let view = Self::read(&html);
        for file in view.first.iter().chain(&view.program).chain(&view.drawing) {
            ensure!(folder.join(file).is_file(), "{} loads {file}, which does not exist", path.display());
        }
        Ok(view)
    }

    fn read(html: &str) -> Self {
        let tags = html.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
        let (mut first, mut program, mut drawing) = (Vec::new(), Vec::new(), Vec::new());
        for tag in tags {
            match tag.split_whitespace().next() {
                Some("link") if attribute(tag, "rel").is_some_and(is_loaded) => first.extend(address(tag, "href")),
                Some("script") => {
                    first.extend(address(tag, "src"));
                    program.extend(["data-app", "data-wasm"].into_iter().filter_map(|name| address(tag, name)));
                    drawing.extend(["data-draw", "data-drawing"].into_iter().filter_map(|name| address(tag, name)));
                }
                _ => {}
            }
        }
        Self { first, program, drawing }
    }

    /// When a browser fetches this file of the folder.
    pub(crate) fn phase(&self, name: &str) -> Phase {
        let is_among = |files: &[String]| files.iter().any(|file| file == name);
        if name == PAGE || is_among(&self.first) {
            Phase::First
        } else if is_among(&self.program) {
            Phase::Program
        } else if is_among(&self.drawing) {
            Phase::Drawing
        } else if name == DATA {
            Phase::Data
        } else {
            Phase::Later
        }
    }
}

/// An address in an attribute, relative to the page.
fn address(tag: &str, name: &str) -> Option<String> {
    Some(attribute(tag, name)?.trim_start_matches("./").to_owned())
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
        <script async src="start-2e.js" data-app="./footnoted-3d.js" data-wasm="./footnoted-3d_bg.wasm"
            data-draw="./drawing-5a.js" data-drawing="./drawing-5a_bg.wasm"></script>
        </head><body><p>1 &lt; 2</p><a href="figures.csv">All figures</a><link rel="stylesheet" href="later-4f.css"></body></html>"#;

    #[test]
    fn each_file_has_the_phase_in_which_the_page_fetches_it() {
        let view = View::read(HTML);
        for (name, phase) in [
            ("index.html", Phase::First),
            ("page-1f.css", Phase::First),
            ("later-4f.css", Phase::First),
            ("start-2e.js", Phase::First),
            ("footnoted-3d.js", Phase::Program),
            ("footnoted-3d_bg.wasm", Phase::Program),
            ("drawing-5a.js", Phase::Drawing),
            ("drawing-5a_bg.wasm", Phase::Drawing),
            ("data/dashboard.json", Phase::Data),
            ("favicon.svg", Phase::Later),
            ("figures.csv", Phase::Later),
            ("standalone.html", Phase::Later),
            ("embed.js", Phase::Later),
        ] {
            assert_eq!(view.phase(name), phase, "{name}");
        }
    }

    #[test]
    fn the_error_for_a_folder_without_a_page_names_it() {
        let error = View::of(Path::new("no-such-folder")).err().unwrap();
        assert_eq!(error.to_string(), "no-such-folder/index.html cannot be read");
    }
}
