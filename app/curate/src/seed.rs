//! The record of an article's text, `seeds/<id>.json`, which identifies the text that was read.

use std::fs;
use std::path::Path;

use model::decoded;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::bytes;
use crate::normal::{RECORDED, recorded};

/// The parts of a record that this module needs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Seed {
    id: String,
    normalisation: String,
    length: usize,
    sha256: String,
}

impl Seed {
    /// The record of an article in a folder of records; `None` if there is none.
    ///
    /// # Errors
    /// A message, if it cannot be read.
    pub fn find(folder: &Path, id: &str) -> Result<Option<Self>, String> {
        let file = folder.join(format!("{id}.json"));
        let name = file.display();
        let bytes = match fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("the record {name} cannot be read ({error}): write it again")),
        };
        let text = decoded(&bytes).map_err(|problems| format!("the record {}", bytes::refusal(&file, &problems)))?;
        let seed: Self = serde_json::from_str(text)
            .map_err(|error| format!("the record {name} is invalid ({error}): compare it with another"))?;
        Ok(Some(seed))
    }

    /// Checks that a text is the recorded one.
    ///
    /// # Errors
    /// A message, if it is another text.
    pub fn verify(&self, id: &str, text: &str) -> Result<(), String> {
        if self.id != id {
            return Err(format!("the record of \"{id}\" has the id \"{}\": correct it", self.id));
        }
        if self.normalisation != RECORDED {
            return Err(format!("the record of \"{id}\" has an unknown \"normalisation\": write \"{RECORDED}\""));
        }
        let (length, sha256) = fingerprint(text);
        if (length, sha256.as_str()) != (self.length, self.sha256.as_str()) {
            let what = if length == self.length {
                format!("the SHA-256 {sha256}")
            } else {
                format!("{length} characters and not {}", self.length)
            };
            return Err(format!(
                "the text of \"{id}\" is not the recorded one (it has {what}): fetch that one, or read this one and record it"
            ));
        }
        Ok(())
    }
}

/// The length in characters and the SHA-256 of a text, normalised for records.
pub fn fingerprint(text: &str) -> (usize, String) {
    let text = recorded(text);
    let sha256 = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    (text.chars().count(), sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_recorded_one_whatever_its_white_space_and_unicode_form() {
        let (length, sha256) = fingerprint("Café\n\n  society");
        assert_eq!((length, sha256.len()), (12, 64));
        let seed = Seed { id: "a".into(), normalisation: RECORDED.into(), length, sha256 };
        assert_eq!(seed.verify("a", " Cafe\u{301} society\n"), Ok(()));
        assert!(seed.verify("a", "Café societY").unwrap_err().contains("SHA-256"));
        assert!(seed.verify("a", "Café society!").unwrap_err().contains("13 characters and not 12"));
        assert!(seed.verify("b", "Café society").is_err());
    }

    #[test]
    fn the_fingerprint_is_that_of_the_published_algorithm() {
        // FIPS 180-4, the example of one block.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint("abc"), (3, abc.into()));
    }
}
