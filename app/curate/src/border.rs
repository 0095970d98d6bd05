//! Decides where a quote may begin and end in a text: not within a grapheme cluster, a number or a word.
//!
//! Only scripts with spaces have clear borders of words. In Thai, Lao, Khmer, Burmese, Tibetan, Javanese, Chinese and
//! Japanese, a quote may begin and end between any two letters. Korean attaches particles to the end of a word (`100명이`): a
//! quote may end before them, but not begin within a word. Arabic and Hebrew attach some words to the beginning of a number
//! (`و100`): a quote may begin with the number.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;

/// Whether a quote may have this extent in a text.
pub fn holds(text: &str, place: &Range<usize>) -> bool {
    let side = |at: usize, ends: bool| match around(text, at) {
        None => true,
        Some((before, behind)) => may_part(before, behind, ends) && !splits_cluster(text, at),
    };
    side(place.start, false) && side(place.end, true)
}

/// Whether a quote may begin or end at a place. The text is indexed by the pieces between these places.
pub fn parts(text: &str, at: usize) -> bool {
    around(text, at).is_none_or(|(before, behind)| {
        (may_part(before, behind, false) || may_part(before, behind, true)) && !splits_cluster(text, at)
    })
}

/// The words of a text between spaces; in scripts without spaces, its letters.
pub fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let unparted = around(text, at).is_some_and(|(before, behind)| is_unparted(before) || is_unparted(behind));
        if letter == ' ' || (unparted && !splits_cluster(text, at)) {
            pieces.push(start..at);
            start = at;
        }
        if letter == ' ' {
            start = at + 1;
        }
    }
    pieces.push(start..text.len());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn around(text: &str, at: usize) -> Option<(char, char)> {
    let (before, behind) = text.split_at_checked(at)?;
    Some((before.chars().next_back()?, behind.chars().next()?))
}

/// Whether a quote may end between these two letters, or begin.
fn may_part(before: char, behind: char, ends: bool) -> bool {
    if !(before.is_alphanumeric() && behind.is_alphanumeric()) {
        return true;
    }
    if is_number(before) && is_number(behind) {
        return false;
    }
    // Copied text joins words of the page's layout with the article's: "NewsAmnesty International".
    let run_together = before.is_lowercase() && behind.is_uppercase();
    let attached = !ends && is_semitic(before) && (behind.is_numeric() || !is_semitic(behind));
    let particle = ends && is_hangul(behind);
    run_together || attached || particle || is_unparted(before) || is_unparted(behind)
}

/// Whether a place is within a grapheme cluster, or within a syllable that is written as one.
fn splits_cluster(text: &str, at: usize) -> bool {
    let Some((before, _)) = around(text, at) else { return false };
    // After these a syllable continues, which the rules for clusters do not cover: signs that put the next letter below
    // (Burmese, Khmer, Tai Tham, Balinese, Javanese), and vowels of Thai and Lao that are written before their consonant.
    const JOINS: [char; 5] = ['\u{1039}', '\u{17d2}', '\u{1a60}', '\u{1b44}', '\u{a9c0}'];
    if JOINS.contains(&before) || matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}') {
        return true;
    }
    // No cluster continues after a space; in a long run without spaces, only the last part is segmented.
    let from = text.floor_char_boundary(at.saturating_sub(LONGEST_CLUSTER));
    let before = text.get(from..at).unwrap_or_default();
    let from = before.rfind(' ').map_or(from, |space| from + space);
    let to = text.ceil_char_boundary((at + LONGEST_CLUSTER).min(text.len()));
    let near = text.get(from..to).unwrap_or_default();
    !GraphemeClusterSegmenter::new().segment_str(near).any(|border| from + border == at)
}

/// In bytes. No written language has longer clusters.
const LONGEST_CLUSTER: usize = 64;

/// Whether it is a digit, or a Chinese or Korean numeral, which is used like digits or after them.
fn is_number(letter: char) -> bool {
    letter.is_numeric() || "一二三四五六七八九十百千万萬亿億兆零两兩십백천만억조".contains(letter)
}

/// Whether it belongs to a script without spaces between words.
pub(crate) fn is_unparted(letter: char) -> bool {
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

pub(crate) fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}')
}

/// Whether it is an Arabic or Hebrew letter.
fn is_semitic(letter: char) -> bool {
    !letter.is_numeric() && matches!(letter, '\u{590}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a quote, which the text contains once, may begin and end there.
    fn occurs(text: &str, quote: &str) -> bool {
        let at = text.find(quote).unwrap();
        holds(text, &(at..at + quote.len()))
    }

    #[test]
    fn in_scripts_without_spaces_a_quote_begins_and_ends_between_letters() {
        for (text, quote) in [
            ("ตำรวจจับกุมผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญ", "จับกุมผู้ต้องสงสัยได้ 118 คน"),
            ("ตำรวจจับกุมผู้ต้องสงสัย118คนแล้ว", "ผู้ต้องสงสัย118คน"),
            ("ຕຳຫຼວດຈັບກຸມຜູ້ຕ້ອງສົງໄສ 118 ຄົນໃນພະນົມເປັນ", "ຈັບກຸມຜູ້ຕ້ອງສົງໄສ 118 ຄົນ"),
            ("សមត្ថកិច្ចបានឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់នៅរាជធានីភ្នំពេញ", "ឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់"),
            ("ရဲတပ်ဖွဲ့ကသံသယရှိသူ၁၁၈ဦးကိုဖမ်းဆီးခဲ့သည်", "သံသယရှိသူ၁၁၈ဦး"),
            ("警方在金边逮捕了一百一十八名嫌疑人，其中包括外国人。", "逮捕了一百一十八名嫌疑人"),
            ("警方在金边逮捕了118名嫌疑人。", "118名嫌疑人"),
            ("警察はプノンペンで容疑者118人を逮捕した。", "容疑者118人を逮捕"),
            ("警察はプノンペンで容疑者118人を逮捕した。", "プノンペンで"),
        ] {
            assert!(occurs(text, quote), "{quote} in {text}");
        }
    }

    #[test]
    fn in_scripts_with_spaces_a_quote_begins_and_ends_with_whole_words() {
        for (text, quote, whole) in [
            ("경찰은 프놈펜에서 용의자 118명을 체포했다고 밝혔다", "용의자 118명", true),
            ("경찰은 프놈펜에서 용의자 118명을 체포했다고 밝혔다", "118명을 체포", true),
            ("경찰은 프놈펜에서 용의자 118명을 체포했다고 밝혔다", "의자 118명을", false),
            ("3만 명이 체포됐다", "3", false),
            ("اعتقلت الشرطة 118 مشتبهاً به في بنوم بنه", "118 مشتبهاً به", true),
            ("اعتقلت الشرطة 118 مشتبهاً به في بنوم بنه", "118 مشتبه", false),
            ("اعتقلت الشرطة رجالاً و118 امرأة", "118 امرأة", true),
            ("المشطرة ٢٥٠ رجلاً", "٢٥", false),
            ("המשטרה עצרה כ118 חשודים בפנום פן", "118 חשודים", true),
            ("המשטרה עצרה 118 חשודים בפנום פן", "118 חשוד", false),
            ("पुलिस ने 118 संदिग्धों को गिरफ्तार किया", "118 संदिग्धों को", true),
            ("पुलिस ने 118 संदिग्धों को गिरफ्तार किया", "118 संदिग्ध", false),
            ("Cảnh sát bắt 118 nghi phạm", "118 nghi ph", false),
            ("NewsAmnesty International says", "Amnesty International", true),
            ("whatever it takes", "what", false),
        ] {
            assert_eq!(occurs(text, quote), whole, "{quote} in {text}");
        }
    }

    #[test]
    fn no_quote_divides_a_cluster_a_syllable_or_a_number() {
        for (text, quote) in [
            ("ผู้ต้องสงสัย", "ผู้ต"),
            ("ผู้ต้องสงสัย", "ผ"),
            ("กว่าไทย", "กว่าไ"),
            ("សង្ស័យ", "សង្"),
            ("សង្ស័យ", "ស័យ"),
            ("ကမ္ဘာ", "ကမ္"),
            ("ກວ່າໄທ", "ກວ່າໄ"),
            ("は\u{3099}か", "は"),
            ("一百一十八名", "百一十八名"),
            ("約3万5千人", "3万"),
            ("１００人", "００人"),
            ("១១៨នាក់", "១៨នាក់"),
            ("๑๑๘คน", "๑๑"),
            ("क्षेत्र", "क"),
        ] {
            assert!(!occurs(text, quote), "{quote} in {text}");
        }
    }

    #[test]
    fn pieces_are_words_or_single_letters_in_scripts_without_spaces() {
        let of = |text: &'static str| -> Vec<&str> {
            pieces(text).into_iter().filter_map(|piece| text.get(piece)).collect()
        };
        assert_eq!(of("raided 118 locations, it says"), ["raided", "118", "locations,", "it", "says"]);
        assert_eq!(of("逮捕了118人"), ["逮", "捕", "了", "118", "人"]);
        assert_eq!(of("ผู้ต้อง สงสัย"), ["ผู้", "ต้", "อ", "ง", "ส", "ง", "สั", "ย"]);
    }
}
