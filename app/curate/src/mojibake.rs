//! Warns of mojibake, UTF-8 that was decoded as Windows-1252 and saved again: `Ã©` for é, `â€™` for ’.
//!
//! It is valid text and may be intended, so it is not an error.

use std::ops::Range;

use model::Publication;

use crate::bytes::windows_1252;
use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each text of the file with mojibake.
pub fn warnings(outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let private = Publication::of(outline.text()).left_out;
    let within = |path: &str, left: &str| {
        path.strip_prefix(left).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    for value in outline.values() {
        let path = value.path();
        let Some(text) = value.string().filter(|_| !private.iter().any(|left| within(path, &left.path))) else {
            continue;
        };
        if let Some((found, meant)) = garbled(&text) {
            let message = format!(
                "“{found}” looks like “{meant}”, read once as Windows-1252 and saved so: open an older copy of the text as UTF-8, or write “{meant}”"
            );
            warnings.push(Finding::warning(path, message, outline));
        }
    }
    warnings
}

/// The first garbled word, as it is and as it was.
fn garbled(text: &str) -> Option<(String, String)> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| windows_1252(*letter).is_some()) {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => runs.push(at..end),
        }
    }
    let (run, meant) = runs.into_iter().find_map(|run| Some((run.clone(), meant(text.get(run)?)?)))?;
    // The whole word, so that the curator can find it.
    let before = text.get(..run.start)?;
    let behind = text.get(run.end..)?;
    let start = before.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| text.ceil_char_boundary(at + 1));
    let end = behind.find(|letter: char| !letter.is_alphanumeric()).map_or(text.len(), |at| run.end + at);
    let (head, tail) = (text.get(start..run.start)?, text.get(run.end..end)?);
    Some((text.get(start..end)?.to_owned(), [head, &meant, tail].concat()))
}

/// The original of these letters, if their bytes in Windows-1252 are valid UTF-8.
fn meant(run: &str) -> Option<String> {
    let bytes: Vec<u8> = run.chars().filter_map(windows_1252).collect();
    let meant = String::from_utf8(bytes).ok()?;
    // A single letter of another script may be chance: É before a closing » has the bytes of ɻ.
    let usual = |letter: char| matches!(letter, '\u{a0}'..='\u{ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{203a}' | '€' | '™');
    (meant.chars().count() > 1 || meant.chars().any(usual)).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// UTF-8 that was read as Windows-1252.
    fn misread(text: &str) -> String {
        let letter =
            |byte: u8| (0..=0x2122).filter_map(char::from_u32).find(|letter| windows_1252(*letter) == Some(byte));
        text.bytes().map(|byte| letter(byte).unwrap_or(char::from(byte))).collect()
    }

    #[test]
    fn mojibake_is_found_and_its_original_named() {
        for (found, meant) in [("cafÃ©", "café"), ("countryâ€™s", "country’s"), ("Â£", "£"), ("5â€“7", "5–7")]
        {
            assert_eq!(garbled(&format!("so {found}, it says")), Some((found.into(), meant.into())));
        }
        for text in ["Phnom Penh’s café — “so”", "កម្ពុជា", "ประเทศไทย", "柬埔寨", "Việt Nam", "Москва", "Ελλάδα"]
        {
            assert!(garbled(&misread(text)).is_some(), "{text} as {}", misread(text));
        }
    }

    #[test]
    fn correct_text_causes_no_warning() {
        for text in [
            "Phnom Penh’s café — “so”",
            "«CAFÉ», he said",
            "“CAFÉ”",
            "« passé\u{a0}»",
            "»GRÖSSE«",
            "L’ÉTÉ » et après",
            "Größe",
            "São Tomé",
            "naïve…",
            "£5",
            "¿Qué?",
            "កម្ពុជា",
            "ประเทศไทย",
            "柬埔寨",
            "Việt Nam",
            "Москва",
            "Ελλάδα",
            "עברית",
            "العربية",
            "§ 5",
            "25 °C",
            "½",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
