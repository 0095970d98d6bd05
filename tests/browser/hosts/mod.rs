//! Snippets in pages built as real systems build them: with boxes around frames, scripts and style sheets of their own, filters
//! for pasted HTML, and other languages.

use anyhow::Result;

use crate::neighbour::Neighbour;
use crate::nginx::Nginx;
use crate::pasting::Pasting;
use visitor::window::Window;

mod scripts;
mod shapes;
mod stripped;
mod wordpress;

/// Starts the site, and another site without a policy.
async fn start(test: &str) -> Result<Option<Pasting>> {
    let Some(site) = Nginx::start(test).await? else { return Ok(None) };
    Ok(Some(Pasting { site, neighbour: Neighbour::without_policy().await? }))
}

/// Waits until a frame has the height of its content, and checks that what follows it on the page is next below it.
async fn fits_before_the_next_paragraph(window: &Window, what: &str) -> Result<()> {
    window.fits(0, what).await?;
    let script = "const bottom = selector => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
        const frame = document.querySelector('iframe').getBoundingClientRect();
        const line = document.querySelector('.footnoted p')?.getBoundingClientRect();
        const end = Math.max(frame.bottom, line?.bottom ?? 0);
        const after = document.querySelector('#after').getBoundingClientRect().top;
        return [after - end, line ? line.top - frame.bottom : 0]";
    let what = format!("{what}: the next paragraph is below the frame and its line (distances)");
    let good = |found: &(f64, f64)| (-1.0..60.0).contains(&found.0) && (-1.0..60.0).contains(&found.1);
    window.wait_until(&what, script, good).await
}
