//! The first view of the page: drawings above the fold, each number in one place with one marker, and all details closed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use visitor::dataset::{Dataset, english, list, text};
use visitor::findings;
use visitor::host::Answer;
use visitor::reader::Reader;

const WIDTHS: [u32; 5] = [320, 375, 768, 1280, 1920];

/// The offsets of the first drawing and the first chart from the top of the page and the height of the page, in pixels, and
/// the number of words before the first chart.
const FIRST: &str = "const top = selector => {
        const found = [...document.querySelectorAll(selector)].find(part => part.checkVisibility() && part.getClientRects().length > 0);
        return found ? found.getBoundingClientRect().top + scrollY : 1e6;
    };
    const chart = [...document.querySelectorAll('figure.chart')][0];
    const texts = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
    let words = 0;
    for (let text = texts.nextNode(); text && text.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING; text = texts.nextNode()) {
        const seen = text.parentElement.checkVisibility() && !text.parentElement.closest('.noteref, option, .bar');
        words += seen ? text.data.split(/\\s+/).filter(Boolean).length : 0;
    }
    return [top('main svg:not(.sample)'), top('figure.chart svg.picture'), document.documentElement.scrollHeight, words]";

#[tokio::test]
async fn a_drawing_is_above_the_fold_and_a_chart_soon_after() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in WIDTHS {
        reader.width(width).await?;
        let (drawing, chart, height, words): (f64, f64, f64, usize) = reader.see(FIRST).await?;
        println!(
            "at {width} px: the first drawing at {drawing}, after {words} words the first chart at {chart}, of {height}"
        );
        let highest = if width == 320 { 520.0 } else { 450.0 };
        assert!(drawing <= highest, "at {width} px the first drawing begins at {drawing}; the limit is {highest}");
        let highest = match width {
            375 => 1800.0,
            1280 => 850.0,
            _ => f64::INFINITY,
        };
        assert!(chart <= highest, "at {width} px the first chart begins at {chart}; the limit is {highest}");
    }
    Ok(())
}

/// The content of a tile.
#[derive(Debug, Deserialize)]
struct Tile {
    id: String,
    basis: String,
    quantity: String,
    label: String,
    worth: String,
    meter: String,
    /// The numbers of visible markers, drawings and handles, and of all other links.
    counts: (usize, usize, usize, usize),
}

const TILES: &str = "const words = (tile, selector) => tile.querySelector(`:scope ${selector}`)?.innerText.trim() ?? '';
    return [...document.querySelectorAll('.band > ul > li')].map(tile => {
        const seen = selector => [...tile.querySelectorAll(selector)].filter(part => part.checkVisibility() && part.getClientRects().length > 0).length;
        return {
            id: tile.dataset.figure,
            basis: words(tile, '.basis b'),
            quantity: words(tile, '.number .quantity'),
            label: words(tile, '.label'),
            worth: words(tile, '.drawing .worth'),
            meter: words(tile, '.fold > summary .meter'),
            counts: [seen('.number > .noteref'), seen('.drawing svg'), seen('.fold > summary'), seen('a:not(.noteref)')],
        };
    })";

#[tokio::test]
async fn the_band_has_a_tile_with_five_parts_for_each_figure_of_the_first_section() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let tiles: Vec<Tile> = reader.see(TILES).await?;
    let first = dataset.list("sections").first().context("a section")?;
    let wanted: Vec<_> = list(first, "figures").iter().filter_map(Value::as_str).collect();
    assert_eq!(tiles.iter().map(|tile| tile.id.as_str()).collect::<Vec<_>>(), wanted);
    for tile in &tiles {
        let figure = dataset.item(&tile.id).context("a figure")?;
        let name = if figure.get("short").is_some() { "short" } else { "label" };
        assert_eq!(tile.label, english(figure, name), "{tile:?}");
        assert!(
            ![&tile.basis, &tile.quantity, &tile.worth, &tile.meter].iter().any(|words| words.is_empty()),
            "{tile:?}"
        );
        assert_eq!(tile.counts, (1, 1, 1, 0), "markers, drawings, handles and other links of {tile:?}");
        let single = dataset.articles(&tile.id).len() == 1;
        assert_eq!(tile.meter.contains("ne article"), single, "{tile:?}");
    }
    Ok(())
}

/// The data with `count` figures in its first section and all others in the second.
fn with_tiles(dataset: &Dataset, count: usize) -> String {
    dataset.edited(|file| {
        let listed = |section: &Value| list(section, "figures").to_vec();
        let sections = dataset.list("sections");
        let mut figures: Vec<Value> = sections.iter().take(2).flat_map(listed).collect();
        let rest = figures.split_off(count);
        file["sections"][0]["figures"] = json!(figures);
        file["sections"][1]["figures"] = json!(rest);
    })
}

#[tokio::test]
async fn three_to_eight_tiles_are_in_even_rows_without_overlaps_or_cut_text() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::new().await?;
    for count in 3..=8 {
        reader.host.answer(Answer::Text(with_tiles(&dataset, count)));
        reader.open("ready").await?;
        for width in [320, 375, 700, 768, 1080, 1280, 1920] {
            reader.width(width).await?;
            let (tiles, rows, found): (usize, Vec<usize>, Vec<String>) =
                reader.see(include_str!("probes/tiles.js")).await?;
            assert_eq!(tiles, count);
            findings::none(&found, &format!("{count} tiles at {width} px, in rows of {rows:?}"));
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_figure_has_one_place_and_a_figure_of_a_chart_is_in_no_list() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('[id^=figure-]:not([id$=-more])')]
        .map(place => [place.id.slice('figure-'.length), place.matches('.band .tile') ? 'tile' : place.matches('.body > ul > .figure') ? 'item' : place.matches('.chart tbody tr') ? 'row' : place.outerHTML.slice(0, 80)])";
    let places: Vec<(String, String)> = reader.see(script).await?;
    let found: BTreeMap<_, _> = places.iter().map(|(id, kind)| (id.as_str(), kind.as_str())).collect();
    assert_eq!(found.len(), places.len(), "a figure has two places");
    let band = dataset.list("sections").first().context("a section")?;
    // A matrix shows which articles report a figure and draws no value.
    let drawing = dataset.list("charts").iter().filter(|chart| text(chart, "kind") != "matrix");
    let drawn: BTreeSet<_> = drawing.flat_map(|chart| dataset.drawn(chart)).collect();
    let listed: Vec<_> = dataset.list("sections").iter().flat_map(|section| list(section, "figures")).collect();
    for id in dataset.ids("figures") {
        let wanted = if list(band, "figures").contains(&json!(id)) {
            "tile"
        } else if drawn.contains(id) || !listed.iter().any(|listed| *listed == id) {
            "row"
        } else {
            "item"
        };
        assert_eq!(found.get(id), Some(&wanted), "{id}");
    }
    Ok(())
}

#[tokio::test]
async fn while_details_are_closed_a_number_has_no_link_except_its_marker() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    // Exceptions: a computed figure links to its operands, and a status links to its explanation.
    let script = "const own = (part, but) => [...part.querySelectorAll('a')].filter(link => !link.closest(but))
            .map(link => link.matches('[role=doc-noteref]') ? 'marker' : link.outerHTML.slice(0, 120));
        return [
            [...document.querySelectorAll('li.figure')].map(item => [item.dataset.figure, own(item, '.fold, .formula, .standing')]),
            [...document.querySelectorAll('figure.chart:not([data-kind=matrix]) .frame')].map(frame =>
                [`${frame.closest('figure').dataset.chart} ${frame.dataset.frame}`, own(frame, 'nothing'), new Set([...frame.querySelectorAll('.mark')].map(mark => mark.dataset.figure ?? mark.dataset.event)).size]),
        ]";
    type Items = Vec<(String, Vec<String>)>;
    let (items, frames): (Items, Vec<(String, Vec<String>, usize)>) = reader.see(script).await?;
    assert!(!items.is_empty() && !frames.is_empty());
    for (id, links) in items {
        assert_eq!(links, ["marker"], "the item {id}");
    }
    for (frame, links, marks) in frames {
        assert_eq!(links, vec!["marker"; marks], "{frame}");
    }
    assert_eq!(
        reader.see::<usize>("return document.querySelectorAll('figure.chart').length").await?,
        dataset.list("charts").len()
    );
    Ok(())
}

#[tokio::test]
async fn details_are_closed_at_first_and_qualifiers_are_always_visible() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let open = "return [...document.querySelectorAll('#page details[open]')].map(details => details.id)";
    assert_eq!(reader.see::<Vec<String>>(open).await?, [""; 0], "open at first");
    // Notes, wordings, links to cite and embed a figure, passages, tables.
    let script =
        "return ['.note', '.wordings', '.provenance', '.passages', 'table', '.figure .take'].filter(selector => {
        const parts = [...document.querySelectorAll(`#page ${selector}`)];
        return parts.length === 0 || parts.some(part => part.checkVisibility());
    })";
    assert_eq!(reader.see::<Vec<String>>(script).await?, [""; 0], "visible although closed, or missing");
    // The basis, the speaker, the qualifier and the number of articles.
    let script = "return [...document.querySelectorAll('li.figure')].filter(item =>
        !['.basis', '.number', '.label', '.fold > summary'].every(part => item.querySelector(part)?.checkVisibility()
            && item.querySelector(part).innerText.trim())).map(item => item.id)";
    findings::none(&reader.see::<Vec<String>>(script).await?, "facts that must always be visible");
    Ok(())
}

#[tokio::test]
async fn the_marker_shows_that_an_article_gives_another_value() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let script = "const marker = document.querySelector(`#figure-${arguments[0]} .noteref`);
        return [marker.hasAttribute('data-differs'), getComputedStyle(marker, '::before').content !== 'none']";
    let first = dataset.list("sections").first().context("a section")?;
    let mut seen = BTreeSet::new();
    for id in list(first, "figures").iter().filter_map(Value::as_str) {
        let figure = dataset.item(id).context("a figure")?;
        let differs = list(figure, "citations")
            .iter()
            .any(|citation| citation.get("value").is_some_and(|own| figure.get("value") != Some(own)));
        assert_eq!(reader.see_with::<(bool, bool)>(script, vec![json!(id)]).await?, (differs, differs), "{id}");
        seen.insert(differs);
    }
    assert_eq!(seen.len(), 2, "the band has no figures of both kinds");
    Ok(())
}

#[tokio::test]
async fn the_page_has_few_markers_and_tab_stops() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    for width in [375, 1280] {
        reader.width(width).await?;
        let script = "return [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex=\"0\"]')]
            .filter(stop => stop.checkVisibility() && stop.getClientRects().length > 0).map(stop => stop.matches('[role=doc-noteref]'))";
        let stops: Vec<bool> = reader.see(script).await?;
        let markers = stops.iter().filter(|is_marker| **is_marker).count();
        println!("at {width} px: {} stops for the keyboard, {markers} of them markers", stops.len());
        // One for each mark of a chart (in a matrix one for each article), each tile, each item and each figure in a
        // sentence.
        let charts = dataset.list("charts").iter().map(|chart| match text(chart, "kind") {
            "matrix" => dataset.drawn(chart).iter().map(|item| dataset.articles(item).len()).sum(),
            _ => dataset.drawn(chart).len(),
        });
        let most = charts.sum::<usize>() + 2 * dataset.list("figures").len();
        assert!(markers <= most, "at {width} px there are {markers} markers; the limit is {most}");
    }
    Ok(())
}
