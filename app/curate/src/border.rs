//! Where a quote may begin and end in a text: not within a letter with its marks, a number or a word.
//!
//! Words have borders only where a script parts them by spaces. Thai, Lao, Khmer, Burmese, Tibetan, Javanese, Chinese and
//! Japanese do not: there a quote may begin and end between any two letters. Korean does, and sets its particles behind the
//! word without one (`100명이`): there a quote may end within what is written as one word, but not begin. In Arabic and
//! Hebrew what stands before a number may be written at once with it (`و100`): there a quote may begin with the number.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;

/// Whether a quote may stand at a place of a text.
pub fn holds(text: &str, place: &Range<usize>) -> bool {
    let side = |at: usize, ends: bool| match around(text, at) {
        None => true,
        Some((before, behind)) => may_part(before, behind, ends) && !splits_cluster(text, at),
    };
    side(place.start, false) && side(place.end, true)
}

/// Whether a quote may begin or end here, as far as words go; the pieces between such places can be looked up.
pub fn parts(text: &str, at: usize) -> bool {
    around(text, at).is_none_or(|(before, behind)| {
        (may_part(before, behind, false) || may_part(before, behind, true)) && !splits_cluster(text, at)
    })
}

fn around(text: &str, at: usize) -> Option<(char, char)> {
    let (before, behind) = text.split_at_checked(at)?;
    Some((before.chars().next_back()?, behind.chars().next()?))
}

/// Whether one quote may end between these two letters, or another begin.
fn may_part(before: char, behind: char, ends: bool) -> bool {
    if !(before.is_alphanumeric() && behind.is_alphanumeric()) {
        return true;
    }
    if is_number(before) && is_number(behind) {
        return false;
    }
    // Copies run a page's own words into the article's: "NewsAmnesty International".
    let run_together = before.is_lowercase() && behind.is_uppercase();
    let attached = !ends && is_semitic(before) && behind.is_numeric();
    let particle = ends && is_hangul(behind) && (is_hangul(before) || before.is_numeric());
    run_together || attached || particle || is_unparted(before) || is_unparted(behind)
}

/// Whether a letter with its marks, or a syllable that is written as one, would be cut.
fn splits_cluster(text: &str, at: usize) -> bool {
    let Some((before, _)) = around(text, at) else { return false };
    // What these begin goes on behind them, which no rule for clusters says: the signs that set the next letter below
    // (Burmese, Khmer, Tai Tham, Balinese, Javanese), and the vowels of Thai and Lao that are written first.
    const JOINS: [char; 5] = ['\u{1039}', '\u{17d2}', '\u{1a60}', '\u{1b44}', '\u{a9c0}'];
    if JOINS.contains(&before) || matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}') {
        return true;
    }
    // No cluster goes on behind a space; a long run is read from somewhere in it.
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST_CLUSTER));
    let before = text.get(from..at).unwrap_or_default();
    let from = before.rfind(' ').map_or(from, |space| from + space);
    let to = text.ceil_char_boundary((at + LONGEST_CLUSTER).min(text.len()));
    let near = text.get(from..to).unwrap_or_default();
    !GraphemeClusterSegmenter::new().segment_str(near).any(|border| from + border == at)
}

/// In bytes; longer ones are made by nobody who writes.
const LONGEST_CLUSTER: usize = 64;

/// Whether it is a digit, or a numeral of Chinese, which has no digits of its own.
fn is_number(letter: char) -> bool {
    letter.is_numeric() || "一二三四五六七八九十百千万萬亿億兆零两兩".contains(letter)
}

/// Whether it is of a script that sets no spaces between words.
fn is_unparted(letter: char) -> bool {
    !letter.is_numeric()
        && matches!(u32::from(letter),
            0x0e00..0x1000 // Thai, Lao, Tibetan
            | 0x1000..0x10a0 // Burmese
            | 0x1780..0x1800 | 0x1950..0x19e0 // Khmer, Tai
            | 0x1a20..0x1ab0 | 0x1b00..0x1b80 // Tai Tham, Balinese
            | 0x2e80..0x3130 | 0x31a0..0xa4d0 // Chinese, Japanese, Yi
            | 0xa980..0xa9e0 | 0xa9e0..0xaa00 | 0xaa60..0xaae0 // Javanese, Burmese, Tai Viet
            | 0xf900..0xfb00 | 0xff66..0xffa0 // Chinese, Japanese in half width
            | 0x1b000..0x1b300 | 0x20000..0x40000)
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}')
}

fn is_semitic(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}
