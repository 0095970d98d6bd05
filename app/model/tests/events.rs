//! Events are sorted by date, in the dashboard and in timelines.

mod support;

use serde_json::{Value as Json, json};
use support::{accepted, dataset, reported, text};

fn with_events(events: &[(&str, &str)]) -> Json {
    let mut dataset = dataset(&[reported("one", json!({ "exactly": 1 }), "people")]);
    let citations = json!([{ "source": "paper", "quote": "on that day" }]);
    dataset["events"] = events
        .iter()
        .map(|(id, date)| json!({ "id": id, "date": date, "label": text(id), "citations": citations }))
        .collect();
    dataset
}

const MIXED: [(&str, &str); 5] =
    [("day", "2025-07-04"), ("month", "2025-06"), ("law", "2008"), ("since", "2021/.."), ("eve", "2025-07-03?")];

#[test]
fn events_are_sorted_by_date_whatever_the_order_of_the_file() {
    let ids: Vec<String> = accepted(&with_events(&MIXED)).events.into_iter().map(|event| event.id).collect();
    assert_eq!(ids, ["law", "since", "month", "eve", "day"]);
}

#[test]
fn a_timeline_that_names_no_events_shows_all_of_them_by_date() {
    assert_eq!(accepted(&with_events(&MIXED)).charts[0].events, ["law", "since", "month", "eve", "day"]);
}

#[test]
fn a_timeline_that_names_events_shows_those_by_date() {
    let mut dataset = with_events(&MIXED);
    dataset["charts"][0]["events"] = json!(["day", "law", "month"]);
    assert_eq!(accepted(&dataset).charts[0].events, ["law", "month", "day"]);
}

#[test]
fn of_dates_that_begin_on_the_same_day_the_one_that_ends_first_comes_first() {
    let events = [("year", "2025"), ("january", "2025-01"), ("new-year", "2025-01-01")];
    let ids: Vec<String> = accepted(&with_events(&events)).events.into_iter().map(|event| event.id).collect();
    assert_eq!(ids, ["new-year", "january", "year"]);
}

#[test]
fn an_event_is_found_by_its_id_and_is_not_a_figure() {
    let dashboard = accepted(&with_events(&MIXED));
    assert_eq!(dashboard.event("law").map(|event| event.id.as_str()), Some("law"));
    assert_eq!(dashboard.figure("law"), None);
    assert_eq!(dashboard.event("one"), None);
}
