//! One edition after the other: what an edit changes, what it leaves as it was, and what it costs to keep.

mod template;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use anyhow::{Context, Result};
use publish::{Files, Input, Memory, Output, press};
use serde_json::Value;

/// What is left of compressed copies, which are made anew for those who want them.
fn is_copy(address: &str) -> bool {
    address.ends_with(".br") || address.ends_with(".gz")
}

/// What all tests have made so far: most of two editions is alike.
struct Shared(Mutex<BTreeMap<String, Vec<u8>>>);

static MEMORY: Shared = Shared(Mutex::new(BTreeMap::new()));

impl Memory for Shared {
    fn recall(&self, key: &str) -> Option<Vec<u8>> {
        self.0.lock().ok()?.get(key).cloned()
    }

    fn keep(&self, key: &str, result: &[u8]) {
        if let Ok(mut results) = self.0.lock() {
            results.insert(key.to_owned(), result.to_vec());
        }
    }
}

/// The site of this data, after what was published earlier.
fn pressed(data: &str, earlier: &Files) -> Result<Output> {
    let template = template::template();
    press(&Input {
        data: data.as_bytes(),
        data_path: "dashboard.json",
        template: &template,
        template_path: "template",
        address: Some("https://example.org/"),
        draft: false,
        earlier,
        memory: &MEMORY,
        workers: 2,
    })
}

/// A site as it is put up: with all that was frozen before.
fn published(data: &str, earlier: &Files) -> Result<Files> {
    let mut site = pressed(data, earlier)?.files;
    let kept = earlier.iter().filter(|(address, _)| address.starts_with("v/") && site.get(address).is_none());
    let kept: Vec<(String, Vec<u8>)> = kept.map(own).collect();
    site.extend(kept);
    Ok(site)
}

fn own((address, content): (&str, &[u8])) -> (String, Vec<u8>) {
    (address.to_owned(), content.to_vec())
}

fn text(name: &str) -> Result<String> {
    editions::text(name).context("there is no such edition")
}

/// The same with one passage in place of another, on another day.
fn edited(text: &str, from: &str, to: &str) -> Result<String> {
    anyhow::ensure!(text.contains(from), "{from} is not in the data");
    let day = text.split("\"updated\": \"").nth(1).and_then(|rest| rest.get(..10)).context("there is no day")?;
    Ok(text.replacen(from, to, 1).replacen(day, "2031-05-06", 1))
}

fn different<'f>(before: &'f Files, after: &'f Files) -> BTreeSet<&'f str> {
    let changed = after.iter().filter(|(address, content)| before.get(address) != Some(*content));
    let gone = before.iter().filter(|(address, _)| after.get(address).is_none());
    changed.chain(gone).map(|(address, _)| address).filter(|address| !is_copy(address)).collect()
}

fn string(site: &Files, address: &str) -> Result<String> {
    let content = site.get(address).with_context(|| format!("there is no {address}"))?;
    Ok(String::from_utf8(content.to_vec())?)
}

/// The editions in the list.
fn listed(site: &Files) -> Result<Vec<Value>> {
    Ok(serde_json::from_str(&string(site, "v/editions.json")?)?)
}

#[test]
fn an_edit_of_one_figure_changes_only_the_files_that_show_it() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    let second = published(&edited(&data, "\"exactly\": 118", "\"exactly\": 119")?, &first)?;
    let changed: BTreeSet<&str> =
        different(&first, &second).into_iter().filter(|address| !address.starts_with("v/")).collect();
    // The page and the lists of everything.
    let mut expected: BTreeSet<String> = [
        "changes.html",
        "data/dashboard.json",
        "datapackage.json",
        "embed.html",
        "feed.xml",
        "figures.csv",
        "figures.html",
        "figures.json",
        "index.html",
        "parts.json",
        "share/dashboard.html",
        "standalone.html",
    ]
    .map(str::to_owned)
    .into();
    expected.extend(["bib", "html", "ris"].map(|ending| format!("cite/dashboard.{ending}")));
    // The figure, what is computed from it, the chart in which it is, and the card, on which it leads.
    expected.extend(["raids", "arrests-per-location"].map(|figure| format!("embed/figure/{figure}.html")));
    expected.extend(["embed/matrix.html", "cards/matrix.png", "card.png"].map(str::to_owned));
    // Their link previews, and the answers for systems into which their addresses are pasted, which say the figures in words.
    expected.extend(["raids", "arrests-per-location"].map(|figure| format!("cards/figure/{figure}.png")));
    expected.extend(["raids", "arrests-per-location"].map(|figure| format!("oembed/figure/{figure}.json")));
    expected.extend(["oembed/matrix.json", "oembed.json", "live.html"].map(str::to_owned));
    expected.extend(["slides/matrix.png", "slides/figure-raids.png"].map(str::to_owned));
    expected.extend(["csv", "png", "svg"].map(|ending| format!("charts/matrix.{ending}")));
    for part in ["figure-raids", "figure-arrests-per-location", "chart-matrix"] {
        expected.insert(format!("share/{part}.html"));
        expected.extend(["bib", "html", "ris"].map(|ending| format!("cite/{part}.{ending}")));
    }
    assert_eq!(changed, expected.iter().map(String::as_str).collect());
    Ok(())
}

#[test]
fn a_part_prints_the_day_of_its_own_last_change() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    let second = published(&edited(&data, "\"exactly\": 118", "\"exactly\": 119")?, &first)?;
    let (old, new) = ("22 November 2026", "6 May 2031");
    for (file, day, other) in [
        ("index.html", new, old),
        ("embed/figure/raids.html", new, old),
        ("embed/figure/arrests.html", old, new),
        ("charts/matrix.svg", new, old),
        ("charts/people.svg", old, new),
        ("embed/people.html", old, new),
        ("cite/figure-raids.html", new, old),
        ("cite/figure-arrests.html", old, new),
        ("cite/dashboard.html", new, old),
        ("share/figure-arrests.html", old, new),
    ] {
        let page = string(&second, file)?.replace('\u{a0}', " ").replace("&#160;", " ").replace("&nbsp;", " ");
        assert!(page.contains(day) && !page.contains(other), "{file} is not as of {day}");
    }
    // An edit of the day alone changes nothing that a part shows.
    let third = published(&edited(&data, "2026-11-22", "2026-11-23")?, &first)?;
    for file in ["embed/figure/raids.html", "charts/people.svg", "cite/chart-people.html", "share/chart-people.html"] {
        assert_eq!(third.get(file), first.get(file), "{file}");
    }
    Ok(())
}

#[test]
fn what_was_frozen_stays_and_an_unchanged_part_keeps_its_address_and_day() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    let second = published(&edited(&data, "\"exactly\": 118", "\"exactly\": 119")?, &first)?;
    for (address, content) in first.iter().filter(|(address, _)| address.starts_with("v/o/")) {
        assert_eq!(second.get(address), Some(content), "{address} has changed");
    }
    let (before, after) = (string(&first, "v/editions.json")?, string(&second, "v/editions.json")?);
    assert!(after.starts_with(before.trim_end_matches("]\n")), "a line of the list has changed");
    let editions = listed(&second)?;
    let [one, other] = editions.as_slice() else { anyhow::bail!("{} editions are listed", editions.len()) };
    assert_eq!(one["parts"].as_object().context("parts")?.len(), 2 + 9 + 29);
    let new: Vec<&String> = other["parts"].as_object().context("parts")?.keys().collect();
    assert_eq!(new, ["card", "chart/matrix", "embed", "figure/arrests-per-location", "figure/raids"]);
    assert_eq!(other["after"], one["data"]);
    // The frame that is offered is the one in the list, and complete.
    for (edition, file, part) in
        [(one, "share/figure-arrests.html", "figure/arrests"), (other, "share/figure-raids.html", "figure/raids")]
    {
        let address = format!("v/{}", edition["parts"][part]["html"].as_str().context("no page")?);
        assert!(string(&second, file)?.contains(&address), "{file} does not offer {address}");
        let page = string(&second, &address)?;
        assert!(page.contains("does not change") && page.contains("<style>") && !page.contains("<script defer"));
        assert!(!page.contains("src=\"") && !page.contains("rel=\"stylesheet\""), "{address} needs another file");
    }
    // The data of each edition is there, whole.
    for (edition, number) in [(one, 118), (other, 119)] {
        let data = string(&second, &format!("v/{}", edition["data"].as_str().context("no data")?))?;
        assert!(model::Dashboard::parse(&data).is_ok() && data.contains(&format!("\"exactly\":{number}")));
    }
    Ok(())
}

#[test]
fn nothing_is_added_where_nothing_has_changed() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    assert_eq!(published(&data, &first)?, first);
    // Nor where only the lines of the file have.
    let set_otherwise = data.replace("\n  ", "\n    ");
    assert_ne!(set_otherwise, data);
    let again = published(&set_otherwise, &first)?;
    assert_eq!(again.get("v/editions.json"), first.get("v/editions.json"));
    Ok(())
}

#[test]
fn what_is_taken_back_is_listed_as_it_was_before() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    let second = published(&edited(&data, "\"exactly\": 118", "\"exactly\": 119")?, &first)?;
    let third = published(&data, &second)?;
    let editions = listed(&third)?;
    assert_eq!(editions.len(), 3);
    assert_eq!(editions[2]["parts"]["figure/raids"]["html"], editions[0]["parts"]["figure/raids"]["html"]);
    Ok(())
}

#[test]
fn earlier_editions_that_cannot_be_read_stop_nothing_and_are_kept() -> Result<()> {
    let data = text("cambodia")?;
    let first = published(&data, &Files::default())?;
    let newer = edited(&data, "\"exactly\": 118", "\"exactly\": 119")?;
    let address = format!("v/{}", listed(&first)?[0]["data"].as_str().context("no data")?);
    for (file, content) in [
        (address.as_str(), "{\"schema_version\": 99}"),
        (&address, "\u{0}"),
        ("v/editions.json", "[\n{\"date\": 1}\n]\n"),
        ("v/editions.json", "<!doctype html>"),
        ("v/editions.json", ""),
    ] {
        let mut earlier = first.clone();
        earlier.write(file, content);
        let site = published(&newer, &earlier)?;
        assert_eq!(listed(&site)?.last().context("nothing is listed")?["date"], "2031-05-06", "{file}: {content}");
        // The days of the last changes of the others are not known.
        assert!(string(&site, "embed/figure/arrests.html")?.contains("6 May 2031"), "{file}: {content}");
        let kept = site.iter().any(|(_, found)| found == content.as_bytes());
        assert!(
            kept || string(&site, "v/editions.json")?.contains(content.trim_matches(['[', ']', '\n'])),
            "{content}"
        );
    }
    Ok(())
}

#[test]
fn what_earlier_builds_have_given_out_is_none_of_the_press() -> Result<()> {
    let data = text("cambodia")?;
    let mut earlier = Files::default();
    for file in ["embed.html", "embed/people.html", "dashboard.json"] {
        earlier.write(&format!("v/0123456789abcdef/{file}"), "given out");
    }
    let output = pressed(&data, &earlier)?;
    assert!(!output.files.iter().any(|(address, _)| address.starts_with("v/0123456789abcdef/")));
    let site = published(&data, &earlier)?;
    assert_eq!(string(&site, "v/0123456789abcdef/embed/people.html")?, "given out");
    Ok(())
}

/// The bytes of what an edition adds to `v/`.
fn added(before: &Files, after: &Files) -> usize {
    let frozen = |files: &Files| -> usize {
        let frozen = files.iter().filter(|(address, _)| address.starts_with("v/") && !is_copy(address));
        frozen.map(|(_, content)| content.len()).sum()
    };
    frozen(after) - frozen(before)
}

#[test]
fn an_edition_costs_what_has_changed() -> Result<()> {
    for (name, data) in [("grown", text("grown")?), ("generated", editions::generated(58))] {
        let first = published(&data, &Files::default())?;
        let value: Value = serde_json::from_str(&data)?;
        let figures = value["figures"].as_array().context("no figures")?;
        let figures =
            figures.iter().filter(|figure| figure["value"]["exactly"].as_f64().is_some_and(|number| number > 9.0));
        for figure in figures.step_by(7).take(3) {
            let id = figure["id"].as_str().context("no id")?;
            let mut newer = value.clone();
            let figures = newer["figures"].as_array_mut().context("no figures")?;
            let figure = figures.iter_mut().find(|figure| figure["id"] == id).context("no figure")?;
            let number = figure["value"]["exactly"].as_f64().context("no number")?;
            figure["value"]["exactly"] = (number + 1.0).into();
            newer["updated"] = "2031-05-06".into();
            let second = published(&newer.to_string(), &first)?;
            let bytes = added(&first, &second);
            let costs = costs(&first, &second);
            // A chart that shows two thirds of the figures is a large part of an edition; and a figure that others led to
            // is printed beside each of them.
            let most = if name == "grown" { added(&Files::default(), &first) * 14 / 25 } else { 400_000 };
            assert!(bytes <= most, "{name}, {id}: {bytes} bytes are added to v/, not {most}: {costs:?}");
        }
    }
    Ok(())
}

/// What an edition adds, file by file.
fn costs(before: &Files, after: &Files) -> Vec<(String, usize)> {
    let new = after.iter().filter(|(address, _)| before.get(address).is_none() && !is_copy(address));
    new.map(|(address, content)| (address.to_owned(), content.len())).collect()
}
