//! A printed value in parts, each of which can be set in its own size.

use std::fmt;

/// A value in words: `more than` · `$12.5 billion`, or `about` · `5,000` · `people`.
///
/// Its parts can only be taken together, so that no layout prints a number and forgets its qualifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    pub(crate) qualifier: String,
    pub(crate) quantity: String,
    pub(crate) unit: String,
}

impl Phrase {
    /// What the source says before the number ("about", "at least"), the number or the word in its place, and what is
    /// counted, where the number does not carry it. The first and the last are often empty.
    pub fn into_parts(self) -> (String, String, String) {
        (self.qualifier, self.quantity, self.unit)
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [&self.qualifier, &self.quantity, &self.unit];
        let mut first = true;
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !first {
                f.write_str(" ")?;
            }
            f.write_str(part)?;
            first = false;
        }
        Ok(())
    }
}
