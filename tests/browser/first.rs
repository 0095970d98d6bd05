//! The reader's first action loads the program, which then answers that action.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::Key;
use tokio::time;

use visitor::dataset::Dataset;
use visitor::host::Answer;
use visitor::reader::Reader;

/// The marker of a tile.
const MARKER: &str = "#figure-un-estimate .number .noteref";

const OPEN: &str = "return document.querySelector('#evidence[data-open]') !== null";

/// Opens the page without any action of a reader.
async fn looked_at(choices: &str) -> Result<Reader> {
    let reader = Reader::new().await?;
    reader.look_at(choices, "ready").await?;
    assert!(!has_asked_for_program(&reader), "the program was fetched before the first action");
    Ok(reader)
}

fn has_asked_for_program(reader: &Reader) -> bool {
    reader.host.requests().iter().any(|request| request.path.ends_with(".wasm"))
}

async fn there_is(reader: &Reader, what: &str, script: &str) -> Result<()> {
    reader.wait_until(what, script, |there: &bool| *there).await
}

#[tokio::test]
async fn scrolling_fetches_no_program_and_the_data_once() -> Result<()> {
    let reader = looked_at("").await?;
    reader.flick(200, 500).await?;
    reader.see::<()>("scrollTo(0, document.documentElement.scrollHeight)").await?;
    // An action would fetch the program at once.
    time::sleep(Duration::from_millis(500)).await;
    assert!(!has_asked_for_program(&reader), "scrolling loads the program");
    let data = reader.host.requests().iter().filter(|request| request.path.ends_with("/dashboard.json")).count();
    assert_eq!(data, 1);
    // Check the check: a key loads the program.
    reader.call_the_program().await?;
    assert!(has_asked_for_program(&reader));
    Ok(())
}

#[tokio::test]
async fn the_first_tap_on_a_marker_opens_its_evidence() -> Result<()> {
    let reader = looked_at("").await?;
    reader.width(320).await?;
    let (x, y) = reader.middle(MARKER).await?;
    reader.tap(x, y).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    assert_eq!(reader.see::<String>("return location.hash").await?, "", "the tap follows the link as well");
    Ok(())
}

#[tokio::test]
async fn a_second_click_before_the_program_is_loaded_does_not_close_the_evidence() -> Result<()> {
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.look_at("", "static").await?;
    for _ in 0..2 {
        reader.click(MARKER).await?;
    }
    reader.wait_for_state("loading").await?;
    reader.host.answer(Answer::AsBuilt);
    there_is(&reader, "the evidence is open", OPEN).await?;
    time::sleep(Duration::from_millis(500)).await;
    assert!(reader.see::<bool>(OPEN).await?, "the second click closes the evidence");
    Ok(())
}

#[tokio::test]
async fn the_first_key_on_a_marker_opens_its_evidence() -> Result<()> {
    let reader = looked_at("").await?;
    reader.focus(MARKER).await?;
    reader.press(Key::Enter, 1).await?;
    let within = "return document.querySelector('#evidence[data-open]')?.contains(document.activeElement) ?? false";
    there_is(&reader, "the focus is in the evidence", within).await
}

#[tokio::test]
async fn the_evidence_of_a_focused_marker_opens_once_the_program_is_loaded() -> Result<()> {
    let reader = looked_at("").await?;
    reader.press(Key::Tab, 1).await?;
    reader.focus(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    let marker = "return document.activeElement.matches('a[role=doc-noteref]')";
    assert!(reader.see::<bool>(marker).await?, "the marker is not focused");
    Ok(())
}

#[tokio::test]
async fn hovering_over_a_mark_or_marker_is_answered_once_the_program_is_loaded() -> Result<()> {
    for (rests_on, answer) in [
        ("#chart-people .mark[data-figure=arrests] rect", "return document.querySelector('.tip') !== null"),
        (MARKER, OPEN),
    ] {
        let reader = looked_at("").await?;
        reader.point_at(rests_on).await?;
        there_is(&reader, &format!("{rests_on} is answered"), answer).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_first_choice_in_a_list_takes_effect() -> Result<()> {
    let reader = looked_at("").await?;
    reader.choose("theme", "dark").await?;
    there_is(&reader, "the page is dark", "return document.documentElement.dataset.theme === 'dark'").await?;
    let reader = looked_at("?theme=dark").await?;
    reader.choose("source", "newser").await?;
    there_is(&reader, "an article is followed", "return document.documentElement.dataset.following === 'newser'")
        .await?;
    // There are two lists of articles, beside the charts and in the notes.
    let chosen =
        "return [...document.querySelectorAll('.tools select:not([name=as-of])')].map(list => list.value).sort()";
    assert_eq!(reader.see::<Vec<String>>(chosen).await?, ["dark", "newser", "newser"]);
    assert_eq!(reader.see::<String>("return location.search").await?, "?theme=dark&source=newser");
    Ok(())
}

#[tokio::test]
async fn the_first_click_on_a_button_takes_effect() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click("#chart-orders .switch button").await?;
    let linear = "return document.getElementById('chart-orders').dataset.linear !== undefined";
    there_is(&reader, "the chart has the other scale", linear).await?;
    let reader = looked_at("").await?;
    reader.click(".tools [data-do=share]").await?;
    let copied = "return document.getElementById('announcer')?.textContent === 'Copied.'";
    there_is(&reader, "the address is copied", copied).await
}

#[tokio::test]
async fn the_first_arrow_keys_in_a_chart_move_through_its_marks() -> Result<()> {
    let reader = looked_at("").await?;
    let named = "const frames = document.querySelector('#chart-people .frames');
        return frames.tabIndex === 0 && frames.getAttribute('role') === 'group'
            && frames.closest('figure').querySelector('figcaption').textContent.includes(frames.getAttribute('aria-label'))";
    assert!(reader.see::<bool>(named).await?, "the chart cannot be focused, or it has no name");
    reader.host.answer(Answer::Held);
    reader.look_at("", "static").await?;
    reader.focus("#chart-people .frames").await?;
    reader.press(Key::Right, 2).await?;
    reader.host.answer(Answer::AsBuilt);
    let second = "return document.getElementById('announcer')?.textContent.startsWith('2 of ') ?? false";
    there_is(&reader, "the second mark is announced", second).await
}

#[tokio::test]
async fn a_table_opened_as_the_first_action_can_be_sorted() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click("details.table summary").await?;
    there_is(&reader, "columns can be sorted", "return document.querySelector('[data-do=sort]') !== null").await
}

#[tokio::test]
async fn moving_the_mouse_to_the_downloads_shows_the_button_of_the_desk() -> Result<()> {
    let reader = looked_at("").await?;
    reader.point_at("#download .files").await?;
    there_is(&reader, "the button of the desk is there", "return document.querySelector('[data-do=desk]') !== null")
        .await
}

#[tokio::test]
async fn a_file_dropped_before_the_program_is_loaded_does_not_replace_the_page() -> Result<()> {
    let reader = looked_at("").await?;
    let drag = "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{}'], 'dashboard.json'));
        return ['dragover', 'drop'].map((type) =>
            !document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })))";
    assert_eq!(reader.see::<Vec<bool>>(drag).await?, [true, true]);
    reader.wait_until_asked(".wasm").await
}

#[tokio::test]
async fn parameters_in_the_address_and_newer_data_load_the_program_without_an_action() -> Result<()> {
    let reader = Reader::new().await?;
    reader.look_at("?source=jurist", "ready").await?;
    there_is(&reader, "an article is followed", "return document.getElementById('following') !== null").await?;
    let reader = looked_at("?theme=dark").await?;
    let theme = "return document.querySelector('.tools select[name=theme]').value";
    assert_eq!(reader.see::<String>(theme).await?, "dark", "the list does not show the theme of the address");
    let edited = Dataset::read()?.edited(|file| file["title"]["en"] = "Another title".into());
    reader.host.answer(Answer::Text(edited));
    reader.look_at("", "ready").await?;
    assert_eq!(reader.text("h1").await?, "Another title");
    Ok(())
}

#[tokio::test]
async fn with_save_data_nothing_is_fetched_before_the_first_action() -> Result<()> {
    let reader = Reader::new().await?;
    reader.watch("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await?;
    reader.look_at("", "static").await?;
    time::sleep(Duration::from_millis(500)).await;
    let asked: Vec<String> = reader.host.requests().into_iter().map(|request| request.path).collect();
    assert!(!asked.iter().any(|path| path.ends_with(".json") || path.ends_with(".wasm")), "{asked:?}");
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await
}
