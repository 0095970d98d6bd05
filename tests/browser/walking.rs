//! Moving through the marks of a chart with the arrow keys, and hovering over them.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;
use tokio::time;

use visitor::dataset::{Dataset, text};
use visitor::reader::Reader;

/// The current position in a chart.
#[derive(Debug, Deserialize)]
struct Step {
    /// The figures or events whose marks are highlighted.
    current: Vec<String>,
    /// The texts of the open tips.
    tips: Vec<String>,
    /// Whether the mark and its tip are completely in the viewport.
    in_sight: (bool, bool),
    announced: String,
    focused: bool,
}

/// The current position in the chart with this id.
async fn look(reader: &Reader, chart: &str) -> Result<Step> {
    let script = "const frames = document.querySelector(`#chart-${arguments[0]} .frames`);
        const shown = part => part.getClientRects().length > 0;
        const marks = [...document.querySelectorAll('.mark[data-current]')].filter(shown);
        const tips = [...document.querySelectorAll('.tip')].filter(shown);
        const whole = part => {
            if (!part) return false;
            const { left, top, right, bottom } = part.getBoundingClientRect();
            return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        };
        return {
            current: marks.map(mark => mark.dataset.figure ?? mark.dataset.event),
            tips: tips.map(tip => tip.textContent),
            in_sight: [whole(marks[0]), whole(tips[0])],
            announced: document.getElementById('announcer').textContent,
            focused: document.activeElement === frames,
        }";
    reader.see_with(script, vec![json!(chart)]).await
}

/// The ids of the charts, each with its figures or events in the order of its marks.
async fn charts(reader: &Reader) -> Result<Vec<(String, Vec<String>)>> {
    let script = "return [...document.querySelectorAll('figure[data-chart]')].map(chart => [chart.dataset.chart,
        [...new Set([...chart.querySelectorAll('.mark')].filter(mark => mark.getClientRects().length > 0).map(mark => mark.dataset.figure ?? mark.dataset.event))]])";
    let charts: Vec<(String, Vec<String>)> = reader.see(script).await?;
    assert!(
        !charts.is_empty() && charts.iter().all(|(_, marks)| !marks.is_empty()),
        "a chart has no marks: {charts:?}"
    );
    Ok(charts)
}

async fn start(reader: &Reader, chart: &str) -> Result<()> {
    reader.focus(&format!("#chart-{chart} .frames")).await
}

#[tokio::test]
async fn every_chart_can_be_focused_and_its_name_has_the_number_of_marks() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for (chart, marks) in charts(&reader).await? {
        let script = "const chart = document.getElementById(`chart-${arguments[0]}`);
            const frames = chart.querySelector('.frames');
            return [chart.querySelector('figcaption').firstChild.textContent, frames.getAttribute('role'), frames.getAttribute('aria-label'), frames.tabIndex]";
        let (title, role, name, stop): (String, String, String, i32) =
            reader.see_with(script, vec![json!(chart)]).await?;
        assert_eq!((role.as_str(), stop), ("group", 0), "{chart}");
        assert!(name.contains(&title), "the name of {chart} is “{name}”");
        let count = if marks.len() == 1 { "one".to_owned() } else { marks.len().to_string() };
        assert!(name.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == count), "{chart}: “{name}”");
    }
    Ok(())
}

#[tokio::test]
async fn the_arrow_keys_reach_every_mark_once_and_each_is_announced() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut walked = BTreeSet::new();
    for (chart, marks) in charts(&reader).await? {
        start(&reader, &chart).await?;
        for (place, item) in marks.iter().enumerate() {
            reader.press(if place % 2 == 0 { Key::Right } else { Key::Down }, 1).await?;
            let step = look(&reader, &chart).await?;
            let at = format!("{chart}, step {}: {step:?}", place + 1);
            assert_eq!(step.current, std::slice::from_ref(item), "{at}");
            assert!(step.focused, "{at}");
            let [tip] = step.tips.as_slice() else { panic!("not one tip at {at}") };
            assert_eq!(step.announced, format!("{} of {}: {tip}", place + 1, marks.len()), "{at}");
            for source in dataset.articles(item) {
                let outlet = text(dataset.source(&source).context("an article")?, "container-title");
                assert!(tip.contains(outlet), "{outlet} is not in {at}");
            }
            let found = dataset.item(item).context("a figure or event")?;
            if let Some(who) = found.get("said_by") {
                assert!(tip.contains(text(who, "en")), "the speaker is not in {at}");
            }
            walked.insert(item.clone());
        }
        reader.press(Key::Right, 1).await?;
        let step = look(&reader, &chart).await?;
        assert_eq!(step.current.first(), marks.last(), "{chart}: the last mark is not the end");
    }
    let drawn: BTreeSet<_> = dataset.list("charts").iter().flat_map(|chart| dataset.drawn(chart)).collect();
    assert_eq!(walked, drawn);
    Ok(())
}

#[tokio::test]
async fn the_value_of_a_mark_is_announced_as_on_the_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    start(&reader, "people").await?;
    for value in ["about 100,000 people", "about 5,000 people", "1,440 people"] {
        reader.press(Key::Right, 1).await?;
        let step = look(&reader, "people").await?;
        assert!(step.announced.contains(value), "“{value}” is not announced: {step:?}");
    }
    Ok(())
}

#[tokio::test]
async fn home_end_and_the_left_arrow_move_to_the_right_marks() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let charts = charts(&reader).await?;
    let (chart, marks) =
        charts.iter().find(|(_, marks)| marks.len() > 3).context("no chart has more than three marks")?;
    start(&reader, chart).await?;
    let last = marks.len() - 1;
    let steps =
        [(Key::End, last), (Key::Left, last - 1), (Key::Up, last - 2), (Key::Home, 0), (Key::Left, 0), (Key::Right, 1)];
    for (key, place) in steps {
        let what = format!("{key:?}");
        reader.press(key, 1).await?;
        assert_eq!(look(&reader, chart).await?.current, [marks[place].clone()], "{what}");
    }
    Ok(())
}

#[tokio::test]
async fn the_mark_and_its_tip_are_in_the_viewport_at_every_step() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for (width, height) in [(1280, 800), (320, 800)] {
        reader.size(width, height).await?;
        for (chart, marks) in charts(&reader).await? {
            start(&reader, &chart).await?;
            for place in 1..=marks.len() {
                reader.press(Key::Right, 1).await?;
                let settled = "return await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
                reader.see::<bool>(settled).await?;
                let step = look(&reader, &chart).await?;
                assert_eq!(step.in_sight, (true, true), "{chart}, step {place}, {width} × {height}: {step:?}");
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn escape_and_leaving_the_chart_remove_highlight_and_tip() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for key in [Key::Escape, Key::Tab] {
        start(&reader, "people").await?;
        reader.press(Key::Right, 1).await?;
        assert_eq!(look(&reader, "people").await?.tips.len(), 1);
        let what = format!("{key:?}");
        reader.press(key, 1).await?;
        let step = look(&reader, "people").await?;
        assert!(step.tips.is_empty() && step.current.is_empty(), "{what} leaves {step:?}");
    }
    Ok(())
}

#[tokio::test]
async fn enter_opens_the_evidence_of_a_mark_and_escape_returns_to_the_mark() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for (chart, marks) in charts(&reader).await? {
        start(&reader, &chart).await?;
        reader.press(Key::End, 1).await?;
        reader.press(Key::Left, 1).await?;
        reader.press(Key::Enter, 1).await?;
        let place = marks.len().saturating_sub(2);
        let evidence = "const evidence = document.getElementById('evidence');
            return evidence?.getClientRects().length > 0 && evidence.contains(document.activeElement)
                ? [...evidence.querySelectorAll('q')].map(quote => quote.textContent) : []";
        let quotes: BTreeSet<String> = reader.see(evidence).await?;
        let item = &marks[place];
        let known: BTreeSet<String> = dataset
            .evidence(item)
            .iter()
            .flat_map(|evidence| dataset.quotes().get(evidence).cloned().unwrap_or_default())
            .collect();
        assert!(!quotes.is_empty() && quotes.is_subset(&known), "{chart}, {item}: {quotes:?}");
        reader.press(Key::Escape, 1).await?;
        reader.press(Key::Right, 1).await?;
        let step = look(&reader, &chart).await?;
        assert_eq!(step.current.first(), marks.last(), "{chart}: the next key does not continue from {item}");
    }
    Ok(())
}

#[tokio::test]
async fn enter_on_a_marker_after_a_walk_opens_the_evidence_of_that_marker() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    start(&reader, "people").await?;
    reader.press(Key::End, 1).await?;
    reader.press(Key::Tab, 1).await?;
    let marker: String = reader.see("return document.activeElement.getAttribute('href') ?? ''").await?;
    assert!(marker.starts_with("#note-"), "Tab leads to {marker}");
    reader.press(Key::Enter, 1).await?;
    let opened: String =
        reader.see("return document.querySelector('#evidence .actions a')?.getAttribute('href') ?? ''").await?;
    assert_eq!(opened, marker);
    Ok(())
}

#[tokio::test]
async fn all_other_keys_are_left_to_the_browser() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    start(&reader, "people").await?;
    let script = "const frames = document.activeElement;
        const press = (key, more) => {
            const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
            frames.dispatchEvent(event);
            return event.defaultPrevented;
        };
        return [press('PageDown'), press(' '), press('ArrowRight', { altKey: true }), press('Enter'), press('ArrowRight')]";
    let kept: Vec<bool> = reader.see(script).await?;
    assert_eq!(kept, [false, false, false, false, true]);
    Ok(())
}

#[tokio::test]
async fn hovering_over_a_mark_shows_its_tip_and_the_mouse_can_move_onto_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let rest = async || -> Result<()> {
        reader.point_at("#chart-people .mark[data-figure=arrests] rect").await?;
        reader
            .wait_until("there is a tip", "return document.querySelectorAll('.tip').length", |tips: &u32| *tips == 1)
            .await
    };
    rest().await?;
    let step = look(&reader, "people").await?;
    assert!(step.tips[0].contains("about 5,000 people") && step.tips[0].contains("JURIST"), "{step:?}");
    reader.point(1, 1).await?;
    reader
        .wait_until("the tip is gone", "return document.querySelectorAll('.tip').length", |tips: &u32| *tips == 0)
        .await?;
    rest().await?;
    let (x, y) = reader
        .see(
            "const { left, top, width, height } = document.querySelector('.tip').getBoundingClientRect();
        return [left + width / 2, top + height / 2].map(Math.round)",
        )
        .await?;
    reader.point(x, y).await?;
    time::sleep(Duration::from_millis(700)).await;
    let step = look(&reader, "people").await?;
    assert!(step.current == ["arrests"] && step.tips.len() == 1, "the tip closes while the mouse is over it: {step:?}");
    Ok(())
}
