//! Texts have a version for each language, fall back to English, and name figures in braces.

mod support;

use model::{Dashboard, Piece, Unit};
use serde_json::{Value as Json, json};
use support::{accepted, dataset, reported};

fn with_summary(summary: Json) -> Dashboard {
    let mut dataset = dataset(&[
        reported("one", json!({ "exactly": 1 }), "people"),
        reported("two", json!({ "exactly": 2 }), "people"),
    ]);
    dataset["summary"] = summary;
    accepted(&dataset)
}

fn words(words: &str) -> Piece {
    Piece::Words(words.into())
}

fn figure(id: &str) -> Piece {
    Piece::Figure(id.into())
}

#[test]
fn a_sentence_is_divided_at_its_figures() {
    let summary = with_summary(json!({ "en": "{one}, then { two }{one}." })).summary;
    assert_eq!(summary.in_language("en"), [figure("one"), words(", then "), figure("two"), figure("one"), words(".")]);
}

#[test]
fn a_sentence_without_figures_stays_whole() {
    assert_eq!(with_summary(json!({ "en": "Thousands left." })).summary.in_language("en"), [words("Thousands left.")]);
}

#[test]
fn a_sentence_is_in_the_requested_language_or_else_in_english() {
    let summary = with_summary(json!({ "km": "{two} នាក់", "en": "{one} left" })).summary;
    assert_eq!(summary.in_language("km"), [figure("two"), words(" នាក់")]);
    assert_eq!(summary.in_language("th"), [figure("one"), words(" left")]);
    assert_eq!(summary.figures().collect::<Vec<_>>(), ["one", "two"]);
}

#[test]
fn a_label_is_in_the_requested_language_or_else_in_english() {
    let mut figure = reported("one", json!({ "exactly": 1 }), "people");
    figure["label"] = json!({ "en": "who left", "zh-Hant": "離開的人" });
    let dashboard = accepted(&dataset(&[figure]));
    let label = &dashboard.figures[0].label;
    assert_eq!((label.in_language("zh-Hant"), label.in_language("km")), ("離開的人", "who left"));
}

#[test]
fn a_figure_is_named_by_its_short_label_if_it_has_one() {
    let mut figure = reported("one", json!({ "exactly": 1 }), "people");
    assert_eq!(accepted(&dataset(std::slice::from_ref(&figure))).figures[0].name().in_language("en"), "one");
    figure["short"] = json!({ "en": "1" });
    assert_eq!(accepted(&dataset(&[figure])).figures[0].name().in_language("en"), "1");
}

#[test]
fn a_unit_is_known_by_its_word() {
    for (word, expected) in [
        ("USD", Unit::Money("USD".into())),
        ("percent", Unit::Percent),
        ("fraction", Unit::Fraction),
        ("tier", Unit::Level("tier".into())),
        ("months", Unit::Time("months".into())),
        ("people per location", Unit::Rate("people per location".into())),
        ("scam locations", Unit::Count("scam locations".into())),
    ] {
        let dashboard = accepted(&dataset(&[reported("one", json!({ "exactly": 1 }), word)]));
        assert_eq!(dashboard.figures[0].unit, expected);
        assert_eq!(expected.key(), word);
    }
}
