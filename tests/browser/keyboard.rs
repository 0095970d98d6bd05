//! The page by keyboard: all controls can be focused, seen and used.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use visitor::reader::Reader;

/// A Tab stop.
#[derive(Debug, Deserialize)]
struct Stop {
    /// The address of the link, or the name of the element.
    name: String,
    role: String,
    visible: bool,
    shown: bool,
}

/// Presses Tab through the whole page, and returns the stops in order.
async fn stops(reader: &Reader) -> Result<Vec<Stop>> {
    let most: usize = reader.see(include_str!("probes/stops.js")).await?;
    reader.press(Key::Tab, most).await?;
    let stops: Vec<Stop> = reader.see("return window.stops").await?;
    assert!(!stops.is_empty(), "there is no Tab stop");
    Ok(stops)
}

#[tokio::test]
async fn the_first_tab_stop_is_a_link_to_the_content() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.press(Key::Tab, 1).await?;
    let script = "const link = document.activeElement;
        const { left, top, width, height } = link.getBoundingClientRect();
        return [link.hash ?? '', document.elementFromPoint(left + width / 2, top + height / 2) === link]";
    let (hash, seen): (String, bool) = reader.see(script).await?;
    assert!(hash.len() > 1, "the first Tab stop is not a link within the page");
    assert!(seen, "the link to {hash} is not visible when it is focused");
    reader.press(Key::Enter, 1).await?;
    let arrived = "return location.hash === arguments[0] && document.querySelector(arguments[0]) !== null";
    assert!(reader.see_with::<bool>(arrived, vec![json!(hash)]).await?, "Enter does not lead to {hash}");
    Ok(())
}

#[tokio::test]
async fn tab_reaches_every_visible_marker_and_the_focus_is_visible() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        reader.open("ready").await?;
        let stops = stops(&reader).await?;
        for stop in &stops {
            assert!(stop.visible, "at {width} px this stop is not visible: {stop:?}");
            assert!(stop.shown, "at {width} px this stop has no focus indicator: {stop:?}");
        }
        let script = "return [...document.querySelectorAll('a[role=doc-noteref]')]
            .filter(marker => marker.checkVisibility() && marker.getClientRects().length > 0)
            .map(marker => marker.getAttribute('href'))";
        let in_sight: Vec<String> = reader.see(script).await?;
        let reached: Vec<_> =
            stops.iter().filter(|stop| stop.role == "doc-noteref").map(|stop| stop.name.as_str()).collect();
        for (place, marker) in in_sight.iter().enumerate() {
            assert_eq!(reached.get(place), Some(&marker.as_str()), "at {width} px, visible marker no. {place}");
        }
        assert_eq!(reached.len(), in_sight.len(), "at {width} px Tab reaches markers that are not visible");
    }
    Ok(())
}

#[tokio::test]
async fn from_a_marker_the_keyboard_leads_to_the_evidence_to_the_passage_and_back() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let focus = "const marker = [...document.querySelectorAll('svg.markers a')].find(marker => marker.getClientRects().length > 0);
        marker.focus();
        return marker.getAttribute('href')";
    let passage: String = reader.see(focus).await?;
    reader.press(Key::Enter, 1).await?;
    assert_eq!(reader.see::<String>("return document.activeElement.id").await?, "evidence");
    let link = "const link = document.querySelector('#evidence .actions a[href^=\"#\"]'); link.focus(); return link.getAttribute('href')";
    assert_eq!(reader.see::<String>(link).await?, passage);
    reader.press(Key::Enter, 1).await?;
    assert_eq!(reader.see::<String>("return location.hash").await?, passage);
    let in_view = "const box = document.querySelector(':target').getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight";
    reader.wait_until("the passage is in view", in_view, |seen: &bool| *seen).await?;
    let evidence = "return document.getElementById('evidence').getClientRects().length";
    assert_eq!(reader.see::<usize>(evidence).await?, 0, "the evidence still covers the notes");
    // Tab continues from the passage.
    reader.press(Key::Tab, 1).await?;
    let within = "return document.querySelector(':target').contains(document.activeElement)";
    assert!(reader.see::<bool>(within).await?, "Tab does not continue from the passage");
    let back = "const link = document.querySelector(':target [role=doc-backlink]'); link.focus(); return link.getAttribute('href')";
    let back: String = reader.see(back).await?;
    reader.press(Key::Enter, 1).await?;
    assert_eq!(reader.see::<String>("return location.hash").await?, back);
    reader.wait_until("the place of use is in view", in_view, |seen: &bool| *seen).await
}

/// The focused element: a stop in the evidence, or another element.
const PLACE: &str = "const focus = document.activeElement;
    const stops = [...document.querySelectorAll('#evidence :is(a, button)')];
    if (focus.id === 'evidence') return 'evidence';
    if (stops.includes(focus)) return `stop ${stops.indexOf(focus) + 1} of ${stops.length}`;
    return `${focus.getAttribute('href') ?? focus.nodeName} in ${focus.closest('[id]').id}`";

#[tokio::test]
async fn tab_moves_through_the_evidence_and_leaves_it_at_both_ends() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    // The stops before and after the marker are the handles of the details of the previous tile and of its own.
    let (before, after) = ("SUMMARY in figure-un-estimate-more", "SUMMARY in figure-raids-more");
    let open = async || -> Result<usize> {
        reader.focus("#figure-raids .number .noteref").await?;
        reader.press(Key::Enter, 1).await?;
        assert_eq!(reader.see::<String>(PLACE).await?, "evidence");
        reader.see("return document.querySelectorAll('#evidence :is(a, button)').length").await
    };
    let stops = open().await?;
    assert!(stops >= 4, "the evidence has only {stops} stops");
    for stop in 1..=stops {
        reader.press(Key::Tab, 1).await?;
        assert_eq!(reader.see::<String>(PLACE).await?, format!("stop {stop} of {stops}"));
    }
    reader.press(Key::Tab, 1).await?;
    assert_eq!(reader.see::<String>(PLACE).await?, after, "after the last stop");
    open().await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(reader.see::<String>(PLACE).await?, before, "before the first stop, backwards");
    open().await?;
    reader.press(Key::Tab, 2).await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(reader.see::<String>(PLACE).await?, format!("stop 1 of {stops}"), "into the evidence again");
    reader.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(reader.see::<String>(PLACE).await?, before, "before the first stop");
    Ok(())
}
