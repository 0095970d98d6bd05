//! A figure within a sentence of another site.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::chromium::Chromium;
use visitor::dataset::{Dataset, text};
use visitor::window::Window;

/// The text of the first figure, and its notes with their links and texts.
const SEEN: &str = "const figure = document.querySelector('footnoted-figure');
    const root = figure.shadowRoot ?? figure;
    const notes = [...root.querySelectorAll('sup a')].map(link => [link.textContent, link.href, link.getAttribute('aria-label'), link.target]);
    const words = [...root.childNodes].filter(node => node.nodeName !== 'SUP').map(node => node.textContent).join('');
    return [words, notes]";

type Seen = (String, Vec<(String, String, String, String)>);

async fn wait_until_filled(window: &Window) -> Result<Seen> {
    let filled = "return document.querySelector('footnoted-figure').shadowRoot !== null";
    window.wait_until("the figure is filled in", filled, |filled: &bool| *filled).await?;
    window.see(SEEN).await
}

/// Waits for a script that might change something.
async fn settle(window: &Window) -> Result<()> {
    window.see("return new Promise(done => setTimeout(done, 1500))").await
}

async fn value_and_notes(window: &Window, pasting: &Pasting) -> Result<()> {
    let dataset = Dataset::read()?;
    for (id, words) in [("raids", "118"), ("arrests", "about 5,000"), ("gdp-share", "about half")] {
        let snippets = pasting.snippets(window, &format!("figure-{id}")).await?;
        let sentence = of(&snippets, "sentence")?;
        pasting.open(window, &format!("<p>So it is: {sentence}, they say.</p>")).await?;
        let (seen, notes) = wait_until_filled(window).await?;
        assert!(seen.starts_with(words), "{id}: {seen}");
        assert_eq!(notes.len(), dataset.articles(id).len(), "{id}: {notes:?}");
        for (number, link, said, target) in notes {
            assert!(
                number.parse::<usize>().is_ok() && link.contains("#:~:text=") && target == "_blank",
                "{id}: {number} {link}"
            );
            assert!(said.contains('“') && (said.contains("20") || said.contains("date not known")), "{id}: {said}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_figure_in_a_sentence_has_its_current_value_its_qualifier_and_its_notes() -> Result<()> {
    let Some(pasting) = Pasting::start("figures in sentences").await? else { return Ok(()) };
    in_each_browser("figures in sentences", async |browser| value_and_notes(browser, &pasting).await).await
}

#[tokio::test]
async fn the_unit_can_be_omitted() -> Result<()> {
    let Some(pasting) = Pasting::start("nouns of figures").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "figure-arrests").await?;
    let sentence = of(&snippets, "sentence")?;
    for (code, words) in [(sentence.to_owned(), "about 5,000 people"), (sentence.replace(" unit ", " "), "about 5,000")]
    {
        pasting.open(&chromium, &code).await?;
        assert_eq!(wait_until_filled(&chromium).await?.0, words);
    }
    Ok(())
}

#[tokio::test]
async fn a_corrected_figure_is_corrected_in_every_sentence() -> Result<()> {
    let Some(pasting) = Pasting::start("corrected figures in sentences").await? else { return Ok(()) };
    let edited = Dataset::read()?.edited(|file| {
        for figure in file["figures"].as_array_mut().into_iter().flatten() {
            match text(figure, "id") {
                "raids" => figure["value"] = json!({"at_least": 131}),
                "arrests" => figure["status"] = json!("disputed"),
                _ => {}
            }
        }
    });
    fs::write(pasting.site.folder("/").join("data/dashboard.json"), edited)?;
    in_each_browser("corrected figures in sentences", async |browser| corrected(browser, &pasting).await).await
}

async fn corrected(window: &Window, pasting: &Pasting) -> Result<()> {
    for (id, words) in [("raids", "at least 131"), ("arrests", "(disputed)")] {
        let snippets = pasting.snippets(window, &format!("figure-{id}")).await?;
        pasting.open(window, of(&snippets, "sentence")?).await?;
        let (seen, notes) = wait_until_filled(window).await?;
        assert!(seen.contains(words) && !notes.is_empty(), "{id}: {seen} {notes:?}");
    }
    Ok(())
}

#[tokio::test]
async fn on_any_failure_the_pasted_text_stays() -> Result<()> {
    let Some(pasting) = Pasting::start("figures that cannot be had").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.watch("addEventListener('unhandledrejection', () => window.noise = true); addEventListener('error', () => window.noise = true)").await?;
    let snippets = pasting.snippets(&chromium, "figure-raids").await?;
    let sentence = of(&snippets, "sentence")?;
    let (element, _) = sentence.split_once("\n<script").context("the snippet has no script")?;
    let (file, data) =
        (pasting.site.folder("/").join("figures.json"), pasting.site.folder("/").join("data/dashboard.json"));
    let (figures, dashboard) = (fs::read(&file)?, fs::read(&data)?);
    // Otherwise nginx would send the compressed copies instead.
    for copy in ["br", "gz"] {
        fs::remove_file(file.with_extension(format!("json.{copy}")))?;
    }
    let unknown = sentence.replace("figure=\"raids\"", "figure=\"nobody\"");
    for (what, code) in [
        ("no script", element),
        ("an unknown figure", &unknown),
        ("no list", sentence),
        ("a broken list", sentence),
        ("no data", sentence),
        ("data that is wrong", sentence),
    ] {
        fs::write(&file, &figures)?;
        fs::write(&data, &dashboard)?;
        match what {
            "no list" => fs::remove_file(&file)?,
            "a broken list" => fs::write(&file, "{")?,
            "no data" => fs::remove_file(&data)?,
            "data that is wrong" => fs::write(&data, "[]")?,
            _ => {}
        }
        pasting.open(&chromium, &format!("<p>They say {code}.</p>")).await?;
        settle(&chromium).await?;
        let (words, noise): (String, bool) =
            chromium.see("return [document.querySelector('p').innerText, window.noise ?? false]").await?;
        assert!(words.starts_with("They say 118"), "{what}: {words}");
        assert!(!noise, "{what}: the page around it gets an error event");
    }
    Ok(())
}
