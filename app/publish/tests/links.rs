//! The press on other editions than the first: each link between the files of a site leads somewhere, and each figure and
//! chart has its page. So does each link to a place: the page has to have an element of that `id`, for readers without
//! scripts too.

mod template;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use model::Dashboard;
use publish::{Files, Forgetful, Input, press};

const SITE: &str = "https://example.org/a/";

/// An edition in which a figure is in a chart alone, and another, that was withdrawn, nowhere. A third is computed from
/// both, all were corrected, and the id of an article is one that Zotero makes.
const LONELY: &str = r#"{ "schema_version": 1, "id": "lonely", "title": { "en": "Lonely & <b>bold</b>" }, "updated": "2026-01-21",
    "summary": { "en": "Of {drawn} and {gone} it is {both}." }, "license": "CC0-1.0",
    "sources": [
        { "id": "http://zotero.org/users/1/items/AB.C2", "type": "webpage", "URL": "https://example.net/a" },
        { "id": "bbc.co.uk", "type": "webpage", "URL": "https://example.net/b" }],
    "figures": [
        { "id": "drawn", "label": { "en": "<script>alert(\"1 & 2\")</script> &lt;/textarea&gt; </textarea>" }, "value": { "about": 30 }, "unit": "boats",
          "citations": [{ "source": "bbc.co.uk", "quote": "some 30 boats" }] },
        { "id": "gone", "label": { "en": "gone" }, "value": { "exactly": 3 }, "unit": "boats", "status": "withdrawn",
          "citations": [{ "source": "http://zotero.org/users/1/items/AB.C2", "quote": "three boats" }] },
        { "id": "both", "label": { "en": "both" }, "unit": "boats", "derive": { "sum": ["drawn", "gone"] } }],
    "charts": [{ "id": "boats", "kind": "bars", "title": { "en": "Boats “&amp;”" }, "finding": { "en": "It is {both}." }, "figures": ["drawn", "both"] }],
    "sections": [{ "id": "all", "title": { "en": "All" }, "figures": ["both"], "charts": ["boats"] }],
    "corrections": [
        { "date": "2026-01-20", "figure": "drawn", "was": { "about": 20 }, "reason": { "en": "A slip." } },
        { "date": "2026-01-20", "figure": "gone", "was": { "exactly": 2 }, "reason": { "en": "A slip." } }] }"#;

/// The site of an edition, as it is published.
fn site(text: &str) -> Result<Files> {
    let (template, nothing) = (template::template(), Files::default());
    let input = Input {
        data: text.as_bytes(),
        data_path: "data/dashboard.json",
        template: &template,
        template_path: "template",
        address: Some(SITE),
        draft: false,
        earlier: &nothing,
        memory: &Forgetful,
        workers: 2,
    };
    Ok(press(&input)?.files)
}

/// What an attribute holds in each element that has it.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| read(value)).collect()
}

/// The places of a page: what a link may name behind `#`.
fn places(html: &str) -> BTreeSet<String> {
    attributes(html, "id").into_iter().collect()
}

/// A text as a browser reads it in an attribute or in a `<textarea>`: every reference to a character is read, once.
fn read(html: &str) -> String {
    let mut parts = html.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap_or_default();
        let number = name.strip_prefix('#').and_then(|number| number.parse().ok()).and_then(char::from_u32);
        let named =
            [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"')].into_iter().find(|(known, _)| *known == name);
        match number.or(named.map(|(_, letter)| letter)) {
            Some(letter) => {
                text.push(letter);
                text.push_str(rest);
            }
            None => {
                text.push('&');
                text.push_str(part);
            }
        }
    }
    text
}

/// What the pages of a site name that is not there.
fn dead_ends(files: &Files) -> Result<BTreeSet<String>> {
    let pages = files.iter().filter(|(address, _)| address.ends_with(".html"));
    let pages = pages.map(|(address, content)| Ok((address, places(std::str::from_utf8(content)?))));
    let places: BTreeMap<&str, BTreeSet<String>> = pages.collect::<Result<_>>()?;
    let mut dead = BTreeSet::new();
    for (address, content) in files.iter().filter(|(address, _)| address.ends_with(".html")) {
        let html = std::str::from_utf8(content).with_context(|| address.to_owned())?;
        let named = ["href", "src"].into_iter().flat_map(|name| attributes(html, name));
        for link in named {
            // What others paste leads to the site by its address.
            let (from, link) = link.strip_prefix(SITE).map_or((address, link.as_str()), |rest| ("index.html", rest));
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap_or_default();
            if link.contains(':') || link.starts_with('/') {
                continue;
            }
            let mut folders: Vec<&str> = from.split('/').collect();
            let file = folders.pop().unwrap_or_default();
            let path = if path.is_empty() { file } else { path };
            for step in path.split('/') {
                match step {
                    "." => {}
                    ".." => drop(folders.pop()),
                    step => folders.push(step),
                }
            }
            let target = folders.join("/");
            let target = if target.is_empty() || target.ends_with('/') { target + "index.html" } else { target };
            let is_place = |places: &BTreeSet<String>| place.is_empty() || places.contains(place);
            if files.get(&target).is_none() || !places.get(target.as_str()).is_none_or(is_place) {
                dead.insert(format!("{address} names {link}"));
            }
        }
    }
    Ok(dead)
}

#[test]
fn every_link_between_the_files_of_a_site_leads_to_a_file_and_all_that_is_shown_has_a_page() -> Result<()> {
    for name in ["schools", "scripts", "least", "lonely"] {
        let text = if name == "lonely" { LONELY.to_owned() } else { editions::text(name)? };
        let dashboard = Dashboard::parse(&text).ok().context("the edition has problems")?;
        let files = site(&text)?;
        let dead = dead_ends(&files)?;
        assert!(dead.is_empty(), "{name}: {dead:#?}");
        let figures = dashboard.figures.iter().map(|figure| &figure.id);
        for id in figures.chain(dashboard.charts.iter().map(|chart| &chart.id)) {
            let page = format!("embed/{id}.html");
            let figure = format!("embed/figure/{id}.html");
            assert!(files.get(&page).or(files.get(&figure)).is_some(), "{name}: {id} has no page");
        }
    }
    Ok(())
}

#[test]
fn a_figure_that_no_list_has_is_linked_to_its_row_in_the_table_of_its_chart_or_else_to_its_passage() -> Result<()> {
    let files = site(LONELY)?;
    let page = std::str::from_utf8(files.get("index.html").context("there is no page")?)?;
    let (_, corrections) = page.split_once("id=\"corrections\"").context("there are no corrections")?;
    let (_, row) = page.split_once("<tr id=\"figure-drawn\"").context("it has no row")?;
    assert!(row.contains("id=\"corrections\"") && !page.contains("<li class=\"figure\" id=\"figure-drawn\""), "{page}");
    assert!(corrections.contains("href=\"#figure-drawn\""), "{corrections}");
    assert!(corrections.contains("href=\"#note-http---zotero.org-users-1-items-AB.C2_gone\""), "{corrections}");
    let excerpt = std::str::from_utf8(files.get("embed/figure/gone.html").context("there is no excerpt")?)?;
    assert!(excerpt.contains("index.html#note-http---zotero.org-users-1-items-AB.C2_gone"), "{excerpt}");
    Ok(())
}

#[test]
fn html_to_copy_is_the_same_without_scripts_and_what_a_curator_writes_is_no_element_in_it() -> Result<()> {
    for text in [LONELY.to_owned(), editions::text("schools")?] {
        let files = site(&text)?;
        let mut fields = 0;
        for (address, content) in
            files.iter().filter(|(address, _)| address.starts_with("share/") && address.ends_with(".html"))
        {
            let html = std::str::from_utf8(content).with_context(|| address.to_owned())?;
            for part in html.split("<details data-kind=\"").skip(1) {
                let (kind, part) = part.split_once('"').context("a kind has no end")?;
                let (_, field) = part.split_once("<textarea ").context("a snippet has no field")?;
                let (start, content) = field.split_once('>').context("a field has no start")?;
                let (content, _) = content.split_once("</textarea>").context("a field has no end")?;
                let code = attributes(&format!(" {start}"), "data-code").pop().context("a field has no HTML")?;
                let filled = code.replace("{root}", SITE).replace("{query}", "").replace("{width}", "100%");
                assert_eq!(read(content), filled, "{address}");
                assert!(!content.contains('<'), "{address}: {content}");
                // In plain text these are words.
                for element in ["<script>alert", "<b>bold", "</textarea"].into_iter().filter(|_| kind != "text") {
                    assert!(!filled.contains(element), "{address}: {filled}");
                }
                fields += 1;
            }
        }
        assert!(fields > 6, "{fields} fields");
    }
    Ok(())
}
