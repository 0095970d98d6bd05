//! When something is wrong with the data, the page says what, in words, and keeps the figures that it has.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use visitor::dataset::Dataset;
use visitor::host::Answer;
use visitor::place;
use visitor::reader::Reader;

/// What programmers say to each other.
const JARGON: [&str; 9] =
    ["undefined", "[object", "NaN", "JsValue", "TypeError", "SyntaxError", "panicked", "unwrap", "Failed to fetch"];

/// What the page tells a reader when the dataset is answered for like this.
async fn told(reader: &Reader, answer: Answer) -> Result<String> {
    reader.host.answer(answer);
    reader.open("error").await?;
    // What is only for who keeps the data is folded away.
    reader
        .see::<()>("document.querySelectorAll('[role=alert] details').forEach(details => details.open = true)")
        .await?;
    let told = reader.text("[role=alert]").await?;
    assert!(told.split(' ').count() >= 5, "the page hardly says what is wrong: “{told}”");
    for word in JARGON {
        assert!(!told.contains(word), "“{word}” is no word for people: {told}");
    }
    let title = reader.text("h1").await?;
    assert!(!title.is_empty(), "the page has lost its title");
    let figures: usize = reader.see("return document.querySelectorAll('#page [data-figure]').length").await?;
    assert!(figures >= Dataset::read()?.ids("figures").len(), "only {figures} figures are left");
    Ok(told)
}

/// Each problem that the page lists: its text, and the place in the file.
const PROBLEMS: &str = "return [...document.querySelectorAll('[role=alert] li[data-problem]')]
    .map(problem => [problem.textContent, problem.querySelector('code')?.textContent ?? ''])";

async fn problems(reader: &Reader) -> Result<Vec<(String, String)>> {
    reader.see(PROBLEMS).await
}

/// Has the page ask for the data anew.
async fn try_again(reader: &Reader) -> Result<()> {
    reader
        .see("[...document.querySelectorAll('button')].find(button => button.innerText === 'Try again').click()")
        .await
}

#[tokio::test]
async fn a_dataset_that_is_not_there_is_said_to_be_missing() -> Result<()> {
    let reader = Reader::new().await?;
    let told = told(&reader, Answer::Missing).await?;
    assert!(told.contains("dashboard.json"), "the missing file is not named: {told}");
    Ok(())
}

#[tokio::test]
async fn a_broken_connection_is_said_to_be_broken() -> Result<()> {
    let reader = Reader::new().await?;
    let told = told(&reader, Answer::Dropped).await?;
    assert!(told.to_lowercase().contains("connection"), "the connection is not mentioned: {told}");
    Ok(())
}

#[tokio::test]
async fn text_that_is_not_json_is_shown_with_the_line_where_it_breaks() -> Result<()> {
    let reader = Reader::new().await?;
    told(&reader, Answer::Text("{\n  \"schema_version\": 1,\n  \"id\": oops\n}".into())).await?;
    let problems = problems(&reader).await?;
    assert!(problems.iter().any(|(problem, _)| problem.contains("line 3")), "no problem in line 3: {problems:?}");
    Ok(())
}

/// The built data as an editor saves it that calls Windows-1252 "ANSI", and one that calls UTF-16 "Unicode".
fn in_other_encodings() -> Result<[(Vec<u8>, &'static str); 2]> {
    let text = Dataset::read()?.edited(|file| file["title"]["en"] = json!("Cafés"));
    let ansi = text.chars().map(|letter| u8::try_from(letter).unwrap_or(0x92)).collect();
    let unicode = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    Ok([(ansi, "seems to be Windows-1252"), (unicode, "seems to be UTF-16 LE: save it")])
}

#[tokio::test]
async fn a_file_in_another_encoding_is_named_and_the_figures_stay_as_they_were() -> Result<()> {
    let reader = Reader::new().await?;
    for (bytes, seems) in in_other_encodings()? {
        let told = told(&reader, Answer::Bytes(bytes)).await?;
        let problems = problems(&reader).await?;
        assert!(problems.len() == 1 && problems[0].0.contains(seems), "{problems:?}");
        assert!(told.contains("UTF-8"), "what to do is not said: {told}");
        let damaged: bool =
            reader.see("return document.getElementById('page').textContent.includes('\\ufffd')").await?;
        assert!(!damaged, "letters that could not be read are on the page");
    }
    Ok(())
}

#[tokio::test]
async fn the_bytes_decide_whatever_encoding_the_server_names() -> Result<()> {
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
        told(&reader, Answer::Text(text.into())).await?;
        assert!(!problems(&reader).await?.is_empty(), "no problem is listed for {text}");
    }
    Ok(())
}

#[tokio::test]
async fn a_file_of_another_version_is_named_as_such() -> Result<()> {
    let file = Dataset::read()?.edited(|file| file["schema_version"] = json!(99));
    let reader = Reader::new().await?;
    let told = told(&reader, Answer::Text(file)).await?;
    let problems = problems(&reader).await?;
    let places: Vec<_> = problems.iter().map(|(_, place)| place.as_str()).collect();
    assert_eq!(places, ["schema_version"], "one problem and no other: {told}");
    assert!(told.contains("99") && told.contains("version 1"), "both versions are to be named: {told}");
    Ok(())
}

#[tokio::test]
async fn all_problems_are_listed_at_once_with_their_places() -> Result<()> {
    let file = Dataset::read()?.edited(|file| {
        file["figures"][0]["unit"] = json!(7);
        file["charts"][0]["kind"] = json!("bers");
    });
    let reader = Reader::new().await?;
    let told = told(&reader, Answer::Text(file)).await?;
    let places: Vec<_> = problems(&reader).await?.into_iter().map(|(_, place)| place).collect();
    for place in ["figures[0].unit", "charts[0].kind"] {
        assert!(places.iter().any(|found| found == place), "{place} is not listed: {told}");
    }
    Ok(())
}

#[tokio::test]
async fn every_wrong_dataset_is_explained_in_the_words_of_the_command_line() -> Result<()> {
    let reader = Reader::new().await?;
    told(&reader, Answer::Missing).await?;
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
async fn the_page_recovers_when_the_data_is_mended() -> Result<()> {
    let reader = Reader::new().await?;
    told(&reader, Answer::Text("{".into())).await?;
    reader.host.answer(Answer::AsBuilt);
    reader.open("ready").await?;
    assert!(reader.text("[role=alert]").await?.is_empty(), "the mended page still raises an alarm");
    Ok(())
}

#[tokio::test]
async fn trying_again_asks_anew_and_takes_the_alarm_back() -> Result<()> {
    let reader = Reader::new().await?;
    told(&reader, Answer::Text("{".into())).await?;
    reader.host.answer(Answer::Missing);
    try_again(&reader).await?;
    let words = "return document.querySelector('[role=alert]')?.innerText ?? ''";
    reader.wait_until("the other trouble is told", words, |words: &String| words.contains("404")).await?;
    reader.host.answer(Answer::AsBuilt);
    try_again(&reader).await?;
    reader.wait_for_state("ready").await?;
    assert!(reader.text("[role=alert]").await?.is_empty(), "the mended page still raises an alarm");
    Ok(())
}

#[tokio::test]
async fn a_file_nested_deeper_than_anybody_writes_is_told_of_and_ends_nothing() -> Result<()> {
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
