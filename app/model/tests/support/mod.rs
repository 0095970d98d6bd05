//! Small datasets for tests: figures go in, a dashboard that shows them all comes out.

#![allow(dead_code, reason = "each test file uses a part of it")]
#![expect(clippy::panic, reason = "a test whose dataset is wrong has failed")]

use model::{Dashboard, Value};
use serde_json::{Value as Json, json};

/// The least that a dashboard has.
pub(crate) fn minimal() -> Json {
    serde_json::from_str(include_str!("../minimal.json")).unwrap_or_default()
}

/// The real dataset.
pub(crate) const REAL: &str = include_str!("../../../../tests/editions/cambodia/dashboard.json");

/// A dataset of these figures and events, all shown, and of the articles that they cite.
pub(crate) fn dataset(figures: &[Json]) -> Json {
    let mut dataset = minimal();
    let ids: Vec<&Json> = figures.iter().map(|figure| &figure["id"]).collect();
    dataset["summary"] = text("Nothing.");
    dataset["sections"] = json!([{ "id": "all", "title": text("All"), "figures": ids, "charts": ["times"] }]);
    dataset["charts"] = json!([{ "id": "times", "kind": "timeline", "title": text("T"), "finding": text("F.") }]);
    dataset["figures"] = figures.into();
    dataset
}

/// A figure that one article reports.
pub(crate) fn reported(id: &str, value: Json, unit: &str) -> Json {
    let citations = json!([{ "source": "paper", "quote": "so it says" }]);
    json!({ "id": id, "label": text(id), "value": value, "unit": unit, "citations": citations })
}

/// A figure that is computed.
pub(crate) fn derived(id: &str, formula: Json, unit: &str) -> Json {
    json!({ "id": id, "label": text(id), "derive": formula, "unit": unit })
}

/// A text in English.
pub(crate) fn text(words: &str) -> Json {
    json!({ "en": words })
}

/// The dashboard of a dataset in which nothing is wrong.
pub(crate) fn accepted(dataset: &Json) -> Dashboard {
    let text = format!("{dataset:#}");
    Dashboard::parse(&text).unwrap_or_else(|problems| panic!("{problems}in {text}"))
}

/// What is wrong with a dataset.
pub(crate) fn refused(dataset: &Json) -> String {
    Dashboard::parse(&dataset.to_string()).err().map(|problems| problems.to_string()).unwrap_or_default()
}

/// The value of a figure.
pub(crate) fn value(dashboard: &Dashboard, id: &str) -> Value {
    dashboard.figure(id).map(|figure| figure.value).unwrap_or_else(|| panic!("there is no figure \"{id}\""))
}
