//! What a sentence of another site shows if it names a measure: the newest reading that applies, whatever the page pins.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language};

/// The words of the figures and measures of a file.
fn words(file: &Value) -> Value {
    let dashboard = Dashboard::parse(&file.to_string()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    serde_json::from_str(&web::inline(&account)).unwrap()
}

/// Two readings of a measure, of which the earlier one is pinned.
fn file() -> Value {
    let reading = |id: &str, value: u32, day: &str| {
        json!({ "id": id, "label": { "en": "who came" }, "value": { "exactly": value }, "unit": "people", "as_of": day,
            "measure": "arrivals", "citations": [{ "source": "a", "quote": "so it says" }] })
    };
    json!({ "schema_version": 1, "id": "d", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-06-01",
        "license": "CC-BY-4.0", "sources": [{ "id": "a", "type": "webpage" }],
        "measures": [{ "id": "arrivals", "label": { "en": "M" }, "pinned": "first" }],
        "figures": [reading("first", 1440, "2026-01-20"), reading("second", 4725, "2026-02-22")],
        "charts": [{ "id": "c", "kind": "series", "title": { "en": "C" }, "finding": { "en": "F" }, "figures": ["arrivals"] }],
        "sections": [{ "id": "s", "title": { "en": "S" }, "charts": ["c"] }] })
}

#[test]
fn a_sentence_that_names_a_measure_shows_its_newest_reading_with_its_notes() {
    let words = words(&file());
    assert_eq!(words["first"]["words"], "1,440");
    assert_eq!(words["arrivals"], words["second"]);
    assert_eq!(words["arrivals"]["notes"].as_array().unwrap().len(), 1);
}

#[test]
fn a_withdrawn_reading_is_not_followed() {
    let mut file = file();
    file["figures"][1]["status"] = json!("withdrawn");
    assert_eq!(words(&file)["arrivals"]["words"], "1,440");
}
