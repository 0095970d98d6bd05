//! Finds words that are similar to a word, one or two typing errors away.

use std::collections::BTreeMap;

use model::Letters;

/// Words by length, each with its counted letters.
pub struct Likeness<'w>(BTreeMap<usize, Vec<(&'w str, Letters)>>);

impl<'w> Likeness<'w> {
    /// Collects words.
    pub fn of(words: impl Iterator<Item = &'w str>) -> Self {
        let mut by_length: BTreeMap<usize, Vec<_>> = BTreeMap::new();
        for word in words {
            by_length.entry(word.chars().count()).or_default().push((word, Letters::of(word)));
        }
        Self(by_length)
    }

    /// A word that is similar to this one, but not equal.
    pub fn near(&self, word: &str) -> Option<&'w str> {
        let length = word.chars().count();
        let slips = |other: usize| 1 + length.min(other) / 6;
        let mine = Letters::of(word);
        let most = slips(length);
        let lengths = self.0.range(length.saturating_sub(most)..=length + most);
        let close =
            lengths.flat_map(|(other, words)| words.iter().map(move |(word, letters)| (*other, *word, letters)));
        let mut near = close.filter(|(other, candidate, theirs)| {
            // The edit distance is slow to compute; the counted letters exclude nearly all words first.
            *candidate != word && mine.apart(theirs) <= slips(*other) && alike(candidate, word)
        });
        near.next().map(|(_, candidate, _)| candidate)
    }
}

/// Whether each part of a rate is similar: meals per 100,000 residents are not boats per 100,000 residents.
fn alike(one: &str, other: &str) -> bool {
    let part = |(one, other): (&str, &str)| {
        strsim::osa_distance(one, other) <= 1 + one.chars().count().min(other.chars().count()) / 6
    };
    let (parts, others): (Vec<&str>, Vec<&str>) = (one.split(" per ").collect(), other.split(" per ").collect());
    if parts.len() == others.len() { parts.into_iter().zip(others).all(part) } else { part((one, other)) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_typing_error_is_found_and_another_word_is_not() {
        let units =
            Likeness::of(["people", "USD", "scam locations", "months", "meals per 100,000 residents"].into_iter());
        for (word, near) in [
            ("peopel", Some("people")),
            ("peple", Some("people")),
            ("people", None),
            ("scam loctions", Some("scam locations")),
            ("raids", None),
            ("boats per 100,000 residents", None),
            ("meels per 100,000 residents", Some("meals per 100,000 residents")),
        ] {
            assert_eq!(units.near(word), near, "{word}");
        }
    }

    proptest! {
        #[test]
        fn counting_letters_never_excludes_a_similar_word(one in "[a-dé]{0,9}", other in "[a-dé]{0,9}") {
            prop_assert!(Letters::of(&one).apart(&Letters::of(&other)) <= strsim::osa_distance(&one, &other));
        }
    }
}
