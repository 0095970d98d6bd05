//! Checks that the page fetches nothing from other sites, and that there are no messages on the console.

use anyhow::Result;
use visitor::reader::Reader;

use crate::report::{ENGINE, Report};

/// Checks the requests and messages of the open page. `when` describes in the messages how it was opened.
pub(crate) async fn check(reader: &Reader, when: &str, report: &mut Report) -> Result<()> {
    let home = format!("{}/", reader.host.origin());
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
    let asked: Vec<String> = reader.see(script).await?;
    let elsewhere = asked.into_iter().filter(|address| !address.starts_with(&home) && !address.starts_with("data:"));
    report.faults(elsewhere.map(|address| format!("{when}, the page fetches {address} from another site")), ENGINE);
    let said = reader.console().await?;
    report.faults(said.into_iter().map(|line| format!("{when}, there is a message on the console: {line}")), ENGINE);
    Ok(())
}
