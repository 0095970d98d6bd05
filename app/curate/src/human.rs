//! Prints the outcome for people: each finding with its underlined line, and a summary.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::finding::{Finding, Severity};
use crate::outcome::{Changes, Checked, Outcome};

/// The number of characters that are shown of a long line.
const WIDTH: usize = 120;

/// In bytes: more than is ever shown of a line on either side of a place.
const LONGEST: usize = 1000;

/// The whole report.
pub fn report(outcome: &Outcome, name: &str, text: &str) -> String {
    let mut out = String::new();
    for finding in &outcome.findings {
        let kind = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let _ = writeln!(out, "{kind}: {name}: {}", finding.problem);
        let _ = writeln!(out, "{}\n", underlined(finding, text));
    }
    match &outcome.changes {
        Changes::Unasked => {}
        Changes::Unknown => {
            let _ = writeln!(out, "{name}: not compared with the published version while something is wrong");
        }
        Changes::Known(changes) if changes.is_empty() => {
            let _ = writeln!(out, "{name}: nothing has changed since it was published");
        }
        Changes::Known(changes) => {
            let _ = writeln!(out, "{name}: changed since it was published:");
            for change in changes {
                let _ = writeln!(out, "  {change}");
            }
        }
    }
    if let Checked::Against { unchecked, .. } = &outcome.citations {
        for unchecked in unchecked {
            let _ = writeln!(out, "not checked: {name}: {}: {}", unchecked.path, unchecked.reason);
        }
    }
    let _ = writeln!(out, "{name}: {}", citations(&outcome.citations));
    let (errors, warnings) = (outcome.count(Severity::Error), outcome.count(Severity::Warning));
    let verdict = match &outcome.inventory {
        Some(inventory) if errors == 0 => format!("nothing is wrong; {inventory}"),
        _ => format!("{} found", counted(errors, "problem")),
    };
    let warned = if warnings > 0 { format!("; {}", counted(warnings, "warning")) } else { String::new() };
    let _ = writeln!(out, "{name}: {verdict}{warned}");
    out
}

/// The citations in one line: the checked, the unchecked and the wrong ones.
fn citations(checked: &Checked) -> String {
    match checked {
        Checked::Not => "no citation was checked, since the file cannot be read".into(),
        Checked::Alone { unchecked, failed } => {
            format!(
                "no citation was held against its article (name their folder with --articles): {unchecked} not checked, {failed} failed"
            )
        }
        Checked::Against { checked, read, unchecked, failed } => {
            let all = checked + read + unchecked.len() + failed;
            let by_hand = if *read > 0 { format!(", {read} read by a person") } else { String::new() };
            format!(
                "{} held against the articles: {checked} checked{by_hand}, {} not checked, {failed} failed",
                counted(all, "citation"),
                unchecked.len()
            )
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The line of a finding with the place underlined. The renderer gets only that line: it scans all its input, so that many
/// findings with the whole file would take quadratic time.
fn underlined(finding: &Finding, text: &str) -> String {
    let (line, extent) = excerpt(text, &finding.extent);
    let snippet =
        Snippet::source(line).line_start(finding.problem.line).annotation(AnnotationKind::Primary.span(extent));
    let level = if finding.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    Renderer::plain().term_width(WIDTH).render(&[Group::with_level(level).element(snippet)])
}

/// The line of a place, and the place in it. A very long line is cut around the place.
fn excerpt<'t>(text: &'t str, extent: &Range<usize>) -> (&'t str, Range<usize>) {
    let from = text.floor_char_boundary(extent.start);
    let start = text.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| from + length);
    let start = start.max(text.floor_char_boundary(from.saturating_sub(LONGEST)));
    let to = text.floor_char_boundary(extent.end.clamp(from, end).min(from + LONGEST));
    let end = end.min(text.ceil_char_boundary(to + LONGEST));
    (text.get(start..end).unwrap_or_default(), from - start..to - start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with its place in angle brackets.
    fn shown(text: &str, extent: Range<usize>) -> String {
        let (line, place) = excerpt(text, &extent);
        format!("{}<{}>{}", &line[..place.start], &line[place.clone()], &line[place.end..])
    }

    #[test]
    fn only_the_line_of_the_place_is_rendered() {
        assert_eq!(shown("one\ntwo and three\nfour", 8..11), "two <and> three");
        assert_eq!(shown("one\ntwo", 4..7), "<two>");
        assert_eq!(shown("one\n", 4..4), "<>");
        assert_eq!(shown("", 0..0), "<>");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let text = format!("{}here{}", "é".repeat(100_000), "ü".repeat(100_000));
        let (line, place) = excerpt(&text, &(200_000..200_004));
        assert_eq!(&line[place], "here");
        assert!(line.len() <= 3 * LONGEST, "{}", line.len());
        let (line, place) = excerpt(&text, &(0..400_004));
        assert!(line.len() <= 3 * LONGEST && place.len() <= LONGEST, "{}", line.len());
    }
}
