//! Browsers find a quote that passes the check; for other quotes the check says what to write.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

mod support;

use std::fs;
use std::path::Path;

use curate::normal::RECORDED;
use curate::seed::fingerprint;
use serde_json::json;
use support::{curate, stdout};

/// Checks a quote for 118 people against its article: whether it passes, and the output.
fn checked(name: &str, text: &str, quote: &str) -> (bool, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fragments").join(name);
    for part in ["data", "articles", "seeds"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    let file = folder.join("data/dashboard.json").to_string_lossy().into_owned();
    let article = folder.join("articles/paper.txt").to_string_lossy().into_owned();
    let words = |words: &str| json!({ "en": words });
    let dataset = json!({
        "schema_version": 1, "id": "fragments", "title": words("Raids"), "summary": words("{raided}."),
        "updated": "2026-01-21", "license": "CC-BY-4.0",
        "sources": [{ "id": "paper", "type": "article-newspaper", "URL": "https://example.org/1", "archive_url": "https://example.net/1",
            "title": "T", "container-title": "The Paper" }],
        "figures": [{ "id": "raided", "label": words("found"), "value": { "exactly": 118 }, "unit": "people",
            "citations": [{ "source": "paper", "quote": quote }] }],
        "charts": [{ "id": "all", "kind": "bars", "title": words("All"), "finding": words("Many."), "figures": ["raided"] }],
        "sections": [{ "id": "all", "title": words("All"), "charts": ["all"] }]
    });
    fs::write(&file, dataset.to_string()).unwrap();
    fs::write(&article, text).unwrap();
    let (length, sha256) = fingerprint(text);
    let record = json!({ "id": "paper", "normalisation": RECORDED, "length": length, "sha256": sha256 });
    fs::write(folder.join("seeds/paper.json"), record.to_string()).unwrap();
    let seeds = folder.join("seeds").to_string_lossy().into_owned();
    let articles = folder.join("articles").to_string_lossy().into_owned();
    let output = curate(&["check", &file, "--articles", &articles, "--seeds", &seeds]);
    (output.status.success(), stdout(&output))
}

/// The output for a quote that does not pass.
fn refused(name: &str, text: &str, quote: &str) -> String {
    let (passed, printed) = checked(name, text, quote);
    assert!(!passed, "{quote}: {printed}");
    let line = printed.lines().find(|line| line.starts_with("error:")).unwrap_or_default();
    line.split_once(".quote: ").map(|(_, message)| message.to_owned()).unwrap_or_default()
}

#[test]
fn a_quote_passes_that_both_browsers_find() {
    for (name, text, quote) in [
        ("plain", "The police found 118 people there.", "found 118 people"),
        ("curly", "The police “found 118 people” in Cambodia’s south.", "\"found 118 people\" in Cambodia's"),
        ("no-break", "The police found 118\u{a0}people there.", "found 118 people"),
        ("hyphenated", "The police found 118 traf\u{ad}ficked people.", "found 118 trafficked people"),
        ("dashes", "They held 118 people – more than half of them men.", "118 people – more than half"),
        ("lines", "In all\n\n118 people were found.", "In all\n118 people were found"),
        ("cells", "Found\t118 people\tin a day", "Found\n118 people\nin a day"),
        ("again", "It found 118 people. Officials say that it found 118 people.", "found 118 people"),
        ("headline", "FOUND: 118 PEOPLE\n\nFound: 118 people, it says.", "Found: 118 people"),
    ] {
        let (passed, printed) = checked(name, text, quote);
        assert!(passed && printed.contains("1 checked"), "{name}: {printed}");
    }
}

#[test]
fn for_another_dash_space_or_mark_the_check_names_the_article_s() {
    for (name, text, quote, write) in [
        ("en-dash", "It found 118 people – all men.", "118 people - all men", "\"118 people – all men\""),
        ("em-dash", "It found 118 people—all men.", "118 people – all men", "\"118 people—all men\""),
        ("hyphen", "It found 118 re‑trafficked people.", "118 re-trafficked people", "\"118 re‑trafficked people\""),
        ("ellipsis", "It found 118 people… all men.", "118 people... all men", "\"118 people… all men\""),
        ("guillemets", "It found «118 people» there.", "“118 people”", "\"«118 people»\""),
        ("thin-space", "It found 118\u{2009}people there.", "found 118 people", "\"found 118\\u2009people\""),
        ("two-spaces", "It found\u{a0} 118 people there.", "found 118 people", "\"found\\u00a0 118 people\""),
    ] {
        let said = refused(name, text, quote);
        assert!(
            said.starts_with("browsers do not find this quote") && said.ends_with(&format!(": write {write}")),
            "{name}: {said}"
        );
    }
}

#[test]
fn the_check_says_how_to_write_the_end_of_a_line_in_a_quote() {
    for (name, text, quote, write) in [
        ("paragraphs", "They were found\n\n118 people in all.", "were found 118 people", "\"were found\\n118 people\""),
        ("table", "Found\t118 people", "Found 118 people", "\"Found\\n118 people\""),
        ("second", "Found\n118 people\nthere", "Found\n118 people there", "\"Found\\n118 people\\nthere\""),
    ] {
        let said = refused(name, text, quote);
        let advice = format!("write {write}, with \\n where a line or a cell ends, or quote from only one of them");
        assert!(
            said.starts_with("browsers do not find a quote across the end of a line") && said.ends_with(&advice),
            "{name}: {said}"
        );
    }
}

#[test]
fn a_quote_that_ends_within_a_word_of_browsers_must_be_extended() {
    let said = refused("possessive", "It found 118 people in Cambodia’s south.", "118 people in Cambodia");
    assert!(
        said.starts_with("browsers find whole words only") && said.ends_with("write \"118 people in Cambodia’s\""),
        "{said}"
    );
}

#[test]
fn a_quote_with_an_earlier_match_of_another_meaning_needs_more_words() {
    let text = "Of 1,118 people held, it freed many. On Monday it found more than 118 people, on Friday it found 118 people alone.";
    let said = refused("earlier", text, "118 people");
    assert_eq!(
        said,
        "browsers lead to the first place with these words, “1,118 people held, it freed many. On”, which does not say this: quote more of the words around them, as in \"118 people alone.\""
    );
    let (passed, printed) = checked("later", text, "118 people alone.");
    assert!(passed, "{printed}");
}
