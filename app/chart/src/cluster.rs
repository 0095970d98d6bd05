//! Clusters: what a reader takes for one letter, which no end of a line may part.
//!
//! They are those of Unicode Standard Annex 29, of which the reader's program cannot carry the tables, and a little more:
//! a vowel of Thai or Lao that is written before or behind its consonant stays with it, a consonant of Khmer or
//! Burmese that stands below another with that one, and one that closes a Burmese syllable with the syllable.

/// The clusters of a text, in its order. Together they are the text.
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
        // Whether the next consonant is written as one with the last.
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
        // Signs that enclose the number behind them, and a Malayalam one before its consonant.
        || matches!(before, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{d4e}')
        // Vowels of Thai and Lao before their consonant, and behind it.
        || (matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}') && same_block)
        || (matches!(letter, '\u{e2f}'..='\u{e33}' | '\u{e45}' | '\u{e46}' | '\u{eaf}'..='\u{eb3}' | '\u{ec6}') && same_block)
        // A consonant whose vowel is silenced closes the syllable before it.
        || (next == Some('\u{103a}') && same_block)
        // The letters of a Korean syllable.
        || (is_hangul(before) && matches!(letter, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}'))
        || (begins_syllable(before) && (begins_syllable(letter) || matches!(letter, '\u{ac00}'..='\u{d7a3}')))
        || (before, letter) == ('\r', '\n')
}

/// Makes one sign of two (ZERO WIDTH JOINER).
const JOINER: char = '\u{200d}';

/// Whether the consonant behind it stands below the one before it, or is written as one with it.
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

/// Half of a flag, which is written as two letters.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Marks above, below and beside a letter, what joins and varies signs, and tones of skin.
pub(crate) fn is_mark(c: char) -> bool {
    match c as u32 {
        ..0x300 => false,
        0x200c | 0x200d | 0x16ff0 | 0x16ff1 | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe01ef => true,
        code @ 0x300..=0xffff => {
            let after = MARKS.partition_point(|(first, _)| u32::from(*first) <= code);
            let range = after.checked_sub(1).and_then(|index| MARKS.get(index));
            range.is_some_and(|(first, more)| code <= u32::from(*first) + u32::from(*more))
        }
        _ => false,
    }
}

/// The letters below U+10000 that extend a cluster (Grapheme_Cluster_Break Extend and SpacingMark, and the general
/// categories Mn, Mc and Me, of Unicode 16): the first of a range, and how many follow it.
const MARKS: [(u16, u8); 159] = [
    (0x300, 111),
    (0x483, 6),
    (0x591, 44),
    (0x5bf, 0),
    (0x5c1, 1),
    (0x5c4, 1),
    (0x5c7, 0),
    (0x610, 10),
    (0x64b, 20),
    (0x670, 0),
    (0x6d6, 6),
    (0x6df, 5),
    (0x6e7, 1),
    (0x6ea, 3),
    (0x711, 0),
    (0x730, 26),
    (0x7a6, 10),
    (0x7eb, 8),
    (0x7fd, 0),
    (0x816, 3),
    (0x81b, 8),
    (0x825, 2),
    (0x829, 4),
    (0x859, 2),
    (0x897, 8),
    (0x8ca, 23),
    (0x8e3, 32),
    (0x93a, 2),
    (0x93e, 17),
    (0x951, 6),
    (0x962, 1),
    (0x981, 2),
    (0x9bc, 0),
    (0x9be, 15),
    (0x9d7, 0),
    (0x9e2, 1),
    (0x9fe, 5),
    (0xa3c, 21),
    (0xa70, 1),
    (0xa75, 0),
    (0xa81, 2),
    (0xabc, 0),
    (0xabe, 15),
    (0xae2, 1),
    (0xafa, 9),
    (0xb3c, 0),
    (0xb3e, 25),
    (0xb62, 1),
    (0xb82, 0),
    (0xbbe, 15),
    (0xbd7, 0),
    (0xc00, 4),
    (0xc3c, 0),
    (0xc3e, 24),
    (0xc62, 1),
    (0xc81, 2),
    (0xcbc, 0),
    (0xcbe, 24),
    (0xce2, 1),
    (0xcf3, 16),
    (0xd3b, 1),
    (0xd3e, 15),
    (0xd57, 0),
    (0xd62, 1),
    (0xd81, 2),
    (0xdca, 21),
    (0xdf2, 1),
    (0xe31, 0),
    (0xe33, 7),
    (0xe47, 7),
    (0xeb1, 0),
    (0xeb3, 9),
    (0xec8, 6),
    (0xf18, 1),
    (0xf35, 0),
    (0xf37, 0),
    (0xf39, 0),
    (0xf3e, 1),
    (0xf71, 19),
    (0xf86, 1),
    (0xf8d, 47),
    (0xfc6, 0),
    (0x102b, 19),
    (0x1056, 3),
    (0x105e, 2),
    (0x1062, 2),
    (0x1067, 6),
    (0x1071, 3),
    (0x1082, 11),
    (0x108f, 0),
    (0x109a, 3),
    (0x135d, 2),
    (0x1712, 3),
    (0x1732, 2),
    (0x1752, 1),
    (0x1772, 1),
    (0x17b4, 31),
    (0x17dd, 0),
    (0x180b, 2),
    (0x180f, 0),
    (0x1885, 1),
    (0x18a9, 0),
    (0x1920, 27),
    (0x1a17, 4),
    (0x1a55, 42),
    (0x1ab0, 84),
    (0x1b34, 16),
    (0x1b6b, 8),
    (0x1b80, 2),
    (0x1ba1, 12),
    (0x1be6, 13),
    (0x1c24, 19),
    (0x1cd0, 2),
    (0x1cd4, 20),
    (0x1ced, 0),
    (0x1cf4, 0),
    (0x1cf7, 2),
    (0x1dc0, 63),
    (0x20d0, 32),
    (0x2cef, 2),
    (0x2d7f, 0),
    (0x2de0, 31),
    (0x302a, 5),
    (0x3099, 1),
    (0xa66f, 3),
    (0xa674, 9),
    (0xa69e, 1),
    (0xa6f0, 1),
    (0xa802, 0),
    (0xa806, 0),
    (0xa80b, 0),
    (0xa823, 4),
    (0xa82c, 0),
    (0xa880, 1),
    (0xa8b4, 17),
    (0xa8e0, 17),
    (0xa8ff, 0),
    (0xa926, 7),
    (0xa947, 12),
    (0xa980, 3),
    (0xa9b3, 13),
    (0xa9e5, 0),
    (0xaa29, 13),
    (0xaa43, 0),
    (0xaa4c, 1),
    (0xaa7b, 2),
    (0xaab0, 0),
    (0xaab2, 2),
    (0xaab7, 1),
    (0xaabe, 1),
    (0xaac1, 0),
    (0xaaeb, 4),
    (0xaaf5, 1),
    (0xabe3, 7),
    (0xabec, 1),
    (0xfb1e, 0),
    (0xfe00, 15),
    (0xfe20, 15),
    (0xff9e, 1),
];

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
        // Of scripts that are no longer written, the marks are not known.
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
