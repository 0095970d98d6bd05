//! Frames in a page of another origin with a strict policy, pasted as the embed dialog gives them: their heights, their
//! permissions, and what remains if parts of the HTML are removed.

use anyhow::{Context, Result};
use serde_json::json;

use crate::pasting::{Pasting, in_columns, of};
use visitor::browser::{Browser, in_each_browser};
use visitor::chromium::Chromium;
use visitor::findings;
use visitor::window::Window;

/// The framed parts: a chart with bars, the longest chart, a figure, a computed figure.
const FRAMED: [&str; 4] = ["chart-people", "chart-timeline", "figure-arrests", "figure-people-per-arrest"];

/// Pastes each frame into columns of three widths, and checks their heights.
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
async fn every_frame_has_the_height_of_its_content_in_columns_of_any_width() -> Result<()> {
    let Some(pasting) = Pasting::start("the height of frames").await? else { return Ok(()) };
    in_each_browser("the height of frames", async |browser| {
        browser.size(1280, 900).await?;
        frames_fit(browser, &pasting).await
    })
    .await
}

#[tokio::test]
async fn a_frame_grows_and_shrinks_as_parts_of_it_open_and_close() -> Result<()> {
    let Some(pasting) = Pasting::start("frames that change").await? else { return Ok(()) };
    in_each_browser("frames that change", async |browser| {
        browser.size(1280, 900).await?;
        opened_and_closed(browser, &pasting).await?;
        match browser {
            Browser::Chromium(chromium) => coloured_and_printed(chromium).await,
            Browser::Firefox(_) => Ok(()),
        }
    })
    .await
}

async fn coloured_and_printed(chromium: &Chromium) -> Result<()> {
    for scheme in ["dark", "light"] {
        chromium.prefer(scheme).await?;
        chromium.fits(0, scheme).await?;
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        let ground: String = chromium.within(0, async |window| window.see(ground).await).await?;
        assert_eq!(ground == "rgb(20, 22, 26)", scheme == "dark", "on a {scheme} device: {ground}");
    }
    chromium.print().await?;
    chromium.prefer("light").await?;
    chromium.fits(0, "after printing").await
}

async fn opened_and_closed(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "chart-people").await?;
    for column in ["w320", "w600"] {
        pasting.open(window, &format!("<div class=\"{column}\">{}</div>", of(&snippets, "live")?)).await?;
        window.fits(0, &format!("{column}, at first")).await?;
        open_and_close(window).await?;
    }
    Ok(())
}

async fn open_and_close(window: &Window) -> Result<()> {
    let before = height(window).await?;
    // Open a table.
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
    assert_eq!(height(window).await?, before, "the height of the frame after closing");
    // Click a marker: this loads the program and opens the evidence beside the marker.
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
            // The frame grows for the evidence.
            let beside = format!("const [a, b] = [{marker}, document.querySelector('#evidence')].map(part => part.getBoundingClientRect());
                return b.top < innerHeight && b.bottom <= innerHeight && Math.min(Math.abs(b.top - a.bottom), Math.abs(a.top - b.bottom)) < 30");
            window.wait_until("the evidence is beside its marker and within the frame", &beside, |beside: &bool| *beside).await
        })
        .await?;
    window.fits(0, "with the evidence of a number").await?;
    // Set a larger font size, as a reader may.
    let larger = "document.documentElement.style.fontSize = arguments[0]";
    for size in ["200%", ""] {
        window.within(0, async |window| window.see_with::<()>(larger, vec![json!(size)]).await).await?;
        window.fits(0, &format!("font size {size}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_marker_in_a_frozen_frame_scrolls_to_its_note_and_back() -> Result<()> {
    let Some(pasting) = Pasting::start("notes of frozen frames").await? else { return Ok(()) };
    in_each_browser("notes of frozen frames", async |browser| {
        browser.size(1280, 500).await?;
        notes_in_sight(browser, &pasting).await
    })
    .await
}

/// The frame has the height of its content, so the page around it scrolls and not the frame.
async fn notes_in_sight(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "chart-timeline").await?;
    pasting.open(window, &format!("<div class=\"w600\">{}</div>", of(&snippets, "frozen")?)).await?;
    window.fits(0, "at first").await?;
    for (link, far) in [(".markers a[href^='#note-jurist']", true), (".notes a[role=doc-backlink]", false)] {
        window
            .within(0, async |window| {
                let click = "const link = [...document.querySelectorAll(arguments[0])].find(link => link.getClientRects().length);
                    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))";
                window.see_with::<()>(click, vec![json!(link)]).await
            })
            .await?;
        let scrolled = "return scrollY > 300";
        window.wait_until(&format!("{link} has scrolled the page"), scrolled, |found: &bool| *found == far).await?;
    }
    Ok(())
}

async fn height(window: &Window) -> Result<u32> {
    window.see("return document.querySelector('iframe').clientHeight").await
}

#[tokio::test]
async fn a_frame_that_is_hidden_at_first_or_added_later_gets_its_height() -> Result<()> {
    let Some(pasting) = Pasting::start("frames that are hidden, or late").await? else { return Ok(()) };
    in_each_browser("frames that are hidden, or late,", async |browser| hidden_and_late(browser, &pasting).await).await
}

async fn hidden_and_late(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "chart-gdp").await?;
    let live = of(&snippets, "live")?;
    // Without lazy loading the frame loads while it is hidden.
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
async fn a_frame_has_an_opaque_origin_and_leaves_no_traces_in_the_page() -> Result<()> {
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
    // Browsers add the index of each frame to the global object, and ChromeDriver adds a name.
    let theirs = |name: &String| name.parse::<u32>().is_ok() || name == "ret_nodes";
    let new: Vec<String> = now.into_iter().filter(|name| !names.contains(name) && !theirs(name)).collect();
    findings::none(&new, "new global names");
    assert!(chromium.session.get_all_cookies().await?.is_empty(), "a cookie was set");
    let own: (String, String) = chromium
        .see("return [getComputedStyle(document.body).color, getComputedStyle(document.querySelector('p a')).color]")
        .await?;
    assert_eq!(
        own,
        ("rgb(255, 0, 0)".to_owned(), "rgb(0, 128, 0)".to_owned()),
        "the colours of the page around the frame"
    );
    Ok(())
}

#[tokio::test]
async fn without_the_embed_script_the_frame_keeps_its_height_and_scrolls() -> Result<()> {
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
                        return [top < innerHeight / 2 || top + height <= innerHeight, end <= innerHeight + 1]";
                    window.see(script).await
                })
                .await?;
            assert!(seen, "{name}: the drawing is not visible at first");
            assert!(reached, "{name}: the end cannot be scrolled to");
        }
    }
    Ok(())
}

#[tokio::test]
async fn if_the_frame_is_removed_a_text_with_a_link_remains() -> Result<()> {
    let Some(pasting) = Pasting::start("snippets without frames").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    for (name, anchor) in [("chart-people", "#chart-people"), ("figure-raids", "#figure-raids"), ("dashboard", "")] {
        for (kind, code) in pasting.snippets(&chromium, name).await? {
            if ["markdown", "wiki", "text", "jsx"].contains(&kind.as_str()) {
                continue;
            }
            // Content management systems remove unknown tags and keep their content.
            let script = "const body = new DOMParser().parseFromString(arguments[0], 'text/html').body;
                body.querySelectorAll('iframe, script, picture source').forEach(part => part.remove());
                body.querySelectorAll('footnoted-figure, picture, figure, figcaption').forEach(part => part.replaceWith(...part.childNodes));
                return [body.textContent.trim(), [...body.querySelectorAll('a')].map(link => link.href), [...body.querySelectorAll('img')].map(image => image.alt.length)]";
            let (words, links, pictures): (String, Vec<String>, Vec<usize>) =
                chromium.see_with(script, vec![json!(code)]).await?;
            assert!(words.len() > 2, "{name}, {kind}: no text remains");
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
async fn the_picture_follows_the_colour_scheme_and_has_a_text_alternative() -> Result<()> {
    let Some(pasting) = Pasting::start("pictures").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "chart-people").await?;
    pasting.open(&chromium, &format!("<div class=\"w600\">{}</div>", of(&snippets, "picture")?)).await?;
    for (scheme, ending, paper) in [("light", ".svg", "253,252,249"), ("dark", ".svg#dark", "20,22,26")] {
        chromium.prefer(scheme).await?;
        let script = "const image = document.querySelector('picture img');
            return image.complete && image.naturalWidth > 0 ? image.currentSrc : ''";
        chromium.wait_until("the picture is loaded", script, |shown: &String| shown.ends_with(ending)).await?;
        // Its background colour, read from a copy with CORS.
        let script = "const image = new Image();
            image.crossOrigin = 'anonymous';
            image.src = document.querySelector('picture img').currentSrc;
            const canvas = document.createElement('canvas').getContext('2d');
            return image.decode().then(() => {
                canvas.drawImage(image, 0, 0);
                return canvas.getImageData(4, 4, 1, 1).data.slice(0, 3).join();
            })";
        let shown: String = chromium.see(script).await?;
        assert_eq!(shown, paper, "the background on a {scheme} device");
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
async fn a_picture_is_legible_on_a_phone_in_a_page_and_in_a_mail() -> Result<()> {
    let Some(pasting) = Pasting::start("pictures on phones").await? else { return Ok(()) };
    in_each_browser("pictures on phones", async |browser| legible(browser, &pasting).await).await
}

async fn legible(browser: &Browser, pasting: &Pasting) -> Result<()> {
    // A kind, the width of the window, and the width for which the picture is drawn.
    for (name, kind, window, drawn) in [
        ("chart-people", "picture", 1280, 696),
        ("chart-people", "picture", 500, 344),
        ("chart-timeline", "picture", 500, 344),
        ("chart-timeline", "mail", 500, 344),
        ("chart-timeline", "mail", 1280, 344),
    ] {
        browser.size(1280, 900).await?;
        let snippets = pasting.snippets(browser, name).await?;
        browser.size(window, 900).await?;
        let column = if window == 1280 { "w600" } else { "w320" };
        pasting.open(browser, &format!("<div class=\"{column}\">{}</div>", of(&snippets, kind)?)).await?;
        // The smallest letters of a drawing are 12 pixels high where it has its own width.
        let letters = format!(
            "const image = document.querySelector('img');
            return image.complete && image.naturalWidth ? Math.round(12 * image.clientWidth / {drawn}) : 0"
        );
        let loaded = format!("{name}, {kind} is loaded");
        browser.wait_until(&loaded, &letters, |letters: &u32| *letters > 0).await?;
        let letters: u32 = browser.see(&letters).await?;
        assert!(letters >= 10, "{name}, {kind} at {window}: letters of {letters} pixels");
        let image = "const image = document.querySelector('img');
            return [image.currentSrc.endsWith('.svg'), Math.round(image.naturalWidth), Math.round(image.clientWidth)]";
        let (is_drawing, natural, width): (bool, u32, u32) = browser.see(image).await?;
        assert_eq!(is_drawing, kind == "picture", "{name}, {kind} at {window}");
        assert_eq!(natural, if is_drawing { drawn } else { 600 }, "{name}, {kind} at {window}");
        assert!(width <= 600, "{name}, {kind} at {window} is {width} pixels wide");
    }
    Ok(())
}

#[tokio::test]
async fn below_a_picture_each_article_is_quoted_with_a_link_to_the_passage() -> Result<()> {
    let Some(pasting) = Pasting::start("passages below pictures").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "chart-people").await?;
    for kind in ["picture", "mail"] {
        pasting.open(&chromium, of(&snippets, kind)?).await?;
        let links: Vec<(String, String)> = chromium
            .see(
                "return [...document.querySelectorAll('figcaption a, p a')].map(link => [link.textContent, link.href])",
            )
            .await?;
        let quoted: Vec<_> = links.iter().filter(|(words, _)| words.starts_with('“')).collect();
        assert!(quoted.len() >= 4, "{kind}: {links:?}");
        for (words, address) in quoted {
            assert!(address.contains("#:~:text="), "{kind}: {words} leads to {address}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn of_a_hundred_frames_on_a_page_only_the_nearest_are_loaded() -> Result<()> {
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
        return asked.filter(path => path === '/figures.html').length";
    let asked: u32 = chromium.see(asked).await?;
    assert_eq!(asked, 1, "the number of requests for the data of a hundred figures");
    let loaded: u32 = chromium
        .see("return [...document.querySelectorAll('iframe')].filter(frame => frame.style.height).length")
        .await?;
    assert!(loaded < 30, "{loaded} of a hundred frames were loaded at once");
    chromium.fits(99, "the last of a hundred").await
}
