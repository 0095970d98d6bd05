//! A published file has no private keys of articles; the rest of it is the same, byte for byte.

#![expect(clippy::unwrap_used, reason = "a test whose dataset cannot be read has failed")]

mod support;

use model::{CSL_KEYS, Dashboard, PRIVATE_KEYS, Publication};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{REAL, accepted, minimal};

/// The smallest dataset, with more keys in its one article.
fn with(entries: &Json) -> Json {
    let mut dataset = minimal();
    let source = dataset["sources"][0].as_object_mut().unwrap();
    source.extend(entries.as_object().unwrap().clone());
    dataset
}

/// The published dataset, and the keys that were left out.
fn published(dataset: &Json) -> (Json, Vec<String>) {
    let publication = Publication::of(&dataset.to_string());
    let keys = publication.left_out.into_iter().map(|left| left.key).collect();
    (serde_json::from_str(&publication.text).unwrap(), keys)
}

/// Private keys as Zotero, "Better CSL JSON" and "BetterBibTeX JSON" write them.
fn secrets() -> Json {
    json!({
        "note": "section: World\nSECRET: ask Ana about this",
        "annote": "SECRET",
        "abstract": "SECRET",
        "keyword": "SECRET,to read",
        "categories": ["SECRET"],
        "citation-key": "SECRET2026",
        "custom": { "itemKey": "SECRET" },
        "file": "/home/SECRET/Zotero/storage/AB2CD3EF/paper.pdf",
        "attachments": [{ "path": "C:\\Users\\SECRET\\a.pdf", "tags": [{ "tag": "SECRET" }], "title": "{]\"SECRET" }],
        "tags": [{ "tag": "SECRET", "type": 1 }],
        "notes": ["<p>SECRET</p>"],
        "collections": ["SECRET"],
        "relations": { "dc:relation": ["SECRET"] },
        "extra": "SECRET",
        "call-number": "SECRET",
        "status": "SECRET",
        "locator": "SECRET"
    })
}

#[test]
fn private_keys_of_an_article_are_accepted_and_not_published() {
    let dataset = with(&secrets());
    accepted(&dataset);
    let (file, keys) = published(&dataset);
    assert!(!file.to_string().contains("SECRET"), "{file}");
    assert_eq!(keys.len(), secrets().as_object().unwrap().len());
    let mut expected = minimal();
    let mut sorted = keys.clone();
    sorted.sort();
    expected["left_out"] = json!(sorted);
    assert_eq!(file, expected);
    assert_eq!(accepted(&file).left_out, sorted);
}

#[test]
fn keys_for_a_citation_are_published() {
    let cited = json!({
        "title": "A title", "author": [{ "family": "Gogh", "given": "Vincent", "non-dropping-particle": "van" }],
        "editor": [{ "literal": "An editor" }], "container-title": "The Paper", "container-title-short": "Paper",
        "publisher": "A publisher", "publisher-place": "London", "issued": { "date-parts": [[2026, 1, 21]], "circa": true },
        "accessed": { "date-parts": [["2026", 1, 22]] }, "language": "en-GB", "page": "1-2", "volume": "12", "issue": 3,
        "section": "World", "genre": "op-ed", "DOI": "10.1000/182", "ISSN": "0261-3077", "edition": 2,
        "archive": "An archive", "archive_location": "Box 3", "source": "The Guardian", "repeats": ["x"]
    });
    let (file, keys) = published(&with(&cited));
    assert_eq!(keys, [""; 0]);
    assert_eq!(file, with(&cited));
}

#[test]
fn no_key_is_both_public_and_private() {
    let both: Vec<_> = CSL_KEYS.iter().filter(|key| PRIVATE_KEYS.contains(key)).collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn unknown_keys_are_not_published_at_any_depth() {
    let dataset = with(&json!({
        "x-new": "SECRET",
        "editor": [{ "family": "E", "email": "SECRET", "given": "F" }],
        "accessed": { "remark": { "date-parts": "SECRET" }, "date-parts": [[2026]] },
        "volume": [[[[[[[[[["SECRET"]]]]]]]]]]
    }));
    let (file, mut keys) = published(&dataset);
    assert!(!file.to_string().contains("SECRET"), "{file}");
    // Other crates can enable a feature of serde_json that keeps the order of keys.
    keys.sort_unstable();
    assert_eq!(keys, ["email", "remark", "volume", "x-new"]);
    assert_eq!(file["sources"][0]["editor"], json!([{ "family": "E", "given": "F" }]));
}

#[test]
fn the_rest_of_the_file_stays_the_same_byte_for_byte() {
    let before = "{\r\n\t\"id\": \"a\",\n\n  \"sources\" :[\n    { \"no\\u0074e\": \"x, }\", \"id\": 1 ,\"abstract\":\"\",\n \"keyword\": [] , \"type\": 2 },\n    {\"note\":{}}, {\"id\":\"b\", \"tags\": [1,2]\n},{}\n  ],\n  \"figures\": [{ \"note\": { \"en\": \"stays\" } }],\"z\":1 }\n";
    let after = "{\r\n\t\"id\": \"a\",\n\n  \"left_out\": [\"abstract\", \"keyword\", \"note\", \"tags\"],\n\n  \"sources\" :[\n    { \"id\": 1 , \"type\": 2 },\n    {}, {\"id\":\"b\"\n},{}\n  ],\n  \"figures\": [{ \"note\": { \"en\": \"stays\" } }],\"z\":1 }\n";
    let publication = Publication::of(before);
    assert_eq!(publication.text, after);
    let paths: Vec<&str> = publication.left_out.iter().map(|left| left.path.as_str()).collect();
    assert_eq!(
        paths,
        ["sources[0].note", "sources[0].abstract", "sources[0].keyword", "sources[1].note", "sources[2].tags"]
    );
}

#[test]
fn a_file_without_private_keys_is_published_unchanged_but_for_its_byte_order_mark() {
    assert_eq!(Publication::of(REAL).text, REAL);
    assert_eq!(Publication::of(&format!("\u{feff}{REAL}")).text, REAL);
    for text in ["", "{", "[]", "{ \"sources\": 7 }", "{ \"sources\": [7, [], null] }"] {
        let publication = Publication::of(text);
        assert_eq!((publication.text.as_str(), publication.left_out.len()), (text, 0));
    }
}

#[test]
fn an_edited_published_copy_keeps_its_list_of_keys_left_out() {
    let mut copy = with(&json!({ "note": "again" }));
    copy["left_out"] = json!(["abstract"]);
    let (file, keys) = published(&copy);
    assert_eq!(keys, ["note"]);
    assert_eq!(file["left_out"], json!(["abstract", "note"]));
    copy["sources"][0].as_object_mut().unwrap().remove("note");
    assert_eq!(published(&copy).0, copy);
}

#[test]
fn an_article_of_a_hundred_thousand_brackets_does_not_overflow_the_stack() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let text = format!("{{ \"sources\": [{{ \"volume\": {deep}, \"id\": 1 }}] }}");
    assert_eq!(Publication::of(&text).text, "{ \"left_out\": [\"volume\"], \"sources\": [{ \"id\": 1 }] }");
}

proptest! {
    #[test]
    fn whatever_the_order_of_the_keys_the_copy_is_sound_and_publishing_it_again_changes_nothing(
        keys in proptest::collection::vec(0usize..8, 0..10), pretty in any::<bool>()
    ) {
        const KEYS: [&str; 8] = ["id", "note", "tags", "type", "x, }", "title", "abstract", "custom"];
        let mut entries: Vec<String> = Vec::new();
        for key in keys {
            let entry = format!("{}: [\"SECRET{key}\", {{ \"note\": \"SECRET\" }}]", Json::from(KEYS[key]));
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        let comma = if pretty { ",\n  " } else { "," };
        let text = format!("{{\"sources\":[{{{}}}]}}", entries.join(comma));
        let once = Publication::of(&text);
        let file: Json = serde_json::from_str(&once.text).unwrap();
        for (key, _) in file["sources"][0].as_object().unwrap() {
            prop_assert!(["id", "type", "title"].contains(&key.as_str()), "{}", once.text);
        }
        prop_assert!(!once.text.contains("\"SECRET\""), "{}", once.text);
        prop_assert_eq!(Publication::of(&once.text).text, once.text);
    }
}

#[test]
fn a_published_dashboard_has_the_same_figures() {
    let dataset = with(&secrets());
    let (whole, copy) = (accepted(&dataset), Dashboard::parse(&published(&dataset).0.to_string()).unwrap());
    assert_eq!((whole.figures, whole.sources), (copy.figures, copy.sources));
}
