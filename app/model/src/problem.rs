//! Problems of a file, each with its place and a message for the curator.

use std::fmt;
use std::ops::Range;

use crate::letters::Letters;
use crate::node::Node;
use crate::unseen;

/// A mistake in the file: its place, what was found, and what to do.
///
/// Command line and page both show its [`Display`](fmt::Display) form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The JSON path, such as `figures[3].citations[0].quote`; empty for the file as a whole.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in that line, in characters, from 1.
    pub column: usize,
    /// The byte range of the wrong value in the text, which is counted without a byte order mark. Empty if parsing stopped
    /// there.
    pub span: Range<usize>,
    /// What was found, and what to do about it.
    pub message: String,
}

impl Problem {
    /// Makes a problem that was found outside this crate. Line and column count from 1.
    pub fn new(
        path: impl Into<String>,
        line: usize,
        column: usize,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self { path: path.into(), line, column, span, message: message.into() }
    }
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

/// All problems of a file, by place. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems, by place.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// A failure without a report should not happen; if it does, this message says that reading failed.
    pub(crate) fn unexplained() -> Self {
        Self::one(Problem::new("", 1, 1, 0..0, "this file could not be read, and the program cannot say why"))
    }

    /// A single one.
    pub(crate) fn one(problem: Problem) -> Self {
        Self(vec![problem])
    }

    /// Their number, at least one.
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

/// Collects problems while the file is read, so that one mistake never hides another.
pub(crate) struct Report<'a> {
    text: &'a str,
    found: Vec<Found>,
}

/// A problem whose line and column are not counted yet.
#[derive(PartialEq, Eq)]
struct Found {
    span: Range<usize>,
    path: String,
    message: String,
}

impl<'a> Report<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    /// Adds a problem at a value of the file.
    pub(crate) fn at(&mut self, node: &Node<'_>, message: impl Into<String>) {
        self.add(Found { span: node.span(self.text), path: node.path.clone(), message: message.into() });
    }

    /// Adds a problem at a byte offset of the text.
    pub(crate) fn at_byte(&mut self, offset: usize, message: String) {
        self.add(Found { span: offset..offset, path: String::new(), message });
    }

    /// Sorts them by place, those at one place in the order in which they were found, without duplicates.
    fn add(&mut self, found: Found) {
        let place = self.found.partition_point(|other| other.span.start <= found.span.start);
        let said = self.found.iter().take(place).rev().take_while(|other| other.span.start == found.span.start);
        if said.into_iter().all(|other| *other != found) {
            self.found.insert(place, found);
        }
    }

    /// All problems by place, or none.
    pub(crate) fn finish(self) -> Option<Problems> {
        let (mut line, mut column) = (1, 1);
        let mut rest = self.text.char_indices().peekable();
        let mut problems = Vec::new();
        for Found { span, path, message } in self.found {
            while let Some((_, passed)) = rest.next_if(|(at, _)| *at < span.start) {
                (line, column) = if passed == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            problems.push(Problem { path, line, column, span, message });
        }
        (!problems.is_empty()).then_some(Problems(problems))
    }
}

/// `; did you mean "x"?` with the most similar known word, or `otherwise` if none is similar.
pub(crate) fn did_you_mean<'a>(found: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    if let Some(unseen) = unseen::within(found) {
        return ["; ", &unseen].concat();
    }
    let found = found.to_ascii_lowercase();
    let (length, counted) = (found.chars().count(), Letters::of(&found));
    known
        .into_iter()
        .filter_map(|word| {
            let letters = word.chars().count();
            let most = 1 + letters / 5;
            // Words of very different length cannot be similar, and are not compared.
            let close = letters.abs_diff(length) <= most;
            // Nor can words of different letters.
            let distance = (close && counted.apart(&Letters::of(word)) <= most)
                .then(|| strsim::osa_distance(&found, &word.to_ascii_lowercase()))?;
            (distance <= most).then_some((distance, word))
        })
        .min()
        .map_or_else(|| otherwise.into(), |(_, word)| format!("; did you mean \"{word}\"?"))
}

/// `this has 3`, as the end of a sentence.
pub(crate) fn this_has(count: usize) -> String {
    match count {
        0 => "this has none".into(),
        _ => format!("this has {count}"),
    }
}
