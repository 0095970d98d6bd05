//! Compares a quantity with the figures that the data file has: the same one, with this or another value, or none.

use std::collections::BTreeMap;

use model::{Claim, Source, Stated, Unit, Value};
use serde_json::Value as Json;

use crate::agreement::{self, bears};
use crate::grammar::{Amount, Quantity};
use crate::items;
use crate::written::written;

use super::near::is_listed;

/// A figure of the data file, with the words by which it is recognised.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Its id.
    pub(super) id: String,
    /// Its value.
    pub(super) value: Value,
    /// Its unit.
    pub(super) unit: Unit,
    /// The citations of it.
    pub(super) claims: Vec<Claim>,
    /// The words of each quote, and of the labels, without numbers and common words.
    words: Vec<Vec<String>>,
}

/// The figures and articles of a data file, also of one with mistakes.
#[derive(Debug, Default)]
pub(super) struct Shelved {
    /// The figures that have a value.
    pub(super) figures: Vec<Known>,
    /// The citations of figures, events, speakers and places.
    pub(super) claims: Vec<Claim>,
    /// The articles.
    pub(super) sources: BTreeMap<String, Source>,
    /// The ids of the events, in file order.
    events: Vec<Option<String>>,
    /// The ids that are taken.
    pub(super) ids: Vec<String>,
    /// In how many figures each word is.
    frequencies: BTreeMap<String, usize>,
}

/// The share of a figure's words that a sentence has, for the same value and for another one.
const SAME: f64 = 0.24;
const OTHER: f64 = 0.55;

impl Shelved {
    /// Reads a data file.
    ///
    /// # Errors
    /// A message, if it is not JSON.
    pub(super) fn of(text: &str) -> Result<Self, String> {
        let sources = items::items(text).map_err(|error| format!("it is not valid JSON (line {})", error.line()))?;
        let mut shelved = Self { claims: Claim::read_all(text), ..Self::default() };
        for source in sources.into_iter().flatten() {
            shelved.sources.extend(Source::of_csl(&source.to_string()).map(|source| (source.id.clone(), source)));
        }
        let file: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
        let list = |key: &str| file.get(key).and_then(Json::as_array).cloned().unwrap_or_default();
        let id = |item: &Json| item.get("id").and_then(Json::as_str).map(str::to_owned);
        shelved.ids = ["figures", "events", "places", "charts"]
            .iter()
            .flat_map(|key| list(key))
            .filter_map(|item| id(&item))
            .collect();
        shelved.events = list("events").iter().map(id).collect();
        for (place, figure) in list("figures").iter().enumerate() {
            let start = format!("figures[{place}].");
            let claims: Vec<Claim> =
                shelved.claims.iter().filter(|claim| claim.path.starts_with(&start)).cloned().collect();
            let stated = claims.first().and_then(|claim| claim.stated.clone());
            let (Some(Stated::Value(value, unit)), Some(id)) = (stated, id(figure)) else { continue };
            let label =
                |key: &str| figure.get(key).and_then(|text| text.get("en")).and_then(Json::as_str).unwrap_or_default();
            let mut words: Vec<Vec<String>> = claims.iter().map(|claim| telling(&claim.citation.quote)).collect();
            words.push(telling(&format!("{} {}", label("label"), label("short"))));
            shelved.figures.push(Known { id, value, unit, claims, words });
        }
        for figure in &shelved.figures {
            let all: std::collections::BTreeSet<&String> = figure.words.iter().flatten().collect();
            for word in all {
                *shelved.frequencies.entry(word.clone()).or_default() += 1;
            }
        }
        Ok(shelved)
    }

    /// The figure that a sentence states with this quantity, if it is here: the same value first, then another value.
    pub(super) fn like(&self, quantity: &Quantity, value: &Value, clause: &str, unit: &str) -> Option<(&Known, bool)> {
        let said = telling(clause);
        let mut best: Option<(&Known, bool, f64)> = None;
        for figure in &self.figures {
            let same = figure.states(value, quantity);
            if !same && !figure.is_of_kind(quantity, unit) {
                continue;
            }
            let score = figure.words.iter().map(|words| self.share(words, &said)).fold(0.0, f64::max);
            // A number of three and more digits is seldom the same by chance.
            let needed = if !same {
                OTHER
            } else if is_telling(quantity) {
                SAME / 2.0
            } else {
                SAME
            };
            let rank = (same, score);
            if score >= needed && best.is_none_or(|(_, same, score)| rank > (same, score)) {
                best = Some((figure, same, score));
            }
        }
        best.map(|(figure, same, _)| (figure, same))
    }

    /// The id of the event that a citation belongs to, by its path.
    pub(super) fn event_id(&self, path: &str) -> Option<String> {
        let (place, _) = path.strip_prefix("events[")?.split_once(']')?;
        self.events.get(place.parse::<usize>().ok()?)?.clone()
    }

    /// The share of the words of a figure that a sentence has; rare words count more.
    fn share(&self, words: &[String], said: &[String]) -> f64 {
        let weight = |word: &String| 1.0 / (self.frequencies.get(word).copied().unwrap_or(1) as f64).sqrt();
        let all: f64 = words.iter().map(weight).sum();
        let shared: Vec<&String> = words.iter().filter(|word| said.contains(word)).collect();
        // One word in common says little.
        if shared.len() < 2 || all <= 0.0 {
            return 0.0;
        }
        let share = shared.iter().map(|word| weight(word)).sum::<f64>() / all;
        // Two words in common are enough for another value only if they are all.
        if shared.len() == 2 && share < 0.99 { share.min(OTHER - 0.01) } else { share }
    }
}

impl Known {
    /// Whether an article states this value of it: its own, or that of a citation.
    fn states(&self, value: &Value, quantity: &Quantity) -> bool {
        let own = self.claims.iter().filter_map(|claim| claim.citation.value.as_ref());
        own.chain([&self.value]).any(|known| {
            bears(known, &self.unit, quantity) && written(known) == written(value)
                || known.fall().is_some() && written(known) == written(value)
                || bears(known, &self.unit, quantity)
                    && (known.approximate || value.approximate)
                    && known.size() == value.size()
        })
    }

    /// Whether a quantity can be in the unit of this figure.
    pub(super) fn fits(&self, quantity: &Quantity) -> bool {
        agreement::fits(&self.unit, quantity.measure)
    }

    /// Whether a quantity is in the unit of this figure.
    fn is_of_kind(&self, quantity: &Quantity, unit: &str) -> bool {
        agreement::fits(&self.unit, quantity.measure)
            && match &self.unit {
                Unit::Count(name) => !unit.is_empty() && (name == unit || name.ends_with(&format!(" {unit}"))),
                _ => true,
            }
    }
}

/// Whether the number of a quantity has at least three digits that are not zeros at its end.
fn is_telling(quantity: &Quantity) -> bool {
    let Amount::Number(number) = quantity.amount else { return false };
    let digits = model::number::write(number).replace(['.', '-'], "");
    digits.trim_matches('0').len() >= 3
}

/// The words of a text that tell what it is about, in their short forms.
fn telling(text: &str) -> Vec<String> {
    const COMMON: &str = "the, and, for, that, with, from, have, has, had, been, were, was, are, its, their, they, them, this, \
        these, those, who, whom, which, what, when, where, more, than, least, about, around, over, some, into, \
        also, said, says, saying, between, after, before, since, across, such, other, others, there, here, out, \
        all, not, but, his, her, she, you, our, one, two, three, million, billion, thousand, thousands, hundred, \
        hundreds, dozens, percent, cent, only, people, many, most, may, might, can, could, would, will, year, \
        years, nearly, almost, under, still, while";
    let small = text.to_lowercase().replace('’', "'");
    let words = small.split(|letter: char| !(letter.is_alphanumeric() || letter == '\''));
    let kept = words.map(|word| word.trim_end_matches("'s")).filter(|word| {
        word.chars().count() > 2
            && !word.starts_with(|letter: char| letter.is_ascii_digit())
            && !is_listed(word, COMMON)
    });
    kept.map(stem).collect()
}

/// A word without the endings of English, so that *raided* and *raids* are the same.
fn stem(word: &str) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ies", "ied", "ments", "ment", "ed", "es", "s", "e"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() > 3) {
            return stem.to_owned();
        }
    }
    word.to_owned()
}
