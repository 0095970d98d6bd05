//! Editions for tests: folders with a `dashboard.json` and `seeds/`, made to try the engine on. No test of the engine
//! reads the edition that is published, so that a curator's edit cannot break one.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the edition of this name, such as `cambodia`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of its `dashboard.json`.
///
/// # Errors
/// When there is no such edition.
pub fn text(name: &str) -> std::io::Result<String> {
    fs::read_to_string(folder(name).join("dashboard.json"))
}
