//! Every article has a record in `seeds/`, and every record an article; the check warns of those that have none.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use model::Dashboard;
use serde_json::{Value, json};
use support::{curate, data, stdout};

fn seeds() -> BTreeMap<String, Value> {
    let folder = fs::read_dir(editions::folder("cambodia").join("seeds")).unwrap();
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    };
    folder.map(read).collect()
}

#[test]
fn every_article_has_a_record_and_every_record_an_article() {
    let dashboard = Dashboard::parse(&data()).unwrap();
    let seeds = seeds();
    let mut sources: Vec<&str> = dashboard.sources.iter().map(|source| source.id.as_str()).collect();
    sources.sort_unstable();
    assert_eq!(sources, seeds.keys().map(String::as_str).collect::<Vec<_>>());
    for source in &dashboard.sources {
        let seed = &seeds[&source.id];
        assert_eq!(seed["id"].as_str(), Some(source.id.as_str()));
        assert_eq!(seed["address"].as_str(), source.url.as_deref(), "{}", source.id);
    }
}

#[test]
fn a_record_has_the_day_the_address_and_the_hash_of_the_text() {
    for (id, seed) in seeds() {
        assert!(seed["length"].as_u64().is_some_and(|length| length > 0), "{id}");
        let hash = seed["sha256"].as_str().unwrap();
        assert!(hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{id}");
        assert!(seed["copy"].as_str().is_some_and(|copy| !copy.is_empty()), "{id}");
        let read = seed["read"].as_str().unwrap();
        assert!(model::Date::parse(read).is_some_and(|date| date.start().day.is_some()), "{id}: {read}");
    }
}

/// A writable copy of the edition.
fn copy(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seeds").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("seeds")).unwrap();
    fs::write(folder.join("dashboard.json"), data()).unwrap();
    for (id, record) in seeds() {
        fs::write(folder.join(format!("seeds/{id}.json")), record.to_string()).unwrap();
    }
    folder
}

/// The warnings about the records of an edition without errors.
fn warned(folder: &Path) -> Vec<(String, String)> {
    let output = curate(&["check", "--format", "json", "--data", &folder.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |warning: &Value, key: &str| warning[key].as_str().unwrap().to_owned();
    let all = report["warnings"].as_array().unwrap().iter();
    let all = all.map(|warning| (text(warning, "path"), text(warning, "message")));
    all.filter(|(_, message)| message.contains("record")).collect()
}

#[test]
fn complete_records_cause_no_warning() {
    assert_eq!(warned(&copy("whole")), []);
}

#[test]
fn an_article_without_a_record_and_a_record_without_an_article_are_named() {
    let folder = copy("renamed");
    fs::rename(folder.join("seeds/jurist.json"), folder.join("seeds/jurists.json")).unwrap();
    let warnings = warned(&folder);
    let place =
        |words: &str| warnings.iter().find(|(_, message)| message.contains(words)).map(|(path, _)| path.as_str());
    assert_eq!(place("\"jurist\" has no record of the text that was read"), Some("sources[3].id"), "{warnings:?}");
    assert_eq!(place("no article has the id of the record "), Some("sources"), "{warnings:?}");
    assert_eq!(warnings.len(), 2, "{warnings:?}");
}

#[test]
fn an_edition_without_records_has_one_warning() {
    let folder = copy("none");
    fs::remove_dir_all(folder.join("seeds")).unwrap();
    fs::create_dir(folder.join("seeds")).unwrap();
    let warnings = warned(&folder);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].1.starts_with("no article has a record in ") && warnings[0].1.contains("or go on without"));
}

#[test]
fn a_record_of_another_article_or_an_incomplete_one_is_a_warning() {
    for (key, value, words) in [
        ("id", json!("newser"), "its \"id\" is that of another article"),
        ("address", json!("https://www.example.org/other"), "its text was read at https://www.example.org/other"),
        ("address", Value::Null, "its text was read at no address"),
        ("length", json!(0), "its \"length\" or \"sha256\" is invalid"),
        ("sha256", json!("abc"), "its \"length\" or \"sha256\" is invalid"),
        ("copy", json!(" "), "\"copy\" is missing"),
        ("read", json!("2026-11"), "\"read\" is not a day"),
    ] {
        let folder = copy("faulty");
        let mut record = seeds()["guardian"].clone();
        record[key] = value;
        fs::write(folder.join("seeds/guardian.json"), record.to_string()).unwrap();
        let warnings = warned(&folder);
        assert_eq!(warnings.len(), 1, "{key}: {warnings:?}");
        assert!(warnings[0].0 == "sources[0].id" && warnings[0].1.contains(words), "{key}: {warnings:?}");
    }
    let folder = copy("broken");
    fs::write(folder.join("seeds/guardian.json"), "{").unwrap();
    assert!(warned(&folder)[0].1.contains("it cannot be read: compare it with another"));
}
