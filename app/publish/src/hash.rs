//! Names made of content hashes: another content has another name.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of a content, in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

/// A short name for these contents, so that a file of this name can be cached for ever.
pub(crate) fn fingerprint(contents: &[&[u8]]) -> String {
    digits(contents, 8)
}

/// A name for these contents that cannot be forged.
pub(crate) fn name(contents: &[&[u8]]) -> String {
    digits(contents, 32)
}

fn digits(contents: &[&[u8]], bytes: usize) -> String {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    hexadecimal(hash.finalize().get(..bytes).unwrap_or_default())
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn files_that_belong_together_get_another_name_when_either_changes() {
        let before = fingerprint(&[b"js", b"wasm"]);
        assert_eq!(before.len(), 16);
        assert_ne!(before, fingerprint(&[b"js", b"wasm 2"]));
        assert_ne!(before, fingerprint(&[b"js 2", b"wasm"]));
        assert_ne!(before, fingerprint(&[b"jsw", b"asm"]));
    }
}
