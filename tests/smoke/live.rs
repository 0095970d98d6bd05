//! The page follows its file: an edit is shown, and a broken file blanks nothing.

use anyhow::Result;
use serde_json::{Value, json};
use visitor::dataset::{Dataset, english, text};
use visitor::host::Answer;
use visitor::reader::Reader;

use crate::report::{ENGINE, Report};

/// What is put behind a heading to see whether it comes.
const MARK: &str = "(edited)";

/// Edits the file under the page, and then breaks it.
pub(crate) async fn check(reader: &Reader, dataset: &Dataset, report: &mut Report) -> Result<()> {
    // A heading can change without making anything else in the file wrong.
    let Some(section) = dataset.list("sections").first() else { return Ok(()) };
    let (id, title) = (text(section, "id"), format!("{} {MARK}", english(section, "title")));
    let edited = dataset.edited(|file| {
        if let Some(found) = file.pointer_mut("/sections/0/title/en") {
            *found = json!(title);
        }
    });
    reader.host.answer(Answer::Text(edited));
    if let Err(error) = reader.open("ready").await {
        report.fault(format!("after an edit of the file the page does not become ready ({error:#})"), ENGINE);
    }
    let headings =
        "return [...document.querySelectorAll('[data-section] h2')].map(heading => heading.textContent.trim())";
    let shown: Vec<String> = reader.see(headings).await?;
    if !shown.contains(&title) {
        report.fault(format!("an edit of the heading of the section `{id}` is not shown to readers"), ENGINE);
    }

    reader.host.answer(Answer::Text("{".into()));
    if let Err(error) = reader.open("error").await {
        report.fault(format!("a broken file is not noticed ({error:#})"), ENGINE);
    }
    let left: Vec<Value> =
        reader.see("return [...document.querySelectorAll('#page [data-source]')].map(note => note.id)").await?;
    if left.len() != dataset.list("sources").len() {
        report.fault("a broken file takes the printed figures away", ENGINE);
    }
    // The browser says itself that nothing came of the file.
    reader.console().await?;
    reader.host.answer(Answer::AsBuilt);
    Ok(())
}
