//! The one marker of a figure or event: the numbers of the articles behind it in a small field, which is one link.

use locale::Message;
use model::Marker;

use crate::account::Account;

/// The maximum of numbers in a marker. If there are more articles, the last place counts them.
const MOST: usize = 6;

/// The marker of a figure or event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pill {
    /// The `id` on the page of the passage in the first of the articles.
    pub anchor: String,
    /// The numbers that are shown, in order.
    pub numbers: Vec<Number>,
    /// How many more articles there are.
    pub more: usize,
    /// Where it leads, in words.
    pub words: String,
}

/// The number of an article in a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub number: usize,
    /// Whether the article repeats another of those behind the figure.
    pub repeats: bool,
}

impl Account<'_> {
    /// The marker of a figure or event; `None` if it has no article. `what` names the figure, and is empty if the text beside the
    /// marker does.
    pub fn pill(&self, item: &str, what: &str) -> Option<Pill> {
        self.pill_of(&self.footnotes.markers(item), what)
    }

    /// The marker of some articles alone.
    pub fn pill_of(&self, markers: &[Marker<'_>], what: &str) -> Option<Pill> {
        let origins = self.dashboard.origins(markers.iter().map(|marker| marker.source.id.as_str()));
        let shown = if markers.len() > MOST { MOST - 1 } else { markers.len() };
        let number = |marker: &Marker<'_>| Number { number: marker.number, repeats: !origins.contains(&marker.source) };
        let numbers: Vec<Number> = markers.iter().take(shown).map(number).collect();
        let more = markers.len() - shown;
        let plain: Vec<usize> = numbers.iter().map(|number| number.number).collect();
        let words = self.say(Message::EvidenceOf { numbers: &plain, more, what });
        Some(Pill { anchor: markers.first()?.anchor.clone(), numbers, more, words })
    }
}
