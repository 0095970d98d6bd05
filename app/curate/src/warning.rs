//! What is not wrong and could be better: nobody is kept from publishing by it.

use std::collections::BTreeSet;

use model::{Dashboard, Date, Day, Status};

use crate::finding::Finding;
use crate::place::Places;

/// The warnings for a file in which nothing is wrong.
pub fn warnings(dashboard: &Dashboard, places: &Places<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    stale(dashboard, places, &mut warnings);
    unarchived(dashboard, places, &mut warnings);
    untranslated(places, &mut warnings);
    undrawn(dashboard, places, &mut warnings);
    lone_units(dashboard, places, &mut warnings);
    warnings
}

/// "updated" is not before anything that the file reports.
fn stale(dashboard: &Dashboard, places: &Places<'_>, warnings: &mut Vec<Finding>) {
    let updated = dashboard.updated;
    // A month that is not over yet when the file is updated does not make it stale.
    let begins = |day: &Day| day.first();
    let sources =
        dashboard.sources.iter().filter_map(|source| Some((source.issued?, format!("\"{}\" is of", source.id))));
    let corrections = dashboard
        .corrections
        .iter()
        .map(|correction| (correction.date.start(), format!("a correction of \"{}\" is of", correction.figure)));
    let events = dashboard.events.iter().flat_map(|event| {
        let dates =
            std::iter::once(&event.date).chain(event.citations.iter().filter_map(|citation| citation.date.as_ref()));
        dates.map(|date| (date.start(), format!("\"{}\" is dated", event.id)))
    });
    let figures = dashboard
        .figures
        .iter()
        .filter_map(|figure| Some((figure.as_of.as_ref().map(Date::start)?, format!("\"{}\" holds for", figure.id))));
    let newest = sources.chain(corrections).chain(events).chain(figures).max_by_key(|(day, _)| begins(day));
    if let Some((day, what)) = newest.filter(|(day, _)| begins(day) > updated.last()) {
        let message =
            format!("this file was last updated on {updated}, but {what} {day}: write the day of the last change");
        warnings.push(Finding::warning("updated", message, places));
    }
}

/// Each article has a copy that stays when its page goes.
fn unarchived(dashboard: &Dashboard, places: &Places<'_>, warnings: &mut Vec<Finding>) {
    for (place, source) in dashboard.sources.iter().enumerate() {
        if source.archive_url.is_none() {
            let message =
                format!("\"{}\" has no copy in a web archive: save one, and name it as \"archive_url\"", source.id);
            warnings.push(Finding::warning(&format!("sources[{place}].id"), message, places));
        }
    }
}

/// A text has every language that another text of the file has.
fn untranslated(places: &Places<'_>, warnings: &mut Vec<Finding>) {
    let file: serde_json::Value = serde_json::from_str(places.text()).unwrap_or_default();
    let mut texts = Vec::new();
    gather(&file, "", &mut texts);
    let all: BTreeSet<&str> = texts.iter().flat_map(|(_, languages)| languages.iter().copied()).collect();
    for (path, languages) in &texts {
        let missing: Vec<String> = all
            .iter()
            .filter(|language| !languages.contains(*language))
            .map(|language| format!("\"{language}\""))
            .collect();
        if !missing.is_empty() {
            let message = format!(
                "this text has no {}, which other texts have: readers of it see English here",
                missing.join(" and ")
            );
            warnings.push(Finding::warning(path, message, places));
        }
    }
}

/// Every text of the file with its languages: an object with English in it.
fn gather<'v>(value: &'v serde_json::Value, path: &str, texts: &mut Vec<(String, Vec<&'v str>)>) {
    match value {
        serde_json::Value::Object(map) if map.get("en").is_some_and(serde_json::Value::is_string) => {
            texts.push((path.to_owned(), map.keys().map(String::as_str).collect()));
        }
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                gather(value, &path, texts);
            }
        }
        serde_json::Value::Array(list) => {
            for (item, value) in list.iter().enumerate() {
                gather(value, &format!("{path}[{item}]"), texts);
            }
        }
        _ => {}
    }
}

/// Every figure that stands is drawn in a chart, or named in the words beside one.
fn undrawn(dashboard: &Dashboard, places: &Places<'_>, warnings: &mut Vec<Finding>) {
    let drawn = |id: &str| {
        dashboard.charts.iter().any(|chart| {
            chart.figures.iter().any(|figure| figure == id) || chart.finding.figures().any(|figure| figure == id)
        })
    };
    for (place, figure) in dashboard.figures.iter().enumerate() {
        if matches!(figure.status, Status::Current | Status::Disputed) && !drawn(&figure.id) {
            let message =
                format!("\"{}\" is on no chart: add it to one, or leave it where its section is enough", figure.id);
            warnings.push(Finding::warning(&format!("figures[{place}].id"), message, places));
        }
    }
}

/// A unit that one figure alone has, and that is nearly another's, may be mistyped.
fn lone_units(dashboard: &Dashboard, places: &Places<'_>, warnings: &mut Vec<Finding>) {
    for (place, figure) in dashboard.figures.iter().enumerate() {
        let unit = figure.unit.key();
        let others = || dashboard.figures.iter().filter(|other| other.id != figure.id).map(|other| other.unit.key());
        if others().any(|other| other == unit) {
            continue;
        }
        let near = others()
            .find(|other| strsim::osa_distance(other, unit) <= 1 + unit.chars().count().min(other.chars().count()) / 6);
        if let Some(near) = near {
            let message = format!("no other figure has the unit \"{unit}\"; did you mean \"{near}\"?");
            warnings.push(Finding::warning(&format!("figures[{place}].unit"), message, places));
        }
    }
}
