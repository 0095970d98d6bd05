//! What the evidence window shows of a place that has no passage of its own: those of the figures and events that name it,
//! each below its name.

use leptos::prelude::Owner;
use model::{Dashboard, Footnotes};
use serde_json::json;
use statement::{Account, Language};
use web::{Evidence, Setting};

#[test]
fn passages_about_a_place_are_below_the_figure_or_event_that_names_it() {
    let cited = json!([{ "source": "a", "quote": "so it says" }]);
    let file = json!({ "schema_version": 1, "id": "d", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-06-01",
        "license": "CC-BY-4.0", "sources": [{ "id": "a", "type": "webpage" }],
        "places": [{ "id": "port", "name": { "en": "Port" }, "precision": "city", "lat": 1, "lon": 2 }],
        "figures": [{ "id": "ships", "label": { "en": "that left" }, "value": { "exactly": 40 }, "unit": "ships", "place": "port", "citations": cited }],
        "events": [{ "id": "storm", "date": "2026-03-02", "label": { "en": "A storm closes the port" }, "place": "port", "citations": cited }],
        "charts": [{ "id": "c", "kind": "map", "title": { "en": "C" }, "finding": { "en": "F" }, "places": ["port"], "figures": ["ships"], "events": ["storm"] }],
        "sections": [{ "id": "s", "title": { "en": "S" }, "charts": ["c"] }] });
    let dashboard = Dashboard::parse(&file.to_string()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let source = dashboard.source("a").unwrap();
    let of = |item: &str| {
        let evidence = Evidence { plot: &plot, source, item, setting: Setting::Page { files: false } };
        Owner::new().with(|| evidence.view().into_html())
    };
    let (place, event) = (of("port"), of("storm"));
    assert_eq!(place.matches("class=\"operand\"").count(), 2, "{place}");
    assert!(place.contains("2 March 2026: ") && place.contains("A storm closes the port"), "{place}");
    assert!(!event.contains("class=\"operand\""), "an event has no heading within its own window: {event}");
}
