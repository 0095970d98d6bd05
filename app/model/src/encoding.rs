//! Bytes to text. A file is UTF-8, or is refused with the name of what it seems to be.
//!
//! Nothing is guessed: a letter that is read wrongly looks right to the program, and is a wrong name on the page.

use crate::problem::{Problems, Report};

/// The text of a file, without a byte order mark before it.
///
/// # Errors
/// When it is not UTF-8: which encoding it seems to have, where that is seen, and what to do.
pub fn decoded(bytes: &[u8]) -> Result<&str, Problems> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // What begins such a file is a mark, or a letter of one byte with zeros beside it (RFC 4627, 3).
    let wide = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, ..] | [_, 0, 0, 0, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [_, 0, ..] => Some("UTF-16 LE"),
        [0xfe, 0xff, ..] | [0, ..] => Some("UTF-16 BE"),
        _ => None,
    };
    let (text, seems) = match (wide, std::str::from_utf8(bytes)) {
        (None, Ok(text)) => return Ok(text),
        (Some(wide), _) => ("", wide),
        (None, Err(error)) => {
            let (text, rest) = bytes.split_at(error.valid_up_to());
            let text = std::str::from_utf8(text).unwrap_or_default();
            (text, older(text, rest, error.error_len().is_none()))
        }
    };
    let mut report = Report::new(text);
    let rest = bytes.get(text.len()..).unwrap_or_default();
    report.at_byte(text.len(), refusal(text, rest, seems));
    Err(report.finish().unwrap_or_else(Problems::unexplained))
}

/// The encoding of what is neither UTF-8 nor wide, as far as it can be told without a table of each.
fn older(text: &str, rest: &[u8], ends: bool) -> &'static str {
    match rest {
        _ if ends && !text.is_ascii() => CUT,
        // In Western languages letters with accents and curly quotation marks stand alone among others.
        [_, next, ..] if !next.is_ascii() => "an older encoding such as Windows-1251 or GBK",
        _ if text.is_ascii() => "Windows-1252",
        _ => "in part Windows-1252",
    }
}

/// What a file seems to be that ends within a letter.
const CUT: &str = "UTF-8 that was cut off";

fn refusal(text: &str, rest: &[u8], seems: &str) -> String {
    if seems == CUT {
        return "the file ends in the middle of a letter, so it was cut off: copy or save it again".into();
    }
    let line = text.rsplit('\n').next().unwrap_or_default();
    let before = line.get(line.ceil_char_boundary(line.len().saturating_sub(SHOWN))..).unwrap_or_default();
    // The letters of Windows-1252 have the numbers that they have in Unicode, but for the first 32.
    let letter = |byte: &u8| if matches!(byte, 0x80..0xa0) { '\u{fffd}' } else { char::from(*byte) };
    let behind = rest.iter().map(letter).take_while(|letter| *letter >= ' ').take(SHOWN);
    let seen: String = before.chars().chain(behind).collect();
    let seen = if text.is_empty() { String::new() } else { format!(" (see “{seen}”)") };
    format!(
        "the file is not UTF-8 but, it seems, {seems}{seen}: save it with the encoding UTF-8 (in Notepad: Save as), then look at this place"
    )
}

/// So many letters are shown on each side of the place.
const SHOWN: usize = 16;
