//! A printed value in its parts, so that each can be set in its own size.

use std::fmt;

/// A value in words: `more than` · `$12.5 billion`, or `about` · `5,000` · `people`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Phrase {
    /// What the source says before the number: "about", "at least"; often empty.
    pub qualifier: String,
    /// The number or the word in its place.
    pub quantity: String,
    /// What is counted, where the number does not carry it; often empty.
    pub unit: String,
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
