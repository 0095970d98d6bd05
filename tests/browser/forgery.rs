//! Forged messages to an excerpt and to the embed scripts, from the page around it and from other frames.

use anyhow::Result;
use serde_json::{Value, json};

use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::chromium::Chromium;
use visitor::window::Window;

/// Messages that an attacker might send.
fn forged() -> Vec<Value> {
    let heights = [
        json!(9999),
        json!(1),
        json!(-5),
        json!("1e9"),
        json!(null),
        json!(1e12),
        json!({"valueOf": 7}),
        json!([5000]),
    ];
    let mut messages: Vec<Value> =
        heights.iter().map(|height| json!({"type": "footnoted:height", "v": 1, "height": height})).collect();
    messages.extend([
        json!({"type": "footnoted:figures", "v": 1, "figures": {"raids": {"words": "999", "unit": "", "remark": "", "notes": []}}}),
        json!({"type": "footnoted:ask", "v": 1}),
        json!({"type": "footnoted:figure"}),
        json!("footnoted:height"),
        json!(null),
        json!([1, 2, 3]),
        json!({"type": {"a": 1}, "height": 700}),
    ]);
    messages
}

async fn forge_from_a_frame(window: &Window, pasting: &Pasting) -> Result<()> {
    let evil = pasting.neighbour.publish("evil.html", "<p>An advertisement, perhaps.</p>")?;
    let chart = pasting.snippets(window, "chart-gdp").await?;
    let figure = pasting.snippets(window, "figure-raids").await?;
    let body = format!(
        "<div class=\"w600\">{}<p id=\"words\">{}</p><iframe id=\"evil\" src=\"{evil}\" height=\"100\"></iframe></div>",
        of(&chart, "live")?,
        of(&figure, "sentence")?
    );
    pasting.open(window, &body).await?;
    window.fits(0, "before").await?;
    let state = "return [...document.querySelectorAll('iframe')].map(frame => frame.clientHeight).concat(document.querySelectorAll('iframe').length)";
    let before: Vec<u32> = window.see(state).await?;
    window
        .within(1, async |window| {
            let send = "for (const message of arguments[0]) { parent.postMessage(message, '*'); parent.frames[0].postMessage(message, '*') }
                parent.postMessage({ type: 'footnoted:height', v: 1, height: NaN }, '*');
                return new Promise(done => setTimeout(done, 500))";
            window.see_with::<()>(send, vec![json!(forged())]).await
        })
        .await?;
    assert_eq!(window.see::<Vec<u32>>(state).await?, before, "a message of another frame changed a height");
    let words: String = window.see("const figure = document.querySelector('footnoted-figure'); return (figure.shadowRoot ?? figure).textContent").await?;
    assert!(words.contains("118") && !words.contains("999"), "{words}");
    // Even a message from our own frame cannot exceed the maximum height, and the next one corrects the height.
    window
        .within(0, async |window| {
            window.see::<()>("parent.postMessage({ type: 'footnoted:height', v: 1, height: 1e9 }, '*')").await
        })
        .await?;
    let high = "return document.querySelector('iframe').clientHeight";
    window.wait_until("the frame has the maximum height", high, |height: &u32| *height == 60_000).await?;
    window
        .see::<()>("document.querySelector('iframe').contentWindow.postMessage({ type: 'footnoted:ask', v: 1 }, '*')")
        .await?;
    window.fits(0, "after it was asked").await
}

#[tokio::test]
async fn another_frame_cannot_change_the_height_or_text_of_ours() -> Result<()> {
    let Some(pasting) = Pasting::start("a hostile frame").await? else { return Ok(()) };
    in_each_browser("a hostile frame", async |browser| forge_from_a_frame(browser, &pasting).await).await
}

#[tokio::test]
async fn a_frame_tells_the_page_around_it_only_its_height() -> Result<()> {
    let Some(pasting) = Pasting::start("a hostile page").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "figure-raids").await?;
    pasting.open(&chromium, of(&snippets, "live")?).await?;
    chromium.fits(0, "before").await?;
    let read = "return [document.body.innerText, location.href, document.documentElement.dataset.state]";
    let before: (String, String, String) = chromium.within(0, async |window| window.see(read).await).await?;
    let send = "const heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
        for (let round = 0; round < 20; round += 1) for (const message of arguments[0]) frames[0].postMessage(message, '*');
        return new Promise(done => setTimeout(() => done(heard), 800))";
    let heard: Vec<Value> = chromium.see_with(send, vec![json!(forged())]).await?;
    assert!(!heard.is_empty(), "the frame does not answer a request for its height");
    for message in &heard {
        let keys: Vec<_> = message.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        assert!(message["type"] == "footnoted:height" && keys.len() == 3, "the frame sent: {message}");
    }
    let after: (String, String, String) = chromium.within(0, async |window| window.see(read).await).await?;
    assert_eq!(after, before, "messages of the page around it changed the frame");
    chromium.fits(0, "after").await
}
