//! Warns of articles without a valid record, and of records without an article. Records show which text was read.
//!
//! Records are not published, so these are never errors.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use model::{Dashboard, Date, Source};
use serde_json::Value;

use crate::bytes;
use crate::finding::Finding;
use crate::outline::Outline;

/// The warnings about the records in a folder.
pub fn warnings(dashboard: &Dashboard, folder: &Path, outline: &Outline<'_>) -> Vec<Finding> {
    let records = records(folder);
    let name = folder.display();
    if records.is_empty() {
        let message = format!(
            "no article has a record in {name}, so the text that was read is not documented: write one for each with cargo curate new record, or go on without"
        );
        return vec![Finding::warning("sources", message, outline)];
    }
    let mut warnings = Vec::new();
    for (place, source) in dashboard.sources.iter().enumerate() {
        let found = match records.get(&source.id) {
            None => Some("has no record of the text that was read: write it with cargo curate new record".to_owned()),
            Some(Ok(record)) => fault(record, source).map(|fault| format!("has a record, but {fault}")),
            Some(Err(refusal)) => {
                let message = format!("\"{}\" has a record that cannot be read: {refusal}", source.id);
                warnings.push(Finding::warning(&format!("sources[{place}].id"), message, outline));
                None
            }
        };
        if let Some(found) = found {
            let message = format!("\"{}\" {found} ({name}/{}.json)", source.id, source.id);
            warnings.push(Finding::warning(&format!("sources[{place}].id"), message, outline));
        }
    }
    for id in records.keys().filter(|id| dashboard.source(id).is_none()) {
        let message = format!(
            "no article has the id of the record {name}/{id}.json: remove it, or rename it if the article has another id now"
        );
        warnings.push(Finding::warning("sources", message, outline));
    }
    warnings
}

/// The records of a folder by file name; each is an error if it cannot be read.
fn records(folder: &Path) -> BTreeMap<String, Result<Value, String>> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let record = |file: std::path::PathBuf| {
        let id = file.file_name()?.to_str()?.strip_suffix(".json")?.to_owned();
        let record = bytes::text(&file).map(|text| serde_json::from_str(&text).unwrap_or_default());
        Some((id, record))
    };
    files.filter_map(record).collect()
}

/// The message for an invalid record of an article.
fn fault(record: &Value, source: &Source) -> Option<String> {
    let text = |key: &str| record.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
    let hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let day = |words: &str| Date::parse(words).is_some_and(|date| date.start().day.is_some());
    if !record.is_object() {
        return Some("it cannot be read: compare it with another".into());
    }
    if text("id") != Some(&source.id) {
        return Some("its \"id\" is that of another article: correct it, or the name of the file".into());
    }
    if text("address") != source.url.as_deref() {
        let read = text("address").unwrap_or("no address");
        return Some(format!(
            "its text was read at {read}: correct \"address\", or read the article and record it again"
        ));
    }
    let counted = record.get("length").and_then(Value::as_u64).is_some_and(|length| length > 0);
    if !counted || !text("sha256").is_some_and(hash) {
        return Some("its \"length\" or \"sha256\" is invalid: record the text again".into());
    }
    if text("copy").is_none() {
        return Some("\"copy\" is missing: say which copy was read".into());
    }
    if !text("read").is_some_and(day) {
        return Some("\"read\" is not a day: write the year, month and day on which the text was read".into());
    }
    None
}
