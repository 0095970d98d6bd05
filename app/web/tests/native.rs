//! Every view renders without a browser, from the same components.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::fs;

use leptos::prelude::*;
use locale::Language;
use model::Dashboard;
use web::Failure;

fn real() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/dashboard.json")).unwrap()
}

fn failure(failure: &Failure) -> String {
    Owner::new().with(|| web::failure(failure, Language::English).into_html())
}

#[test]
fn the_page_is_rendered_with_every_figure_chart_and_note() {
    let dashboard = Dashboard::parse(&real()).unwrap();
    let html = web::render(&dashboard, Language::English);
    for figure in &dashboard.figures {
        assert!(html.contains(&format!("data-figure=\"{}\"", figure.id)), "{}", figure.id);
    }
    for chart in &dashboard.charts {
        assert!(html.contains(&format!("data-chart=\"{}\"", chart.id)), "{}", chart.id);
    }
    for source in &dashboard.sources {
        assert!(html.contains(&format!("data-source=\"{}\"", source.id)), "{}", source.id);
    }
}

#[test]
fn what_a_curator_writes_is_text_and_never_markup() {
    let text = real().replacen("\"Arrests claimed\"", "\"<script>alert(1)</script>\"", 1);
    let dashboard = Dashboard::parse(&text).unwrap();
    let html = web::render(&dashboard, Language::English);
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script"));
}

#[test]
fn the_page_is_the_same_each_time_it_is_rendered() {
    let dashboard = Dashboard::parse(&real()).unwrap();
    assert_eq!(web::render(&dashboard, Language::English), web::render(&dashboard, Language::English));
}

#[test]
fn the_problems_of_a_broken_file_are_rendered_in_the_words_of_the_check() {
    let problems = Dashboard::parse("{\"schema_version\": 1}").unwrap_err();
    let count = problems.len();
    let html = failure(&Failure::Problems(problems));
    assert!(html.contains("role=\"alert\""));
    assert_eq!(html.matches("data-problem").count(), count);
}

#[test]
fn a_missing_file_and_a_lost_connection_are_told_apart() {
    assert!(failure(&Failure::NotFound(404)).contains("404"));
    assert!(failure(&Failure::Unreachable).contains("connection"));
}

#[test]
fn waiting_for_the_data_is_said_to_everybody() {
    let html = Owner::new().with(|| web::loading(Language::English).to_html());
    assert!(html.contains("role=\"status\""));
}
