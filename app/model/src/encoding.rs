//! Decodes UTF-8. Other bytes are refused with the name of the encoding that they seem to have.
//!
//! No encoding is guessed: a letter decoded wrongly is valid text, and would put a wrong name on the page.

use crate::problem::{Problem, Problems};

/// The text of a file, without its byte order mark.
///
/// # Errors
/// If it is not UTF-8: the encoding that it seems to have, the place that shows it, and what to do.
pub fn decoded(bytes: &[u8]) -> Result<&str, Problems> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // UTF-16 and UTF-32 begin with a byte order mark, or with an ASCII letter beside zero bytes (RFC 4627, 3). Others cannot
    // be distinguished without a table of each.
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
    let (open, close) = if shown.is_empty() { ("", "") } else { (" (look after “", "”)") };
    Err(Problems::one(Problem::new(
        "",
        text.matches('\n').count() + 1,
        before.chars().count() + 1,
        end..end,
        format!(
            "the file is not UTF-8 but seems to be {seems}{open}{shown}{close}: save it again with the encoding UTF-8 (in Notepad: Save as)"
        ),
    )))
}

/// The number of bytes that a message shows before the place.
const SHOWN: usize = 32;
