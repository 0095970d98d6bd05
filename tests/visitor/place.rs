//! Where the things under test are.

use std::env;
use std::path::{Path, PathBuf};

/// The folder with the built page.
pub fn dist() -> PathBuf {
    env::var_os("FOOTNOTED_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The folder with the built page of the edition in many scripts, if it is on this machine.
pub fn letters() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_LETTERS").map(PathBuf::from)
}

/// The drawing that the chart crate's own tests hold to be right.
pub fn golden(chart: &str, frame: &str) -> PathBuf {
    root().join(format!("app/chart/tests/golden/{chart}-{frame}.svg"))
}

/// Datasets with mistakes in them, each beside the words in which the command line explains it.
pub fn wrong_datasets() -> PathBuf {
    root().join("app/model/tests/wrong")
}

/// ChromeDriver, by path or by name.
pub fn chromedriver() -> PathBuf {
    env::var_os("FOOTNOTED_CHROMEDRIVER").map_or_else(|| "chromedriver".into(), PathBuf::from)
}

/// Chromium, if it is somewhere else than where ChromeDriver looks.
pub fn chromium() -> Option<String> {
    env::var("FOOTNOTED_CHROMIUM").ok()
}

/// Firefox, if it is on this machine.
pub fn firefox() -> Option<String> {
    env::var("FOOTNOTED_FIREFOX").ok()
}

/// geckodriver, if it is on this machine.
pub fn geckodriver() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_GECKODRIVER").map(PathBuf::from)
}

/// nginx, if it is on this machine.
pub fn nginx() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_NGINX").map(PathBuf::from)
}

/// What web hosts are told about the page.
pub fn hosting() -> PathBuf {
    root().join("docs/hosting.md")
}

/// The rules of axe-core, if they are on this machine.
pub fn axe() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_AXE").map(PathBuf::from)
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
