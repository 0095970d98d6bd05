//! The smoke test: whether the built site of any edition works in a real browser.
//!
//! It knows no figure, article or title: what the page has to show, it reads from the data under it. It is a program of
//! its own, not one of cargo's tests, since curators run it by way of `cargo xtask check`: what it finds is said in their
//! words, and at its end stands how much was looked at.

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
            println!("{}The site works in Chromium: {seen}, {seconds:.0} seconds.", report.notes());
            ExitCode::SUCCESS
        }
        Ok((seen, report)) => {
            let count = report.count();
            let (things, are) = if count == 1 { ("thing", "is") } else { ("things", "are") };
            eprintln!(
                "In Chromium, {count} {things} of the built site {are} wrong:\n\n{report}{}Looked at: {seen}.",
                report.notes()
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("The built site could not be looked at: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Visits the site. Gives what was looked at, and what is wrong.
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

/// Such as `1 chart` or `9 charts`.
fn counted(count: usize, one: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {one}{ending}")
}

/// Everything that is looked at, in an order that opens the page seldom.
async fn look(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<usize> {
    reader.width(1280).await?;
    if let Err(error) = reader.look_at("", "ready").await {
        // Nothing else can be asked of it then.
        let said = reader.text("[role=alert]").await.unwrap_or_default();
        report.fault(format!("the page does not become ready ({error:#}). It says: “{said}”"), ENGINE);
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
