//! The parts of the page that an edit changes, so that only these are drawn again.
//!
//! Drawing a page of 300 figures takes a third of a second, and an edit of one figure changes a card, one or two charts and
//! a note. This file lists the dependencies; a test compares the result with whole pages.

use model::{Chart, Dashboard, Figure, Note, Origin, Place, Prose, Section, Source, Status};
use statement::Account;

use crate::card::{self, Form};
use crate::setting::Setting;
use crate::still::Still;
use crate::{band, corrections, horizon, key, masthead, notes, page, section};

/// A part of the page that can be drawn by itself.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// The title, the introduction and the state of the page.
    Head,
    /// The tiles of the first section, in which one dot has the same value.
    Band(&'a Section),
    /// The key.
    Key,
    /// The heading of a section and the words below it.
    Opening(&'a Section),
    /// A figure in the list of a section.
    Line(&'a Figure),
    /// A chart with its caption, table and links.
    Picture(&'a Chart),
    /// An article in the notes.
    Note(&'a Note<'a>),
    /// The corrections.
    Corrections,
}

impl<'a> Part<'a> {
    /// The parts that differ between two dashboards; `None` if the pages have different parts or footnote numbers, so that
    /// the whole page has to be drawn.
    pub fn changed(old: &Account<'_>, new: &Account<'a>) -> Option<Vec<Self>> {
        if !is_alike(old, new) {
            return None;
        }
        let (was, is) = (old.dashboard, new.dashboard);
        let touched = Touched::between(was, is);
        let mut parts = Vec::new();
        let head = was.title != is.title || was.updated != is.updated || was.contact != is.contact;
        let state = was.summary != is.summary || was.corrections != is.corrections || was.sources != is.sources;
        // The head counts the figures that rest on one article alone.
        if head || state || !touched.0.is_empty() {
            parts.push(Self::Head);
        }
        if !touched.0.is_empty() {
            parts.push(Self::Key);
        }
        for is in is.sections.iter().take(1) {
            if is.figures.iter().any(|id| touched.has(id)) {
                parts.push(Self::Band(is));
            }
        }
        let bare = |at: usize, section: &Section| at == 0 && section.charts.is_empty();
        for (at, (before, section)) in was.sections.iter().zip(&is.sections).enumerate() {
            let (had, has) = (first_finding(was, before), first_finding(is, section));
            let mut sentences = section.finding.iter().chain(&section.summary).chain(has);
            let other = before != section || had != has || sentences.any(|words| touched.within(words));
            if other && !bare(at, section) {
                parts.push(Self::Opening(section));
            }
        }
        let lines = is.sections.iter().skip(1).flat_map(|section| &section.figures);
        let lines = lines.filter(|id| touched.has(id) && new.row_of(id).is_none());
        parts.extend(lines.filter_map(|id| is.figure(id)).map(Self::Line));
        for (was, chart) in was.charts.iter().zip(&is.charts) {
            let notes = chart.events.iter().filter_map(|id| is.event(id)?.note.as_ref());
            let mut sentences = notes.chain([&chart.finding]);
            let renamed = new.articles(chart).len() != old.articles(was).len();
            let mut items = chart.figures.iter().chain(&chart.events);
            if was != chart
                || renamed
                || items.any(|id| touched.has(id))
                || sentences.any(|words| touched.within(words))
            {
                parts.push(Self::Picture(chart));
            }
        }
        let notes = old.footnotes.notes().iter().zip(new.footnotes.notes());
        let notes = notes.filter(|(old, note)| is_other_note(old, note, &touched));
        parts.extend(notes.map(|(_, note)| Self::Note(note)));
        if was.corrections != is.corrections || is.corrections.iter().any(|item| touched.has(&item.figure)) {
            parts.push(Self::Corrections);
        }
        Some(parts)
    }

    /// Its place on the page.
    pub fn selector(&self) -> String {
        let (anchor, within) = match self {
            Self::Head => return ".masthead".into(),
            Self::Key => return "#key".into(),
            Self::Band(section) => (Place::Section(&section.id).anchor(), ""),
            Self::Opening(section) => (format!("{}-opening", Place::Section(&section.id).anchor()), ""),
            Self::Line(figure) => (Place::Figure(&figure.id).anchor(), ""),
            Self::Picture(chart) => (Place::Chart(&chart.id).anchor(), ""),
            Self::Note(note) => (note.source.note_anchor(), ""),
            Self::Corrections => return "#corrections".into(),
        };
        format!("#page [id='{anchor}']{within}")
    }

    /// The part. `printed` is the day of the edition that the files beside the page belong to.
    pub fn view(&self, plot: &Account<'_>, printed: &str) -> Option<Still> {
        let setting = Setting::Page { files: false };
        match self {
            Self::Head => {
                let printed = page::other_day(plot, Some(printed));
                Some(masthead::masthead(plot, plot.dashboard.updated, printed, setting))
            }
            Self::Key => Some(key::list(plot)),
            Self::Band(section) => Some(band::band(plot, section, setting)),
            Self::Opening(section) => Some(section::opening(plot, section)),
            Self::Line(figure) => Some(card::card(plot, figure, Form::Line, setting)),
            Self::Picture(chart) => Some(section::chart(plot, chart, setting)),
            Self::Note(note) => notes::whole(plot, note, setting),
            Self::Corrections => corrections::corrections(plot, setting),
        }
    }
}

/// The finding of the first chart of a section, which may head it.
fn first_finding<'d>(dashboard: &'d Dashboard, section: &Section) -> Option<&'d Prose> {
    dashboard.chart(section.charts.first()?).map(|chart| &chart.finding)
}

/// Whether two pages have the same parts in the same order, and the same articles with the same numbers and names.
fn is_alike(old: &Account<'_>, new: &Account<'_>) -> bool {
    let (was, is) = (old.dashboard, new.dashboard);
    let source =
        |was: &Source, is: &Source| was.id == is.id && old.brief(was) == new.brief(is) && was.repeats == is.repeats;
    let section = |was: &Section, is: &Section| {
        was.id == is.id && was.title == is.title && was.figures == is.figures && was.charts == is.charts
    };
    was.license == is.license
        && was.measures == is.measures
        && was.speakers == is.speakers
        && was.places == is.places
        && horizon::published(old) == horizon::published(new)
        && was.corrections.is_empty() == is.corrections.is_empty()
        && pairwise(&was.sources, &is.sources, source)
        && pairwise(&was.sections, &is.sections, section)
        && pairwise(&was.charts, &is.charts, |was, is| was.id == is.id && was.figures == is.figures)
        && pairwise(old.footnotes.notes(), new.footnotes.notes(), |was, is| was.source.id == is.source.id)
}

fn pairwise<T>(old: &[T], new: &[T], alike: impl Fn(&T, &T) -> bool) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| alike(old, new))
}

/// Whether a note or its links changed.
fn is_other_note(old: &Note<'_>, new: &Note<'_>, touched: &Touched<'_>) -> bool {
    old.source != new.source
        || !pairwise(&old.passages, &new.passages, |old, new| {
            old.item == new.item && old.citations == new.citations && old.places == new.places
        })
        || new.passages.iter().any(|passage| touched.has(passage.item))
}

/// The figures and events whose printed words changed.
struct Touched<'a>(Vec<&'a str>);

impl<'a> Touched<'a> {
    fn between(was: &'a Dashboard, is: &'a Dashboard) -> Self {
        let figures = is.figures.iter().filter(|figure| was.figure(&figure.id) != Some(figure));
        let events = is.events.iter().filter(|event| was.event(&event.id) != Some(event));
        let mut touched: Vec<&str> = figures.map(|figure| figure.id.as_str()).collect();
        touched.extend(events.map(|event| event.id.as_str()));
        if was.corrections != is.corrections {
            touched.extend(was.corrections.iter().chain(&is.corrections).map(|item| item.figure.as_str()));
        }
        let mut touched = Self(touched);
        // The words of a figure name its operands, the figures in its note, and its successor.
        loop {
            let before = touched.0.len();
            for figure in &is.figures {
                if !touched.has(&figure.id) && (touched.names(figure) || touched.has_newest(is, figure)) {
                    touched.0.push(&figure.id);
                }
            }
            if touched.0.len() == before {
                return touched;
            }
        }
    }

    fn has(&self, id: &str) -> bool {
        self.0.contains(&id)
    }

    /// Whether one of them is a reading of what a figure measures, which may be the newest.
    fn has_newest(&self, dashboard: &Dashboard, figure: &Figure) -> bool {
        let readings = figure.measure.as_deref().map(|measure| dashboard.readings(measure));
        readings.into_iter().flatten().any(|reading| self.has(&reading.id))
    }

    /// Whether a sentence prints any of them.
    fn within(&self, prose: &Prose) -> bool {
        prose.figures().any(|id| self.has(id)) || (prose.counts() && !self.0.is_empty())
    }

    /// Whether the words of a figure name any of them.
    fn names(&self, figure: &Figure) -> bool {
        let computed = match &figure.origin {
            Origin::Derived(formula) => formula.operands.iter().any(|id| self.has(id)),
            Origin::Reported(_) => false,
        };
        let succeeded = matches!(&figure.status, Status::Superseded(by) if self.has(by));
        computed || succeeded || figure.note.as_ref().is_some_and(|note| self.within(note))
    }
}
