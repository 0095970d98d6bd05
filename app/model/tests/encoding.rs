//! A file that is not UTF-8 is refused; the message names the probable encoding, the place and what to do.

#![expect(clippy::expect_used, reason = "a test whose bytes are read after all has failed")]

use model::{Problem, decoded};

/// The problem with these bytes.
fn refused(bytes: &[u8]) -> Problem {
    let problems = decoded(bytes).expect_err("these bytes were read");
    assert_eq!(problems.len(), 1);
    problems.iter().next().expect("a problem").clone()
}

/// A text in Windows-1252, for the letters of these tests.
fn windows(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        letter => u8::try_from(letter).expect("a letter of Windows-1252"),
    };
    text.chars().map(byte).collect()
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const FILE: &str = "{\n  \"title\": \"The country’s café\"\n}\n";

#[test]
fn utf_8_is_read_in_any_script_with_and_without_a_byte_order_mark() {
    for text in ["", "plain", "កម្ពុជា ไทย 中文 العربية", FILE] {
        assert_eq!(decoded(text.as_bytes()), Ok(text));
        assert_eq!(decoded(["\u{feff}", text].concat().as_bytes()), Ok(text));
    }
}

#[test]
fn a_file_saved_as_windows_1252_is_recognised_and_its_first_wrong_letter_found() {
    let found = refused(&windows(FILE));
    assert_eq!((found.line, found.column, found.span), (2, 24, 25..25));
    assert_eq!(
        found.message,
        "the file is not UTF-8 but seems to be Windows-1252 or another old encoding (look after “  \"title\": \"The country”): save it again with the encoding UTF-8 (in Notepad: Save as)"
    );
    let found = refused(b"Caf\xe9");
    assert!(found.message.contains("(look after “Caf”)"), "{found}");
    let found = refused(b"\xc9tat");
    assert!((found.line, found.column) == (1, 1) && found.message.contains("another old encoding: save it"), "{found}");
}

#[test]
fn utf_16_and_utf_32_are_recognised_with_and_without_a_byte_order_mark() {
    let marked = format!("\u{feff}{FILE}");
    let le = |text: &str| wide(text, u16::to_le_bytes);
    let be = |text: &str| wide(text, u16::to_be_bytes);
    let quad = |text: &str, bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
        text.chars().flat_map(|letter| bytes(u32::from(letter))).collect()
    };
    for (bytes, name) in [
        (le(FILE), "UTF-16 LE"),
        (le(&marked), "UTF-16 LE"),
        (le("\u{feff}កម្ពុជា"), "UTF-16 LE"),
        (be(FILE), "UTF-16 BE"),
        (be(&marked), "UTF-16 BE"),
        (quad(FILE, u32::to_le_bytes), "UTF-32"),
        (quad(FILE, u32::to_be_bytes), "UTF-32"),
        (quad(&marked, u32::to_le_bytes), "UTF-32"),
        (quad(&marked, u32::to_be_bytes), "UTF-32"),
    ] {
        let found = refused(&bytes);
        assert!(found.message.contains(&format!("seems to be {name}:")), "{found}");
        assert_eq!((found.line, found.column), (1, 1));
    }
}

#[test]
fn encodings_of_other_scripts_are_not_called_western() {
    // "Камбоджа" in Windows-1251, "柬埔寨" in GBK, "กัมพูชา" in Windows-874.
    let (russian, chinese, thai) = (
        b"\"title\": \"\xca\xe0\xec\xe1\xee\xe4\xe6\xe0\"",
        b"\"title\": \"\xbc\xed\xc6\xd2\xd5\xaf\"",
        b"\"title\": \"\xa1\xd1\xc1\xbe\xd9\xaa\xd2\"",
    );
    for bytes in [russian.as_slice(), chinese, thai] {
        let found = refused(bytes);
        assert!(found.message.contains("or another old encoding (look after “\"title\": \"”)"), "{found}");
        assert!(found.message.chars().count() <= 200, "{found}");
    }
}

#[test]
fn a_part_in_another_encoding_and_a_cut_letter_are_found_in_their_places() {
    let found = refused(&["{ \"en\": \"café and ".as_bytes(), b"caf\xe9\" }"].concat());
    assert!(found.message.contains("(look after “{ \"en\": \"café and caf”)"), "{found}");
    assert_eq!((found.line, found.column), (1, 22));
    let whole = "{ \"title\": \"កម្ពុជា\"";
    let found = refused(&whole.as_bytes()[..whole.len() - 3]);
    assert_eq!((found.line, found.column), (1, 19));
}
