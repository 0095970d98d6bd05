//! Warns of superseded, withdrawn and disputed figures that are still used: in formulas, sentences and charts, and at the
//! head of the page. A computed figure inherits the status of its operands.

use std::collections::BTreeSet;

use model::{Dashboard, Figure, Origin, Prose, Status};

use crate::finding::Finding;
use crate::outline::Outline;
use crate::sentences::{Sentence, sentences};

/// A warning for each use of a figure that is superseded, withdrawn or disputed, or computed from one that is.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let mut warn = |path: &str, message: String| warnings.push(Finding::warning(path, message, outline));
    for (place, figure) in dashboard.figures.iter().enumerate() {
        if let Status::Superseded(by) = &figure.status
            && dashboard.figure(by).is_some_and(|newer| newer.status == Status::Withdrawn)
        {
            let id = &figure.id;
            let advice = format!("name the figure that replaces it, or give \"{id}\" the status \"withdrawn\" too");
            let message = format!("\"{id}\" is superseded by \"{by}\", which is withdrawn: {advice}");
            warn(&format!("figures[{place}].superseded_by"), message);
        }
        if let (Origin::Derived(formula), true) = (&figure.origin, figure.status.applies()) {
            let key = formula.operation.key();
            for (item, operand) in formula.operands.iter().enumerate() {
                for cause in causes(dashboard, operand) {
                    // A figure with the status "disputed" itself needs no warning for disputed operands.
                    if !(figure.status == Status::Disputed && cause.status == Status::Disputed) {
                        let path = format!("figures[{place}].derive.{key}[{item}]");
                        warn(&path, message(dashboard, "this is computed from", operand, cause, &figure.id));
                    }
                }
            }
        }
    }
    for Sentence { path, prose, note_of: owner } in sentences(dashboard) {
        // The note of such a figure may explain its status.
        if owner.and_then(|id| dashboard.figure(id)).is_some_and(|figure| !figure.status.applies()) {
            continue;
        }
        let named: BTreeSet<&str> = in_english(prose).collect();
        for id in &named {
            for cause in causes(dashboard, id) {
                // A sentence that names both figures, as in "From {old} it rose to {new}", is about the past, and so is the note of
                // the newer figure. The note of a disputed figure may say who disputes it.
                let past = dashboard.newest(cause).is_some_and(|newer| named.contains(newer.id.as_str()));
                let replaces = |owner: &str| dashboard.successors(cause).any(|newer| newer.id == owner);
                let own = owner.is_some_and(|owner| owner == *id || replaces(owner));
                if !past && !own {
                    warn(&format!("{path}.en"), message(dashboard, "this sentence names", id, cause, id));
                }
            }
        }
    }
    // In the first section, as in a chart, a superseded figure beside its successor shows how the count changed.
    for (item, id) in dashboard.sections.first().iter().flat_map(|first| &first.figures).enumerate() {
        for cause in causes(dashboard, id).into_iter().filter(|cause| !is_beside_newer(dashboard, cause, 0)) {
            let advice = "replace it by a current one, or move it to a later section";
            let message = format!("the page begins with {}: {advice}", described(dashboard, id, cause));
            warn(&format!("sections[0].figures[{item}]"), message);
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate() {
        let drawn: BTreeSet<&str> = chart.figures.iter().map(String::as_str).collect();
        for (item, id) in chart.figures.iter().enumerate() {
            let figure = dashboard.figure(id).filter(|figure| !figure.status.applies());
            let is_alone =
                |figure: &&Figure| dashboard.newest(figure).is_none_or(|newer| !drawn.contains(newer.id.as_str()));
            if let Some(figure) = figure.filter(is_alone) {
                let path = format!("charts[{place}].figures[{item}]");
                warn(&path, message(dashboard, "this chart draws", id, figure, id));
            }
        }
    }
    warnings
}

/// Whether a superseded figure and its successor are both in these figures.
fn is_beside_newer(dashboard: &Dashboard, figure: &Figure, section: usize) -> bool {
    let section = dashboard.sections.get(section);
    let newest = dashboard.newest(figure);
    section.zip(newest).is_some_and(|(section, newest)| section.figures.contains(&newest.id))
}

/// The superseded, withdrawn or disputed figures behind a figure: itself, else those among its operands.
fn causes<'d>(dashboard: &'d Dashboard, id: &str) -> Vec<&'d Figure> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![id];
    while let Some(figure) = waiting.pop().and_then(|id| dashboard.figure(id)) {
        // Formulas may share operands; each is visited once.
        if !seen.insert(figure.id.as_str()) {
            continue;
        }
        match (&figure.status, &figure.origin) {
            (Status::Current, Origin::Derived(formula)) => {
                waiting.extend(formula.operands.iter().rev().map(String::as_str));
            }
            (Status::Current, Origin::Reported(_)) => {}
            _ => found.push(figure),
        }
    }
    found
}

/// The message: how a figure is used, its status, and what to do. `user` is the figure that should get the same status.
fn message(dashboard: &Dashboard, how: &str, id: &str, cause: &Figure, user: &str) -> String {
    format!("{how} {}: {}", described(dashboard, id, cause), advice(dashboard, cause, user))
}

/// A figure with its status, or with that of its operand.
fn described(dashboard: &Dashboard, id: &str, cause: &Figure) -> String {
    let what = match &cause.status {
        Status::Superseded(by) => match dashboard.newest(cause) {
            Some(newer) if newer.status == Status::Withdrawn => {
                format!("the withdrawn figure \"{}\" has superseded", newer.id)
            }
            newer => format!("\"{}\" has superseded", newer.map_or(by, |newer| &newer.id)),
        },
        Status::Withdrawn => "is withdrawn".into(),
        Status::Disputed | Status::Current => "is disputed".into(),
    };
    if cause.id == id {
        return format!("\"{id}\", which {what}");
    }
    format!("\"{id}\", which is computed from \"{}\", which {what}", cause.id)
}

/// What to do about the use of a figure.
fn advice(dashboard: &Dashboard, cause: &Figure, user: &str) -> String {
    let newer = dashboard.newest(cause).filter(|newer| newer.status != Status::Withdrawn);
    let computed = user != cause.id;
    match (&cause.status, newer) {
        (Status::Superseded(_), Some(newer)) if computed => {
            format!("name \"{}\" in the formula, or keep it if the past is meant", newer.id)
        }
        (Status::Superseded(_), Some(newer)) => {
            format!("name \"{}\", or keep it if the past is meant", newer.id)
        }
        (Status::Disputed, _) if computed => {
            format!("compute it from another, or give \"{user}\" the status \"disputed\" too")
        }
        (Status::Disputed, _) => "remove it, or keep it if the words say that it is disputed".into(),
        _ if computed => format!("remove it from the formula, or give \"{user}\" the status \"withdrawn\" too"),
        _ => "remove it, or keep it if the words say that it is withdrawn".into(),
    }
}

/// The ids that the English sentence names; other languages name the same.
fn in_english(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.in_language("en").iter().filter_map(|piece| match piece {
        model::Piece::Figure(id) => Some(id.as_str()),
        model::Piece::Words(_) | model::Piece::Count(_) | model::Piece::Articles(_) => None,
    })
}
