//! At the desk only the parts of the page that an edit changes are drawn anew. What stands there after it is what a fresh
//! page would have, whatever was edited.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use leptos::prelude::Owner;
use model::{Dashboard, Footnotes, Section};
use serde_json::Value;
use statement::{Account, Language};
use web::desk::Part;

const PRINTED: &str = "1 January 2026";

/// Asks of a dashboard as it would be drawn.
fn plotted<T>(dashboard: &Dashboard, ask: impl FnOnce(&Account<'_>) -> T) -> T {
    let footnotes = Footnotes::of(dashboard);
    ask(&Account { dashboard, footnotes: &footnotes, language: Language::English, address: None })
}

fn page(dashboard: &Dashboard) -> String {
    Owner::new().with(|| web::page(dashboard, Language::English, Some(PRINTED)).into_html())
}

fn html(part: &Part<'_>, plot: &Account<'_>) -> String {
    Owner::new().with(|| part.view(plot, PRINTED).unwrap().into_html())
}

/// The same part of another dashboard.
fn same<'a>(part: &Part<'_>, plot: &Account<'a>) -> Part<'a> {
    let dashboard = plot.dashboard;
    match part {
        Part::Head => Part::Head,
        Part::Key => Part::Key,
        Part::Band(other) => Part::Band(section(dashboard, other)),
        Part::Corrections => Part::Corrections,
        Part::Opening(other) => Part::Opening(section(dashboard, other)),
        Part::Line(other) => Part::Line(dashboard.figure(&other.id).unwrap()),
        Part::Picture(other) => Part::Picture(dashboard.chart(&other.id).unwrap()),
        Part::Note(other) => {
            Part::Note(plot.footnotes.notes().iter().find(|note| note.source.id == other.source.id).unwrap())
        }
    }
}

fn section<'a>(dashboard: &'a Dashboard, other: &Section) -> &'a Section {
    dashboard.sections.iter().find(|section| section.id == other.id).unwrap()
}

/// The page after an edit, of which only the parts that changed are drawn anew; nothing where all of it has to be.
fn patched(old: &Dashboard, new: &Dashboard, page: &str) -> Option<(String, usize)> {
    plotted(old, |was| {
        plotted(new, |is| {
            let parts = Part::changed(was, is)?;
            let mut page = page.to_owned();
            for part in &parts {
                let before = html(&same(part, was), was);
                assert_eq!(page.matches(&before).count(), 1, "{part:?} stands on the page once");
                page = page.replacen(&before, &html(part, is), 1);
            }
            Some((page, parts.len()))
        })
    })
}

/// Every text and number of a file, by its place.
fn leaves(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            entries.iter().for_each(|(key, inner)| leaves(inner, format!("{place}/{key}"), found))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, inner)| leaves(inner, format!("{place}/{index}"), found));
        }
        Value::String(_) | Value::Number(_) => found.push(place),
        Value::Bool(_) | Value::Null => {}
    }
}

/// The texts after each of many small edits of a file that leave it sound.
fn edits(text: &str, each: usize) -> Vec<(String, Dashboard)> {
    let file: Value = serde_json::from_str(text).unwrap();
    let mut places = Vec::new();
    leaves(&file, String::new(), &mut places);
    let mut edits = Vec::new();
    for place in places.into_iter().step_by(each) {
        let mut file = file.clone();
        let leaf = file.pointer_mut(&place).unwrap();
        *leaf = match &*leaf {
            Value::String(words) if place.ends_with("/status") && words == "disputed" => "withdrawn".into(),
            Value::String(words) if place.ends_with("date") || place.ends_with("/as_of") => {
                words.replace("20", "19").into()
            }
            Value::String(words) => format!("{words} anew").into(),
            number => (number.as_f64().unwrap() * 2.0).into(),
        };
        if let Ok(dashboard) = Dashboard::parse(&file.to_string()) {
            edits.push((place, dashboard));
        }
    }
    edits
}

#[test]
fn after_any_edit_the_page_is_what_a_fresh_one_would_be() {
    for (edition, each) in [("cambodia", 7), ("grown", 11), ("schools", 4), ("letters", 4)] {
        let text = editions::text(edition).unwrap();
        let old = Dashboard::parse(&text).unwrap();
        let printed = page(&old);
        let mut in_parts = 0;
        for (place, new) in edits(&text, each) {
            if let Some((patched, _)) = patched(&old, &new, &printed) {
                in_parts += 1;
                assert!(patched == page(&new), "{edition}: {place}");
            }
        }
        assert!(in_parts > 30, "{edition}: {in_parts}");
    }
}

#[test]
fn another_date_of_an_article_is_shown_wherever_it_tells_the_article_from_others_of_its_outlet() {
    let text = editions::text("letters").unwrap();
    let old = Dashboard::parse(&text).unwrap();
    let printed = page(&old);
    for index in 0..old.sources.len() {
        let mut file: Value = serde_json::from_str(&text).unwrap();
        file["sources"][index]["issued"] = serde_json::json!({ "date-parts": [[2025, 12, 31]] });
        let new = Dashboard::parse(&file.to_string()).unwrap();
        if let Some((patched, _)) = patched(&old, &new, &printed) {
            assert!(patched == page(&new), "{}", new.sources[index].id);
        }
    }
}

#[test]
fn an_edit_of_one_figure_draws_a_few_parts_anew() {
    let text = editions::text("cambodia").unwrap();
    let old = Dashboard::parse(&text).unwrap();
    let new =
        Dashboard::parse(&text.replacen("that Cambodia’s Anti-Scam Commission says", "that a commission says", 1))
            .unwrap();
    assert_ne!(old, new, "the edit changed something");
    let (_, parts) = patched(&old, &new, &page(&old)).unwrap();
    assert!(parts < 8, "{parts}");
}

#[test]
fn a_page_with_other_parts_or_numbers_is_drawn_anew_as_a_whole() {
    let text = editions::text("cambodia").unwrap();
    let old = Dashboard::parse(&text).unwrap();
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["sections"].as_array_mut().unwrap().swap(0, 1);
    let new = Dashboard::parse(&file.to_string()).unwrap();
    assert!(patched(&old, &new, &page(&old)).is_none());
}
