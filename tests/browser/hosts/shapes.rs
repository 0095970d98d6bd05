//! Boxes and styles by which sites give all frames a shape: padding, aspect ratio, fixed heights, columns.

use anyhow::{Context, Result};
use serde_json::json;

use super::{fits_before_the_next_paragraph, start};
use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::window::Window;

/// Ways to give frames a shape: the name, the style, and the HTML with `{}` for what is pasted.
const SHAPES: [(&str, &str, &str); 8] = [
    (
        "a padding of 56.25% and a placed frame",
        ".wrap { position: relative; height: 0; padding-bottom: 56.25%; overflow: hidden } .wrap iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100% }",
        "<div class=\"wrap\">{}</div>",
    ),
    (
        "the padding as a style of the box, as Wagtail writes it",
        ".responsive-object { position: relative } .responsive-object iframe, .responsive-object object { position: absolute; top: 0; left: 0; width: 100%; height: 100% }",
        "<div class=\"responsive-object\" style=\"padding-bottom: 110.17%\">{}</div>",
    ),
    (
        "Bootstrap's .ratio",
        ".ratio { position: relative; width: 100%; --ratio: 56.25% } .ratio::before { display: block; padding-top: var(--ratio); content: '' } .ratio > * { position: absolute; top: 0; left: 0; width: 100%; height: 100% }",
        "<div class=\"ratio\">{}</div>",
    ),
    (
        "a padding before the content, for frames at any depth",
        ".embed { position: relative; display: block; width: 100%; padding: 0; overflow: hidden } .embed::before { display: block; padding-top: 56.25%; content: '' } .embed iframe { position: absolute; top: 0; bottom: 0; left: 0; width: 100%; height: 100%; border: 0 }",
        "<div class=\"embed\">{}</div>",
    ),
    (
        "an aspect ratio that cuts",
        ".video { aspect-ratio: 16 / 9; overflow: hidden } .video iframe { width: 100%; height: 100% }",
        "<section><div class=\"video\">{}</div></section>",
    ),
    ("a box of a fixed height", ".box { height: 300px; overflow: hidden }", "<div class=\"box\"><div>{}</div></div>"),
    (
        "a greatest height of all frames",
        "iframe { max-width: 100%; max-height: 360px; min-height: 90vh; height: auto !important }",
        "{}",
    ),
    (
        "a flexible box that centres",
        ".middle { display: flex; flex-direction: column; align-items: center }",
        "<div class=\"middle\">{}</div>",
    ),
];

#[tokio::test]
async fn boxes_that_give_frames_a_shape_get_the_height_of_ours() -> Result<()> {
    let Some(pasting) = start("boxes around frames").await? else { return Ok(()) };
    in_each_browser("boxes around frames", async |browser| {
        browser.size(1280, 900).await?;
        let snippets = pasting.snippets(browser, "chart-people").await?;
        let live = of(&snippets, "live")?;
        for (name, style, html) in SHAPES {
            for width in [320, 900] {
                shaped(browser, &pasting, &format!("{name}, {width} px"), (width, style, html), live).await?;
                let bare = without_our_box(live)?;
                shaped(browser, &pasting, &format!("{name}, {width} px, only the frame"), (width, style, html), &bare)
                    .await?;
            }
        }
        Ok(())
    })
    .await
}

/// The frame and the script of a snippet.
fn without_our_box(snippet: &str) -> Result<String> {
    let (_, rest) = snippet.split_once("<iframe").context("no frame")?;
    let (frame, rest) = rest.split_once("</iframe>").context("no end of the frame")?;
    let (_, script) = rest.split_once("<script").context("no script")?;
    Ok(format!("<iframe{frame}</iframe><script{script}"))
}

async fn shaped(
    window: &Window,
    pasting: &Pasting,
    what: &str,
    (width, style, html): (u32, &str, &str),
    code: &str,
) -> Result<()> {
    let body = format!(
        "<style>{style}</style><article style=\"width:{width}px\"><p>Before it.</p>{}<p id=\"after\">After it.</p></article>",
        html.replace("{}", code)
    );
    pasting.open(window, &body).await?;
    fits_before_the_next_paragraph(window, what).await?;
    // And again when the frame has grown and shrunk.
    for _ in 0..2 {
        window
            .within(0, async |window| window.see::<()>("document.querySelector('details.table summary').click()").await)
            .await?;
        fits_before_the_next_paragraph(window, &format!("{what}, after a table was opened or closed")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_box_with_words_of_the_site_keeps_its_height() -> Result<()> {
    let Some(pasting) = start("boxes with words").await? else { return Ok(()) };
    in_each_browser("boxes with words", async |browser| {
        let snippets = pasting.snippets(browser, "chart-people").await?;
        let live = of(&snippets, "live")?;
        let body =
            format!("<div id=\"box\" style=\"height:200px;overflow:auto\"><p>Words of the site.</p>{live}</div>");
        pasting.open(browser, &body).await?;
        browser.fits(0, "in a box that scrolls").await?;
        let style: String = browser.see("return document.getElementById('box').getAttribute('style')").await?;
        assert_eq!(style, "height:200px;overflow:auto");
        Ok(())
    })
    .await
}

/// Columns of themes: each part of an article gets the width of the column, unless a style of its own says otherwise.
const COLUMNS: [(&str, &str); 3] = [
    (
        "a column by the greatest width",
        ".prose > * { max-width: 650px; margin-left: auto !important; margin-right: auto !important }",
    ),
    (
        "a column by the width less margins",
        ".prose > * { width: calc(100% - 8rem); max-width: 650px; margin-inline: auto }",
    ),
    (
        "a column by a grid",
        ".prose { display: grid; grid-template-columns: 1fr min(650px, 100%) 1fr } .prose > * { grid-column: 2 }",
    ),
];

#[tokio::test]
async fn a_frame_has_the_width_of_the_text_around_it() -> Result<()> {
    let Some(pasting) = start("columns of text").await? else { return Ok(()) };
    in_each_browser("columns of text", async |browser| {
        browser.size(1280, 900).await?;
        let snippets = pasting.snippets(browser, "chart-people").await?;
        let live = of(&snippets, "live")?;
        for (name, style) in COLUMNS {
            for (lang, dir) in [("en", "ltr"), ("ar", "rtl"), ("km", "ltr")] {
                let words = "Words of the site, enough of them to fill its column. ".repeat(6);
                let body = format!("<style>{style}</style><article class=\"prose\" lang=\"{lang}\" dir=\"{dir}\"><p>{words}</p>{live}<p id=\"after\">{words}</p></article>");
                pasting.open(browser, &body).await?;
                let what = format!("{name}, {lang}");
                fits_before_the_next_paragraph(browser, &what).await?;
                let sides = "return ['iframe', '.footnoted p', '#after'].map(part => document.querySelector(part).getBoundingClientRect()).map(({ left, right }) => [left, right])";
                let sides: Vec<(f64, f64)> = browser.see(sides).await?;
                for (left, right) in &sides {
                    assert!((left - sides[2].0).abs() < 1.0 && (right - sides[2].1).abs() < 1.0, "{what}: {sides:?}");
                }
                assert!((600.0..=651.0).contains(&(sides[0].1 - sides[0].0)), "{what}: {sides:?}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_line_of_a_frame_reads_from_its_begin_in_a_site_from_right_to_left() -> Result<()> {
    let Some(pasting) = start("sites from right to left").await? else { return Ok(()) };
    in_each_browser("sites from right to left", async |browser| {
        let snippets = pasting.snippets(browser, "chart-people").await?;
        pasting.open(browser, &format!("<div lang=\"ar\" dir=\"rtl\">{}</div>", of(&snippets, "live")?)).await?;
        // The place of the link, and of the full stop before it, which a line from right to left would move to the left.
        let script = "const line = document.querySelector('.footnoted p');
            const range = document.createRange();
            range.selectNodeContents(line.firstChild);
            const words = range.getClientRects()[0];
            range.setStart(line.firstChild, line.firstChild.data.lastIndexOf('.'));
            range.setEnd(line.firstChild, line.firstChild.data.lastIndexOf('.') + 1);
            const stop = range.getBoundingClientRect();
            const link = line.querySelector('a').getBoundingClientRect();
            return [line.lang, words.left < stop.left, stop.left < link.left || stop.top < link.top]";
        let found: (String, bool, bool) = browser.see_with(script, vec![json!(0)]).await?;
        assert_eq!(found, ("en".to_owned(), true, true));
        Ok(())
    })
    .await
}
