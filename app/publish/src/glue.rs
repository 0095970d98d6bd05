//! The names by which script and program call each other. wasm-bindgen puts a hash at the end of each, which no
//! compression makes smaller: two hundred of them, each in both files, are three kilobytes. A count of as many digits
//! takes the place of each hash.

use std::collections::{BTreeMap, BTreeSet};

/// How many hexadecimal digits a hash has.
const DIGITS: usize = 16;

/// A script and its program, with counts in the place of hashes. A name that only one of the two has stays as it is.
pub(crate) fn counted(script: &str, program: &[u8]) -> (String, Vec<u8>) {
    let known: BTreeSet<&[u8]> = names(script.as_bytes()).collect();
    // The names of one beginning are counted in the order of the program, in which they are sent.
    let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut digits: BTreeMap<&[u8], String> = BTreeMap::new();
    for name in names(program) {
        // In the program there is no telling where a name begins: the byte before may be a letter by chance.
        let Some(name) = known.iter().find(|known| name.ends_with(known)) else { continue };
        let (stem, hash) = name.split_at(name.len() - DIGITS);
        digits.entry(hash).or_insert_with(|| {
            let count = counts.entry(stem).or_default();
            *count += 1;
            format!("{count:0DIGITS$}")
        });
    }
    let counted = renamed(script.as_bytes(), &digits);
    // Digits for digits: what was text is text.
    (String::from_utf8_lossy(&counted).into_owned(), renamed(program, &digits))
}

/// The words of a text that end in an underscore and a hash.
fn names(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = text.split(|byte| !is_of_word(*byte));
    words.filter(|word| {
        word.split_last_chunk::<DIGITS>().is_some_and(|(stem, hash)| stem.ends_with(b"_") && is_hash(hash))
    })
}

/// A text in which these digits take the place of hashes at the ends of words.
fn renamed(text: &[u8], digits: &BTreeMap<&[u8], String>) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    // Each word with the byte that parts it from the next.
    for piece in text.split_inclusive(|byte| !is_of_word(*byte)) {
        let length = piece.iter().take_while(|byte| is_of_word(**byte)).count();
        let (word, end) = piece.split_at(length);
        match word.split_last_chunk::<DIGITS>().and_then(|(stem, hash)| Some((stem, digits.get(hash.as_slice())?))) {
            Some((stem, digits)) => {
                out.extend(stem);
                out.extend(digits.bytes());
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

fn is_hash(digits: &[u8]) -> bool {
    digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "imports = { __wbg_set_1f00000000abcdef: set, __wbg_set_2f00000000abcdef: put, \
        __wbg_get_3f00000000abcdef: get, key_4f00000000abcdef: 1, short_1f: 2 };";

    #[test]
    fn a_name_that_both_have_is_counted_in_both_and_as_long_as_before() {
        let program = b"\0asm\x1a__wbg_set_2f00000000abcdef\x00\x1a__wbg_get_3f00000000abcdef\x00\x1a__wbg_set_1f00000000abcdef\x00\xff";
        let (script, counted) = counted(SCRIPT, program);
        assert_eq!(
            counted,
            b"\0asm\x1a__wbg_set_0000000000000001\x00\x1a__wbg_get_0000000000000001\x00\x1a__wbg_set_0000000000000002\x00\xff"
        );
        assert_eq!(
            script,
            "imports = { __wbg_set_0000000000000002: set, __wbg_set_0000000000000001: put, \
             __wbg_get_0000000000000001: get, key_4f00000000abcdef: 1, short_1f: 2 };"
        );
    }

    #[test]
    fn a_length_before_a_name_may_look_like_a_letter() {
        // A name of 65 bytes has its length, 65, before it, which is the letter A.
        let name = format!("__wbg_{}_5f00000000abcdef", "x".repeat(42));
        let (script, program) = counted(&format!("{name}()"), format!("A{name}\0").as_bytes());
        assert!(script.ends_with("x_0000000000000001()"), "{script}");
        assert_eq!(program, format!("A__wbg_{}_0000000000000001\0", "x".repeat(42)).as_bytes());
    }

    #[test]
    fn what_is_unknown_to_the_other_stays() {
        let (script, program) = counted("other_1f00000000abcdef()", b"__wbg_set_1f00000000abcdef");
        assert_eq!(script, "other_1f00000000abcdef()");
        assert_eq!(program, b"__wbg_set_1f00000000abcdef");
    }
}
