//! Asking a number for its evidence and sending it away again: with a mouse, with keys, with a finger, on paper.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::Key;
use tokio::time;

use visitor::dataset::{Dataset, Edit, edit, text};
use visitor::firefox::Firefox;
use visitor::host::{Answer, Host};
use visitor::reader::Reader;
use visitor::window::Window;

/// The marker of a tile that one article alone stands behind, and of one with three.
const ALONE: &str = "#figure-raids .number .noteref";
const OF_THREE: &str = "#figure-un-estimate .number .noteref";

const OPEN: &str = "return document.getElementById('evidence')?.getClientRects().length > 0";

/// Where the keyboard is.
const FOCUS: &str = "const focus = document.activeElement;
    return [focus.id, focus.getAttribute('href'), focus.dataset?.do].filter(Boolean).join(' ')";

async fn opens(window: &Window) -> Result<()> {
    window.wait_until("the evidence is there", OPEN, |open: &bool| *open).await
}

async fn closes(window: &Window) -> Result<()> {
    window.wait_until("the evidence is gone", OPEN, |open: &bool| !*open).await
}

async fn is_open(window: &Window) -> Result<bool> {
    window.see(OPEN).await
}

/// Longer than the page waits before it opens or closes anything.
async fn a_while() {
    time::sleep(Duration::from_millis(700)).await;
}

#[tokio::test]
async fn escape_closes_the_evidence_and_the_focus_is_back_on_the_marker() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for open_by_key in [true, false] {
        if open_by_key {
            reader.focus(ALONE).await?;
            reader.press(Key::Enter, 1).await?;
        } else {
            reader.click(ALONE).await?;
        }
        opens(&reader).await?;
        assert_eq!(reader.see::<String>(FOCUS).await?, "evidence", "opened by a key: {open_by_key}");
        reader.press(Key::Escape, 1).await?;
        closes(&reader).await?;
        assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids", "opened by a key: {open_by_key}");
        a_while().await;
        assert!(!is_open(&reader).await?, "the evidence comes back by itself, opened by a key: {open_by_key}");
    }
    Ok(())
}

#[tokio::test]
async fn close_closes_the_evidence_and_the_keyboard_can_open_it_again() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(ALONE).await?;
    opens(&reader).await?;
    reader.click("#evidence [data-do=close]").await?;
    closes(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    // The mouse shall not be over the marker while the keyboard comes back to it.
    reader.point(1, 1).await?;
    reader.press(Key::Tab, 1).await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    opens(&reader).await
}

#[tokio::test]
async fn a_click_beside_the_evidence_closes_it_and_a_click_in_it_does_not() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.click("#evidence .value").await?;
    a_while().await;
    assert!(is_open(&reader).await?, "a click on the evidence closes it");
    // At the left is the margin of the page.
    reader.session.action_chain_with_delay(None, None).move_to(2, 300).click().perform().await?;
    closes(&reader).await
}

#[tokio::test]
async fn a_tap_opens_the_evidence_and_another_beside_it_closes_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(320).await?;
    let (x, y) = reader.middle(OF_THREE).await?;
    reader.tap(x, y).await?;
    opens(&reader).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence does not stay under a finger that was lifted");
    reader.tap(1, 1).await?;
    closes(&reader).await
}

#[tokio::test]
async fn a_resting_mouse_opens_the_evidence_and_may_move_into_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let before: String = reader.see(FOCUS).await?;
    reader.point_at(OF_THREE).await?;
    opens(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, before, "the mouse moves the focus");
    let inside = "const { left, top, width, height } = document.getElementById('evidence').getBoundingClientRect();
        return [left + width / 2, top + height / 2].map(Math.round)";
    let (x, y): (i64, i64) = reader.see(inside).await?;
    reader.point(x, y).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence is gone before the mouse can read it");
    reader.point(1, 1).await?;
    closes(&reader).await
}

#[tokio::test]
async fn escape_sends_away_what_a_resting_mouse_opened() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.point_at(OF_THREE).await?;
    opens(&reader).await?;
    reader.press(Key::Escape, 1).await?;
    closes(&reader).await?;
    a_while().await;
    assert!(!is_open(&reader).await?, "it comes back while the mouse still rests");
    Ok(())
}

#[tokio::test]
async fn a_second_click_on_the_marker_closes_its_evidence() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(ALONE).await?;
    opens(&reader).await?;
    reader.click(ALONE).await?;
    closes(&reader).await?;
    a_while().await;
    assert!(!is_open(&reader).await?, "it comes back under the mouse");
    Ok(())
}

#[tokio::test]
async fn a_mouse_that_leaves_does_not_close_what_was_clicked_open() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.point(1, 1).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence goes with the mouse");
    Ok(())
}

#[tokio::test]
async fn the_keyboard_opens_the_evidence_by_coming_to_a_marker_and_takes_it_along() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.focus(OF_THREE).await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    reader.press(Key::Tab, 1).await?;
    opens(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-guardian_un-estimate", "the focus stays on the marker");
    let first: String = reader.text("#evidence .wordings > li:first-child").await?;
    assert!(first.contains("The Guardian"), "{first}");
    // The next stop is the handle of what is folded away of the figure, and then comes the marker of the next.
    reader.press(Key::Tab, 1).await?;
    closes(&reader).await?;
    reader.press(Key::Tab, 1).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    opens(&reader).await?;
    let first: String = reader.text("#evidence .wordings > li:first-child").await?;
    assert!(first.contains("JURIST"), "{first}");
    reader.press(Key::Escape, 1).await?;
    closes(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    Ok(())
}

#[tokio::test]
async fn only_one_marker_at_a_time_has_its_evidence_open() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for selector in [OF_THREE, ALONE, OF_THREE] {
        let script = "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
            return [document.querySelectorAll('[role=dialog]').length,
                [...document.querySelectorAll('a[data-open]')].map(marker => marker.matches(arguments[0]))]";
        let (windows, marked): (usize, Vec<bool>) = reader.see_with(script, vec![json!(selector)]).await?;
        assert_eq!((windows, marked), (1, vec![true]), "{selector}");
    }
    Ok(())
}

#[tokio::test]
async fn a_copied_citation_has_the_words_their_place_and_the_address_of_the_page() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    reader.open_with("?theme=light", "ready").await?;
    let (source, item) = ("guardian", "un-estimate");
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.click("#evidence [data-do=copy]").await?;
    let told = "return document.getElementById('announcer').textContent";
    reader.wait_until("it is told", told, |words: &String| !words.is_empty()).await?;
    assert!(is_open(&reader).await?, "copying closes the evidence");
    assert_eq!(reader.see::<String>(FOCUS).await?, "copy", "copying takes the focus from its button");
    let citation = reader.pasted().await?;
    let article = dataset.source(source).context("an article")?;
    let quotes = dataset.quotes();
    let quote = quotes.get(&(source.to_owned(), item.to_owned())).and_then(|quotes| quotes.first()).context("quote")?;
    let link = format!("{}#:~:text=", text(article, "URL"));
    let page = format!("{}#figure-{item}", reader.host.page());
    let parts =
        [quote, text(article, "title"), text(article, "container-title"), "2026", &link, dataset.title(), &page];
    for part in parts {
        assert!(citation.contains(part), "“{part}” is not in: {citation}");
    }
    // The marker is that of all articles, and so is what is copied.
    for other in dataset.articles(item) {
        let title = text(dataset.source(&other).context("an article")?, "title");
        assert!(citation.contains(title), "“{title}” is not in: {citation}");
    }
    assert!(citation.ends_with(&page), "the address of the page is not the last: {citation}");
    assert_eq!(citation.lines().count(), 1, "{citation}");
    Ok(())
}

#[tokio::test]
async fn where_the_page_may_not_copy_the_words_stand_there_to_be_copied() -> Result<()> {
    let reader = Reader::new().await?;
    reader.watch("Document.prototype.execCommand = () => false").await?;
    reader.open("ready").await?;
    reader.click(ALONE).await?;
    opens(&reader).await?;
    for _ in 0..2 {
        reader.click("#evidence [data-do=copy]").await?;
        let script = "return [...document.querySelectorAll('#evidence textarea')].map(field => [field.value,
            field.value.slice(field.selectionStart, field.selectionEnd), document.activeElement === field])";
        let fields: Vec<(String, String, bool)> = reader.see(script).await?;
        let [(words, marked, focused)] = fields.as_slice() else { panic!("there are {} fields", fields.len()) };
        assert!(words.contains("raided 118 scam locations") && words == marked, "{words}; marked: {marked}");
        assert!(focused, "the keyboard is elsewhere, so that Ctrl+C copies something else");
    }
    let told = reader.see::<String>("return document.getElementById('announcer').textContent").await?;
    assert!(told.contains("Ctrl+C"), "a screen reader is told “{told}”");
    Ok(())
}

#[tokio::test]
async fn newer_data_shows_in_the_evidence_too() -> Result<()> {
    let dataset = Dataset::read()?;
    let Edit { position, id, value, words } = edit(&dataset)?;
    let edited = dataset.edited(|file| {
        file["figures"][position]["value"] = value;
        file["updated"] = json!("2031-05-17");
    });
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Text(edited));
    reader.open("ready").await?;
    reader.click(&format!("#figure-{id} .noteref")).await?;
    opens(&reader).await?;
    let shown = reader.text("#evidence .value").await?;
    assert!(shown.contains(words), "the evidence is for {shown}");
    Ok(())
}

#[tokio::test]
async fn while_the_data_is_on_its_way_and_when_it_cannot_be_had_a_marker_still_leads_to_its_passage() -> Result<()> {
    let reader = Reader::new().await?;
    for (answer, state) in [(Answer::Held, "static"), (Answer::Missing, "error")] {
        reader.host.answer(answer);
        reader.open(state).await?;
        reader.click(ALONE).await?;
        leads_to_its_passage(&reader, state).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_a_marker_leads_to_its_passage_and_a_link_leads_back() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.session.goto(reader.host.page()).await?;
    reader.click(ALONE).await?;
    leads_to_its_passage(&reader, "without scripts").await?;
    reader.click(":target [role=doc-backlink]").await?;
    let back = "return location.hash + ' ' + document.querySelector(':target')?.id";
    reader.wait_until("the page is back at the figure", back, |at: &String| at == "#figure-raids figure-raids").await
}

async fn leads_to_its_passage(reader: &Reader, when: &str) -> Result<()> {
    let script = "const passage = document.querySelector(':target');
        if (!passage) return '';
        const { top, bottom } = passage.getBoundingClientRect();
        return bottom > 0 && top < innerHeight ? location.hash : ''";
    let what = format!("the passage is in view ({when})");
    reader.wait_until(&what, script, |hash: &String| hash == "#note-jurist_raids").await
}

#[tokio::test]
async fn a_marker_opens_elsewhere_when_that_is_asked_for() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
        addEventListener('click', event => { window.kept = event.defaultPrevented; event.preventDefault(); }, { once: true });
        document.querySelector(arguments[0]).dispatchEvent(click);
        return [window.kept, document.getElementById('evidence')?.getClientRects().length > 0]";
    let found: (bool, bool) = reader.see_with(script, vec![json!(ALONE)]).await?;
    assert_eq!(found, (false, false), "a click with Ctrl held is not left to the browser");
    Ok(())
}

#[tokio::test]
async fn the_evidence_is_not_printed() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(ALONE).await?;
    opens(&reader).await?;
    reader.print().await?;
    assert!(!is_open(&reader).await?, "the open evidence lies over the sheet");
    Ok(())
}

#[tokio::test]
async fn in_firefox_a_click_opens_the_evidence_and_escape_gives_the_focus_back() -> Result<()> {
    let Some(firefox) = Firefox::start("the evidence in Firefox").await? else { return Ok(()) };
    let host = Host::start("/").await?;
    firefox.session.goto(host.page()).await?;
    firefox.wait_for_state("ready").await?;
    firefox.click(OF_THREE).await?;
    opens(&firefox).await?;
    assert_eq!(firefox.see::<String>(FOCUS).await?, "evidence");
    let words = firefox.text("#evidence").await?;
    assert!(words.contains("the UN estimates 100,000 work inside compounds"), "{words}");
    firefox.press(Key::Escape, 1).await?;
    closes(&firefox).await?;
    assert_eq!(firefox.see::<String>(FOCUS).await?, "#note-guardian_un-estimate");
    firefox.click(ALONE).await?;
    opens(&firefox).await?;
    firefox.click("#evidence [data-do=copy]").await?;
    let citation = firefox.pasted().await?;
    assert!(citation.contains("it has raided 118 scam locations across the country"), "copied: “{citation}”");
    Ok(())
}
