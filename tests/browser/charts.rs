//! Every chart has a title, a finding, a drawing, a description and a table, and each of its marks is cited.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use visitor::dataset::{Dataset, Evidence, english, list, text};
use visitor::host::Answer;
use visitor::place;
use visitor::reader::Reader;

/// A chart on the page.
#[derive(Deserialize)]
struct Chart {
    id: String,
    kind: String,
    anchor: String,
    title: String,
    finding: String,
    frames: Vec<Frame>,
    rows: Vec<Row>,
    columns: usize,
}

/// A drawing of a chart.
#[derive(Deserialize)]
struct Frame {
    name: String,
    title: String,
    description: String,
    role: String,
    picture: String,
    marks: BTreeSet<String>,
    markers: Vec<Marker>,
}

/// A row of the table of a chart.
#[derive(Deserialize)]
struct Row {
    head: String,
    markers: Vec<Marker>,
}

/// A marker: the passage it leads to, and the articles whose numbers it shows.
#[derive(Debug, Deserialize)]
struct Marker {
    passage: Evidence,
    articles: BTreeSet<String>,
}

/// The charts on the page, read once for all tests that only read them.
async fn charts() -> Result<&'static [Chart]> {
    static READ: OnceCell<Vec<Chart>> = OnceCell::const_new();
    let read = || async { Reader::of_ready_page().await?.see(include_str!("probes/charts.js")).await };
    let charts = READ.get_or_try_init(read).await?;
    assert!(!charts.is_empty(), "there is no chart on the page");
    Ok(charts)
}

/// The charts of the data, each with its chart on the page.
fn paired<'a>(dataset: &'a Dataset, charts: &'a [Chart]) -> Vec<(&'a Value, &'a Chart)> {
    let find = |chart: &Chart| dataset.list("charts").iter().find(|wanted| text(wanted, "id") == chart.id);
    charts.iter().filter_map(|chart| Some((find(chart)?, chart))).collect()
}

#[tokio::test]
async fn every_chart_of_the_data_is_on_the_page_once() -> Result<()> {
    let dataset = Dataset::read()?;
    let mut wanted = dataset.ids("charts");
    wanted.sort_unstable();
    let charts = charts().await?;
    let mut found: Vec<_> = charts.iter().map(|chart| chart.id.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, wanted);
    for chart in charts {
        assert_eq!(chart.anchor, format!("chart-{}", chart.id));
    }
    Ok(())
}

#[tokio::test]
async fn every_chart_has_its_title_and_its_finding() -> Result<()> {
    let dataset = Dataset::read()?;
    for (wanted, chart) in paired(&dataset, charts().await?) {
        assert_eq!(chart.title, english(wanted, "title"));
        let words = finding_of(&dataset, wanted).split(['{', '}']).next().unwrap_or_default().trim();
        assert!(!chart.finding.is_empty(), "{} has no finding", chart.id);
        assert!(chart.finding.contains(words), "{}: “{}” lacks “{words}”", chart.id, chart.finding);
    }
    Ok(())
}

/// The heading of a chart: its own finding, or the finding of its section if it is the only chart there.
fn finding_of<'a>(dataset: &'a Dataset, chart: &'a Value) -> &'a str {
    let is_here = |section: &&Value| list(section, "charts") == [json!(text(chart, "id"))];
    let section = dataset.list("sections").iter().find(is_here).filter(|section| section.get("finding").is_some());
    english(section.unwrap_or(chart), "finding")
}

#[tokio::test]
async fn every_drawing_has_a_title_and_a_description() -> Result<()> {
    for chart in charts().await? {
        let names: Vec<_> = chart.frames.iter().map(|frame| frame.name.as_str()).collect();
        assert_eq!(names, ["wide", "narrow"], "{}", chart.id);
        for frame in &chart.frames {
            assert_eq!(frame.role, "img", "{} {}", chart.id, frame.name);
            assert_eq!(frame.title, chart.title, "{} {}", chart.id, frame.name);
            assert!(!frame.description.is_empty(), "{} {} has no description", chart.id, frame.name);
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_screen_reader_finds_one_image_per_chart_named_by_its_title() -> Result<()> {
    let reader = Reader::new().await?;
    reader.session.goto(reader.host.page()).await?;
    let laid_out = "return document.documentElement.dataset.laidOut !== undefined";
    reader.wait_until("all deferred parts are laid out", laid_out, |done: &bool| *done).await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        let tree = reader.chromium.session.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree.get("nodes").and_then(Value::as_array).context("no accessibility tree")?;
        let word =
            |node: &Value, key| node.pointer(&format!("/{key}/value")).and_then(Value::as_str).map(str::to_owned);
        let heard: Vec<_> = nodes
            .iter()
            .filter(|node| word(node, "role").as_deref() == Some("image"))
            .filter_map(|node| word(node, "name"))
            .collect();
        let titles: Vec<_> = charts().await?.iter().map(|chart| chart.title.as_str()).collect();
        assert_eq!(heard, titles, "at {width} px");
    }
    Ok(())
}

#[tokio::test]
async fn every_figure_of_a_chart_is_a_mark_in_both_drawings() -> Result<()> {
    let dataset = Dataset::read()?;
    for (wanted, chart) in paired(&dataset, charts().await?) {
        let drawn: BTreeSet<_> = dataset.drawn(wanted).into_iter().collect();
        for frame in &chart.frames {
            assert_eq!(frame.marks, drawn, "{} {}", chart.id, frame.name);
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_mark_has_one_marker_with_all_its_articles_and_in_a_matrix_one_per_article() -> Result<()> {
    let dataset = Dataset::read()?;
    for chart in charts().await? {
        for frame in &chart.frames {
            let place = format!("{} {}", chart.id, frame.name);
            for mark in &frame.marks {
                let evidence = dataset.evidence(mark);
                let own: Vec<_> = frame.markers.iter().filter(|marker| evidence.contains(&marker.passage)).collect();
                let articles = dataset.articles(mark);
                if chart.kind == "matrix" {
                    let cited: BTreeSet<_> = own.iter().flat_map(|marker| marker.articles.clone()).collect();
                    assert_eq!(cited, articles, "{place}: the markers of {mark}");
                } else {
                    let is_its_own = own.iter().any(|marker| marker.articles == articles);
                    assert!(is_its_own, "{place}: {mark} has the articles {articles:?}, but the markers {own:?}");
                }
            }
            let each = |mark: &String| if chart.kind == "matrix" { dataset.articles(mark).len() } else { 1 };
            let wanted: usize = frame.marks.iter().map(each).sum();
            assert_eq!(frame.markers.len(), wanted, "{place}: the markers");
            let evidence: BTreeSet<_> = frame.marks.iter().flat_map(|mark| dataset.evidence(mark)).collect();
            for Marker { passage, articles } in &frame.markers {
                assert!(evidence.contains(passage), "{place}: the marker for {passage:?} belongs to no mark");
                assert!(
                    articles.contains(&passage.0),
                    "{place}: the marker for {passage:?} has the articles {articles:?}"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_chart_has_a_table_of_the_same_figures_with_the_same_citations() -> Result<()> {
    let dataset = Dataset::read()?;
    for (wanted, chart) in paired(&dataset, charts().await?) {
        let drawn = dataset.drawn(wanted);
        assert_eq!(chart.rows.len(), drawn.len(), "the rows of {}", chart.id);
        assert!(chart.columns >= 2, "{} lacks column headings", chart.id);
        for row in &chart.rows {
            assert!(!row.head.is_empty(), "{} has a row without a heading", chart.id);
            let several = chart.kind == "matrix";
            assert!(several || row.markers.len() == 1, "{}: {} has {:?}", chart.id, row.head, row.markers);
        }
        let mut cited: Vec<Vec<_>> = chart
            .rows
            .iter()
            .map(|row| row.markers.iter().flat_map(|marker| marker.articles.clone()).collect())
            .collect();
        let mut articles: Vec<Vec<_>> = drawn.iter().map(|mark| dataset.articles(mark).into_iter().collect()).collect();
        cited.iter_mut().for_each(|row| row.sort());
        cited.sort();
        articles.sort();
        assert_eq!(cited, articles, "the articles cited in the rows of {}", chart.id);
    }
    Ok(())
}

#[tokio::test]
async fn the_printed_page_and_the_browser_draw_the_same_bytes_as_the_golden_files() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    check_against_golden_files(&reader, |golden| golden.replace(r#" xmlns="http://www.w3.org/2000/svg""#, "")).await?;
    // The same figures with another date are drawn again, by the program.
    let edited = Dataset::read()?.edited(|data| {
        data["updated"] = "2031-01-01".into();
    });
    reader.host.answer(Answer::Text(edited));
    reader.open("ready").await?;
    reader
        .wait_until(
            "the page is drawn again",
            "return document.querySelector('.updated').textContent",
            |text: &String| text.contains("2031"),
        )
        .await?;
    check_against_golden_files(&reader, str::to_owned).await
}

async fn check_against_golden_files(reader: &Reader, expected: impl Fn(&str) -> String) -> Result<()> {
    let charts: Vec<Chart> = reader.see(include_str!("probes/charts.js")).await?;
    anyhow::ensure!(!charts.is_empty(), "there are no charts");
    for chart in charts {
        for frame in &chart.frames {
            let path = place::golden(&chart.id, &frame.name);
            let golden = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            if let Some((found, wanted)) = difference(&frame.picture, &expected(golden.trim())) {
                anyhow::bail!(
                    "{} {} differs from its golden file:\n found {found}\nwanted {wanted}",
                    chart.id,
                    frame.name
                );
            }
        }
    }
    Ok(())
}

/// The first difference of two texts, with some characters around it from each.
fn difference(found: &str, wanted: &str) -> Option<(String, String)> {
    let same = found.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(60)).take(120).collect();
    (found != wanted).then(|| (around(found), around(wanted)))
}

#[tokio::test]
async fn a_picture_taller_than_a_sheet_is_printed_on_several_in_its_own_size() -> Result<()> {
    let reader = Reader::new().await?;
    // The height of A4 without margins of 1 cm, in CSS pixels.
    let page = (29.7 - 2.0) / 2.54 * 96.0;
    let mut tall = 0;
    for chart in Dataset::read()?.list("charts") {
        let path = format!("charts/{}.svg", text(chart, "id"));
        reader.session.goto(format!("{}{path}", reader.host.page())).await?;
        let height: f64 = reader.see("return document.documentElement.height.baseVal.value").await?;
        // The lower margin of 28 pixels is empty and needs no sheet.
        let pages = |height: f64| (height / page).ceil() as usize;
        let printed = reader.printed_pages().await?;
        assert!((pages(height - 28.0)..=pages(height)).contains(&printed), "{path}, {height} px high: {printed} pages");
        tall += usize::from(height > page);
    }
    assert!(tall > 0, "no picture is taller than a sheet");
    Ok(())
}
