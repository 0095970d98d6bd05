//! The smoke test: checks in a real browser that the built site of any edition works.
//!
//! It names no figure, article or title, but reads from the data what the page must show. It is a separate program and not
//! a cargo test, since curators run it through `cargo xtask check`: its messages are for them, and its last line counts
//! what it checked.

mod fit;
mod live;
mod parts;
mod printed;
mod quiet;
mod report;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use visitor::dataset::Dataset;
use visitor::reader::Reader;

use crate::printed::Page;
use crate::report::{ENGINE, Report};

fn main() -> ExitCode {
    let began = Instant::now();
    match visit() {
        Ok((seen, report)) if report.count() == 0 => {
            let seconds = began.elapsed().as_secs_f64();
            println!("{}The site works in Chromium. Checked {seen} in {seconds:.0} seconds.", report.notes());
            ExitCode::SUCCESS
        }
        Ok((seen, report)) => {
            let count = report.count();
            let faults = counted(count, "problem");
            eprintln!("The built site has {faults} in Chromium:\n\n{report}{}Checked {seen}.", report.notes());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("The built site could not be checked: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Checks the site. Returns counts of what was checked, in words, and the problems.
fn visit() -> Result<(String, Report)> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let dataset = Dataset::read().context("there is no built site")?;
        let mut report = Report::default();
        let reader = Reader::new().await?;
        let files = look(&reader, &dataset, &mut report).await?;
        let lists = [("figures", "figure"), ("events", "event"), ("charts", "chart"), ("sources", "article")];
        let counts = lists.map(|(list, one)| counted(dataset.list(list).len(), one));
        Ok((format!("{}, {}", counts.join(", "), counted(files, "file")), report))
    })
}

/// A count with its noun: `1 chart` or `9 charts`.
fn counted(count: usize, one: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {one}{ending}")
}

/// Runs all checks, in an order that needs few page loads. Returns the number of files.
async fn look(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<usize> {
    reader.width(1280).await?;
    if let Err(error) = reader.look_at("", "ready").await {
        // The other checks need the page.
        let said = reader.text("[role=alert]").await.unwrap_or_default();
        report.fault(format!("the page does not finish loading ({error:#}). Its message: “{said}”"), ENGINE);
        return Ok(0);
    }
    let opened = Page::seen(reader).await?;
    opened.compare(dataset, "on the page", report);
    quiet::check(reader, "on the page", report).await?;
    fit::check(reader, report).await?;
    parts::evidence(reader, report).await?;
    parts::embedding(reader, report).await?;
    let files = parts::files(reader, report).await?;
    parts::excerpts(reader, dataset, report).await?;
    quiet::check(reader, "in an excerpt", report).await?;
    live::check(reader, dataset, report).await?;

    reader.without_scripts().await?;
    reader.open("static").await?;
    let when = "without scripts";
    let printed = Page::seen(reader).await?;
    printed.compare(dataset, when, report);
    printed.same_as(&opened, when, report);
    Ok(files)
}
