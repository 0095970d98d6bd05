//! The whole file, checked: the only door through which figures enter the program.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::Chart;
use crate::correction::Correction;
use crate::date::Day;
use crate::derive;
use crate::event::{Event, RawEvent};
use crate::figure::{Figure, RawFigure};
use crate::json::Node;
use crate::problem::{Problems, Report};
use crate::raw::Raw;
use crate::rules;
use crate::section::Section;
use crate::source::Source;
use crate::text::{Prose, Text};
use crate::value::Value;

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
        // Some editors put a byte order mark before the text, and a browser takes it away again.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
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
                report.at_byte(0, "this file could not be read, and the program cannot say why".into());
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

    /// How many of these articles stand on their own: one that repeats another of them, itself or
    /// through others, is not counted.
    pub fn origins<'a>(&self, sources: impl Iterator<Item = &'a str>) -> usize {
        let sources: BTreeSet<&str> = sources.collect();
        let repeats = |id: &str| {
            let mut reached = vec![id];
            let mut next = 0;
            while let Some(source) = reached.get(next).and_then(|id| self.source(id)) {
                for origin in &source.repeats {
                    if !reached.contains(&origin.as_str()) {
                        reached.push(origin);
                    }
                }
                next += 1;
            }
            reached.iter().skip(1).any(|origin| sources.contains(origin))
        };
        let own = sources.iter().filter(|id| !repeats(id)).count();
        // Articles that repeat one another in a circle have one origin all the same.
        own.max(usize::from(!sources.is_empty()))
    }
}

/// Holds the parts against one another and puts the whole together.
fn check(raw: Raw<'_>, report: &mut Report<'_>) -> Option<Dashboard> {
    let values = derive::values(&raw.figures, report);
    rules::check(&raw, &values, report);
    let value = |figure: &RawFigure<'_>| values.get(figure.id.as_ref()?.0.as_str()).map(|(value, _)| *value);
    let known: Vec<Option<Value>> = raw.figures.iter().map(value).collect();

    let mut events: Vec<Event> = raw.events.into_iter().filter_map(RawEvent::check).collect();
    events.sort_by_key(|event| (event.date.first(), event.date.last()));
    let by_date: BTreeMap<&str, usize> = events.iter().map(|event| event.id.as_str()).zip(0..).collect();
    let figures: Vec<Figure> =
        raw.figures.into_iter().zip(known).filter_map(|(figure, value)| figure.check(value?)).collect();
    let mut charts: Vec<Chart> = raw.charts.into_iter().filter_map(|chart| chart.check(&events)).collect();
    for chart in &mut charts {
        chart.events.sort_by_key(|id| by_date.get(id.as_str()));
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
