//! Prints the outcome for editors and other programs: one JSON object, with places also as JSON Pointers (RFC 6901).

use serde_json::{Value, json};

use crate::finding::{Finding, Severity};
use crate::outcome::{Changes, Checked, Outcome};
use crate::outline::Outline;

/// The whole report.
pub fn report(outcome: &Outcome, name: &str, outline: &Outline<'_>) -> String {
    let of = |severity| -> Vec<Value> {
        let findings = outcome.findings.iter().filter(|finding| finding.severity == severity);
        findings.map(|finding| entry(finding, outline)).collect()
    };
    let citations = match &outcome.citations {
        Checked::Not => json!({ "checked": 0, "not_checked": 0, "failed": 0 }),
        Checked::Alone { unchecked, failed } => json!({ "checked": 0, "not_checked": unchecked, "failed": failed }),
        Checked::Against { checked, read, unchecked, failed } => {
            let list: Vec<Value> = unchecked
                .iter()
                .map(|one| {
                    let pointer = outline.span(&one.path).map(|span| outline.pointer(span.start));
                    json!({ "path": one.path, "pointer": pointer, "source": one.source, "reason": one.reason })
                })
                .collect();
            json!({ "checked": checked, "read_by_a_person": read, "not_checked": unchecked.len(), "failed": failed, "unchecked": list })
        }
    };
    let mut report = json!({
        "file": name,
        "problems": of(Severity::Error),
        "warnings": of(Severity::Warning),
        "citations": citations,
    });
    let changes = match &outcome.changes {
        Changes::Unasked => None,
        Changes::Unknown => Some(Value::Null),
        Changes::Known(changes) => Some(changes.as_slice().into()),
    };
    if let (Some(changes), Value::Object(report)) = (changes, &mut report) {
        report.insert("changes".into(), changes);
    }
    format!("{report:#}\n")
}

fn entry(finding: &Finding, outline: &Outline<'_>) -> Value {
    let (end_line, end_column) = outline.line_and_column(finding.extent.end);
    let problem = &finding.problem;
    json!({
        "pointer": finding.pointer,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_line": end_line,
        "end_column": end_column,
        "message": problem.message,
    })
}
