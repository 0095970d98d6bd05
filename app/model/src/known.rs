//! What was known on a day: the dashboard as far as articles that had been published by then support it.

use crate::chart::Chart;
use crate::citation::Citation;
use crate::dashboard::Dashboard;
use crate::date::Day;
use crate::event::Event;
use crate::figure::{Figure, Origin, Status};
use crate::formula;
use crate::horizon::Horizon;
use crate::issued::Issued;
use crate::kind::Kind;
use crate::section::Section;
use crate::source::Source;
use crate::text::{Cited, Prose};
use crate::unit::Unit;
use crate::value::Value;

impl Dashboard {
    /// The dashboard as it was known on a day.
    ///
    /// An article counts from the last day that its date of publication can mean. A figure or event counts if an article that
    /// counts reports it; if those that count report another value or date, it has that one. A computed figure needs all its
    /// operands, and is computed anew. A status is that of a figure whose successor is known. A reading that is not known
    /// leaves its place in a section to the newest one that is. A sentence that names a figure or cites an article that is not known is left out, and the finding of a
    /// chart gives way to the title of the chart.
    pub fn as_of(&self, day: Day) -> Self {
        let mut dashboard = self.clone();
        let last = |source: &Source| source.issued.as_ref().and_then(Issued::last);
        dashboard.sources.retain(|source| last(source).is_some_and(|last| last <= day.last()));
        let undated = self.sources.iter().filter(|source| last(source).is_none()).count();
        let later = self.sources.len() - undated - dashboard.sources.len();
        let known: Vec<String> = dashboard.sources.iter().map(|source| source.id.clone()).collect();
        for source in &mut dashboard.sources {
            source.repeats.retain(|id| known.contains(id));
        }
        let cited = |citation: &Citation| dashboard.sources.iter().any(|source| source.id == citation.source);
        let figures = known_figures(&self.figures, &cited);
        let mut events = Vec::new();
        for event in &self.events {
            let Some(citations) = event.citations.only(&cited) else { continue };
            let own = if citations.iter().all(|citation| citation.date.is_some()) {
                citations.first().date.clone()
            } else {
                None
            };
            let mut event = event.clone();
            event.citations = citations;
            event.date = own.unwrap_or(event.date);
            let key = |event: &Event| (event.date.first(), event.date.last());
            let place = events.partition_point(|other| key(other) <= key(&event));
            events.insert(place, event);
        }
        for speaker in &mut dashboard.speakers {
            speaker.citations.retain(|citation| cited(citation));
            if speaker.citations.is_empty() {
                speaker.represents = None;
            }
        }
        for place in &mut dashboard.places {
            place.citations = place.citations.take().and_then(|citations| citations.only(&cited));
        }
        let names = |places: &[String], id: &String| places.contains(id);
        dashboard.places.retain(|place| {
            place.citations.is_some()
                || figures.iter().any(|figure| names(&figure.places, &place.id))
                || events.iter().any(|event| names(&event.places, &place.id))
        });
        dashboard.figures = figures;
        dashboard.events = events;
        dashboard.reindex();
        let figures = self.figures.len() - dashboard.figures.len();
        dashboard.show_only_known(self);
        dashboard.horizon = Some(Horizon { day, later, undated, figures });
        dashboard
    }

    /// Takes what is not known out of charts, sections and sentences. `all` is the dashboard with everything.
    fn show_only_known(&mut self, all: &Self) {
        let charts: Vec<Chart> = self.charts.iter().filter_map(|chart| self.known_chart(chart)).collect();
        self.charts = charts;
        self.reindex();
        self.sections = self.known_sections(all);
        let figures: Vec<Option<Prose>> = self.figures.iter().map(|figure| self.known(figure.note.clone())).collect();
        for (figure, note) in self.figures.iter_mut().zip(figures) {
            figure.note = note;
        }
        let events: Vec<Option<Prose>> = self.events.iter().map(|event| self.known(event.note.clone())).collect();
        for (event, note) in self.events.iter_mut().zip(events) {
            event.note = note;
        }
        self.summary = self.known(Some(self.summary.clone())).unwrap_or_default();
        let is_known = |id: &String| self.figure(id).is_some();
        let corrections = self.corrections.iter().filter(|correction| is_known(&correction.figure)).cloned().collect();
        let pins: Vec<Option<String>> =
            self.measures.iter().map(|measure| measure.pinned.clone().filter(|id| is_known(id))).collect();
        self.corrections = corrections;
        for (measure, pinned) in self.measures.iter_mut().zip(pins) {
            measure.pinned = pinned;
        }
    }

    /// A text, if all that it names and cites is known.
    fn known(&self, prose: Option<Prose>) -> Option<Prose> {
        prose.filter(|prose| {
            prose.figures().all(|id| self.figure(id).is_some())
                && prose.articles().flat_map(Cited::ids).all(|id| self.source(id).is_some())
        })
    }

    /// What of a chart is known; `None` if nothing is left to draw.
    fn known_chart(&self, chart: &Chart) -> Option<Chart> {
        let mut known = chart.clone();
        let is_known = |id: &String| self.figure(id).is_some();
        known.figures.retain(is_known);
        // By the dates that were known.
        let events = self.events.iter().filter(|event| chart.events.contains(&event.id));
        known.events = events.map(|event| event.id.clone()).collect();
        known.places.retain(|id| self.place(id).is_some());
        for group in &mut known.groups {
            group.figures.retain(is_known);
        }
        known.groups.retain(|group| !group.figures.is_empty());
        known.compare = known.compare.filter(|(part, whole)| is_known(part) && is_known(whole));
        known.finding = self.known(Some(known.finding)).unwrap_or_else(|| Prose::of_text(&chart.title));
        // A part needs its whole.
        let is_part = known.figures.len() < chart.figures.len() && matches!(chart.kind, Kind::Share(_));
        let is_empty = known.figures.is_empty() && known.events.is_empty() && known.places.is_empty();
        if is_part || is_empty { None } else { Some(known) }
    }

    /// The sections with what of them is known.
    fn known_sections(&self, all: &Self) -> Vec<Section> {
        let mut listed: Vec<String> = all.sections.iter().flat_map(|section| section.figures.clone()).collect();
        let mut sections = Vec::new();
        for section in &all.sections {
            let mut known = section.clone();
            known.figures.clear();
            for id in &section.figures {
                let earlier = || self.newest_reading(all.figure(id)?.measure.as_deref()?);
                if self.figure(id).is_some() {
                    known.figures.push(id.clone());
                } else if let Some(reading) = earlier().filter(|reading| !listed.contains(&reading.id)) {
                    listed.push(reading.id.clone());
                    known.figures.push(reading.id.clone());
                }
            }
            known.charts.retain(|id| self.chart(id).is_some());
            known.finding = self.known(known.finding);
            known.summary = self.known(known.summary);
            // The first section is the head of the page.
            if sections.is_empty() || !(known.figures.is_empty() && known.charts.is_empty()) {
                sections.push(known);
            }
        }
        sections
    }
}

/// The figures that cited articles support, with the values and statuses that follow from these articles.
fn known_figures(all: &[Figure], cited: &dyn Fn(&Citation) -> bool) -> Vec<Figure> {
    let mut known: Vec<Figure> = Vec::new();
    for figure in all {
        let Origin::Reported(citations) = &figure.origin else { continue };
        let Some(citations) = citations.only(cited) else { continue };
        let mut figure = figure.clone();
        if let (true, Some(value)) = (citations.iter().all(|one| one.value.is_some()), citations.first().value) {
            figure.value = value;
        }
        figure.origin = Origin::Reported(citations);
        known.push(figure);
    }
    // Each round computes the figures whose operands the rounds before have found.
    let mut waiting: Vec<&Figure> = all.iter().filter(|figure| figure.is_derived()).collect();
    while let Some(place) = waiting.iter().position(|figure| operands(figure, &known).is_some()) {
        let mut figure = waiting.remove(place).clone();
        let value = match (&figure.origin, operands(&figure, &known)) {
            (Origin::Derived(formula), Some(operands)) => {
                formula::evaluate(formula.operation, &operands, &figure.unit).ok()
            }
            _ => None,
        };
        if let Some(value) = value {
            figure.value = value;
            known.push(figure);
        }
    }
    let mut figures: Vec<Figure> = Vec::new();
    for figure in all {
        if let Some(place) = known.iter().position(|other| other.id == figure.id) {
            figures.push(known.swap_remove(place));
        }
    }
    let ids: Vec<String> = figures.iter().map(|figure| figure.id.clone()).collect();
    for figure in &mut figures {
        while let Status::Superseded(by) = &figure.status
            && !ids.contains(by)
        {
            // If the successor was not known, but the one after it was, that one had replaced the figure.
            let next = all.iter().find(|other| other.id == *by).map(|other| other.status.clone());
            figure.status = next.filter(|next| matches!(next, Status::Superseded(_))).unwrap_or(Status::Current);
        }
        figure.share = figure.share.take().filter(|share| ids.contains(share));
    }
    figures
}

/// The operands of a computed figure; `None` if one of them is not known.
fn operands<'f>(figure: &Figure, known: &'f [Figure]) -> Option<Vec<(Value, &'f Unit)>> {
    let Origin::Derived(formula) = &figure.origin else { return None };
    let find = |id: &String| known.iter().find(|other| other.id == *id).map(|other| (other.value, &other.unit));
    formula.operands.iter().map(find).collect()
}
