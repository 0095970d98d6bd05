//! The content and position of the evidence of each marker.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use visitor::dataset::{Dataset, english, list, text};
use visitor::reader::Reader;
use visitor::window::Window;

/// The result of a click on a marker.
#[derive(Debug, Deserialize)]
struct Beside {
    href: String,
    open: bool,
    #[serde(flatten)]
    evidence: Option<Shown>,
}

#[derive(Debug, Deserialize)]
struct Shown {
    /// The figure or event of the marker.
    item: String,
    /// The articles whose numbers the marker shows.
    articles: BTreeSet<String>,
    role: String,
    name: String,
    focused: bool,
    value: String,
    /// The value of the figure elsewhere on the page, if it is printed there.
    printed: Option<String>,
    facts: Vec<String>,
    /// The facts about the figure elsewhere on the page, if they are printed there.
    known: Option<Vec<String>>,
    /// The operands of a computed figure.
    operands: Vec<String>,
    passages: Vec<Passage>,
    note: String,
    /// The targets of its links to other places of the figure.
    places: BTreeSet<String>,
    place: Edges,
    marker: Edges,
    room: (f64, f64),
}

#[derive(Debug, Deserialize)]
struct Passage {
    words: String,
    quote: String,
    link: String,
    /// The article that its button follows.
    follow: String,
}

#[derive(Debug, Deserialize)]
struct Edges {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The evidence of every visible marker, with the article that the marker leads to.
async fn all_evidence(window: &Window, dataset: &Dataset) -> Result<Vec<(String, Shown)>> {
    let items = dataset.ids("figures").into_iter().chain(dataset.ids("events"));
    let articles: Map<String, Value> = items.map(|item| (item.into(), json!(dataset.articles(item).len()))).collect();
    let found: Vec<Beside> = window.see_with(include_str!("probes/evidence.js"), vec![Value::Object(articles)]).await?;
    assert!(!found.is_empty(), "there is no visible marker");
    let mut all = Vec::new();
    for Beside { href, open, evidence } in found {
        assert!(open, "nothing opens beside {href}");
        let (source, _) = href.strip_prefix("#note-").and_then(|rest| rest.split_once('_')).context("no passage")?;
        all.push((source.to_owned(), evidence.context("no evidence")?));
    }
    Ok(all)
}

/// All citations of a figure or event, or of the operands of a figure.
fn quoted<'a>(dataset: &'a Dataset, item: &str) -> Vec<&'a Value> {
    let roots: BTreeSet<_> = dataset.evidence(item).into_iter().map(|(_, root)| root).collect();
    roots.iter().filter_map(|root| dataset.item(root)).flat_map(|root| list(root, "citations")).collect()
}

#[tokio::test]
async fn the_evidence_has_all_quotes_with_their_articles_and_links() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        let place = format!("{source} on {}", shown.item);
        let cited = quoted(&dataset, &shown.item);
        let outlet = |citation: &Value| dataset.source(text(citation, "source")).cloned().unwrap_or_default();
        assert_eq!(shown.passages.len(), cited.len(), "{place}: the passages");
        for citation in &cited {
            let quote = text(citation, "quote");
            let passage = shown.passages.iter().find(|passage| {
                passage.quote == quote && passage.words.contains(text(&outlet(citation), "container-title"))
            });
            let passage = passage.with_context(|| format!("{place}: the quote “{quote}” is missing"))?;
            let address = format!("{}#:~:text=", text(&outlet(citation), "URL"));
            assert!(passage.link.starts_with(&address), "{place}: “{quote}” leads to {}", passage.link);
            assert_eq!(
                passage.follow,
                text(citation, "source"),
                "{place}: the article that the button of “{quote}” follows"
            );
            if let Some(year) = outlet(citation).pointer("/issued/date-parts/0/0") {
                assert!(passage.words.contains(&year.to_string()), "{place}: {}", passage.words);
            }
        }
        let notes: Vec<_> =
            dataset.evidence(&shown.item).into_iter().filter(|(article, _)| *article == source).collect();
        let leads_there = notes.iter().any(|(article, root)| shown.note == format!("#note-{article}_{root}"));
        assert!(leads_there, "{place}: the link to the notes is {}", shown.note);
    }
    Ok(())
}

#[tokio::test]
async fn a_marker_has_all_articles_of_its_figure_and_in_a_matrix_one() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut several = 0;
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        let place = format!("{source} on {}", shown.item);
        let all = dataset.articles(&shown.item);
        let quoted: BTreeSet<_> = shown.passages.iter().map(|passage| passage.follow.clone()).collect();
        assert_eq!(quoted, all, "{place}: the articles that are quoted");
        assert!(shown.articles == all || shown.articles == BTreeSet::from([source]), "{place}: {:?}", shown.articles);
        several += usize::from(shown.articles.len() > 1);
    }
    assert!(several > 0, "no marker has more than one number");
    Ok(())
}

#[tokio::test]
async fn the_article_that_the_marker_leads_to_is_quoted_first() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        // A computed figure has the passages of its operands.
        if dataset.item(&shown.item).is_some_and(|item| item.get("derive").is_some()) {
            continue;
        }
        let outlet = dataset.source(&source).map(|source| text(source, "container-title")).context("an article")?;
        let first = &shown.passages[0].words;
        assert!(first.starts_with(outlet), "{source} on {}: {first}", shown.item);
    }
    Ok(())
}

#[tokio::test]
async fn the_evidence_has_the_same_value_and_facts_as_the_page() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut compared = BTreeSet::new();
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        let place = format!("{source} on {}", shown.item);
        if let Some(who) = dataset.item(&shown.item).and_then(|item| item.get("said_by")) {
            let who = text(who, "en");
            assert!(shown.facts.iter().any(|fact| fact.contains(who)), "{place}: {:?} lacks {who}", shown.facts);
        }
        if let (Some(printed), Some(known)) = (&shown.printed, &shown.known) {
            // The value of a computed figure is followed by its formula.
            let value = shown.value.split(" = ").next().unwrap_or_default();
            assert_eq!(value, printed, "{place}");
            let facts = shown.facts.join("\n").to_lowercase();
            for fact in known.iter().filter(|fact| *fact != "Reported") {
                assert!(facts.contains(&fact.to_lowercase()), "{place}: “{fact}” is not among {:?}", shown.facts);
            }
            compared.insert(shown.item.clone());
        }
        assert!(!shown.value.is_empty(), "{place} has neither value nor date");
    }
    let uncompared: Vec<_> = dataset.ids("figures").into_iter().filter(|id| !compared.contains(*id)).collect();
    assert!(uncompared.is_empty(), "these figures were not compared: {uncompared:?}");
    Ok(())
}

/// The other places of a figure or event: sentences, charts, and figures computed from it.
fn places(dataset: &Dataset, item: &str) -> BTreeSet<String> {
    let names =
        |part: &Value, keys: &[&str]| keys.iter().any(|key| english(part, key).contains(&format!("{{{item}}}")));
    let address = |kind: &str, part: &Value| format!("#{kind}-{}", text(part, "id"));
    let sections = dataset.list("sections").iter().filter(|part| names(part, &["finding", "summary"]));
    let shows = |chart: &&Value| dataset.drawn(chart).iter().any(|drawn| drawn == item) || names(chart, &["finding"]);
    let charts = dataset.list("charts").iter().filter(shows);
    let operand = |id: &&str| dataset.operands(id).iter().any(|operand| operand == item);
    let computed = dataset.ids("figures").into_iter().filter(operand).map(|id| format!("#figure-{id}"));
    let places = sections.map(|part| address("section", part)).chain(charts.map(|part| address("chart", part)));
    places.chain(computed).chain(dataset.introduces(item).then(|| "#summary".to_owned())).collect()
}

#[tokio::test]
async fn the_evidence_links_to_all_other_places_of_the_figure() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut kinds = BTreeSet::new();
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        assert_eq!(shown.places, places(&dataset, &shown.item), "{source} on {}", shown.item);
        kinds.extend(shown.places.iter().filter_map(|place| place.split('-').next()).map(str::to_owned));
    }
    assert!(kinds.len() > 2, "only these kinds of places were compared: {kinds:?}");
    Ok(())
}

#[tokio::test]
async fn the_evidence_of_a_computed_figure_lists_its_operands() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let mut computed = 0;
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        if dataset.operands(&shown.item).is_empty() {
            continue;
        }
        // An operand that is computed itself is replaced by its own operands.
        for operand in dataset.roots(&shown.item) {
            let label = english(dataset.item(&operand).context("an operand")?, "label");
            let listed = shown.operands.iter().any(|operand| operand.contains(label));
            assert!(listed, "{source} on {}: “{label}” is not among {:?}", shown.item, shown.operands);
        }
        assert!(shown.value.contains(" = "), "{source} on {} has no formula: {}", shown.item, shown.value);
        computed += 1;
    }
    let drawn: BTreeSet<_> = dataset.list("charts").iter().flat_map(|chart| dataset.drawn(chart)).collect();
    let wanted = drawn.iter().any(|item| !dataset.operands(item).is_empty());
    assert!(computed > 0 || !wanted, "no computed figure has a marker");
    Ok(())
}

#[tokio::test]
async fn the_evidence_is_a_named_dialog_that_takes_the_focus() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for (source, shown) in all_evidence(&reader, &dataset).await? {
        let place = format!("{source} on {}", shown.item);
        assert_eq!(shown.role, "dialog", "{place}");
        let item = dataset.item(&shown.item).context("a figure or event")?;
        let name = if english(item, "short").is_empty() { english(item, "label") } else { english(item, "short") };
        assert!(shown.name.contains(name), "the name of {place} is “{}”", shown.name);
        assert!(shown.focused, "{place}: the focus is not in the dialog");
    }
    Ok(())
}

#[tokio::test]
async fn the_evidence_is_inside_the_viewport_and_does_not_cover_its_marker() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    // The last one is a desktop at 400% zoom.
    for (width, height) in [(1280, 800), (800, 600), (768, 1024), (320, 800), (320, 256)] {
        reader.size(width, height).await?;
        for (source, Shown { item, place, marker, room, .. }) in all_evidence(&reader, &dataset).await? {
            let what = format!("{source} on {item} at {width} × {height}: {place:?}, its marker at {marker:?}");
            let inside = place.left >= 0.0 && place.top >= 0.0 && place.right <= room.0 && place.bottom <= room.1;
            assert!(inside, "outside the viewport: {what}");
            // An overlap of one pixel covers no letter.
            let covers = place.top < marker.bottom - 1.0 && place.bottom > marker.top + 1.0;
            assert!(!covers, "covers its marker: {what}");
        }
    }
    Ok(())
}
