//! Which text of the data a page was made from: the running page asks whether the live file still is that text.

/// A short name for a text: its length, and its 64-bit FNV-1a hash
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>), both in hexadecimal digits.
///
/// It tells apart editions of one file that nobody forges; it proves nothing to somebody who might.
pub fn version(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{:x}-{hash:016x}", text.len())
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_hash_is_fnv_1a_as_published() {
        assert_eq!(version(""), "0-cbf29ce484222325");
        assert_eq!(version("a"), "1-af63dc4c8601ec8c");
        assert_eq!(version("foobar"), "6-85944171f73967e8");
    }

    #[test]
    fn an_edit_of_one_character_makes_another_version() {
        assert_ne!(version(r#"{"about": 5000}"#), version(r#"{"about": 5001}"#));
    }
}
