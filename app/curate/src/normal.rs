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
    /// Where in it lines ended, in bytes: nothing that is read runs over the end of a line.
    pub breaks: Vec<usize>,
}

impl Plain {
    /// Brings a text into the form.
    pub fn of(text: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), breaks: Vec::new() };
        let (mut space, mut line) = (false, false);
        let text = narrow(text);
        for letter in ComposingNormalizerBorrowed::new_nfc().normalize(&text).chars() {
            if letter.is_whitespace() {
                space = true;
                line |= letter == '\n';
                continue;
            }
            let letter = match letter {
                '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => '-',
                '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
                '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʼ' | '`' | '´' | '＇' => '\'',
                other => other,
            };
            let after_dash = plain.text.ends_with('-');
            if space && letter != '-' && !after_dash && !plain.text.is_empty() {
                plain.text.push(' ');
            }
            if line && !plain.text.is_empty() {
                plain.breaks.push(plain.text.len());
            }
            (space, line) = (false, false);
            match letter {
                '-' if after_dash => {}
                '…' => plain.text.push_str("..."),
                letter => plain.text.push(letter),
            }
        }
        plain
    }
}

/// The text without invisible characters, with what is in full width in its usual width, and without the ends of lines within
/// Chinese and Japanese.
fn narrow(text: &str) -> String {
    let mut narrow = String::with_capacity(text.len());
    let (mut last, mut space) = (' ', String::new());
    for letter in text.chars() {
        if is_unseen(letter) {
            continue;
        }
        if letter.is_whitespace() {
            space.push(letter);
            continue;
        }
        if !(is_wide(last) && is_wide(letter)) {
            narrow += &space;
        }
        space.clear();
        last = letter;
        narrow.push(match letter {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
            other => other,
        });
    }
    narrow + &space
}

/// Whether it is a soft hyphen, a character without width, or a mark of direction.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether it is a letter or mark of Chinese or Japanese.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{2fdf}' | '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
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
