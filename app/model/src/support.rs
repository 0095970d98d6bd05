//! Finds the reported items behind a figure, and the figures that would lose all support without an article.

use crate::citation::Citations;
use crate::dashboard::Dashboard;
use crate::figure::{Figure, Origin};
use crate::text::Counted;

/// How many figures of a dashboard depend on one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Support {
    /// The number of figures that it supports, alone or with others, directly or through a formula.
    pub supported: usize,
    /// The number of these that lose support without it: no other article reports the figure or one of its operands.
    pub falling: usize,
    /// The number of further figures that only it and articles that repeat it support, themselves or one of their operands.
    pub falling_with_repeats: usize,
}

impl Dashboard {
    /// How many figures depend on the article of this id.
    pub fn support(&self, source: &str) -> Support {
        let falling = self.left_without(source, &[source]).len();
        Support {
            supported: self.figures.iter().filter(|figure| self.supports(source, &figure.id)).count(),
            falling,
            falling_with_repeats: self.falling(source).len() - falling,
        }
    }

    /// The figures that lose support without the article of this id and those that repeat it.
    pub fn falling(&self, source: &str) -> Vec<&Figure> {
        self.left_without(source, &self.repeating(source))
    }

    /// Whether an article supports the figure or event of this id.
    pub fn supports(&self, source: &str, item: &str) -> bool {
        self.roots(item).into_iter().any(|(_, citations)| cites(citations, source))
    }

    /// The figures that only one article reports, or that are computed from one of these.
    pub fn resting_on_one(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(|figure| self.rests_on_one(&figure.id))
    }

    /// The number of things of a kind.
    pub fn count(&self, counted: Counted) -> usize {
        let figures = |such: &dyn Fn(&Figure) -> bool| self.figures.iter().filter(|figure| such(figure)).count();
        match counted {
            Counted::Figures => self.figures.len(),
            Counted::Reported => figures(&|figure| !figure.is_derived()),
            Counted::Computed => figures(&Figure::is_derived),
            Counted::Alone => self.resting_on_one().filter(|figure| !figure.is_derived()).count(),
            Counted::Articles => self.sources.len(),
        }
    }

    /// Whether only one article reports the figure or event of this id or, if it is computed, one of its operands.
    pub fn rests_on_one(&self, item: &str) -> bool {
        self.roots(item).into_iter().any(|(_, citations)| {
            let first = citations.iter().next().map(|citation| citation.source.as_str());
            first.is_some_and(|first| citations.iter().all(|citation| citation.source == first))
        })
    }

    /// The figures that an article supports and that lose all support without these articles. A computed figure loses its
    /// support with any of its operands.
    fn left_without(&self, source: &str, without: &[&str]) -> Vec<&Figure> {
        let gone = |citations: &Citations| citations.iter().all(|citation| without.contains(&citation.source.as_str()));
        let falls = |citations: &Citations| cites(citations, source) && gone(citations);
        self.figures.iter().filter(|figure| self.roots(&figure.id).into_iter().any(|(_, root)| falls(root))).collect()
    }

    /// The reported items behind a figure, event or place, in the order of its formula: itself, if articles report it.
    pub fn roots(&self, id: &str) -> Vec<(&str, &Citations)> {
        let mut found = Vec::new();
        let mut waiting = vec![id];
        let mut seen: Vec<&str> = Vec::new();
        while let Some(id) = waiting.pop() {
            // Formulas may share operands. Each is visited once, since the number of paths grows exponentially.
            if seen.contains(&id) {
                continue;
            }
            if let Some(event) = self.event(id) {
                seen.push(&event.id);
                found.push((event.id.as_str(), &event.citations));
            }
            if let Some(place) = self.place(id) {
                seen.push(&place.id);
                match &place.citations {
                    Some(citations) => found.push((place.id.as_str(), citations)),
                    // Without a passage of its own, a place has those of the figures and events that name it.
                    None => {
                        let named = |places: &[String]| places.contains(&place.id);
                        let events = self.events.iter().filter(|event| named(&event.places));
                        waiting.extend(events.map(|event| event.id.as_str()));
                        let figures = self.figures.iter().filter(|figure| named(&figure.places));
                        waiting.extend(figures.map(|figure| figure.id.as_str()));
                    }
                }
            }
            let Some(figure) = self.figure(id) else { continue };
            seen.push(&figure.id);
            match &figure.origin {
                Origin::Reported(citations) => found.push((figure.id.as_str(), citations)),
                Origin::Derived(formula) => waiting.extend(formula.operands.iter().rev().map(String::as_str)),
            }
        }
        found
    }

    /// An article and all articles that repeat it, directly or through others.
    fn repeating<'a>(&'a self, source: &'a str) -> Vec<&'a str> {
        let mut found = vec![source];
        let mut next = 0;
        while let Some(&origin) = found.get(next) {
            for other in &self.sources {
                if other.repeats.iter().any(|id| id == origin) && !found.contains(&other.id.as_str()) {
                    found.push(&other.id);
                }
            }
            next += 1;
        }
        found
    }
}

fn cites(citations: &Citations, source: &str) -> bool {
    citations.iter().any(|citation| citation.source == source)
}
