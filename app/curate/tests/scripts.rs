//! A quote in any script, also without spaces, is found in its article, and its link leads to it.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

mod support;

use std::fs;
use std::path::Path;

use model::Dashboard;
use serde_json::{Value, json};
use support::{curate, stdout};

/// The language of an article, its text, and a quote from it.
const QUOTED: [(&str, &str, &str); 10] = [
    (
        "zh",
        "警方周三表示，在金边逮捕了一百一十八名嫌疑人，其中\n包括外国人。",
        "在金边逮捕了一百一十八名嫌疑人，其中\n包括外国人",
    ),
    ("zh-tw", "警方共逮捕１１８人，多為外國人。", "警方共逮捕118人"),
    ("ja", "警察はプノンペンで容疑者118人を逮捕した。", "警察はプノンペンで容疑者118"),
    ("th", "ตำรวจจับกุม ผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญ เมื่อวันพุธ", "ผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญ"),
    ("km", "សមត្ថកិច្ចបានឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់ នៅរាជធានីភ្នំពេញ", "សមត្ថកិច្ចបានឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់"),
    ("lo", "ຕຳຫຼວດຈັບກຸມ ຜູ້ຕ້ອງສົງໄສ 118 ຄົນ ໃນພະນົມເປັນ", "ຜູ້ຕ້ອງສົງໄສ 118 ຄົນ"),
    ("my", "ရဲတပ်ဖွဲ့က သံသယရှိသူ ၁၁၈ ဦးကို ဖမ်းဆီးခဲ့သည်", "သံသယရှိသူ ၁၁၈ ဦးကို"),
    ("ko", "경찰은 프놈펜에서 용의자 118명을 체포했다고 밝혔다", "용의자 118명을"),
    ("ar", "اعتقلت الشرطة رجالاً و118 امرأة في بنوم بنه", "و118 امرأة"),
    ("he", "המשטרה עצרה כ118 חשודים בפנום פן", "כ118 חשודים"),
];

/// The language of an article, its text, a quote that browsers do not find, since their borders of words differ, and the quote to write.
const WIDENED: [(&str, &str, &str, &str); 9] = [
    ("zh", "警方周三表示，在金边逮捕了118名嫌疑人。", "逮捕了118名嫌疑人", "在金边逮捕了118名嫌疑人"),
    ("ja", "警察はプノンペンで容疑者118人を逮捕した。", "容疑者118", "警察はプノンペンで容疑者118"),
    ("th", "จับกุมผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญ เมื่อวันพุธ", "ได้ 118 คน", "จับกุมผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญ"),
    ("km", "បានឃាត់ខ្លួន ជនសង្ស័យ១១៨នាក់នៅភ្នំពេញ។", "ជនសង្ស័យ១១៨នាក់", "ជនសង្ស័យ១១៨នាក់នៅភ្នំពេញ"),
    ("lo", "ຜູ້ຕ້ອງສົງໄສ 118 ຄົນໃນພະນົມເປັນ", "ຜູ້ຕ້ອງສົງໄສ 118 ຄົນ", "ຜູ້ຕ້ອງສົງໄສ 118 ຄົນໃນພະນົມເປັນ"),
    ("my", "ရဲ သံသယရှိသူ ၁၁၈ ဦး။", "သံသယရှိသူ ၁၁၈ ဦး", "သံသယရှိသူ ၁၁၈ ဦး။"),
    ("ko", "용의자 118명을 체포했다고 밝혔다", "용의자 118명", "용의자 118명을"),
    ("ar", "اعتقلت الشرطة رجالاً و118 امرأة في بنوم بنه", "118 امرأة", "و118 امرأة"),
    ("he", "המשטרה עצרה כ118 חשודים בפנום פן", "118 חשודים", "כ118 חשודים"),
];

/// A dataset of one figure, which each of these articles reports.
fn dataset(quoted: &[(&str, &str, &str)]) -> Value {
    let text = |words: &str| json!({ "en": words });
    let sources = quoted.iter().map(|(id, ..)| {
        json!({ "id": id, "type": "article-newspaper", "language": id, "URL": format!("https://example.org/{id}") })
    });
    let citations = quoted.iter().map(|(id, _, quote)| json!({ "source": id, "quote": quote }));
    json!({
        "schema_version": 1, "id": "scripts", "title": text("Arrests"), "summary": text("{arrests}."),
        "updated": "2026-01-21", "license": "CC-BY-4.0", "sources": sources.collect::<Value>(),
        "figures": [{ "id": "arrests", "label": text("arrested"), "value": { "exactly": 118 }, "unit": "people",
            "citations": citations.collect::<Value>() }],
        "charts": [{ "id": "all", "kind": "bars", "title": text("All"), "finding": text("Many."), "figures": ["arrests"] }],
        "sections": [{ "id": "all", "title": text("All"), "charts": ["all"] }]
    })
}

/// The output of the check for a dataset of these quotes, with their articles.
fn checked(name: &str, quoted: &[(&str, &str, &str)]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (id, text, _) in quoted {
        fs::write(folder.join(format!("{id}.txt")), text).unwrap();
    }
    let file = folder.join("dashboard.json");
    fs::write(&file, dataset(quoted).to_string()).unwrap();
    stdout(&curate(&["check", &file.to_string_lossy(), "--articles", &folder.to_string_lossy()]))
}

#[test]
fn a_quote_is_found_in_its_article_in_every_script() {
    let printed = checked("scripts", &QUOTED);
    assert!(!printed.contains("is not in the article"), "{printed}");
    assert_eq!(
        printed.matches("the quote is in the article, but it is not in English").count(),
        QUOTED.len(),
        "{printed}"
    );
}

#[test]
fn if_browsers_have_other_borders_of_words_the_check_says_what_to_write() {
    let quoted = WIDENED.map(|(id, text, quote, _)| (id, text, quote));
    let printed = checked("scripts-widened", &quoted);
    for (_, _, quote, whole) in WIDENED {
        assert!(printed.contains(&format!("write \"{whole}\"\n")), "{quote}: {printed}");
    }
}

#[test]
fn a_quote_that_divides_a_number_a_syllable_or_a_word_is_not_found() {
    let cut = [
        ("zh", "在金边逮捕了一百一十八名嫌疑人", "百一十八名嫌疑人"),
        ("th", "ผู้ต้องสงสัยได้ 118 คน", "องสงสัยได้ 11"),
        ("km", "ជនសង្ស័យ១១៨នាក់", "ជនសង្"),
        ("ko", "용의자 118명을 체포했다", "의자 118명"),
        ("ar", "اعتقلت الشرطة 118 امرأة", "118 امر"),
    ];
    let printed = checked("scripts-cut", &cut);
    assert_eq!(printed.matches("this quote is not in the article").count(), cut.len(), "{printed}");
}

#[test]
fn a_link_to_a_quote_in_any_script_is_a_valid_url() {
    let dashboard = Dashboard::parse(&dataset(&QUOTED).to_string()).unwrap();
    for citation in dashboard.figure("arrests").unwrap().citations() {
        let link = citation.link(dashboard.source(&citation.source).unwrap()).unwrap();
        let (_, text) = link.split_once("#:~:text=").unwrap();
        // The delimiters between the lines of a quote.
        let text = text.replace(",-", "%0A").replace("&text=", "%0A").replace("-,", "%0A");
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%.~_".contains(&byte)), "{link}");
        // Each % precedes the two digits of a byte; decoded, they are the quote, twice if it has two lines.
        let mut bytes = Vec::new();
        let mut rest = text.as_str();
        while let Some((plain, encoded)) = rest.split_once('%') {
            bytes.extend_from_slice(plain.as_bytes());
            let (byte, behind) = encoded.split_at(2);
            bytes.push(u8::from_str_radix(byte, 16).unwrap());
            rest = behind;
        }
        bytes.extend_from_slice(rest.as_bytes());
        let lines = citation.lines();
        let told = if lines.len() > 1 { [lines.as_slice(), &lines].concat() } else { lines };
        assert_eq!(String::from_utf8(bytes).unwrap(), told.join("\n"));
    }
}
