//! Finds the borders of words at which browsers let a match begin and end (Unicode's UAX #29, with differences).
//!
//! Chromium and Firefox were tested letter by letter. Unlike Unicode, both end a word at a point or a colon between letters.
//! In scripts without spaces their dictionaries differ: there only a space, a punctuation mark or the end of a line is a
//! certain border, and beside Chinese and Japanese also a digit or a letter of another script.

use std::ops::Range;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use crate::border::{is_hangul, is_unparted};
use crate::normal::{is_line_end, is_unseen};

/// In bytes. Text further away does not affect the border of a word.
const FAR: usize = 64;

/// In letters. The search for a border stops at this distance.
const LONGEST: usize = 120;

/// The shortest part of the line that contains this one and that both browsers find, if any.
pub fn widened(text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..part.start)?.char_indices().rev().take(LONGEST);
    let before = before.take_while(|(_, letter)| !is_line_end(*letter)).map(|(at, _)| at);
    let start = std::iter::once(part.start).chain(before).find(|at| begins(text, *at))?;
    let behind = text.get(part.end..)?.char_indices().take(LONGEST);
    let behind =
        behind.take_while(|(_, letter)| !is_line_end(*letter)).map(|(at, letter)| part.end + at + letter.len_utf8());
    let end = std::iter::once(part.end).chain(behind).find(|at| ends(text, *at))?;
    Some(start..end)
}

fn begins(text: &str, at: usize) -> bool {
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    first.is_none_or(|first| !first.is_whitespace()) && is_edge(text, at)
}

fn ends(text: &str, at: usize) -> bool {
    let last = text.get(..at).and_then(|rest| rest.chars().next_back());
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    // Beside an invisible character, one browser extends the word.
    let is_unclear = last.is_some_and(is_unseen) || next.is_some_and(|next| is_unseen(next) && next != '\u{200b}');
    !is_unclear && last.is_none_or(|last| !last.is_whitespace() && !is_overlooked(last)) && is_edge(text, at)
}

/// Whether Firefox or Chromium fails to match a quote that ends with this mark.
fn is_overlooked(last: char) -> bool {
    let class = CanonicalCombiningClassMapBorrowed::new().get_u8(last);
    !matches!(class, 0 | VIRAMA) || last == '\u{1038}'
}

/// The combining class of viramas, which remove the vowel of a letter and end many words.
const VIRAMA: u8 = 9;

/// Whether both browsers have a border of words at a place.
fn is_edge(text: &str, at: usize) -> bool {
    let seen = |letter: &char| *letter == '\u{200b}' || !is_unseen(*letter);
    let before = text.get(..at).and_then(|rest| rest.chars().rev().find(seen));
    let behind = text.get(at..).and_then(|rest| rest.chars().find(seen));
    let (Some(before), Some(behind)) = (before, behind) else { return true };
    if is_of_word(before) && is_of_word(behind) {
        if is_unparted(before) || is_unparted(behind) {
            return is_cjk(before) != is_cjk(behind)
                && ![before, behind]
                    .iter()
                    .any(|letter| is_hangul(*letter) || is_unparted(*letter) && !is_cjk(*letter));
        }
        // Copied text joins words that are separate in the page.
        if before.is_lowercase() && behind.is_uppercase() {
            return true;
        }
    }
    if matches!(before, '.' | ':') && behind.is_alphabetic() || matches!(behind, '.' | ':') && before.is_alphabetic() {
        return true;
    }
    // For scripts that need a dictionary, only the border with other scripts counts.
    let is_away = |letter: char| (letter.is_whitespace() && letter != '\u{202f}') || is_unparted(letter);
    let from = text.floor_char_boundary(at.saturating_sub(FAR));
    let from = text
        .get(from..at)
        .unwrap_or_default()
        .char_indices()
        .rfind(|(_, letter)| is_away(*letter))
        .map_or(from, |(place, letter)| from + place + letter.len_utf8());
    let to = text.ceil_char_boundary((at + FAR).min(text.len()));
    let to = text.get(at..to).unwrap_or_default().find(is_away).map_or(to, |place| at + place);
    let words = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    words.segment_str(text.get(from..to).unwrap_or_default()).any(|border| from + border == at)
}

/// Whether it is part of a word: a letter, a digit, or a combining mark.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || CanonicalCombiningClassMapBorrowed::new().get_u8(letter) != 0
        // Signs of Thai, Lao and Khmer without a combining class.
        || matches!(letter, '\u{e47}'..='\u{e4e}' | '\u{ec8}'..='\u{ece}' | '\u{17b4}'..='\u{17d3}')
}

/// Whether it is a Chinese or Japanese letter.
fn is_cjk(letter: char) -> bool {
    is_unparted(letter) && matches!(u32::from(letter), 0x2e80..0xa4d0 | 0xf900..0xfb00 | 0xff66..0xffa0 | 0x1b000..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that is found for a part of a text.
    fn found<'t>(text: &'t str, part: &str) -> Option<&'t str> {
        let at = text.find(part).unwrap();
        widened(text, &(at..at + part.len())).map(|wide| &text[wide])
    }

    #[test]
    fn a_part_that_both_browsers_find_stays_unchanged() {
        for (text, part) in [
            ("about US$118 million", "$118 million"),
            ("cyber-scam 118 people", "scam 118 people"),
            ("seven–twenty years", "twenty years"),
            ("people.Amnesty says 118", "Amnesty says 118"),
            ("NewsAmnesty says 118", "Amnesty says 118"),
            ("at x:ten people", "ten people"),
            ("says “about 118” now", "“about 118”"),
            ("118 people[1] fled", "118 people"),
            ("عصر الأربعاء 118 مشتبهًا به", "118 مشتبهًا"),
            ("கைது செய்யப்பட்டனர். என", "கைது செய்யப்பட்டனர்"),
            ("警方逮捕118人，其中", "118人"),
            ("据BBC报道118人，其中", "报道118"),
            ("ได้ 118 คนในกรุงพนมเปญ เมื่อ", "118 คนในกรุงพนมเปญ"),
            ("ខ្លួន។ ជនសង្ស័យ១១៨នាក់។ នៅ", "ជនសង្ស័យ១១៨នាក់"),
            ("용의자 118명을 체포했다", "용의자 118명을"),
            ("one\ntwo", "one"),
        ] {
            assert_eq!(found(text, part), Some(part));
        }
    }

    #[test]
    fn a_part_of_a_word_is_extended_to_the_whole_word() {
        for (text, part, whole) in [
            ("about 1,440 people", "440 people", "1,440 people"),
            ("about 4.57 people", "about 4", "about 4.57"),
            ("raids in Cambodia’s 118", "raids in Cambodia", "raids in Cambodia’s"),
            ("the 118th raid", "the 118", "the 118th"),
            ("100\u{202f}000 people", "000 people", "100\u{202f}000 people"),
            ("용의자 118명을 체포했다", "용의자 118명", "용의자 118명을"),
            ("رجالاً و118 امرأة", "118 امرأة", "و118 امرأة"),
            ("עצרה כ118 חשודים", "118 חשודים", "כ118 חשודים"),
            ("警方在金边逮捕了118名嫌疑人，其中", "逮捕了118名嫌疑人", "警方在金边逮捕了118名嫌疑人"),
            ("ได้ 118 คนในกรุงพนมเปญ เมื่อ", "118 คน", "118 คนในกรุงพนมเปญ"),
            ("มนุษย์118คน แล้ว", "118คน", "มนุษย์118คน"),
            ("zz 118 ที่ da", "118 ที่", "118 ที่ da"),
            ("zz 118 ที่, da", "118 ที่", "118 ที่,"),
            ("သူ၁၁၈ဦး။ ကို", "သူ၁၁၈ဦး", "သူ၁၁၈ဦး။"),
            ("raided 118\u{2060} sites", "raided 118", "raided 118\u{2060} sites"),
        ] {
            assert_eq!(found(text, part), Some(whole), "{part} in {text}");
        }
    }

    #[test]
    fn a_last_word_of_a_line_with_a_mark_that_browsers_fail_to_match_is_not_found() {
        assert_eq!(found("zz 118 مشتبهاً\nبه", "118 مشتبهاً"), None);
    }
}
