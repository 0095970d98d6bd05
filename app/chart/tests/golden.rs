//! Every chart of three editions, and of files made for one kind each, in both frames, as the bytes of the page. `UPDATE_EXPECT=1` writes them
//! again; look at them before you commit.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::fs;
use std::path::Path;

use chart::{Frame, scene};
use expect_test::expect_file;
use model::{Dashboard, Footnotes};
use statement::{Account, Language};

/// Draws the charts of a file and compares them with a folder.
fn drawn_as_they_were(text: &str, golden: &Path) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    fs::create_dir_all(golden).unwrap();
    let mut drawn = Vec::new();
    for chart in &dashboard.charts {
        for frame in Frame::PAGE {
            let name = format!("{}-{}.svg", chart.id, frame.name());
            expect_file![golden.join(&name)].assert_eq(&format!("{}\n", scene(&plot, chart, frame).picture()));
            drawn.push(name);
        }
    }
    for file in fs::read_dir(golden).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        let name = file.file_name().into_string().unwrap();
        assert!(drawn.contains(&name), "{name} belongs to no chart: remove it");
    }
}

fn golden() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
}

#[test]
fn every_chart_of_the_real_data_is_drawn_as_it_was() {
    drawn_as_they_were(&editions::text("cambodia").unwrap(), golden());
}

#[test]
fn every_chart_of_another_subject_is_drawn_as_it_was() {
    drawn_as_they_were(&editions::text("schools").unwrap(), &golden().join("schools"));
}

#[test]
fn every_chart_of_a_grown_edition_is_drawn_as_it_was() {
    drawn_as_they_were(&editions::text("grown").unwrap(), &golden().join("grown"));
}

#[test]
fn sums_are_drawn_as_they_were() {
    drawn_as_they_were(include_str!("kinds/sums.json"), &golden().join("sums"));
}

#[test]
fn series_are_drawn_as_they_were() {
    drawn_as_they_were(include_str!("kinds/series.json"), &golden().join("series"));
}

#[test]
fn maps_are_drawn_as_they_were() {
    drawn_as_they_were(include_str!("kinds/map.json"), &golden().join("map"));
}

#[test]
fn spans_are_drawn_as_they_were() {
    drawn_as_they_were(include_str!("kinds/spans.json"), &golden().join("spans"));
}
