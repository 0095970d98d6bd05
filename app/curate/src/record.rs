//! `cargo curate new record`: writes the record of an article's text, with the copy and the day of reading.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use curate::items::items;
use curate::normal::RECORDED;
use curate::seed::fingerprint;
use model::{Date, Source};
use serde_json::{Value, json};

/// The copy of an article's text that was read, and when.
#[derive(clap::Args)]
pub(crate) struct NewRecord {
    /// The id of the article in "sources".
    id: String,
    /// The file with the text that was read.
    #[arg(long)]
    pub(crate) text: PathBuf,
    /// The day on which it was read, such as 2026-11-22.
    #[arg(long)]
    read: String,
    /// The kind of copy, such as "the article's own page, without menus".
    #[arg(long)]
    copy: String,
    /// The folder of records; by default, the edition's.
    #[arg(long)]
    seeds: Option<PathBuf>,
}

impl NewRecord {
    /// Writes the record into the folder of records, and returns the message to print.
    ///
    /// # Errors
    /// A message, if the dashboard lacks the article, or its record exists.
    pub(crate) fn write(&self, dashboard: &str, text: &str, seeds: &Path) -> Result<String, String> {
        let id = &self.id;
        let sources = items(dashboard)
            .map_err(|error| format!("the data file is not valid JSON (line {}): correct it first", error.line()))?
            .unwrap_or_default();
        let source = sources.iter().find(|source| source.get("id").and_then(Value::as_str) == Some(id));
        let source = source.ok_or_else(|| format!("no article has the id \"{id}\": add it to \"sources\" first"))?;
        let day = matches!(Date::parse(&self.read), Some(Date::Day(day)) if day.day.is_some());
        if !day {
            return Err(format!("\"{}\" is not a day: write year, month and day, such as 2026-11-22", self.read));
        }
        if text.trim().is_empty() || self.copy.trim().is_empty() {
            return Err("the text or its \"copy\" is empty: give both".into());
        }
        let (length, sha256) = fingerprint(text);
        let address = Source::of_csl(&source.to_string()).and_then(|source| source.url);
        let lines = [
            Some(("id", json!(id))),
            address.map(|address| ("address", json!(address))),
            Some(("copy", json!(self.copy))),
            Some(("read", json!(self.read))),
            Some(("normalisation", json!(RECORDED))),
            Some(("length", json!(length))),
            Some(("sha256", json!(sha256))),
        ];
        let lines: Vec<String> =
            lines.into_iter().flatten().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
        let path = self.seeds.as_deref().unwrap_or(seeds).join(format!("{id}.json"));
        write_new(&path, id, &format!("{{\n{}\n}}\n", lines.join(",\n")))?;
        Ok(format!("{}: the text of \"{id}\" is recorded, {length} characters\n", path.display()))
    }
}

/// Writes a new file, and makes its folder if necessary.
fn write_new(path: &Path, id: &str, text: &str) -> Result<(), String> {
    let name = path.display();
    if id.contains(['/', '\\', ':']) || id.starts_with('.') {
        return Err(format!("\"{id}\" cannot be the name of a file: give the article a shorter id, such as guardian"));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => format!("{name} exists already: if another text was read, remove it first"),
        _ => format!("{name} cannot be written: {error}"),
    })?;
    file.write_all(text.as_bytes()).map_err(|error| format!("{name} cannot be written: {error}"))
}
