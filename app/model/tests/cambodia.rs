//! The edition `cambodia`, a fixed copy for tests: it is accepted, all figures are cited, and the derived values are correct.

mod support;

use std::collections::BTreeSet;

use model::{Bounds, Dashboard, Footnotes, Value};
use serde_json::Value as Json;
use support::{REAL, accepted, minimal, value};

fn cambodia() -> Dashboard {
    accepted(&serde_json::from_str(REAL).unwrap_or_default())
}

#[test]
fn the_edition_has_no_problems() {
    let problems = Dashboard::parse(REAL).err().map(|problems| problems.to_string());
    assert_eq!(problems, None);
}

#[test]
fn the_least_dataset_is_accepted() {
    assert_eq!(accepted(&minimal()).figures.len(), 1);
}

#[test]
fn the_least_dataset_is_accepted_behind_a_byte_order_mark() {
    assert!(Dashboard::parse(&format!("\u{feff}{}", minimal())).is_ok());
}

#[test]
fn every_part_of_the_file_is_read() {
    let (file, dashboard): (Json, _) = (serde_json::from_str(REAL).unwrap(), cambodia());
    let count = |key: &str| file[key].as_array().map_or(0, Vec::len);
    assert_eq!(dashboard.sources.len(), count("sources"));
    assert_eq!(dashboard.figures.len(), count("figures"));
    assert_eq!(dashboard.events.len(), count("events"));
    assert_eq!(dashboard.charts.len(), count("charts"));
    assert_eq!(dashboard.sections.len(), count("sections"));
    assert_eq!(dashboard.corrections.len(), count("corrections"));
}

#[test]
fn every_reported_figure_and_every_event_names_an_article_and_quotes_it() {
    let dashboard = cambodia();
    let figures = dashboard.figures.iter().filter(|figure| !figure.is_derived());
    let figures = figures.map(|figure| (&figure.id, figure.citations().collect::<Vec<_>>()));
    let events = dashboard.events.iter().map(|event| (&event.id, event.citations.iter().collect()));
    for (id, citations) in figures.chain(events) {
        assert!(!citations.is_empty(), "{id} is not cited");
        for citation in citations {
            assert!(dashboard.source(&citation.source).is_some(), "{id} cites an unknown article");
            let words = citation.quote.split_whitespace().count();
            assert!((1..=12).contains(&words), "{id} quotes {words} words");
        }
    }
}

#[test]
fn every_figure_and_every_event_has_a_marker() {
    let dashboard = cambodia();
    let footnotes = Footnotes::of(&dashboard);
    let figures = dashboard.figures.iter().map(|figure| &figure.id);
    for id in figures.chain(dashboard.events.iter().map(|event| &event.id)) {
        assert!(!footnotes.markers(id).is_empty(), "{id} has no marker");
    }
}

#[test]
fn every_marker_leads_to_a_passage_and_no_two_passages_share_an_address() {
    let dashboard = cambodia();
    let footnotes = Footnotes::of(&dashboard);
    let mut passages = BTreeSet::new();
    for note in footnotes.notes() {
        for passage in &note.passages {
            assert!(passages.insert(note.source.passage_anchor(passage.item)), "{} twice", passage.item);
        }
    }
    for figure in &dashboard.figures {
        for marker in footnotes.markers(&figure.id) {
            assert!(passages.contains(&marker.anchor), "{} leads nowhere", marker.anchor);
        }
    }
}

#[test]
fn the_five_leading_figures_are_read_as_they_were_reported() {
    let dashboard = cambodia();
    let leading = &dashboard.sections[0].figures;
    assert_eq!(leading.len(), 5);
    let values: Vec<Value> = leading.iter().map(|id| value(&dashboard, id)).collect();
    for expected in [
        Value::about(100_000.0),
        Value::exactly(118.0),
        Value::about(5000.0),
        Value::exactly(4.57e9),
        Value::bounded(Bounds::MoreThan(12.5e9)),
    ] {
        assert!(values.contains(&expected), "{expected:?} is not among {values:?}");
    }
}

#[test]
fn more_than_12_5_billion_over_about_half_is_more_than_about_25_billion() {
    let expected = Value { bounds: Bounds::MoreThan(25e9), approximate: true };
    assert_eq!(value(&cambodia(), "implied-gdp"), expected);
}

#[test]
fn about_5000_arrests_in_118_locations_are_about_42_each() {
    assert_eq!(value(&cambodia(), "arrests-per-location"), Value::about(42.0));
}

#[test]
fn the_indonesians_are_about_1_4_percent_of_the_estimate() {
    assert_eq!(value(&cambodia(), "indonesian-share"), Value::about(1.4));
}

#[test]
fn the_estimate_is_about_20_people_for_each_arrest() {
    assert_eq!(value(&cambodia(), "people-per-arrest"), Value::about(20.0));
}

#[test]
fn articles_that_repeat_one_another_are_one_origin() {
    let dashboard = cambodia();
    assert_eq!(dashboard.origins(["guardian", "newser", "asiadaily"].into_iter()).len(), 1);
    assert_eq!(dashboard.origins(["guardian", "jurist"].into_iter()).len(), 2);
    assert_eq!(dashboard.origins(["newser"].into_iter()).len(), 1);
    assert_eq!(dashboard.origins(std::iter::empty()).len(), 0);
}
