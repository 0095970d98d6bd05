//! Shortens the list of problems that a script found on a page.

/// Panics with the first ten findings, if there are any.
#[track_caller]
pub fn none(findings: &[String], place: &str) {
    const SHOWN: usize = 10;
    let shown = findings.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("\n");
    let rest = match findings.len().saturating_sub(SHOWN) {
        0 => String::new(),
        rest => format!("\nand {rest} more"),
    };
    assert!(findings.is_empty(), "{place}:\n{shown}{rest}");
}
