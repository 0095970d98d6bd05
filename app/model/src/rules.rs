//! Checks the relations between the parts of a file: ids are unique, references exist, and every part is used.

use crate::chart::Drawn;
use crate::figure::{RawFigure, Status};
use crate::index::Index;
use crate::json::Node;
use crate::problem::{Report, did_you_mean};
use crate::raw::Raw;
use crate::text::Cited;
use crate::unit::Unit;
use crate::value::Value;

/// An id in the file, with its place.
pub(crate) type Id<'a> = (String, Node<'a>);

/// Checks all relations between the parts.
pub(crate) fn check(raw: &Raw<'_>, values: &[Option<Value>], report: &mut Report<'_>) {
    check_names(raw, report);
    check_sources(raw, report);
    check_references(raw, report);
    check_speakers(raw, report);
    check_succession(raw, report);
    check_shares(raw, report);
    check_shown(raw, report);
    check_charts(raw, values, report);
}

/// No two things share an id.
fn check_names(raw: &Raw<'_>, report: &mut Report<'_>) {
    let figures = raw.figures.iter().flat_map(|figure| &figure.id);
    let events = raw.events.iter().flat_map(|event| &event.id);
    let measures = raw.measures.iter().flat_map(|measure| &measure.id);
    let places = raw.places.iter().flat_map(|place| &place.id);
    unique(figures.chain(events).chain(measures).chain(places), "figure, event, measure or place", report);
    unique(raw.charts.iter().flat_map(|chart| &chart.id), "chart", report);
    unique(raw.sections.iter().flat_map(|section| &section.id), "section", report);
    unique(raw.speakers.iter().flat_map(|speaker| &speaker.id), "speaker", report);
    unique(raw.sources.iter().flat_map(|source| &source.id), "source", report);
    let mut slugs = Index::default();
    for (place, raw_source) in raw.sources.iter().enumerate() {
        let (Some(source), Some((id, node))) = (&raw_source.source, &raw_source.id) else { continue };
        let other =
            slugs.add(&source.slug().to_ascii_lowercase(), place).and_then(|first| raw.sources.get(first)?.id.as_ref());
        if let Some((other, _)) = other.filter(|(other, _)| other != id) {
            report.at(
                node,
                format!("the ids \"{other}\" and \"{id}\" are the same in addresses or names of files: change one"),
            );
        }
    }
}

fn unique<'n>(ids: impl Iterator<Item = &'n Id<'n>>, what: &str, report: &mut Report<'_>) {
    let mut known = Index::default();
    let mut places: Vec<&Node<'_>> = Vec::new();
    for (id, node) in ids {
        if let Some(first) = known.add(id, places.len()).and_then(|first| places.get(first)) {
            let owner = first.path.trim_end_matches(".id");
            report.at(node, format!("{owner} already has the id \"{id}\": give each {what} its own"));
        }
        places.push(node);
    }
}

/// Every cited article exists, and every article is cited.
fn check_sources(raw: &Raw<'_>, report: &mut Report<'_>) {
    let ids = names(raw.sources.iter().flat_map(|source| &source.id));
    let citations = || {
        let figures = raw.figures.iter().flat_map(|figure| &figure.citations);
        figures
            .chain(raw.events.iter().flat_map(|event| &event.citations))
            .chain(raw.places.iter().flat_map(|place| &place.citations))
            .filter_map(|citation| citation.source.as_ref())
    };
    let repeats = raw.sources.iter().flat_map(|source| &source.repeats);
    let speakers = raw.speakers.iter().flat_map(|speaker| &speaker.citations);
    let speakers = speakers.filter_map(|citation| citation.source.as_ref());
    for (id, node) in citations().chain(speakers).chain(repeats) {
        if ids.get(id).is_none() {
            let advice = did_you_mean(id, ids.names(), ": add it to \"sources\" or correct the id");
            report.at(node, format!("no source has the id \"{id}\"{advice}"));
        }
    }
    let cited = names(citations());
    for source in &raw.sources {
        let Some((id, node)) = &source.id else { continue };
        for (_, place) in source.repeats.iter().filter(|(other, _)| other == id) {
            report.at(place, format!("\"{id}\" cannot repeat itself: name other articles in \"repeats\""));
        }
        if cited.get(id).is_none() {
            report.at(node, format!("no figure and no event cites \"{id}\": cite it or remove it"));
        }
    }
}

/// Sections, charts, corrections, statuses and sentences refer to figures that exist.
fn check_references(raw: &Raw<'_>, report: &mut Report<'_>) {
    let figures = names(raw.figures.iter().flat_map(|figure| &figure.id));
    let events = names(raw.events.iter().flat_map(|event| &event.id));
    let charts = names(raw.charts.iter().flat_map(|chart| &chart.id));
    for section in &raw.sections {
        unknown_ids(&section.figures, &figures, "figure", report);
        unknown_ids(&section.charts, &charts, "chart", report);
    }
    for chart in &raw.charts {
        let drawn = chart.events.as_deref().unwrap_or_default();
        unknown_ids(&chart.figures, &figures, "figure", report);
        unknown_ids(drawn, &events, "event", report);
        once(chart.figures.iter().chain(drawn), "in this chart", report);
    }
    once(raw.sections.iter().flat_map(|section| &section.figures), "in a section", report);
    once(raw.sections.iter().flat_map(|section| &section.charts), "in a section", report);
    for figure in &raw.figures {
        if let Some(by) = &figure.superseded_by {
            unknown_ids(std::slice::from_ref(by), &figures, "figure", report);
            if figure.id.as_ref().is_some_and(|(id, _)| *id == by.0) {
                report.at(&by.1, "a figure cannot be superseded by itself: name the one that replaced it");
            }
        }
    }
    for correction in &raw.corrections {
        unknown_ids(correction.figure.as_slice(), &figures, "figure", report);
    }
    let sources = names(raw.sources.iter().flat_map(|source| &source.id));
    for (prose, node) in raw.prose() {
        for id in prose.articles().flat_map(Cited::ids).filter(|id| sources.get(id).is_none()) {
            let advice = did_you_mean(id, sources.names(), ": correct the id");
            report.at(node, format!("this text cites \"{id}\", but no article has that id{advice}"));
        }
        for id in prose.figures().filter(|id| figures.get(id).is_none()) {
            let advice = did_you_mean(id, figures.names(), ": correct the id, or write the words without { }");
            report.at(node, format!("this text names {{{id}}}, but no figure has that id{advice}"));
        }
    }
}

/// Figures refer to speakers that exist, and every speaker has a figure.
fn check_speakers(raw: &Raw<'_>, report: &mut Report<'_>) {
    let speakers = names(raw.speakers.iter().flat_map(|speaker| &speaker.id));
    let bodies = || raw.speakers.iter().filter_map(|speaker| speaker.represents.as_ref());
    let named = || raw.figures.iter().filter_map(|figure| figure.speaker.as_ref()).chain(bodies());
    for (body, node) in bodies() {
        let speaker = raw.speakers.iter().find(|speaker| speaker.id.as_ref().is_some_and(|(id, _)| id == body));
        if speaker.is_some_and(|speaker| speaker.represents.is_some()) {
            report.at(
                node,
                format!("\"{body}\" itself speaks for another: name in \"for\" the body that both speak for"),
            );
        }
    }
    named().for_each(|speaker| unknown_ids(std::slice::from_ref(speaker), &speakers, "speaker", report));
    let named = names(named());
    for (id, node) in raw.speakers.iter().flat_map(|speaker| &speaker.id) {
        if named.get(id).is_none() {
            report.at(node, format!("no figure has the \"speaker\" \"{id}\": name it in one, or remove it"));
        }
    }
}

/// The "share" of a figure refers to a figure in percent or a fraction.
fn check_shares(raw: &Raw<'_>, report: &mut Report<'_>) {
    let index = Index::of(raw.figures.iter().map(RawFigure::name));
    for figure in &raw.figures {
        let Some((id, node)) = &figure.share else { continue };
        unknown_ids(figure.share.as_slice(), &index, "figure", report);
        let unit = index.get(id).and_then(|place| raw.figures.get(place)?.unit.as_ref());
        if unit.is_some_and(|unit| !matches!(unit, Unit::Percent | Unit::Fraction)) {
            report.at(
                node,
                format!("\"{id}\" is neither in percent nor a fraction: name in \"share\" the figure that says what part of a whole this one is"),
            );
        }
    }
}

/// "superseded_by" leads into no circle.
fn check_succession(raw: &Raw<'_>, report: &mut Report<'_>) {
    let index = Index::of(raw.figures.iter().map(RawFigure::name));
    // The number of the walk in which each figure was passed; 0 for none.
    let mut passed = vec![0; raw.figures.len()];
    for walk in 1..=raw.figures.len() {
        let mut place = walk - 1;
        while let (Some(passed), Some(figure)) = (passed.get_mut(place), raw.figures.get(place))
            && let (Some(id), Some((by, node))) = (figure.name(), &figure.superseded_by)
        {
            if *passed == walk && by != id {
                report.at(
                    node,
                    format!("\"{id}\" is superseded by figures that are superseded by \"{id}\": break the circle"),
                );
            }
            if *passed > 0 {
                break;
            }
            *passed = walk;
            match index.get(by) {
                Some(next) => place = next,
                None => break,
            }
        }
    }
}

/// Every current figure and every chart is shown.
fn check_shown(raw: &Raw<'_>, report: &mut Report<'_>) {
    let in_sections = raw.sections.iter().flat_map(|section| &section.figures);
    let in_charts = raw.charts.iter().flat_map(|chart| &chart.figures);
    let shown = names(in_sections.chain(in_charts));
    for figure in &raw.figures {
        if let (Some((id, node)), Some(Status::Current | Status::Disputed)) = (&figure.id, &figure.status)
            && shown.get(id).is_none()
        {
            report.at(node, format!("\"{id}\" is shown nowhere: name it in a section or a chart"));
        }
    }
    let placed = raw.sections.iter().flat_map(|section| &section.charts);
    let placed = names(placed);
    for (id, node) in raw.charts.iter().flat_map(|chart| &chart.id) {
        if placed.get(id).is_none() {
            report.at(node, format!("the chart \"{id}\" is in no section: name it in one"));
        }
    }
}

/// Every chart can draw its figures and events.
fn check_charts(raw: &Raw<'_>, values: &[Option<Value>], report: &mut Report<'_>) {
    let index = Index::of(raw.figures.iter().map(RawFigure::name));
    for chart in &raw.charts {
        let mut known = Vec::new();
        for (id, _) in &chart.figures {
            let Some(place) = index.get(id) else { continue };
            if let (Some(figure), Some(Some(value))) = (raw.figures.get(place), values.get(place))
                && let Some(unit) = &figure.unit
            {
                let (is_derived, is_dated) =
                    (figure.formula.is_some(), figure.as_of.is_some() || figure.since.is_some());
                known.push(Drawn { id, value, unit, is_derived, is_dated });
            }
        }
        chart.check_kind(&known, report);
        if chart.shows_all_events() && raw.events.is_empty() && chart.figures.is_empty() {
            report.at(&chart.node, "this chart shows events, but the file has none: add them, or remove the chart");
        }
    }
}

/// Reports the references to ids that do not exist.
pub(crate) fn unknown_ids(references: &[Id<'_>], known: &Index, what: &str, report: &mut Report<'_>) {
    for (id, node) in references {
        if known.get(id).is_none() {
            let advice = did_you_mean(id, known.names(), ": correct the id");
            report.at(node, format!("no {what} has the id \"{id}\"{advice}"));
        }
    }
}

pub(crate) fn names<'n>(ids: impl Iterator<Item = &'n Id<'n>>) -> Index {
    Index::of(ids.map(|(id, _)| Some(id.as_str())))
}

pub(crate) fn once<'n>(references: impl Iterator<Item = &'n Id<'n>>, place: &str, report: &mut Report<'_>) {
    let mut known = Index::default();
    for (id, node) in references {
        if known.add(id, 0).is_some() {
            report.at(node, format!("\"{id}\" is already {place}: name it once"));
        }
    }
}
