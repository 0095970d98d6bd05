//! Any text that a curator may write can be drawn in a picture.

use std::collections::BTreeSet;
use std::path::Path;

use skrifa::MetadataProvider as _;

use super::*;
use crate::families::FAMILIES;
use crate::letters::is_drawn;

/// A line in each supported script.
const SCRIPTS: [(&str, &str); 30] = [
    ("Latin", "Žižek, Ǿ ƛ ḗ ẞ Ꞌ"),
    ("Vietnamese", "Người Việt ở Phnôm Pênh"),
    ("Greek", "Ἀθῆναι"),
    ("Cyrillic", "Ғылым ѳ ꙋ"),
    ("Khmer", "ព្រះរាជាណាចក្រកម្ពុជា ១២៣ ៛"),
    ("Thai", "ประเทศไทย ผู้ที่ ๑๒๓ ฿"),
    ("Lao", "ປະເທດລາວ ຜູ້ທີ່ ໑໒໓ ₭"),
    ("Burmese", "မြန်မာနိုင်ငံ ၁၂၃"),
    ("Devanagari", "संयुक्त राष्ट्र क्षेत्र १२३ ₹"),
    ("Bengali", "বাংলাদেশ ক্ষেত্র ৳"),
    ("Tamil", "தமிழ்நாடு ஸ்ரீ"),
    ("Arabic", "المملكة العربية ١٢٣ ﷼"),
    ("Persian", "می‌خواهم گفت پژوهش ۱۲۳"),
    ("Urdu", "پاکستان میں ہے ٹھیک ڈھاکہ"),
    ("Hebrew", "שָׁלוֹם עולם ₪"),
    ("simplified Chinese", "联合国人权事务高级专员办事处"),
    ("traditional Chinese", "聯合國人權事務高級專員辦事處 龘"),
    ("Japanese", "国連人権高等弁務官事務所 カンボジアの詐欺 ｱ 〜"),
    ("Korean", "유엔 인권최고대표사무소 뷁 ㈜"),
    ("Gujarati", "ગુજરાતી ક્ષ"),
    ("Gurmukhi", "ਪੰਜਾਬੀ"),
    ("Telugu", "తెలుగు క్ష"),
    ("Kannada", "ಕನ್ನಡ ಕ್ಷ"),
    ("Malayalam", "മലയാളം ക്ഷ"),
    ("Sinhala", "ශ්‍රී ලංකා"),
    ("Georgian", "საქართველო"),
    ("Armenian", "Հայաստան"),
    ("Ethiopic", "ኢትዮጵያ"),
    ("Tibetan", "བོད་ཡིག"),
    ("Mongolian", "ᠮᠣᠩᠭᠣᠯ"),
];

const SIGNS: [&str; 9] = [
    "⇒ ⇔ ↦ ⟶ ⤴ ➜ ⬆",
    "∀∃∈∉∑∏√∛≈≠≤≥⊂⊕⟨⟩ 𝑥 ℝ",
    "■□▲△◆◇●○◐★☆⬛⬜",
    "✓✔✗✘☐☑☒❶❷➀①⑳㊿",
    "₿ ₺ ₽ ₾ ₼ ₸ ₫ ₱ ₲ ₵ ₡ ¤",
    "☎✉✂✈☀☁☂♠♣♥♦♩♪♻⚠⚖⚑",
    "🙂 👩‍💻 👍🏽 🇰🇭 1️⃣ ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "⌘⌥⏎⏱ ␣ ─│┌┐└┘█▓▒░",
    "\u{2160}\u{215b} ℃ № ™ ‰ ‱ † ‡ ※ …",
];

fn glyphs(text: &str, face: Face) -> Vec<Placed> {
    Line::of(&[Span { text, face, size: 20.0, shift: (0.0, 0.0) }]).glyphs
}

#[test]
fn every_script_and_sign_is_lettered_in_every_face_without_an_empty_box() {
    for text in SCRIPTS.iter().map(|(_, text)| *text).chain(SIGNS) {
        assert_eq!(lacking(text), BTreeSet::new(), "{text}");
        for face in Face::ALL {
            let glyphs = glyphs(text, face);
            assert!(!glyphs.is_empty() && glyphs.iter().all(|glyph| glyph.glyph > 0), "{text} in {face:?}");
        }
    }
}

#[test]
fn every_letter_that_a_font_of_the_folder_has_can_be_drawn() {
    let mut lost = Vec::new();
    for family in &FAMILIES {
        for font in std::iter::once(&family.regular).chain(&family.bold) {
            let ready = font.ready().unwrap_or_else(|| panic!("{} cannot be read", family.name));
            let letters = ready.font.charmap().mappings().filter_map(|(letter, _)| char::from_u32(letter));
            let letters = letters.filter(|letter| !unseen::is_unseen(*letter) && !letter.is_control());
            let letters = letters.filter(|letter| !is_drawn(*letter));
            lost.extend(letters.map(|letter| format!("{}: {letter} U+{:04X}", family.name, u32::from(letter))));
        }
    }
    assert!(lost.is_empty(), "fonts that are never asked for letters of theirs: {lost:?}");
}

#[test]
fn the_fonts_weigh_at_most_twelve_megabytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    let bytes: u64 = files.sum();
    assert!(bytes <= 12_000_000, "{bytes} bytes");
}

#[test]
fn a_letter_that_no_font_has_is_drawn_as_a_question_mark_in_a_diamond() {
    assert_eq!(lacking("a\u{e000}b\u{10ffff}\u{378}"), BTreeSet::from(['\u{378}', '\u{e000}', '\u{10ffff}']));
    for letter in ["\u{378}", "\u{e000}", "\u{10ffff}", "\u{7f}", "\u{81}"] {
        let (drawn, replacement) = (glyphs(letter, Face::Sans), glyphs("\u{fffd}", Face::Sans));
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].glyph, replacement[0].glyph);
        assert!(width(letter, Face::SansBold, 20.0) > 5.0);
    }
}

#[test]
fn invisible_characters_have_no_width_and_are_not_reported_as_lacking() {
    let unseen = "\u{2066}\u{2067}\u{2068}\u{2069}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{ad}\u{2060}\u{feff}\u{fe0f}\u{e0100}\u{3164}";
    assert_eq!(lacking(unseen), BTreeSet::new());
    for face in Face::ALL {
        assert!(width(unseen, face, 20.0).abs() < 0.01);
        let difference = width(&format!("ក{unseen}a"), face, 20.0) - width("កa", face, 20.0);
        assert!(difference.abs() < 0.01, "{difference}");
    }
}

#[test]
fn one_line_can_mix_many_scripts() {
    let line = Line::of(&[Span {
        text: "ខ្មែរ Bayon 字 🙂 €", face: Face::SansBold, size: 20.0, shift: (0.0, 0.0)
    }]);
    let places: Vec<f32> = line.glyphs.iter().map(|glyph| glyph.at.0).collect();
    assert!(line.glyphs.iter().all(|glyph| glyph.glyph > 0));
    let parts: f32 = ["ខ្មែរ ", "Bayon ", "字 ", "🙂 ", "€"].map(|part| width(part, Face::SansBold, 20.0)).iter().sum();
    assert!((line.width - parts).abs() < 1.0, "{} {parts}", line.width);
    assert!(places.last() > places.first());
}

#[test]
fn right_to_left_text_is_laid_out_from_right_to_left() {
    for (text, first) in [("אבג", 'א'), ("ابج د", 'د')] {
        let line = glyphs(text, Face::Sans);
        assert!(line.windows(2).all(|pair| pair[0].at.0 <= pair[1].at.0));
        let _ = first;
    }
    // The number keeps its digits in order, to the left of the word before it.
    let (mixed, alone) = (glyphs("سنة 2026", Face::Sans), glyphs("2026", Face::Sans));
    let digits: Vec<u32> = mixed.iter().take(4).map(|glyph| glyph.glyph).collect();
    assert_eq!(digits, alone.iter().map(|glyph| glyph.glyph).collect::<Vec<_>>());
    // After an isolate, the number stays on its right.
    let kept = glyphs("\u{2068}سنة\u{2069} 2026", Face::Sans);
    let digits: Vec<u32> = kept.iter().rev().take(4).rev().map(|glyph| glyph.glyph).collect();
    assert_eq!(digits, alone.iter().map(|glyph| glyph.glyph).collect::<Vec<_>>());
}

#[test]
fn letters_join_across_the_border_of_two_styles() {
    let whole = Line::of(&[Span { text: "كتاب", face: Face::Sans, size: 20.0, shift: (0.0, 0.0) }]);
    let parts = ["كت", "اب"].map(|text| Span { text, face: Face::Sans, size: 20.0, shift: (0.0, 0.0) });
    assert!((whole.width - Line::of(&parts).width).abs() < 0.5);
}

#[test]
fn a_raised_number_follows_its_words_and_the_next_words_follow_it() {
    let spans = [
        Span { text: "ខ្មែរ", face: Face::Sans, size: 14.0, shift: (0.0, 0.0) },
        Span { text: "1", face: Face::SansBold, size: 11.0, shift: (1.0, -5.0) },
        Span { text: " ខ្មែរ", face: Face::Sans, size: 14.0, shift: (0.0, 5.0) },
    ];
    let line = Line::of(&spans);
    let number = line.glyphs.iter().find(|glyph| glyph.span == 1).unwrap();
    assert!((number.at.1 + 5.0).abs() < 0.01);
    assert!((number.at.0 - 1.0 - width("ខ្មែរ", Face::Sans, 14.0)).abs() < 0.1);
    assert!(line.glyphs.iter().filter(|glyph| glyph.span == 2).all(|glyph| glyph.at.0 > number.at.0));
    assert!((line.end.0 - 1.0).abs() < 0.01 && line.end.1.abs() < 0.01);
}

#[test]
fn a_line_can_break_between_words_without_spaces_and_never_within_a_cluster() {
    let text = "ព្រះរាជាណាចក្រកម្ពុជាជាប្រទេសមួយនៅអាស៊ីអាគ្នេយ៍";
    let words = segments(text);
    assert!(words.len() > 4 && words.concat() == text, "{words:?}");
    let whole = clusters(text);
    for part in words.iter().chain(&whole) {
        let first = part.chars().next().unwrap();
        assert!(!matches!(first, '\u{17b6}'..='\u{17d3}'), "{part} begins with a mark");
        assert!(!part.ends_with('\u{17d2}'), "{part} ends in a sign that the next letter belongs to");
    }
    assert_eq!(clusters("ខ្មែរ"), ["ខ្មែ", "រ"]);
    assert_eq!(clusters("👩‍💻e\u{301}"), ["👩‍💻", "e\u{301}"]);
    assert!(segments("ประเทศไทยเป็นประเทศหนึ่ง").len() > 3);
    assert!(segments("联合国人权").len() > 3);
    assert_eq!(segments("word"), ["word"]);
}

#[test]
fn the_first_known_family_and_the_weight_choose_the_face() {
    assert_eq!(Face::of(["Helvetica", "Liberation Sans"], 400), Face::Sans);
    assert_eq!(Face::of(["Arial", "Liberation Sans", "Liberation Serif"], 700), Face::SansBold);
    assert_eq!(Face::of(["Liberation Serif"], 700), Face::SerifBold);
    assert_eq!(Face::of([], 400), Face::Sans);
}

#[test]
fn text_of_the_base_faces_needs_no_fallback_font() {
    assert!(is_plain("Žižek, 5 × 3 ≥ ½ – € Ελλάδα Москва שלום\u{2068}\u{ad}\u{200b}\u{a0}"));
    for text in ["⇒", "ខ", "字", "🙂", "\u{fffd}\u{e000}"] {
        assert!(!is_plain(text), "{text}");
    }
    let letters = |text: &str| Face::Sans.font().advance(text, 20.0);
    assert!((width("fine", Face::Sans, 20.0) - letters("fine")).abs() < f32::EPSILON);
}
