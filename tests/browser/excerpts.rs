//! The content of excerpts: one chart or figure or the whole dashboard, with its notes and a link to the page.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::neighbour::Neighbour;
use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::chromium::Chromium;
use visitor::dataset::{Dataset, text};
use visitor::findings;
use visitor::host::{Answer, Host};
use visitor::reader::Reader;
use visitor::window::Window;

/// Reads the content of an excerpt.
const SHOWN: &str = "return {
        state: document.documentElement.dataset.state,
        charts: [...document.querySelectorAll('figure[data-chart]')].map(chart => chart.dataset.chart),
        cards: [...document.querySelectorAll('.figure[data-figure]')].map(figure => figure.dataset.figure),
        notes: [...document.querySelectorAll('[role=doc-endnotes] [data-source]')].map(note => note.dataset.source),
        dead: [...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)),
        away: [...document.querySelectorAll('a[href]')].filter(link => !link.getAttribute('href').startsWith('#'))
            .filter(link => link.target !== '_blank' || link.relList.contains('noopener') === false).map(link => link.href),
        home: [...document.querySelectorAll('.colophon a')].map(link => link.href),
    }";

#[derive(Debug, Deserialize)]
struct Shown {
    state: String,
    charts: Vec<String>,
    cards: Vec<String>,
    notes: Vec<String>,
    dead: Vec<String>,
    away: Vec<String>,
    home: Vec<String>,
}

#[tokio::test]
async fn a_frame_with_the_whole_dashboard_has_no_navigation_or_tools() -> Result<()> {
    let Some(pasting) = Pasting::start("the whole in a frame").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.size(1280, 900).await?;
    let snippets = pasting.snippets(&chromium, "dashboard").await?;
    let dataset = Dataset::read()?;
    for kind in ["live", "frozen"] {
        pasting.open(&chromium, &format!("<div class=\"w1200\">{}</div>", of(&snippets, kind)?)).await?;
        chromium.fits(0, kind).await?;
        let shown: Shown = chromium.within(0, async |window| window.see(SHOWN).await).await?;
        assert_eq!(sorted(shown.charts), sorted(dataset.ids("charts")), "{kind}");
        assert_eq!(shown.notes.len(), dataset.list("sources").len(), "{kind}");
        findings::none(&shown.dead, "links to targets that are not in the frame");
        findings::none(&shown.away, "links that would open within the frame");
        let controls = "return document.querySelectorAll('.tools, .exit, nav, .skip, #download, .take').length";
        assert_eq!(chromium.within(0, async |window| window.see::<u32>(controls).await).await?, 0, "{kind}");
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_shows_one_chart_or_figure_with_all_its_notes_and_a_link_to_the_page() -> Result<()> {
    let Some(pasting) = Pasting::start("what a frame shows").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let dataset = Dataset::read()?;
    for chart in dataset.list("charts") {
        let id = text(chart, "id");
        let snippets = pasting.snippets(&chromium, &format!("chart-{id}")).await?;
        pasting.open(&chromium, of(&snippets, "live")?).await?;
        chromium.fits(0, id).await?;
        let shown = framed(&chromium, "ready").await?;
        assert_eq!(shown.charts, [id]);
        assert!(shown.cards.is_empty(), "{id} also shows {:?}", shown.cards);
        let behind: Vec<_> = dataset.drawn(chart).iter().flat_map(|item| dataset.articles(item)).collect();
        for article in &behind {
            assert!(shown.notes.contains(article), "{id} has no note on {article}");
        }
        assert_eq!(shown.home, [pasting.site.address(&format!("/index.html#chart-{id}"))]);
        findings::none(&shown.dead, "links to targets that are not in the frame");
        findings::none(&shown.away, "links that would open within the frame");
    }
    for figure in dataset.ids("figures") {
        let snippets = pasting.snippets(&chromium, &format!("figure-{figure}")).await?;
        pasting.open(&chromium, of(&snippets, "live")?).await?;
        chromium.fits(0, figure).await?;
        let shown = framed(&chromium, "ready").await?;
        assert_eq!((shown.charts.len(), shown.cards), (0, vec![figure.to_owned()]));
        for article in dataset.articles(figure) {
            assert!(shown.notes.contains(&article), "{figure} has no note on {article}");
        }
        findings::none(&shown.dead, "links to targets that are not in the frame");
        findings::none(&shown.away, "links that would open within the frame");
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_of_three_bars_is_low_and_keeps_its_notes_folded_in_one_line() -> Result<()> {
    let Some(pasting) = Pasting::start("the height of a frame of three bars").await? else { return Ok(()) };
    let dataset = Dataset::read()?;
    let bars = |chart: &&Value| text(chart, "kind") == "bars" && dataset.drawn(chart).len() == 3;
    let chart = dataset.list("charts").iter().find(bars).context("no chart has three bars")?;
    in_each_browser("the height of a frame of three bars", async |browser| {
        browser.size(1280, 900).await?;
        let snippets = pasting.snippets(browser, &format!("chart-{}", text(chart, "id"))).await?;
        pasting.open(browser, &format!("<div class=\"w600\">{}</div>", of(&snippets, "live")?)).await?;
        browser.fits(0, "at first").await?;
        let height = "return document.querySelector('iframe').clientHeight";
        let folded: u32 = browser.see(height).await?;
        assert!(folded <= 560, "{folded} px");
        browser
            .within(0, async |window| {
                window.see::<()>("document.querySelector('[role=doc-endnotes] summary').click()").await
            })
            .await?;
        browser.wait_until("the frame has grown with its notes", height, |found: &u32| *found > folded + 100).await
    })
    .await
}

fn sorted(ids: Vec<impl Into<String>>) -> Vec<String> {
    let mut ids: Vec<String> = ids.into_iter().map(Into::into).collect();
    ids.sort_unstable();
    ids
}

async fn framed(window: &Window, state: &str) -> Result<Shown> {
    window
        .within(0, async |window| {
            window.wait_for_state(state).await?;
            window.see(SHOWN).await
        })
        .await
}

#[tokio::test]
async fn an_excerpt_with_an_unknown_id_lists_the_known_ids() -> Result<()> {
    let Some(pasting) = Pasting::start("unknown ids").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let dataset = Dataset::read()?;
    for (query, id) in [("chart=nobody", "nobody"), ("figure=nothing&theme=dark", "nothing")] {
        let frame = format!(
            "<div class=\"w600\"><iframe src=\"{}\" title=\"?\" width=\"100%\" sandbox=\"allow-scripts allow-popups\"></iframe></div><script async src=\"{}\"></script>",
            pasting.site.address(&format!("/?{query}")),
            pasting.site.address("/embed.js"),
        );
        pasting.open(&chromium, &frame).await?;
        let (said, ids): (String, Vec<String>) = chromium
            .within(0, async |window| {
                window.wait_for_state("ready").await?;
                window.see("return [document.querySelector('h1').textContent, [...document.querySelectorAll('.ids a')].map(link => link.textContent)]").await
            })
            .await?;
        assert!(said.contains(id), "{query}: {said}");
        let known: Vec<_> = dataset.ids("charts").into_iter().chain(dataset.ids("figures")).collect();
        assert_eq!(ids, known, "{query}");
        chromium.fits(0, query).await?;
    }
    Ok(())
}

#[tokio::test]
async fn parameters_in_the_address_of_the_page_open_excerpts() -> Result<()> {
    let Some(pasting) = Pasting::start("addresses of excerpts").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    for folder in ["/", "/a/b/"] {
        for (query, charts, cards) in [
            ("?chart=people", vec!["people"], vec![]),
            ("?figure=raids&lang=en", vec![], vec!["raids"]),
            ("?chart=gdp&theme=dark&source=guardian", vec!["gdp"], vec![]),
        ] {
            chromium.session.goto(pasting.site.address(&format!("{folder}{query}"))).await?;
            chromium.wait_for_state("ready").await?;
            let shown: Shown = chromium.see(SHOWN).await?;
            assert_eq!(
                (shown.charts, shown.cards),
                (charts.iter().map(ToString::to_string).collect(), cards.iter().map(ToString::to_string).collect()),
                "{folder}{query}"
            );
            if query.contains("dark") {
                let set: (String, String) = chromium.see("return [document.documentElement.dataset.theme, document.getElementById('following')?.textContent ?? '']").await?;
                assert!(set.0 == "dark" && set.1.contains("Guardian"), "{set:?}");
            }
        }
        chromium.session.goto(pasting.site.address(&format!("{folder}?embed"))).await?;
        chromium.wait_for_state("ready").await?;
        let shown: Shown = chromium.see(SHOWN).await?;
        assert_eq!(sorted(shown.charts), sorted(Dataset::read()?.ids("charts")));
    }
    Ok(())
}

#[tokio::test]
async fn a_correction_appears_in_live_frames_and_not_in_frozen_ones() -> Result<()> {
    let Some(pasting) = Pasting::start("frames after an edit").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "figure-raids").await?;
    let dataset = Dataset::read()?;
    let edited = dataset.edited(|file| {
        let figures = file["figures"].as_array_mut().expect("a list of figures");
        let raids = figures.iter_mut().find(|figure| text(figure, "id") == "raids").expect("the raids");
        raids["value"] = json!({"exactly": 131});
        let charts = file["charts"].as_array_mut().expect("a list of charts");
        let mut copy: Value = charts[0].clone();
        copy["id"] = json!("people-anew");
        charts.push(copy);
        let first = file["sections"][0]["charts"].as_array_mut();
        match first {
            Some(charts) => charts.push(json!("people-anew")),
            None => file["sections"][0]["charts"] = json!(["people-anew"]),
        }
    });
    fs::write(pasting.site.folder("/").join("data/dashboard.json"), edited)?;
    for (kind, number) in [("live", "131"), ("frozen", "118")] {
        pasting.open(&chromium, of(&snippets, kind)?).await?;
        chromium
            .within(0, async |window| {
                let script = "return document.querySelector('.figure .quantity')?.textContent ?? ''";
                window.wait_until("the frame has its number", script, |found: &String| found == number).await
            })
            .await?;
        chromium.fits(0, kind).await?;
    }
    // A chart that was added after the site was printed.
    chromium.session.goto(pasting.site.address("/?chart=people-anew")).await?;
    chromium.wait_for_state("ready").await?;
    let shown: Shown = chromium.see(SHOWN).await?;
    assert_eq!(shown.charts, ["people-anew"]);
    findings::none(&shown.dead, "links to targets that do not exist");
    Ok(())
}

#[tokio::test]
async fn without_the_data_or_permission_to_read_it_a_frame_stays_as_printed() -> Result<()> {
    let Some(pasting) = Pasting::start("frames without data").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "chart-people").await?;
    let live = of(&snippets, "live")?;
    let data = pasting.site.folder("/").join("data/dashboard.json");
    for broken in [None, Some("{\"schema_version\": 1"), Some("[]")] {
        match broken {
            None => fs::remove_file(&data)?,
            Some(text) => fs::write(&data, text)?,
        }
        pasting.open(&chromium, live).await?;
        let shown = framed(&chromium, "error").await?;
        assert_eq!(shown.charts, ["people"], "{broken:?}");
        chromium.fits(0, &format!("{broken:?}")).await?;
        let words: String = chromium.within(0, async |window| window.text("body").await).await?;
        assert!(!words.contains("problem"), "{broken:?}: {words}");
    }
    // A host without CORS: for a frame with an opaque origin every request is cross-origin.
    let host = Host::start("/").await?;
    let neighbour = Neighbour::of(&host.origin()).await?;
    let page = neighbour.publish("page.html", &live.replace(&pasting.site.origin(), &host.origin()))?;
    chromium.session.goto(page).await?;
    let shown = framed(&chromium, "error").await?;
    assert_eq!(shown.charts, ["people"]);
    chromium.fits(0, "without CORS").await
}

#[tokio::test]
async fn an_excerpt_is_complete_without_any_script() -> Result<()> {
    let Some(pasting) = Pasting::start("excerpts without scripts").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.without_scripts().await?;
    for (file, charts, cards) in [("embed/people.html", 1, 0), ("embed/figure/raids.html", 0, 1)] {
        chromium.session.goto(pasting.site.address(&format!("/{file}"))).await?;
        let shown: Shown = chromium.see(SHOWN).await?;
        assert_eq!((shown.state.as_str(), shown.charts.len(), shown.cards.len()), ("static", charts, cards), "{file}");
        assert!(!shown.notes.is_empty(), "{file} has no notes");
        findings::none(&shown.dead, file);
        let styled: bool =
            chromium.see("return getComputedStyle(document.querySelector('.excerpt')).maxWidth !== 'none'").await?;
        assert!(styled, "{file} has no styles");
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_id_is_reported_only_after_the_live_data_has_loaded() -> Result<()> {
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.session.goto(format!("{}?chart=nobody", reader.host.page())).await?;
    reader.wait_for_state("loading").await?;
    let seen = "return document.querySelector('h1').checkVisibility({ visibilityProperty: true })";
    assert!(!reader.see::<bool>(seen).await?, "it is reported too early");
    reader.host.answer(Answer::AsBuilt);
    reader.wait_for_state("ready").await?;
    assert!(reader.see::<bool>(seen).await?, "it is not reported");
    // If the data cannot be loaded, that is reported instead.
    reader.host.answer(Answer::Missing);
    reader.session.goto(format!("{}?chart=nobody", reader.host.page())).await?;
    reader.wait_for_state("error").await?;
    assert!(reader.text("[role=alert]").await?.contains("404"), "{}", reader.text("body").await?);
    Ok(())
}

#[tokio::test]
async fn a_click_before_the_program_is_loaded_is_answered_with_newer_data_too() -> Result<()> {
    let reader = Reader::new().await?;
    let edited = edited("arrests", "2030-01-01")?;
    reader.host.answer(Answer::Held);
    reader.session.goto(format!("{}embed/people.html", reader.host.page())).await?;
    reader.click(".finding a[role=doc-noteref]").await?;
    reader.wait_for_state("loading").await?;
    reader.host.answer(Answer::Text(edited));
    let open = "return document.querySelector('#evidence[data-open]')?.textContent ?? ''";
    reader.wait_until("the evidence is open", open, |words: &String| words.contains("Guardian")).await?;
    assert!(reader.text(".colophon").await?.contains("2030"), "the newer figures are not shown");
    Ok(())
}

/// The data with another value of a figure and another date.
fn edited(id: &str, day: &str) -> Result<String> {
    Ok(Dataset::read()?.edited(|file| {
        file["updated"] = json!(day);
        for figure in file["figures"].as_array_mut().into_iter().flatten() {
            if text(figure, "id") == id {
                figure["value"] = json!({"about": 4321});
            }
        }
    }))
}

#[tokio::test]
async fn an_edit_of_another_figure_does_not_change_a_frame() -> Result<()> {
    let reader = Reader::new().await?;
    let marked = "return document.querySelector('.chart').dataset.marked ?? ''";
    for (id, day, stays) in [("raids", "2030-01-01", true), ("arrests", "2030-02-03", false)] {
        reader.host.answer(Answer::Held);
        reader.session.goto(format!("{}embed/people.html", reader.host.page())).await?;
        let before = reader.text(".colophon").await?;
        reader.see::<()>("document.querySelector('.chart').dataset.marked = 'as printed'").await?;
        reader.host.answer(Answer::Text(edited(id, day)?));
        reader.wait_for_state("ready").await?;
        assert_eq!(reader.see::<String>(marked).await? == "as printed", stays, "after an edit of {id}");
        assert_eq!(reader.text(".colophon").await? == before, stays, "the day after an edit of {id}");
        let whole = reader.text("main").await?;
        assert_eq!(whole.contains("4,321"), !stays, "after an edit of {id}: {whole}");
    }
    Ok(())
}

#[tokio::test]
async fn a_cached_frame_of_an_earlier_edition_is_updated() -> Result<()> {
    let Some(pasting) = Pasting::start("frames of an earlier edition").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let file = pasting.site.folder("/").join("embed/figure/raids.html");
    let printed = fs::read_to_string(&file)?;
    let shows = printed
        .split("data-shows=\"")
        .nth(1)
        .and_then(|rest| rest.get(..16))
        .context("the frame has no fingerprint")?;
    let old = printed.replace(shows, "0123456789abcdef").replace(">118<", ">117<");
    assert_ne!(old, printed);
    fs::write(&file, old)?;
    for copy in ["br", "gz"] {
        fs::remove_file(file.with_extension(format!("html.{copy}")))?;
    }
    chromium.session.goto(pasting.site.address("/embed/figure/raids.html")).await?;
    chromium.wait_for_state("ready").await?;
    assert_eq!(chromium.text(".figure .quantity").await?, "118");
    Ok(())
}
