//! The key: it explains the forms of values that occur on the page, and no others.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use visitor::dataset::{Dataset, list, text};
use visitor::host::Answer;
use visitor::reader::Reader;

/// The forms of values: their names in the data and their labels in the key.
const FORMS: [(&str, &str); 6] = [
    ("a number as given", "exactly"),
    ("about: ", "about"),
    ("at least: ", "at_least"),
    ("more than: ", "more_than"),
    ("from … to …", "between"),
    ("a word such as ", "magnitude"),
];

#[tokio::test]
async fn the_page_has_one_key_with_exactly_the_forms_that_occur() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::new().await?;
    let bars = |chart: &Value| matches!(text(chart, "kind"), "bars" | "range" | "share");
    let band = dataset.list("sections").first().context("a section")?;
    // With the data as it is, and with each form in turn replaced by exact values.
    for gone in [""].into_iter().chain(FORMS.iter().map(|(_, key)| *key).filter(|key| *key != "exactly")) {
        let edited = dataset.edited(|file| {
            for figure in file["figures"].as_array_mut().into_iter().flatten() {
                let number = match figure["value"].get(gone) {
                    None => continue,
                    Some(Value::Array(ends)) => ends[0].clone(),
                    Some(Value::Number(number)) => json!(number),
                    Some(_) => json!(4321),
                };
                figure["value"] = json!({ "exactly": number });
                for citation in figure["citations"].as_array_mut().into_iter().flatten() {
                    citation.as_object_mut().map(|citation| citation.remove("value"));
                }
            }
        });
        let answer = if gone.is_empty() { Answer::AsBuilt } else { Answer::Text(edited) };
        reader.host.answer(answer);
        reader.open("ready").await?;
        let (keys, samples): (usize, Vec<String>) = reader
            .see("return [document.querySelectorAll('.key').length, [...document.querySelectorAll('#page ul.legend li')].map(sample => sample.textContent)]")
            .await?;
        assert_eq!(keys, 1);
        let unique: BTreeSet<_> = samples.iter().collect();
        assert_eq!(unique.len(), samples.len(), "a form is explained twice: {samples:?}");
        let charts = dataset.list("charts").iter().filter(|chart| bars(chart)).flat_map(|chart| dataset.drawn(chart));
        let tiles = list(band, "figures").iter().filter_map(Value::as_str).map(str::to_owned);
        let drawn: BTreeSet<String> = charts.chain(tiles).collect();
        for (words, key) in FORMS {
            let has =
                |id: &String| dataset.item(id).is_some_and(|figure| figure.pointer(&format!("/value/{key}")).is_some());
            let occurs = key != gone && drawn.iter().any(has);
            // A computed value may be approximate by itself.
            let computed = drawn.iter().any(|id| !dataset.operands(id).is_empty());
            let explained = samples.iter().any(|sample| sample.starts_with(words));
            assert!(explained == occurs || (computed && explained), "without “{gone}”, of “{words}”: {samples:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_key_is_beside_the_charts_on_a_desktop_and_closed_before_them_on_a_phone() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "const key = document.getElementById('key');
        const chart = [...document.querySelectorAll('svg.picture')].find(picture => picture.getClientRects().length > 0);
        const [a, b] = [key, chart].map(part => part.getBoundingClientRect());
        return [key.querySelector('.legend').checkVisibility({ contentVisibilityAuto: true }) && key.querySelector('.legend li').getClientRects().length > 0,
            a.right <= b.left, a.bottom <= b.top]";
    for (width, wanted) in [(1280, (true, true, false)), (1920, (true, true, false)), (375, (false, false, true))] {
        reader.width(width).await?;
        assert_eq!(reader.see::<(bool, bool, bool)>(script).await?, wanted, "at {width} px");
    }
    reader.width(1280).await?;
    let follows = "scrollTo({ top: document.getElementById('notes').getBoundingClientRect().top + scrollY - 900, behavior: 'instant' });
        const { top, height } = document.getElementById('key').getBoundingClientRect();
        return top >= 0 && top < innerHeight";
    assert!(reader.see::<bool>(follows).await?, "the key does not stay visible beside the charts");
    Ok(())
}
