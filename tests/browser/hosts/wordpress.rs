//! The answer to a pasted address (oEmbed) in WordPress: what it keeps of the HTML, the height that it allows, and links.

use std::fs;

use anyhow::{Context, Result};
use publish::{Files, Forgetful, Input, press};
use serde_json::{Value, json};

use super::start;
use crate::pasting::Pasting;
use visitor::browser::in_each_browser;
use visitor::dataset::{Dataset, text};
use visitor::window::Window;

#[path = "../../../app/publish/tests/template/mod.rs"]
mod template;

/// What WordPress runs on the page.
const SCRIPT: &str = include_str!("wordpress.js");

/// The HTML that WordPress makes of an answer: of the words before the frame only text and links, of the frame only some of its
/// attributes, a sandbox that allows scripts alone, and a secret.
const FILTER: &str = "const kept = { A: ['href'], BLOCKQUOTE: [], IFRAME: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'] };
    const body = new DOMParser().parseFromString(arguments[0], 'text/html').body;
    for (const part of [...body.querySelectorAll('*')]) {
        if (!kept[part.tagName]) part.replaceWith(...(part.matches('script, style') ? [] : part.childNodes));
        else for (const { name } of [...part.attributes]) if (!kept[part.tagName].includes(name)) part.removeAttribute(name);
    }
    const [, words = '', frame] = /(<blockquote>.*?<\\/blockquote>)?.*(<iframe.*?><\\/iframe>)/s.exec(body.innerHTML);
    return words.replace('<blockquote', '<blockquote class=\"wp-embedded-content\" data-secret=\"aB3dE6gH9k\"')
        + frame.replace(/src=\"(.*?)\"/, 'src=\"$1#?secret=aB3dE6gH9k\" data-secret=\"aB3dE6gH9k\"')
            .replace('<iframe', '<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; clip: rect(1px, 1px, 1px, 1px);\"')";

/// The answers of the site. The edition of the tests has no address, and so no answers: it is pressed again with its own.
fn answers(pasting: &Pasting) -> Result<Files> {
    let data = fs::read(pasting.site.folder("/").join("data/dashboard.json"))?;
    let address = pasting.site.address("/");
    let input = Input {
        data: &data,
        data_path: "data/dashboard.json",
        template: &template::template(),
        template_path: "template",
        address: Some(&address),
        draft: true,
        earlier: &Files::default(),
        memory: &Forgetful,
        workers: 2,
    };
    Ok(press(&input)?.files)
}

fn answer(answers: &Files, name: &str) -> Result<String> {
    let answer = answers.get(&format!("oembed/{name}.json")).with_context(|| format!("no answer for {name}"))?;
    let answer: Value = serde_json::from_slice(answer)?;
    Ok(answer["html"].as_str().context("no HTML")?.to_owned())
}

/// Opens a post with an answer, as WordPress publishes it.
async fn post(window: &Window, pasting: &Pasting, answer: &str, width: u32) -> Result<()> {
    pasting.open(window, "").await?;
    let kept: String = window.see_with(FILTER, vec![json!(answer)]).await?;
    let script = pasting.neighbour.write("wp-embed.js", SCRIPT)?;
    let body = format!("<div style=\"width:{width}px\">{kept}</div><script src=\"{script}\"></script>");
    pasting.open(window, &body).await
}

/// Waits until the words have given way to the frame, and checks that nothing of it is cut.
async fn is_complete(window: &Window, what: &str) -> Result<()> {
    let shown = "const [frame, words] = ['iframe', 'blockquote'].map(part => document.querySelector(part));
        return [!frame.hasAttribute('style') && getComputedStyle(words).display === 'none', Number(frame.height), frame.clientHeight]";
    let good = |found: &(bool, u32, u32)| found.0 && found.1 <= 1000 && found.1 == found.2;
    window.wait_until(&format!("{what}: the frame is shown"), shown, good).await?;
    let what = format!("{what}: everything is in the frame (inner height, end of the content, scroll height)");
    let script = "const root = document.documentElement;
        return [innerHeight, document.querySelector('.colophon').getBoundingClientRect().bottom, root.scrollHeight]";
    let good = |&(inner, end, scrolled): &(f64, f64, f64)| scrolled <= inner && (0.0..=4.0).contains(&(inner - end));
    window.within(0, async |window| window.wait_until(&what, script, good).await).await
}

#[tokio::test]
async fn a_pasted_address_shows_all_of_a_chart_within_the_height_that_wordpress_allows() -> Result<()> {
    let Some(pasting) = start("addresses in WordPress").await? else { return Ok(()) };
    let answers = answers(&pasting)?;
    let dataset = Dataset::read()?;
    in_each_browser("addresses in WordPress", async |browser| {
        browser.size(1280, 1200).await?;
        let charts = dataset.ids("charts").into_iter().map(str::to_owned);
        for name in charts.chain(["figure/raids".to_owned(), "figure/people-per-arrest".to_owned()]) {
            for width in [320, 650] {
                post(browser, &pasting, &answer(&answers, &name)?, width).await?;
                is_complete(browser, &format!("{name}, {width} px")).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_to_an_article_leads_to_its_note_on_the_page_where_a_frame_may_open_no_windows() -> Result<()> {
    let Some(pasting) = start("links in WordPress").await? else { return Ok(()) };
    let answers = answers(&pasting)?;
    in_each_browser("links in WordPress", async |browser| {
        browser.size(1280, 1200).await?;
        post(browser, &pasting, &answer(&answers, "people")?, 650).await?;
        is_complete(browser, "at first").await?;
        for (link, folded, target) in
            [(".notes .article a[href^=http]", true, "#note-guardian"), (".colophon a", false, "#chart-people")]
        {
            // WordPress follows links of the frame that has the focus. The link is clicked by script: the frame changes its height
            // after the fold has opened, so a click at a place could miss it.
            browser.see::<()>("document.querySelector('iframe').focus()").await?;
            browser
                .within(0, async |window| {
                    if folded {
                        window.click("#notes-fold > summary").await?;
                    }
                    window.see::<()>(&format!("document.querySelector('{link}').click()")).await
                })
                .await?;
            let followed = "return window.followed ?? ''";
            let page = pasting.site.address("/index.html");
            browser
                .wait_until("the link is followed", followed, |found: &String| {
                    found.starts_with(&page) && found.ends_with(target)
                })
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_frames_are_removed_each_figure_stays_in_words_with_links_to_its_articles() -> Result<()> {
    let Some(pasting) = start("words of an answer").await? else { return Ok(()) };
    let answers = answers(&pasting)?;
    let dataset = Dataset::read()?;
    in_each_browser("words of an answer", async |browser| {
        for chart in dataset.list("charts") {
            let id = text(chart, "id");
            pasting.open(browser, "").await?;
            let kept: String = browser.see_with(FILTER, vec![json!(answer(&answers, id)?)]).await?;
            let script = "const kept = new DOMParser().parseFromString(arguments[0], 'text/html').body;
                kept.querySelector('iframe').remove();
                return [kept.textContent, [...kept.querySelectorAll('blockquote a')].map(link => link.href)]";
            let (words, links): (String, Vec<String>) = browser.see_with(script, vec![json!(kept)]).await?;
            assert!(words.len() > 80, "{id}: {words}");
            for item in dataset.drawn(chart) {
                for article in dataset.articles(&item) {
                    let address = dataset.source(&article).map(|source| text(source, "URL")).unwrap_or_default();
                    assert!(
                        links.iter().any(|link| link.starts_with(address)),
                        "{id}: no link to {article} in {links:?}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}
