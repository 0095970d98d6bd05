//! Large datasets are read in a time that grows with their size and not with its square.

mod support;

use std::time::{Duration, Instant};

use model::{Dashboard, Footnotes};
use serde_json::{Value as Json, json};
use support::{dataset, derived, reported};

/// Eight times as much is to take about eight times as long; if time grew with the square, it would
/// take sixty-four times as long.
const SMALL: usize = 2_000;
const LARGE: usize = 8 * SMALL;
const LIMIT: u32 = 20;

/// Reads datasets of both sizes; more than once, since other programs may get in between.
fn assert_even(dataset: impl Fn(usize) -> Json, read: impl Fn(&str)) {
    let (small, large) = (dataset(SMALL).to_string(), dataset(LARGE).to_string());
    let time = |text: &str| -> Duration {
        let start = Instant::now();
        read(text);
        start.elapsed()
    };
    let mut tries = (0..4).map(|_| (time(&small), time(&large)));
    assert!(
        tries.any(|(small, large)| large < small * LIMIT),
        "eight times as much takes too long, four times out of four"
    );
}

fn numbered_names(count: usize, name: &str) -> Vec<String> {
    (0..count).map(|n| format!("{name}-{n}")).collect()
}

#[test]
fn many_figures_are_read_and_numbered_in_even_time() {
    let many = |count| {
        let figure = |id: &String| reported(id, json!({ "exactly": 1 }), "people");
        dataset(&numbered_names(count, "figure").iter().map(figure).collect::<Vec<_>>())
    };
    assert_even(many, |text| {
        let dashboard = Dashboard::parse(text).unwrap();
        assert_eq!(Footnotes::of(&dashboard).notes().len(), 1);
    });
}

#[test]
fn many_mistakes_are_explained_in_even_time() {
    let many = |count| {
        let figure = |id: &String| reported(id, json!({ "exactly": -1 }), "people");
        dataset(&numbered_names(count, "figure").iter().map(figure).collect::<Vec<_>>())
    };
    assert_even(many, |text| {
        let problems = Dashboard::parse(text).unwrap_err();
        assert!(problems.len() == SMALL || problems.len() == LARGE);
    });
}

#[test]
fn many_articles_and_events_are_read_in_even_time() {
    let many = |count| {
        let (sources, events) = (numbered_names(count, "source"), numbered_names(count, "event"));
        let mut dataset = dataset(&[reported("one", json!({ "exactly": 1 }), "people")]);
        let mut event = dataset["events"][0].clone();
        event["citations"][0]["source"] = json!("source-0");
        dataset["sources"] = sources.iter().map(|id| json!({ "id": id, "type": "webpage" })).collect();
        dataset["figures"][0]["citations"] = sources.iter().map(|id| json!({ "source": id, "quote": "one" })).collect();
        dataset["charts"][0]["events"] = events.iter().rev().map(|id| json!(id)).collect();
        let named = events.into_iter().map(|id| {
            event["id"] = json!(id);
            event.clone()
        });
        dataset["events"] = named.collect();
        dataset
    };
    assert_even(many, |text| assert!(Dashboard::parse(text).is_ok()));
}

#[test]
fn a_chain_of_derived_figures_is_computed_in_even_time_although_it_stands_upside_down() {
    let chain = |count| {
        let ids = numbered_names(count, "figure");
        let link = |pair: &[String]| derived(&pair[0], json!({ "sum": [pair[1], pair[1]] }), "people");
        let mut figures: Vec<Json> = ids.windows(2).map(link).collect();
        figures.push(reported(&ids[count - 1], json!({ "exactly": 0 }), "people"));
        dataset(&figures)
    };
    assert_even(chain, |text| assert!(Dashboard::parse(text).is_ok()));
}
