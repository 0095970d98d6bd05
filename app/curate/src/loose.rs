//! The loosest form in which a browser compares text: without case, accents and variants of letters. In it, all places are
//! found that a browser may match before the intended one.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use crate::border;
use crate::normal::Plain;

/// A text in the loose form.
pub struct Loose {
    text: String,
    /// The byte of the plain text from which each byte comes, and the end of the plain text.
    origins: Vec<usize>,
    /// The ends of lines and cells.
    breaks: Vec<usize>,
}

impl Loose {
    /// The loose form of a plain text.
    pub fn of(plain: &Plain) -> Self {
        let mut loose = Self { text: String::with_capacity(plain.text.len()), origins: Vec::new(), breaks: Vec::new() };
        let mut breaks = plain.breaks.iter().copied().peekable();
        for (at, letter) in plain.text.char_indices() {
            if breaks.next_if(|place| *place <= at).is_some() {
                loose.breaks.push(loose.text.len());
            }
            push(letter, &mut loose.text);
            loose.origins.resize(loose.text.len(), at);
        }
        loose.origins.push(plain.text.len());
        loose
    }

    /// The first place that a browser may match with these lines, in bytes of the plain text.
    pub fn first(&self, lines: &[&str]) -> Option<Range<usize>> {
        let lines: Vec<String> = lines.iter().map(|line| loosened(line)).collect();
        let (first, rest) = lines.split_first()?;
        let place = self.matches(first, 0).find_map(|place| {
            let Some((second, rest)) = rest.split_first() else { return Some(place) };
            let next = place.end + usize::from(self.text.get(place.end..)?.starts_with(' '));
            let second = self.matches(second, next).next().filter(|second| second.start == next)?;
            let end = match rest.last() {
                None => second.end,
                Some(last) => self.matches(last, second.end).next()?.end,
            };
            Some(place.start..end)
        })?;
        let origin = |at: usize| self.origins.get(at).copied().unwrap_or_default();
        Some(origin(place.start)..origin(place.end))
    }

    /// The next occurrence of a line, from a place on, as whole words and within one line of the text.
    fn matches(&self, line: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
        let places = self.text.get(from..).unwrap_or_default().match_indices(line);
        let places = places.map(move |(at, found)| from + at..from + at + found.len());
        places.filter(|place| {
            let broken = self.breaks.partition_point(|end| *end <= place.start);
            self.breaks.get(broken).is_none_or(|end| *end >= place.end)
                && self.parts(place.start)
                && self.parts(place.end)
        })
    }

    fn parts(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|rest| rest.chars().next_back());
        let behind = self.text.get(at..).and_then(|rest| rest.chars().next());
        let (Some(before), Some(behind)) = (before, behind) else { return true };
        let runs_on = before.is_alphanumeric() && behind.is_alphanumeric();
        !runs_on || border::is_unparted(before) || border::is_unparted(behind)
    }
}

fn loosened(line: &str) -> String {
    let mut loose = String::new();
    Plain::of(line).text.chars().for_each(|letter| push(letter, &mut loose));
    loose
}

fn push(letter: char, loose: &mut String) {
    if letter.is_ascii() {
        loose.push(letter.to_ascii_lowercase());
        return;
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd();
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let bare = letter
        .to_lowercase()
        .flat_map(|letter| decomposed.normalize(letter.encode_utf8(&mut [0; 4])).chars().collect::<Vec<_>>());
    loose.extend(bare.filter(|letter| classes.get_u8(*letter) == 0));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that a browser may match first.
    fn first<'t>(text: &'t str, lines: &[&str]) -> Option<&'t str> {
        Loose::of(&Plain::of(text)).first(lines).map(|place| &text[place])
    }

    #[test]
    fn the_first_place_is_one_that_any_browser_may_match() {
        assert_eq!(first("Thousands Fled. And thousands fled", &["thousands fled"]), Some("Thousands Fled"));
        assert_eq!(first("A resume. The résumé", &["résumé"]), Some("resume"));
        assert_eq!(first("It fled-then. It fled–then", &["fled–then"]), Some("fled-then"));
        assert_eq!(first("peoples and people", &["people"]), Some("people"));
        assert_eq!(first("raided\n118, or raided 118", &["raided 118"]), Some("raided 118"));
    }

    #[test]
    fn lines_are_found_if_they_follow_one_another() {
        let table = "They raided 9 of 118.\nraided\t118\tsites";
        assert_eq!(first(table, &["raided", "118"]), Some("raided\t118"));
        assert_eq!(first(table, &["raided", "118", "sites"]), Some("raided\t118\tsites"));
        assert_eq!(first(table, &["raided", "sites"]), None);
    }
}
