//! Articles of one outlet have names of their own.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language};

/// The short names of these articles, in their order.
fn briefs(sources: &[Value]) -> Vec<String> {
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
    dashboard.sources.iter().map(|source| account.brief(source)).collect()
}

fn article(id: &str, outlet: Option<&str>, day: Option<u8>, title: Option<&str>) -> Value {
    let mut item = json!({"id": id, "type": "article-newspaper"});
    if let Some(outlet) = outlet {
        item["container-title"] = outlet.into();
    }
    if let Some(day) = day {
        item["issued"] = json!({"date-parts": [[2026, 1, day]]});
    }
    if let Some(title) = title {
        item["title"] = title.into();
    }
    item
}

#[test]
fn the_only_article_of_an_outlet_is_named_by_the_outlet() {
    let names = briefs(&[article("a", Some("Daily"), Some(1), None), article("b", Some("Weekly"), Some(1), None)]);
    assert_eq!(names, ["Daily", "Weekly"]);
}

#[test]
fn articles_of_one_outlet_differ_by_date_then_title_then_id() {
    let names = briefs(&[
        article("a", Some("Daily"), Some(1), Some("One")),
        article("b", Some("Daily"), Some(2), Some("Two")),
        article("c", Some("Daily"), Some(2), Some("Three")),
        article("d", Some("Daily"), None, None),
        article("e", None, None, Some("Same")),
        article("f", None, None, Some("Same")),
    ]);
    assert_eq!(names, ["Daily, 1 January 2026", "Daily, “Two”", "Daily, “Three”", "Daily, d", "Same, e", "Same, f"]);
}

#[test]
fn a_name_that_runs_from_right_to_left_does_not_reach_the_date() {
    let names = briefs(&[article("a", Some("الجزيرة"), Some(1), None), article("b", Some("الجزيرة"), Some(2), None)]);
    assert_eq!(names, ["\u{2068}الجزيرة\u{2069}, 1 January 2026", "\u{2068}الجزيرة\u{2069}, 2 January 2026"]);
}
