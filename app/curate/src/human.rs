//! What was found, for people: each thing with its place, the line underlined, and what to do.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::check::{Changes, Checked, Outcome};
use crate::finding::{Finding, Severity};

/// Long lines are shown to this many characters around the place.
const WIDTH: usize = 120;

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

/// The citations in one line: those that were checked, those that were not, those that are wrong.
fn citations(checked: &Checked) -> String {
    match checked {
        Checked::Alone { unchecked, failed } => {
            format!(
                "no citation was held against its article (name their folder with --articles): {unchecked} not checked, {failed} failed"
            )
        }
        Checked::Against { checked, unchecked, failed } => {
            let all = checked + unchecked.len() + failed;
            format!(
                "{} held against the articles: {checked} checked, {} not checked, {failed} failed",
                counted(all, "citation"),
                unchecked.len()
            )
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The line of a finding with the place underlined.
fn underlined(finding: &Finding, text: &str) -> String {
    let snippet = Snippet::source(text).annotation(AnnotationKind::Primary.span(finding.extent.clone()));
    let level = if finding.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    Renderer::plain().term_width(WIDTH).render(&[Group::with_level(level).element(snippet)])
}
