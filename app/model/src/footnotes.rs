//! Numbers the articles, and collects the passages of each article and the places that use them.
//!
//! An article gets its number where it is first cited in reading order: summary, then the text, figures and charts of each
//! section. The numbers are fixed before anything is drawn, so that they do not depend on the order of drawing.

use crate::chart::Chart;
use crate::citation::Citation;
use crate::dashboard::Dashboard;
use crate::index::Index;
use crate::source::Source;
use crate::text::Prose;

/// The numbered notes of a dashboard.
#[derive(Clone, Debug)]
pub struct Footnotes<'a> {
    notes: Vec<Note<'a>>,
    /// Indices into `notes`, by source.
    index: Index,
    dashboard: &'a Dashboard,
}

/// One article's note.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Note<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The article.
    pub source: &'a Source,
    /// Its passages, in reading order.
    pub passages: Vec<Passage<'a>>,
}

/// All that one article says about one figure or event.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Passage<'a> {
    /// The id of the figure, event or place.
    pub item: &'a str,
    /// Its citations; several if the article says it several times.
    pub citations: Vec<&'a Citation>,
    /// The places on the page that use it, in reading order.
    pub places: Vec<Place<'a>>,
}

/// A place on the page that leads to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// The dashboard's summary.
    Summary,
    /// The text of a section.
    Section(&'a str),
    /// A printed figure.
    Figure(&'a str),
    /// A chart, its finding and its table.
    Chart(&'a str),
}

/// A marker behind a number on the page: the number of an article and the address of the passage.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Marker<'a> {
    /// The article's number.
    pub number: usize,
    /// The article.
    pub source: &'a Source,
    /// The `id` of the passage on the page.
    pub anchor: String,
}

impl Place<'_> {
    /// Its `id` on the page.
    pub fn anchor(&self) -> String {
        match self {
            Self::Summary => "summary".into(),
            Self::Section(id) => format!("section-{id}"),
            Self::Figure(id) => format!("figure-{id}"),
            Self::Chart(id) => format!("chart-{id}"),
        }
    }
}

impl Dashboard {
    /// The place on the page that shows the figure of this id: a tile, a list item, or a row of the table of a chart. A
    /// superseded figure may have none.
    pub fn home(&self, figure: &str) -> Option<Place<'_>> {
        let shows = |ids: &[String]| ids.iter().any(|id| id == figure);
        let shown = self.sections.iter().any(|section| shows(&section.figures))
            || self.charts.iter().any(|chart| shows(&chart.figures));
        self.figure(figure).filter(|_| shown).map(|figure| Place::Figure(&figure.id))
    }
}

impl<'a> Footnotes<'a> {
    /// Numbers the articles of a dashboard.
    pub fn of(dashboard: &'a Dashboard) -> Self {
        let mut uses = Uses { dashboard, notes: Vec::new(), index: Index::default(), passages: Index::default() };
        uses.page();
        Self { notes: uses.notes, index: uses.index, dashboard }
    }

    /// The notes by number.
    pub fn notes(&self) -> &[Note<'a>] {
        &self.notes
    }

    /// The number of an article.
    pub fn number(&self, source: &str) -> Option<usize> {
        Some(self.notes.get(self.index.get(source)?)?.number)
    }

    /// Markers for these articles, by number, each with the address of its note.
    pub fn articles(&self, ids: &[String]) -> Vec<Marker<'a>> {
        let notes = self.notes.iter().filter(|note| ids.contains(&note.source.id));
        notes
            .map(|note| Marker { number: note.number, source: note.source, anchor: note.source.note_anchor() })
            .collect()
    }

    /// The article and the figure or event of the passage with this `id` on the page.
    pub fn passage(&self, anchor: &str) -> Option<(&'a Source, &'a str)> {
        let (article, item) = anchor.rsplit_once('_')?;
        let note = self.notes.iter().find(|note| note.source.note_anchor() == article)?;
        let passage = note.passages.iter().find(|passage| passage.item == item)?;
        Some((note.source, passage.item))
    }

    /// The `id` on the page of the place that shows a figure; if none does, of its passage in its first article.
    pub fn home(&self, figure: &str) -> Option<String> {
        match self.dashboard.home(figure) {
            Some(place) => Some(place.anchor()),
            None => self.markers(figure).into_iter().next().map(|marker| marker.anchor),
        }
    }

    /// The markers of a figure or event, by number, one for each article; a derived figure has those of all its operands.
    pub fn markers(&self, item: &str) -> Vec<Marker<'a>> {
        let mut markers: Vec<Marker<'a>> = Vec::new();
        for (item, citation) in evidence(self.dashboard, item) {
            if let (Some(source), Some(number)) =
                (self.dashboard.source(&citation.source), self.number(&citation.source))
                && !markers.iter().any(|marker| marker.number == number)
            {
                let place = markers.partition_point(|marker| marker.number < number);
                markers.insert(place, Marker { number, source, anchor: source.passage_anchor(item) });
            }
        }
        markers
    }
}

/// The citations of a figure or event, or of the figures that it is computed from, each with the id of its item.
fn evidence<'a>(dashboard: &'a Dashboard, id: &str) -> Vec<(&'a str, &'a Citation)> {
    let roots = dashboard.roots(id).into_iter();
    roots.flat_map(|(item, citations)| citations.iter().map(move |citation| (item, citation))).collect()
}

/// The notes while they are collected in reading order.
struct Uses<'a> {
    dashboard: &'a Dashboard,
    notes: Vec<Note<'a>>,
    /// Places in `notes`, by source.
    index: Index,
    /// Indices into a note's passages, by source and item.
    passages: Index,
}

impl<'a> Uses<'a> {
    fn page(&mut self) {
        let dashboard = self.dashboard;
        self.prose(&dashboard.summary, Place::Summary);
        for section in &dashboard.sections {
            for prose in section.finding.iter().chain(&section.summary) {
                self.prose(prose, Place::Section(&section.id));
            }
            for id in &section.figures {
                self.add(id, Some(Place::Figure(id)));
                if let Some(note) = dashboard.figure(id).and_then(|figure| figure.note.as_ref()) {
                    self.prose(note, Place::Figure(id));
                }
            }
            for chart in section.charts.iter().filter_map(|id| dashboard.chart(id)) {
                self.chart(chart);
            }
        }
        // Figures, events and places in no section get numbers too, since readers can open their passages.
        for figure in &dashboard.figures {
            self.add(&figure.id, None);
        }
        for event in &dashboard.events {
            self.add(&event.id, None);
        }
        for place in dashboard.places.iter().filter(|place| place.citations.is_some()) {
            self.add(&place.id, None);
        }
    }

    fn chart(&mut self, chart: &'a Chart) {
        let place = Place::Chart(&chart.id);
        self.prose(&chart.finding, place);
        let dashboard = self.dashboard;
        let named = chart.places.iter().filter(|id| dashboard.place(id).is_some_and(|place| place.citations.is_some()));
        for id in named.chain(&chart.figures).chain(&chart.events) {
            self.add(id, Some(place));
            if let Some(note) = self.dashboard.event(id).and_then(|event| event.note.as_ref()) {
                self.prose(note, place);
            }
        }
    }

    fn prose(&mut self, prose: &'a Prose, place: Place<'a>) {
        for id in prose.figures() {
            self.add(id, Some(place));
        }
    }

    fn add(&mut self, item: &str, place: Option<Place<'a>>) {
        for (item, citation) in evidence(self.dashboard, item) {
            let Some(source) = self.dashboard.source(&citation.source) else { continue };
            let next = self.notes.len();
            let at = self.index.add(&source.id, next).unwrap_or(next);
            if at == next {
                self.notes.push(Note { number: next + 1, source, passages: Vec::new() });
            }
            let Some(note) = self.notes.get_mut(at) else { continue };
            let next = note.passages.len();
            let at = self.passages.add(&source.passage_anchor(item), next).unwrap_or(next);
            if at == next {
                note.passages.push(Passage { item, citations: Vec::new(), places: Vec::new() });
            }
            let Some(passage) = note.passages.get_mut(at) else { continue };
            if !passage.citations.contains(&citation) {
                passage.citations.push(citation);
            }
            if let Some(place) = place
                && !passage.places.contains(&place)
            {
                passage.places.push(place);
            }
        }
    }
}
