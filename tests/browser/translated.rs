//! The page after translation by the browser behaves like the original: the program reads no text or digits from the page,
//! since a translation changes both.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thirtyfour::Key;

use visitor::dataset::{Dataset, text};
use visitor::reader::Reader;

/// The original page and a translated copy.
async fn both() -> Result<[Reader; 2]> {
    let (plain, translated) = (Reader::of_ready_page().await?, Reader::of_ready_page().await?);
    let changed: usize = translated.see(include_str!("probes/translate.js")).await?;
    assert!(changed > 100, "only {changed} texts were translated");
    let marker = translated.text("#page .figure a[role=doc-noteref]").await?;
    assert!(!marker.is_ascii(), "the marker {marker} was not translated");
    Ok([plain, translated])
}

/// The results of a script in both pages.
async fn answers<T>(pages: &[Reader; 2], script: &str, arguments: &[Value]) -> Result<[T; 2]>
where
    T: for<'de> Deserialize<'de> + Serialize,
{
    let [plain, translated] = pages;
    Ok([plain.see_with(script, arguments.to_vec()).await?, translated.see_with(script, arguments.to_vec()).await?])
}

#[tokio::test]
async fn every_marker_opens_the_same_evidence() -> Result<()> {
    let pages = both().await?;
    // The target of a click is the innermost element, which the translation has added.
    let script = "return [...document.querySelectorAll('a[role=doc-noteref]')]
        .filter(marker => marker.getClientRects().length > 0)
        .map(marker => {
            document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
            (marker.querySelector('font font') ?? marker).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
            const evidence = document.getElementById('evidence');
            const open = evidence !== null && evidence.getClientRects().length > 0;
            return [marker.getAttribute('href'), open ? evidence.textContent : '', document.getElementById(marker.getAttribute('href').slice(1)) !== null];
        })";
    let [plain, translated]: [Vec<(String, String, bool)>; 2] = answers(&pages, script, &[]).await?;
    assert!(!plain.is_empty() && plain.iter().all(|(_, evidence, there)| !evidence.is_empty() && *there));
    assert_eq!(translated, plain);
    Ok(())
}

#[tokio::test]
async fn following_an_article_dims_the_same_parts() -> Result<()> {
    let dataset = Dataset::read()?;
    let pages = both().await?;
    for source in dataset.ids("sources") {
        for page in &pages {
            page.choose("source", source).await?;
            let followed = "return document.documentElement.dataset.following ?? ''";
            page.wait_until(&format!("{source} is followed"), followed, |found: &String| found == source).await?;
        }
        let [plain, translated]: [Value; 2] = answers(&pages, include_str!("probes/following.js"), &[]).await?;
        assert_eq!(translated, plain, "{source}");
    }
    Ok(())
}

#[tokio::test]
async fn values_and_dates_are_sorted_in_the_same_order() -> Result<()> {
    let dataset = Dataset::read()?;
    let pages = both().await?;
    let open = "document.querySelectorAll('details.table').forEach(table => table.open = true)";
    let heads = "return [...document.querySelectorAll('details.table')].map(table => table.querySelectorAll('thead button').length)";
    for page in &pages {
        page.see::<()>(open).await?;
        page.wait_until("the tables can be sorted", heads, |heads: &Vec<usize>| heads.iter().all(|heads| *heads > 0))
            .await?;
    }
    let sort = "const table = document.querySelector(`#chart-${arguments[0]} table`);
        const button = table.querySelectorAll('thead button')[arguments[1]];
        button.click();
        return [button.closest('th').getAttribute('aria-sort'), [...table.querySelectorAll('tbody tr')].map(row => row.dataset.row)]";
    let mut sorted = 0;
    for chart in dataset.list("charts") {
        let columns = match text(chart, "kind") {
            "timeline" => 1..2,
            "matrix" => 1..4,
            _ => 1..3,
        };
        for (column, _) in columns.flat_map(|column| [(column, "rising"), (column, "falling"), (column, "as it was")]) {
            let arguments = [json!(text(chart, "id")), json!(column)];
            let [plain, translated]: [(Option<String>, Vec<String>); 2] = answers(&pages, sort, &arguments).await?;
            assert_eq!(translated, plain, "{}, column {column}", text(chart, "id"));
            sorted += 1;
        }
    }
    assert!(sorted > 0, "there is no chart");
    Ok(())
}

#[tokio::test]
async fn walking_through_a_chart_announces_the_same_marks() -> Result<()> {
    let dataset = Dataset::read()?;
    let pages = both().await?;
    let announced =
        "return [document.querySelector('.tip')?.textContent ?? '', document.getElementById('announcer').textContent]";
    for chart in dataset.ids("charts") {
        for page in &pages {
            page.focus(&format!("#chart-{chart} .frames")).await?;
        }
        for _ in 0..3 {
            for page in &pages {
                page.press(Key::Right, 1).await?;
            }
            let [plain, translated]: [(String, String); 2] = answers(&pages, announced, &[]).await?;
            assert!(!plain.0.is_empty() && !plain.1.is_empty(), "{chart} has no announcement");
            assert_eq!(translated, plain, "{chart}");
        }
    }
    Ok(())
}
