//! Tests what the page and the feed say of changes: a small site is published again after each edit.

mod template;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use atom_syndication::{Entry, Feed};
use publish::{Files, Forgetful, Input, press};
use serde_json::{Value, json};

const ADDRESS: &str = "https://example.org/fires/";

/// A site as it is put up after what was published earlier.
fn put_up(data: &Value, earlier: &Files, address: Option<&str>, draft: bool) -> Result<Files> {
    let mut site = press(&Input {
        data: data.to_string().as_bytes(),
        data_path: "dashboard.json",
        template: &template::template(),
        template_path: "template",
        address,
        draft,
        earlier,
        memory: &Forgetful,
        workers: 2,
    })?
    .files;
    let kept = earlier.iter().filter(|(address, _)| address.starts_with("v/") && site.get(address).is_none());
    let kept: Vec<(String, Vec<u8>)> = kept.map(|(address, content)| (address.to_owned(), content.to_vec())).collect();
    site.extend(kept);
    Ok(site)
}

fn published(data: &Value, earlier: &Files) -> Result<Files> {
    put_up(data, earlier, Some(ADDRESS), false)
}

/// Houses and huts that burnt, in two charts.
fn fires() -> Value {
    let cited = json!([{ "source": "paper", "quote": "so many, it says" }]);
    json!({
        "schema_version": 1,
        "id": "fires",
        "title": { "en": "Fires" },
        "summary": { "en": "There were {houses}." },
        "updated": "2026-01-21",
        "license": "CC-BY-4.0",
        "sources": [{ "id": "paper", "type": "webpage", "title": "T", "container-title": "The Paper", "URL": "https://example.org/t" }],
        "figures": [
            { "id": "houses", "label": { "en": "houses burnt" }, "value": { "about": 5000 }, "unit": "houses", "citations": cited },
            { "id": "huts", "label": { "en": "huts burnt" }, "value": { "exactly": 30 }, "unit": "huts", "citations": cited }
        ],
        "charts": [{ "id": "bars", "kind": "bars", "title": { "en": "Burnt" }, "finding": { "en": "It was {houses}." }, "figures": ["houses"] }],
        "sections": [{ "id": "all", "title": { "en": "All" }, "figures": ["houses", "huts"], "charts": ["bars"] }]
    })
}

fn add(list: &mut Value, item: Value) {
    if let Some(list) = list.as_array_mut() {
        list.push(item);
    }
}

/// The same with a higher value, another article, an event and a figure that was disputed.
fn later() -> Value {
    let mut data = fires();
    data["updated"] = "2026-03-03".into();
    data["figures"][0]["value"] = json!({ "exactly": 5106 });
    data["figures"][1]["status"] = "disputed".into();
    add(
        &mut data["sources"],
        json!({ "id": "radio", "type": "webpage", "title": "R <1>", "container-title": "The Radio", "URL": "https://example.org/r" }),
    );
    add(&mut data["figures"][0]["citations"], json!({ "source": "radio", "quote": "5,106 houses" }));
    data["events"] = json!([{ "id": "blaze", "date": "2026-01-03", "label": { "en": "The first blaze" }, "citations": [{ "source": "radio", "quote": "the first on 3 January" }] }]);
    add(
        &mut data["charts"],
        json!({ "id": "when", "kind": "timeline", "title": { "en": "When it burnt" }, "finding": { "en": "It began in January." } }),
    );
    add(&mut data["sections"][0]["charts"], "when".into());
    data
}

/// The same with a correction, and without the huts.
fn corrected() -> Value {
    let mut data = later();
    data["updated"] = "2026-03-09".into();
    data["figures"][0]["value"] = json!({ "exactly": 5160 });
    if let Some(figures) = data["figures"].as_array_mut() {
        figures.truncate(1);
    }
    data["sections"][0]["figures"] = json!(["houses"]);
    data["corrections"] = json!([{ "date": "2026-03-09", "figure": "houses", "was": { "exactly": 5106 }, "reason": { "en": "Two digits were swapped." } }]);
    data
}

/// The site after all three.
fn thrice() -> Result<Files> {
    let first = published(&fires(), &Files::default())?;
    published(&corrected(), &published(&later(), &first)?)
}

fn string(site: &Files, address: &str) -> Result<String> {
    let content = site.get(address).with_context(|| format!("there is no {address}"))?;
    Ok(String::from_utf8(content.to_vec())?.replace('\u{a0}', " ").replace("&#160;", " "))
}

/// The page without its tags, in lines.
fn words(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or_default();
        if matches!(tag.trim_start_matches('/').split(' ').next(), Some("p" | "li" | "h2" | "h3" | "section")) {
            text.push('\n');
        }
        text += words;
    }
    text
}

fn feed(site: &Files) -> Result<Feed> {
    Ok(Feed::read_from(site.get("feed.xml").context("there is no feed")?)?)
}

fn line_of(site: &Files, place: usize) -> Result<Value> {
    let list: Vec<Value> = serde_json::from_str(&string(site, "v/editions.json")?)?;
    list.get(place).cloned().context("there is no such edition")
}

#[test]
fn the_page_lists_each_edition_with_its_changes_newest_first() -> Result<()> {
    let site = thrice()?;
    let page = words(&string(&site, "changes.html")?);
    let mut rest = page.as_str();
    for wanted in [
        "Edition of 9 March 2026",
        "Correction. houses burnt: was 5,106 houses, corrected to 5,160 houses. Two digits were swapped.",
        "Figure removed: huts burnt, was 30 huts (disputed)",
        "Edition of 3 March 2026",
        "Value changed: houses burnt, from about 5,000 houses to 5,106 houses",
        "Status changed: huts burnt, from 30 huts to 30 huts (disputed)",
        "Article added: The Radio",
        "Event added: 3 January 2026: The first blaze",
        "Chart added: When it burnt",
        "Edition of 21 January 2026",
        "The first edition.",
    ] {
        rest = rest.split_once(wanted).with_context(|| format!("no \"{wanted}\" in {rest}"))?.1;
    }
    // The value that a correction replaced is listed once.
    assert!(!page.contains("Value changed: houses burnt, from 5,106"), "{page}");
    Ok(())
}

#[test]
fn each_edition_leads_to_its_data_and_to_an_address_that_marks_what_is_newer() -> Result<()> {
    let site = thrice()?;
    let page = string(&site, "changes.html")?;
    for place in 0..3 {
        let data = line_of(&site, place)?["data"].as_str().context("no data")?.to_owned();
        let key = data.trim_start_matches("o/").trim_end_matches(".json");
        assert!(page.contains(&format!("<section class=\"edition\" id=\"{key}\">")), "{page}");
        assert!(page.contains(&format!("href=\"v/{data}\"")) && site.get(&format!("v/{data}")).is_some(), "{page}");
        assert!(page.contains(&format!("href=\"changes.html?since={key}#{key}\"")), "{page}");
    }
    Ok(())
}

#[test]
fn the_feed_follows_the_rules_of_atom() -> Result<()> {
    let site = thrice()?;
    let feed = feed(&site)?;
    assert_eq!(feed.title.as_str(), "What changed: Fires");
    assert!(!feed.authors.is_empty() && feed.id.starts_with("urn:uuid:"));
    let own = feed.links.iter().find(|link| link.rel == "self").context("it does not say its address")?;
    assert_eq!(own.href, format!("{ADDRESS}feed.xml"));
    assert_eq!(own.mime_type.as_deref(), Some("application/atom+xml"));
    let titles: Vec<&str> = feed.entries.iter().map(|entry| entry.title.as_str()).collect();
    let expected = [
        "Correction: houses burnt",
        "Edition of 9 March 2026",
        "Edition of 3 March 2026",
        "Edition of 21 January 2026",
    ];
    assert_eq!(titles.map_spaces(), expected);
    let ids: BTreeSet<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).chain([feed.id.as_str()]).collect();
    assert_eq!(ids.len(), 5, "two have one id");
    // Each has a time of its own, in this order, and the feed that of the newest.
    assert!(feed.entries.windows(2).all(|pair| pair[0].updated > pair[1].updated));
    assert_eq!(feed.updated, feed.entries[0].updated);
    assert!(feed.entries[1].updated.to_rfc3339().starts_with("2026-03-09T00:00:00"));
    for entry in &feed.entries {
        let link = entry.links.first().context("an entry leads nowhere")?;
        let (_, key) = link.href.split_once("changes.html?since=").context("it does not lead to its edition")?;
        assert!(link.href.starts_with(ADDRESS) && key.split_once('#').is_some_and(|(query, place)| query == place));
        assert_eq!(entry.content.as_ref().and_then(|content| content.content_type.as_deref()), Some("html"));
    }
    let correction = &feed.entries[0];
    assert_eq!(correction.categories.first().map(|category| category.term.as_str()), Some("correction"));
    assert!(content(correction).contains("Two digits were swapped."));
    // What is no part of the edition's own entry, which has all else.
    assert!(!content(&feed.entries[1]).contains("swapped") && content(&feed.entries[1]).contains("Figure removed"));
    Ok(())
}

/// Titles with plain spaces.
trait Plain {
    fn map_spaces(&self) -> Vec<String>;
}

impl Plain for Vec<&str> {
    fn map_spaces(&self) -> Vec<String> {
        self.iter().map(|title| title.replace('\u{a0}', " ")).collect()
    }
}

fn content(entry: &Entry) -> String {
    let value = entry.content.as_ref().and_then(|content| content.value.clone());
    value.unwrap_or_default().replace('\u{a0}', " ")
}

#[test]
fn an_entry_keeps_its_id_and_time_when_others_follow_and_when_the_site_moves() -> Result<()> {
    let first = published(&fires(), &Files::default())?;
    let second = published(&later(), &first)?;
    let moved = put_up(&corrected(), &second, Some("https://elsewhere.example.org/"), false)?;
    let (before, after) = (feed(&second)?, feed(&moved)?);
    assert_eq!(before.id, after.id);
    for entry in &before.entries {
        let same = after.entries.iter().find(|other| other.id == entry.id).context("an entry has another id")?;
        assert_eq!((same.updated, &same.title, &same.content), (entry.updated, &entry.title, &entry.content));
    }
    Ok(())
}

#[test]
fn an_edition_that_was_taken_back_is_an_entry_of_its_own() -> Result<()> {
    let first = published(&fires(), &Files::default())?;
    let back = published(&fires(), &published(&later(), &first)?)?;
    let page = words(&string(&back, "changes.html")?);
    assert!(
        page.contains("The edition before this one was taken back: the data is again that of 21 January 2026."),
        "{page}"
    );
    assert!(page.contains("Value changed: houses burnt, from 5,106 houses to about 5,000 houses"), "{page}");
    let feed = feed(&back)?;
    assert_eq!(feed.entries.len(), 3);
    let newest = &feed.entries[0];
    assert_eq!(newest.title.as_str().replace('\u{a0}', " "), "Taken back: again the data of 21 January 2026");
    assert_eq!(newest.categories.first().map(|category| category.term.as_str()), Some("taken-back"));
    // It is the newest although its data is older, and another entry than the first.
    assert!(newest.updated > feed.entries[1].updated && newest.id != feed.entries[2].id);
    let page = string(&back, "changes.html")?;
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
    Ok(())
}

#[test]
fn a_correction_that_is_gone_is_said_beside_the_value_that_came_back() -> Result<()> {
    let mut data = corrected();
    data["figures"][0]["value"] = json!({ "exactly": 5106 });
    data["corrections"] = json!([]);
    let site = published(&data, &thrice()?)?;
    let page = words(&string(&site, "changes.html")?);
    assert!(page.contains("The record of a correction was removed: houses burnt"), "{page}");
    assert!(page.contains("Value changed: houses burnt, from 5,160 houses to 5,106 houses"), "{page}");
    Ok(())
}

#[test]
fn an_older_date_on_other_data_is_said() -> Result<()> {
    let second = published(&later(), &published(&fires(), &Files::default())?)?;
    let mut older = later();
    older["updated"] = "2026-02-02".into();
    older["figures"][0]["value"] = json!({ "exactly": 4000 });
    let site = published(&older, &second)?;
    let page = words(&string(&site, "changes.html")?);
    assert!(
        page.contains("This edition has an earlier date than the one before it, which is of 3 March 2026."),
        "{page}"
    );
    Ok(())
}

#[test]
fn a_figure_says_when_it_changed_and_what_it_was() -> Result<()> {
    let site = thrice()?;
    let cite = words(&string(&site, "cite/figure-houses.html")?);
    assert!(cite.contains("Corrected on 9 March 2026, was 5,106 houses"), "{cite}");
    assert!(cite.contains("Changed on 3 March 2026, was about 5,000 houses"), "{cite}");
    // On the page the last change alone, within the fold of the figure.
    let page = string(&site, "index.html")?;
    let (_, fold) = page.split_once("id=\"figure-houses-more\"").context("the figure has no fold")?;
    let fold = words(fold.split("</details>").next().unwrap_or_default());
    assert!(fold.contains("Corrected on 9 March 2026, was 5,106 houses") && !fold.contains("5,000"), "{fold}");
    Ok(())
}

#[test]
fn the_page_leads_to_the_feed_and_to_what_changed() -> Result<()> {
    let site = thrice()?;
    for file in ["index.html", "changes.html"] {
        let page = string(&site, file)?;
        assert!(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\""), "{file}");
    }
    let page = string(&site, "index.html")?;
    assert!(page.contains("<dd class=\"updated\"><a href=\"changes.html\">9 March 2026</a>"), "{page}");
    // The page in one file has no folder beside it.
    let alone = string(&site, "standalone.html")?;
    assert!(!alone.contains("changes.html") && !alone.contains("feed.xml") && alone.contains("9 March 2026"));
    // Neither does a frame.
    assert!(!string(&site, "embed.html")?.contains("changes.html"));
    Ok(())
}

#[test]
fn editions_from_before_changes_were_kept_are_compared_by_their_data() -> Result<()> {
    let mut site = thrice()?;
    let list: Vec<Value> = serde_json::from_str(&string(&site, "v/editions.json")?)?;
    let without = |edition: &Value| {
        let mut edition = edition.clone();
        if let Some(line) = edition.as_object_mut() {
            line.remove("changes");
        }
        edition.to_string()
    };
    let before: Vec<String> = list.iter().map(without).collect();
    site.write("v/editions.json", format!("[\n{}\n]\n", before.join("\n,")));
    let again = published(&corrected(), &site)?;
    assert_eq!(again.get("changes.html"), thrice()?.get("changes.html"));
    // Where the data cannot be read any more, the page says so, and says the rest.
    site.write(&format!("v/{}", list[1]["data"].as_str().context("no data")?), "{\"schema_version\": 0}");
    let page = words(&string(&published(&corrected(), &site)?, "changes.html")?);
    assert_eq!(page.matches("What changed in this edition is not listed").count(), 2, "{page}");
    assert!(page.contains("The first edition."), "{page}");
    Ok(())
}

#[test]
fn what_was_kept_of_the_changes_needs_no_earlier_data() -> Result<()> {
    let site = thrice()?;
    let page = string(&site, "changes.html")?;
    let newest = line_of(&site, 2)?["data"].as_str().context("no data")?.to_owned();
    let some = site.iter().filter(|(address, _)| {
        !(address.starts_with("v/o/") && address.ends_with(".json")) || *address == format!("v/{newest}")
    });
    let some: Files = some.map(|(address, content)| (address.to_owned(), content.to_vec())).collect();
    let again = words(&string(&published(&corrected(), &some)?, "changes.html")?);
    // Only the links to the data are gone.
    assert_eq!(
        again.replace("Data of this edition (JSON) · ", ""),
        words(&page).replace("Data of this edition (JSON) · ", "")
    );
    Ok(())
}

#[test]
fn without_an_address_the_feed_does_not_invent_one() -> Result<()> {
    let site = put_up(&fires(), &Files::default(), None, false)?;
    let feed = feed(&site)?;
    assert!(feed.links.iter().all(|link| link.rel != "self" && !link.href.contains("://")));
    assert!(feed.entries[0].links[0].href.starts_with("changes.html?since="));
    Ok(())
}

#[test]
fn a_preview_while_editing_lists_the_changes_before_publication() -> Result<()> {
    let first = published(&fires(), &Files::default())?;
    let draft = put_up(&later(), &first, None, true)?;
    let page = string(&draft, "changes.html")?;
    assert!(words(&page).contains("Value changed: houses burnt, from about 5,000 houses to 5,106 houses"));
    // Its data is not published yet.
    assert_eq!(page.matches("href=\"v/o/").count(), 1);
    Ok(())
}

#[test]
fn what_a_curator_writes_stays_text_in_the_page_and_in_the_feed() -> Result<()> {
    let first = published(&fires(), &Files::default())?;
    let mut data = later();
    data["sources"][1]["container-title"] = "<script>alert(1)</script> & Co".into();
    let site = published(&data, &first)?;
    let page = string(&site, "changes.html")?;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "{page}");
    assert!(content(&feed(&site)?.entries[0]).contains("&lt;script&gt;"));
    Ok(())
}
