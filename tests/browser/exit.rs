//! The way out, for somebody who must not be seen reading this.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::Key;
use tokio::time;

use visitor::host::Answer;
use visitor::reader::Reader;
use visitor::window::{POLL_INTERVAL, TIMEOUT};

/// The page that is left, with another before it in the history.
async fn come_from_elsewhere(reader: &Reader, state: &str) -> Result<String> {
    let before = format!("{}robots.txt", reader.host.page());
    reader.session.goto(&before).await?;
    reader.open(state).await?;
    Ok(before)
}

/// Waits until the reader is out, and looks for ways back.
async fn is_out(reader: &Reader, before: &str, how: &str) -> Result<()> {
    let patience = time::Instant::now() + TIMEOUT;
    while reader.session.current_url().await?.host_str() != Some("www.wikipedia.org") {
        let address = reader.session.current_url().await?;
        anyhow::ensure!(time::Instant::now() < patience, "{how} leads to {address}");
        time::sleep(POLL_INTERVAL).await;
    }
    reader.session.back().await?;
    assert_eq!(reader.session.current_url().await?.as_str(), before, "{how}: the way back leads to the page");
    Ok(())
}

#[tokio::test]
async fn the_link_leaves_the_page_and_no_way_leads_back() -> Result<()> {
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

/// Presses Shift and lets it go.
async fn shift(reader: &Reader) -> Result<()> {
    let chain = reader.session.action_chain_with_delay(None, None);
    Ok(chain.key_down(Key::Shift).key_up(Key::Shift).perform().await?)
}

#[tokio::test]
async fn writing_in_capitals_and_going_back_with_tab_do_not_leave_the_page() -> Result<()> {
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
async fn shift_that_is_pressed_now_and_then_does_not_leave_the_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for _ in 0..3 {
        // On the way to a click, such as one that selects up to a place.
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
async fn the_way_out_is_open_before_the_data_comes_and_when_it_does_not() -> Result<()> {
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
async fn the_way_out_is_open_without_scripts_too() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.session.goto(reader.host.page()).await?;
    let (address, policy): (String, String) =
        reader.see("const exit = document.querySelector('.exit'); return [exit.href, exit.rel]").await?;
    assert!(address.starts_with("https://") && policy.contains("noreferrer"), "{address} {policy}");
    reader.click(".exit").await?;
    let patience = time::Instant::now() + TIMEOUT;
    while reader.session.current_url().await?.as_str() != address {
        anyhow::ensure!(time::Instant::now() < patience, "the link leads nowhere");
        time::sleep(POLL_INTERVAL).await;
    }
    Ok(())
}

#[tokio::test]
async fn the_way_out_is_in_sight_wherever_the_reader_is() -> Result<()> {
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
            assert!(reader.see::<bool>(&script).await?, "out of sight at {place}, {width} px");
        }
    }
    Ok(())
}
