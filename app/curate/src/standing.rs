//! Superseded and withdrawn figures that are still used: in computed figures, in sentences and in charts.

use std::collections::BTreeSet;

use model::{Dashboard, Origin, Prose, Status};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each use of a superseded or withdrawn figure.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let mut warn = |path: String, id: &str, how: &str| {
        if let Some((what, advice)) = fallen(dashboard, id) {
            let message = format!("{how} \"{id}\", which {what}: {advice}");
            warnings.push(Finding::warning(&path, message, outline));
        }
    };
    for (place, figure) in dashboard.figures.iter().enumerate() {
        if let (Origin::Derived(formula), true) = (&figure.origin, figure.status.stands()) {
            let key = formula.operation.key();
            for (item, operand) in formula.operands.iter().enumerate() {
                warn(format!("figures[{place}].derive.{key}[{item}]"), operand, "this is computed from");
            }
        }
    }
    for (path, prose, owner) in sentences(dashboard) {
        let named: BTreeSet<&str> = in_english(prose).collect();
        for id in &named {
            // "From {old} it rose to {new}": the past is meant. So it is in the note of what took its place.
            let past = newest(dashboard, id).is_some_and(|newer| named.contains(newer));
            if !past && !owner.is_some_and(|owner| replaces(dashboard, owner, id)) {
                warn(format!("{path}.en"), id, "this sentence names");
            }
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate() {
        // Beside the one that took its place a superseded figure shows how the count changed.
        let drawn: BTreeSet<&str> = chart.figures.iter().map(String::as_str).collect();
        for (item, id) in chart.figures.iter().enumerate() {
            let newer = newest(dashboard, id);
            if newer.is_none_or(|newer| !drawn.contains(newer)) {
                warn(format!("charts[{place}].figures[{item}]"), id, "this chart draws");
            }
        }
    }
    warnings
}

/// Every sentence of what stands, with its path, and the figure whose note it is.
fn sentences(dashboard: &Dashboard) -> Vec<(String, &Prose, Option<&str>)> {
    let mut all = vec![("summary".to_owned(), &dashboard.summary, None)];
    for (place, figure) in dashboard.figures.iter().enumerate().filter(|(_, figure)| figure.status.stands()) {
        all.extend(figure.note.iter().map(|note| (format!("figures[{place}].note"), note, Some(figure.id.as_str()))));
    }
    for (place, event) in dashboard.events.iter().enumerate() {
        all.extend(event.note.iter().map(|note| (format!("events[{place}].note"), note, None)));
    }
    for (place, section) in dashboard.sections.iter().enumerate() {
        all.extend(section.summary.iter().map(|summary| (format!("sections[{place}].summary"), summary, None)));
    }
    let charts = dashboard.charts.iter().enumerate();
    all.extend(charts.map(|(place, chart)| (format!("charts[{place}].finding"), &chart.finding, None)));
    all
}

/// The ids that the English sentence names; the other languages say the same.
fn in_english(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.in_language("en").iter().filter_map(|piece| match piece {
        model::Piece::Figure(id) => Some(id.as_str()),
        model::Piece::Words(_) => None,
    })
}

/// What became of a figure that no longer stands, and what to do where it is used.
fn fallen(dashboard: &Dashboard, id: &str) -> Option<(String, String)> {
    match dashboard.figure(id)?.status {
        Status::Superseded(_) => {
            let newer = newest(dashboard, id)?;
            Some((format!("\"{newer}\" has superseded"), format!("name \"{newer}\", or leave it if the past is meant")))
        }
        Status::Withdrawn => {
            Some(("is withdrawn".into(), "take it out, or leave it if the words say that it is withdrawn".into()))
        }
        _ => None,
    }
}

/// The last of the figures that took one another's place, this one's first; nothing where it still stands.
fn newest<'d>(dashboard: &'d Dashboard, id: &str) -> Option<&'d str> {
    successors(dashboard, id).last()
}

/// Whether a figure is the last or any of those that took the place of an old one.
fn replaces(dashboard: &Dashboard, figure: &str, old: &str) -> bool {
    successors(dashboard, old).any(|id| id == figure)
}

/// The figures that took the place of this one, each after the one that it superseded. The model lets no chain lead back
/// into itself.
fn successors<'d>(dashboard: &'d Dashboard, id: &str) -> impl Iterator<Item = &'d str> {
    let next = |id: &str| match &dashboard.figure(id)?.status {
        Status::Superseded(by) => Some(by.as_str()),
        _ => None,
    };
    std::iter::successors(next(id), move |id| next(id))
}
