//! `curate archive` lists the address and archive copy of each article, or the address that makes one.

mod support;

use serde_json::{Value, json};
use support::{EDITION, curate, data, scratch, stderr, stdout};

#[test]
fn every_article_of_the_real_data_is_listed_with_its_address_and_archive_copy() {
    let output = curate(&["archive", "--data", EDITION]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let (said, data): (_, Value) = (stdout(&output), serde_json::from_str(&data()).unwrap());
    let mut rest = said.as_str();
    for source in data["sources"].as_array().unwrap() {
        let (id, live) = (source["id"].as_str().unwrap(), source["URL"].as_str().unwrap());
        let copy = match source["archive_url"].as_str() {
            Some(copy) => format!("  archive  {copy}\n"),
            None => format!("  archive  none; open https://web.archive.org/save/{live} and"),
        };
        rest = rest.strip_prefix(&format!("{id}\n  live     {live}\n{copy}")).unwrap();
        rest = rest.trim_start_matches(|c| c != '\n').trim_start_matches('\n');
    }
}

/// The list for these articles.
fn said(name: &str, sources: Value) -> String {
    let file = scratch(&format!("archive-{name}.json"), &json!({ "sources": sources }).to_string());
    stdout(&curate(&["archive", "--file", &file]))
}

#[test]
fn an_article_with_a_copy_needs_no_saving() {
    let said = said(
        "kept",
        json!([{ "id": "a", "URL": "https://a.example/x?y=1", "archive_url": "https://archive.example/a" }]),
    );
    assert!(said.contains("  archive  https://archive.example/a\n") && !said.contains("/save/"), "{said}");
    assert!(said.ends_with("1 article, 1 with an archive copy, 0 to be copied\n"), "{said}");
}

#[test]
fn an_article_without_a_web_address_is_listed_without_an_address_for_saving() {
    for source in [
        json!({ "id": "a" }),
        json!({ "id": "a", "URL": "" }),
        json!({ "id": "a", "URL": "javascript:alert(1)" }),
        json!({ "id": "a", "URL": 7 }),
    ] {
        let said = said("odd", json!([source]));
        assert!(said.starts_with("a\n  live     ") && !said.contains("/save/"), "{said}");
        assert!(said.contains("none, and no web address to copy it from"), "{said}");
    }
}

#[test]
fn a_file_that_is_not_a_dashboard_is_refused_with_a_message() {
    for (text, words) in
        [("{ oops", "this is not valid JSON (line 1, column 3)"), ("{}", "it has no list of \"sources\"")]
    {
        let file = scratch("archive-wrong.json", text);
        let output = curate(&["archive", "--file", &file]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}
