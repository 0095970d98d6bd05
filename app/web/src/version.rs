//! The version of a text: the running page compares the live file with the one it was printed from.

/// A short name for a text: its length in bytes, and its 32-bit FNV-1a hash
/// (<https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>), both in hexadecimal digits. `footnoted-figure.js` and
/// `program.js` compute the same.
///
/// A byte order mark, which some editors write and browsers remove, does not count.
///
/// It distinguishes editions; it is no protection against forgery.
pub fn version(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{:x}-{hash:x}", text.len())
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_hash_is_fnv_1a_as_published() {
        assert_eq!(version(""), "0-811c9dc5");
        assert_eq!(version("a"), "1-e40c292c");
        assert_eq!(version("foobar"), "6-bf9cf968");
    }

    #[test]
    fn a_mark_before_the_text_makes_no_other_version() {
        assert_eq!(version("\u{feff}foobar"), version("foobar"));
        assert_ne!(version("foo\u{feff}bar"), version("foobar"));
    }

    #[test]
    fn an_edit_of_one_character_makes_another_version() {
        assert_ne!(version(r#"{"about": 5000}"#), version(r#"{"about": 5001}"#));
    }
}
