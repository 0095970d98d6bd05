//! What is wrong with a dataset, in words for the person who edits it.

use std::fmt;
use std::ops::Range;

use crate::letters::Letters;
use crate::node::Node;
use crate::unseen;

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
    /// Where in the text the value stands that is wrong, in bytes, without a byte order mark before the text. Empty where
    /// the text breaks off.
    pub span: Range<usize>,
    /// What was found, and what to do about it.
    pub message: String,
}

impl Problem {
    /// A problem that is found outside this crate, to be said in the same form. Line and column count from 1.
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

/// Every problem of a file, in the order of their places in it. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems, first in the file first.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// Every way in which reading fails is reported; should one not be, the reader is still told that it failed.
    pub(crate) fn unexplained() -> Self {
        Self::one(Problem::new("", 1, 1, 0..0, "this file could not be read, and the program cannot say why"))
    }

    /// A single one.
    pub(crate) fn one(problem: Problem) -> Self {
        Self(vec![problem])
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
    found: Vec<Found>,
}

/// A problem whose line and column are still to be counted.
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

    /// Notes a problem at a place in the file.
    pub(crate) fn at(&mut self, node: &Node<'_>, message: impl Into<String>) {
        self.add(Found { span: node.span(self.text), path: node.path.clone(), message: message.into() });
    }

    /// Notes a problem of the text itself, so many bytes from its start.
    pub(crate) fn at_byte(&mut self, offset: usize, message: String) {
        self.add(Found { span: offset..offset, path: String::new(), message });
    }

    /// Keeps them by place, and of those at one place the first found first; says none twice.
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

/// `; did you mean "x"?` for the nearest of the known words, or what to do when none is near.
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
            // Words of very different length cannot be near, and need not be compared.
            let close = letters.abs_diff(length) <= most;
            // Nor need those of other letters.
            let distance = (close && counted.apart(&Letters::of(word)) <= most)
                .then(|| strsim::osa_distance(&found, &word.to_ascii_lowercase()))?;
            (distance <= most).then_some((distance, word))
        })
        .min()
        .map_or_else(|| otherwise.into(), |(_, word)| format!("; did you mean \"{word}\"?"))
}

/// How many stand here, as the end of a sentence.
pub(crate) fn stand_here(count: usize) -> String {
    match count {
        0 => "none stands here".into(),
        1 => "1 stands here".into(),
        _ => format!("{count} stand here"),
    }
}
