//! Grapheme clusters: what readers see as one letter, within which no line may end.
//!
//! They are those of Unicode Standard Annex 29, whose tables are too large for the reader's program, with additions: a Thai
//! or Lao vowel that is written before or after its consonant stays with it, a subscript consonant of Khmer or Burmese with
//! the one above it, and a final consonant of a Burmese syllable with the syllable.

use crate::marks::is_mark;

/// The clusters of a text in order; joined, they are the text.
pub(crate) fn clusters(text: &str) -> Clusters<'_> {
    Clusters { rest: text }
}

/// Iterates over the clusters of a text.
#[derive(Clone)]
pub(crate) struct Clusters<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Clusters<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let mut letters = self.rest.char_indices();
        let (_, mut before) = letters.next()?;
        let mut flags = usize::from(is_flag(before));
        // Whether the next consonant joins the last one.
        let mut open = stacks(before);
        let mut end = self.rest.len();
        while let Some((at, letter)) = letters.next() {
            let next = letters.clone().next().map(|(_, next)| next);
            let second_half = is_flag(letter) && flags % 2 == 1;
            let below = open && letter >= '\u{900}';
            if !second_half && !below && !joins(before, letter, next) {
                end = at;
                break;
            }
            flags = if is_flag(letter) { flags + 1 } else { 0 };
            open = stacks(letter) || (open && is_mark(letter));
            before = letter;
        }
        let (cluster, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(cluster)
    }
}

/// Whether a letter belongs to the cluster of the one before it.
fn joins(before: char, letter: char, next: Option<char>) -> bool {
    let same_block = (before as u32) >> 7 == (letter as u32) >> 7;
    is_mark(letter)
        || before == JOINER
        // Signs that enclose the number after them, and a Malayalam sign before its consonant.
        || matches!(before, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{d4e}')
        // Thai and Lao vowels before and after their consonant.
        || (matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}') && same_block)
        || (matches!(letter, '\u{e2f}'..='\u{e33}' | '\u{e45}' | '\u{e46}' | '\u{eaf}'..='\u{eb3}' | '\u{ec6}') && same_block)
        // A consonant without a vowel ends the syllable before it.
        || (next == Some('\u{103a}') && same_block)
        // The letters of a Korean syllable.
        || (is_hangul(before) && matches!(letter, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}'))
        || (begins_syllable(before) && (begins_syllable(letter) || matches!(letter, '\u{ac00}'..='\u{d7a3}')))
        || (before, letter) == ('\r', '\n')
}

/// Joins two signs into one (ZERO WIDTH JOINER).
const JOINER: char = '\u{200d}';

/// Whether the next consonant is a subscript of the one before, or joins it.
pub(crate) fn stacks(c: char) -> bool {
    matches!(
        c,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{1039}'
            | '\u{17d2}'
            | '\u{1b44}'
            | '\u{1bab}'
            | '\u{a9c0}'
    )
}

fn is_hangul(c: char) -> bool {
    begins_syllable(c) || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{ac00}'..='\u{d7fb}')
}

/// The consonant before the vowel of a Korean syllable.
fn begins_syllable(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}')
}

/// Half of a flag: flags are written as two letters.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use icu_segmenter::GraphemeClusterSegmenter;
    use proptest::prelude::*;

    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        clusters(text).collect()
    }

    #[test]
    fn marks_vowels_and_letters_below_stay_with_their_letter() {
        for (text, expected) in [
            ("cafe\u{301}", &["c", "a", "f", "e\u{301}"][..]),
            ("ស្ត្រី", &["ស្ត្រី"]),
            ("ខ្មែរ", &["ខ្មែ", "រ"]),
            ("เกาะ", &["เกาะ"]),
            ("น้ำ", &["น้ำ"]),
            ("ເກາະ", &["ເກາະ"]),
            ("ກຳ", &["ກຳ"]),
            ("သိန်း", &["သိန်း"]),
            ("က္က", &["က္က"]),
            ("क्षत्रिय", &["क्ष", "त्रि", "य"]),
            ("👩🏽‍🚒!", &["👩🏽‍🚒", "!"]),
            ("🇰🇭🇹🇭x", &["🇰🇭", "🇹🇭", "x"]),
            ("각가", &["각", "가"]),
        ] {
            assert_eq!(parts(text), expected);
        }
    }

    /// Words in scripts of all kinds.
    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "[\\p{Khmer}\\p{Thai}\\p{Lao}\\p{Myanmar}]{0,12}",
            "[\\p{Devanagari}\\p{Bengali}\\p{Tamil}\\p{Telugu}\\p{Sinhala}\\p{Malayalam}\\p{Gujarati}]{0,12}",
            "[\\p{Arabic}\\p{Hebrew}\\p{Greek}\\p{Cyrillic}\\p{Latin}\\p{Armenian}\\p{Georgian}]{0,12}",
            "[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\u{1100}-\u{11ff}]{0,12}",
            "[\\p{Emoji}\u{200d}\u{fe0f}\u{1f1e6}-\u{1f1ff}]{0,8}",
        ]
        // The marks of historic scripts are not covered.
        .prop_map(|text| text.chars().filter(|c| *c < '\u{10000}' || *c >= '\u{1f000}').collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn a_cluster_of_unicode_is_never_parted_and_nothing_is_lost(text in words()) {
            let own = parts(&text);
            prop_assert_eq!(own.concat(), text.clone());
            let borders: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(&text).collect();
            let mut at = 0;
            for part in own {
                at += part.len();
                prop_assert!(borders.contains(&at), "{text:?} is parted at {at}, clusters end at {borders:?}");
            }
        }
    }
}
