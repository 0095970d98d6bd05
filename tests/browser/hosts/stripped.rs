//! Frames in systems that filter pasted HTML or run no scripts: what stays, and whether the frame still has the right height.

use anyhow::{Context, Result};
use serde_json::json;

use super::start;
use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::dataset::Dataset;
use visitor::findings;
use visitor::window::Window;

/// The widths of a phone, a column of text, and a wide page.
const WIDTHS: [u32; 3] = [320, 650, 1200];

/// A snippet without its script.
fn without_script(snippet: &str) -> Result<String> {
    let (start, rest) = snippet.split_once("<script").context("no script")?;
    let (_, end) = rest.split_once("</script>").context("no end of the script")?;
    Ok(format!("{start}{end}"))
}

/// The heights of a frame and of its content, at each width.
async fn measured(window: &Window, pasting: &Pasting, code: &str) -> Result<Vec<(f64, f64)>> {
    let columns = WIDTHS.map(|width| format!("<div style=\"width:{width}px\">{code}</div>")).concat();
    // All of them load at once.
    pasting.open(window, &columns.replace(" loading=\"lazy\"", "")).await?;
    let mut found = Vec::new();
    for frame in 0..3 {
        let script = "return document.querySelector('.colophon') && document.readyState === 'complete'
            ? [innerHeight, document.documentElement.getBoundingClientRect().height, innerWidth] : null";
        let what = "the frame is loaded";
        let sizes = window
            .within(frame, async |window| {
                window.wait_until(what, script, |sizes: &Option<(f64, f64, f64)>| sizes.is_some()).await?;
                window.see::<(f64, f64, f64)>(script).await
            })
            .await?;
        found.push((sizes.0, sizes.1));
    }
    Ok(found)
}

#[tokio::test]
async fn without_scripts_no_frame_is_cut_or_much_too_high() -> Result<()> {
    let Some(pasting) = start("frames without scripts").await? else { return Ok(()) };
    let dataset = Dataset::read()?;
    in_each_browser("frames without scripts", async |browser| {
        browser.size(1280, 900).await?;
        let charts = dataset.ids("charts").into_iter().map(|id| format!("chart-{id}"));
        let figures = dataset.ids("figures").into_iter().map(|id| format!("figure-{id}"));
        let mut wrong = Vec::new();
        for name in charts.chain(figures) {
            let snippets = pasting.snippets(browser, &name).await?;
            let code = without_script(of(&snippets, "live")?)?;
            for ((given, needed), width) in measured(browser, &pasting, &code).await?.into_iter().zip(WIDTHS) {
                let beyond = (given / needed - 1.0) * 100.0;
                if !(0.0..15.0).contains(&beyond) {
                    wrong.push(format!("{name}, {width} px: {given} px for {needed:.0} px, {beyond:+.1}%"));
                }
            }
        }
        findings::none(&wrong, "frames that are cut or too high");
        Ok(())
    })
    .await
}

/// Filters for pasted HTML, as programs in the page: what each leaves of an element.
const FILTERS: [(&str, &str); 3] = [
    (
        // WordPress for authors without the right to post any HTML, and most libraries by default.
        "frames, scripts and unknown elements go",
        "const kept = ['P', 'DIV', 'A', 'BLOCKQUOTE', 'SPAN']; return kept.includes(part.tagName) ? ['href', 'class', 'lang', 'dir', 'title'] : null",
    ),
    (
        "frames stay, without style",
        "return part.tagName === 'SCRIPT' ? null : ['src', 'href', 'title', 'width', 'height', 'frameborder', 'loading', 'sandbox']",
    ),
    (
        "frames stay, with style and without sandbox",
        "return part.tagName === 'SCRIPT' ? null : ['src', 'href', 'title', 'width', 'height', 'style', 'class', 'frameborder', 'lang', 'dir']",
    ),
];

#[tokio::test]
async fn whatever_a_filter_removes_the_line_with_its_link_stays_and_a_frame_keeps_its_height() -> Result<()> {
    let Some(pasting) = start("filters of HTML").await? else { return Ok(()) };
    in_each_browser("filters of HTML", async |browser| {
        browser.size(1280, 900).await?;
        let snippets = pasting.snippets(browser, "chart-people").await?;
        for (name, filter) in FILTERS {
            pasting.open(browser, "").await?;
            let script = format!("const body = new DOMParser().parseFromString(arguments[0], 'text/html').body;
                const keep = part => {{ {filter} }};
                for (const part of [...body.querySelectorAll('*')]) {{
                    const attributes = keep(part);
                    if (attributes) [...part.attributes].forEach(({{ name }}) => attributes.includes(name) || part.removeAttribute(name));
                    else part.replaceWith(...(part.tagName === 'SCRIPT' ? [] : part.childNodes));
                }}
                return body.innerHTML");
            let kept: String = browser.see_with(&script, vec![json!(of(&snippets, "live")?)]).await?;
            pasting.open(browser, &format!("<div style=\"width:650px\">{kept}</div>")).await?;
            let (line, link): (String, String) =
                browser.see("const line = document.querySelector('p'); return [line.innerText, line.querySelector('a').href]").await?;
            assert!(line.starts_with("People: estimated, arrested, released. "), "{name}: {line}");
            assert_eq!(link, pasting.site.address("/#chart-people"), "{name}");
            if !kept.contains("<iframe") {
                continue;
            }
            let sizes = "const frame = document.querySelector('iframe'); return [frame.offsetWidth, frame.offsetWidth - frame.clientWidth]";
            assert_eq!(browser.see::<(u32, u32)>(sizes).await?, (650, 0), "{name}: the width and the border of the frame");
            // One height for all widths is less exact.
            let greatest = if kept.contains("style=") { 1.15 } else { 1.35 };
            let script = "return document.querySelector('.colophon') ? innerHeight / document.documentElement.getBoundingClientRect().height : 0";
            let what = format!("{name}: the frame has the height of its content");
            let fits = |found: &f64| (1.0..greatest).contains(found);
            browser.within(0, async |window| window.wait_until(&what, script, fits).await).await?;
        }
        Ok(())
    })
    .await
}
