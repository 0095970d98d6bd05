//! The page asks nobody else for anything, and says nothing on the console.

use anyhow::Result;
use visitor::reader::Reader;

use crate::report::{ENGINE, Report};

/// What the page that is open asked for, and what was said of it. `when` says how it was opened.
pub(crate) async fn check(reader: &Reader, when: &str, report: &mut Report) -> Result<()> {
    let home = format!("{}/", reader.host.origin());
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let asked: Vec<String> = reader.see(script).await?;
    let elsewhere = asked.into_iter().filter(|address| !address.starts_with(&home) && !address.starts_with("data:"));
    report.faults(elsewhere.map(|address| format!("{when}, the page asks another site for {address}")), ENGINE);
    let said = reader.console().await?;
    report.faults(said.into_iter().map(|line| format!("{when}, the browser complains: {line}")), ENGINE);
    Ok(())
}
