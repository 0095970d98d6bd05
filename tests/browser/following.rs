//! Following an article: everything without its support is dimmed, and a line counts the figures that depend on it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use visitor::dataset::{Dataset, list, text};
use visitor::findings;
use visitor::host::Answer;
use visitor::reader::Reader;

/// The state of the page.
#[derive(Debug, Deserialize, PartialEq)]
struct Page {
    /// The followed article, or an empty text.
    followed: String,
    selects: Vec<String>,
    address: String,
    /// The text of the summary line.
    words: String,
    /// The targets of the links to figures in that line.
    falling: Vec<String>,
    /// Whether that line is visible.
    bar: bool,
    announced: String,
    figures: Vec<(String, bool)>,
    marks: Vec<(String, bool)>,
    notes: Vec<(String, bool)>,
    /// The figure or event of each marker, and its article in a matrix.
    markers: Vec<((String, String), bool)>,
    rows: Vec<(String, bool)>,
}

impl Page {
    async fn of(reader: &Reader) -> Result<Self> {
        reader.see(include_str!("probes/following.js")).await
    }

    /// The number of dimmed parts, and of all parts.
    fn apart(&self) -> (usize, usize) {
        let lists = [&self.figures, &self.marks, &self.notes, &self.rows];
        let parts = lists.into_iter().flatten().map(|(_, apart)| *apart);
        let parts = parts.chain(self.markers.iter().map(|(_, apart)| *apart));
        (parts.clone().filter(|apart| *apart).count(), parts.count())
    }
}

async fn follow(reader: &Reader, source: &str) -> Result<Page> {
    reader.choose("source", source).await?;
    let followed = "return document.documentElement.dataset.following ?? ''";
    reader.wait_until(&format!("{source} is followed"), followed, |found: &String| found == source).await?;
    Page::of(reader).await
}

/// The reported figures that a figure is computed from, each with the articles that report it.
fn roots(dataset: &Dataset, figure: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut roots: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (source, item) in dataset.evidence(figure) {
        roots.entry(item).or_default().insert(source);
    }
    roots
}

/// An article with all articles that repeat it, directly or indirectly.
fn with_repeaters(dataset: &Dataset, source: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::from([source.to_owned()]);
    loop {
        let repeats =
            |other: &Value| list(other, "repeats").iter().filter_map(Value::as_str).any(|id| all.contains(id));
        let more: Vec<_> = dataset
            .list("sources")
            .iter()
            .filter(|other| repeats(other) && !all.contains(text(other, "id")))
            .map(|other| text(other, "id").to_owned())
            .collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// The figures that need a value which `source` reports and which no article outside `without` reports.
fn falling<'a>(dataset: &'a Dataset, source: &str, without: &BTreeSet<String>) -> Vec<&'a str> {
    let falls = |figure: &&str| {
        roots(dataset, figure).values().any(|articles| articles.contains(source) && articles.is_subset(without))
    };
    dataset.ids("figures").into_iter().filter(falls).collect()
}

/// The numbers in a sentence, in digits or in words.
fn numbers(sentence: &str) -> Vec<usize> {
    let words = sentence.split(|letter: char| !letter.is_alphanumeric());
    let number = |word: &str| match word {
        "none" => Some(0),
        "one" | "One" => Some(1),
        _ => word.parse().ok(),
    };
    words.filter_map(number).collect()
}

#[tokio::test]
async fn everything_without_the_support_of_the_followed_article_is_dimmed() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for source in dataset.ids("sources") {
        let page = follow(&reader, source).await?;
        for (what, parts) in [("figure", &page.figures), ("mark", &page.marks), ("row", &page.rows)] {
            assert!(!parts.is_empty(), "there is no {what}");
            for (item, apart) in parts {
                let supported = dataset.articles(item).contains(source);
                assert_eq!(*apart, !supported, "{what} {item}, following {source}");
            }
        }
        assert!(!page.notes.is_empty(), "there is no note");
        for (other, apart) in &page.notes {
            assert_eq!(*apart, other != source, "note on {other}, following {source}");
        }
        assert!(!page.markers.is_empty(), "there is no marker");
        for ((item, of_one), apart) in &page.markers {
            let supported = if of_one.is_empty() { dataset.articles(item).contains(source) } else { of_one == source };
            assert_eq!(*apart, !supported, "the marker of {item} {of_one}, following {source}");
        }
        let (apart, all) = page.apart();
        assert!(apart > 0 && apart < all, "{apart} of {all} parts are dimmed, following {source}");
    }
    Ok(())
}

#[tokio::test]
async fn the_line_counts_the_figures_with_the_article_and_those_that_depend_on_it() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    reader.width(1280).await?;
    let mut seen = BTreeSet::new();
    for source in dataset.ids("sources") {
        let page = follow(&reader, source).await?;
        let figures = dataset.ids("figures");
        let supported = figures.iter().filter(|figure| dataset.articles(figure).contains(source)).count();
        let alone = falling(&dataset, source, &BTreeSet::from([source.to_owned()])).len();
        let all_falling = falling(&dataset, source, &with_repeaters(&dataset, source));
        let repeated = all_falling.len() - alone;
        let mut wanted = vec![supported, figures.len(), alone];
        wanted.extend((repeated > 0).then_some(repeated));
        assert_eq!(numbers(&page.words), wanted, "{source}: {}", page.words);
        let outlet = text(dataset.source(source).context("an article")?, "container-title");
        assert!(page.words.starts_with(outlet), "{source}: {}", page.words);
        assert!(page.bar, "{source}: the line is not visible");
        assert_eq!(page.announced, page.words, "{source}: the announcement differs from the line");
        // The details of the line link to each of these figures.
        let places: Vec<_> = all_falling.iter().map(|figure| format!("#figure-{figure}")).collect();
        assert_eq!(page.falling, places, "{source}: the figures that depend on it");
        seen.insert((alone > 0, repeated > 0));
    }
    assert!(seen.len() > 1, "all articles have the same kinds of counts, so the test compares too little");
    Ok(())
}

#[tokio::test]
async fn an_article_can_be_followed_by_keyboard_alone() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    reader.focus(".tools select[name=source]").await?;
    reader.press(Key::Down, 1).await?;
    let followed = "return document.documentElement.dataset.following ?? ''";
    reader
        .wait_until("an article is followed", followed, |found: &String| {
            dataset.ids("sources").contains(&found.as_str())
        })
        .await
}

#[tokio::test]
async fn the_address_opens_the_view_that_was_chosen() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    for source in dataset.ids("sources") {
        reader.open("ready").await?;
        let chosen = follow(&reader, source).await?;
        assert_eq!(chosen.address, format!("?source={source}"));
        reader.session.goto("about:blank").await?;
        reader.open_with(&chosen.address, "ready").await?;
        let opened = Page::of(&reader).await?;
        assert_eq!(opened, chosen, "{source}");
        assert!(opened.selects.len() > 1 && opened.selects.iter().all(|select| select == source), "{opened:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_choice_keeps_the_rest_of_the_address_and_adds_no_history() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.open_with("?theme=dark#chart-orders", "ready").await?;
    let entries: usize = reader.see("return history.length").await?;
    follow(&reader, "jurist").await?;
    let address: (String, String) = reader.see("return [location.search, location.hash]").await?;
    assert_eq!(address, ("?theme=dark&source=jurist".to_owned(), "#chart-orders".to_owned()));
    assert_eq!(reader.see::<usize>("return history.length").await?, entries, "each choice is a step in the history");
    Ok(())
}

#[tokio::test]
async fn stop_following_restores_the_page_and_focuses_the_list() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let before = Page::of(&reader).await?;
    follow(&reader, "newser").await?;
    reader.click("#following button").await?;
    reader
        .wait_until("the line is removed", "return document.getElementById('following') === null", |gone: &bool| *gone)
        .await?;
    let after = Page::of(&reader).await?;
    let focus: String = reader.see("return document.activeElement.name ?? ''").await?;
    assert_eq!(focus, "source");
    assert!(!after.announced.is_empty() && after.announced != before.announced, "the end is not announced");
    assert_eq!(Page { announced: before.announced.clone(), ..after }, before);
    follow(&reader, "newser").await?;
    reader.choose("source", "").await?;
    let after = Page::of(&reader).await?;
    assert_eq!(Page { announced: before.announced.clone(), ..after }, before, "chosen by the list");
    Ok(())
}

#[tokio::test]
async fn an_unknown_article_in_the_address_is_ignored() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let usual = Page::of(&reader).await?;
    for choice in ["?source=nobody", "?source=", "?source=%22%3E%3Cb%3E"] {
        reader.open_with(choice, "ready").await?;
        let page = Page::of(&reader).await?;
        assert_eq!(page.apart().0, 0, "{choice}");
        assert!(page.words.is_empty() && !page.bar, "{choice}: {}", page.words);
        assert_eq!((page.followed, page.selects), (usual.followed.clone(), usual.selects.clone()), "{choice}");
    }
    Ok(())
}

#[tokio::test]
async fn an_article_can_be_followed_from_the_evidence() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(1280).await?;
    let chosen = follow(&reader, "asiadaily").await?;
    reader.open("ready").await?;
    reader.focus("#figure-un-estimate .number .noteref").await?;
    reader.press(Key::Enter, 1).await?;
    reader.focus("#evidence [data-do=follow][data-source=asiadaily]").await?;
    reader.press(Key::Enter, 1).await?;
    reader
        .wait_until("the line is there", "return document.getElementById('following') !== null", |there: &bool| *there)
        .await?;
    assert_eq!(Page::of(&reader).await?, chosen);
    let focus: String = reader.see("return document.activeElement.getAttribute('href')").await?;
    assert_eq!(focus, "#note-guardian_un-estimate", "the focused element");
    Ok(())
}

#[tokio::test]
async fn a_chart_that_is_drawn_again_is_dimmed_as_before() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let before = follow(&reader, "guardian").await?;
    for _ in 0..2 {
        reader.switch_scale("orders").await?;
        let after = Page::of(&reader).await?;
        assert_eq!((after.marks, after.markers), (before.marks.clone(), before.markers.clone()));
    }
    Ok(())
}

#[tokio::test]
async fn newer_data_is_dimmed_for_the_followed_article_too() -> Result<()> {
    let dataset = Dataset::read()?;
    let edited = dataset.edited(|file| file["updated"] = json!("2031-05-17"));
    let reader = Reader::new().await?;
    reader.open_with("?source=jurist", "ready").await?;
    let printed = Page::of(&reader).await?;
    reader.host.answer(Answer::Text(edited));
    reader.open_with("?source=jurist", "ready").await?;
    assert!(reader.text(".updated").await?.contains("2031"), "the page does not show the newer data");
    assert_eq!(Page::of(&reader).await?, printed);
    Ok(())
}

#[tokio::test]
async fn dimmed_text_in_drawings_has_enough_contrast() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        for scheme in ["light", "dark"] {
            reader.prefer(scheme).await?;
            for source in ["foxtonnews", "jurist"] {
                follow(&reader, source).await?;
                let still = "return document.getAnimations().length";
                reader.wait_until("all transitions have ended", still, |running: &usize| *running == 0).await?;
                let found: Vec<String> = reader.see(include_str!("probes/contrast.js")).await?;
                findings::none(&found, &format!("following {source}, {scheme}, {width} px"));
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn dimmed_figures_differ_in_weight_and_not_in_colour_alone() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    follow(&reader, "jurist").await?;
    let script =
        "const weight = (apart) => getComputedStyle(document.querySelector(`.figure${apart} .quantity`)).fontWeight;
        return [weight('[data-apart]'), weight(':not([data-apart])')]";
    let (apart, stays): (String, String) = reader.see(script).await?;
    assert_ne!(apart, stays, "both have the same font weight");
    Ok(())
}

#[tokio::test]
async fn the_line_covers_no_focused_element() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(768).await?;
    follow(&reader, "jurist").await?;
    let script = "const hidden = [];
        for (const element of document.querySelectorAll('#page :is(a[href], button, summary, select):not(#following *)')) {
            if (!element.checkVisibility() || element.getClientRects().length === 0) continue;
            element.focus();
            const bar = document.getElementById('following').getBoundingClientRect();
            if (bar.bottom >= innerHeight && element.getBoundingClientRect().top >= bar.top) hidden.push(element.outerHTML.slice(0, 80));
        }
        return hidden";
    let page = Page::of(&reader).await?;
    assert!(page.bar, "the line is not visible");
    let hidden: Vec<String> = reader.see(script).await?;
    findings::none(&hidden, "covered by the line");
    Ok(())
}

#[tokio::test]
async fn on_a_phone_the_line_is_below_the_bar_and_scrolls_with_the_page() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.width(320).await?;
    let page = follow(&reader, "jurist").await?;
    assert!(!page.words.is_empty());
    let covered = "const line = document.getElementById('following');
        scrollTo({ top: 0, behavior: 'instant' });
        const { left, top, width, height } = line.getBoundingClientRect();
        const bar = document.querySelector('.bar').getBoundingClientRect();
        scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
        const gone = line.getBoundingClientRect().bottom < 0;
        return [top >= bar.bottom && top - bar.bottom < 64 && width > 0 && height > 0 && left >= 0, gone]";
    let (beside, gone): (bool, bool) = reader.see(covered).await?;
    assert!(beside, "the line is not below the bar");
    assert!(gone, "the line stays in the viewport and covers text");
    Ok(())
}

#[tokio::test]
async fn the_line_is_not_printed() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    follow(&reader, "jurist").await?;
    reader.print().await?;
    let shown: usize = reader.see("return document.getElementById('following').getClientRects().length").await?;
    assert_eq!(shown, 0);
    Ok(())
}

#[tokio::test]
async fn all_figures_of_a_single_article_can_be_highlighted() -> Result<()> {
    let dataset = Dataset::read()?;
    let reader = Reader::of_ready_page().await?;
    let page = follow(&reader, "one-alone").await?;
    let alone = |item: &str| roots(&dataset, item).values().any(|articles| articles.len() == 1);
    for (what, parts) in [("figure", &page.figures), ("mark", &page.marks), ("row", &page.rows)] {
        for (item, apart) in parts {
            assert_eq!(*apart, !alone(item), "{what} {item}");
        }
    }
    for ((item, of_one), apart) in &page.markers {
        assert_eq!(*apart, of_one.is_empty() && !alone(item), "the marker of {item} {of_one}");
    }
    let figures = dataset.ids("figures");
    let standing: Vec<_> = figures.iter().filter(|figure| alone(figure)).collect();
    let count = standing.len();
    assert_eq!(page.falling, standing.iter().map(|figure| format!("#figure-{figure}")).collect::<Vec<_>>());
    assert_eq!(numbers(&page.words)[..2], [count, figures.len()], "{}", page.words);
    reader.open_with(&page.address, "ready").await?;
    assert_eq!(Page::of(&reader).await?, page);
    Ok(())
}
