//! Turns the texts of an edition into right-to-left texts, letter by letter.

use std::collections::HashSet;

/// The keys of texts in the data.
const TEXTS: [&str; 14] = [
    "title",
    "container-title",
    "publisher",
    "family",
    "given",
    "literal",
    "quote",
    "en",
    "label",
    "short",
    "said_by",
    "wording",
    "reason",
    "finding",
];

/// The edition with a Hebrew or Arabic letter in place of each Latin letter of its texts. Ids of figures, in braces, do not
/// change.
pub fn turned(text: &str) -> String {
    let keys: HashSet<&str> = TEXTS.into_iter().collect();
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    let mut key = "";
    while let Some((before, behind)) = rest.split_once('"') {
        out.push_str(before);
        out.push('"');
        let end = end_of_text(behind);
        let (words, behind) = behind.split_at(end);
        if behind.trim_start_matches('"').trim_start().starts_with(':') {
            key = words;
            out.push_str(words);
        } else if keys.contains(key) {
            turn(words, &mut out);
        } else {
            out.push_str(words);
        }
        let behind = behind.strip_prefix('"').unwrap_or(behind);
        out.push('"');
        rest = behind;
    }
    out + rest
}

/// The text with its Latin letters again and without isolates.
pub fn turned_back(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).map(back).collect()
}

fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    let end = text.find(|c| match c {
        _ if escaped => {
            escaped = false;
            false
        }
        '\\' => {
            escaped = true;
            false
        }
        c => c == '"',
    });
    end.unwrap_or(text.len())
}

fn turn(words: &str, out: &mut String) {
    let mut is_id = false;
    let mut escaped = false;
    for c in words.chars() {
        match c {
            '{' => is_id = true,
            '}' => is_id = false,
            _ => {}
        }
        out.push(if is_id || escaped { c } else { turned_letter(c) });
        escaped = !escaped && c == '\\';
    }
}

/// Capitals become Hebrew and small letters Arabic, so that the conversion can be reversed.
fn turned_letter(c: char) -> char {
    let (from, to) = match c {
        'A'..='Z' => ('A', 0x5d0),
        'a'..='z' => ('a', 0x671),
        _ => return c,
    };
    char::from_u32(to + (c as u32 - from as u32)).unwrap_or(c)
}

fn back(c: char) -> char {
    let (from, to) = match c {
        '\u{5d0}'..='\u{5e9}' => (0x5d0, 'A'),
        '\u{671}'..='\u{68a}' => (0x671, 'a'),
        _ => return c,
    };
    char::from_u32(to as u32 + (c as u32 - from)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_are_turned_and_they_can_be_turned_back() {
        let text = r#"{ "id": "a", "title": { "en": "A \"b\" {raids}, 21" }, "author": [{ "family": "Li" }], "URL": "https://x" }"#;
        let other = turned(text);
        assert_ne!(other, text);
        assert!(
            other.contains("{raids}, 21")
                && other.contains("\"URL\": \"https://x\"")
                && other.contains("\"id\": \"a\"")
        );
        assert_eq!(turned_back(&other), text);
    }
}
