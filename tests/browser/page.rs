//! The page as a whole: it shows what the file says, and follows the file.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::{Value, json};

use visitor::dataset::{Dataset, Edit, edit, english, text};
use visitor::host::Answer;
use visitor::reader::Reader;

#[tokio::test]
async fn the_page_becomes_ready_and_prints_every_figure() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('[data-figure]')]
        .filter(figure => !figure.closest('svg') && figure.textContent.trim())
        .map(figure => figure.dataset.figure)";
    let printed: BTreeSet<String> = reader.see(script).await?;
    for id in Dataset::read()?.ids("figures") {
        assert!(printed.contains(id), "the figure {id} is nowhere printed");
    }
    Ok(())
}

#[tokio::test]
async fn the_leading_numbers_are_printed_as_they_were_reported() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let leading = reader.text("section[data-section]").await?.to_lowercase();
    for number in ["100,000", "118", "about 5,000", "$4.57 billion", "more than $12.5 billion"] {
        assert!(leading.contains(number), "“{number}” does not lead the page: {leading}");
    }
    Ok(())
}

#[tokio::test]
async fn no_figure_is_printed_as_more_exact_than_it_was_reported() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    let script = "return [...document.querySelectorAll('[data-figure=\"' + arguments[0] + '\"]')]
        .filter(figure => !figure.closest('svg'))
        .map(figure => figure.textContent.toLowerCase().replace(/\\s+/g, ' '))";
    for figure in dataset.list("figures") {
        let value = figure.get("value").and_then(Value::as_object);
        for (key, qualifier) in [("about", "about"), ("at_least", "at least"), ("more_than", "more than")] {
            if value.is_none_or(|value| !value.contains_key(key)) {
                continue;
            }
            let printed: Vec<String> = reader.see_with(script, vec![json!(text(figure, "id"))]).await?;
            for words in printed {
                assert!(words.contains(qualifier), "{} is printed without “{qualifier}”: {words}", text(figure, "id"));
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_sections_stand_in_the_order_of_the_file() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('section[data-section]')]
        .map(section => [section.dataset.section, section.querySelector('h2').textContent.trim()])";
    let found: Vec<(String, String)> = reader.see(script).await?;
    let dataset = Dataset::read()?;
    let wanted: Vec<_> = dataset
        .list("sections")
        .iter()
        .map(|section| (text(section, "id").to_owned(), english(section, "title").to_owned()))
        .collect();
    assert_eq!(found, wanted);
    Ok(())
}

#[tokio::test]
async fn the_page_works_in_a_sub_folder() -> Result<()> {
    let folder = "/some/folder/";
    let reader = Reader::in_folder(folder).await?;
    reader.open("ready").await?;
    for request in reader.host.requests() {
        assert!(request.path.starts_with(folder), "{} lies outside of {folder}", request.path);
    }
    Ok(())
}

#[tokio::test]
async fn an_edit_of_the_data_shows_when_the_page_is_opened_again() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    let Edit { position, id, value, words } = edit(&dataset)?;
    let edited = dataset.edited(|file| file["figures"][position]["value"] = value);
    reader.host.answer(Answer::Text(edited));
    reader.open("ready").await?;
    let shown = reader.text(&format!("section [data-figure='{id}']")).await?;
    assert!(shown.contains(words), "{id} is still {shown}");
    Ok(())
}
