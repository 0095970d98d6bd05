//! Reads every part of the file, with its place. References between parts are checked later.

use crate::chart::RawChart;
use crate::contact::Contact;
use crate::correction::RawCorrection;
use crate::date::Day;
use crate::declared::Declared;
use crate::event::RawEvent;
use crate::figure::RawFigure;
use crate::id::item_id;
use crate::json::{self, Fields, Node};
use crate::location::RawLocation;
use crate::measure::RawMeasure;
use crate::problem::Report;
use crate::publication::LEFT_OUT;
use crate::publisher::{self, Publisher};
use crate::section::RawSection;
use crate::source::{self, RawSource};
use crate::speaker::RawSpeaker;
use crate::text::{Prose, Text};

/// The version of the file format that this program reads.
pub const SCHEMA_VERSION: u16 = 1;

/// The parts of the file that could be read.
pub(crate) struct Raw<'a> {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<Text>,
    pub(crate) summary: Option<(Prose, Node<'a>)>,
    pub(crate) updated: Option<Day>,
    pub(crate) license: Option<String>,
    pub(crate) contact: Option<Contact>,
    pub(crate) publisher: Option<Publisher>,
    pub(crate) url: Option<String>,
    pub(crate) sources: Vec<RawSource<'a>>,
    pub(crate) speakers: Vec<RawSpeaker<'a>>,
    pub(crate) measures: Vec<RawMeasure<'a>>,
    pub(crate) places: Vec<RawLocation<'a>>,
    pub(crate) figures: Vec<RawFigure<'a>>,
    pub(crate) events: Vec<RawEvent<'a>>,
    pub(crate) charts: Vec<RawChart<'a>>,
    pub(crate) sections: Vec<RawSection<'a>>,
    pub(crate) corrections: Vec<RawCorrection<'a>>,
    pub(crate) left_out: Vec<String>,
}

impl<'a> Raw<'a> {
    pub(crate) fn read(root: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        if root.list().is_some_and(|items| items.iter().any(source::is_article)) {
            report.at(
                root,
                "this is a list of articles, not a dashboard: paste the articles into \"sources\" of the data file",
            );
            return None;
        }
        let mut fields = Fields::open(root, "a dashboard", report)?;
        fields.get("$schema").and_then(|node| json::words(&node, report));
        if let Some(version) = fields.need("schema_version", report) {
            match version.number() {
                Some(number) if number == f64::from(SCHEMA_VERSION) => {}
                Some(_) => {
                    // The rest of a file of another version may have another meaning, so that messages about it would mislead.
                    report.at(
                        &version,
                        format!("this program reads files of version {SCHEMA_VERSION}, but this is {}: use the program made for that version", version.found()),
                    );
                    return None;
                }
                None => report.at(&version, format!("the version of the file format is the number {SCHEMA_VERSION}, but this is {}: write {SCHEMA_VERSION}, without quotation marks", version.found())),
            }
        }
        let id = fields.need("id", report).and_then(|node| item_id(&node, report));
        let title = fields.need("title", report).and_then(|node| Text::read(&node, report));
        let summary = fields.need("summary", report).and_then(|node| Some((Prose::read(&node, report)?, node)));
        let updated = fields
            .need("updated", report)
            .and_then(|node| Day::read(&node, "\"updated\" is the day of the last change", report));
        let license = fields.need("license", report).and_then(|node| json::words(&node, report));
        let contact = fields.get("contact").and_then(|node| Contact::read(&node, report));
        let publisher = fields.get("publisher").and_then(|node| Publisher::read(&node, report));
        let url = fields.get("url").and_then(|node| publisher::folder(&node, report));
        let sources = json::list(filled(&mut fields, "sources", report), "\"sources\"", report, RawSource::read_all);
        let sources = sources.into_iter().flatten().collect();
        let speakers = json::list(fields.get("speakers"), "\"speakers\"", report, RawSpeaker::read);
        let measures = json::list(fields.get("measures"), "\"measures\"", report, RawMeasure::read);
        let places = json::list(fields.get("places"), "\"places\"", report, RawLocation::read);
        let units = Declared::read_all(fields.get("units"), report);
        let figures = json::list(filled(&mut fields, "figures", report), "\"figures\"", report, |node, report| {
            RawFigure::read(node, &units, report)
        });
        let events = json::list(fields.get("events"), "\"events\"", report, RawEvent::read);
        let charts = json::list(filled(&mut fields, "charts", report), "\"charts\"", report, RawChart::read);
        let sections = json::list(filled(&mut fields, "sections", report), "\"sections\"", report, RawSection::read);
        let corrections = json::list(fields.get("corrections"), "\"corrections\"", report, RawCorrection::read);
        let left_out = json::references(fields.get(LEFT_OUT), "\"left_out\"", report);
        fields.close(&[], report);
        Some(Self {
            id,
            title,
            summary,
            updated,
            license,
            contact,
            publisher,
            url,
            sources,
            speakers,
            measures,
            places,
            figures,
            events,
            charts,
            sections,
            corrections,
            left_out: left_out.into_iter().map(|(key, _)| key).collect(),
        })
    }

    /// All sentences that can name figures, to be changed.
    pub(crate) fn prose_mut(&mut self) -> impl Iterator<Item = &mut (Prose, Node<'a>)> {
        let figures = self.figures.iter_mut().filter_map(|figure| figure.note.as_mut());
        let events = self.events.iter_mut().filter_map(|event| event.note.as_mut());
        let charts = self.charts.iter_mut().filter_map(|chart| chart.finding.as_mut());
        let sections = self.sections.iter_mut();
        let sections = sections.flat_map(|section| section.finding.iter_mut().chain(&mut section.summary));
        self.summary.iter_mut().chain(figures).chain(events).chain(charts).chain(sections)
    }

    /// All sentences that can name figures.
    pub(crate) fn prose(&self) -> impl Iterator<Item = &(Prose, Node<'a>)> {
        let figures = self.figures.iter().filter_map(|figure| figure.note.as_ref());
        let events = self.events.iter().filter_map(|event| event.note.as_ref());
        let charts = self.charts.iter().filter_map(|chart| chart.finding.as_ref());
        let sections = self.sections.iter().flat_map(|section| section.finding.iter().chain(&section.summary));
        self.summary.iter().chain(figures).chain(events).chain(charts).chain(sections)
    }
}

/// Reads a required list that must not be empty.
fn filled<'a>(fields: &mut Fields<'a>, key: &'static str, report: &mut Report<'_>) -> Option<Node<'a>> {
    let node = fields.need(key, report)?;
    if node.list().is_some_and(|list| list.is_empty()) {
        report.at(&node, format!("\"{key}\" is an empty list, but a dashboard needs at least one item in it: add one"));
    }
    Some(node)
}
