//! The words of a text with all their places, to find whether a fragment is unique and whether another text has the same
//! words. Capitals and punctuation do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::border;
use crate::normal::Plain;

/// The number of places of a word that are compared. A fragment without a word that is rarer counts as not unique.
const MOST: usize = 200;

/// The words of a text, in order and by word.
pub(super) struct Spots {
    /// The place of each word.
    words: Vec<Range<usize>>,
    /// The number of each word, the same for the same letters.
    numbers: Vec<usize>,
    /// The places in `words` of each number.
    of_number: Vec<Vec<usize>>,
    known: BTreeMap<String, usize>,
}

impl Spots {
    /// Lists the words of a text.
    pub(super) fn of(plain: &Plain) -> Self {
        let mut spots = Self { words: Vec::new(), numbers: Vec::new(), of_number: Vec::new(), known: BTreeMap::new() };
        for word in words(&plain.text) {
            let letters = plain.text.get(word.clone()).unwrap_or_default().to_lowercase();
            let next = spots.of_number.len();
            let number = *spots.known.entry(letters).or_insert(next);
            if number == next {
                spots.of_number.push(Vec::new());
            }
            if let Some(places) = spots.of_number.get_mut(number) {
                places.push(spots.words.len());
            }
            spots.words.push(word);
            spots.numbers.push(number);
        }
        spots
    }

    /// Whether no other place of the text has the words of this part.
    pub(super) fn is_unique(&self, part: &Range<usize>) -> bool {
        let (from, to) = self.within(part);
        let Some(wanted) = self.numbers.get(from..to) else { return false };
        let others = self.places_of(wanted).map(|places| places.into_iter().filter(|place| *place != from).count());
        others == Some(0)
    }

    /// The places of these words in the text, in bytes.
    pub(super) fn find(&self, quote: &str) -> Vec<Range<usize>> {
        let quote = Plain::of(quote);
        let wanted: Option<Vec<usize>> = words(&quote.text)
            .into_iter()
            .map(|word| self.known.get(&quote.text.get(word)?.to_lowercase()).copied())
            .collect();
        let Some(wanted) = wanted else { return Vec::new() };
        let places = self.places_of(&wanted).unwrap_or_default();
        let place = |from: usize| Some(self.words.get(from)?.start..self.words.get(from + wanted.len() - 1)?.end);
        places.into_iter().filter_map(place).collect()
    }

    /// The runs of this many words, for [`Spots::shares`].
    pub(super) fn runs(&self, length: usize) -> BTreeSet<Vec<String>> {
        let mut letters = vec![""; self.of_number.len()];
        for (word, number) in &self.known {
            if let Some(place) = letters.get_mut(*number) {
                *place = word;
            }
        }
        let word = |number: &usize| letters.get(*number).map(|word| (*word).to_owned());
        self.numbers.windows(length).map(|run| run.iter().filter_map(word).collect()).collect()
    }

    /// Whether a run of words around a place, within this part of the text, is one of these.
    pub(super) fn shares(
        &self,
        runs: &BTreeSet<Vec<String>>,
        text: &str,
        place: &Range<usize>,
        part: &Range<usize>,
    ) -> bool {
        let Some(length) = runs.first().map(Vec::len) else { return false };
        let ((from, to), (first, last)) = (self.within(place), self.within(part));
        let begin = to.saturating_sub(length).max(first);
        let spelled = |at: usize| -> Option<Vec<String>> {
            let run = self.words.get(at..at + length)?;
            run.iter().map(|word| Some(text.get(word.clone())?.to_lowercase())).collect()
        };
        let ways = (begin..=from).filter(|at| at + length <= last && *at + length >= to);
        ways.filter_map(spelled).any(|run| runs.contains(&run))
    }

    /// The places at which these words begin; `None` if all of them are too frequent to tell.
    fn places_of(&self, wanted: &[usize]) -> Option<Vec<usize>> {
        let counted = wanted.iter().enumerate().filter_map(|(at, number)| Some((self.of_number.get(*number)?, at)));
        let (places, at) = counted.min_by_key(|(places, _)| places.len())?;
        if places.len() > MOST {
            return None;
        }
        let begins = places.iter().filter_map(|place| place.checked_sub(at));
        Some(begins.filter(|from| self.numbers.get(*from..from + wanted.len()) == Some(wanted)).collect())
    }

    /// The indices of the words that a part of the text has.
    fn within(&self, part: &Range<usize>) -> (usize, usize) {
        let from = self.words.partition_point(|word| word.end <= part.start);
        let to = self.words.partition_point(|word| word.start < part.end);
        (from, to.max(from))
    }
}

/// The words: runs of letters and digits, and single letters of scripts without spaces.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if !letter.is_alphanumeric() {
            // A combining mark is part of the preceding letter.
            joins = joins && !letter.is_ascii() && !letter.is_whitespace();
            continue;
        }
        match words.last_mut().filter(|_| joins && !border::is_unparted(letter)) {
            Some(word) => word.end = end,
            None => words.push(at..end),
        }
        joins = !border::is_unparted(letter);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_is_unique_if_no_other_place_has_its_words() {
        let text = "They raided 118 sites. In all, 118 sites were shut.";
        let spots = Spots::of(&Plain::of(text));
        let unique = |part: &str| spots.is_unique(&(text.find(part).unwrap()..text.find(part).unwrap() + part.len()));
        assert!(unique("raided 118 sites") && unique("118 sites were"));
        assert!(!unique("118 sites"));
        assert_eq!(spots.find("“118 Sites”").len(), 2);
        assert_eq!(spots.find("119 sites"), []);
    }

    #[test]
    fn words_that_another_text_has_in_the_same_order_are_found() {
        let (one, other) =
            ("On Monday police said that they raided 118 sites.", "Police said that they raided 118 sites!");
        let other = Spots::of(&Plain::of(other));
        let spots = Spots::of(&Plain::of(one));
        let at = one.find("118").unwrap();
        assert!(spots.shares(&other.runs(6), one, &(at..at + 3), &(0..one.len())));
        assert!(!spots.shares(&other.runs(6), one, &(0..2), &(0..one.len())));
    }
}
