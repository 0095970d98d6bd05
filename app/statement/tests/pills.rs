//! A figure has one marker, which says how many articles report it and which of them repeat others.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language, Pill};

/// The marker of a figure that these articles report: of each the place in the list of the one that it repeats.
fn pill(repeats: &[Option<usize>], what: &str) -> Pill {
    let source = |(index, repeats): (usize, &Option<usize>)| {
        let origins: Vec<String> = repeats.iter().map(|origin| format!("s{origin}")).collect();
        json!({"id": format!("s{index}"), "type": "article-newspaper", "repeats": origins})
    };
    let sources: Vec<Value> = repeats.iter().enumerate().map(source).collect();
    let citations: Vec<Value> = sources.iter().map(|source| json!({"source": source["id"], "quote": "q"})).collect();
    let data = json!({
        "schema_version": 1, "id": "d", "title": {"en": "T"}, "summary": {"en": "S"}, "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": sources,
        "figures": [{"id": "f", "label": {"en": "L"}, "value": {"exactly": 5}, "unit": "people", "citations": citations}],
        "charts": [{"id": "c", "kind": "bars", "title": {"en": "C"}, "finding": {"en": "F"}, "figures": ["f"]}],
        "sections": [{"id": "x", "title": {"en": "X"}, "figures": ["f"], "charts": ["c"]}],
    });
    let dashboard = Dashboard::parse(&data.to_string()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    account.pill("f", what).unwrap()
}

fn numbers(pill: &Pill) -> Vec<(usize, bool)> {
    pill.numbers.iter().map(|number| (number.number, number.repeats)).collect()
}

#[test]
fn it_leads_to_the_first_article_and_names_all() {
    let alone = pill(&[None], "");
    assert_eq!((alone.anchor.as_str(), alone.words.as_str()), ("note-s0_f", "Evidence: article 1"));
    assert_eq!(pill(&[None, None], "").words, "Evidence: articles 1, 2");
    assert_eq!(pill(&[None, None, None], "people freed").words, "Evidence: articles 1, 2, 3 on people freed");
}

#[test]
fn it_tells_origins_from_articles_that_repeat_them() {
    assert_eq!(numbers(&pill(&[None, Some(0), None], "")), [(1, false), (2, true), (3, false)]);
}

#[test]
fn it_stays_short_whatever_the_number_of_articles() {
    let six = pill(&[None; 6], "");
    assert_eq!((six.numbers.len(), six.more), (6, 0));
    let many = pill(&[None; 120], "");
    assert_eq!((many.numbers.len(), many.more), (5, 115));
    assert_eq!(many.words, "Evidence: articles 1, 2, 3, 4, 5, +115 more");
}
