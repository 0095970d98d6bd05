//! A figure that was withdrawn, superseded or disputed says so wherever its number is printed, and so does what is
//! computed from it.

mod template;

use anyhow::{Context, Result};
use publish::{Earlier, Files, Forgetful, Input, press};
use serde_json::{Value, json};

struct Nothing;

impl Earlier for Nothing {
    fn read(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

fn pressed(data: &Value) -> Result<Files> {
    let output = press(&Input {
        data: data.to_string().as_bytes(),
        data_path: "my/dashboard.json",
        template: &template::template(),
        template_path: "my/template",
        address: Some("https://example.org/a"),
        draft: false,
        earlier: &Nothing,
        memory: &Forgetful,
        workers: 2,
    })?;
    Ok(output.files)
}

/// Houses that were counted, their half that is computed, and a newer count; `status` is that of the first.
fn dataset(status: &Value) -> Value {
    let cited = json!([{ "source": "s", "quote": "so many, it says" }]);
    let mut houses = json!({
        "id": "houses", "label": { "en": "houses burnt" }, "value": { "about": 470 }, "unit": "houses", "citations": cited
    });
    for (key, value) in status.as_object().into_iter().flatten() {
        houses[key] = value.clone();
    }
    json!({
        "schema_version": 1,
        "id": "fires",
        "title": { "en": "Fires" },
        "summary": { "en": "There were {houses}, and with those of others {sum}." },
        "updated": "2026-01-21",
        "license": "CC-BY-4.0",
        "sources": [{ "id": "s", "type": "webpage", "title": "T", "container-title": "Outlet", "URL": "https://example.org/t" }],
        "figures": [
            houses,
            { "id": "huts", "label": { "en": "huts burnt" }, "value": { "exactly": 30 }, "unit": "houses", "citations": cited },
            { "id": "newer", "label": { "en": "houses burnt in the end" }, "value": { "at_least": 611 }, "unit": "houses", "citations": cited },
            { "id": "sum", "label": { "en": "houses and huts" }, "derive": { "sum": ["houses", "huts"] }, "unit": "houses" }
        ],
        "charts": [
            { "id": "bars", "kind": "bars", "title": { "en": "Bars" }, "finding": { "en": "It was {houses}." }, "figures": ["houses", "sum"] },
            { "id": "table", "kind": "matrix", "title": { "en": "Who" }, "finding": { "en": "It was said." }, "figures": ["houses", "huts"] }
        ],
        "sections": [{ "id": "all", "title": { "en": "All" }, "figures": ["houses", "sum", "huts", "newer"], "charts": ["bars", "table"] }]
    })
}

/// Each status other than current, with its words.
fn ways() -> [(Value, &'static str); 3] {
    [
        (json!({ "status": "withdrawn" }), "withdrawn by its source"),
        (json!({ "status": "disputed" }), "disputed"),
        (
            json!({ "status": "superseded", "superseded_by": "newer" }),
            "superseded by houses burnt in the end: at least 611 houses",
        ),
    ]
}

/// The text of a file without its marks.
fn text(files: &Files, path: &str) -> Result<String> {
    let bytes = files.get(path).with_context(|| format!("{path} is not there"))?;
    let text = String::from_utf8(bytes.to_vec()).with_context(|| format!("{path} is no text"))?;
    let mut plain = String::new();
    let mut within = false;
    for c in text.chars() {
        match c {
            '<' => within = true,
            '>' if within => {
                within = false;
                plain.push(' ');
            }
            c if !within => plain.push(c),
            _ => {}
        }
    }
    Ok(plain.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " "))
}

#[test]
fn every_file_that_prints_the_number_says_its_status() -> Result<()> {
    for (status, words) in ways() {
        let files = pressed(&dataset(&status))?;
        for (path, _) in files.iter() {
            // The data itself has the status under a key, and pictures of letters have no letters.
            let is_text =
                [".html", ".svg", ".csv", ".json", ".bib", ".ris"].iter().any(|ending| path.ends_with(ending));
            if !is_text || path.ends_with("dashboard.json") || path.contains("schema") {
                continue;
            }
            let said = text(&files, path)?.to_lowercase();
            let status = status["status"].as_str().context("no status")?;
            // The rows of a table have it in a column.
            let expected = if path.ends_with(".csv") || path.starts_with("v/") && path.ends_with(".json") {
                status
            } else {
                words
            };
            if said.contains("470 houses") {
                assert!(said.contains(expected), "{path} does not say “{expected}”: {said}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_sum_inherits_the_status_of_what_it_is_computed_from() -> Result<()> {
    for (status, words) in ways() {
        let files = pressed(&dataset(&status))?;
        for path in ["embed/figure/sum.html", "cite/figure-sum.html", "cite/figure-sum.bib", "figures.json"] {
            let said = text(&files, path)?.to_lowercase().replace(['{', '}'], "");
            assert!(said.contains(&format!("rests on houses burnt ({words}")), "{path}: {said}");
        }
    }
    Ok(())
}

#[test]
fn a_chart_says_it_in_the_picture_in_the_description_in_the_table_and_in_the_finding() -> Result<()> {
    for (status, words) in ways() {
        let files = pressed(&dataset(&status))?;
        let page = String::from_utf8(files.get("embed/bars.html").context("no chart")?.to_vec())?.to_lowercase();
        let whole = |from: &str, to: &str| -> Result<String> {
            let (_, rest) = page.split_once(from).with_context(|| format!("no {from}"))?;
            Ok(rest.split_once(to).with_context(|| format!("no {to}"))?.0.to_owned())
        };
        for (from, to) in [
            ("class=\"finding\"", "</p>"),
            ("<desc", "</desc>"),
            ("<table", "</table>"),
            ("data-figure=\"houses\"", "</svg>"),
        ] {
            let part = whole(from, to)?;
            assert!(
                part.contains(words) || part.replace("</tspan>", "").contains(words),
                "{from}: “{words}” is not in {part}"
            );
        }
    }
    Ok(())
}

#[test]
fn a_current_figure_has_no_such_words() -> Result<()> {
    let files = pressed(&dataset(&json!({})))?;
    let said = text(&files, "index.html")?.to_lowercase();
    for word in ["withdrawn", "disputed", "superseded", "rests on"] {
        assert!(!said.contains(word), "“{word}” is printed for current figures");
    }
    Ok(())
}
