//! Datasets far larger than any written by hand are read completely, correctly and without a stack overflow.

mod support;

use model::{Dashboard, Footnotes};
use serde_json::{Value as Json, json};
use support::{dataset, derived, reported};

/// The number of items, large enough that quadratic time makes the tests noticeably slow.
const MANY: usize = 16_000;

fn numbered_names(name: &str) -> Vec<String> {
    (0..MANY).map(|n| format!("{name}-{n}")).collect()
}

#[test]
fn many_figures_are_read_and_numbered() {
    let figure = |id: &String| reported(id, json!({ "exactly": 1 }), "people");
    let text = dataset(&numbered_names("figure").iter().map(figure).collect::<Vec<_>>()).to_string();
    let dashboard = Dashboard::parse(&text).unwrap();
    assert_eq!(dashboard.figures.len(), MANY);
    assert_eq!(Footnotes::of(&dashboard).notes().len(), 1);
}

#[test]
fn each_of_many_mistakes_is_explained() {
    let figure = |id: &String| reported(id, json!({ "exactly": -1 }), "people");
    let text = dataset(&numbered_names("figure").iter().map(figure).collect::<Vec<_>>()).to_string();
    assert_eq!(Dashboard::parse(&text).unwrap_err().len(), MANY);
}

#[test]
fn many_articles_and_events_are_read() {
    let (sources, events) = (numbered_names("source"), numbered_names("event"));
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
    let dashboard = Dashboard::parse(&dataset.to_string()).unwrap();
    assert_eq!((dashboard.sources.len(), dashboard.events.len()), (MANY, MANY));
}

#[test]
fn a_long_chain_of_derived_figures_in_reverse_order_is_computed() {
    let ids = numbered_names("figure");
    let link = |pair: &[String]| derived(&pair[0], json!({ "sum": [pair[1], "none"] }), "people");
    let mut figures: Vec<Json> = ids.windows(2).map(link).collect();
    figures.push(reported(&ids[MANY - 1], json!({ "exactly": 0 }), "people"));
    figures.push(reported("none", json!({ "exactly": 0 }), "people"));
    let dashboard = Dashboard::parse(&dataset(&figures).to_string()).unwrap();
    assert_eq!(dashboard.figures[0].value, model::Value::exactly(0.0));
}
