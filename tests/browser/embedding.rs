//! Charts and figures in somebody else's page: pasted as they are offered, under a strict policy, on another origin.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::dataset::{Dataset, text};
use crate::findings;
use crate::firefox::Firefox;
use crate::host::Host;
use crate::neighbour::Neighbour;
use crate::pasting::{Pasting, in_columns, of};
use crate::window::Window;

/// What is framed in these tests: a chart with bars, the longest chart, a figure, a computed figure.
const FRAMED: [&str; 4] = ["chart-people", "chart-timeline", "figure-arrests", "figure-people-per-arrest"];

/// What a frame shows, read from inside.
const SHOWN: &str = "const text = element => element?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
    return {
        state: document.documentElement.dataset.state,
        charts: [...document.querySelectorAll('figure[data-chart]')].map(chart => chart.dataset.chart),
        cards: [...document.querySelectorAll('.figure[data-figure]')].map(figure => figure.dataset.figure),
        notes: [...document.querySelectorAll('[role=doc-endnotes] [data-source]')].map(note => note.dataset.source),
        dead: [...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)),
        away: [...document.querySelectorAll('a[href]')].filter(link => !link.getAttribute('href').startsWith('#'))
            .filter(link => link.target !== '_blank' || link.relList.contains('noopener') === false).map(link => link.href),
        home: [...document.querySelectorAll('.colophon a')].map(link => link.href),
    }";

#[derive(Debug, serde::Deserialize)]
struct Shown {
    state: String,
    charts: Vec<String>,
    cards: Vec<String>,
    notes: Vec<String>,
    dead: Vec<String>,
    away: Vec<String>,
    home: Vec<String>,
}

/// Pastes each frame that is offered into columns of three widths, and looks at all of them.
async fn frames_fit(window: &Window, pasting: &Pasting) -> Result<()> {
    for name in FRAMED {
        let snippets = pasting.snippets(window, name).await?;
        for kind in ["live", "frozen"] {
            pasting.open(window, &in_columns(of(&snippets, kind)?)).await?;
            for frame in 0..3 {
                window.fits(frame, &format!("{name}, {kind}")).await?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_frame_is_as_high_as_what_is_in_it_in_columns_of_any_width() -> Result<()> {
    let Some(pasting) = Pasting::start("the height of frames").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.size(1280, 900).await?;
    frames_fit(&chromium, &pasting).await?;
    let Some(firefox) = Firefox::start("the height of frames in Firefox").await? else { return Ok(()) };
    frames_fit(&firefox, &pasting).await
}

#[tokio::test]
async fn the_whole_dashboard_stands_in_a_frame_without_the_furniture_of_the_page() -> Result<()> {
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
        findings::none(&shown.dead, "links to places that are not in the frame");
        findings::none(&shown.away, "links that would open within the frame");
        let furniture = "return document.querySelectorAll('.tools, .exit, nav, .skip, #download, .take').length";
        assert_eq!(chromium.within(0, async |window| window.see::<u32>(furniture).await).await?, 0, "{kind}");
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_shows_one_thing_with_all_its_notes_and_the_way_to_the_rest() -> Result<()> {
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
        assert!(shown.cards.is_empty(), "{id} comes with {:?}", shown.cards);
        let behind: Vec<_> = dataset.drawn(chart).iter().flat_map(|item| dataset.articles(item)).collect();
        for article in &behind {
            assert!(shown.notes.contains(article), "{id} has no note on {article}");
        }
        assert_eq!(shown.home, [pasting.site.address(&format!("/index.html#chart-{id}"))]);
        findings::none(&shown.dead, "links to places that are not in the frame");
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
        findings::none(&shown.dead, "links to places that are not in the frame");
        findings::none(&shown.away, "links that would open within the frame");
    }
    Ok(())
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
async fn a_frame_grows_and_shrinks_with_what_is_opened_in_it() -> Result<()> {
    let Some(pasting) = Pasting::start("frames that change").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.size(1280, 900).await?;
    opened_and_closed(&chromium, &pasting).await?;
    for scheme in ["dark", "light"] {
        chromium.prefer(scheme).await?;
        chromium.fits(0, scheme).await?;
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        let ground: String = chromium.within(0, async |window| window.see(ground).await).await?;
        assert_eq!(ground == "rgb(23, 23, 21)", scheme == "dark", "on a {scheme} device: {ground}");
    }
    chromium.print().await?;
    chromium.prefer("light").await?;
    chromium.fits(0, "printed and back").await?;
    let Some(firefox) = Firefox::start("frames that change in Firefox").await? else { return Ok(()) };
    opened_and_closed(&firefox, &pasting).await
}

async fn opened_and_closed(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "chart-people").await?;
    pasting.open(window, &format!("<div class=\"w600\">{}</div>", of(&snippets, "live")?)).await?;
    window.fits(0, "at first").await?;
    let before = height(window).await?;
    // A table, opened by the reader.
    window
        .within(0, async |window| window.see::<()>("document.querySelector('details.table summary').click()").await)
        .await?;
    let grown = format!("return document.querySelector('iframe').clientHeight > {before}");
    window.wait_until("the frame has grown", &grown, |grown: &bool| *grown).await?;
    window.fits(0, "with an open table").await?;
    window
        .within(0, async |window| window.see::<()>("document.querySelector('details.table summary').click()").await)
        .await?;
    window.fits(0, "with the table closed").await?;
    assert_eq!(height(window).await?, before, "the frame is not as high as before");
    // A footnote: the program comes when it is asked for, and the evidence opens beside the marker.
    let marker = "document.querySelector('.finding a[role=doc-noteref]')";
    window
        .within(0, async |window| {
            window.click(".finding a[role=doc-noteref]").await?;
            let open = "return document.querySelector('#evidence[data-open]')?.textContent ?? ''";
            window.wait_until("the evidence is open", open, |words: &String| words.contains("Guardian")).await?;
            let away: Vec<String> = window
                .see("return [...document.querySelectorAll('#evidence a[href^=http]')].filter(link => link.target !== '_blank').map(link => link.href)")
                .await?;
            findings::none(&away, "links in the evidence that would open within the frame");
            let beside: bool = window
                .see(&format!("const [a, b] = [{marker}, document.querySelector('#evidence')].map(part => part.getBoundingClientRect());
                    return b.top < innerHeight && b.bottom <= innerHeight && Math.min(Math.abs(b.top - a.bottom), Math.abs(a.top - b.bottom)) < 30"))
                .await?;
            assert!(beside, "the evidence is not beside its marker, or not within the frame");
            Ok(())
        })
        .await?;
    window.fits(0, "with the evidence of a number").await?;
    // Larger type, as a reader may set it.
    let larger = "document.documentElement.style.fontSize = arguments[0]";
    for size in ["200%", ""] {
        window.within(0, async |window| window.see_with::<()>(larger, vec![json!(size)]).await).await?;
        window.fits(0, &format!("type of {size}")).await?;
    }
    Ok(())
}

async fn height(window: &Window) -> Result<u32> {
    window.see("return document.querySelector('iframe').clientHeight").await
}

#[tokio::test]
async fn a_frame_that_was_hidden_or_added_later_gets_its_height_too() -> Result<()> {
    let Some(pasting) = Pasting::start("frames that are hidden, or late").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    hidden_and_late(&chromium, &pasting).await?;
    let Some(firefox) = Firefox::start("frames that are hidden, or late, in Firefox").await? else { return Ok(()) };
    hidden_and_late(&firefox, &pasting).await
}

async fn hidden_and_late(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "chart-gdp").await?;
    let live = of(&snippets, "live")?;
    // Also where the site around it does not put off what is out of sight.
    let eager = live.replace(" loading=\"lazy\"", "");
    pasting
        .open(window, &format!("<div id=\"tab\" hidden>{eager}</div><div id=\"late\" class=\"w600\"></div>"))
        .await?;
    let hide = "document.getElementById('tab').hidden = arguments[0]";
    for hidden in [false, true, false] {
        window.see_with::<()>(hide, vec![json!(hidden)]).await?;
        if !hidden {
            window.fits(0, "in a tab that was hidden").await?;
        }
    }
    let (frame, _) = live.split_once("</iframe>").context("no frame")?;
    let add = "document.getElementById('late').insertAdjacentHTML('beforeend', arguments[0])";
    window.see_with::<()>(add, vec![json!(format!("{frame}</iframe>"))]).await?;
    window.fits(1, "added later").await
}

#[tokio::test]
async fn a_frame_has_no_origin_and_leaves_nothing_behind() -> Result<()> {
    let Some(pasting) = Pasting::start("what a frame may do").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "chart-people").await?;
    let live = of(&snippets, "live")?;
    pasting.open(&chromium, "").await?;
    let names: Vec<String> = chromium.see("return Object.getOwnPropertyNames(window)").await?;
    pasting.open(&chromium, live).await?;
    chromium.fits(0, "at first").await?;
    let (origin, refused, referrer): (String, u32, String) = chromium
        .within(0, async |window| {
            let script = "let refused = 0;
                for (const touch of [() => localStorage, () => sessionStorage, () => document.cookie, () => parent.document]) {
                    try { touch() } catch { refused += 1 }
                }
                return [self.origin, refused, document.referrer]";
            window.see(script).await
        })
        .await?;
    assert_eq!((origin.as_str(), refused, referrer.as_str()), ("null", 4, ""));
    let now: Vec<String> = chromium.see("return Object.getOwnPropertyNames(window)").await?;
    // Each frame of a page also has a number there, and ChromeDriver leaves a name.
    let theirs = |name: &String| name.parse::<u32>().is_ok() || name == "ret_nodes";
    let new: Vec<String> = now.into_iter().filter(|name| !names.contains(name) && !theirs(name)).collect();
    findings::none(&new, "global names that were left behind");
    assert!(chromium.session.get_all_cookies().await?.is_empty(), "a cookie was set");
    let own: (String, String) = chromium
        .see("return [getComputedStyle(document.body).color, getComputedStyle(document.querySelector('body > p a')).color]")
        .await?;
    assert_eq!(own, ("rgb(255, 0, 0)".to_owned(), "rgb(0, 128, 0)".to_owned()), "the style of the page around it");
    Ok(())
}

#[tokio::test]
async fn where_scripts_are_taken_out_the_frame_keeps_its_height_and_scrolls() -> Result<()> {
    let Some(pasting) = Pasting::start("frames without the script").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    for name in ["chart-people", "figure-arrests"] {
        let snippets = pasting.snippets(&chromium, name).await?;
        let live = of(&snippets, "live")?;
        let (kept, _) = live.split_once("<script").context("the snippet has no script")?;
        pasting.open(&chromium, &in_columns(kept)).await?;
        for frame in 0..3 {
            let promised = "const frame = document.querySelectorAll('iframe')[arguments[0]];
                return [frame.clientHeight, Number(frame.getAttribute('height')), frame.clientWidth, frame.parentElement.clientWidth]";
            let (height, promised, width, column): (u32, u32, u32, u32) =
                chromium.see_with(promised, vec![json!(frame)]).await?;
            assert!(height.abs_diff(promised) <= 4 && height >= 320, "{name}: {height} px high, not {promised}");
            assert!(width.abs_diff(column) <= 4, "{name}: {width} px wide in a column of {column}");
            let (seen, reached): (bool, bool) = chromium
                .within(frame, async |window| {
                    window.wait_for_state("ready").await?;
                    let script = "const chart = document.querySelector('.frame svg, .figure');
                        const { top, height } = [...document.querySelectorAll('.frame svg, .figure')].find(part => part.getClientRects().length).getBoundingClientRect();
                        const root = document.documentElement;
                        root.scrollTo(0, root.scrollHeight);
                        const end = document.querySelector('.colophon').getBoundingClientRect().bottom;
                        return [top < innerHeight / 2, end <= innerHeight + 1]";
                    window.see(script).await
                })
                .await?;
            assert!(seen, "{name}: what is framed is not in sight at first");
            assert!(reached, "{name}: the end cannot be scrolled to");
        }
    }
    Ok(())
}

#[tokio::test]
async fn where_frames_are_taken_out_a_citation_with_its_link_is_left() -> Result<()> {
    let Some(pasting) = Pasting::start("what is left of a snippet").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    for (name, anchor) in [("chart-people", "#chart-people"), ("figure-raids", "#figure-raids"), ("dashboard", "")] {
        for (kind, code) in pasting.snippets(&chromium, name).await? {
            // As content management systems do it: tags that they do not know go, and what is between them stays.
            let script = "const body = new DOMParser().parseFromString(arguments[0], 'text/html').body;
                body.querySelectorAll('iframe, script, picture source').forEach(part => part.remove());
                body.querySelectorAll('footnoted-figure, picture, figure, figcaption').forEach(part => part.replaceWith(...part.childNodes));
                return [body.textContent.trim(), [...body.querySelectorAll('a')].map(link => link.href), [...body.querySelectorAll('img')].map(image => image.alt.length)]";
            let (words, links, pictures): (String, Vec<String>, Vec<usize>) =
                chromium.see_with(script, vec![json!(code)]).await?;
            assert!(words.len() > 2, "{name}, {kind}: no words are left");
            if kind != "sentence" {
                let home = pasting.site.address(&format!("/{anchor}"));
                assert!(links.contains(&home), "{name}, {kind}: no link to {home} in {links:?}");
            }
            assert!(!links.is_empty() && pictures.iter().all(|length| *length > 40), "{name}, {kind}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_address_with_an_unknown_id_says_so_and_lists_the_known_ones() -> Result<()> {
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
async fn the_addresses_of_the_page_lead_to_excerpts() -> Result<()> {
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
async fn a_correction_on_the_site_is_a_correction_in_every_frame_but_the_frozen_ones() -> Result<()> {
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
    // A chart that was not there when the site was printed.
    chromium.session.goto(pasting.site.address("/?chart=people-anew")).await?;
    chromium.wait_for_state("ready").await?;
    let shown: Shown = chromium.see(SHOWN).await?;
    assert_eq!(shown.charts, ["people-anew"]);
    findings::none(&shown.dead, "links to places that are not there");
    Ok(())
}

#[tokio::test]
async fn without_data_or_leave_to_read_it_a_frame_stands_as_it_was_printed() -> Result<()> {
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
    // A host that gives nobody leave to read its files: to a frame without an origin, everybody is another.
    let host = Host::start("/").await?;
    let neighbour = Neighbour::of(&host.origin()).await?;
    let page = neighbour.publish("page.html", &live.replace(&pasting.site.origin(), &host.origin()))?;
    chromium.session.goto(page).await?;
    let shown = framed(&chromium, "error").await?;
    assert_eq!(shown.charts, ["people"]);
    chromium.fits(0, "without leave").await
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
        assert!(styled, "{file} has no look");
    }
    Ok(())
}

#[tokio::test]
async fn the_picture_shows_the_colours_of_the_reader_and_says_what_is_on_it() -> Result<()> {
    let Some(pasting) = Pasting::start("pictures").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "chart-people").await?;
    pasting.open(&chromium, &format!("<div class=\"w600\">{}</div>", of(&snippets, "picture")?)).await?;
    for (scheme, ending) in [("light", "people-light.svg"), ("dark", "people-dark.svg")] {
        chromium.prefer(scheme).await?;
        let script = "const image = document.querySelector('picture img');
            return image.complete && image.naturalWidth > 0 ? image.currentSrc : ''";
        chromium.wait_until("the picture is there", script, |shown: &String| shown.ends_with(ending)).await?;
    }
    let (alternative, width, column): (String, u32, u32) = chromium
        .see("const image = document.querySelector('picture img'); return [image.alt, image.clientWidth, image.closest('div').clientWidth]")
        .await?;
    assert!(alternative.contains("100,000") && alternative.contains("5,000"), "{alternative}");
    assert!(width <= column, "{width} px in a column of {column}");
    let png: String = chromium.see("return document.querySelector('picture img').src").await?;
    let answer = crate::nginx::ask(&png, &[]).await?;
    assert!(answer.body.starts_with(b"\x89PNG"), "{png} is no PNG");
    Ok(())
}

#[tokio::test]
async fn a_hundred_frames_on_a_page_come_as_they_are_needed() -> Result<()> {
    let Some(pasting) = Pasting::start("a hundred frames").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let charts = pasting.snippets(&chromium, "chart-gdp").await?;
    let figures = pasting.snippets(&chromium, "figure-raids").await?;
    let both = format!("<div class=\"column w600\">{}<p>{}</p></div>", of(&charts, "live")?, of(&figures, "sentence")?);
    pasting.open(&chromium, &both.repeat(100)).await?;
    chromium.fits(0, "the first of a hundred").await?;
    let filled = "return [...document.querySelectorAll('footnoted-figure')].filter(figure => figure.shadowRoot).length";
    chromium.wait_until("all figures are filled in", filled, |filled: &u32| *filled == 100).await?;
    let asked = "const asked = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
        return ['/data/dashboard.json', '/figures.json', '/embed.js'].map(path => asked.filter(other => other === path).length)";
    let asked: Vec<u32> = chromium.see(asked).await?;
    assert_eq!(asked[..2], [1, 1], "how often the data was fetched for a hundred figures");
    let loaded: u32 = chromium
        .see("return [...document.querySelectorAll('iframe')].filter(frame => frame.style.height).length")
        .await?;
    assert!(loaded < 30, "{loaded} of a hundred frames were loaded at once");
    chromium.fits(99, "the last of a hundred").await
}
