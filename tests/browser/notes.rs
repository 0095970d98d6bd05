//! The notes: every marker leads to a passage of its figure, and every passage leads back to the figure.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::OnceCell;

use visitor::dataset::{Dataset, list, text};
use visitor::findings;
use visitor::reader::Reader;

/// The notes and markers of the page.
#[derive(Deserialize)]
struct Apparatus {
    notes: Vec<Note>,
    markers: Vec<Marker>,
}

#[derive(Deserialize)]
struct Note {
    source: String,
    anchor: String,
    text: String,
    links: Vec<String>,
    passages: Vec<Passage>,
}

#[derive(Deserialize)]
struct Passage {
    item: String,
    anchor: String,
    quotes: Vec<Quote>,
    back: Vec<String>,
}

#[derive(Deserialize)]
struct Quote {
    text: String,
    address: String,
}

#[derive(Debug, Deserialize)]
struct Marker {
    /// The numbers of its articles, each with whether it is styled as an article that repeats another.
    numbers: Vec<(String, bool)>,
    /// Whether it has one article, as in a matrix, and not all articles of its figure or event.
    of_one: bool,
    source: String,
    item: String,
    passage: String,
    place: String,
}

impl Apparatus {
    /// Reads the page, once for all tests that only read it.
    async fn of_ready_page() -> Result<&'static Self> {
        static READ: OnceCell<Apparatus> = OnceCell::const_new();
        let read = || async { Reader::of_ready_page().await?.see(include_str!("probes/notes.js")).await };
        let apparatus = READ.get_or_try_init(read).await?;
        assert!(!apparatus.notes.is_empty() && !apparatus.markers.is_empty(), "there are no notes or no markers");
        Ok(apparatus)
    }

    fn passages(&self) -> impl Iterator<Item = (&Note, &Passage)> {
        self.notes.iter().flat_map(|note| note.passages.iter().map(move |passage| (note, passage)))
    }
}

#[tokio::test]
async fn every_marker_leads_to_a_passage_and_shows_the_numbers_of_its_articles() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let dataset = Dataset::read()?;
    let numbers: BTreeMap<_, _> = apparatus.notes.iter().map(|note| note.source.as_str()).zip(1..).collect();
    for marker in &apparatus.markers {
        let evidence = (marker.source.clone(), marker.passage.clone());
        assert!(
            dataset.evidence(&marker.item).contains(&evidence),
            "{marker:?} leads to no passage of {}",
            marker.item
        );
        let articles = if marker.of_one { [marker.source.clone()].into() } else { dataset.articles(&marker.item) };
        let mut wanted: Vec<usize> = articles.iter().filter_map(|id| numbers.get(id.as_str())).copied().collect();
        wanted.sort_unstable();
        let found: Vec<usize> = marker.numbers.iter().filter_map(|(number, _)| number.parse().ok()).collect();
        assert_eq!(found, wanted, "the numbers of {marker:?}");
        assert_eq!(found.first(), numbers.get(marker.source.as_str()), "{marker:?} does not lead to its first article");
        for (number, repeats) in &marker.numbers {
            let note = number.parse().ok().and_then(|number: usize| apparatus.notes.get(number - 1));
            let source = note.map_or("", |note| note.source.as_str());
            assert_eq!(*repeats, repeats_one_of(&dataset, source, &articles), "{number} in {marker:?}");
        }
    }
    assert!(apparatus.markers.iter().any(|marker| marker.numbers.iter().any(|(_, repeats)| *repeats)));
    Ok(())
}

/// Whether an article repeats another of these, directly or indirectly.
fn repeats_one_of(dataset: &Dataset, source: &str, articles: &BTreeSet<String>) -> bool {
    let repeated = |id: &str| dataset.source(id).map_or(&[][..], |source| list(source, "repeats"));
    let (mut reached, mut next) = (vec![source], 0);
    while let Some(id) = reached.get(next).copied() {
        for origin in repeated(id).iter().filter_map(Value::as_str) {
            if !reached.contains(&origin) {
                reached.push(origin);
            }
        }
        next += 1;
    }
    reached.into_iter().skip(1).any(|origin| articles.contains(origin))
}

#[tokio::test]
async fn the_notes_are_numbered_by_first_use_in_reading_order() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let mut first_uses: Vec<usize> = Vec::new();
    for number in
        apparatus.markers.iter().flat_map(|marker| &marker.numbers).filter_map(|(number, _)| number.parse().ok())
    {
        if !first_uses.contains(&number) {
            first_uses.push(number);
        }
    }
    assert_eq!(first_uses, (1..=apparatus.notes.len()).collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn every_article_has_a_note_with_its_title_outlet_and_address() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let dataset = Dataset::read()?;
    assert_eq!(apparatus.notes.len(), dataset.list("sources").len());
    for note in &apparatus.notes {
        assert_eq!(note.anchor, format!("note-{}", note.source));
        let source = dataset.list("sources").iter().find(|source| text(source, "id") == note.source);
        let source = source.unwrap_or_else(|| panic!("{} is no article of the file", note.source));
        for part in ["title", "container-title"] {
            assert!(note.text.contains(text(source, part)), "{} lacks its {part}: {}", note.source, note.text);
        }
        let year = source.pointer("/issued/date-parts/0/0").map(ToString::to_string).unwrap_or_default();
        assert!(note.text.contains(&year), "{} lacks its date: {}", note.source, note.text);
        assert!(note.links.iter().any(|link| link == text(source, "URL")), "{} lacks its link", note.source);
    }
    Ok(())
}

#[tokio::test]
async fn every_quote_of_the_data_is_in_the_notes_unchanged() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let quotes = |passage: &Passage| passage.quotes.iter().map(|quote| quote.text.clone()).collect::<BTreeSet<_>>();
    let found: BTreeMap<_, _> = apparatus
        .passages()
        .map(|(note, passage)| ((note.source.clone(), passage.item.clone()), quotes(passage)))
        .collect();
    assert_eq!(found, Dataset::read()?.quotes());
    Ok(())
}

#[tokio::test]
async fn every_quote_links_to_its_text_in_the_article() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let dataset = Dataset::read()?;
    for (note, passage) in apparatus.passages() {
        let source = dataset.list("sources").iter().find(|source| text(source, "id") == note.source);
        let address = source.map_or("", |source| text(source, "URL"));
        for quote in &passage.quotes {
            let words = quote.address.strip_prefix(address).and_then(|rest| rest.strip_prefix("#:~:text="));
            let words = words.unwrap_or_else(|| panic!("{} does not point into {address}", quote.address));
            let parts: Vec<_> =
                words.split(',').filter(|part| !part.starts_with('-') && !part.ends_with('-')).map(decoded).collect();
            assert!(!parts.is_empty(), "{} has no text fragment", quote.address);
            for part in parts {
                assert!(quote.text.contains(&part), "“{part}” is not in the quote “{}”", quote.text);
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn links_to_articles_send_no_referrer() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    // The page has one policy, and no link may override it.
    let policy: String = reader.see("return document.querySelector('meta[name=referrer]')?.content ?? ''").await?;
    assert_eq!(policy, "no-referrer");
    let looser: usize = reader.see("return document.querySelectorAll('[referrerpolicy]').length").await?;
    assert_eq!(looser, 0);
    Ok(())
}

#[tokio::test]
async fn every_passage_has_one_link_back_to_its_figure_or_event() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let dataset = Dataset::read()?;
    let shows = |chart: &str, event: &str| {
        let chart = dataset.list("charts").iter().find(|found| chart == format!("#chart-{}", text(found, "id")));
        chart.is_some_and(|chart| dataset.drawn(chart).iter().any(|drawn| drawn == event))
    };
    for (_, passage) in apparatus.passages() {
        let [back] = passage.back.as_slice() else { panic!("{} leads back to {:?}", passage.anchor, passage.back) };
        let is_figure = dataset.ids("figures").contains(&passage.item.as_str());
        // The link of an event leads to a chart that shows it.
        let right = if is_figure { *back == format!("#figure-{}", passage.item) } else { shows(back, &passage.item) };
        assert!(right, "the link back of {} leads to {back}", passage.anchor);
    }
    Ok(())
}

#[tokio::test]
async fn a_link_back_leads_to_a_place_that_cites_the_article() -> Result<()> {
    let apparatus = Apparatus::of_ready_page().await?;
    let dataset = Dataset::read()?;
    for (note, passage) in apparatus.passages() {
        assert!(!passage.back.is_empty(), "{} has no link back", passage.anchor);
        for link in &passage.back {
            let cited = apparatus.markers.iter().any(|marker| {
                let articles = dataset.articles(&marker.item);
                let cites = if marker.of_one { marker.source == note.source } else { articles.contains(&note.source) };
                marker.item == passage.item && format!("#{}", marker.place) == *link && cites
            });
            assert!(cited, "{link}, the target of the link back of {}, does not cite {}", passage.anchor, note.source);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_passages_of_each_article_are_closed_until_a_link_leads_to_them() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let seen =
        "return [...document.querySelectorAll('.passages > li')].filter(passage => passage.checkVisibility()).length";
    assert_eq!(reader.see::<usize>(seen).await?, 0, "the number of visible passages");
    let apparatus = Apparatus::of_ready_page().await?;
    for note in &apparatus.notes {
        let passage = note.passages.last().map_or("", |passage| passage.anchor.as_str());
        reader.see::<()>(&format!("location.hash = '{passage}'")).await?;
        let shown = "const passage = document.querySelector(':target');
            const box = passage?.getBoundingClientRect();
            return passage?.checkVisibility() && box.bottom > 0 && box.top < innerHeight ? passage.id : ''";
        reader.wait_until(&format!("{passage} is visible"), shown, |shown: &String| shown == passage).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_link_within_the_page_has_a_target() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "return [...document.querySelectorAll('a[href^=\"#\"]')]
        .map(link => link.getAttribute('href'))
        .filter(href => !document.getElementById(decodeURIComponent(href.slice(1))))";
    let lost: Vec<String> = reader.see(script).await?;
    findings::none(&lost, "links without a target");
    Ok(())
}

#[tokio::test]
async fn no_two_elements_have_the_same_id() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let script = "const ids = [...document.querySelectorAll('[id]')].map(place => place.id);
        return ids.filter((id, index) => ids.indexOf(id) !== index)";
    let doubled: Vec<String> = reader.see(script).await?;
    findings::none(&doubled, "ids that occur twice");
    Ok(())
}

/// Decodes percent-encoded text.
fn decoded(words: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = words.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match hex.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
