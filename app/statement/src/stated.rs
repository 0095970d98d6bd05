//! The value of a figure in words, which cannot be printed without its qualifier and its status.

use std::fmt;

use locale::{Isolated, Phrase};

/// The value of a figure in words: `about 5,000 people`, `5 people (withdrawn by its source)`.
///
/// A layout gets the number together with the status of the figure, and has to name what it leaves out:
///
/// ```
/// fn number(stated: statement::Stated) -> String {
///     let (phrase, _status) = stated.into_parts();
///     phrase.to_string()
/// }
/// ```
///
/// There is no other way to the number:
///
/// ```compile_fail
/// fn number(stated: statement::Stated) -> String {
///     stated.phrase.to_string()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub(crate) phrase: Phrase,
    pub(crate) standing: Option<String>,
}

impl Stated {
    /// The value in its parts, and the status in words; the latter is `None` if the figure and all its operands are current.
    pub fn into_parts(self) -> (Phrase, Option<String>) {
        (self.phrase, self.standing)
    }

    /// The value, more words, and the status at the end: `5 people freed (disputed)`.
    pub fn with(self, words: &str) -> String {
        let Self { phrase, standing } = self;
        let standing = standing.map(|standing| format!(" ({standing})")).unwrap_or_default();
        let between = if words.is_empty() { "" } else { " " };
        format!("{phrase}{between}{}{standing}", Isolated(words))
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clone().with(""))
    }
}
