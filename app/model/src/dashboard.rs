//! The whole file, checked: the only door through which figures enter the program.

use std::collections::BTreeMap;

use crate::chart::Chart;
use crate::correction::Correction;
use crate::event::{Event, RawEvent};
use crate::figure::{Figure, RawFigure};
use crate::formula;
use crate::json::Node;
use crate::problem::{Problems, Report, did_you_mean};
use crate::raw::Raw;
use crate::section::Section;
use crate::source::Source;
use crate::text::{Prose, Text};
use crate::unit::Unit;
use crate::value::Value;
use crate::{Day, Origin, Status};

/// The version of the file's form that this program reads.
pub const SCHEMA_VERSION: f64 = 1.0;

/// A dashboard in which every figure is cited, every id leads somewhere and every derived value is computed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dashboard {
    /// Its name in citations and file names.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// What it is about, in a few sentences.
    pub summary: Prose,
    /// The day of its last change.
    pub updated: Day,
    /// The licence of the data, an SPDX identifier.
    pub license: String,
    /// The articles, in file order.
    pub sources: Vec<Source>,
    /// The figures, in file order.
    pub figures: Vec<Figure>,
    /// The events, by date.
    pub events: Vec<Event>,
    /// The charts, in file order.
    pub charts: Vec<Chart>,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// What was corrected, in file order.
    pub corrections: Vec<Correction>,
    index: BTreeMap<String, Item>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Figure(usize),
    Event(usize),
}

impl Dashboard {
    /// Reads the text of a dashboard file.
    ///
    /// # Errors
    /// Every problem in it, by place, when there is any.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let mut report = Report::new(text);
        let dashboard = Node::root(text, &mut report)
            .and_then(|root| Raw::read(&root, &mut report))
            .and_then(|raw| check(raw, &mut report));
        match (dashboard, report.finish()) {
            (Some(dashboard), None) => Ok(dashboard),
            (_, Some(problems)) => Err(problems),
            (None, None) => {
                // Every way to this place reports why; should one not, the reader is still told.
                let mut report = Report::new(text);
                report.syntax(1, 1, "this file could not be read, and the program cannot say why".into());
                report.finish().map_or_else(|| Self::parse(""), Err)
            }
        }
    }

    /// The figure of this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        match self.index.get(id)? {
            Item::Figure(index) => self.figures.get(*index),
            Item::Event(_) => None,
        }
    }

    /// The event of this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        match self.index.get(id)? {
            Item::Event(index) => self.events.get(*index),
            Item::Figure(_) => None,
        }
    }

    /// The source of this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The chart of this id.
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.id == id)
    }

    /// How many of these articles stand on their own: one that repeats another of them is not counted.
    pub fn origins<'a>(&self, sources: impl Iterator<Item = &'a str> + Clone) -> usize {
        let repeats = |id: &str| {
            let named = self.source(id).map(|source| source.repeats.as_slice()).unwrap_or_default();
            named.iter().any(|origin| sources.clone().any(|other| other == origin && other != id))
        };
        sources.clone().filter(|id| !repeats(id)).count().max(usize::from(sources.clone().next().is_some()))
    }
}

fn check(raw: Raw<'_>, report: &mut Report<'_>) -> Option<Dashboard> {
    check_names(&raw, report);
    check_sources(&raw, report);
    let values = compute(&raw.figures, report);
    check_references(&raw, report);
    check_charts(&raw, &values, report);
    let value = |figure: &RawFigure<'_>| values.get(figure.id.as_ref()?.0.as_str()).map(|(value, _)| *value);
    let known: Vec<Option<Value>> = raw.figures.iter().map(value).collect();

    let mut events: Vec<Event> = raw.events.into_iter().filter_map(RawEvent::check).collect();
    events.sort_by_key(|event| (event.date.first(), event.date.last()));
    let event_ids: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
    let figures: Vec<Figure> =
        raw.figures.into_iter().zip(known).filter_map(|(figure, value)| figure.check(value?)).collect();
    let mut charts: Vec<Chart> = raw.charts.into_iter().filter_map(|chart| chart.check(&event_ids)).collect();
    for chart in &mut charts {
        chart.events.sort_by_key(|id| event_ids.iter().position(|known| known == id));
    }
    let named_figures = figures.iter().enumerate().map(|(index, figure)| (figure.id.clone(), Item::Figure(index)));
    let named_events = events.iter().enumerate().map(|(index, event)| (event.id.clone(), Item::Event(index)));
    Some(Dashboard {
        index: named_figures.chain(named_events).collect(),
        id: raw.id?,
        title: raw.title?,
        summary: raw.summary?.0,
        updated: raw.updated?,
        license: raw.license?,
        sources: raw.sources.into_iter().filter_map(|raw| raw.source).collect(),
        sections: raw.sections.into_iter().filter_map(|section| section.check()).collect(),
        corrections: raw.corrections.into_iter().filter_map(|correction| correction.check()).collect(),
        figures,
        events,
        charts,
    })
}

/// No two things share a name.
fn check_names(raw: &Raw<'_>, report: &mut Report<'_>) {
    let figures = raw.figures.iter().filter_map(|figure| figure.id.as_ref());
    let events = raw.events.iter().filter_map(|event| event.id.as_ref());
    unique(figures.chain(events), "figure or event", report);
    unique(raw.charts.iter().filter_map(|chart| chart.id.as_ref()), "chart", report);
    unique(raw.sections.iter().filter_map(|section| section.id.as_ref()), "section", report);
    let mut slugs = BTreeMap::new();
    for raw in &raw.sources {
        let Some(source) = &raw.source else { continue };
        if let Some(other) = slugs.insert(source.slug(), &source.id) {
            let message = if *other == source.id {
                format!("the id \"{other}\" is given to two sources: give each its own")
            } else {
                format!("the ids \"{other}\" and \"{}\" look alike in an address: change one", source.id)
            };
            report.at(&raw.node, message);
        }
    }
}

fn unique<'n>(ids: impl Iterator<Item = &'n (String, Node<'n>)>, what: &str, report: &mut Report<'_>) {
    let mut known = BTreeMap::new();
    for (id, node) in ids {
        if let Some(first) = known.insert(id, node) {
            report.at(
                node,
                format!(
                    "the id \"{id}\" is already taken by {}: give each {what} its own",
                    first.path.trim_end_matches(".id")
                ),
            );
        }
    }
}

/// Every cited source exists, and every source is cited.
fn check_sources(raw: &Raw<'_>, report: &mut Report<'_>) {
    let ids: Vec<&str> = raw.sources.iter().filter_map(|source| source.id.as_deref()).collect();
    let citations = || {
        let figures = raw.figures.iter().flat_map(|figure| &figure.citations);
        figures
            .chain(raw.events.iter().flat_map(|event| &event.citations))
            .filter_map(|citation| citation.source.as_ref())
    };
    let repeats = || raw.sources.iter().flat_map(|source| &source.repeats);
    for (id, node) in citations().chain(repeats()) {
        if !ids.contains(&id.as_str()) {
            let near = did_you_mean(id, ids.iter().copied());
            report.at(
                node,
                format!("no source has the id \"{id}\"{}", or_else(near, ": add it to \"sources\" or correct the id")),
            );
        }
    }
    for source in &raw.sources {
        let Some(id) = &source.id else { continue };
        if source.repeats.iter().any(|(other, _)| other == id) {
            report.at(&source.node, format!("\"{id}\" repeats itself: \"repeats\" names other articles"));
        }
        if !citations().any(|(cited, _)| cited == id) {
            report.at(&source.node, format!("no figure and no event cites \"{id}\": cite it or remove it"));
        }
    }
}

/// The value of each figure whose value can be known, the derived ones computed in the order of their needs.
fn compute<'r>(figures: &'r [RawFigure<'_>], report: &mut Report<'_>) -> BTreeMap<&'r str, (Value, &'r Unit)> {
    let named = || figures.iter().filter_map(|figure| Some((figure.id.as_ref()?.0.as_str(), figure)));
    let ids: Vec<&str> = named().map(|(id, _)| id).collect();
    let mut values: BTreeMap<&str, (Value, &Unit)> = BTreeMap::new();
    let mut waiting = Vec::new();
    for (id, figure) in named() {
        match (&figure.formula, figure.value, &figure.unit) {
            (Some((formula, node)), ..) => waiting.push((id, figure, formula, node)),
            (None, Some(value), Some(unit)) => drop(values.insert(id, (value, unit))),
            _ => {}
        }
    }
    for (_, _, formula, _) in &waiting {
        unknown_ids(&formula.operands, &ids, "figure", report);
    }
    loop {
        let before = waiting.len();
        waiting.retain(|(id, figure, formula, node)| {
            let operands: Option<Vec<(Value, Unit)>> = formula
                .operands
                .iter()
                .map(|(operand, _)| values.get(operand.as_str()).map(|(value, unit)| (*value, (*unit).clone())))
                .collect();
            let (Some(operands), Some(unit)) = (operands, &figure.unit) else {
                return true;
            };
            match formula::evaluate(formula.operation, &operands, unit) {
                Ok(value) => drop(values.insert(id, (value, unit))),
                Err(message) => report.at(node, message),
            }
            false
        });
        if waiting.len() == before {
            break;
        }
    }
    // What still waits, waits for itself, or for a figure that has a problem of its own.
    let stuck: Vec<&str> = waiting.iter().map(|(id, ..)| *id).collect();
    let needs = |id: &str| -> Vec<&str> {
        let formula = waiting.iter().find(|(name, ..)| *name == id).map(|(_, _, formula, _)| formula);
        formula
            .map(|f| f.operands.iter().map(|(id, _)| id.as_str()).filter(|id| stuck.contains(id)).collect())
            .unwrap_or_default()
    };
    for (id, _, _, node) in &waiting {
        let mut reached = needs(id);
        let mut next = 0;
        while let Some(other) = reached.get(next) {
            let more: Vec<&str> = needs(other).into_iter().filter(|id| !reached.contains(id)).collect();
            reached.extend(more);
            next += 1;
        }
        if reached.contains(id) {
            report.at(node, format!("\"{id}\" is computed from itself: break the circle"));
        }
    }
    values
}

fn unknown_ids(references: &[(String, Node<'_>)], known: &[&str], what: &str, report: &mut Report<'_>) {
    for (id, node) in references {
        if !known.contains(&id.as_str()) {
            let near = did_you_mean(id, known.iter().copied());
            report.at(node, format!("no {what} has the id \"{id}\"{}", or_else(near, ": correct the id")));
        }
    }
}

fn or_else(near: String, otherwise: &str) -> String {
    if near.is_empty() { otherwise.into() } else { near }
}

/// Sections, charts, corrections, statuses and sentences name figures that exist, and every current figure is shown.
fn check_references(raw: &Raw<'_>, report: &mut Report<'_>) {
    let figures: Vec<&str> = raw.figures.iter().filter_map(|figure| Some(figure.id.as_ref()?.0.as_str())).collect();
    let events: Vec<&str> = raw.events.iter().filter_map(|event| Some(event.id.as_ref()?.0.as_str())).collect();
    let charts: Vec<&str> = raw.charts.iter().filter_map(|chart| Some(chart.id.as_ref()?.0.as_str())).collect();
    for section in &raw.sections {
        unknown_ids(&section.figures, &figures, "figure", report);
        unknown_ids(&section.charts, &charts, "chart", report);
    }
    for chart in &raw.charts {
        unknown_ids(&chart.figures, &figures, "figure", report);
        unknown_ids(chart.events.as_deref().unwrap_or_default(), &events, "event", report);
        once(chart.figures.iter(), "in this chart", report);
    }
    once(raw.sections.iter().flat_map(|section| &section.figures), "in a section", report);
    once(raw.sections.iter().flat_map(|section| &section.charts), "in a section", report);
    for figure in &raw.figures {
        if let Some(by) = &figure.superseded_by {
            unknown_ids(std::slice::from_ref(by), &figures, "figure", report);
            if figure.id.as_ref().is_some_and(|(id, _)| *id == by.0) {
                report.at(&by.1, "a figure cannot be superseded by itself");
            }
        }
    }
    for correction in &raw.corrections {
        unknown_ids(correction.figure.as_slice(), &figures, "figure", report);
    }
    for (prose, node) in raw.prose() {
        for id in prose.figures() {
            unknown_ids(&[(id.to_owned(), node.clone())], &figures, "figure", report);
        }
    }
    check_shown(raw, report);
}

fn check_shown(raw: &Raw<'_>, report: &mut Report<'_>) {
    let in_sections = |id: &str| raw.sections.iter().flat_map(|section| &section.figures).any(|(shown, _)| shown == id);
    let in_charts = |id: &str| raw.charts.iter().flat_map(|chart| &chart.figures).any(|(shown, _)| shown == id);
    for figure in &raw.figures {
        let Some((id, node)) = &figure.id else {
            continue;
        };
        if matches!(figure.status, Some(Status::Current | Status::Disputed)) && !in_sections(id) && !in_charts(id) {
            report.at(node, format!("\"{id}\" is shown nowhere: name it in a section or a chart"));
        }
    }
    for chart in &raw.charts {
        let Some((id, node)) = &chart.id else {
            continue;
        };
        if !raw.sections.iter().flat_map(|section| &section.charts).any(|(shown, _)| shown == id) {
            report.at(node, format!("the chart \"{id}\" stands in no section: name it in one"));
        }
    }
}

fn once<'n>(references: impl Iterator<Item = &'n (String, Node<'n>)>, place: &str, report: &mut Report<'_>) {
    let mut known = Vec::new();
    for (id, node) in references {
        if known.contains(&id) {
            report.at(node, format!("\"{id}\" already stands {place}: name it once"));
        }
        known.push(id);
    }
}

/// Every chart can draw what it is given.
fn check_charts(raw: &Raw<'_>, values: &BTreeMap<&str, (Value, &Unit)>, report: &mut Report<'_>) {
    for chart in &raw.charts {
        let known: Vec<(&str, &Value, &Unit, bool)> = chart
            .figures
            .iter()
            .filter_map(|(id, _)| {
                let (value, unit) = values.get(id.as_str())?;
                let named = |figure: &&RawFigure<'_>| figure.id.as_ref().is_some_and(|(name, _)| name == id);
                let derived = raw.figures.iter().find(named).is_some_and(|figure| figure.formula.is_some());
                Some((id.as_str(), value, *unit, derived))
            })
            .collect();
        chart.check_kind(&known, report);
    }
}

impl Figure {
    /// Whether it is computed from other figures.
    pub fn is_derived(&self) -> bool {
        matches!(self.origin, Origin::Derived(_))
    }
}
