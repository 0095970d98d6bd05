//! The forms in which texts are compared, so that a quote is found however it was typed or pasted.
//!
//! There are two. [`recorded`] is the one in which an article's length and SHA-256 are taken. [`Plain`] is the one in
//! which a quote is looked up in its article, and read:
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
//! Capitals and accents count as they stand.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What a record of an article calls the form of [`recorded`].
pub const RECORDED: &str = "Unicode NFC; every run of white space is one space; none at either end";

/// The form of a text in which its length in characters and its SHA-256 are recorded.
pub fn recorded(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in the form in which quotes are compared and read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The text.
    pub text: String,
    /// Where in it lines and cells of tables ended, in bytes: nothing that is read runs over such an end.
    pub breaks: Vec<usize>,
    /// The text as it was, composed.
    pub whole: String,
    /// Where each byte of the text comes from, in bytes of the whole; and where the whole ends.
    origins: Vec<usize>,
}

impl Plain {
    /// Brings a text into the form.
    pub fn of(text: &str) -> Self {
        let composer = ComposingNormalizerBorrowed::new_nfc();
        let plain = Self::of_composed(composer.normalize(text).into_owned());
        // What was in full width, or parted by what nobody sees, may be composed further.
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

    /// What a part of the text was as a whole.
    pub fn origin(&self, part: &Range<usize>) -> Range<usize> {
        let from = self.origins.get(part.start).copied().unwrap_or(self.whole.len());
        // Not what comes before the letter behind the part, but what the last one in it comes from.
        let last = part.end.checked_sub(1).and_then(|last| self.origins.get(last)).copied().unwrap_or(from);
        let length = self.whole.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        from..(last + length).max(from)
    }
}

/// Whether a line ends there, or a cell of a table.
pub(crate) fn is_line_end(letter: char) -> bool {
    matches!(letter, '\t'..='\r')
}

/// A letter in its usual width.
pub(crate) fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

/// A dash, a quotation mark or an apostrophe as a typewriter has it.
fn folded(letter: char) -> char {
    match letter {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' => '\'',
        other => other,
    }
}

/// Whether it is a soft hyphen, a character without width, or a mark of direction.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether it is a letter or mark of Chinese or Japanese.
fn is_wide(letter: char) -> bool {
    // The marks of voice go with the letter before them.
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
    fn what_is_not_typing_counts() {
        for (one, other) in [("Thousands", "thousands"), ("résumé", "resume"), ("1,440", "1.440"), ("10", "1O")] {
            assert_ne!(plain(one), plain(other));
        }
    }

    #[test]
    fn the_end_of_a_line_is_kept_as_a_place() {
        let plain = Plain::of("Top 10\n\nThousands fled");
        assert_eq!(plain.text, "Top 10 Thousands fled");
        assert_eq!(plain.breaks, [7]);
    }

    proptest! {
        #[test]
        fn a_text_in_its_form_stays_as_it_is(text in "\\PC{0,60}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
