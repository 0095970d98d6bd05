//! Measures: which reading a file means by the name of a measure, and which reading is the latest.

mod support;

use serde_json::{Value as Json, json};
use support::{accepted, dataset, derived, reported, text, value};

/// Readings of one measure: id, number, and the time that each applies to.
fn with_readings(readings: &[(&str, u32, &str)]) -> Json {
    let figures: Vec<Json> = readings
        .iter()
        .map(|(id, number, as_of)| {
            let mut figure = reported(id, json!({ "exactly": number }), "people");
            figure["as_of"] = json!(as_of);
            figure["measure"] = json!("arrests");
            figure
        })
        .collect();
    let mut dataset = dataset(&figures);
    dataset["measures"] = json!([{ "id": "arrests", "label": text("Arrests") }]);
    dataset
}

const THREE: [(&str, u32, &str); 3] =
    [("in-january", 5106, "2026-01-31"), ("in-july", 2137, "2025-07-18"), ("in-october", 3455, "2025-10")];

/// The ids of readings, in order.
fn ids(readings: &[&model::Figure]) -> Vec<String> {
    readings.iter().map(|figure| figure.id.clone()).collect()
}

#[test]
fn readings_are_sorted_by_the_time_that_they_apply_to() {
    assert_eq!(ids(&accepted(&with_readings(&THREE)).readings("arrests")), ["in-july", "in-october", "in-january"]);
}

#[test]
fn a_measure_named_in_a_section_means_its_newest_reading() {
    let mut dataset = with_readings(&THREE);
    dataset["sections"][0]["figures"] = json!(["arrests", "in-july", "in-october"]);
    assert_eq!(accepted(&dataset).sections[0].figures, ["in-january", "in-july", "in-october"]);
}

#[test]
fn a_pinned_reading_leads_and_the_newest_is_the_later_one() {
    let mut dataset = with_readings(&THREE);
    dataset["measures"][0]["pinned"] = json!("in-july");
    dataset["sections"][0]["figures"] = json!(["arrests", "in-january", "in-october"]);
    let dashboard = accepted(&dataset);
    assert_eq!(dashboard.sections[0].figures, ["in-july", "in-january", "in-october"]);
    let later = |id: &str| Some(dashboard.later_reading(dashboard.figure(id)?)?.id.as_str());
    assert_eq!((later("in-july"), later("in-january")), (Some("in-january"), None));
}

#[test]
fn a_sentence_and_a_formula_that_name_a_measure_follow_its_newest_reading() {
    let mut dataset = with_readings(&THREE);
    dataset["summary"] = text("So many were arrested: {arrests}.");
    let before = json!({ "difference": ["arrests", "in-july"] });
    dataset["figures"].as_array_mut().into_iter().for_each(|all| all.push(derived("more", before.clone(), "people")));
    dataset["sections"][0]["figures"] = json!(["in-july", "in-october", "in-january", "more"]);
    let dashboard = accepted(&dataset);
    assert_eq!(dashboard.summary.figures().collect::<Vec<_>>(), ["in-january"]);
    assert_eq!(value(&dashboard, "more").size(), 2969.0);
}

#[test]
fn a_withdrawn_or_superseded_reading_is_not_the_newest() {
    let mut dataset = with_readings(&THREE);
    dataset["figures"][0]["superseded_by"] = json!("in-october");
    let dashboard = accepted(&dataset);
    assert_eq!(dashboard.newest_reading("arrests").map(|figure| figure.id.as_str()), Some("in-october"));
}

#[test]
fn one_line_supersedes_a_figure() {
    let mut dataset = with_readings(&THREE);
    dataset["figures"][1]["superseded_by"] = json!("in-october");
    let dashboard = accepted(&dataset);
    let status = dashboard.figure("in-july").map(|figure| figure.status.clone());
    assert_eq!(status, Some(model::Status::Superseded("in-october".into())));
}

#[test]
fn of_two_readings_of_one_day_neither_is_later_than_the_other() {
    let two = accepted(&with_readings(&[("ministry", 10, "2026-01"), ("police", 12, "2026-01-31")]));
    assert_eq!(two.figure("ministry").and_then(|figure| two.later_reading(figure)), None);
}

#[test]
fn a_measure_is_due_when_a_new_report_was_to_be_expected() {
    let mut dataset = with_readings(&THREE);
    assert_eq!(accepted(&dataset).due(&accepted(&dataset).measures[0]), None);
    dataset["measures"][0]["expected"] = json!("weekly");
    let dashboard = accepted(&dataset);
    let due = dashboard.due(&dashboard.measures[0]).map(|day| model::Day::on(day).to_string());
    assert_eq!(due.as_deref(), Some("2026-02-07"));
}

/// Two readings with these keys; whether the second continues the first.
fn continues(one: &[(&str, Json)], next: &[(&str, Json)]) -> bool {
    let mut dataset = with_readings(&[("first", 43, "2025-07-18"), ("second", 58, "2025-07-22")]);
    dataset["speakers"] = json!([
        { "id": "state", "name": text("the state") },
        { "id": "minister", "name": text("a minister"), "for": "state", "citations": [{ "source": "paper", "quote": "the minister of the state" }] },
        { "id": "club", "name": text("a club") },
    ]);
    for (place, keys) in [one, next].into_iter().enumerate() {
        dataset["figures"][place]["speaker"] = json!("state");
        for (key, value) in keys {
            dataset["figures"][place][key] = value.clone();
        }
    }
    let named = |id: &str| dataset["figures"].as_array().into_iter().flatten().any(|figure| figure["speaker"] == id);
    let unused: Vec<bool> =
        ["state", "minister", "club"].map(|id| named(id) || id == "state" && named("minister")).into();
    let mut used = unused.into_iter();
    if let Some(speakers) = dataset["speakers"].as_array_mut() {
        speakers.retain(|_| used.next().unwrap_or_default());
    }
    let dashboard = accepted(&dataset);
    match (dashboard.figure("first"), dashboard.figure("second")) {
        (Some(one), Some(next)) => dashboard.continues(one, next),
        _ => false,
    }
}

#[test]
fn a_line_joins_readings_by_one_speaker_or_for_one_body() {
    assert!(continues(&[], &[]));
    assert!(continues(&[("speaker", json!("minister"))], &[]));
    assert!(!continues(&[("speaker", json!("club"))], &[]));
}

#[test]
fn a_line_joins_totals_only_if_they_can_count_from_one_day() {
    let since = |date: &str| [("since", json!(date))];
    assert!(continues(&since("2025-06-27"), &since("2025-06-27")));
    assert!(continues(&since("2025-06-27"), &since("2025-07~")));
    assert!(!continues(&since("2025-06-27"), &since("2025-07-04")));
    assert!(!continues(&since("2025-06-27"), &[]));
}

#[test]
fn a_line_joins_neither_counts_of_periods_nor_superseded_readings() {
    assert!(!continues(&[("as_of", json!("2025-07-01/2025-07-18"))], &[]));
    assert!(!continues(&[("superseded_by", json!("second"))], &[]));
}
