//! What was known on a day: articles, figures and events step out that were published later.

#![expect(clippy::panic, reason = "a test whose day is wrong has failed")]

mod support;

use model::{Dashboard, Date, Day, Status};
use serde_json::{Value as Json, json};
use support::{REAL, accepted, dataset, derived, reported, text};

fn day(text: &str) -> Day {
    match Date::parse(text) {
        Some(Date::Day(day)) => day,
        _ => panic!("{text} is no day"),
    }
}

/// A figure of a number that these articles report.
fn of(id: &str, number: u32, articles: &[&str]) -> Json {
    let mut figure = reported(id, json!({ "exactly": number }), "people");
    figure["citations"] = articles.iter().map(|name| json!({ "source": name, "quote": "so it says" })).collect();
    figure
}

/// Articles of 10 January, of some day in January, of 3 March and without a date, and figures that they report.
fn file() -> Json {
    let mut file = dataset(&[
        of("early", 10, &["tenth", "march"]),
        of("january", 20, &["january"]),
        of("late", 30, &["march"]),
        of("undated", 40, &["undated"]),
        derived("sum", json!({ "sum": ["early", "late"] }), "people"),
    ]);
    let article = |id: &str, parts: Json| json!({ "id": id, "type": "webpage", "issued": { "date-parts": [parts] } });
    file["sources"] = json!([
        article("tenth", json!([2026, 1, 10])),
        article("january", json!([2026, 1])),
        article("march", json!([2026, 3, 3])),
        { "id": "undated", "type": "webpage" },
    ]);
    file["events"] = json!([
        { "id": "raid", "date": "2026-01-05", "label": text("A raid"), "citations": [{ "source": "march", "quote": "a raid" }] },
        { "id": "order", "date": "2026-02-01", "label": text("An order"), "citations": [{ "source": "tenth", "quote": "an order" }] },
    ]);
    file
}

fn on(file: &Json, when: &str) -> Dashboard {
    accepted(file).as_of(day(when))
}

fn figures(known: &Dashboard) -> Vec<&str> {
    known.figures.iter().map(|figure| figure.id.as_str()).collect()
}

#[test]
fn figures_are_known_from_the_day_on_which_an_article_reports_them() {
    let file = file();
    let list: [(&str, &[&str], usize); 5] = [
        ("2026-01-09", &[], 3),
        ("2026-01-10", &["early"], 2),
        ("2026-01-30", &["early"], 2),
        ("2026-01-31", &["early", "january"], 1),
        ("2026-03-03", &["early", "january", "late", "sum"], 0),
    ];
    for (when, expected, later) in list {
        let known = on(&file, when);
        assert_eq!(figures(&known), expected, "{when}");
        let left = known.horizon.unwrap();
        assert_eq!((left.later, left.undated, left.figures), (later, 1, 5 - expected.len()), "{when}");
    }
}

#[test]
fn an_event_is_known_when_it_was_published_not_when_it_happened() {
    let known = on(&file(), "2026-01-10");
    let events: Vec<&str> = known.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(events, ["order"]);
}

#[test]
fn a_chart_shows_events_in_the_order_of_the_dates_known_then() {
    let mut file = file();
    let early = json!({ "source": "tenth", "quote": "a raid", "date": "2026-02-20" });
    file["events"][0]["citations"].as_array_mut().unwrap().push(early);
    let shown = |when: &str| on(&file, when).charts[0].events.clone();
    assert_eq!(shown("2026-01-10"), ["order", "raid"]);
    assert_eq!(shown("2026-03-03"), ["raid", "order"]);
}

#[test]
fn a_figure_has_the_value_that_the_articles_known_then_report() {
    let mut file = file();
    file["figures"][0]["citations"][0]["value"] = json!({ "exactly": 8 });
    let value = |when: &str| on(&file, when).figure("early").unwrap().value.size();
    assert_eq!((value("2026-01-10"), value("2026-03-03")), (8.0, 10.0));
}

#[test]
fn a_figure_is_current_until_its_successor_is_known() {
    let mut file = file();
    file["figures"][0]["superseded_by"] = json!("late");
    let status = |when: &str| on(&file, when).figure("early").unwrap().status.clone();
    assert_eq!(status("2026-01-10"), Status::Current);
    assert_eq!(status("2026-03-03"), Status::Superseded("late".into()));
}

#[test]
fn a_successor_that_is_not_known_gives_way_to_the_next_one_that_is() {
    let mut file = file();
    file["figures"][0]["superseded_by"] = json!("undated");
    file["figures"][3]["superseded_by"] = json!("late");
    let status = |when: &str| on(&file, when).figure("early").unwrap().status.clone();
    assert_eq!(status("2026-01-31"), Status::Current);
    assert_eq!(status("2026-03-03"), Status::Superseded("late".into()));
}

#[test]
fn a_withdrawn_successor_that_is_not_known_has_not_replaced_anything() {
    let mut file = file();
    file["figures"][0]["superseded_by"] = json!("undated");
    file["figures"][3]["status"] = json!("withdrawn");
    assert_eq!(on(&file, "2026-03-03").figure("early").unwrap().status, Status::Current);
}

#[test]
fn an_article_that_repeats_one_that_is_not_known_is_the_origin_of_what_it_reports() {
    let mut file = file();
    file["sources"][0]["repeats"] = json!(["undated", "march"]);
    let repeats = |when: &str| on(&file, when).source("tenth").unwrap().repeats.clone();
    assert_eq!(repeats("2026-01-10"), [""; 0]);
    assert_eq!(repeats("2026-03-03"), ["march"]);
}

#[test]
fn a_reading_that_is_not_known_leaves_its_place_to_the_newest_that_is() {
    let mut file = file();
    file["measures"] = json!([{ "id": "arrests", "label": text("Arrests"), "pinned": "late" }]);
    for (place, as_of) in [(0, "2026-01-09"), (2, "2026-03-01")] {
        file["figures"][place]["measure"] = json!("arrests");
        file["figures"][place]["as_of"] = json!(as_of);
    }
    file["charts"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "bars", "kind": "bars", "title": text("T"), "finding": text("F."), "figures": ["early"] }));
    file["sections"][0]["figures"] = json!(["arrests", "january", "undated", "sum"]);
    file["sections"][0]["charts"] = json!(["times", "bars"]);
    let shown = |when: &str| on(&file, when).sections[0].figures.clone();
    assert_eq!(shown("2026-02-01"), ["early", "january"]);
    assert_eq!(shown("2026-03-03"), ["late", "january", "sum"]);
}

#[test]
fn the_finding_of_a_chart_gives_way_to_its_title_and_other_sentences_are_left_out() {
    let mut file = file();
    file["summary"] = text("By then {late}.");
    file["charts"][0]["finding"] = text("It was {late}.");
    file["sections"][0]["finding"] = text("None of them says so.{checked:tenth,march}");
    let known = on(&file, "2026-01-10");
    let words = |prose: &model::Prose| format!("{:?}", prose.in_language("en"));
    assert_eq!(words(&known.charts[0].finding), r#"[Words("T")]"#);
    assert_eq!(words(&known.summary), "[]");
    assert_eq!(known.sections[0].finding, None);
}

#[test]
fn a_part_without_its_whole_is_not_drawn() {
    let mut file = file();
    let chart = json!({ "id": "part", "kind": "share", "title": text("T"), "finding": text("F."), "figures": ["early", "late"] });
    file["charts"].as_array_mut().unwrap().push(chart);
    file["sections"][0]["charts"] = json!(["times", "part"]);
    assert_eq!(on(&file, "2026-01-10").chart("part"), None);
    assert!(on(&file, "2026-03-03").chart("part").is_some());
}

#[test]
fn on_a_day_after_the_last_article_nothing_dated_is_left_out() {
    let real = Dashboard::parse(REAL).unwrap();
    let known = real.as_of(day("2030-01-01"));
    let left = known.horizon.unwrap();
    let undated = real.sources.iter().filter(|source| source.issued.is_none()).count();
    assert_eq!((left.later, left.undated), (0, undated));
}
