//! One thing that is found in a file: an error, or a warning that keeps nobody from publishing.

use std::ops::Range;

use model::Problem;

use crate::place::Places;

/// Whether a finding stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file is wrong.
    Error,
    /// The file could be better.
    Warning,
}

/// What was found, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it stands in the way.
    pub severity: Severity,
    /// Its place and its words, in the form that the page shows too.
    pub problem: Problem,
    /// The JSON Pointer (RFC 6901) of the place.
    pub pointer: String,
    /// What is underlined, in bytes of the text.
    pub extent: Range<usize>,
}

impl Finding {
    /// What the model found.
    pub fn of(problem: &Problem, places: &Places<'_>) -> Self {
        let offset = places.offset(problem.line, problem.column);
        Self {
            severity: Severity::Error,
            problem: problem.clone(),
            pointer: places.pointer(offset),
            extent: places.extent(offset),
        }
    }

    /// A finding at the value of a path such as `figures[3].value`; at the nearest value around it that is there.
    pub fn at(severity: Severity, path: &str, message: String, places: &Places<'_>) -> Self {
        let mut there = path;
        let start = loop {
            match places.span(there) {
                Some(span) => break span.start,
                None if there.is_empty() => break 0,
                None => there = there.rfind(['.', '[']).and_then(|end| there.get(..end)).unwrap_or_default(),
            }
        };
        let (line, column) = places.line_and_column(start);
        Self {
            severity,
            problem: Problem::new(there, line, column, message),
            pointer: places.pointer(start),
            extent: places.extent(start),
        }
    }

    /// An error at the value of a path.
    pub fn error(path: &str, message: String, places: &Places<'_>) -> Self {
        Self::at(Severity::Error, path, message, places)
    }

    /// A warning at the value of a path.
    pub fn warning(path: &str, message: String, places: &Places<'_>) -> Self {
        Self::at(Severity::Warning, path, message, places)
    }
}
