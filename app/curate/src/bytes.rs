//! Reads files and decodes them as UTF-8.

use std::fs;
use std::path::Path;

use model::{Problems, decoded};

/// The text of a file, without its byte order mark.
///
/// # Errors
/// A message, if it cannot be read or is not UTF-8.
pub fn text(file: &Path) -> Result<String, String> {
    let bytes = read(file)?;
    decoded(&bytes).map(str::to_owned).map_err(|problems| refusal(file, &problems))
}

/// The text of a file with its byte order mark, if it has one, for writing it back.
///
/// # Errors
/// A message, if it cannot be read or is not UTF-8.
pub fn text_as_it_is(file: &Path) -> Result<String, String> {
    let bytes = read(file)?;
    let text = decoded(&bytes).map_err(|problems| refusal(file, &problems))?;
    let mark = if bytes.len() > text.len() { "\u{feff}" } else { "" };
    Ok([mark, text].concat())
}

/// The bytes of a file.
///
/// # Errors
/// A message, if it cannot be read.
pub fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// The message for a file that is not UTF-8.
pub fn refusal(file: &Path, problems: &Problems) -> String {
    let first = problems.iter().next().map(ToString::to_string).unwrap_or_default();
    format!("{}: {first}", file.display())
}

/// The readable part of bytes that are not UTF-8, to show the place of the first wrong byte. The valid part before it stays
/// the same, byte for byte.
pub fn as_far_as_legible(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, ..] | [_, 0, 0, 0, ..] => String::new(),
        [0xff, 0xfe, ..] | [_, 0, ..] => wide(bytes, u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, ..] => wide(bytes, u16::from_be_bytes),
        _ => narrow(bytes),
    }
}

fn wide(bytes: &[u8], pair: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|unit| Some(pair(unit.try_into().ok()?)));
    let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    letters.filter(|letter| *letter != '\u{feff}').collect()
}

fn narrow(bytes: &[u8]) -> String {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let (text, rest) = bytes.split_at(valid);
    let rest = rest.iter().map(|byte| match byte {
        0x80..0xa0 => WINDOWS_1252.get(usize::from(*byte) - 0x80).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        byte => char::from(*byte),
    });
    String::from_utf8_lossy(text).chars().chain(rest).collect()
}

/// The characters of Windows-1252 from byte 0x80 on that differ from Unicode's.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte of a non-ASCII character in Windows-1252, if it has one.
pub(crate) fn windows_1252(letter: char) -> Option<u8> {
    let place =
        WINDOWS_1252.iter().position(|known| *known == letter).and_then(|place| u8::try_from(place + 0x80).ok());
    place.or_else(|| u8::try_from(u32::from(letter)).ok().filter(|byte| *byte >= 0xa0))
}
