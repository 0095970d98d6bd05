//! Every article of the real data has its record in `seeds/`, and every record its article.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use model::Dashboard;
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn seeds() -> BTreeMap<String, Value> {
    let folder = fs::read_dir(Path::new(ROOT).join("tests/editions/cambodia/seeds")).unwrap();
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    };
    folder.map(read).collect()
}

#[test]
fn every_article_has_a_record_and_every_record_an_article() {
    let text = fs::read_to_string(Path::new(ROOT).join("tests/editions/cambodia/dashboard.json")).unwrap();
    let dashboard = Dashboard::parse(&text).unwrap();
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
fn a_record_says_when_and_from_where_and_which_text_was_read() {
    for (id, seed) in seeds() {
        assert!(seed["length"].as_u64().is_some_and(|length| length > 0), "{id}");
        let hash = seed["sha256"].as_str().unwrap();
        assert!(hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{id}");
        assert!(seed["copy"].as_str().is_some_and(|copy| !copy.is_empty()), "{id}");
        let read = seed["read"].as_str().unwrap();
        assert!(model::Date::parse(read).is_some_and(|date| date.start().day.is_some()), "{id}: {read}");
    }
}
