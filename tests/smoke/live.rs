//! Checks that the page shows an edit of its data, and keeps its content if the data is broken.

use anyhow::Result;
use serde_json::{Value, json};
use visitor::dataset::{Dataset, english, text};
use visitor::host::Answer;
use visitor::reader::Reader;

use crate::report::{ENGINE, Report};

/// The text that is added to a heading.
const MARK: &str = "(edited)";

/// Edits the data of the page, and then breaks it.
pub(crate) async fn check(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<()> {
    // A change of a heading keeps the file valid.
    let Some(section) = dataset.list("sections").first() else { return Ok(()) };
    let (id, title) = (text(section, "id"), format!("{} {MARK}", english(section, "title")));
    let edited = dataset.edited(|file| {
        if let Some(found) = file.pointer_mut("/sections/0/title/en") {
            *found = json!(title);
        }
    });
    reader.host.answer(Answer::Text(edited));
    if let Err(error) = reader.open("ready").await {
        report.fault(format!("after an edit of the data the page does not finish loading ({error:#})"), ENGINE);
    }
    let headings =
        "return [...document.querySelectorAll('[data-section] h2')].map(heading => heading.textContent.trim())";
    let shown: Vec<String> = reader.see(headings).await?;
    if !shown.contains(&title) {
        report.fault(format!("the page does not show an edit of the heading of the section `{id}`"), ENGINE);
    }

    reader.host.answer(Answer::Text("{".into()));
    if let Err(error) = reader.open("error").await {
        report.fault(format!("the page does not report broken data ({error:#})"), ENGINE);
    }
    let left: Vec<Value> =
        reader.see("return [...document.querySelectorAll('#page [data-source]')].map(note => note.id)").await?;
    if left.len() != dataset.list("sources").len() {
        report.fault("with broken data the page loses its printed figures", ENGINE);
    }
    // Discard the messages of the browser about the broken file.
    reader.console().await?;
    reader.host.answer(Answer::AsBuilt);
    Ok(())
}
