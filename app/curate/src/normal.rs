//! Normalises texts for comparison, so that a quote is found however it was typed or pasted.
//!
//! There are two forms. The length and SHA-256 of an article are those of the form [`recorded`]. Quotes are searched and
//! parsed in the form [`Plain`]:
//!
//! 1. Unicode form NFC.
//! 2. Soft hyphens, zero-width characters and marks of direction are left out.
//! 3. Every run of white space is one space; none at either end, none on either side of a dash.
//! 4. Every hyphen and dash is `-`, and a run of them is one.
//! 5. Double quotation marks of every kind are `"`, single ones, apostrophes and primes `'`.
//! 6. An ellipsis is three points.
//! 7. Letters, digits and marks in full width are those of usual width.
//! 8. White space between two letters of Chinese or Japanese, which set none, is left out: lines are broken there.
//!
//! Case and accents are kept.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

/// The description of the form [`recorded`] in a record.
pub const RECORDED: &str = "Unicode NFC; every run of white space is one space; none at either end";

/// Normalises a text for its length and SHA-256.
pub fn recorded(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text normalised for searching and parsing quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The text.
    pub text: String,
    /// The byte offsets in it at which lines and cells of tables ended. No quantity or date extends across them.
    pub breaks: Vec<usize>,
    /// The original text in form NFC.
    pub whole: String,
    /// For each byte of the text its byte offset in the whole, and the end of the whole.
    origins: Vec<usize>,
}

impl Plain {
    /// Normalises a text.
    pub fn of(text: &str) -> Self {
        let composer = ComposingNormalizerBorrowed::new_nfc();
        let plain = Self::of_composed(composer.normalize(text).into_owned());
        // Letters that were in full width, or separated by invisible characters, may now be composed.
        if composer.is_normalized(&plain.text) {
            return plain;
        }
        let narrow: String = plain.whole.chars().filter(|letter| !is_unseen(*letter)).map(narrow).collect();
        Self::of_composed(composer.normalize(&narrow).into_owned())
    }

    fn of_composed(whole: String) -> Self {
        let (mut text, mut breaks, mut origins) = (String::with_capacity(whole.len()), Vec::new(), Vec::new());
        let (mut last, mut space, mut line) = (None, None, false);
        for (at, written) in whole.char_indices() {
            if is_unseen(written) {
                continue;
            }
            if written.is_whitespace() {
                space = space.or(Some(at));
                line |= is_line_end(written);
                continue;
            }
            let letter = folded(narrow(written));
            let after_dash = text.ends_with('-');
            let unparted = last.is_some_and(is_wide) && is_wide(written);
            if let Some(space) = space.take().filter(|_| !text.is_empty() && letter != '-' && !after_dash && !unparted)
            {
                text.push(' ');
                origins.push(space);
            }
            if line && !text.is_empty() {
                breaks.push(text.len());
            }
            (last, line) = (Some(written), false);
            match letter {
                '-' if after_dash => {}
                '…' => text.push_str("..."),
                letter => text.push(letter),
            }
            origins.resize(text.len(), at);
        }
        origins.push(whole.trim_end().len());
        Self { text, breaks, whole, origins }
    }

    /// The original of a part of the text.
    pub fn origin(&self, part: &Range<usize>) -> Range<usize> {
        let from = self.origins.get(part.start).copied().unwrap_or(self.whole.len());
        // The part ends after the original of its last letter, not before the original of the next one.
        let last = part.end.checked_sub(1).and_then(|last| self.origins.get(last)).copied().unwrap_or(from);
        let length = self.whole.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        from..(last + length).max(from)
    }
}

/// Whether a line or a cell of a table ends at this byte.
pub(crate) fn is_line_end(letter: char) -> bool {
    matches!(letter, '\t'..='\r')
}

/// The normal-width form of a letter.
pub(crate) fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// The ASCII form of a dash, a quotation mark or an apostrophe.
fn folded(letter: char) -> char {
    match letter {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' => '\'',
        other => other,
    }
}

/// Whether it is a soft hyphen, a zero-width character or a directional mark.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether it is a Chinese or Japanese letter or mark.
fn is_wide(letter: char) -> bool {
    // A voiced sound mark belongs to its preceding letter.
    !matches!(letter, '\u{3099}' | '\u{309a}')
        && matches!(letter, '\u{2e80}'..='\u{2fdf}' | '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> String {
        Plain::of(text).text
    }

    #[test]
    fn a_quote_is_the_same_however_it_is_typed() {
        for (one, other) in [
            ("country’s “formal” GDP", "country's \"formal\" GDP"),
            ("thousands—but what", "thousands - but what"),
            ("thousands—but what", "thousands -- but what"),
            ("7–20 years", "7-20 years"),
            ("re‑trafficked", "re-trafficked"),
            ("traf\u{ad}ficked", "trafficked"),
            ("cafe\u{301}", "café"),
            ("100\u{a0}000\n people", " 100 000 people "),
            ("and so on…", "and so on..."),
            ("«mille»", "“mille”"),
            ("逮捕了１００人，其中", "逮捕了100人,其中"),
            ("逮捕了一百\n  人，\n其中", "逮捕了一百人，其中"),
        ] {
            assert_eq!(plain(one), plain(other));
        }
    }

    #[test]
    fn other_differences_are_kept() {
        for (one, other) in [("Thousands", "thousands"), ("résumé", "resume"), ("1,440", "1.440"), ("10", "1O")] {
            assert_ne!(plain(one), plain(other));
        }
    }

    #[test]
    fn the_end_of_a_line_is_kept_as_an_offset() {
        let plain = Plain::of("Top 10\n\nThousands fled");
        assert_eq!(plain.text, "Top 10 Thousands fled");
        assert_eq!(plain.breaks, [7]);
    }

    proptest! {
        #[test]
        fn a_normalised_text_stays_the_same(text in "\\PC{0,60}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
