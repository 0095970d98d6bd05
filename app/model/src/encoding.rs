//! Bytes to text. A file is UTF-8, or is refused with the name of what it seems to be.
//!
//! Nothing is guessed: a letter that is read wrongly looks right to the program, and is a wrong name on the page.

use crate::problem::{Problem, Problems};

/// The text of a file, without a byte order mark before it.
///
/// # Errors
/// When it is not UTF-8: which encoding it seems to have, where that is seen, and what to do.
pub fn decoded(bytes: &[u8]) -> Result<&str, Problems> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // What begins a wide one is a mark, or a letter of one byte with zeros beside it (RFC 4627, 3). Others cannot be told
    // apart without a table of each.
    let (seems, end) = match (bytes, std::str::from_utf8(bytes)) {
        ([0xff, 0xfe, 0, 0, ..] | [0, 0, ..] | [_, 0, 0, 0, ..], _) => ("UTF-32", 0),
        ([0xff, 0xfe, ..] | [_, 0, ..], _) => ("UTF-16 LE", 0),
        ([0xfe, 0xff, ..] | [0, ..], _) => ("UTF-16 BE", 0),
        (_, Ok(text)) => return Ok(text),
        (_, Err(error)) => ("Windows-1252 or another old encoding", error.valid_up_to()),
    };
    let text = bytes.get(..end).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
    let line = text.rfind('\n').map_or(0, |end| end + 1);
    let before = text.get(line..).unwrap_or_default();
    let shown = before.get(before.ceil_char_boundary(before.len().saturating_sub(SHOWN))..).unwrap_or_default();
    let (open, close) = if shown.is_empty() { ("", "") } else { (" (look behind “", "”)") };
    Err(Problems::one(Problem::new(
        "",
        text.matches('\n').count() + 1,
        before.chars().count() + 1,
        end..end,
        format!(
            "the file is not UTF-8 but seems to be {seems}{open}{shown}{close}: save it once more, with the encoding UTF-8 (in Notepad: Save as)"
        ),
    )))
}

/// So many bytes are shown before the place.
const SHOWN: usize = 32;
