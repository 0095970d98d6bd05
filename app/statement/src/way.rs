//! The way of a figure: who says it, which articles report it on their own, and which repeat them.

use locale::Message;
use model::{Figure, Source};

use crate::account::Account;

/// The way of a figure that articles report.
#[derive(Clone, Debug)]
pub struct Way<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Who says it.
    pub teller: Teller<'a>,
    /// The articles that report it on their own, in the order of its citations.
    pub origins: Vec<&'a Source>,
    /// The articles that repeat them, each with those that it repeats.
    pub repeats: Vec<(&'a Source, Vec<&'a Source>)>,
}

/// A speaker with the figures attributed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Teller<'a> {
    /// The name of the speaker, or the words of the articles for it; `None` if they name none.
    pub name: Option<&'a str>,
    /// Whether it is a party to what it speaks of.
    pub party: bool,
}

impl Way<'_> {
    /// Whether the figure rests on one article alone.
    pub fn is_alone(&self) -> bool {
        self.origins.len() == 1 && self.repeats.is_empty()
    }
}

impl<'a> Account<'a> {
    /// The way of a figure in words.
    pub fn went(&self, way: &Way<'_>) -> String {
        let repeats: Vec<&Source> = way.repeats.iter().map(|(source, _)| *source).collect();
        let (origins, repeats) = (self.named(&way.origins), self.named(&repeats));
        self.say(Message::Went { teller: way.teller.name.unwrap_or_default(), origins: &origins, repeats: &repeats })
    }

    /// The way of a figure.
    pub fn way(&self, figure: &'a Figure) -> Way<'a> {
        let dashboard = self.dashboard;
        let origins = dashboard.origins(figure.citations().map(|citation| citation.source.as_str()));
        let mut repeats: Vec<(&'a Source, Vec<&'a Source>)> = Vec::new();
        for source in figure.citations().filter_map(|citation| dashboard.source(&citation.source)) {
            if !origins.contains(&source) && repeats.iter().all(|(other, _)| *other != source) {
                let own = origins.iter().copied().filter(|origin| dashboard.repeats(source, &origin.id));
                repeats.push((source, own.collect()));
            }
        }
        let speaker = figure.speaker.as_ref().and_then(|id| dashboard.speaker(id));
        let named = speaker.map(|speaker| &speaker.name).or(figure.said_by.as_ref());
        let teller = Teller {
            name: named.map(|name| name.in_language(self.language.tag())),
            party: speaker.is_some_and(|speaker| speaker.party),
        };
        Way { figure, teller, origins, repeats }
    }
}
