//! The places where a line may end: at spaces, at U+200B, and between the words of scripts without spaces.

use crate::words;

/// A piece of a text without a possible end of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    /// Whether a space is before it.
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

/// Marks a word boundary in scripts without spaces (ZERO WIDTH SPACE).
const MARKED: char = '\u{200b}';

/// Whether a line may end after it: a space other than a no-break space, and U+200B.
pub(crate) fn ends_word(c: char) -> bool {
    c == MARKED || (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}'))
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

    proptest! {
        #[test]
        fn nothing_is_lost_between_pieces(text in "[\\PCក-៹ก-๛一-龠\u{200b} ]{0,30}") {
            let kept: String = text.chars().filter(|c| !ends_word(*c)).collect();
            prop_assert_eq!(texts(&text).concat(), kept.clone());
        }
    }
}
