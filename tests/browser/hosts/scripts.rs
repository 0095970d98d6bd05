//! Ways in which sites load the script for the height, and scripts of sites that set the heights of frames themselves.

use std::fs;

use anyhow::{Context, Result};

use super::{fits_before_the_next_paragraph, start};
use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::window::Window;

/// The frame and line of a snippet, and the address of its script.
fn parts(snippet: &str) -> Result<(&str, &str)> {
    let (frame, script) = snippet.split_once("<script").context("no script")?;
    let address = script.split('"').nth(1).context("no address")?;
    Ok((frame, address))
}

#[tokio::test]
async fn the_script_works_in_any_file_of_a_site() -> Result<()> {
    let Some(pasting) = start("scripts in other files").await? else { return Ok(()) };
    let ours = fs::read_to_string(pasting.site.folder("/").join("embed.js"))?;
    in_each_browser("scripts in other files", async |browser| {
        for name in ["chart-people", "figure-raids"] {
            let snippets = pasting.snippets(browser, name).await?;
            for kind in ["live", "frozen"] {
                let (frame, address) = parts(of(&snippets, kind)?)?;
                let combined = format!("var menu = {{}};\n{ours}\n;(function () {{ menu.ready = true; }})();\n");
                let combined = pasting.neighbour.write("site.min.js", &combined)?;
                let renamed = pasting.neighbour.write("charts.js", &ours)?;
                for script in [
                    format!("<script src=\"{combined}?ver=6.1\"></script>"),
                    format!("<script defer src=\"{renamed}\"></script>"),
                    format!("<script type=\"module\" src=\"{address}\"></script>"),
                    format!("<script>{ours}</script>"),
                    // Several scripts, of which each could set the height.
                    format!("<script async src=\"{address}\"></script><script src=\"{renamed}\"></script>"),
                ] {
                    pasting.open(browser, &format!("{frame}<p id=\"after\"></p>{script}")).await?;
                    fits_before_the_next_paragraph(browser, &format!("{name}, {kind}: {script:.60}")).await?;
                }
            }
        }
        Ok(())
    })
    .await
}

/// A script of a site that sets the height of all frames.
async fn set_by_the_site(window: &Window, pasting: &Pasting, frame: &str, script: &str) -> Result<()> {
    pasting.open(window, &format!("{frame}<p id=\"after\"></p><script>{script}</script>")).await
}

#[tokio::test]
async fn a_site_that_sets_a_height_once_does_not_cut_the_frame() -> Result<()> {
    let Some(pasting) = start("sites that set a height once").await? else { return Ok(()) };
    in_each_browser("sites that set a height once", async |browser| {
        let snippets = pasting.snippets(browser, "chart-people").await?;
        let live = of(&snippets, "live")?;
        let once = "const frame = document.querySelector('iframe');
            addEventListener('message', () => setTimeout(() => { frame.style.height = '300px'; window.set = true; }, 200), { once: true });";
        set_by_the_site(browser, &pasting, live, once).await?;
        browser.wait_until("the site has set a height", "return window.set === true", |set: &bool| *set).await?;
        fits_before_the_next_paragraph(browser, "set once").await
    })
    .await
}

#[tokio::test]
async fn a_site_that_insists_on_a_height_gets_it_and_the_frame_scrolls() -> Result<()> {
    let Some(pasting) = start("sites that insist on a height").await? else { return Ok(()) };
    in_each_browser("sites that insist on a height", async |browser| {
        let snippets = pasting.snippets(browser, "chart-people").await?;
        let live = of(&snippets, "live")?;
        // With several of our scripts too.
        let ours = pasting.neighbour.write("charts.js", &fs::read_to_string(pasting.site.folder("/").join("embed.js"))?)?;
        let live = format!("{live}<script src=\"{ours}\"></script>");
        let insists = "window.set = 0;
            const frame = document.querySelector('iframe');
            const shape = () => { if (frame.style.height !== '300px') { window.set += 1; frame.style.height = '300px'; } };
            new MutationObserver(shape).observe(frame, { attributes: true });
            addEventListener('resize', shape);";
        set_by_the_site(browser, &pasting, &live, insists).await?;
        let insisted = "return window.set > 1";
        browser.wait_until("the site has insisted", insisted, |insisted: &bool| *insisted).await?;
        let settled = "const before = window.set;
            return new Promise(done => setTimeout(() => done([window.set - before, window.set, document.querySelector('iframe').clientHeight]), 600))";
        let (more, times, height): (u32, u32, u32) = browser.see(settled).await?;
        assert!(more == 0 && times <= 6, "the site set its height {times} times, and {more} times when all was quiet");
        assert_eq!(height, 300);
        let scrolled: (u32, bool) = browser
            .within(0, async |window| {
                window
                    .see("scrollTo(0, 9999); return [scrollY, document.querySelector('.colophon').getBoundingClientRect().bottom <= innerHeight + 1]")
                    .await
            })
            .await?;
        assert!(scrolled.0 > 100 && scrolled.1, "the frame cannot be scrolled to its end: {scrolled:?}");
        Ok(())
    })
    .await
}
