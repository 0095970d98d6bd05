//! A site that isolates itself from others (`Cross-Origin-Embedder-Policy`) and has a strict policy shows frames, pictures and figures
//! in sentences.

use anyhow::Result;

use crate::neighbour::Neighbour;
use crate::nginx::Nginx;
use visitor::browser::in_each_browser;

#[tokio::test]
async fn an_isolated_site_with_a_strict_policy_shows_frames_pictures_and_figures() -> Result<()> {
    let Some(site) = Nginx::start("an isolated site").await? else { return Ok(()) };
    let origin = site.origin();
    let neighbour = Neighbour::isolated(&origin).await?;
    let body = format!(
        "<iframe src=\"{origin}/embed/people.html\" title=\"People\" width=\"600\" height=\"99\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\"></iframe>
         <img src=\"{origin}/charts/people.png\" alt=\"\" width=\"300\">
         <p><footnoted-figure figure=\"raids\" unit site=\"{origin}/\"><a href=\"{origin}/#figure-raids\">words</a></footnoted-figure></p>
         <script async src=\"{origin}/embed.js\"></script><script async src=\"{origin}/footnoted-figure.js\"></script>"
    );
    let address = neighbour.publish("page.html", &body)?;
    in_each_browser("an isolated site", async |browser| {
        browser.session.goto(&address).await?;
        let tall = "return document.querySelector('iframe').offsetHeight";
        browser.wait_until("the frame tells its height", tall, |height: &u32| *height > 250).await?;
        let shown = "return document.querySelector('img').naturalWidth";
        browser.wait_until("the picture is shown", shown, |width: &u32| *width > 0).await?;
        let filled = "return document.querySelector('footnoted-figure').shadowRoot?.textContent ?? ''";
        browser.wait_until("the figure is filled in", filled, |words: &String| words.contains("118")).await
    })
    .await
}
