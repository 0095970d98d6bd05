//! Figures that no longer stand, or that others deny, and are used all the same: in computed figures, in sentences, in
//! charts, and at the head of the page. A figure that is computed from one of them is no firmer than it.

use std::collections::BTreeSet;

use model::{Dashboard, Figure, Origin, Prose, Status};

use crate::finding::Finding;
use crate::outline::Outline;
use crate::sentences::{Sentence, sentences};

/// A warning for each use of a figure that is superseded, withdrawn or disputed, or rests on one.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let mut warn = |path: &str, message: String| warnings.push(Finding::warning(path, message, outline));
    for (place, figure) in dashboard.figures.iter().enumerate() {
        if let Status::Superseded(by) = &figure.status
            && dashboard.figure(by).is_some_and(|newer| newer.status == Status::Withdrawn)
        {
            let id = &figure.id;
            let advice =
                format!("name the figure that stands in its place, or give \"{id}\" the status \"withdrawn\" too");
            let message = format!("\"{id}\" is superseded by \"{by}\", which is withdrawn: {advice}");
            warn(&format!("figures[{place}].superseded_by"), message);
        }
        if let (Origin::Derived(formula), true) = (&figure.origin, figure.status.stands()) {
            let key = formula.operation.key();
            for (item, operand) in formula.operands.iter().enumerate() {
                for cause in causes(dashboard, operand) {
                    // What is said to be disputed itself says all that there is to say.
                    if !(figure.status == Status::Disputed && cause.status == Status::Disputed) {
                        let path = format!("figures[{place}].derive.{key}[{item}]");
                        warn(&path, told(dashboard, "this is computed from", operand, cause, &figure.id));
                    }
                }
            }
        }
    }
    for Sentence { path, prose, note_of: owner } in sentences(dashboard) {
        // A figure that no longer stands may say in its note what became of it.
        if owner.and_then(|id| dashboard.figure(id)).is_some_and(|figure| !figure.status.stands()) {
            continue;
        }
        let named: BTreeSet<&str> = in_english(prose).collect();
        for id in &named {
            for cause in causes(dashboard, id) {
                // "From {old} it rose to {new}": the past is meant. So it is in the note of what took its place, and a
                // note of a disputed figure may say who denies it.
                let past = dashboard.newest(cause).is_some_and(|newer| named.contains(newer.id.as_str()));
                let replaces = |owner: &str| dashboard.successors(cause).any(|newer| newer.id == owner);
                let own = owner.is_some_and(|owner| owner == *id || replaces(owner));
                if !past && !own {
                    warn(&format!("{path}.en"), told(dashboard, "this sentence names", id, cause, id));
                }
            }
        }
    }
    // The first section leads the page. Beside the one that took its place, a superseded figure shows how the count
    // changed; so it does in a chart.
    for (item, id) in dashboard.sections.first().iter().flat_map(|first| &first.figures).enumerate() {
        for cause in causes(dashboard, id).into_iter().filter(|cause| !is_beside_newer(dashboard, cause, 0)) {
            let advice = "put one in its place that stands, or move it to a later section";
            let message = format!("the page begins with {}: {advice}", described(dashboard, id, cause));
            warn(&format!("sections[0].figures[{item}]"), message);
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate() {
        let drawn: BTreeSet<&str> = chart.figures.iter().map(String::as_str).collect();
        for (item, id) in chart.figures.iter().enumerate() {
            let figure = dashboard.figure(id).filter(|figure| !figure.status.stands());
            let is_alone =
                |figure: &&Figure| dashboard.newest(figure).is_none_or(|newer| !drawn.contains(newer.id.as_str()));
            if let Some(figure) = figure.filter(is_alone) {
                let path = format!("charts[{place}].figures[{item}]");
                warn(&path, told(dashboard, "this chart draws", id, figure, id));
            }
        }
    }
    warnings
}

/// Whether a superseded figure stands in a section together with the one that took its place.
fn is_beside_newer(dashboard: &Dashboard, figure: &Figure, section: usize) -> bool {
    let section = dashboard.sections.get(section);
    let newest = dashboard.newest(figure);
    section.zip(newest).is_some_and(|(section, newest)| section.figures.contains(&newest.id))
}

/// What makes a figure weak: itself, where it is superseded, withdrawn or disputed; else whatever is so of all that it is
/// computed from.
fn causes<'d>(dashboard: &'d Dashboard, id: &str) -> Vec<&'d Figure> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![id];
    while let Some(figure) = waiting.pop().and_then(|id| dashboard.figure(id)) {
        // Formulas may share operands; each is looked at once.
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

/// How a figure is used, what is wrong with it, and what to do. `user` is the figure that would take over its status.
fn told(dashboard: &Dashboard, how: &str, id: &str, cause: &Figure, user: &str) -> String {
    format!("{how} {}: {}", described(dashboard, id, cause), advice(dashboard, cause, user))
}

/// A figure, and what became of it or of what it is computed from.
fn described(dashboard: &Dashboard, id: &str, cause: &Figure) -> String {
    let what = match &cause.status {
        Status::Superseded(by) => match dashboard.newest(cause) {
            Some(newer) if newer.status == Status::Withdrawn => {
                format!("\"{}\" has superseded, and that is withdrawn", newer.id)
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

/// What to do where a figure is used.
fn advice(dashboard: &Dashboard, cause: &Figure, user: &str) -> String {
    let newer = dashboard.newest(cause).filter(|newer| newer.status != Status::Withdrawn);
    let computed = user != cause.id;
    match (&cause.status, newer) {
        (Status::Superseded(_), Some(newer)) if computed => {
            format!("name \"{}\" in the formula, or leave it if the past is meant", newer.id)
        }
        (Status::Superseded(_), Some(newer)) => {
            format!("name \"{}\", or leave it if the past is meant", newer.id)
        }
        (Status::Disputed, _) if computed => {
            format!("compute it from another, or give \"{user}\" the status \"disputed\" too")
        }
        (Status::Disputed, _) => "take it out, or leave it if the words say that it is disputed".into(),
        _ if computed => format!("take it out of the formula, or give \"{user}\" the status \"withdrawn\" too"),
        _ => "take it out, or leave it if the words say that it is withdrawn".into(),
    }
}

/// The ids that the English sentence names; the other languages say the same.
fn in_english(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.in_language("en").iter().filter_map(|piece| match piece {
        model::Piece::Figure(id) => Some(id.as_str()),
        model::Piece::Words(_) | model::Piece::Count(_) | model::Piece::Articles(_) => None,
    })
}
