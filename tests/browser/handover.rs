//! Two programs answer readers: a small one, and one that can also draw, which takes over when something is to be drawn again.

use anyhow::Result;
use serde_json::json;

use visitor::dataset::Dataset;
use visitor::reader::Reader;

/// The marker of a tile.
const MARKER: &str = "#figure-un-estimate .number .noteref";
const OPEN: &str = "return document.querySelector('#evidence[data-open]') !== null";
const LINEAR: &str = "return document.getElementById('chart-orders').hasAttribute('data-linear')";
/// The parts of the page that a program adds once.
const ADDED: &str = "return ['#evidence', '#announcer', '#chart-orders [role=group]'].map(part => document.querySelectorAll(part).length)";

/// Opens the page without any action of a reader.
async fn looked_at(choices: &str) -> Result<Reader> {
    let reader = Reader::new().await?;
    reader.look_at(choices, "ready").await?;
    Ok(reader)
}

async fn there_is(reader: &Reader, what: &str, script: &str) -> Result<()> {
    reader.wait_until(what, script, |there: &bool| *there).await
}

/// The programs that were fetched, by the beginning of their names.
fn programs(reader: &Reader) -> Vec<String> {
    let asked = reader.host.requests().into_iter().filter(|request| request.path.ends_with(".wasm"));
    let name = |path: String| Some(path.rsplit_once('/')?.1.split_once('-')?.0.to_owned());
    asked.filter_map(|request| name(request.path)).collect()
}

#[tokio::test]
async fn reading_the_evidence_fetches_the_small_program_alone() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    assert_eq!(programs(&reader), ["footnoted"]);
    Ok(())
}

#[tokio::test]
async fn a_reader_who_first_asks_for_another_scale_gets_it_from_the_drawing_program_alone() -> Result<()> {
    let reader = looked_at("").await?;
    reader.switch_scale("orders").await?;
    assert_eq!(programs(&reader), ["drawing"]);
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await
}

#[tokio::test]
async fn after_another_scale_each_action_is_answered_once() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    let before: Vec<usize> = reader.see(ADDED).await?;
    // A real click: the mouse would open the evidence again if it stayed on the marker.
    reader.click("#chart-orders .switch button").await?;
    there_is(&reader, "the chart is on the other scale", LINEAR).await?;
    assert_eq!(programs(&reader), ["footnoted", "drawing"]);
    assert!(!reader.see::<bool>(OPEN).await?, "the evidence of before is still open");
    let lit: usize = reader.see("return document.querySelectorAll('[role=doc-noteref][data-open]').length").await?;
    assert_eq!(lit, 0, "markers without evidence are marked as open");
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open again", OPEN).await?;
    assert_eq!(reader.see::<Vec<usize>>(ADDED).await?, before);
    // Two answers to one click would open and close it.
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is closed", "return document.querySelector('#evidence[data-open]') === null")
        .await?;
    reader.switch_scale("orders").await
}

#[tokio::test]
async fn words_in_the_search_and_a_followed_article_stay_when_the_other_program_takes_over() -> Result<()> {
    let reader = looked_at("?source=jurist").await?;
    let state =
        "return [document.getElementById('following').textContent, document.querySelector('#finder [name=find]').value,
        location.search]";
    let hits = "return [...document.querySelectorAll('#found a')].map(link => link.getAttribute('href'))";
    there_is(&reader, "an article is followed", "return document.getElementById('following') !== null").await?;
    reader.focus("#finder [name=find]").await?;
    reader.type_words("raid").await?;
    there_is(&reader, "something is found", "return document.querySelectorAll('#found a').length > 0").await?;
    let before: Vec<String> = reader.see(state).await?;
    let found: Vec<String> = reader.see(hits).await?;
    reader.switch_scale("orders").await?;
    assert_eq!(reader.see::<Vec<String>>(state).await?, before);
    // The click beside the results has closed them.
    reader.click("#finder [name=find]").await?;
    reader.wait_until("the same is found", hits, |hits: &Vec<String>| *hits == found).await?;
    assert_eq!(reader.see::<usize>("return document.querySelectorAll('#found').length").await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_file_dropped_while_the_small_program_answers_opens_the_desk() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    let edited = Dataset::read()?.edited(|file| file["title"]["en"] = "Another title".into());
    let drop = "const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0]], 'edited.json', { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))";
    reader.see_with::<()>(drop, vec![json!(edited)]).await?;
    reader
        .wait_until("the file is shown", "return document.querySelector('h1').textContent", |title: &String| {
            title == "Another title"
        })
        .await
}

#[tokio::test]
async fn a_page_is_set_back_to_a_day_while_the_small_program_answers() -> Result<()> {
    let reader = looked_at("").await?;
    reader.click(MARKER).await?;
    there_is(&reader, "the evidence is open", OPEN).await?;
    let choose = "const list = document.querySelector('.tools select[name=as-of]');
        list.value = [...list.options].map(option => option.value).filter(value => value)[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value";
    let day: String = reader.see(choose).await?;
    assert!(!day.is_empty());
    there_is(&reader, "the page is set back", "return document.querySelector('.horizon') !== null").await?;
    assert_eq!(reader.see::<String>("return new URLSearchParams(location.search).get('as-of')").await?, day);
    let now = "return document.querySelector('.horizon') === null";
    reader.see::<()>("document.querySelector('[data-do=now]').click()").await?;
    there_is(&reader, "the page is back at what is known now", now).await
}
