//! An article pasted from a reference manager is accepted as it stands.

mod support;

use model::{Dashboard, Source};
use serde_json::{Value as Json, json};
use support::{accepted, minimal, refused};

/// The least dataset with its one article replaced.
fn with_source(source: &Json) -> Json {
    let mut dataset = minimal();
    for place in ["/figures/0/citations/0/source", "/events/0/citations/0/source"] {
        if let Some(cited) = dataset.pointer_mut(place) {
            *cited = source["id"].clone();
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
fn an_item_exported_from_zotero_is_accepted_as_it_stands() {
    let source = read(&zotero());
    assert_eq!(source.outlet.as_deref(), Some("The Guardian"));
    assert_eq!(source.url.as_deref(), Some("https://www.theguardian.com/world/2026/jan/21/thousands?x=1&y=2#top"));
    let issued = source.issued.unwrap();
    assert_eq!((issued.year, issued.month, issued.day), (2026, Some(1), Some(21)));
}

#[test]
fn an_item_exported_by_better_bibtex_is_accepted_as_it_stands() {
    assert_eq!(read(&better_bibtex()).title.as_deref(), Some("Thousands of workers flee"));
}

#[test]
fn an_id_that_is_an_address_makes_an_anchor_without_odd_letters() {
    let anchor = read(&zotero()).passage_anchor("left");
    assert_eq!(anchor, "note-http---zotero.org-users-1234567-items-AB2CD3EF_left");
}

#[test]
fn authors_keep_their_order_and_an_organisation_its_whole_name() {
    let authors = read(&zotero()).authors;
    let names: Vec<_> = authors.iter().map(|name| (name.family.as_str(), name.given.as_deref())).collect();
    let expected =
        [("Ratcliffe", Some("Rebecca")), ("Beek", Some("Ludwig")), ("Agence France-Presse", None), ("Sopheap", None)];
    assert_eq!(names, expected);
}

#[test]
fn somebody_with_a_given_name_alone_is_called_by_it() {
    let mut item = zotero();
    item["author"] = json!([{ "family": "", "given": "Sothy" }]);
    assert_eq!(read(&item).authors[0].family, "Sothy");
}

#[test]
fn a_date_is_taken_as_far_as_it_is_known_and_from_texts_as_from_numbers() {
    for (issued, expected) in [
        (json!({ "date-parts": [[2026]] }), (2026, None, None)),
        (json!({ "date-parts": [["2026", "01"]] }), (2026, Some(1), None)),
        (json!({ "date-parts": [["2026", "1", 7]], "circa": true }), (2026, Some(1), Some(7))),
        (json!({ "date-parts": [[2026, 1, 7], [2026, 1, 9]] }), (2026, Some(1), Some(7))),
        (json!({ "raw": "2026-01-21" }), (2026, Some(1), Some(21))),
        (json!({ "literal": "2026-01" }), (2026, Some(1), None)),
    ] {
        let mut item = zotero();
        item["issued"] = issued;
        let day = read(&item).issued.unwrap();
        assert_eq!((day.year, day.month, day.day), expected);
    }
}

#[test]
fn a_date_that_does_not_exist_is_not_taken() {
    for parts in [json!([[2026, 2, 30]]), json!([[2026.5]]), json!([[-2026]]), json!([[]]), json!([]), json!(2026)] {
        let mut item = zotero();
        item["issued"] = json!({ "date-parts": parts });
        assert!(refused(&with_source(&item)).contains("sources[0].issued"), "{parts} is taken");
    }
}

#[test]
fn an_article_without_an_outlet_is_called_by_its_publisher_then_its_title_then_its_id() {
    let mut item = json!({ "id": "an-id", "type": "report" });
    assert_eq!(read(&item).short_name(), "an-id");
    item["title"] = json!("A title");
    assert_eq!(read(&item).short_name(), "A title");
    item["publisher"] = json!("A publisher");
    assert_eq!(read(&item).short_name(), "A publisher");
}
