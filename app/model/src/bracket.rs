//! A bracket that was lost: where, told by how the lines are set in, and not where the text at last makes no sense.
//!
//! `"value": { "about": 5000,` is sound JSON for many more lines. But a line that is set in no further than the one in
//! which a bracket opened cannot lie within it. What is found so is held to be true only if the text can be read further
//! with the bracket put back.

use serde::de::IgnoredAny;
use serde_json::Error;

/// A bracket that is open.
struct Open {
    bracket: u8,
    /// Where it stands.
    at: usize,
    /// How far its line is set in.
    indent: usize,
}

/// Where a closing bracket is missing before the place at which the text breaks off, and what to do.
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

/// Whether what begins a line, set in so far, cannot lie within a bracket.
fn lies_outside(first: u8, indent: usize, open: &Open) -> bool {
    match first {
        b'}' | b']' => first != closing(open.bracket) || indent < open.indent,
        _ => indent <= open.indent,
    }
}

/// Where the closing bracket belongs, if the text can be read further with it: behind what stands before this place.
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

/// Where serde_json stopped, in bytes from the start of the text.
pub(crate) fn stop(text: &str, error: &Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(before + error.column().saturating_sub(1))
}

fn closing(bracket: u8) -> u8 {
    if bracket == b'{' { b'}' } else { b']' }
}

/// How far a line is set in.
fn indent_of(text: &str, line: usize) -> usize {
    text.get(line..).unwrap_or_default().chars().take_while(|letter| matches!(letter, ' ' | '\t')).count()
}

/// Where a text in quotation marks ends; nothing where it does not end in its line, for then nothing behind is certain.
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
