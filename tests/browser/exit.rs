//! The quick exit, which leaves the page and its history for readers who must not be seen with it.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::Key;
use tokio::time;

use visitor::host::Answer;
use visitor::reader::Reader;
use visitor::window::{POLL_INTERVAL, TIMEOUT};

/// Opens the page after another one, which is in the history then. Returns the address of the other.
async fn come_from_elsewhere(reader: &Reader, state: &str) -> Result<String> {
    let before = format!("{}robots.txt", reader.host.page());
    reader.session.goto(&before).await?;
    reader.open(state).await?;
    Ok(before)
}

/// Waits until the exit has left the page, and checks that “back” does not return to it.
async fn is_out(reader: &Reader, before: &str, how: &str) -> Result<()> {
    let deadline = time::Instant::now() + TIMEOUT;
    while reader.session.current_url().await?.host_str() != Some("www.wikipedia.org") {
        let address = reader.session.current_url().await?;
        anyhow::ensure!(time::Instant::now() < deadline, "{how} leads to {address}");
        time::sleep(POLL_INTERVAL).await;
    }
    reader.session.back().await?;
    assert_eq!(reader.session.current_url().await?.as_str(), before, "{how}: “back” returns to the page");
    Ok(())
}

#[tokio::test]
async fn the_exit_link_leaves_the_page_and_its_history() -> Result<()> {
    let reader = Reader::new().await?;
    let before = come_from_elsewhere(&reader, "ready").await?;
    reader.click(".exit").await?;
    is_out(&reader, &before, "the link").await
}

#[tokio::test]
async fn pressing_shift_three_times_leaves_the_page() -> Result<()> {
    let reader = Reader::new().await?;
    let before = come_from_elsewhere(&reader, "ready").await?;
    for _ in 0..3 {
        shift(&reader).await?;
    }
    is_out(&reader, &before, "Shift").await
}

/// Presses and releases Shift.
async fn shift(reader: &Reader) -> Result<()> {
    let chain = reader.session.action_chain_with_delay(None, None);
    Ok(chain.key_down(Key::Shift).key_up(Key::Shift).perform().await?)
}

#[tokio::test]
async fn shift_with_other_keys_does_not_leave_the_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for _ in 0..4 {
        shift(&reader).await?;
        shift(&reader).await?;
        reader.press(Key::Tab, 1).await?;
        reader.press_with(Key::Shift, Key::Tab).await?;
        reader.press_with(Key::Shift, 'a').await?;
    }
    time::sleep(Duration::from_millis(300)).await;
    assert_eq!(reader.session.current_url().await?.as_str(), reader.host.page());
    Ok(())
}

#[tokio::test]
async fn pressing_shift_with_clicks_or_pauses_between_does_not_leave_the_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for _ in 0..3 {
        // As before a click that extends a selection.
        shift(&reader).await?;
        reader.click(".masthead h1").await?;
    }
    for _ in 0..3 {
        shift(&reader).await?;
        time::sleep(Duration::from_millis(2600)).await;
    }
    assert_eq!(reader.session.current_url().await?.as_str(), reader.host.page());
    Ok(())
}

#[tokio::test]
async fn the_exit_works_while_the_data_is_loading_or_missing() -> Result<()> {
    for (answer, state) in [(Answer::Held, "static"), (Answer::Missing, "error")] {
        let reader = Reader::new().await?;
        reader.host.answer(answer);
        let before = come_from_elsewhere(&reader, state).await?;
        reader.click(".exit").await?;
        is_out(&reader, &before, state).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_exit_works_without_scripts() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.session.goto(reader.host.page()).await?;
    let (address, policy): (String, String) =
        reader.see("const exit = document.querySelector('.exit'); return [exit.href, exit.rel]").await?;
    assert!(address.starts_with("https://") && policy.contains("noreferrer"), "{address} {policy}");
    reader.click(".exit").await?;
    let deadline = time::Instant::now() + TIMEOUT;
    while reader.session.current_url().await?.as_str() != address {
        anyhow::ensure!(time::Instant::now() < deadline, "the link does not open {address}");
        time::sleep(POLL_INTERVAL).await;
    }
    Ok(())
}

#[tokio::test]
async fn the_exit_is_visible_at_every_scroll_position() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        for place in ["0", "document.documentElement.scrollHeight / 2", "document.documentElement.scrollHeight"] {
            let script = format!(
                "scrollTo({{ top: {place}, behavior: 'instant' }});
                const exit = document.querySelector('.exit');
                const {{ left, top, width, height }} = exit.getBoundingClientRect();
                return document.elementFromPoint(left + width / 2, top + height / 2) === exit"
            );
            assert!(reader.see::<bool>(&script).await?, "not visible at {place}, {width} px");
        }
    }
    Ok(())
}
