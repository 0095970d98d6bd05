//! Compares the proposals for an article with the data file and with other articles, and gives each its mark.

use std::collections::BTreeSet;
use std::ops::Range;

use model::{Date, Day, Stated};

use crate::agreement::bears;
use crate::article::Article;
use crate::grammar::Quantity;
use crate::normal::Plain;
use crate::written::written;

use super::known::{Known, Shelved};
use super::proposed::{Mark, ProposedEvent, ProposedFigure};
use super::spots::Spots;

/// In words. A run of this length that another article has too is a repetition.
const REPEATED: usize = 8;

/// In words. Of another article's quote, this many are enough: it was chosen for these words.
const REPEATED_QUOTE: usize = 5;

/// In bytes. The words this far from a number tell what it is.
const CLAUSE: usize = 200;

/// The places of an article that the data file or other articles know.
pub(super) struct Compared<'a> {
    article: &'a Article,
    spots: &'a Spots,
    shelved: &'a Shelved,
    /// The runs of words of each other article, with its id.
    runs: Vec<(&'a str, BTreeSet<Vec<String>>)>,
    /// The places of quotes of other articles in this text, with the ids of the articles and the paths of the citations.
    quoted: Vec<(Range<usize>, &'a str, &'a str)>,
    /// The places of the quotes that the file has from this article, with their paths.
    own: Vec<(Range<usize>, &'a str)>,
    /// The paths and words of its quotes that are not in the text.
    pub(super) missing: Vec<(&'a str, &'a str)>,
}

impl<'a> Compared<'a> {
    /// Finds the quotes of the data file in an article. What was published after it is not repeated by it.
    pub(super) fn of(
        (article, spots): (&'a Article, &'a Spots),
        (source, issued): (&str, Option<Day>),
        shelved: &'a Shelved,
        others: &'a [(String, String)],
    ) -> Self {
        let last = issued.map(|day| day.last());
        let earlier = |id: &str| {
            let first = shelved.sources.get(id).and_then(|other| other.issued.as_ref()?.day()).map(|day| day.first());
            id != source && first.zip(last).is_none_or(|(first, last)| first <= last)
        };
        let texts = others.iter().filter(|(id, _)| earlier(id));
        let runs = texts.map(|(id, text)| (id.as_str(), Spots::of(&Plain::of(text)).runs(REPEATED))).collect();
        let mut compared =
            Self { article, spots, shelved, runs, quoted: Vec::new(), own: Vec::new(), missing: Vec::new() };
        for claim in &shelved.claims {
            let (citation, path) = (&claim.citation, claim.path.as_str());
            if citation.source == source {
                let places = article.find(&citation.quote);
                if places.is_empty() {
                    compared.missing.push((path, citation.quote.as_str()));
                }
                compared.own.extend(places.into_iter().map(|place| (place, path)));
            } else if earlier(&citation.source) && citation.quote.split(' ').count() >= REPEATED_QUOTE {
                let places = spots.find(&citation.quote);
                compared.quoted.extend(places.into_iter().map(|place| (place, citation.source.as_str(), path)));
            }
        }
        compared.quoted.sort_by_key(|(place, ..)| place.start);
        compared.own.sort_by_key(|(place, _)| place.start);
        compared
    }

    /// The other articles that have the words around a place, which is in this part of the text.
    pub(super) fn repeats(&self, place: &Range<usize>, part: &Range<usize>) -> Vec<String> {
        let runs = self.runs.iter().filter(|(_, runs)| self.spots.shares(runs, self.article.text(), place, part));
        let mut found: Vec<String> = runs.map(|(id, _)| (*id).to_owned()).collect();
        for (quote, id, _) in overlapping(&self.quoted, place, |(quote, ..)| quote) {
            if !found.iter().any(|known| known == id) && quote.start <= place.start && place.end <= quote.end {
                found.push((*id).to_owned());
            }
        }
        found
    }

    /// The mark of a figure, from its quantity and its sentence.
    pub(super) fn mark(&self, figure: &ProposedFigure, quantity: &Quantity, part: &Range<usize>) -> Mark {
        if let Some(mark) = self.cited(figure, quantity) {
            return mark;
        }
        let text = self.article.text();
        let from = text.floor_char_boundary(quantity.core.start.saturating_sub(CLAUSE)).max(part.start);
        let to = text.floor_char_boundary((quantity.core.end + CLAUSE).min(text.len())).min(part.end);
        let clause = text.get(from..to).unwrap_or_default();
        let like = self.shelved.like(quantity, &figure.value, clause, &figure.unit);
        if let Some(source) = figure.repeats.first() {
            let mut quotes = overlapping(&self.quoted, &quantity.core, |(quote, ..)| quote);
            let quoted = quotes.find(|(_, id, _)| id == source).and_then(|(.., path)| self.figure_at(path));
            let known = quoted.or(like.map(|(known, _)| known));
            return Mark::Repeats(source.clone(), known.map(|known| known.id.clone()));
        }
        match like {
            Some((known, true)) => Mark::Same(known.id.clone()),
            Some((known, false)) => Mark::Other(known.id.clone(), written(&known.value)),
            None => Mark::New,
        }
    }

    /// The mark of a quantity for which this article is cited.
    fn cited(&self, figure: &ProposedFigure, quantity: &Quantity) -> Option<Mark> {
        let mut other = None;
        for (quote, path) in overlapping(&self.own, &quantity.core, |(quote, _)| quote) {
            let Some(known) = self.figure_at(path) else { continue };
            let claim = known.claims.iter().find(|claim| claim.path == *path)?;
            let value = claim.citation.value.unwrap_or(known.value);
            let size = value.fall().unwrap_or(value);
            if bears(&size, &known.unit, quantity) {
                let same = written(&value) == written(&figure.value) || quantity.hedge.perhaps || value != size;
                let id = known.id.clone();
                return Some(if same { Mark::Same(id) } else { Mark::Other(id, written(&value)) });
            }
            // Another number of the quote may be the cited one.
            let quantities = &self.article.parsed().quantities;
            let first = quantities.partition_point(|quantity| quantity.core.end <= quote.start);
            let inside = quantities.iter().skip(first).take_while(|quantity| quantity.core.start < quote.end);
            if known.fits(quantity) && !inside.into_iter().any(|other| bears(&size, &known.unit, other)) {
                other = other.or(Some(Mark::Other(known.id.clone(), written(&value))));
            }
        }
        other
    }

    fn figure_at(&self, path: &str) -> Option<&'a Known> {
        self.shelved.figures.iter().find(|known| known.claims.iter().any(|claim| claim.path == path))
    }

    /// The mark of an event, from the place of its date.
    pub(super) fn mark_of_event(&self, event: &ProposedEvent, place: &Range<usize>) -> Mark {
        let meets = |one: &Date, other: &Date| one.first() <= other.last() && other.first() <= one.last();
        for (_, path) in overlapping(&self.own, place, |(quote, _)| quote) {
            if let Some((id, date)) = self.event_at(path) {
                let same = meets(&date, &event.date);
                return if same { Mark::Same(id) } else { Mark::Other(id, format!("\"{date}\"")) };
            }
        }
        for (_, source, path) in overlapping(&self.quoted, place, |(quote, ..)| quote) {
            if let Some((id, _)) = self.event_at(path) {
                return Mark::Repeats((*source).to_owned(), Some(id));
            }
        }
        event.repeats.first().map_or(Mark::New, |source| Mark::Repeats(source.clone(), None))
    }

    /// The id of the event that a citation belongs to, and the date that the citation gives.
    fn event_at(&self, path: &str) -> Option<(String, Date)> {
        let claim = self.shelved.claims.iter().find(|claim| claim.path == path)?;
        let Some(Stated::Date(date)) = &claim.stated else { return None };
        Some((self.shelved.event_id(path)?, claim.citation.date.clone().unwrap_or_else(|| date.clone())))
    }
}

/// The items whose places overlap a place. They are sorted by the begins of their places.
fn overlapping<'i, T>(
    items: &'i [T],
    place: &Range<usize>,
    of: impl Fn(&T) -> &Range<usize>,
) -> impl Iterator<Item = &'i T> {
    // In bytes. No quote of the file is longer.
    const LONGEST: usize = 1000;
    let from = items.partition_point(|item| of(item).start + LONGEST < place.start);
    let to = items.partition_point(|item| of(item).start < place.end);
    let start = place.start;
    items.get(from..to.max(from)).unwrap_or_default().iter().filter(move |item| of(item).end > start)
}
