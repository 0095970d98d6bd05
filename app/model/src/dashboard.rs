//! The checked dashboard: all parts of a file in which nothing is wrong.

use crate::chart::Chart;
use crate::contact::Contact;
use crate::correction::Correction;
use crate::date::Day;
use crate::derive;
use crate::event::Event;
use crate::figure::Figure;
use crate::horizon::Horizon;
use crate::index::Index;
use crate::json;
use crate::location::Location;
use crate::measure::Measure;
use crate::places;
use crate::problem::{Problems, Report};
use crate::publisher::Publisher;
use crate::raw::Raw;
use crate::reading;
use crate::rules;
use crate::section::Section;
use crate::source::Source;
use crate::speaker::Speaker;
use crate::text::{Prose, Text};
use crate::value::Value;

/// A dashboard in which every figure is cited, every id refers to something and every derived value is computed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dashboard {
    /// Its name in citations and file names.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// A summary of a few sentences.
    pub summary: Prose,
    /// The day of its last change.
    pub updated: Day,
    /// The licence of the data, an SPDX identifier.
    pub license: String,
    /// Where readers report errors.
    pub contact: Option<Contact>,
    /// The organisation that publishes it, if the file names one.
    pub publisher: Option<Publisher>,
    /// The address of the folder in which it is published, if the file has it.
    pub url: Option<String>,
    /// The articles, in file order.
    pub sources: Vec<Source>,
    /// The speakers to whom figures are attributed, in file order.
    pub speakers: Vec<Speaker>,
    /// The measures that figures are readings of, in file order.
    pub measures: Vec<Measure>,
    /// The places that articles name, in file order.
    pub places: Vec<Location>,
    /// The figures, in file order.
    pub figures: Vec<Figure>,
    /// The events, by date.
    pub events: Vec<Event>,
    /// The charts, in file order.
    pub charts: Vec<Chart>,
    /// The sections in reading order.
    pub sections: Vec<Section>,
    /// The corrections, in file order.
    pub corrections: Vec<Correction>,
    /// The day to which it is set back, if it is: see [`Dashboard::as_of`].
    pub horizon: Option<Horizon>,
    /// In a published copy: the keys of articles that were left out of it.
    pub left_out: Vec<String>,
    figure_index: Index,
    event_index: Index,
    source_index: Index,
    chart_index: Index,
}

impl Dashboard {
    /// Reads the text of a dashboard file.
    ///
    /// # Errors
    /// All problems in it, by place.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        // Some editors write a byte order mark before the text, and browsers remove it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut report = Report::new(text);
        let raw = json::root(text, &mut report).and_then(|root| Raw::read(&root, &mut report));
        let dashboard = raw.and_then(|mut raw| {
            reading::resolve(&mut raw);
            let values = derive::values(&raw.figures, &mut report);
            rules::check(&raw, &values, &mut report);
            reading::check(&raw, &mut report);
            places::check(&raw, &mut report);
            Self::assemble(raw, values)
        });
        match (report.finish(), dashboard) {
            (None, Some(dashboard)) => Ok(dashboard),
            (problems, _) => Err(problems.unwrap_or_else(Problems::unexplained)),
        }
    }

    /// The figure of this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.get(self.figure_index.get(id)?)
    }

    /// The leading figures of the page: those of its first section.
    pub fn leading(&self) -> impl Iterator<Item = &Figure> {
        let first = self.sections.first().into_iter().flat_map(|section| &section.figures);
        first.filter_map(|id| self.figure(id))
    }

    /// The event of this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.get(self.event_index.get(id)?)
    }

    /// The source of this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(self.source_index.get(id)?)
    }

    /// The id of the speaker on whose behalf a figure is stated: of the body that its speaker represents, else of its speaker.
    pub fn body<'a>(&'a self, figure: &'a Figure) -> Option<&'a str> {
        let speaker = figure.speaker.as_deref()?;
        Some(self.speaker(speaker).and_then(|speaker| speaker.represents.as_deref()).unwrap_or(speaker))
    }

    /// The speaker of this id.
    pub fn speaker(&self, id: &str) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// The place of this id.
    pub fn place(&self, id: &str) -> Option<&Location> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The chart of this id.
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.get(self.chart_index.get(id)?)
    }

    /// The latest correction of the figure of this id; of several on one day, the first in the file.
    pub fn last_correction(&self, figure: &str) -> Option<&Correction> {
        let mut last: Option<&Correction> = None;
        for correction in self.corrections.iter().filter(|correction| correction.figure == figure) {
            if last.is_none_or(|last| correction.date.last() > last.date.last()) {
                last = Some(correction);
            }
        }
        last
    }

    /// The origins among these articles: those that repeat none of the others, directly or through other articles. Of articles
    /// that repeat one another in a circle, the first counts.
    pub fn origins<'a>(&self, named: impl Iterator<Item = &'a str>) -> Vec<&Source> {
        let mut sources: Vec<&Source> = Vec::new();
        for source in named.filter_map(|id| self.source(id)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let repeated = |place: usize, source: &Source| {
            let others = sources.iter().enumerate().filter(|(other, _)| *other != place);
            let mut others = others.filter(|(_, other)| self.repeats(source, &other.id));
            others.any(|(before, other)| before < place || !self.repeats(other, &source.id))
        };
        let own = sources.iter().enumerate().filter(|(place, source)| !repeated(*place, source));
        own.map(|(_, source)| *source).collect()
    }

    /// Whether an article repeats another, itself or through others.
    pub fn repeats(&self, source: &Source, origin: &str) -> bool {
        let mut reached = vec![source];
        let mut next = 0;
        while let Some(source) = reached.get(next) {
            for other in source.repeats.iter().filter_map(|id| self.source(id)) {
                if other.id == origin {
                    return true;
                }
                if !reached.contains(&other) {
                    reached.push(other);
                }
            }
            next += 1;
        }
        false
    }

    /// Assembles the parts; `None` if one of them could not be read, which the report then says.
    fn assemble(raw: Raw<'_>, values: Vec<Option<Value>>) -> Option<Self> {
        let mut events: Vec<Event> = Vec::new();
        for raw in raw.events {
            let event = raw.check()?;
            let key = |event: &Event| (event.date.first(), event.date.last());
            let place = events.partition_point(|other| key(other) <= key(&event));
            events.insert(place, event);
        }
        let mut speakers = Vec::new();
        for raw in raw.speakers {
            speakers.push(raw.check()?);
        }
        let mut measures = Vec::new();
        for raw in raw.measures {
            measures.push(raw.check()?);
        }
        let mut places = Vec::new();
        for raw in raw.places {
            places.push(raw.check()?);
        }
        let mut figures = Vec::new();
        for (raw, value) in raw.figures.into_iter().zip(values) {
            figures.push(raw.check(value?, &speakers)?);
        }
        let event_index = Index::of(events.iter().map(|event| Some(event.id.as_str())));
        let mut charts = Vec::new();
        for raw in raw.charts {
            let mut chart = raw.check(&events)?;
            let mut by_date: Vec<String> = Vec::new();
            for id in chart.events {
                let place = by_date.partition_point(|other| event_index.get(other) <= event_index.get(&id));
                by_date.insert(place, id);
            }
            chart.events = by_date;
            charts.push(chart);
        }
        let mut sections = Vec::new();
        for raw in raw.sections {
            sections.push(raw.check()?);
        }
        let mut corrections = Vec::new();
        for raw in raw.corrections {
            corrections.push(raw.check()?);
        }
        let mut sources = Vec::new();
        for raw in raw.sources {
            sources.push(raw.source?);
        }
        let mut dashboard = Self {
            id: raw.id?,
            title: raw.title?,
            summary: raw.summary?.0,
            updated: raw.updated?,
            license: raw.license?,
            contact: raw.contact,
            publisher: raw.publisher,
            url: raw.url,
            sources,
            speakers,
            measures,
            places,
            figures,
            events,
            charts,
            sections,
            corrections,
            horizon: None,
            left_out: raw.left_out,
            figure_index: Index::default(),
            event_index: Index::default(),
            source_index: Index::default(),
            chart_index: Index::default(),
        };
        dashboard.reindex();
        Some(dashboard)
    }

    /// Makes the indices again, after a list has changed.
    pub(crate) fn reindex(&mut self) {
        self.figure_index = Index::of(self.figures.iter().map(|figure| Some(figure.id.as_str())));
        self.event_index = Index::of(self.events.iter().map(|event| Some(event.id.as_str())));
        self.source_index = Index::of(self.sources.iter().map(|source| Some(source.id.as_str())));
        self.chart_index = Index::of(self.charts.iter().map(|chart| Some(chart.id.as_str())));
    }
}
