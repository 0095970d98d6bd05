//! The check of one file, and how its outcome is written.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use model::{Dashboard, Problem};
use serde_json::json;

/// What the check found.
pub(crate) struct Outcome {
    /// To be printed.
    pub(crate) text: String,
    /// Whether nothing is wrong.
    pub(crate) clean: bool,
}

/// Checks a file.
///
/// # Errors
/// In words, when the file cannot be read.
pub(crate) fn check(file: &Path, as_json: bool) -> Result<Outcome, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("{name} cannot be read: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!("{name} is not UTF-8 text (byte {}): save it as UTF-8", error.utf8_error().valid_up_to() + 1)
    })?;
    let parsed = Dashboard::parse(&text);
    let clean = parsed.is_ok();
    let text = match (parsed, as_json) {
        (Ok(dashboard), false) => format!("{name}: nothing is wrong; {}\n", inventory(&dashboard)),
        (Ok(_), true) => format!("{}\n", json!({ "file": name.to_string(), "problems": [] })),
        (Err(problems), false) => {
            let mut out = String::new();
            for problem in problems.iter() {
                let _ = writeln!(out, "{name}: {problem}");
            }
            let count = problems.len();
            let _ = writeln!(out, "{name}: {count} {} found", if count == 1 { "problem" } else { "problems" });
            out
        }
        (Err(problems), true) => {
            let problems: Vec<_> = problems.iter().map(entry).collect();
            format!("{:#}\n", json!({ "file": name.to_string(), "problems": problems }))
        }
    };
    Ok(Outcome { text, clean })
}

fn entry(problem: &Problem) -> serde_json::Value {
    json!({ "path": problem.path, "line": problem.line, "column": problem.column, "message": problem.message })
}

fn inventory(dashboard: &Dashboard) -> String {
    let derived = dashboard.figures.iter().filter(|figure| figure.is_derived()).count();
    let reported = dashboard.figures.iter().map(|figure| figure.citations().count());
    let dated = dashboard.events.iter().map(|event| event.citations.iter().count());
    format!(
        "{} figures ({derived} of them derived), {} events, {} citations of {} sources, {} charts",
        dashboard.figures.len(),
        dashboard.events.len(),
        reported.chain(dated).sum::<usize>(),
        dashboard.sources.len(),
        dashboard.charts.len(),
    )
}
