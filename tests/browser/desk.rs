//! The desk: a reader checks and previews an edited file in the browser. The file is sent nowhere.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};

use visitor::dataset::{Dataset, english, text};
use visitor::place;
use visitor::reader::Reader;

/// Opens the desk with the button at the end of the page.
async fn open(reader: &Reader) -> Result<()> {
    reader.see::<()>("document.querySelector('#download [data-do=desk]').click()").await?;
    reader
        .wait_until("the desk is open", "return !!document.querySelector('#desk textarea')", |there: &bool| *there)
        .await
}

/// Pastes a file into the field of the desk.
async fn paste(reader: &Reader, file: &str) -> Result<()> {
    let script = "const field = document.querySelector('#desk textarea');
        document.getElementById('desk-report').textContent = '';
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    reader.see_with::<()>(script, vec![json!(file)]).await?;
    reader
        .wait_until("the desk answers", "return document.getElementById('desk-report').innerText", |said: &String| {
            !said.is_empty()
        })
        .await
}

async fn report(reader: &Reader) -> Result<String> {
    reader.text("#desk-report").await
}

/// The published file with another value for the first figure with an approximate value, and the id of that figure.
fn raised(dataset: &Dataset) -> (String, String) {
    let mut id = String::new();
    let edited = dataset.edited(|root| {
        let figures = root["figures"].as_array_mut().into_iter().flatten();
        for figure in figures.filter(|figure| figure["value"].get("about").is_some()).take(1) {
            figure["value"] = json!({ "about": 98_765 });
            id = figure["id"].as_str().unwrap_or_default().to_owned();
        }
    });
    (id, edited)
}

#[tokio::test]
async fn the_desk_opens_with_the_published_file_and_no_problems() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    open(&reader).await?;
    let file: String = reader.see("return document.querySelector('#desk textarea').value").await?;
    assert_eq!(serde_json::from_str::<Value>(&file)?, serde_json::from_str::<Value>(&Dataset::read()?.edited(|_| ()))?);
    let said = report(&reader).await?;
    assert!(said.contains("Nothing is wrong") && said.contains("published"), "{said}");
    let focused: String = reader.see("return document.activeElement.id").await?;
    assert_eq!(focused, "desk-title", "the heading of the desk is not focused");
    Ok(())
}

#[tokio::test]
async fn an_edit_is_shown_on_the_page_and_in_the_report_and_sent_nowhere() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    open(&reader).await?;
    let before = reader.host.requests().len();
    let (id, edited) = raised(&dataset);
    paste(&reader, &edited).await?;
    let said = report(&reader).await?;
    assert!(said.contains("→ about 98,765"), "the report lacks the change: {said}");
    let shown = reader.text(&format!("#figure-{id}")).await?;
    assert!(shown.contains("98,765"), "the page does not show the edit: {shown}");
    let asked: Vec<String> = reader.host.requests().into_iter().skip(before).map(|request| request.path).collect();
    assert!(asked.is_empty(), "there were requests for {asked:?}");
    reader.open("ready").await?;
    let shown = reader.text(&format!("#figure-{id}")).await?;
    assert!(!shown.contains("98,765"), "the edit is still there after a reload: {shown}");
    Ok(())
}

#[tokio::test]
async fn a_file_with_mistakes_gets_the_messages_of_the_check_and_the_page_keeps_the_last_valid_one() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    open(&reader).await?;
    let (id, edited) = raised(&dataset);
    paste(&reader, &edited).await?;
    let folder = place::wrong_datasets();
    for name in ["basis-unknown", "comma-missing"] {
        let words = fs::read_to_string(folder.join(name).with_extension("problems"))?;
        paste(&reader, &fs::read_to_string(folder.join(name).with_extension("json"))?).await?;
        let said = "return [...document.querySelectorAll('#desk-report li[data-problem]')].map(problem => problem.textContent)";
        let said: Vec<String> = reader.see(said).await?;
        assert_eq!(said.join("\n"), words.trim_end(), "{name}");
    }
    paste(&reader, &edited.replacen("\"about\"", "\"abuot\"", 1)).await?;
    assert!(report(&reader).await?.contains("did you mean \"about\"?"));
    let shown = reader.text(&format!("#figure-{id}")).await?;
    assert!(shown.contains("98,765"), "the page has lost the last valid version: {shown}");
    paste(&reader, "not JSON at all").await?;
    assert!(report(&reader).await?.contains("line 1"), "the message for a file that is not JSON lacks the line");
    Ok(())
}

#[tokio::test]
async fn a_file_can_be_chosen_or_dropped_and_is_downloaded_unchanged() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let (id, edited) = raised(&Dataset::read()?);
    // Drop it on the page before the desk is open.
    let drop = "const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'edited.json', { type: 'application/json' }));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }))";
    reader.see_with::<()>(drop, vec![json!(edited)]).await?;
    let changed = format!("return document.querySelector('#figure-{id}').innerText");
    reader.wait_until("the dropped file is shown", &changed, |shown: &String| shown.contains("98,765")).await?;
    let chosen = edited.replace("98765", "87654");
    let choose = "const files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'chosen.json', { type: 'application/json' }));
        const input = document.querySelector('#desk input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    reader.see_with::<()>(choose, vec![json!(chosen)]).await?;
    reader.wait_until("the chosen file is shown", &changed, |shown: &String| shown.contains("87,654")).await?;
    // Read the address of the download, since the test cannot read saved files.
    let download = "window.saved = null;
        HTMLAnchorElement.prototype.click = function () { window.saved = fetch(this.href).then(saved => saved.text()); window.savedAs = this.download; };
        URL.createObjectURL = blob => { window.blob = blob; return 'blob:' + location.origin + '/x'; };
        window.fetch = () => Promise.resolve(window.blob);
        document.querySelector('[data-do=desk-download]').click();
        return window.saved.then(text => [window.savedAs, text])";
    let (name, saved): (String, String) = reader.see(download).await?;
    assert_eq!((name.as_str(), saved.as_str()), ("dashboard.json", chosen.as_str()));
    Ok(())
}

#[tokio::test]
async fn a_file_in_another_encoding_is_refused_and_the_field_keeps_its_text() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    open(&reader).await?;
    let field = "return document.querySelector('#desk textarea').value";
    let before: String = reader.see(field).await?;
    let choose = "const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(arguments[0])], 'ansi.json', { type: 'application/json' }));
        const input = document.querySelector('#desk input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    let bytes: Vec<u8> = before.chars().map(|letter| u8::try_from(letter).unwrap_or(0x92)).collect();
    reader.see_with::<()>(choose, vec![json!([b"{ \"caf\xe9\": 1 }".as_slice(), &bytes].concat())]).await?;
    let said = "return document.getElementById('desk-report').innerText";
    reader
        .wait_until("the file is refused", said, |said: &String| {
            said.contains("Windows-1252 or another old encoding (look after “")
        })
        .await?;
    assert!(report(&reader).await?.contains("line 1, column 7"), "{}", report(&reader).await?);
    assert_eq!(reader.see::<String>(field).await?, before);
    Ok(())
}

#[tokio::test]
async fn the_preview_shows_evidence_like_the_published_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    open(&reader).await?;
    let (id, edited) = raised(&dataset);
    paste(&reader, &edited).await?;
    reader.see::<()>(&format!("document.querySelector('#figure-{id} [role=doc-noteref]').click()")).await?;
    let evidence = reader.text("#evidence").await?;
    assert!(evidence.contains("98,765"), "the evidence is that of the published figure: {evidence}");
    let files: usize =
        reader.see("return document.querySelectorAll('.take, .provenance a[href^=cite]').length").await?;
    assert_eq!(files, 0, "downloads of the published figures are offered beside the preview");
    Ok(())
}

#[tokio::test]
async fn the_preview_lists_corrections() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let dataset = Dataset::read()?;
    open(&reader).await?;
    let figure =
        dataset.list("figures").iter().find(|figure| figure.get("value").is_some()).cloned().unwrap_or_default();
    let edited = dataset.edited(|root| {
        root["corrections"] = json!([{
            "date": "2026-11-22", "figure": figure["id"], "was": { "exactly": 3 }, "reason": { "en": "A digit was missing." }
        }]);
    });
    paste(&reader, &edited).await?;
    let log = reader.text("#corrections").await?;
    let name = figure
        .get("short")
        .map_or_else(|| english(&figure, "label").to_owned(), |_| english(&figure, "short").to_owned());
    for words in ["22 November 2026", "A digit was missing.", name.as_str()] {
        assert!(log.contains(words), "“{words}” is not in the log: {log}");
    }
    assert!(!text(&figure, "id").is_empty());
    Ok(())
}
