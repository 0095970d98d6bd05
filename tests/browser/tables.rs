//! Sorting the tables of the charts.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use visitor::dataset::{Dataset, english, list, text};
use visitor::reader::Reader;

/// The state of a table.
#[derive(Debug, Deserialize, PartialEq)]
struct Table {
    /// The column headings, each with its sort order.
    heads: Vec<(String, Option<String>)>,
    /// The texts of the cells by row, each with whether the cell has no value.
    rows: Vec<Vec<(String, bool)>>,
}

impl Table {
    fn column(&self, place: usize) -> Vec<&(String, bool)> {
        self.rows.iter().filter_map(|row| row.get(place)).collect()
    }
}

async fn look(reader: &Reader, chart: &str) -> Result<Table> {
    let script = "const table = document.querySelector(`#chart-${arguments[0]} table`);
        const words = cell => cell.innerText.trim();
        return {
            heads: [...table.querySelectorAll('thead th')].map(head => [words(head), head.getAttribute('aria-sort')]),
            rows: [...table.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => [words(cell), cell.className === 'none' || words(cell) === ''])),
        }";
    reader.see_with(script, vec![json!(chart)]).await
}

/// Opens the table of a chart and waits until it can be sorted.
async fn open(reader: &Reader, chart: &str) -> Result<Table> {
    reader.click(&format!("#chart-{chart} details.table summary")).await?;
    let buttons = format!("return document.querySelectorAll('#chart-{chart} thead th button').length");
    reader.wait_until("the table can be sorted", &buttons, |buttons: &usize| *buttons > 0).await?;
    look(reader, chart).await
}

/// Sorts by a column.
async fn sort(reader: &Reader, chart: &str, column: usize) -> Result<Table> {
    reader.click(&format!("#chart-{chart} thead th:nth-child({}) button", column + 1)).await?;
    look(reader, chart).await
}

/// The lower bound of a figure, from its value in the data.
fn least(figure: &Value) -> Option<f64> {
    let value = figure.get("value")?.as_object()?;
    let (kind, number) = value.iter().next()?;
    match kind.as_str() {
        "between" => number.get(0)?.as_f64(),
        "magnitude" => Some(match number.as_str()? {
            "dozens" => 12.0,
            "hundreds" => 100.0,
            "thousands" => 1e3,
            "tens of thousands" => 1e4,
            "hundreds of thousands" => 1e5,
            "millions" => 1e6,
            "billions" => 1e9,
            _ => return None,
        }),
        _ => number.as_f64(),
    }
}

/// The first day of a date, so that dates can be compared as texts.
fn first_day(date: &str) -> String {
    let first = date.split('/').next().unwrap_or_default().trim_end_matches(['~', '?', '%']);
    format!("{first}{}", &"-01-01"[first.len().saturating_sub(4).min(6)..])
}

/// The charts whose tables have a row per figure, each with the lower bounds of its figures.
fn charts_of_figures(dataset: &Dataset) -> Vec<(&str, Vec<f64>)> {
    let charts = dataset.list("charts").iter().filter(|chart| text(chart, "kind") != "matrix");
    let rows =
        |chart: &Value| dataset.drawn(chart).iter().map(|id| least(dataset.item(id)?)).collect::<Option<Vec<f64>>>();
    charts.filter_map(|chart| Some((text(chart, "id"), rows(chart)?))).collect()
}

/// The chart with the most figures in its table.
fn longest(dataset: &Dataset) -> Result<&str> {
    let charts = dataset.list("charts").iter().filter(|chart| text(chart, "kind") != "matrix");
    let longest = charts.max_by_key(|chart| list(chart, "figures").len()).context("no chart of figures")?;
    Ok(text(longest, "id"))
}

#[tokio::test]
async fn every_table_can_be_sorted_by_each_column_and_restored() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for chart in dataset.ids("charts") {
        let usual = open(&reader, chart).await?;
        let sorted = |rows: &Table| {
            let mut rows: Vec<_> = rows.rows.iter().map(|row| format!("{row:?}")).collect();
            rows.sort();
            rows
        };
        for column in 0..usual.heads.len() {
            for order in [Some("ascending"), Some("descending"), None] {
                let table = sort(&reader, chart, column).await?;
                let place = format!("{chart}, column {column}, {order:?}");
                let orders: Vec<_> = table.heads.iter().map(|(_, order)| order.as_deref()).collect();
                let wanted: Vec<_> = (0..orders.len()).map(|other| order.filter(|_| other == column)).collect();
                assert_eq!(orders, wanted, "{place}: the sort orders of the columns");
                assert_eq!(sorted(&table), sorted(&usual), "{place}: rows were lost or mixed");
                let none: Vec<_> = table.column(column).iter().map(|(_, none)| *none).collect();
                assert!(order.is_none() || none.is_sorted(), "{place}: empty values are not last: {none:?}");
                if order.is_none() {
                    assert_eq!(table, usual, "{place}: the order of the chart is not restored");
                }
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn values_are_sorted_by_their_lower_bounds() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let charts = charts_of_figures(&dataset);
    assert!(charts.iter().any(|(_, rows)| rows.len() > 5), "no chart has more than five figures");
    for (chart, least) in charts {
        let usual = open(&reader, chart).await?;
        assert_eq!(usual.rows.len(), least.len(), "{chart}");
        let by_value = |backwards: bool| {
            let mut rows: Vec<_> = usual.rows.iter().zip(&least).collect();
            rows.sort_by(|a, b| if backwards { b.1.total_cmp(a.1) } else { a.1.total_cmp(b.1) });
            rows.into_iter().map(|(row, _)| row.clone()).collect::<Vec<_>>()
        };
        assert_eq!(sort(&reader, chart, 1).await?.rows, by_value(false), "{chart}, rising");
        assert_eq!(sort(&reader, chart, 1).await?.rows, by_value(true), "{chart}, falling");
    }
    Ok(())
}

#[tokio::test]
async fn dates_are_sorted_in_chronological_order() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let timeline = dataset.list("charts").iter().find(|chart| text(chart, "kind") == "timeline");
    let chart = text(timeline.context("no timeline")?, "id");
    let usual = open(&reader, chart).await?;
    let column = usual.heads.iter().position(|(head, _)| head == "Date").context("no dates")?;
    let label = |row: &Vec<(String, bool)>| row.iter().map(|(words, _)| words.clone()).collect::<String>();
    for backwards in [false, true] {
        let table = sort(&reader, chart, column).await?;
        let mut days = Vec::new();
        for row in &table.rows {
            let event = dataset.list("events").iter().find(|event| label(row).contains(english(event, "label")));
            days.push(first_day(text(event.with_context(|| format!("no event is {row:?}"))?, "date")));
        }
        if backwards {
            days.reverse();
        }
        assert!(days.is_sorted(), "backwards: {backwards}: {days:?}");
    }
    Ok(())
}

#[tokio::test]
async fn figures_are_sorted_by_date_and_those_without_a_date_are_last() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut known = 0;
    for chart in dataset.list("charts").iter().filter(|chart| !list(chart, "figures").is_empty()) {
        let id = text(chart, "id");
        let usual = open(&reader, id).await?;
        let Some(column) = usual.heads.iter().position(|(head, _)| head == "As of") else { continue };
        for backwards in [false, true] {
            let table = sort(&reader, id, column).await?;
            let mut days = Vec::new();
            for row in &table.rows {
                let figures = dataset.drawn(chart);
                let figure = figures.iter().filter_map(|figure| dataset.item(figure));
                let figure = figure.into_iter().find(|figure| row[0].0.contains(english(figure, "label")));
                let figure = figure.with_context(|| format!("{id}: no figure is {row:?}"))?;
                days.push(figure.get("as_of").and_then(Value::as_str).map(first_day));
            }
            let dated = days.iter().filter(|day| day.is_some()).count();
            assert!(days[..dated].iter().all(Option::is_some), "{id}: {days:?}");
            let mut dates: Vec<_> = days[..dated].to_vec();
            if backwards {
                dates.reverse();
            }
            assert!(dates.is_sorted(), "{id}, backwards: {backwards}: {days:?}");
            known += dated;
        }
    }
    assert!(known > 0, "no figure has a date");
    Ok(())
}

#[tokio::test]
async fn texts_are_sorted_alphabetically() -> Result<()> {
    let dataset = Dataset::read()?;
    let chart = longest(&dataset)?;
    let reader = Reader::of_ready_page().await?;
    open(&reader, chart).await?;
    let table = sort(&reader, chart, 3).await?;
    let words: Vec<_> = table.column(3).iter().filter(|(_, none)| !none).map(|(words, _)| words.clone()).collect();
    let script = "return arguments[0].every((words, place, all) => place === 0 || new Intl.Collator('en').compare(all[place - 1], words) <= 0)";
    assert!(words.len() > 3 && reader.see_with::<bool>(script, vec![json!(words)]).await?, "{words:?}");
    Ok(())
}

#[tokio::test]
async fn sorting_works_by_keyboard_and_is_announced() -> Result<()> {
    let dataset = Dataset::read()?;
    let chart = longest(&dataset)?;
    let reader = Reader::of_ready_page().await?;
    reader.focus(&format!("#chart-{chart} details.table summary")).await?;
    reader.press(Key::Enter, 1).await?;
    let button = &format!("#chart-{chart} thead th:nth-child(2) button");
    let there = format!("return document.querySelector('{button}') !== null");
    reader.wait_until("the table can be sorted", &there, |there: &bool| *there).await?;
    reader.focus(button).await?;
    let mut all_announced = Vec::new();
    for _ in 0..3 {
        reader.press(Key::Enter, 1).await?;
        let script = "return [document.activeElement === document.querySelector(arguments[0]), document.getElementById('announcer').textContent]";
        let (focused, announced): (bool, String) = reader.see_with(script, vec![json!(button)]).await?;
        assert!(focused, "the button is not focused");
        all_announced.push(announced);
    }
    assert!(all_announced[0].contains("As reported") && all_announced[0].contains("rising"), "{all_announced:?}");
    assert!(all_announced[1].contains("As reported") && all_announced[1].contains("falling"), "{all_announced:?}");
    assert!(!all_announced[2].contains("falling"), "{all_announced:?}");
    Ok(())
}

#[tokio::test]
async fn column_headings_are_large_enough_touch_targets() -> Result<()> {
    let dataset = Dataset::read()?;
    let chart = longest(&dataset)?;
    let reader = Reader::of_ready_page().await?;
    reader.width(320).await?;
    open(&reader, chart).await?;
    let script = format!(
        "return [...document.querySelectorAll('#chart-{chart} th button')]
            .map(button => button.getBoundingClientRect()).map(({{ width, height }}) => [width, height])"
    );
    for (width, height) in reader.see::<Vec<(f64, f64)>>(&script).await? {
        assert!(width >= 24.0 && height >= 24.0, "{width} × {height} px");
    }
    Ok(())
}

#[tokio::test]
async fn sorting_keeps_the_citations_of_each_row() -> Result<()> {
    let dataset = Dataset::read()?;
    let chart = longest(&dataset)?;
    let reader = Reader::of_ready_page().await?;
    open(&reader, chart).await?;
    let script = &format!(
        "return [...document.querySelectorAll('#chart-{chart} tbody tr')]
            .map(row => [row.cells[0].innerText, [...row.querySelectorAll('a')].map(a => a.getAttribute('href'))])"
    );
    let mut before: Vec<(String, Vec<String>)> = reader.see(script).await?;
    sort(&reader, chart, 1).await?;
    let mut after: Vec<(String, Vec<String>)> = reader.see(script).await?;
    assert_ne!(after, before, "nothing was sorted");
    before.sort();
    after.sort();
    assert_eq!(after, before);
    Ok(())
}
