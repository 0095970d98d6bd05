//! The width of a text, from a committed table, so that it is the same natively and in the browser, independent of installed
//! fonts.
//!
//! The table holds, in thousandths of the font size, the widest advance of each character among
//! Liberation Sans (which has Arial's and Helvetica's widths), Roboto and Noto Sans. Labels are therefore
//! measured a little too wide rather than too narrow, and never overlap. Scripts other than Latin have one
//! width for most of their letters: a table of each would cost the reader's program more than it gains.

use crate::breaks::{Piece, pieces};
use crate::cluster::clusters;
use crate::marks::is_mark;

/// The thickness of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// The width of a text in tenths of a pixel, at a font size in tenths of a pixel.
pub(crate) fn width(text: &str, size: i32, weight: Weight) -> i32 {
    let mut thousandths = 0;
    let mut below = false;
    for c in text.chars() {
        thousandths += match c {
            // A mark below a letter takes no width, except the Khmer one that surrounds it.
            '\u{179a}' if below => 330,
            _ if below => 0,
            c => i32::from(advance(c, weight)),
        };
        below = matches!(c, '\u{17d2}' | '\u{1039}');
    }
    (thousandths * size + 999) / 1000
}

/// The lines of a text of at most `room`, both in tenths of a pixel. A piece that is too long for a line breaks between
/// clusters. Only the spaces at the ends of lines are left out.
pub(crate) fn lines(text: &str, room: i32, size: i32, weight: Weight) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= room;
    let mut lines = Vec::new();
    let mut line = String::new();
    for Piece { text, spaced } in pieces(text) {
        let longer = if line.is_empty() || !spaced { format!("{line}{text}") } else { format!("{line} {text}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for cluster in clusters(text) {
            if !line.is_empty() && !fits(&format!("{line}{cluster}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(cluster);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn advance(c: char, weight: Weight) -> u16 {
    let index = |first: char| (c as usize).checked_sub(first as usize);
    let basic = if weight == Weight::Bold { &BASIC_BOLD } else { &BASIC };
    if let Some(known) = index(' ').and_then(|i| basic.get(i)) {
        return *known;
    }
    let regular = match index('\u{a0}').and_then(|i| LATIN.get(i)) {
        Some(known) => *known,
        None if is_mark(c) => beside(c),
        None => by_script(c),
    };
    if weight == Weight::Bold { regular + regular / 12 } else { regular }
}

/// The width of a letter that is in no table: that of a wide letter of its script in Noto Sans.
fn by_script(c: char) -> u16 {
    match c as u32 {
        0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff => 0,
        0x2013 | 0x2018..=0x201f => 556,
        0x20a0..=0x20af => 640,
        0x20b0..=0x20cf => 740,
        0xe00..=0xeff => 660,
        0x633..=0x636 => 1060,
        0x590..=0x8ff => 620,
        0x900..=0x97f => 700,
        0x370..=0x3ff => 680,
        0x980..=0xaff | 0xf00..=0xfff | 0x10a0..=0x10ff | 0x1d00..=0x1fff => 730,
        0x180..=0x2ff | 0x400..=0x58f | 0x1200..=0x16ff => 760,
        0x1000..=0x109f | 0x1780..=0x17ff => 800,
        0xc00..=0xc7f => 860,
        0xff61..=0xff9f => 500,
        0xb00..=0xbff | 0xd00..=0xd7f => 1080,
        0x1f000..=0x1faff => 1370,
        _ => 1000,
    }
}

/// The width of a mark: zero above and below its letter; in scripts with marks beside the letter, their average.
fn beside(c: char) -> u16 {
    match c as u32 {
        0x980..=0x9ff => 300,
        0x900..=0xb7f | 0x1780..=0x17ff => 200,
        0xb80..=0xdff | 0xe33 | 0xeb3 | 0x1000..=0x109f => 450,
        // A keycap around a digit.
        0x20e3 => 800,
        _ => 0,
    }
}

/// U+0020 to U+007E.
const BASIC: [u16; 95] = [
    278, 278, 408, 646, 572, 889, 732, 225, 342, 348, 551, 584, 278, 333, 278, 413, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 730, 667, 611, 778, 741, 339, 552, 667, 556, 907,
    760, 781, 667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 329, 411, 329, 572, 556, 333, 561, 615, 523, 615,
    564, 348, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 516, 361, 618, 508, 786, 529, 510, 500, 380,
    551, 380, 680,
];

/// U+0020 to U+007E in bold.
const BASIC_BOLD: [u16; 95] = [
    278, 333, 474, 646, 574, 901, 750, 266, 351, 353, 545, 584, 285, 388, 291, 413, 574, 574, 574, 574, 574, 574, 574,
    574, 574, 574, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 740, 667, 611, 778, 765, 389, 559, 722, 611, 943,
    813, 796, 667, 796, 722, 667, 619, 756, 667, 967, 667, 667, 611, 333, 422, 333, 584, 556, 362, 604, 633, 556, 633,
    591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619, 633, 633, 454, 556, 434, 657, 569, 856, 578, 569, 509, 394,
    551, 394, 649,
];

/// U+00A0 to U+017F.
const LATIN: [u16; 224] = [
    278, 333, 572, 582, 713, 572, 551, 613, 580, 832, 447, 556, 584, 333, 832, 552, 428, 572, 367, 367, 333, 623, 655,
    278, 333, 367, 455, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 339, 339,
    339, 339, 730, 760, 781, 781, 781, 781, 781, 584, 781, 731, 731, 731, 731, 667, 667, 631, 561, 561, 561, 561, 561,
    561, 889, 523, 564, 564, 564, 564, 278, 278, 278, 278, 605, 618, 605, 605, 605, 605, 605, 572, 611, 618, 618, 618,
    618, 510, 615, 510, 667, 561, 667, 561, 667, 561, 722, 523, 722, 523, 722, 523, 722, 523, 730, 637, 730, 617, 667,
    564, 667, 564, 667, 564, 667, 564, 667, 564, 778, 615, 778, 615, 778, 615, 778, 615, 741, 618, 741, 618, 339, 278,
    339, 278, 339, 278, 339, 258, 339, 278, 824, 516, 552, 258, 667, 534, 557, 556, 258, 556, 258, 556, 316, 556, 351,
    556, 271, 760, 618, 760, 618, 760, 618, 688, 760, 618, 781, 605, 781, 605, 781, 605, 1000, 946, 722, 413, 722, 413,
    722, 413, 667, 516, 667, 516, 667, 516, 667, 516, 611, 361, 611, 375, 611, 361, 731, 618, 731, 618, 731, 618, 731,
    618, 731, 618, 731, 618, 944, 786, 667, 510, 667, 611, 500, 611, 500, 611, 500, 326,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        assert_eq!(width("", 140, Weight::Regular), 0);
        assert_eq!(width("ii", 1000, Weight::Regular), 2 * width("i", 1000, Weight::Regular));
        assert!(width("Wide", 140, Weight::Bold) > width("Wide", 140, Weight::Regular));
    }

    #[test]
    fn a_label_breaks_between_words_and_loses_none() {
        let text = "people in Cambodia’s scam compounds, by a United Nations estimate";
        let lines = lines(text, 1200, 140, Weight::Regular);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| width(line, 140, Weight::Regular) <= 1200));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn khmer_breaks_where_its_words_are_marked() {
        let text = "មនុស្ស\u{200b}ប្រហែល\u{200b}ជា\u{200b}ត្រូវ\u{200b}បាន\u{200b}ជាប់";
        let lines = lines(text, 900, 140, Weight::Regular);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), text.replace('\u{200b}', ""));
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_not_cut() {
        let lines = lines("Donaudampfschifffahrtsgesellschaft", 500, 140, Weight::Regular);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), "Donaudampfschifffahrtsgesellschaft");
    }
}
