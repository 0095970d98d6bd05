//! What is wrong with a dataset, in words for the person who edits it.

use std::fmt;

use crate::json::Node;

/// One thing wrong with the file: where, what was found, what to do.
///
/// Its [`Display`](fmt::Display) form is the one text that the command line and the page both show.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The JSON path, such as `figures[3].citations[0].quote`; empty for the file as a whole.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in that line, in characters, from 1.
    pub column: usize,
    /// What was found, and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", {}", self.path)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Every problem of a file, in the order of their places in it. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems, first in the file first.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// How many there are, at least one.
    #[expect(clippy::len_without_is_empty, reason = "never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Gathers problems while the file is read, so that one mistake never hides another.
pub(crate) struct Report<'a> {
    text: &'a str,
    found: Vec<(usize, Problem)>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// Notes a problem at a place in the file.
    pub(crate) fn at(&mut self, node: &Node<'_>, message: impl Into<String>) {
        self.at_offset(node.offset(self.text), &node.path, message.into());
    }

    /// Notes a problem where the text itself is broken; `line` and `column` count from 1.
    pub(crate) fn syntax(&mut self, line: usize, column: usize, message: String) {
        let problem = Problem { path: String::new(), line, column, message };
        self.found.push((0, problem));
    }

    fn at_offset(&mut self, offset: usize, path: &str, message: String) {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let problem = Problem { path: path.to_owned(), line, column, message };
        if !self.found.iter().any(|(_, known)| *known == problem) {
            self.found.push((offset, problem));
        }
    }

    /// All problems by place, or none.
    pub(crate) fn finish(mut self) -> Option<Problems> {
        self.found.sort_by_key(|(offset, _)| *offset);
        let found: Vec<_> = self.found.into_iter().map(|(_, problem)| problem).collect();
        (!found.is_empty()).then_some(Problems(found))
    }
}

/// `, did you mean "x"?` for the nearest of the known words, if one is near.
pub(crate) fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(found, word), word))
        .min()
        .filter(|(distance, word)| *distance <= 1 + word.chars().count() / 4)
        .map(|(_, word)| format!("; did you mean \"{word}\"?"))
        .unwrap_or_default()
}
