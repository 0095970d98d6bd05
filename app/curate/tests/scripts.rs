//! A quote is found in its article whatever it is written in, also where no spaces part words, and leads there.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be written has failed")]

mod support;

use std::fs;
use std::path::Path;

use model::Dashboard;
use serde_json::{Value, json};
use support::{curate, stdout};

/// The language of an article, its text, and what is quoted from it.
const QUOTED: [(&str, &str, &str); 10] = [
    (
        "zh",
        "警方周三表示，在金边逮捕了一百一十八名嫌疑人，其中\n包括外国人。",
        "逮捕了一百一十八名嫌疑人，其中包括外国人",
    ),
    ("zh-tw", "警方共逮捕１１８人，多為外國人。", "共逮捕118人"),
    ("ja", "警察はプノンペンで容疑者118人を逮捕した。", "容疑者118人を逮捕"),
    ("th", "ตำรวจจับกุมผู้ต้องสงสัยได้ 118 คนในกรุงพนมเปญเมื่อวันพุธ", "จับกุมผู้ต้องสงสัยได้ 118 คน"),
    ("km", "សមត្ថកិច្ចបានឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់នៅរាជធានីភ្នំពេញ", "ឃាត់ខ្លួនជនសង្ស័យ១១៨នាក់"),
    ("lo", "ຕຳຫຼວດຈັບກຸມຜູ້ຕ້ອງສົງໄສ 118 ຄົນໃນພະນົມເປັນ", "ຈັບກຸມຜູ້ຕ້ອງສົງໄສ 118 ຄົນ"),
    ("my", "ရဲတပ်ဖွဲ့ကသံသယရှိသူ၁၁၈ဦးကိုဖမ်းဆီးခဲ့သည်", "သံသယရှိသူ၁၁၈ဦး"),
    ("ko", "경찰은 프놈펜에서 용의자 118명을 체포했다고 밝혔다", "용의자 118명"),
    ("ar", "اعتقلت الشرطة رجالاً و118 امرأة في بنوم بنه", "118 امرأة"),
    ("he", "המשטרה עצרה כ118 חשודים בפנום פן", "118 חשודים"),
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

/// What the check says of a dataset of them, with their articles at hand.
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
fn a_quote_that_stands_in_its_article_is_found_in_every_script() {
    let printed = checked("scripts", &QUOTED);
    assert!(!printed.contains("does not stand"), "{printed}");
    assert_eq!(printed.matches("it stands in the article, but is not in English").count(), QUOTED.len(), "{printed}");
}

#[test]
fn a_quote_that_cuts_a_number_a_syllable_or_a_word_is_not_found() {
    let cut = [
        ("zh", "在金边逮捕了一百一十八名嫌疑人", "百一十八名嫌疑人"),
        ("th", "ผู้ต้องสงสัยได้ 118 คน", "องสงสัยได้ 11"),
        ("km", "ជនសង្ស័យ១១៨នាក់", "ជនសង្"),
        ("ko", "용의자 118명을 체포했다", "의자 118명"),
        ("ar", "اعتقلت الشرطة 118 امرأة", "118 امر"),
    ];
    let printed = checked("scripts-cut", &cut);
    assert_eq!(printed.matches("this quote does not stand in the article").count(), cut.len(), "{printed}");
}

#[test]
fn a_link_to_a_passage_is_an_address_whatever_the_script_of_the_quote() {
    let dashboard = Dashboard::parse(&dataset(&QUOTED).to_string()).unwrap();
    for citation in dashboard.figure("arrests").unwrap().citations() {
        let link = citation.link(dashboard.source(&citation.source).unwrap()).unwrap();
        let (_, text) = link.split_once("#:~:text=").unwrap();
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%.~_".contains(&byte)), "{link}");
        // Each % stands before the two digits of a byte; together they are the quote.
        let mut bytes = Vec::new();
        let mut rest = text;
        while let Some((plain, encoded)) = rest.split_once('%') {
            bytes.extend_from_slice(plain.as_bytes());
            let (byte, behind) = encoded.split_at(2);
            bytes.push(u8::from_str_radix(byte, 16).unwrap());
            rest = behind;
        }
        bytes.extend_from_slice(rest.as_bytes());
        assert_eq!(String::from_utf8(bytes).unwrap(), citation.quote);
    }
}
