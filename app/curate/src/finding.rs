//! One thing that is found in a file: an error, or a warning that keeps nobody from publishing.

use std::ops::Range;

use model::Problem;

use crate::outline::Outline;

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
    pub fn of(problem: &Problem, outline: &Outline<'_>) -> Self {
        Self::new(Severity::Error, problem.clone(), outline)
    }

    /// A finding at the value of a path such as `figures[3].value`; at the nearest value around it that is there.
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

/// What is underlined of a value: all of it, if that is in one line; else the line's rest. Where the text breaks off, the
/// word or mark there.
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
    fn a_value_is_underlined_as_far_as_its_line_goes() {
        assert_eq!(underlined("{ \"a\": 12 }", 7..9), "12");
        assert_eq!(underlined("{ \"a\": { \r\n } }", 7..14), "{");
    }

    #[test]
    fn where_a_text_breaks_off_the_word_or_the_mark_is_underlined() {
        assert_eq!(underlined("{\n  \"a\": nul }", 9..9), "nul");
        assert_eq!(underlined("{ \"a\": “b” }", 7..7), "“");
        assert_eq!(underlined("{ ", 2..2), "");
    }
}
