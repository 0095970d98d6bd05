//! The head of the page (date, corrections, counts) and the navigation bar below it.

use anyhow::{Context, Result};
use serde_json::json;

use visitor::dataset::Dataset;
use visitor::host::Answer;
use visitor::reader::Reader;

#[tokio::test]
async fn the_head_has_the_date_the_corrections_and_the_number_of_single_article_figures() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let state = reader.text(".masthead .state").await?;
    let alone = |id: &&str| dataset.roots(id).iter().any(|root| dataset.articles(root).len() == 1);
    let alone = dataset.ids("figures").iter().filter(|id| alone(id)).count();
    let (year, _) = dataset.updated().split_once('-').context("a day")?;
    for words in ["Newest article", "Page", year, "Corrections", "none so far"] {
        assert!(state.contains(words), "“{words}” is not in the head: {state}");
    }
    let summary = reader.text(".masthead .summary").await?;
    assert!(
        summary.contains(&alone.to_string()),
        "that {alone} figures stand in one article is not in the head: {summary}"
    );
    // With corrections the head counts them, and with a contact address it links to it.
    let edited = dataset.edited(|file| {
        file["contact"] = json!("mailto:desk@example.org");
        file["corrections"] = json!([{
            "date": "2026-11-22", "figure": file["figures"][0]["id"], "was": { "exactly": 3 }, "reason": { "en": "A digit was missing." }
        }]);
    });
    reader.host.answer(Answer::Text(edited));
    reader.open("ready").await?;
    let links = "return [...document.querySelectorAll('.masthead .state a')].map(link => [link.getAttribute('href').split('?')[0], link.textContent])";
    let links: Vec<(String, String)> = reader.see(links).await?;
    let addresses: Vec<&str> = links.iter().map(|(address, _)| address.as_str()).collect();
    assert_eq!(addresses, ["changes.html", "#corrections", "mailto:desk@example.org"]);
    assert_eq!(links[1].1, "1", "the head does not count the correction");
    Ok(())
}

#[tokio::test]
async fn the_bar_stays_at_the_top_of_the_viewport_in_one_line() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 375, 768, 1280, 1920] {
        reader.width(width).await?;
        let script = "scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
            const bar = document.querySelector('.bar');
            const { top, height } = bar.getBoundingClientRect();
            scrollTo({ top: 0, behavior: 'instant' });
            return [Math.round(top), height]";
        let (top, height): (i32, f64) = reader.see(script).await?;
        assert!(top == 0 && height <= 52.0, "at {width} px the bar is at {top} and {height} px high");
    }
    Ok(())
}
