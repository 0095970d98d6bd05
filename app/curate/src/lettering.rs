//! Warns of letters that the fonts for pictures lack. Pictures show a replacement character in their place.

use std::collections::BTreeMap;

use typeface::REPLACEMENT;

use crate::finding::Finding;
use crate::outline::Outline;

/// The maximum of letters that a warning names.
const NAMED: usize = 4;

/// A warning for each text with such letters, among the texts that pictures print.
pub fn warnings(outline: &Outline<'_>) -> Vec<Finding> {
    let texts: BTreeMap<&str, String> =
        outline.values().into_iter().filter_map(|value| Some((value.path(), value.string()?))).collect();
    let mut warnings = Vec::new();
    for (path, text) in texts.iter().filter(|(path, _)| is_printed(path)) {
        let letters: Vec<String> = typeface::lacking(text).into_iter().map(name).collect();
        if letters.is_empty() {
            continue;
        }
        let named = letters.get(..NAMED).unwrap_or(&letters).join(", ");
        let others = letters.len().saturating_sub(NAMED);
        let more = if others > 0 { format!(" and {others} more") } else { String::new() };
        let whose =
            texts.get(format!("{}.id", item(path)).as_str()).map(|id| format!("of \"{id}\" ")).unwrap_or_default();
        let message = format!(
            "the fonts of the pictures lack {named}{more}, which this text {whose}has: pictures show {REPLACEMENT} instead, the page whatever its reader's fonts have; write it otherwise, or leave it if that does no harm"
        );
        warnings.push(Finding::warning(path, message, outline));
    }
    warnings
}

/// A letter with its code point; for an invisible one, only the code point.
fn name(letter: char) -> String {
    let number = u32::from(letter);
    let is_private = matches!(number, 0xe000..=0xf8ff | 0xf0000..);
    if letter.is_control() || is_private { format!("U+{number:04X}") } else { format!("{letter} (U+{number:04X})") }
}

/// The figure, event, chart or article that contains a path: `figures[3]` for `figures[3].label.en`.
fn item(path: &str) -> &str {
    path.split_once(']').and_then(|(item, _)| path.get(..=item.len())).unwrap_or_default()
}

/// Whether pictures, which are in English, print the text of this path.
fn is_printed(path: &str) -> bool {
    let within = path.strip_prefix(item(path)).unwrap_or_default();
    match path.split_once('[').map(|(list, _)| list) {
        None => path == "title.en",
        Some("figures") => matches!(within, ".label.en" | ".short.en" | ".unit" | ".said_by.en"),
        Some("events") => within == ".label.en",
        Some("charts") => {
            matches!(within, ".title.en" | ".finding.en")
                || within.starts_with(".groups[") && within.ends_with(".title.en")
        }
        Some("speakers" | "places") => within == ".name.en",
        Some("sources") => {
            matches!(within, ".id" | ".title" | ".container-title" | ".publisher") || within.starts_with(".author[")
        }
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path and message of each warning.
    fn said(text: &str) -> Vec<(String, String)> {
        let found = warnings(&Outline::of(text)).into_iter();
        found.map(|finding| (finding.problem.path.to_string(), finding.problem.message.to_string())).collect()
    }

    #[test]
    fn a_letter_that_no_font_has_is_named_with_its_place_and_code_point() {
        let text = r#"{
            "title": { "en": "T\ue000" },
            "sources": [{ "id": "s", "title": "x", "author": [{ "literal": "A͸" }] }],
            "figures": [{ "id": "f", "label": { "en": "a\ue001\ue002\ue003\ue004\ue005 b" }, "note": { "en": "\ue000" } }]
        }"#;
        let said = said(text);
        let expected = [
            ("figures[0].label.en", "U+E001, U+E002, U+E003, U+E004 and 1 more, which this text of \"f\" has"),
            ("sources[0].author[0].literal", "(U+0378), which this text of \"s\" has"),
            ("title.en", "lack U+E000, which this text has: pictures show \u{fffd} instead"),
        ];
        assert_eq!(said.len(), expected.len(), "{said:?}");
        for ((path, message), (place, words)) in said.iter().zip(expected) {
            assert!(path == place && message.contains(words), "{path}: {message}");
        }
    }

    #[test]
    fn letters_that_the_fonts_have_cause_no_warning() {
        let text = r#"{ "title": { "en": "🙂 ⇒ ខ្មែរ 字 عربي \u2068x\u2069\u200b\ufeff" }, "charts": [{ "id": "c", "finding": { "en": "ไทย {f}" } }] }"#;
        assert_eq!(said(text), []);
    }
}
