//! The texts by which figures, events and articles are found, gathered from the whole dashboard.

use locale::{Isolated, Message, isolated};
use model::{Citation, Citations, Event, Figure, Source};

use crate::account::Account;

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A figure.
    Figure,
    /// An event.
    Event,
    /// An article.
    Article,
}

/// The kind of a text, in the order in which hits are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Name,
    Label,
    Value,
    Speaker,
    Article,
    Note,
    Quote,
    /// The words of the query are in several texts of the item.
    Scattered,
}

/// A text by which an item is found.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The index of the item.
    pub(crate) item: usize,
    pub(crate) rank: Rank,
    /// The text in the form in which it is compared.
    pub(crate) folded: String,
    /// The text as a hit shows it; `None` if the hit shows it anyway.
    pub(crate) shown: Option<String>,
}

/// Separates the texts while they are folded as one string. It is removed from the texts themselves.
pub(crate) const END: char = '\u{1f}';

/// Gathers the texts.
pub(crate) struct Texts<'p, 'a> {
    plot: &'p Account<'a>,
    pub(crate) items: Vec<(Kind, String)>,
    pub(crate) lines: Vec<Line>,
    /// All texts, each followed by [`END`].
    pub(crate) whole: String,
}

impl<'p, 'a> Texts<'p, 'a> {
    /// Gathers the texts of an account.
    pub(crate) fn of(plot: &'p Account<'a>) -> Self {
        let mut texts = Self { plot, items: Vec::new(), lines: Vec::new(), whole: String::new() };
        texts.gather();
        texts
    }

    fn gather(&mut self) {
        let dashboard = self.plot.dashboard;
        // The tiles of the first section lead the page; in all others the charts come before the list.
        dashboard.leading().for_each(|figure| self.item(&figure.id));
        for section in &dashboard.sections {
            for chart in section.charts.iter().filter_map(|id| dashboard.chart(id)) {
                chart.figures.iter().chain(&chart.events).for_each(|id| self.item(id));
            }
            section.figures.iter().for_each(|id| self.item(id));
        }
        dashboard.figures.iter().for_each(|figure| self.item(&figure.id));
        dashboard.events.iter().for_each(|event| self.item(&event.id));
        for note in self.plot.footnotes.notes() {
            self.article(note.source);
        }
    }

    /// Adds a figure or an event, unless it was added before.
    fn item(&mut self, id: &str) {
        if self.items.iter().any(|(_, known)| known == id) {
            return;
        }
        if let Some(figure) = self.plot.dashboard.figure(id) {
            self.items.push((Kind::Figure, id.to_owned()));
            self.figure(figure);
        } else if let Some(event) = self.plot.dashboard.event(id) {
            self.items.push((Kind::Event, id.to_owned()));
            self.event(event);
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let plot = self.plot;
        self.line(Rank::Name, plot.text(figure.name()), None);
        if figure.short.is_some() {
            let label = plot.text(&figure.label);
            self.line(Rank::Label, label, Some(label.to_owned()));
        }
        if let Some(measure) = figure.measure.as_ref().and_then(|id| plot.dashboard.measure(id)) {
            let label = plot.text(&measure.label);
            self.line(Rank::Label, label, Some(label.to_owned()));
        }
        self.line(Rank::Value, &plot.in_sentence(figure), None);
        self.line(Rank::Value, figure.unit.key(), None);
        let speaker = figure.speaker.as_ref().and_then(|id| plot.dashboard.speaker(id));
        for who in figure.said_by.iter().chain(speaker.map(|speaker| &speaker.name)) {
            let who = plot.text(who);
            self.line(Rank::Speaker, who, Some(plot.say(Message::SaidBy { who })));
        }
        if let Some(note) = &figure.note {
            let note = plot.sentence(note).to_string();
            self.line(Rank::Note, &note, Some(note.clone()));
        }
        self.places(&figure.places);
        figure.citations().for_each(|citation| self.citation(citation));
    }

    /// The names of places.
    fn places(&mut self, ids: &[String]) {
        for place in ids.iter().filter_map(|id| self.plot.dashboard.place(id)) {
            let name = self.plot.text(&place.name);
            self.line(Rank::Note, name, Some(format!("{} ({})", Isolated(name), self.plot.precision(place))));
        }
    }

    fn event(&mut self, event: &Event) {
        let plot = self.plot;
        self.line(Rank::Label, plot.text(&event.label), None);
        self.line(Rank::Value, &plot.language.date(&event.date), None);
        if let Some(note) = &event.note {
            let note = plot.sentence(note).to_string();
            self.line(Rank::Note, &note, Some(note.clone()));
        }
        self.places(&event.places);
        Citations::iter(&event.citations).for_each(|citation| self.citation(citation));
    }

    fn citation(&mut self, citation: &Citation) {
        let plot = self.plot;
        let outlet = plot.dashboard.source(&citation.source).map(|source| plot.brief(source)).unwrap_or_default();
        for words in [Some(citation.quote.as_str()), citation.wording.as_ref().map(|own| plot.text(own))] {
            let Some(words) = words else { continue };
            self.line(Rank::Quote, words, Some(format!("“{}”, {outlet}", Isolated(words))));
        }
    }

    fn article(&mut self, source: &Source) {
        self.items.push((Kind::Article, source.id.clone()));
        let names = [source.title.as_deref(), source.outlet.as_deref(), Some(source.id.as_str())];
        // An article without title and outlet is known by its id.
        let count = if source.title.is_none() && source.outlet.is_none() { 3 } else { 2 };
        for name in names.into_iter().take(count).flatten() {
            self.line(Rank::Article, name, None);
        }
        for author in &source.authors {
            let author = author.to_string();
            self.line(Rank::Article, &author, Some(isolated(&author).into_owned()));
        }
    }

    /// Adds a text of the last item.
    fn line(&mut self, rank: Rank, text: &str, shown: Option<String>) {
        self.lines.push(Line { item: self.items.len() - 1, rank, folded: String::new(), shown });
        self.whole.extend(text.chars().filter(|letter| *letter != END));
        self.whole.push(END);
    }
}
