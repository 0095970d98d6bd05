//! Opens and closes the evidence of a number: by mouse, keyboard and touch, and in print.

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

/// The marker of a tile with one article, and of a tile with three.
const OF_ONE: &str = "#figure-raids .number .noteref";
const OF_THREE: &str = "#figure-un-estimate .number .noteref";

const OPEN: &str = "return document.getElementById('evidence')?.getClientRects().length > 0";

/// The focused element.
const FOCUS: &str = "const focus = document.activeElement;
    return [focus.id, focus.getAttribute('href'), focus.dataset?.do].filter(Boolean).join(' ')";

async fn opens(window: &Window) -> Result<()> {
    window.wait_until("the evidence is open", OPEN, |open: &bool| *open).await
}

async fn closes(window: &Window) -> Result<()> {
    window.wait_until("the evidence is closed", OPEN, |open: &bool| !*open).await
}

async fn is_open(window: &Window) -> Result<bool> {
    window.see(OPEN).await
}

/// Waits longer than the delays after which the page opens or closes the evidence.
async fn a_while() {
    time::sleep(Duration::from_millis(700)).await;
}

#[tokio::test]
async fn escape_closes_the_evidence_and_focuses_its_marker() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for open_by_key in [true, false] {
        if open_by_key {
            reader.focus(OF_ONE).await?;
            reader.press(Key::Enter, 1).await?;
        } else {
            reader.click(OF_ONE).await?;
        }
        opens(&reader).await?;
        assert_eq!(reader.see::<String>(FOCUS).await?, "evidence", "opened by a key: {open_by_key}");
        reader.press(Key::Escape, 1).await?;
        closes(&reader).await?;
        assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids", "opened by a key: {open_by_key}");
        a_while().await;
        assert!(!is_open(&reader).await?, "the evidence opens again by itself, opened by a key: {open_by_key}");
    }
    Ok(())
}

#[tokio::test]
async fn the_close_button_closes_the_evidence_and_the_keyboard_can_open_it_again() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_ONE).await?;
    opens(&reader).await?;
    reader.click("#evidence [data-do=close]").await?;
    closes(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    // Move the mouse away, so that it does not open the evidence.
    reader.point(1, 1).await?;
    reader.press(Key::Tab, 1).await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-jurist_raids");
    opens(&reader).await
}

#[tokio::test]
async fn a_click_outside_the_evidence_closes_it_and_a_click_inside_does_not() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.click("#evidence .value").await?;
    a_while().await;
    assert!(is_open(&reader).await?, "a click on the evidence closes it");
    // A point in the left margin of the page.
    reader.session.action_chain_with_delay(None, None).move_to(2, 300).click().perform().await?;
    closes(&reader).await
}

#[tokio::test]
async fn a_tap_opens_the_evidence_and_a_tap_outside_closes_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(320).await?;
    let (x, y) = reader.middle(OF_THREE).await?;
    reader.tap(x, y).await?;
    opens(&reader).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence closes after the finger is lifted");
    reader.tap(1, 1).await?;
    closes(&reader).await
}

#[tokio::test]
async fn hovering_over_a_marker_opens_the_evidence_and_the_mouse_can_move_into_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let before: String = reader.see(FOCUS).await?;
    reader.point_at(OF_THREE).await?;
    opens(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, before, "hovering moves the focus");
    let inside = "const { left, top, width, height } = document.getElementById('evidence').getBoundingClientRect();
        return [left + width / 2, top + height / 2].map(Math.round)";
    let (x, y): (i64, i64) = reader.see(inside).await?;
    reader.point(x, y).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence closes while the mouse is over it");
    reader.point(1, 1).await?;
    closes(&reader).await
}

#[tokio::test]
async fn escape_closes_evidence_that_was_opened_by_hovering() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.point_at(OF_THREE).await?;
    opens(&reader).await?;
    reader.press(Key::Escape, 1).await?;
    closes(&reader).await?;
    a_while().await;
    assert!(!is_open(&reader).await?, "it opens again although the mouse has not moved");
    Ok(())
}

#[tokio::test]
async fn a_second_click_on_a_marker_closes_its_evidence() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_ONE).await?;
    opens(&reader).await?;
    reader.click(OF_ONE).await?;
    closes(&reader).await?;
    a_while().await;
    assert!(!is_open(&reader).await?, "it opens again under the mouse");
    Ok(())
}

#[tokio::test]
async fn evidence_opened_by_a_click_stays_open_when_the_mouse_leaves() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.point(1, 1).await?;
    a_while().await;
    assert!(is_open(&reader).await?, "the evidence closes when the mouse leaves");
    Ok(())
}

#[tokio::test]
async fn focusing_a_marker_opens_its_evidence_and_leaving_it_closes_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.focus(OF_THREE).await?;
    reader.press_with(Key::Shift, Key::Tab).await?;
    reader.press(Key::Tab, 1).await?;
    opens(&reader).await?;
    assert_eq!(reader.see::<String>(FOCUS).await?, "#note-guardian_un-estimate", "the focus must stay on the marker");
    let first: String = reader.text("#evidence .wordings > li:first-child").await?;
    assert!(first.contains("The Guardian"), "{first}");
    // The next Tab stop is the handle of the figure's details, and then comes the marker of the next figure.
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
    for selector in [OF_THREE, OF_ONE, OF_THREE] {
        let script = "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
            return [document.querySelectorAll('[role=dialog]').length,
                [...document.querySelectorAll('a[data-open]')].map(marker => marker.matches(arguments[0]))]";
        let (windows, marked): (usize, Vec<bool>) = reader.see_with(script, vec![json!(selector)]).await?;
        assert_eq!((windows, marked), (1, vec![true]), "{selector}");
    }
    Ok(())
}

#[tokio::test]
async fn a_copied_citation_has_the_quote_its_article_and_the_address_of_the_page() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    reader.open_with("?theme=light", "ready").await?;
    let (source, item) = ("guardian", "un-estimate");
    reader.click(OF_THREE).await?;
    opens(&reader).await?;
    reader.click("#evidence [data-do=copy]").await?;
    let announced = "return document.getElementById('announcer').textContent";
    reader.wait_until("it is announced", announced, |words: &String| !words.is_empty()).await?;
    assert!(is_open(&reader).await?, "copying closes the evidence");
    assert_eq!(reader.see::<String>(FOCUS).await?, "copy", "copying moves the focus away from its button");
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
    // The marker has all articles, and so does the copied citation.
    for other in dataset.articles(item) {
        let title = text(dataset.source(&other).context("an article")?, "title");
        assert!(citation.contains(title), "“{title}” is not in: {citation}");
    }
    assert!(citation.ends_with(&page), "the citation does not end with the address of the page: {citation}");
    assert_eq!(citation.lines().count(), 1, "{citation}");
    Ok(())
}

#[tokio::test]
async fn if_copying_is_denied_the_text_is_selected_in_a_field() -> Result<()> {
    let reader = Reader::new().await?;
    reader.watch("Document.prototype.execCommand = () => false").await?;
    reader.open("ready").await?;
    reader.click(OF_ONE).await?;
    opens(&reader).await?;
    for _ in 0..2 {
        reader.click("#evidence [data-do=copy]").await?;
        let script = "return [...document.querySelectorAll('#evidence textarea')].map(field => [field.value,
            field.value.slice(field.selectionStart, field.selectionEnd), document.activeElement === field])";
        let fields: Vec<(String, String, bool)> = reader.see(script).await?;
        let [(words, selected, focused)] = fields.as_slice() else { panic!("there are {} fields", fields.len()) };
        assert!(words.contains("raided 118 scam locations") && words == selected, "{words}; selected: {selected}");
        assert!(focused, "the field is not focused, so Ctrl+C would copy something else");
    }
    let announced = reader.see::<String>("return document.getElementById('announcer').textContent").await?;
    assert!(announced.contains("Ctrl+C"), "the announcement is “{announced}”");
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
async fn a_marker_leads_to_its_passage_while_the_data_is_loading_or_missing() -> Result<()> {
    let reader = Reader::new().await?;
    for (answer, state) in [(Answer::Held, "static"), (Answer::Missing, "error")] {
        reader.host.answer(answer);
        reader.open(state).await?;
        reader.click(OF_ONE).await?;
        leads_to_its_passage(&reader, state).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_a_marker_leads_to_its_passage_and_a_link_leads_back() -> Result<()> {
    let reader = Reader::new().await?;
    reader.without_scripts().await?;
    reader.session.goto(reader.host.page()).await?;
    reader.click(OF_ONE).await?;
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
async fn a_click_on_a_marker_with_ctrl_is_left_to_the_browser() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
        addEventListener('click', event => { window.kept = event.defaultPrevented; event.preventDefault(); }, { once: true });
        document.querySelector(arguments[0]).dispatchEvent(click);
        return [window.kept, document.getElementById('evidence')?.getClientRects().length > 0]";
    let found: (bool, bool) = reader.see_with(script, vec![json!(OF_ONE)]).await?;
    assert_eq!(found, (false, false), "the page handles a click with Ctrl");
    Ok(())
}

#[tokio::test]
async fn the_evidence_is_not_printed() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.click(OF_ONE).await?;
    opens(&reader).await?;
    reader.print().await?;
    assert!(!is_open(&reader).await?, "the open evidence is printed");
    Ok(())
}

#[tokio::test]
async fn in_firefox_a_click_opens_the_evidence_and_escape_focuses_its_marker() -> Result<()> {
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
    firefox.click(OF_ONE).await?;
    opens(&firefox).await?;
    firefox.click("#evidence [data-do=copy]").await?;
    let citation = firefox.pasted().await?;
    assert!(citation.contains("it has raided 118 scam locations across the country"), "copied: “{citation}”");
    Ok(())
}
