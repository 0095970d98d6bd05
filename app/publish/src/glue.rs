//! The names by which script and program call each other. wasm-bindgen's names are long, and end in hashes that do not
//! compress: two hundred of them, in both files, take five kilobytes. They are replaced by numbers of the same length, so
//! that the offsets in the program stay.

use std::collections::BTreeMap;

/// The number of hexadecimal digits of a hash.
const DIGITS: usize = 16;

/// A script and its program, with numbers for names. A name in only one of the two stays.
pub(crate) fn numbered(script: &str, program: &[u8]) -> (String, Vec<u8>) {
    let known: BTreeMap<&[u8], &[u8]> = names(script.as_bytes()).map(|name| (hash(name), name)).collect();
    // Names of one length are numbered in the order of the program.
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<&[u8], (&[u8], String)> = BTreeMap::new();
    for found in names(program) {
        let Some(name) = known.get(hash(found)).filter(|name| found.ends_with(name)) else { continue };
        numbers.entry(hash(name)).or_insert_with(|| {
            let count = counts.entry(name.len()).or_default();
            *count += 1;
            (name, format!("{count:_>length$}", length = name.len()))
        });
    }
    let numbered = renamed(script.as_bytes(), &numbers);
    // ASCII letters replace ASCII letters, so the text stays valid.
    (String::from_utf8_lossy(&numbered).into_owned(), renamed(program, &numbers))
}

/// The words of a text that end in an underscore and a hash. In a binary program the byte before a word may be a letter by
/// chance.
fn names(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| !is_of_word(*byte)).filter(|word| {
        let parts = word.split_last_chunk::<DIGITS>();
        parts.is_some_and(|(stem, hash)| stem.ends_with(b"_") && hash.iter().all(|digit| is_hexadecimal(*digit)))
    })
}

/// The end of a word, where names have their hash.
fn hash(word: &[u8]) -> &[u8] {
    word.split_at_checked(word.len().saturating_sub(DIGITS)).map_or(word, |(_, hash)| hash)
}

/// A text with numbers for names. They are found by their hashes.
fn renamed(text: &[u8], numbers: &BTreeMap<&[u8], (&[u8], String)>) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    // Each word with the byte after it.
    for piece in text.split_inclusive(|byte| !is_of_word(*byte)) {
        let length = piece.iter().take_while(|byte| is_of_word(**byte)).count();
        let (word, end) = piece.split_at(length);
        match numbers.get(hash(word)).and_then(|(name, number)| Some((word.strip_suffix(*name)?, number))) {
            Some((before, number)) => {
                out.extend(before);
                out.extend(number.bytes());
            }
            None => out.extend(word),
        }
        out.extend(end);
    }
    out
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_hexadecimal(digit: u8) -> bool {
    matches!(digit, b'0'..=b'9' | b'a'..=b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_both_have_becomes_the_same_number_in_both_and_stays_as_long() {
        let script = "imports = { set_1f00000000abcdef: set, set_2f00000000abcdef: put, \
            query_3f00000000abcdef: ask, key_4f00000000abcdef: 1, short_1f: 2 };";
        let program =
            b"\0asm\x14set_2f00000000abcdef\x00\x16query_3f00000000abcdef\x00\x14set_1f00000000abcdef\x00\xff";
        let (script, program) = numbered(script, program);
        assert_eq!(
            program,
            b"\0asm\x14___________________1\x00\x16_____________________1\x00\x14___________________2\x00\xff"
        );
        assert_eq!(
            script,
            "imports = { ___________________2: set, ___________________1: put, \
             _____________________1: ask, key_4f00000000abcdef: 1, short_1f: 2 };"
        );
    }

    #[test]
    fn a_length_before_a_name_may_look_like_a_letter() {
        // A name of 65 bytes has its length before it, and 65 is the letter A.
        let name = format!("{}_5f00000000abcdef", "x".repeat(48));
        let number = format!("{}1", "_".repeat(64));
        let (script, program) = numbered(&format!("{name}()"), format!("A{name}\0").as_bytes());
        assert_eq!(script, format!("{number}()"));
        assert_eq!(program, format!("A{number}\0").as_bytes());
    }

    #[test]
    fn what_is_unknown_to_the_other_stays() {
        let (script, program) = numbered("other_1f00000000abcdef()", b"set_1f00000000abcdef");
        assert_eq!(script, "other_1f00000000abcdef()");
        assert_eq!(program, b"set_1f00000000abcdef");
    }
}
