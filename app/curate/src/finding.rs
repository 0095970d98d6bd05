//! A finding about a file: an error, or a warning that does not prevent publishing.

use std::ops::Range;

use model::Problem;

use crate::outline::Outline;

/// Whether a finding prevents publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The file is wrong, and cannot be published.
    Error,
    /// The file could be better.
    Warning,
}

/// An error or a warning with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it prevents publishing.
    pub severity: Severity,
    /// Its place and message, as the page shows them too.
    pub problem: Problem,
    /// The JSON Pointer (RFC 6901) of the place.
    pub pointer: String,
    /// The byte range to underline in the text.
    pub extent: Range<usize>,
}

impl Finding {
    /// An error that the model found.
    pub fn of(problem: &Problem, outline: &Outline<'_>) -> Self {
        Self::new(Severity::Error, problem.clone(), outline)
    }

    /// A finding at the value of a path such as `figures[3].value`, or at the nearest enclosing value that exists.
    pub fn at(severity: Severity, path: &str, message: String, outline: &Outline<'_>) -> Self {
        let mut there = path;
        let span = loop {
            match outline.span(there) {
                Some(span) => break span,
                None if there.is_empty() => break 0..0,
                None => there = there.rfind(['.', '[']).and_then(|end| there.get(..end)).unwrap_or_default(),
            }
        };
        let (line, column) = outline.line_and_column(span.start);
        Self::new(severity, Problem::new(there, line, column, span, message), outline)
    }

    fn new(severity: Severity, problem: Problem, outline: &Outline<'_>) -> Self {
        let pointer = outline.pointer(problem.span.start);
        Self { severity, pointer, extent: extent(outline.text(), &problem.span), problem }
    }

    /// An error at the value of a path.
    pub fn error(path: &str, message: String, outline: &Outline<'_>) -> Self {
        Self::at(Severity::Error, path, message, outline)
    }

    /// A warning at the value of a path.
    pub fn warning(path: &str, message: String, outline: &Outline<'_>) -> Self {
        Self::at(Severity::Warning, path, message, outline)
    }
}

/// The range to underline for a value: all of it, if it is on one line, else the rest of its first line. For an empty range,
/// where parsing stopped, the word or mark there.
fn extent(text: &str, span: &Range<usize>) -> Range<usize> {
    let rest = text.get(span.start..).unwrap_or_default();
    let line = rest.find('\n').map_or(rest.len(), |end| rest.get(..end).unwrap_or(rest).trim_end().len());
    let length = if span.is_empty() {
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        word.max(rest.chars().next().map_or(0, char::len_utf8))
    } else {
        span.len()
    };
    span.start..span.start + length.min(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn underlined(text: &str, span: Range<usize>) -> &str {
        &text[extent(text, &span)]
    }

    #[test]
    fn a_value_is_underlined_up_to_the_end_of_its_line() {
        assert_eq!(underlined("{ \"a\": 12 }", 7..9), "12");
        assert_eq!(underlined("{ \"a\": { \r\n } }", 7..14), "{");
    }

    #[test]
    fn the_word_or_mark_at_which_parsing_stopped_is_underlined() {
        assert_eq!(underlined("{\n  \"a\": nul }", 9..9), "nul");
        assert_eq!(underlined("{ \"a\": “b” }", 7..7), "“");
        assert_eq!(underlined("{ ", 2..2), "");
    }
}
