//! A dashboard with what is needed to word it: its figures and notes, the language, and the address at which it is published.

use locale::{Isolated, Language, Message, Phrase};
use model::{Chart, Dashboard, Date, Day, Event, Figure, Footnotes, Note, Text, Unit, Value};

/// A dashboard that is about to be shown, printed or exported.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// The checked data.
    pub dashboard: &'a Dashboard,
    /// Its notes.
    pub footnotes: &'a Footnotes<'a>,
    /// The language; texts that are not translated are in English.
    pub language: Language,
    /// Where it is published: an absolute address that ends in `/`. `None` if it is not known; then addresses of files are
    /// relative, and what needs an absolute address is left out.
    pub address: Option<&'a str>,
}

impl<'a> Account<'a> {
    /// A text of the data, unchanged, in the language of the account.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.in_language(self.language.tag())
    }

    /// A sentence or word of the page itself.
    pub fn say(&self, message: Message<'_>) -> String {
        self.language.say(message)
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        self.language.date(&Date::Day(day))
    }

    /// That the data was last changed on a day.
    pub fn updated(&self, day: Day) -> String {
        self.say(Message::Updated { date: &self.day(day) })
    }

    /// The licence of the data.
    pub fn licence(&self) -> String {
        self.say(Message::Licence { licence: &self.dashboard.license })
    }

    /// The title of the dashboard.
    pub fn title(&self) -> &'a str {
        self.dashboard.title.in_language(self.language.tag())
    }

    /// The name of the publisher, if the data has one.
    pub fn publisher(&self) -> Option<&'a str> {
        let publisher = self.dashboard.publisher.as_ref()?;
        Some(publisher.name.in_language(self.language.tag()))
    }

    /// The name of a figure or place, or the label of an event, of this id.
    pub fn name(&self, item: &str) -> Option<&'a str> {
        let figure = self.dashboard.figure(item).map(Figure::name);
        let event = || self.dashboard.event(item).map(|event| &event.label);
        let name = figure.or_else(event).or_else(|| self.dashboard.place(item).map(|place| &place.name))?;
        Some(name.in_language(self.language.tag()))
    }

    /// A value that belongs to no figure: the value of one dot, an end of a scale, the other value of an article, the value
    /// before a correction. For the value of a figure use [`Account::stated`], which includes its status.
    pub fn bare(&self, value: &Value, unit: &Unit) -> Phrase {
        locale::phrase(self.language, value, unit)
    }

    /// An event in one line: date and label.
    pub fn event(&self, event: &Event) -> String {
        format!("{}: {}", self.language.date(&event.date), Isolated(self.text(&event.label)))
    }

    /// The figures a chart draws, in its order.
    pub fn figures(&self, chart: &Chart) -> Vec<&'a Figure> {
        chart.figures.iter().filter_map(|id| self.dashboard.figure(id)).collect()
    }

    /// The same, sorted by the number of origins and then of articles, largest first.
    pub fn by_origins(&self, chart: &Chart) -> Vec<&'a Figure> {
        let support = |figure: &'a Figure| {
            let sources = figure.citations().map(|citation| citation.source.as_str());
            let articles = self.footnotes.markers(&figure.id).len();
            ((self.dashboard.origins(sources).len(), articles), figure)
        };
        let mut sorted: Vec<((usize, usize), &'a Figure)> = Vec::new();
        for (support, figure) in self.figures(chart).into_iter().map(support) {
            let place = sorted.partition_point(|(other, _)| *other >= support);
            sorted.insert(place, (support, figure));
        }
        sorted.into_iter().map(|(_, figure)| figure).collect()
    }

    /// The events a chart draws, by date.
    pub fn events(&self, chart: &Chart) -> Vec<&'a Event> {
        chart.events.iter().filter_map(|id| self.dashboard.event(id)).collect()
    }

    /// The notes of the articles that report any figure of a chart, by number.
    pub fn reporting(&self, chart: &Chart) -> Vec<&'a Note<'a>> {
        let figures = self.figures(chart);
        let reports =
            |source: &str| figures.iter().any(|figure| figure.citations().any(|citation| citation.source == source));
        self.footnotes.notes().iter().filter(|note| reports(&note.source.id)).collect()
    }

    /// The note of this number.
    pub fn note(&self, number: usize) -> Option<&'a Note<'a>> {
        self.footnotes.notes().iter().find(|note| note.number == number)
    }

    /// The address of a file of the site: absolute where its own is known, else relative.
    pub fn file(&self, path: &str) -> String {
        self.address.unwrap_or_default().to_owned() + path
    }
}
