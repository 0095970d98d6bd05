//! If the data cannot be loaded or has mistakes, the page reports them and keeps its printed figures.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use visitor::dataset::Dataset;
use visitor::host::Answer;
use visitor::place;
use visitor::reader::Reader;

/// Words of programmers that no message for readers may contain.
const JARGON: [&str; 9] =
    ["undefined", "[object", "NaN", "JsValue", "TypeError", "SyntaxError", "panicked", "unwrap", "Failed to fetch"];

/// The message of the page after this response to the request for the data.
async fn reported(reader: &Reader, answer: Answer) -> Result<String> {
    reader.host.answer(answer);
    reader.open("error").await?;
    // The details are for curators and are closed.
    reader
        .see::<()>("document.querySelectorAll('[role=alert] details').forEach(details => details.open = true)")
        .await?;
    let reported = reader.text("[role=alert]").await?;
    assert!(reported.split(' ').count() >= 5, "the message is too short: “{reported}”");
    for word in JARGON {
        assert!(!reported.contains(word), "the message contains “{word}”: {reported}");
    }
    let title = reader.text("h1").await?;
    assert!(!title.is_empty(), "the page has lost its title");
    let figures: usize = reader.see("return document.querySelectorAll('#page [data-figure]').length").await?;
    assert!(figures >= Dataset::read()?.ids("figures").len(), "only {figures} figures are left");
    Ok(reported)
}

/// The problems that the page lists, each with its text and its place in the file.
const PROBLEMS: &str = "return [...document.querySelectorAll('[role=alert] li[data-problem]')]
    .map(problem => [problem.textContent, problem.querySelector('code')?.textContent ?? ''])";

async fn problems(reader: &Reader) -> Result<Vec<(String, String)>> {
    reader.see(PROBLEMS).await
}

/// Clicks “Try again”, which fetches the data again.
async fn try_again(reader: &Reader) -> Result<()> {
    reader
        .see("[...document.querySelectorAll('button')].find(button => button.innerText === 'Try again').click()")
        .await
}

#[tokio::test]
async fn a_missing_file_is_named() -> Result<()> {
    let reader = Reader::new().await?;
    let reported = reported(&reader, Answer::Missing).await?;
    assert!(reported.contains("dashboard.json"), "the missing file is not named: {reported}");
    Ok(())
}

#[tokio::test]
async fn a_broken_connection_is_reported() -> Result<()> {
    let reader = Reader::new().await?;
    let reported = reported(&reader, Answer::Dropped).await?;
    assert!(reported.to_lowercase().contains("connection"), "the connection is not mentioned: {reported}");
    Ok(())
}

#[tokio::test]
async fn a_syntax_error_is_reported_with_its_line() -> Result<()> {
    let reader = Reader::new().await?;
    reported(&reader, Answer::Text("{\n  \"schema_version\": 1,\n  \"id\": oops\n}".into())).await?;
    let problems = problems(&reader).await?;
    assert!(problems.iter().any(|(problem, _)| problem.contains("line 3")), "no problem in line 3: {problems:?}");
    Ok(())
}

/// The built data in Windows-1252 and in UTF-16, which some editors call "ANSI" and "Unicode".
fn in_other_encodings() -> Result<[(Vec<u8>, &'static str); 2]> {
    let text = Dataset::read()?.edited(|file| file["title"]["en"] = json!("Cafés"));
    let ansi = text.chars().map(|letter| u8::try_from(letter).unwrap_or(0x92)).collect();
    let unicode = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    Ok([(ansi, "seems to be Windows-1252"), (unicode, "seems to be UTF-16 LE: save it")])
}

#[tokio::test]
async fn the_encoding_of_a_file_that_is_not_utf_8_is_reported() -> Result<()> {
    let reader = Reader::new().await?;
    for (bytes, seems) in in_other_encodings()? {
        let reported = reported(&reader, Answer::Bytes(bytes)).await?;
        let problems = problems(&reader).await?;
        assert!(problems.len() == 1 && problems[0].0.contains(seems), "{problems:?}");
        assert!(reported.contains("UTF-8"), "the message does not name UTF-8: {reported}");
        let damaged: bool =
            reader.see("return document.getElementById('page').textContent.includes('\\ufffd')").await?;
        assert!(!damaged, "the page contains replacement characters");
    }
    Ok(())
}

#[tokio::test]
async fn the_page_ignores_the_encoding_that_the_server_names() -> Result<()> {
    let file = Dataset::read()?.edited(|file| file["title"]["en"] = json!("Cafés ក្នុង"));
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Bytes(file.into_bytes()));
    reader.open("ready").await?;
    assert_eq!(reader.text("h1").await?, "Cafés ក្នុង");
    Ok(())
}

#[tokio::test]
async fn json_of_another_shape_is_listed_as_problems() -> Result<()> {
    let reader = Reader::new().await?;
    for text in ["[]", "\"figures\"", "{\"schema_version\": 1, \"figures\": 3}"] {
        reported(&reader, Answer::Text(text.into())).await?;
        assert!(!problems(&reader).await?.is_empty(), "no problem is listed for {text}");
    }
    Ok(())
}

#[tokio::test]
async fn another_schema_version_is_reported_alone() -> Result<()> {
    let file = Dataset::read()?.edited(|file| file["schema_version"] = json!(99));
    let reader = Reader::new().await?;
    let reported = reported(&reader, Answer::Text(file)).await?;
    let problems = problems(&reader).await?;
    let places: Vec<_> = problems.iter().map(|(_, place)| place.as_str()).collect();
    assert_eq!(places, ["schema_version"], "the places of the problems: {reported}");
    assert!(
        reported.contains("99") && reported.contains("version 1"),
        "the message lacks one of the versions: {reported}"
    );
    Ok(())
}

#[tokio::test]
async fn all_problems_are_listed_at_once_with_their_places() -> Result<()> {
    let file = Dataset::read()?.edited(|file| {
        file["figures"][0]["unit"] = json!(7);
        file["charts"][0]["kind"] = json!("bers");
    });
    let reader = Reader::new().await?;
    let reported = reported(&reader, Answer::Text(file)).await?;
    let places: Vec<_> = problems(&reader).await?.into_iter().map(|(_, place)| place).collect();
    for place in ["figures[0].unit", "charts[0].kind"] {
        assert!(places.iter().any(|found| found == place), "{place} is not listed: {reported}");
    }
    Ok(())
}

#[tokio::test]
async fn the_page_has_the_same_messages_as_the_command_line() -> Result<()> {
    let reader = Reader::new().await?;
    reported(&reader, Answer::Missing).await?;
    let mut explained = 0;
    for entry in fs::read_dir(place::wrong_datasets())? {
        let path = entry?.path();
        let Ok(words) = fs::read_to_string(path.with_extension("problems")) else { continue };
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        reader.host.answer(Answer::Text(text));
        try_again(&reader).await?;
        let explained_in = |shown: &Vec<(String, String)>| shown.iter().map(|(problem, _)| problem).eq(words.lines());
        let what = format!("{} is explained as:\n{words}", path.display());
        reader.wait_until(&what, PROBLEMS, explained_in).await?;
        explained += 1;
    }
    assert!(explained > 0, "there are no wrong datasets");
    Ok(())
}

#[tokio::test]
async fn the_page_recovers_after_the_data_is_corrected() -> Result<()> {
    let reader = Reader::new().await?;
    reported(&reader, Answer::Text("{".into())).await?;
    reader.host.answer(Answer::AsBuilt);
    reader.open("ready").await?;
    assert!(reader.text("[role=alert]").await?.is_empty(), "the message is still there");
    Ok(())
}

#[tokio::test]
async fn try_again_fetches_the_data_again_and_removes_the_message() -> Result<()> {
    let reader = Reader::new().await?;
    reported(&reader, Answer::Text("{".into())).await?;
    reader.host.answer(Answer::Missing);
    try_again(&reader).await?;
    let words = "return document.querySelector('[role=alert]')?.innerText ?? ''";
    reader.wait_until("the other problem is reported", words, |words: &String| words.contains("404")).await?;
    reader.host.answer(Answer::AsBuilt);
    try_again(&reader).await?;
    reader.wait_for_state("ready").await?;
    assert!(reader.text("[role=alert]").await?.is_empty(), "the message is still there");
    Ok(())
}

#[tokio::test]
async fn a_file_with_extremely_deep_nesting_is_reported() -> Result<()> {
    let reader = Reader::new().await?;
    let figure = |note: String| format!(r#"{{"schema_version": 1, "figures": [{{"note": {note}}}]}}"#);
    let nests = [
        "[".repeat(100_000),
        figure(format!("{}{}", "[".repeat(120), "]".repeat(120))),
        figure(r#"{"en":"#.repeat(120)),
    ];
    for text in nests {
        reader.host.answer(Answer::Text(text));
        reader.open("error").await?;
        let alert = reader.text("[role=alert]").await?;
        assert!(alert.contains("problem"), "{alert}");
    }
    Ok(())
}
