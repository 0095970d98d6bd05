//! Finds the place of a missing closing bracket by the indentation of lines, since a JSON parser notices it much later.
//!
//! `"value": { "about": 5000,` is valid JSON for many more lines. But a line that is indented no further than the line
//! that opened a bracket cannot be within it. The place counts only if a parser gets further with the bracket added there.

use serde::de::IgnoredAny;
use serde_json::Error;

/// An open bracket.
struct Open {
    bracket: u8,
    /// Its byte offset.
    at: usize,
    /// The indentation of its line.
    indent: usize,
}

/// The place of a missing closing bracket before the byte offset where parsing stopped, and the message for it.
pub(crate) fn lost(text: &str, broken_at: usize) -> Option<(usize, String)> {
    let mut open: Vec<Open> = Vec::new();
    let bytes = text.as_bytes();
    let (mut line, mut begins, mut at) = (0, true, 0);
    while let Some(byte) = bytes.get(at).filter(|_| at <= broken_at) {
        match byte {
            b'\n' => (line, begins) = (at + 1, true),
            b' ' | b'\t' | b'\r' => {}
            _ => {
                let indent = text.get(line..at).map_or(0, |blank| blank.chars().count());
                if begins
                    && let Some(last) = open.last()
                    && lies_outside(*byte, indent, last)
                    && let Some(place) = mended(text, at, last, broken_at)
                {
                    let before = text.get(..last.at).unwrap_or_default();
                    let number = before.matches('\n').count() + 1;
                    let (bracket, closing) = (char::from(last.bracket), char::from(closing(last.bracket)));
                    return Some((
                        place,
                        format!("a {closing} is missing here, to close the {bracket} of line {number}: add it"),
                    ));
                }
                let indent = if begins { indent } else { indent_of(text, line) };
                begins = false;
                match byte {
                    b'{' | b'[' => open.push(Open { bracket: *byte, at, indent }),
                    b'}' | b']' => drop(open.pop()),
                    b'"' => at = text_end(bytes, at)?,
                    _ => {}
                }
            }
        }
        at += 1;
    }
    None
}

/// Whether a line with this first byte and indentation cannot be within an open bracket.
fn lies_outside(first: u8, indent: usize, open: &Open) -> bool {
    match first {
        b'}' | b']' => first != closing(open.bracket) || indent < open.indent,
        _ => indent <= open.indent,
    }
}

/// The place for the closing bracket, after the last content before `at`, if a parser gets further with it.
fn mended(text: &str, at: usize, open: &Open, broken_at: usize) -> Option<usize> {
    let before = text.get(..at)?.trim_end();
    let content = before.trim_end_matches(',').trim_end();
    let place = content.len();
    let follows = matches!(text.as_bytes().get(at), Some(b'}' | b']' | b','));
    let comma = if place < before.len() || follows { "" } else { "," };
    let mend = format!("{}{comma}", char::from(closing(open.bracket)));
    let tried = [text.get(..place)?, &mend, text.get(place..)?].concat();
    let further = match serde_json::from_str::<IgnoredAny>(&tried) {
        Ok(_) => true,
        Err(error) if error.is_eof() => broken_at + 1 < text.trim_end().len(),
        Err(error) => stop(&tried, &error) > broken_at + mend.len(),
    };
    further.then_some(place)
}

/// The byte offset at which serde_json stopped.
pub(crate) fn stop(text: &str, error: &Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(before + error.column().saturating_sub(1))
}

fn closing(bracket: u8) -> u8 {
    if bracket == b'{' { b'}' } else { b']' }
}

/// The indentation of the line that begins at this byte offset.
fn indent_of(text: &str, line: usize) -> usize {
    text.get(line..).unwrap_or_default().chars().take_while(|letter| matches!(letter, ' ' | '\t')).count()
}

/// The end of a string. `None` if it is not closed on its line, since then nothing after it is certain.
fn text_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at),
            b'\n' => return None,
            _ => at += 1,
        }
    }
}
