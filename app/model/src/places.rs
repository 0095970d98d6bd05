//! Checks places: each is named, each has a passage that names it or a figure or event that does, and maps draw what they name.

use crate::json::Node;
use crate::problem::Report;
use crate::raw::Raw;
use crate::rules::{names, once, unknown_ids};

pub(crate) fn check(raw: &Raw<'_>, report: &mut Report<'_>) {
    let places = names(raw.places.iter().flat_map(|place| &place.id));
    let figures = raw.figures.iter().map(|figure| &figure.places);
    let items: Vec<_> = figures.chain(raw.events.iter().map(|event| &event.places)).collect();
    let drawn = || raw.charts.iter().map(|chart| &chart.places);
    for named in items.iter().copied().chain(drawn()) {
        unknown_ids(named, &places, "place", report);
        once(named.iter(), "in this list", report);
    }
    let by_items = names(items.iter().copied().flatten());
    let by_charts = names(drawn().flatten());
    for place in &raw.places {
        let Some((id, node)) = &place.id else { continue };
        let is_named = by_items.get(id).is_some();
        if !is_named && by_charts.get(id).is_none() {
            report
                .at(node, format!("no figure, event or chart names the place \"{id}\": name it in one, or remove it"));
        } else if !is_named && !place.has_citations {
            report.at(
                &place.node,
                "the key \"citations\" is missing: quote the words that name this place, or name it in \"place\" of a figure or event",
            );
        }
    }
    for chart in &raw.charts {
        if chart.places.is_empty() {
            continue;
        }
        let shown = names(chart.places.iter());
        let is_shown = |places: &[(String, Node<'_>)]| places.iter().any(|(id, _)| shown.get(id).is_some());
        let figure =
            |id: &str| raw.figures.iter().find(|figure| figure.name() == Some(id)).map(|figure| &figure.places);
        let event = |id: &str| {
            let is_it = |own: &Option<(String, Node<'_>)>| own.as_ref().is_some_and(|(own, _)| own == id);
            raw.events.iter().find(|event| is_it(&event.id)).map(|event| &event.places)
        };
        let figures = chart.figures.iter().map(|reference| (reference, figure(&reference.0)));
        let events = chart.events.iter().flatten().map(|reference| (reference, event(&reference.0)));
        for ((id, node), places) in figures.chain(events) {
            if places.is_some_and(|places| !is_shown(places)) {
                report.at(
                    node,
                    format!("\"{id}\" names none of the places of this map: give it \"place\", or remove it here"),
                );
            }
        }
    }
}
