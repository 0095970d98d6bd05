//! The citations behind a figure or event, each with its article and the other value or date that the article gives.

use locale::{Isolated, Message};
use model::{Citation, Figure, Source};

use crate::account::Account;

/// A citation of a reported figure or of an event.
#[derive(Clone, Copy, Debug)]
pub struct Backing<'a> {
    /// The id of the reported figure or the event.
    pub item: &'a str,
    /// The figure that the article reports; `None` for an event.
    pub figure: Option<&'a Figure>,
    /// What the article says.
    pub citation: &'a Citation,
    /// The article.
    pub source: &'a Source,
}

impl Backing<'_> {
    /// The fragment in quotation marks.
    pub fn quoted(&self) -> String {
        format!("“{}”", Isolated(&self.citation.quote))
    }
}

impl<'a> Account<'a> {
    /// The citations behind a figure, event or place. Those of a computed figure are those of all that it is computed from, in
    /// the order of the formula; each reported figure once.
    pub fn backing(&self, item: &str) -> Vec<Backing<'a>> {
        let dashboard = self.dashboard;
        let mut found = Vec::new();
        // The ids are those of the dashboard, and outlive the one that was asked for.
        let figure = dashboard.figure(item).map(|figure| figure.id.as_str());
        let event = || dashboard.event(item).map(|event| event.id.as_str());
        let place = || dashboard.place(item).map(|place| place.id.as_str());
        let Some(item) = figure.or_else(event).or_else(place) else { return found };
        for (item, citations) in dashboard.roots(item) {
            let figure = dashboard.figure(item);
            found.extend(citations.iter().filter_map(|citation| {
                Some(Backing { item, figure, citation, source: dashboard.source(&citation.source)? })
            }));
        }
        found
    }

    /// The value or date that an article gives instead of the one that is printed, in words.
    pub fn instead(&self, backing: &Backing<'_>) -> Option<String> {
        let Backing { figure, citation, .. } = backing;
        let value = citation.value.zip(*figure).map(|(value, figure)| self.bare(&value, &figure.unit).to_string());
        value.or_else(|| citation.date.as_ref().map(|date| self.language.date(date)))
    }

    /// The other value or date of an article, in a sentence.
    pub fn difference(&self, backing: &Backing<'_>) -> Option<String> {
        Some(self.say(Message::Differs { phrase: &self.instead(backing)? }))
    }

    /// Whether an article gives another value or date of something.
    pub fn differs(&self, item: &str) -> bool {
        self.backing(item).iter().any(|found| found.citation.value.is_some() || found.citation.date.is_some())
    }

    /// The person or office that confirms a quote which the program cannot read.
    pub fn vouched(&self, citation: &Citation) -> Option<String> {
        let reader = citation.read_by.as_ref()?;
        Some(self.say(Message::ReadBy { who: &reader.name, date: &self.day(reader.on) }))
    }

    /// The fragments in which an article gives a figure or event, or what a figure is computed from.
    pub fn quotes(&self, item: &str, source: &Source) -> String {
        let own = self.backing(item).into_iter().filter(|found| found.source.id == source.id);
        own.map(|found| found.quoted()).collect::<Vec<_>>().join(" … ")
    }

    /// The address of the first of these fragments in the article itself.
    pub fn passage_link(&self, item: &str, source: &Source) -> Option<String> {
        self.backing(item).into_iter().find(|found| found.source.id == source.id)?.citation.link(source)
    }
}
