//! Editions for tests: folders with a `dashboard.json` and `seeds/`, and generated editions of any size. No test of the
//! engine reads the published edition, so a curator's edit cannot break a test.

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

/// The names of the editions in folders.
pub const ALL: [&str; 6] = ["cambodia", "grown", "least", "letters", "schools", "scripts"];

/// The folder of the edition with this name, such as `cambodia`.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of the `dashboard.json` of an edition.
///
/// # Errors
/// When there is no edition with this name.
pub fn text(name: &str) -> std::io::Result<String> {
    fs::read_to_string(folder(name).join("dashboard.json"))
}

/// A key of the data with its list.
fn list(key: &str, items: &[String]) -> String {
    if items.is_empty() { format!("  \"{key}\": []") } else { format!("  \"{key}\": [\n{}\n  ]", items.join(",\n")) }
}
