//! Finding figures, events and articles by words and by what is known of them.
//!
//! Words are compared without regard to capitals and accents. This needs tables of Unicode, which would add kilobytes to the
//! reader's program, and every browser has them. So the caller passes the function that folds a text ([`Account::index`]),
//! and this crate does the rest (`alike.rs`). All texts are folded in one call, because each call from the program to the
//! browser takes time.

use model::Place;

use crate::account::Account;
use crate::alike::{has, plain, words};
use crate::facts::basis;
use crate::gathered::{END, Kind, Line, Rank, Texts};
use crate::pill::Pill;

/// A search query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words. Each of them has to occur.
    pub words: String,
    /// The basis of figures, as a word of [`basis`].
    pub basis: Option<String>,
    /// The id of an article that has to support the figure or event.
    pub article: Option<String>,
    /// The unit of figures, by its key.
    pub unit: Option<String>,
    /// Only figures and events that are in one article alone.
    pub alone: bool,
    /// Only figures and events of which an article gives another value or date.
    pub differs: bool,
}

/// The figures, events and articles, with their texts in the form in which they are compared.
#[derive(Clone, Debug)]
pub struct Index {
    /// The ids of all figures and events in reading order, then those of the articles by number.
    items: Vec<(Kind, String)>,
    lines: Vec<Line>,
    fold: fn(&str) -> String,
}

/// A search result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The id of the figure, event or article.
    pub id: String,
    /// The words before its name: the value of the figure, the date of the event, or the number of the article.
    pub lead: String,
    /// Its name, its label, or the title of the article.
    pub name: String,
    /// The articles behind a figure or event.
    pub pill: Option<Pill>,
    /// The text in which the words occur, where that is none of the above.
    pub matched: Option<String>,
    /// The `id` of its place on the page.
    pub anchor: String,
}

/// Further words of a query are ignored.
const MOST_WORDS: usize = 12;

impl Query {
    /// Whether the query has neither words nor filters.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && !self.is_filter()
    }

    /// Whether the query has a filter.
    pub fn is_filter(&self) -> bool {
        self.asks_for_items() || self.article.is_some()
    }

    /// Whether the query has a filter that no article can match.
    fn asks_for_items(&self) -> bool {
        self.basis.is_some() || self.unit.is_some() || self.alone || self.differs
    }
}

impl Account<'_> {
    /// What can be found on the page. `fold` makes texts alike that differ in capitals, and takes accents from their
    /// letters: it decomposes a text (NFKD) and then writes it in small letters.
    pub fn index(&self, fold: fn(&str) -> String) -> Index {
        let Texts { items, mut lines, whole, .. } = Texts::of(self);
        let whole = plain(&fold(&whole));
        for (line, folded) in lines.iter_mut().zip(whole.split(END)) {
            line.folded.push_str(folded);
        }
        Index { items, lines, fold }
    }

    /// The results of a query. Those with its words in their name come first, then those with its words in their label, and
    /// so on; results of the same rank are in reading order. An empty query has no results.
    pub fn find(&self, index: &Index, query: &Query) -> Vec<Hit> {
        let mut found: Vec<(Rank, usize, Option<&Line>)> = Vec::new();
        if query.is_empty() {
            return Vec::new();
        }
        let folded = plain(&(index.fold)(&query.words));
        let words = words(&folded);
        // Punctuation marks alone are not searched for.
        if words.is_empty() && !query.is_filter() {
            return Vec::new();
        }
        let words = words.get(..MOST_WORDS).unwrap_or(&words);
        let mut lines = index.lines.as_slice();
        for (place, (kind, id)) in index.items.iter().enumerate() {
            let own = lines.iter().take_while(|line| line.item == place).count();
            let (of_item, rest) = lines.split_at(own);
            lines = rest;
            let Some((rank, line)) = best(of_item, words) else { continue };
            if self.fits(*kind, id, query) {
                let at = found.partition_point(|(other, ..)| *other <= rank);
                found.insert(at, (rank, place, line));
            }
        }
        let hit = |(_, place, line): (Rank, usize, Option<&Line>)| {
            let (kind, id) = index.items.get(place)?;
            self.hit(*kind, id, line.and_then(|line| line.shown.clone()))
        };
        found.into_iter().filter_map(hit).collect()
    }

    /// Whether an item matches the filters of a query.
    fn fits(&self, kind: Kind, id: &str, query: &Query) -> bool {
        let dashboard = self.dashboard;
        let is = |asked: &Option<String>, known: Option<&str>| asked.is_none() || asked.as_deref() == known;
        if kind == Kind::Article {
            return !query.asks_for_items() && is(&query.article, Some(id));
        }
        let figure = dashboard.figure(id);
        is(&query.basis, figure.map(basis))
            && is(&query.unit, figure.map(|figure| figure.unit.key()))
            && query.article.as_deref().is_none_or(|article| dashboard.supports(article, id))
            && (!query.alone || dashboard.rests_on_one(id))
            && (!query.differs || self.differs(id))
    }

    fn hit(&self, kind: Kind, id: &str, matched: Option<String>) -> Option<Hit> {
        let (lead, name, anchor) = match kind {
            Kind::Figure => {
                let figure = self.dashboard.figure(id)?;
                (self.in_sentence(figure), self.text(figure.name()).to_owned(), self.footnotes.home(id)?)
            }
            Kind::Event => {
                let event = self.dashboard.event(id)?;
                (self.language.date(&event.date), self.text(&event.label).to_owned(), self.place_of_event(id)?)
            }
            Kind::Article => {
                let source = self.dashboard.source(id)?;
                let article = self.article(source);
                let title = article.outlet.iter().fold(article.title.clone(), |title, outlet| title + ", " + outlet);
                (self.footnotes.number(id)?.to_string(), title, source.note_anchor())
            }
        };
        let pill = if kind == Kind::Article { None } else { self.pill(id, "") };
        Some(Hit { kind, id: id.to_owned(), lead, name, pill, matched, anchor })
    }

    /// The `id` on the page of the first chart that draws an event; of one that none does, of what the first of its
    /// articles says of it.
    fn place_of_event(&self, id: &str) -> Option<String> {
        let sections = self.dashboard.sections.iter().flat_map(|section| &section.charts);
        let mut charts = sections.filter_map(|chart| self.dashboard.chart(chart));
        let drawn = charts.find(|chart| chart.events.iter().any(|event| event == id));
        match drawn {
            Some(chart) => Some(Place::Chart(&chart.id).anchor()),
            None => self.footnotes.markers(id).into_iter().next().map(|marker| marker.anchor),
        }
    }
}

/// The rank of an item for the words of a query, and the text that has most of them. `None` if one of the words is in no text.
fn best<'l>(lines: &'l [Line], words: &[&str]) -> Option<(Rank, Option<&'l Line>)> {
    if words.is_empty() {
        return Some((Rank::Name, None));
    }
    let is_somewhere = |word: &&str| lines.iter().any(|line| has(&line.folded, word));
    if !words.iter().all(is_somewhere) {
        return None;
    }
    let (mut most, mut best) = (0, None);
    for line in lines {
        let count = words.iter().filter(|word| has(&line.folded, word)).count();
        if count > most {
            (most, best) = (count, Some(line));
        }
    }
    let line = best?;
    Some((if most == words.len() { line.rank } else { Rank::Scattered }, best))
}
