//! Explains to a curator where and why a text is not valid JSON.

use serde_json::Error;

use crate::{bracket, unseen};

/// The byte offset of the mistake, and the message.
pub(crate) fn broken(text: &str, error: &Error) -> (usize, String) {
    let at = bracket::stop(text, error);
    if let Some((place, advice)) = bracket::lost(text, at) {
        return (place, format!("this is not valid JSON: {advice}"));
    }
    // serde_json points into an unknown word; the place to show is its first letter.
    let in_word = |c: char| c.is_ascii_alphabetic();
    let at = match in_text(text, at, error) {
        Some(place) => place,
        None if text[at..].starts_with(in_word) => text[..at].trim_end_matches(in_word).len(),
        None => at,
    };
    (at, message(text, at, error))
}

/// The place of the mistake if serde_json stopped within a string at a control character or the end of the line: that
/// character, or the curly quotation mark that was meant to close the string.
fn in_text(text: &str, at: usize, error: &Error) -> Option<usize> {
    let control = at + text.bytes().skip(at).position(|byte| byte < b' ')?;
    if !error.to_string().starts_with("control") {
        return None;
    }
    let line = text.get(..control)?;
    if !text[control..].starts_with(['\n', '\r']) {
        return Some(control);
    }
    let written = line.trim_end_matches(',').trim_end().strip_suffix('”')?;
    // If an opening curly mark precedes it, it belongs to the string.
    (written.rfind('"') > written.rfind('“')).then_some(written.len())
}

fn message(text: &str, at: usize, error: &Error) -> String {
    if text.trim().is_empty() {
        return "the file is empty: a dashboard is an object { … }".into();
    }
    if text.trim_start().starts_with('<') {
        return "this is not JSON but a web page (it begins with \"<\"): check the address".into();
    }
    if error.is_eof() {
        return "the file ends too early: a closing \", ] or } is missing".into();
    }
    format!("this is not valid JSON: {}", advice(text, at, &error.to_string()))
}

/// What to do, by the character at the place, else by serde_json's own message.
fn advice(text: &str, at: usize, said: &str) -> String {
    let rest = &text[at..];
    let word = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
    let said = said.split(" at line ").next().unwrap_or_default();
    let before = text[..at].trim_end();
    if let Some(advice) = rest.chars().next().and_then(unseen::advice) {
        return advice;
    }
    let advice = match (said, rest.chars().next()) {
        _ if ["nan", "inf", "infinity"].contains(&word.to_ascii_lowercase().as_str()) => {
            return format!("{word} is not a number: write the number that the article gives");
        }
        (_, Some(']' | '}')) if before.ends_with(',') => "remove the comma before this closing ] or }",
        (_, Some('\'')) => "write the straight double quotation mark \" in place of this one",
        (_, Some('/')) => "JSON has no comments: remove this one",
        ("key must be a string", Some('0'..='9')) => "a number is written without separators, 5000 and not 5,000",
        ("key must be a string", _) => "write this key in \"double quotation marks\"",
        ("expected `,` or `}`" | "expected `,` or `]`", _) => {
            "a comma is missing before this, or write \\ before a quotation mark within a text"
        }
        ("expected `:`", _) => "a colon is missing between key and value",
        ("trailing characters", _) => "there is more text after the end of the dashboard: remove it",
        ("expected value" | "expected ident", _) => {
            "a value is missing here, or a text lacks its \"double quotation marks\""
        }
        ("invalid number", _) => "a number has digits and at most one point, no separators and no zero before them",
        ("invalid escape", _) => "write \\\\ for a \\ in a text",
        _ if said.starts_with("control character") => "a text continues on the next line: close its quotation mark",
        _ => return format!("compare it with the lines around it ({said})"),
    };
    advice.into()
}
