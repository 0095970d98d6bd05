//! The paths of the built pages, programs and files that the tests use.

use std::env;
use std::path::{Path, PathBuf};

/// The folder with the built page.
pub fn dist() -> PathBuf {
    env::var_os("FOOTNOTED_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The folder with the built page of the edition in many scripts, if it was built.
pub fn letters() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_LETTERS").map(PathBuf::from)
}

/// The golden file of a chart, from the tests of the crate `chart`.
pub fn golden(chart: &str, frame: &str) -> PathBuf {
    root().join(format!("app/chart/tests/golden/{chart}-{frame}.svg"))
}

/// The folder with datasets that have mistakes, and with the messages that the check prints for each.
pub fn wrong_datasets() -> PathBuf {
    root().join("app/model/tests/wrong")
}

/// The path or name of ChromeDriver.
pub fn chromedriver() -> PathBuf {
    env::var_os("FOOTNOTED_CHROMEDRIVER").map_or_else(|| "chromedriver".into(), PathBuf::from)
}

/// The path of Chromium, if ChromeDriver does not find it by itself.
pub fn chromium() -> Option<String> {
    env::var("FOOTNOTED_CHROMIUM").ok()
}

/// The path of Firefox, if it is on this machine.
pub fn firefox() -> Option<String> {
    env::var("FOOTNOTED_FIREFOX").ok()
}

/// The path of geckodriver, if it is on this machine.
pub fn geckodriver() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_GECKODRIVER").map(PathBuf::from)
}

/// The path of nginx, if it is on this machine.
pub fn nginx() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_NGINX").map(PathBuf::from)
}

/// The documentation for web hosts.
pub fn hosting() -> PathBuf {
    root().join("docs/hosting.md")
}

/// The script of axe-core, if it is on this machine.
pub fn axe() -> Option<PathBuf> {
    env::var_os("FOOTNOTED_AXE").map(PathBuf::from)
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
