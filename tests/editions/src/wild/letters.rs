//! Random texts in every script, with symbols, invisible characters and very long words.

use serde_json::{Value, json};

use super::chance::Chance;

/// The words of a script, and their separator.
const SCRIPTS: [(&[&str], &str); 20] = [
    (&["people", "who", "left", "compounds", "by", "one", "estimate", "and", "another"], " "),
    (&["Žižek", "Ǿrsted", "naïve", "Łódź", "ẞ", "ﬁne", "e\u{301}\u{323}"], " "),
    (&["Người", "Việt", "ở", "Phnôm", "Pênh", "đã", "trở", "về"], " "),
    (&["Ἀθῆναι", "και", "Θεσσαλονίκη", "άνθρωποι"], " "),
    (&["Ғылым", "людей", "қазақ", "ѳита", "їжак"], " "),
    (&["ព្រះរាជាណាចក្រ", "កម្ពុជា", "មនុស្ស", "ប្រហែល", "ជាប់ខ្លួន", "ខ្ញុំ", "ស្ត្រី"], ""),
    (&["ประเทศไทย", "ผู้ที่", "กำลัง", "น้ำ", "เปิ่น"], ""),
    (&["ປະເທດລາວ", "ຜູ້ທີ່", "ນ້ຳ", "ເມືອງ"], ""),
    (&["မြန်မာ", "နိုင်ငံ", "လူများ", "ကျွန်ုပ်"], ""),
    (&["संयुक्त", "राष्ट्र", "क्षेत्र", "में", "श्री"], " "),
    (&["বাংলাদেশ", "ক্ষেত্র", "মানুষ"], " "),
    (&["தமிழ்நாடு", "ஸ்ரீ", "மக்கள்"], " "),
    (&["المملكة", "العربية", "نحو", "شخص", "لِلَّهِ", "2026"], " "),
    (&["می\u{200c}خواهم", "پژوهش", "گفت", "ٹھیک"], " "),
    (&["שָׁלוֹם", "עולם", "אנשים", "(5)"], " "),
    (&["联合国", "人权", "事务", "高级", "专员", "，", "一九"], ""),
    (&["聯合國", "人權", "龘", "「園區」"], ""),
    (&["国連", "カンボジア", "の", "詐欺", "ｱｲ", "〜"], ""),
    (&["유엔", "인권최고대표", "뷁", "사람들"], " "),
    (&["🙂", "👩\u{200d}💻", "🇰🇭", "⇒", "✓", "∑", "½", "€", "₿", "1\u{fe0f}\u{20e3}", "\u{e000}", "★"], " "),
];

/// Invisible and unusual characters.
const ODD: [&str; 14] = [
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{ad}",
    "\u{2060}",
    "\u{feff}",
    "\u{2068}",
    "\u{2069}",
    "\u{202e}",
    "\u{a0}",
    "<b>&amp;\"'",
    "</script>",
    "\u{fe0f}",
];

/// A few words in one script or several.
fn words(chance: &mut Chance, most: usize) -> String {
    let mut text = String::new();
    let (mut list, mut gap) = chance.among(&SCRIPTS);
    for place in 0..1 + chance.below(most) {
        if chance.once_in(5) {
            (list, gap) = chance.among(&SCRIPTS);
            text.push(' ');
        } else if place > 0 {
            text.push_str(gap);
        }
        text.push_str(chance.among(list));
        if chance.once_in(25) {
            text.push_str(chance.among(&ODD));
        }
    }
    if chance.once_in(15) {
        let word = chance.among(list);
        text.push_str(&word.repeat(1 + 120 / word.chars().count().max(1)));
    }
    text
}

/// A text in the form of the data, sometimes also in a second language.
fn text(words: String, chance: &mut Chance) -> Value {
    if chance.once_in(6) { json!({ "en": words, "km": "មនុស្ស" }) } else { json!({ "en": words }) }
}

pub(super) fn title(chance: &mut Chance) -> Value {
    let words = words(chance, 12);
    text(words, chance)
}

pub(super) fn label(chance: &mut Chance) -> Value {
    let most = if chance.once_in(8) { 60 } else { 14 };
    let words = words(chance, most);
    text(words, chance)
}

pub(super) fn name(chance: &mut Chance) -> String {
    words(chance, 3)
}

/// A quote from an article.
pub(super) fn quote(chance: &mut Chance) -> String {
    let (list, gap) = chance.among(&SCRIPTS);
    let words: Vec<&str> = (0..2 + chance.below(3)).map(|_| chance.among(list)).collect();
    words.join(gap)
}

/// A sentence that may contain a figure.
pub(super) fn sentence(chance: &mut Chance, figures: &[String]) -> String {
    let mut sentence = words(chance, 20);
    if !figures.is_empty() && chance.once_in(2) {
        sentence += &format!(" {{{}}} ", figures[chance.below(figures.len())]);
        sentence += &words(chance, 6);
    }
    sentence
}
