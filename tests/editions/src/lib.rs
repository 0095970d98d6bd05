//! Editions for tests: folders with a `dashboard.json` and `seeds/`, made to try the engine on, and generated ones of any
//! size. No test of the engine reads the edition that is published, so that a curator's edit cannot break one.

mod amount;
mod article;
mod chart;
mod choice;
mod generated;
mod subject;
mod turned;
mod wild;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

pub use generated::{generated, with_wrong};
pub use turned::{turned, turned_back};
pub use wild::wild;

/// The editions that stand here as folders.
pub const ALL: [&str; 6] = ["cambodia", "grown", "least", "letters", "schools", "scripts"];

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

/// A list of the file under its key.
fn list(key: &str, items: &[String]) -> String {
    if items.is_empty() { format!("  \"{key}\": []") } else { format!("  \"{key}\": [\n{}\n  ]", items.join(",\n")) }
}
