//! The words directly beside a quantity, as the rules of this folder read them.

use std::ops::Range;

use crate::grammar::Quantity;
use crate::normal::Plain;

/// In bytes. No rule reads further.
const FAR: usize = 160;

/// A quantity with the text around it, within its sentence.
#[derive(Clone, Debug)]
pub(super) struct Near<'t> {
    /// The quantity.
    pub(super) quantity: &'t Quantity,
    /// The words of its number, with a sign of money before it.
    pub(super) said: &'t str,
    /// The text before its number.
    pub(super) before: &'t str,
    /// The text before its hedges.
    pub(super) ahead: &'t str,
    /// The text after its number.
    pub(super) behind: &'t str,
    /// The text after its measure and hedges.
    pub(super) rest: &'t str,
    /// Whether the mark before it is a dash, not a hyphen.
    pub(super) dash_before: bool,
    /// Whether the mark after it is a dash, not a hyphen.
    pub(super) dash_behind: bool,
}

impl<'t> Near<'t> {
    /// The text around a quantity.
    pub(super) fn of(quantity: &'t Quantity, plain: &'t Plain, sentence: &Range<usize>) -> Self {
        let text = plain.text.as_str();
        let (core, span) = (&quantity.core, &quantity.span);
        let left = |to: usize| {
            let from = text.ceil_char_boundary(to.saturating_sub(FAR).max(sentence.start));
            text.get(from..to).unwrap_or_default()
        };
        let right = |from: usize| {
            let to = text.floor_char_boundary((from + FAR).min(sentence.end));
            text.get(from..to).unwrap_or_default()
        };
        Self {
            quantity,
            said: text.get(core.clone()).unwrap_or_default(),
            before: left(core.start),
            ahead: left(span.start.min(core.start)),
            behind: right(core.end),
            rest: right(span.end.max(core.end)),
            dash_before: core.start.checked_sub(1).is_some_and(|at| is_dash(plain, at)),
            dash_behind: is_dash(plain, core.end),
        }
    }

    /// Whether the number has a digit.
    pub(super) fn has_digits(&self) -> bool {
        self.said.contains(char::is_numeric)
    }

    /// The word right before the hedges, in small letters; none after a mark.
    pub(super) fn word_ahead(&self) -> String {
        last_word(self.ahead)
    }

    /// The word right before the number, in small letters; none after a mark.
    pub(super) fn word_before(&self) -> String {
        last_word(self.before)
    }

    /// The words after the number and its measure, in small letters, up to the next mark.
    pub(super) fn words_behind(&self) -> Vec<String> {
        words(self.rest).into_iter().map(str::to_lowercase).collect()
    }
}

/// Whether the mark at a place, which is a hyphen in the normalised text, was a dash in the article.
pub(super) fn is_dash(plain: &Plain, at: usize) -> bool {
    if plain.text.as_bytes().get(at) != Some(&b'-') {
        return false;
    }
    let origin = plain.origin(&(at..at + 1));
    let mark = plain.whole.get(origin.clone()).unwrap_or_default();
    let beside = plain.whole.get(..origin.start).is_some_and(|before| before.ends_with(char::is_whitespace))
        || plain.whole.get(origin.end..).is_some_and(|behind| behind.starts_with(char::is_whitespace));
    matches!(mark, "–" | "—" | "―") || beside
}

/// The last word of a text, in small letters; empty if a mark follows it.
pub(super) fn last_word(text: &str) -> String {
    let text = text.trim_end_matches([' ', '"']);
    let from = text
        .rfind(|letter: char| !is_of_word(letter))
        .map_or(0, |at| at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    text.get(from..).unwrap_or_default().to_lowercase()
}

/// The words at the begin of a text, up to its first mark.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches([' ', '"', '-']);
    while rest.starts_with(is_of_word) {
        let end = rest.find(|letter: char| !is_of_word(letter)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        words.push(word);
        let Some(next) = behind.strip_prefix([' ', '-', '"']) else { break };
        rest = next.trim_start_matches(['"', ' ']);
    }
    words
}

/// Whether a list has a word. Lists of words are texts here, divided by commas.
pub(super) fn is_listed(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split(", ").any(|listed| listed == word)
}

/// Whether a letter is part of a word: a letter, a digit, an apostrophe, or a mark above or below a letter.
pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || letter == '\''
        || !letter.is_ascii() && !letter.is_whitespace() && !"।។€£¥₹៛฿₫₱₽°".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_a_mark() {
        assert_eq!(words(" of its \"own\" nationals, who"), ["of", "its", "own", "nationals"]);
        assert_eq!(last_word("Police held about "), "about");
        assert_eq!(last_word("Police, "), "");
    }
}
