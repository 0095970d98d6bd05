//! The page as a whole shows the data, and an edit of it.

use std::collections::BTreeSet;

use anyhow::Result;
use serde_json::{Value, json};

use visitor::dataset::{Dataset, Edit, edit, english, list, text};
use visitor::host::Answer;
use visitor::reader::Reader;

#[tokio::test]
async fn the_page_loads_and_shows_every_figure() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    // A figure is a tile, an item of a list or a row of a table.
    let script = "return [...document.querySelectorAll('.figure[data-figure], tr[id^=figure-]')]
        .filter(figure => figure.textContent.trim())
        .map(figure => figure.dataset.figure ?? figure.dataset.row)";
    let printed: BTreeSet<String> = reader.see(script).await?;
    for id in Dataset::read()?.ids("figures") {
        assert!(printed.contains(id), "the figure {id} is missing");
    }
    Ok(())
}

#[tokio::test]
async fn the_leading_numbers_are_shown_as_reported() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let leading = reader.text("section[data-section]").await?.to_lowercase();
    for number in ["100,000", "118", "about 5,000", "$4.57 billion", "more than $12.5 billion"] {
        assert!(leading.contains(number), "“{number}” is not in the band: {leading}");
    }
    Ok(())
}

#[tokio::test]
async fn no_figure_is_shown_without_its_qualifier() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    // A matrix shows which articles report a figure, and a value only if an article gives another one.
    let script = "const is = name => `[data-${name}=\"${arguments[0]}\"]`;
        return [...document.querySelectorAll(`${is('figure')}, .chart:not([data-kind=matrix]) ${is('row')}`)]
            .filter(figure => !figure.closest('svg'))
            .map(figure => figure.textContent.toLowerCase().replace(/\\s+/g, ' '))";
    for figure in dataset.list("figures") {
        let value = figure.get("value").and_then(Value::as_object);
        for (key, qualifier) in [("about", "about"), ("at_least", "at least"), ("more_than", "more than")] {
            if value.is_none_or(|value| !value.contains_key(key)) {
                continue;
            }
            let printed: Vec<String> = reader.see_with(script, vec![json!(text(figure, "id"))]).await?;
            assert!(!printed.is_empty(), "{} is missing", text(figure, "id"));
            for words in printed {
                assert!(words.contains(qualifier), "{} lacks “{qualifier}”: {words}", text(figure, "id"));
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_sections_are_in_the_order_of_the_data_with_their_titles() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('section[data-section]')].map(section =>
        [section.dataset.section, section.getAttribute('aria-label') ?? document.getElementById(section.getAttribute('aria-labelledby')).textContent.trim()])";
    let found: Vec<(String, String)> = reader.see(script).await?;
    let dataset = Dataset::read()?;
    let wanted: Vec<_> = dataset
        .list("sections")
        .iter()
        .map(|section| (text(section, "id").to_owned(), english(section, "title").to_owned()))
        .collect();
    assert_eq!(found, wanted);
    // The navigation bar has the same titles.
    let bar = "return [...document.querySelectorAll('.bar a[href^=\"#section-\"]')].map(link => [link.hash.replace('#section-', ''), link.textContent.trim()])";
    assert_eq!(reader.see::<Vec<(String, String)>>(bar).await?, wanted);
    Ok(())
}

#[tokio::test]
async fn the_heading_of_a_section_is_its_finding() -> Result<()> {
    let dataset = Dataset::read()?;
    let finding = "Nobody has counted them.";
    let edited = dataset.edited(|file| file["sections"][1]["finding"] = json!({ "en": finding }));
    let reader = Reader::of_ready_page().await?;
    // The finding of the section, or that of its only chart, or else its title; up to the first figure in the text.
    let script = "return [...document.querySelectorAll('section[data-section]:not(.band) .opening h2')].map(heading => heading.textContent.trim())";
    for (answer, own) in [(Answer::AsBuilt, None), (Answer::Text(edited), Some(finding))] {
        reader.host.answer(answer);
        reader.open("ready").await?;
        let headings: Vec<String> = reader.see(script).await?;
        let sections = dataset.list("sections").iter().skip(1);
        assert_eq!(headings.len(), sections.len());
        for (place, (section, heading)) in sections.zip(&headings).enumerate() {
            let charts = dataset.list("charts").iter();
            let charts: Vec<_> = charts.filter(|chart| list(section, "charts").contains(&chart["id"])).collect();
            let wanted = match (own.filter(|_| place == 0), charts.as_slice()) {
                (Some(own), _) => own,
                (None, [chart]) => english(chart, "finding"),
                _ => english(section, "title"),
            };
            let words = wanted.split(['{', '}']).next().unwrap_or_default().trim();
            assert!(heading.starts_with(words), "the heading of the section {} is “{heading}”", text(section, "id"));
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_page_works_in_a_sub_folder() -> Result<()> {
    let folder = "/some/folder/";
    let reader = Reader::in_folder(folder).await?;
    reader.open("ready").await?;
    for request in reader.host.requests() {
        assert!(request.path.starts_with(folder), "{} is outside {folder}", request.path);
    }
    Ok(())
}

#[tokio::test]
async fn an_edit_of_the_data_shows_after_a_reload() -> Result<()> {
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
