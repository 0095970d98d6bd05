//! Where a line may end: at spaces, at U+200B, and between the words of scripts that are written without spaces.
//!
//! The press finds these words by the dictionaries of `icu_segmenter`. They are too large for the reader's program, which
//! draws only data that is newer than the page: there Chinese and Japanese break between any two signs but before and
//! behind marks that must not begin or end a line, and a row of Khmer, Thai, Lao or Burmese letters is taken for one
//! word, which breaks between clusters where it is too long. So the two differ in Khmer, Thai, Lao, Burmese, Tibetan and
//! Javanese words, and in Chinese and Japanese at some marks; in all other text they are the same.

#[cfg(not(target_arch = "wasm32"))]
use dictionary as words;
#[cfg(target_arch = "wasm32")]
use plain as words;

/// A piece of a text that has no place to end a line within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    /// Whether a space stands before it.
    pub(crate) spaced: bool,
}

/// The pieces of a text, between which lines may end.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut spaced = false;
    for part in text.split_inclusive(ends_word) {
        let word = part.trim_end_matches(ends_word);
        for (index, text) in words::parts(word).into_iter().enumerate() {
            pieces.push(Piece { text, spaced: spaced && index == 0 });
        }
        let space = part.chars().next_back().is_some_and(|end| ends_word(end) && end != MARKED);
        spaced = space || (spaced && word.is_empty());
    }
    pieces
}

/// Marks a place between words in scripts without spaces (ZERO WIDTH SPACE).
const MARKED: char = '\u{200b}';

/// Whether a line may end behind it: a space other than one that binds, and U+200B.
pub(crate) fn ends_word(c: char) -> bool {
    c == MARKED || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'))
}

/// Signs of Chinese, Japanese and Yi, and the marks that go with them: a line may end between any two of them.
fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{3029}' | '\u{3030}'..='\u{312f}' | '\u{31a0}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whole words, as far as they can be known without a dictionary.
#[cfg(any(target_arch = "wasm32", test))]
mod plain {
    use super::is_ideograph;
    use crate::cluster::clusters;

    pub(super) fn parts(word: &str) -> Vec<&str> {
        let mut parts = Vec::new();
        let (mut from, mut at) = (0, 0);
        let mut before = None;
        for cluster in clusters(word) {
            let first = cluster.chars().next();
            if let (Some(before), Some(after)) = (before, first)
                && (is_ideograph(before) || is_ideograph(after))
                && !BEFORE.contains(after)
                && !BEHIND.contains(before)
            {
                parts.extend(word.get(from..at));
                from = at;
            }
            before = cluster.chars().next();
            at += cluster.len();
        }
        parts.extend(word.get(from..).filter(|part| !part.is_empty()));
        parts
    }

    /// No line begins with one of these.
    const BEFORE: &str = "、。，．・：；？！）］｝」』】〕〉》〙〗”’ー々ゝヽ〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％.,:;!?)]}%…‥—–-";
    /// No line ends with one of these.
    const BEHIND: &str = "（［｛「『【〔〈《〘〖“‘([{＄￥￡$€£#—…‥";
}

/// Words by dictionary.
#[cfg(not(target_arch = "wasm32"))]
mod dictionary {
    use std::sync::LazyLock;

    use icu_segmenter::options::LineBreakOptions;
    use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

    use super::is_ideograph;
    use crate::cluster::clusters;

    static LINES: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_auto(LineBreakOptions::default()));

    pub(super) fn parts(word: &str) -> Vec<&str> {
        if !word.chars().any(is_unspaced) {
            return if word.is_empty() { Vec::new() } else { vec![word] };
        }
        let breaks: Vec<usize> = LINES.segment_str(word).collect();
        let mut parts = Vec::new();
        let (mut from, mut at) = (0, 0);
        let mut before = None;
        for cluster in clusters(word) {
            let near = [before, cluster.chars().next()];
            if near.into_iter().flatten().any(is_unspaced) && at > from && breaks.binary_search(&at).is_ok() {
                parts.extend(word.get(from..at));
                from = at;
            }
            before = cluster.chars().next();
            at += cluster.len();
        }
        parts.extend(word.get(from..));
        parts
    }

    /// Letters of scripts that are written without spaces between words.
    fn is_unspaced(c: char) -> bool {
        is_ideograph(c)
            || matches!(c,
                '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19ff}'
                | '\u{1a20}'..='\u{1aaf}' | '\u{a980}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_text_with_spaces_ends_lines_at_them_and_at_marked_places() {
        assert_eq!(
            texts("three-year-old  children/women\nof 100\u{a0}000"),
            ["three-year-old", "children/women", "of", "100\u{a0}000"]
        );
        let marked = pieces("news/\u{200b}2026 on");
        assert_eq!(marked.iter().map(|piece| piece.spaced).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(texts("  "), [""; 0]);
    }

    #[test]
    fn the_press_ends_lines_between_the_words_of_scripts_without_spaces() {
        for text in [
            "មនុស្ស|ប្រហែលជា|ត្រូវ|បាន|ជាប់",
            "ຄົນ|ຫຼາຍ|ກວ່າ|ໜຶ່ງ|ແສນ|ຄົນ",
            "ถูก|กักขัง",
            "“約|十|万|人|が|「詐|欺|拠|点」|で|働|い|て|い|る。",
            "약 10만 명이 갇혀 있다",
        ] {
            let whole = text.replace('|', "");
            let expected: Vec<&str> = text.split(['|', ' ']).collect();
            assert_eq!(texts(&whole), expected);
        }
    }

    #[test]
    fn the_reader_s_program_takes_a_row_of_khmer_or_thai_letters_for_one_word() {
        for text in ["មនុស្សប្រហែលជាត្រូវបានជាប់", "ผู้คนถูกกักขัง", "ຄົນຫຼາຍກວ່າ", "လူတစ်သိန်း"]
        {
            assert_eq!(plain::parts(text), [text]);
            assert!(dictionary::parts(text).len() > 1);
        }
    }

    #[test]
    fn the_reader_s_program_keeps_marks_with_the_sign_that_they_belong_to() {
        assert_eq!(plain::parts("約十万人が「詐欺」で。"), ["約", "十", "万", "人", "が", "「詐", "欺」", "で。"]);
    }

    proptest! {
        #[test]
        fn where_words_have_spaces_press_and_reader_end_lines_alike(
            text in "[a-zA-ZÀ-žẠ-ỹ\\p{Greek}\\p{Cyrillic}\\p{Arabic}\\p{Hebrew}\\p{Devanagari}가-힣0-9,.()/-]{0,30}"
        ) {
            prop_assert_eq!(plain::parts(&text), dictionary::parts(&text));
        }

        #[test]
        fn chinese_without_marks_ends_lines_alike_in_press_and_reader(text in "[一-龠]{0,20}") {
            prop_assert_eq!(plain::parts(&text), dictionary::parts(&text));
        }

        #[test]
        fn nothing_is_lost_between_pieces(text in "[\\PCក-៹ก-๛一-龠\u{200b} ]{0,30}") {
            let kept: String = text.chars().filter(|c| !ends_word(*c)).collect();
            prop_assert_eq!(texts(&text).concat(), kept.clone());
            let plain: String = text.split(ends_word).flat_map(plain::parts).collect();
            prop_assert_eq!(plain, kept);
        }
    }
}
