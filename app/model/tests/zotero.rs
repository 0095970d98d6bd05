//! An article pasted from a reference manager is accepted without changes.

mod support;

use model::{Dashboard, Source};
use serde_json::{Value as Json, json};
use support::{accepted, minimal, refused};

/// The smallest dataset with its one article replaced.
fn with_source(source: &Json) -> Json {
    let mut dataset = minimal();
    for place in ["/figures/0/citations/0/source", "/events/0/citations/0/source"] {
        if let Some(cited) = dataset.pointer_mut(place) {
            *cited = source["id"].as_str().map_or_else(|| json!(source["id"].to_string()), Json::from);
        }
    }
    dataset["sources"] = json!([source]);
    dataset
}

fn read(source: &Json) -> Source {
    let dashboard: Dashboard = accepted(&with_source(source));
    dashboard.sources[0].clone()
}

/// As Zotero's "CSL JSON" writes it.
fn zotero() -> Json {
    json!({
        "id": "http://zotero.org/users/1234567/items/AB2CD3EF",
        "type": "article-newspaper",
        "abstract": "Amnesty International estimates the numbers released to be in the thousands.",
        "container-title": "The Guardian",
        "event-place": "London",
        "ISSN": "0261-3077",
        "language": "en-GB",
        "note": "section: World news",
        "publisher-place": "London",
        "section": "World news",
        "source": "The Guardian",
        "title": "Thousands of workers <i>flee</i> Cambodia scam centres, officials say",
        "URL": "https://www.theguardian.com/world/2026/jan/21/thousands?x=1&y=2#top",
        "author": [
            { "family": "Ratcliffe", "given": "Rebecca" },
            { "family": "Beek", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr." },
            { "literal": "Agence France-Presse" },
            { "family": "Sopheap", "given": "" }
        ],
        "accessed": { "date-parts": [["2026", 1, 22]] },
        "issued": { "date-parts": [["2026", 1, 21]] }
    })
}

/// As Better BibTeX's "Better CSL JSON" writes it.
fn better_bibtex() -> Json {
    json!({
        "id": "ratcliffeThousandsWorkersFlee2026",
        "accessed": { "date-parts": [[2026, 1, 22]] },
        "author": [{ "family": "Ratcliffe", "given": "Rebecca" }],
        "citation-key": "ratcliffeThousandsWorkersFlee2026",
        "container-title": "The Guardian",
        "custom": { "itemKey": "AB2CD3EF" },
        "DOI": "10.1000/182",
        "issued": { "date-parts": [[2026, 1, 21]], "season": 1 },
        "journalAbbreviation": "Guardian",
        "keyword": "Cambodia,scams",
        "page": "1-2",
        "title": "Thousands of workers flee",
        "title-short": "Thousands",
        "type": "article-newspaper",
        "volume": "12"
    })
}

#[test]
fn an_item_exported_from_zotero_is_accepted_without_changes() {
    let source = read(&zotero());
    assert_eq!(source.outlet.as_deref(), Some("The Guardian"));
    assert_eq!(source.url.as_deref(), Some("https://www.theguardian.com/world/2026/jan/21/thousands?x=1&y=2#top"));
    assert_eq!(source.title.as_deref(), Some("Thousands of workers flee Cambodia scam centres, officials say"));
    assert_eq!(source.issued.unwrap().to_string(), "2026-01-21");
}

#[test]
fn an_item_exported_by_better_bibtex_is_accepted_without_changes() {
    let source = read(&better_bibtex());
    assert_eq!(source.title.as_deref(), Some("Thousands of workers flee"));
    assert_eq!(source.url.as_deref(), Some("https://doi.org/10.1000/182"));
    // A day is more exact than a season.
    assert_eq!(source.issued.unwrap().to_string(), "2026-01-21");
}

#[test]
fn an_id_that_is_a_url_gives_an_anchor_without_special_characters() {
    let anchor = read(&zotero()).passage_anchor("left");
    assert_eq!(anchor, "note-http---zotero.org-users-1234567-items-AB2CD3EF_left");
}

#[test]
fn authors_keep_their_order_and_an_organisation_keeps_its_whole_name() {
    let authors = read(&zotero()).authors;
    let names: Vec<String> = authors.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["Rebecca Ratcliffe", "Ludwig van der Beek Jr.", "Agence France-Presse", "Sopheap"]);
}

#[test]
fn empty_values_of_zotero_count_as_missing() {
    let source = read(&json!({
        "id": 123, "type": "report", "title": "", "container-title": "", "publisher": " ", "URL": "", "archive_url": "",
        "DOI": "", "author": [], "editor": [{ "family": "Doe", "given": "Jane" }], "issued": { "date-parts": [[null]] },
        "accessed": { "date-parts": [["2026"]] }, "volume": 12, "issue": "", "note": "", "container-title-short": "",
        "title-short": "", "event-place": "", "publisher-place": "", "original-date": {}, "language": ""
    }));
    assert_eq!((source.title, source.outlet, source.url, source.archive_url), (None, None, None, None));
    assert_eq!((source.authors, source.issued), (vec![], None));
}

#[test]
fn an_id_may_be_the_number_that_some_programs_write() {
    assert_eq!(read(&json!({ "id": 123, "type": "book" })).id, "123");
}

#[test]
fn an_unknown_type_is_refused_with_the_most_similar_one() {
    let message = refused(&with_source(&json!({ "id": "paper", "type": "artcle-newspaper" })));
    assert!(
        message.contains("sources[0].type") && message.contains("did you mean \"article-newspaper\"?"),
        "{message}"
    );
    for of in model::TYPES {
        accepted(&with_source(&json!({ "id": "paper", "type": of })));
    }
}

#[test]
fn values_that_other_programs_cannot_read_are_refused_if_they_are_public() {
    let text = with_source(&json!({ "id": "paper", "type": "report", "key": 0 })).to_string();
    for value in [r#""half a pair \ud83d""#, "1e400", "12345678901234567890123", r#"["\ud83d"]"#, r#"{ "x": -1e999 }"#]
    {
        for key in ["genre", "volume", "editor", "accessed"] {
            let text = text.replace("\"key\":0", &format!("\"{key}\":{value}"));
            let message = Dashboard::parse(&text).unwrap_err().to_string();
            assert!(message.contains(&format!("sources[0].{key}")) && message.contains(": write "), "{message}");
        }
        // Values that are nested too deep are not published.
        let deep = format!("{}{value}{}", "[".repeat(9), "]".repeat(9));
        for (key, value) in [("abstract", value), ("note", value), ("custom", value), ("genre", deep.as_str())] {
            let text = text.replace("\"key\":0", &format!("\"{key}\":{value}"));
            assert!(Dashboard::parse(&text).is_ok(), "{key} is {value}");
            let published = model::Publication::of(&text).text;
            assert!(serde_json::from_str::<Json>(&published).is_ok(), "{published}");
        }
    }
}

#[test]
fn an_article_without_an_outlet_is_called_by_its_publisher_or_title_or_id() {
    let mut item = json!({ "id": "an-id", "type": "report" });
    assert_eq!(read(&item).short_name(), "an-id");
    item["title"] = json!("A title");
    assert_eq!(read(&item).short_name(), "A title");
    item["publisher"] = json!("A publisher");
    assert_eq!(read(&item).short_name(), "A publisher");
    item["container-title"] = json!("");
    assert_eq!(read(&item).short_name(), "A publisher");
    item["container-title"] = json!("An <i>outlet</i>");
    assert_eq!(read(&item).short_name(), "An outlet");
}
