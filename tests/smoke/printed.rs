//! Checks that the page contains everything in the data, and that each number leads to its articles.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::Deserialize;
use serde_json::Value;
use visitor::dataset::{Dataset, list, text};
use visitor::window::Window;

use crate::report::{ENGINE, Report};

/// The content of the page.
#[derive(Deserialize)]
pub(crate) struct Page {
    numbers: Vec<Number>,
    charts: Vec<Chart>,
    notes: Vec<Note>,
    lost: Vec<String>,
    dead: Vec<String>,
}

#[derive(Deserialize)]
struct Number {
    id: String,
    articles: BTreeSet<String>,
    /// The number of further articles, which a marker counts but does not name.
    more: usize,
    words: String,
}

#[derive(Deserialize)]
struct Chart {
    id: String,
    title: String,
    finding: String,
    frames: Vec<Frame>,
    rows: Vec<usize>,
}

#[derive(Deserialize)]
struct Frame {
    marks: BTreeSet<String>,
    described: bool,
    articles: BTreeSet<String>,
    more: usize,
}

#[derive(Deserialize)]
struct Note {
    id: String,
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    quotes: usize,
    links: usize,
}

impl Page {
    /// Reads the open page.
    pub(crate) async fn seen(window: &Window) -> Result<Self> {
        window.see(include_str!("probes/printed.js")).await
    }

    /// Compares the page with the data. `when` describes in the messages how the page was opened.
    pub(crate) fn compare(&self, dataset: &Dataset, when: &str, report: &mut Report) {
        self.figures(dataset, when, report);
        for chart in dataset.list("charts") {
            self.chart(dataset, chart, when, report);
        }
        self.notes(dataset, when, report);
        let lost = self.lost.iter().map(|marker| format!("{when}, a footnote marker leads to no note: {marker}"));
        report.faults(lost, ENGINE);
        let dead = self.dead.iter().map(|link| format!("{when}, the target of a link does not exist: {link}"));
        report.faults(dead, ENGINE);
    }

    /// Reports the numbers that another page prints and this one does not.
    pub(crate) fn same_as(&self, other: &Self, when: &str, report: &mut Report) {
        let words = |page: &Self| page.numbers.iter().map(|number| number.words.clone()).collect::<BTreeSet<_>>();
        let (here, there) = (words(self), words(other));
        let missing = there.difference(&here).map(|words| format!("{when}, this is not printed: “{}”", short(words)));
        report.faults(missing, ENGINE);
    }

    fn figures(&self, dataset: &Dataset, when: &str, report: &mut Report) {
        let placed = placed(dataset);
        for id in dataset.ids("figures") {
            let mut printed = self.numbers.iter().filter(|number| number.id == id).peekable();
            if printed.peek().is_none() {
                let drawn = self.charts.iter().flat_map(|chart| &chart.frames).any(|frame| frame.marks.contains(id));
                if placed.contains(id) && !drawn {
                    report.fault(format!("{when}, the figure `{id}` is missing"), ENGINE);
                }
                continue;
            }
            let articles = dataset.articles(id);
            for number in printed {
                for article in missing(&articles, &number.articles, number.more) {
                    let words = short(&number.words);
                    let what =
                        format!("{when}, the figure `{id}` has no marker for the article `{article}`: “{words}”");
                    report.fault(what, ENGINE);
                }
            }
        }
    }

    fn chart(&self, dataset: &Dataset, wanted: &Value, when: &str, report: &mut Report) {
        let id = text(wanted, "id");
        let Some(chart) = self.charts.iter().find(|chart| chart.id == id) else {
            return report.fault(format!("{when}, the chart `{id}` is missing"), ENGINE);
        };
        let mut fault = |what: String| report.fault(format!("{when}, the chart `{id}` {what}"), ENGINE);
        if chart.title.is_empty() || chart.finding.is_empty() {
            fault("has no title or no finding".into());
        }
        if chart.frames.is_empty() {
            fault("has no picture".into());
        }
        let drawn: BTreeSet<_> = dataset.drawn(wanted).into_iter().collect();
        let articles: BTreeSet<_> = drawn.iter().flat_map(|item| dataset.articles(item)).collect();
        for frame in &chart.frames {
            for item in drawn.difference(&frame.marks) {
                fault(format!("does not draw `{item}`"));
            }
            for article in missing(&articles, &frame.articles, frame.more) {
                fault(format!("has no marker for the article `{article}`"));
            }
            if !frame.described {
                fault("has a picture without a description in words".into());
            }
        }
        // A map also has a row for each place that a passage names.
        let places = wanted.get("places").and_then(Value::as_array).map_or(0, Vec::len);
        if !(drawn.len()..=drawn.len() + places).contains(&chart.rows.len()) {
            fault(format!("has a table of {} rows for {} figures or events", chart.rows.len(), drawn.len()));
        }
        for row in chart.rows.iter().enumerate().filter(|(_, articles)| **articles == 0).map(|(row, _)| row + 1) {
            fault(format!("has no marker in row {row} of its table"));
        }
    }

    fn notes(&self, dataset: &Dataset, when: &str, report: &mut Report) {
        for source in dataset.list("sources") {
            let id = text(source, "id");
            let Some(note) = self.notes.iter().find(|note| note.id == id) else {
                report.fault(format!("{when}, the article `{id}` has no note"), ENGINE);
                continue;
            };
            if note.passages.is_empty() || note.passages.iter().any(|passage| passage.quotes == 0) {
                report.fault(format!("{when}, the note on the article `{id}` lacks a quote"), ENGINE);
            }
            let linked = note.passages.iter().all(|passage| passage.links >= passage.quotes);
            if !text(source, "URL").is_empty() && !linked {
                report.fault(format!("{when}, the note on the article `{id}` lacks a link to a passage"), ENGINE);
            }
        }
    }
}

/// The articles that no marker names, unless a marker counts that many without naming them.
fn missing<'a>(wanted: &'a BTreeSet<String>, named: &'a BTreeSet<String>, more: usize) -> Vec<&'a String> {
    let missing: Vec<_> = wanted.difference(named).collect();
    if more > 0 && missing.len() <= more { Vec::new() } else { missing }
}

/// The figures in all sections and charts.
fn placed(dataset: &Dataset) -> BTreeSet<&str> {
    let parts = dataset.list("sections").iter().chain(dataset.list("charts"));
    parts.flat_map(|part| list(part, "figures")).filter_map(Value::as_str).collect()
}

/// The first 70 characters of a text.
fn short(words: &str) -> String {
    const MOST: usize = 70;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
