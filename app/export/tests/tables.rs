//! The figures as CSV: a row for each figure and citation, nothing more exact than it was reported, safe to open.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use std::collections::BTreeMap;

use expect_test::expect_file;
use model::Origin;
use proptest::prelude::*;
use serde_json::json;
use support::{REAL, all, dataset, edition, located, odd, odd_sources, text};

/// A row by its column.
type Row = BTreeMap<String, String>;

/// Reads a table as any other program would.
fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect::<Row>()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn figures(text: &str) -> Vec<Row> {
    rows(&edition(text, |edition, _| edition.figures_csv()))
}

fn of<'r>(rows: &'r [Row], figure: &str) -> &'r Row {
    rows.iter().find(|row| row["figure"] == figure).unwrap()
}

#[test]
fn every_citation_of_every_figure_is_a_row() {
    // Those of the odd dataset begin as formulas do, and are made harmless.
    for text in all().iter().filter(|text| **text != odd()) {
        citations_are_rows(text);
    }
}

fn citations_are_rows(text: &str) {
    let rows = figures(text);
    edition(text, |edition, _| {
        for figure in &edition.dashboard.figures {
            let of_figure: Vec<&Row> = rows.iter().filter(|row| row["figure"] == figure.id).collect();
            assert!(!of_figure.is_empty(), "{} is missing", figure.id);
            let quotes: Vec<&str> = of_figure.iter().map(|row| row["quote"].as_str()).collect();
            if let Origin::Reported(citations) = &figure.origin {
                assert_eq!(quotes, citations.iter().map(|citation| citation.quote.as_str()).collect::<Vec<_>>());
                assert!(of_figure.iter().all(|row| row["evidence_for"] == figure.id && row["formula"].is_empty()));
            }
            let printed = edition.bare(&figure.value, &figure.unit).to_string();
            for row in of_figure {
                assert_eq!(row["value"], printed);
                let number: usize = row["footnote"].parse().unwrap();
                assert_eq!(edition.footnotes.number(&row["source"]), Some(number));
            }
        }
    });
}

#[test]
fn a_value_is_no_more_exact_than_it_was_reported() {
    let rows = figures(REAL);
    for (figure, qualifier, low, high) in [
        ("arrests", "about", "5000", "5000"),
        ("raids", "exactly", "118", "118"),
        ("fraud-losses", "exactly", "4570000000", "4570000000"),
        ("annual-return", "more_than", "12500000000", ""),
        ("footage-compounds", "at_least", "10", ""),
        ("punishment", "between", "7", "20"),
        ("implied-gdp", "about_more_than", "25000000000", ""),
        ("left", "magnitude", "", ""),
        ("gdp-share", "about", "0.5", "0.5"),
    ] {
        let row = of(&rows, figure);
        assert_eq!([&row["qualifier"], &row["low"], &row["high"]], [qualifier, low, high], "{figure}");
    }
    assert_eq!(of(&rows, "left")["value"], "thousands of people");
    assert_eq!(of(&rows, "implied-gdp")["value"], "more than about $25 billion");
}

#[test]
fn an_article_that_gives_another_value_is_shown_with_it() {
    let rows = figures(REAL);
    let guardian = of(&rows, "un-estimate");
    assert_eq!([&guardian["value"], &guardian["article_value"]], ["about 100,000 people", "100,000 people"]);
    assert_eq!([&guardian["article_qualifier"], &guardian["article_low"]], ["exactly", "100000"]);
    let newser = rows.iter().find(|row| row["figure"] == "un-estimate" && row["source"] == "newser").unwrap();
    assert_eq!([&newser["article_value"], &newser["article_low"], &newser["repeats"]], ["", "", "guardian"]);
}

#[test]
fn a_computed_figure_shows_its_formula_and_every_citation_it_rests_on() {
    let rows = figures(REAL);
    let row = of(&rows, "arrests-per-location");
    assert_eq!(row["formula"], "about 5,000 people (Arrests claimed) divided by 118 scam locations (Locations raided)");
    let evidence: Vec<&str> = rows
        .iter()
        .filter(|row| row["figure"] == "arrests-per-location")
        .map(|row| row["evidence_for"].as_str())
        .collect();
    assert_eq!(evidence, ["arrests", "raids"]);
}

#[test]
fn what_is_computed_from_computed_figures_rests_on_reported_ones_each_once() {
    let rows = figures(&odd());
    let evidence: Vec<&str> =
        rows.iter().filter(|row| row["figure"] == "twice").map(|row| row["evidence_for"].as_str()).collect();
    assert_eq!(evidence, ["left", "left", "left", "left", "left", "left", "other"]);
    assert_eq!(of(&rows, "twice")["qualifier"], "about_at_least");
    assert_eq!(of(&rows, "both")["low"], "0.4");
}

#[test]
fn what_is_not_known_of_an_article_stays_empty() {
    let rows = figures(&odd());
    let least = rows.iter().find(|row| row["source"] == "least").unwrap();
    for column in ["title", "outlet", "authors", "published", "url", "archive_url", "wording", "as_of", "said_by"] {
        assert_eq!(least[column], "", "{column}");
    }
    let dates: Vec<&str> = rows.iter().take(6).map(|row| row["published"].as_str()).collect();
    assert_eq!(dates, ["2026-01-07", "", "2026-01", "2025-06~", "2024~", "1967"]);
}

#[test]
fn a_superseded_figure_has_its_status_and_its_successor() {
    let mut data = dataset(&odd_sources(), "who left");
    data["figures"][0]["status"] = json!("superseded");
    data["figures"][0]["superseded_by"] = json!("other");
    data["figures"][1]["status"] = json!("disputed");
    let rows = figures(&data.to_string());
    assert_eq!([&of(&rows, "left")["status"], &of(&rows, "left")["superseded_by"]], ["superseded", "other"]);
    assert_eq!([&of(&rows, "other")["status"], &of(&rows, "both")["status"]], ["disputed", "superseded"]);
}

#[test]
fn a_chart_of_figures_has_theirs_and_a_timeline_its_events() {
    for text in all() {
        charts_have_theirs(&text);
    }
    edition(REAL, |edition, _| {
        let timeline = rows(&edition.chart_csv(edition.dashboard.chart("timeline").unwrap()));
        let rising = timeline.iter().find(|row| row["event"] == "rising").unwrap();
        assert_eq!(rising["date"], "2021/..");
        let newser = timeline.iter().find(|row| row["event"] == "sanctions" && row["source"] == "newser").unwrap();
        assert_eq!([&newser["date"], &newser["article_date"]], ["2025-10-14", "2025-10"]);
    });
}

#[test]
fn a_chart_of_events_and_figures_has_both_and_says_which_each_row_is_of() {
    let mut data: serde_json::Value = serde_json::from_str(REAL).unwrap();
    let raids = data["figures"].as_array_mut().unwrap().iter_mut().find(|figure| figure["id"] == "raids").unwrap();
    raids["since"] = json!("2025-07-04~");
    data["charts"].as_array_mut().unwrap().push(json!({
        "id": "spans", "kind": "spans", "title": text("Spans"), "finding": text("Totals have no dates"),
        "events": ["commission"], "figures": ["raids"],
    }));
    data["sections"][0]["charts"] = json!(["spans"]);
    let described = package(&data.to_string());
    edition(&data.to_string(), |edition, _| {
        let rows = rows(&edition.chart_csv(edition.dashboard.chart("spans").unwrap()));
        let (event, figure) = (&rows[0], rows.last().unwrap());
        let of = |row: &Row| ["event", "date", "figure", "as_of", "since"].map(|column| row[column].clone());
        assert_eq!(of(event), ["commission", "2025-07-04", "", "", ""]);
        assert_eq!(of(figure), ["", "", "raids", "2026-01", "2025-07-04~"]);
        assert!(!event["label"].is_empty() && !figure["label"].is_empty() && !event["quote"].is_empty());
        for field in described {
            let required = field["constraints"]["required"] == true;
            let column = field["name"].as_str().unwrap();
            assert!(!required || rows.iter().all(|row| !row[column].is_empty()), "{column} is not always there");
        }
    });
}

/// The fields of the chart `spans` as the Data Package describes them.
fn package(data: &str) -> Vec<serde_json::Value> {
    edition(data, |edition, _| {
        let file = export::File { path: "charts/spans.csv", content: None };
        let described: serde_json::Value = serde_json::from_str(&edition.data_package(&[file])).unwrap();
        described["resources"][0]["schema"]["fields"].as_array().unwrap().clone()
    })
}

fn charts_have_theirs(text: &str) {
    edition(text, |edition, _| {
        for chart in &edition.dashboard.charts {
            let rows = rows(&edition.chart_csv(chart));
            let column = if chart.figures.is_empty() { "event" } else { "figure" };
            let mut ids: Vec<&str> = rows.iter().map(|row| row[column].as_str()).collect();
            ids.dedup();
            let drawn = if chart.figures.is_empty() { &chart.events } else { &chart.figures };
            assert_eq!(ids, *drawn, "{}", chart.id);
        }
    });
}

#[test]
fn the_tables_stay_as_they_were() {
    edition(REAL, |edition, _| {
        for id in ["punishment-range", "people"] {
            let chart = edition.dashboard.chart(id).unwrap();
            expect_file![format!("golden/{id}.csv")].assert_eq(&edition.chart_csv(chart).replace("\r\n", "\n"));
        }
    });
    edition(&editions::text("schools").unwrap(), |edition, _| {
        expect_file!["golden/schools.csv"].assert_eq(&edition.figures_csv().replace("\r\n", "\n"));
    });
}

#[test]
fn lines_end_as_rfc_4180_has_it_and_texts_are_quoted() {
    let table = edition(REAL, |edition, _| edition.figures_csv());
    assert!(table.ends_with("\r\n"));
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    assert!(table.starts_with("\u{feff}\"figure\",\"label\",\"value\""), "Excel knows UTF-8 by its mark");
    assert_eq!(table.matches('\u{feff}').count(), 1);
}

/// Whether a spreadsheet would take a cell for a formula, whatever it skips before it looks.
fn is_formula(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || "\u{feff}\u{200b}".contains(c));
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn no_cell_is_a_formula() {
    for row in all().iter().flat_map(|text| figures(text)) {
        for (column, cell) in &row {
            assert!(!is_formula(cell), "{column}: {cell}");
        }
    }
    assert_eq!(of(&figures(&odd()), "other")["label"], "'@SUM(A1)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_text_comes_back_as_it_was_but_for_apostrophes(label in "[=+@;,\"'\r\n\t a-z១🙂＝-]{1,24}") {
        prop_assume!(!label.trim().is_empty());
        let mut data = dataset(&odd_sources(), "who left");
        data["figures"][0]["label"] = text(&label);
        let read = of(&figures(&data.to_string()), "left")["label"].clone();
        prop_assert_eq!(read.replace('\'', ""), label.replace('\'', ""));
        prop_assert!(!is_formula(&read));
        // A spreadsheet that cuts cells at semicolons, tabs and line breaks finds no formula either.
        prop_assert!(!read.split([';', '\t', '\r', '\n']).any(is_formula));
        if !label.contains(['=', '+', '@', '＝', '-', '\t', '\r', '\n']) {
            prop_assert_eq!(read, label);
        }
    }
}

#[test]
fn the_places_of_a_figure_and_of_an_event_are_in_their_rows_with_their_precision() {
    let text = located().to_string();
    let rows = figures(&text);
    assert_eq!(of(&rows, "left")["place"], "The town (city)");
    assert_eq!(of(&rows, "other")["place"], "The town (city); The land (country)");
    assert_eq!(of(&rows, "twice")["place"], "");
    let events = edition(&text, |edition, _| edition.chart_csv(edition.dashboard.chart("times").unwrap()));
    assert_eq!(self::rows(&events)[0]["place"], "The land (country)");
}
