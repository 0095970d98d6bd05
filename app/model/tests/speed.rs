//! Large datasets are read in a time that grows with their size and not with its square: what takes
//! a second here would take minutes if it did.

mod support;

use std::time::{Duration, Instant};

use model::{Dashboard, Footnotes};
use serde_json::{Value as Json, json};
use support::{accepted, dataset, derived, reported};

const MANY: usize = 10_000;

/// Generous, for a slow machine and an unoptimised build.
const SOON: Duration = Duration::from_secs(20);

fn timed<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let outcome = work();
    let taken = start.elapsed();
    println!("took {taken:?}");
    assert!(taken < SOON, "it took {taken:?}");
    outcome
}

fn many(figure: impl Fn(usize) -> Json) -> Json {
    dataset(&(0..MANY).map(figure).collect::<Vec<_>>())
}

#[test]
fn ten_thousand_figures_are_read_and_numbered_soon() {
    let dataset = many(|n| reported(&format!("figure-{n}"), json!({ "exactly": n }), "people"));
    timed(|| assert_eq!(Footnotes::of(&accepted(&dataset)).notes().len(), 1));
}

#[test]
fn ten_thousand_wrong_figures_are_all_explained_soon() {
    let dataset = many(|n| reported(&format!("figure-{n}"), json!({ "exactly": -1 }), "people")).to_string();
    timed(|| assert_eq!(Dashboard::parse(&dataset).err().map(|problems| problems.len()), Some(MANY)));
}

#[test]
fn ten_thousand_articles_and_events_are_read_soon() {
    let mut dataset = dataset(&[reported("one", json!({ "exactly": 1 }), "people")]);
    dataset["sources"] = (0..MANY).map(|n| json!({ "id": format!("source-{n}"), "type": "webpage" })).collect();
    dataset["figures"][0]["citations"] =
        (0..MANY).map(|n| json!({ "source": format!("source-{n}"), "quote": "one" })).collect();
    let mut event = dataset["events"][0].clone();
    event["citations"][0]["source"] = json!("source-0");
    dataset["events"] = (0..MANY)
        .map(|n| {
            event["id"] = json!(format!("event-{n}"));
            event.clone()
        })
        .collect();
    dataset["charts"][0]["events"] = (0..MANY).rev().map(|n| format!("event-{n}")).collect();
    timed(|| assert_eq!(accepted(&dataset).events.len(), MANY));
}

#[test]
fn a_chain_of_derived_figures_is_computed_soon_even_when_it_stands_upside_down() {
    let dataset = many(|n| match n + 1 {
        MANY => reported(&format!("figure-{n}"), json!({ "exactly": 0 }), "people"),
        next => derived(
            &format!("figure-{n}"),
            json!({ "sum": [format!("figure-{next}"), format!("figure-{next}")] }),
            "people",
        ),
    });
    timed(|| assert_eq!(accepted(&dataset).figures.len(), MANY));
}
