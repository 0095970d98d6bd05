//! The search: what is typed and chosen finds figures, events and articles, each with a link to its place on the page.

use anyhow::Result;
use serde::Deserialize;
use thirtyfour::Key;

use visitor::firefox::Firefox;
use visitor::host::{Answer, Host};
use visitor::reader::Reader;
use visitor::window::Window;

/// How the search stands.
#[derive(Debug, Deserialize)]
struct Search {
    /// The words in the field.
    words: String,
    /// The lists and boxes that narrow the results down, with what is chosen.
    choices: Vec<String>,
    /// The line above the results.
    count: String,
    /// Each result: where it leads, and its words.
    hits: Vec<(String, String)>,
    address: String,
    /// The announcement of a screen reader.
    told: String,
    /// The place of the focus.
    focus: String,
}

const SEARCH: &str = "const panel = document.getElementById('found');
    const active = document.activeElement;
    return {
        words: document.querySelector('#finder [name=find]').value,
        choices: [...(panel?.querySelectorAll('select, input') ?? [])].map(part => part.type === 'checkbox' ? (part.checked ? part.name : '') : part.value),
        count: panel?.querySelector('#hits > p')?.textContent ?? '',
        hits: [...(panel?.querySelectorAll('a') ?? [])].map(link => [link.getAttribute('href'), link.textContent]),
        address: location.search,
        told: document.getElementById('announcer')?.textContent ?? '',
        focus: active.getAttribute('href') ?? active.name ?? active.localName,
    }";

const FIELD: &str = "#finder [name=find]";

async fn search(window: &Window) -> Result<Search> {
    window.see(SEARCH).await
}

/// Types into the field, and waits for the results for its content.
async fn find(window: &Window, words: &str) -> Result<Search> {
    window.see::<()>("document.querySelector('#finder [name=find]').value = ''").await?;
    window.focus(FIELD).await?;
    window.type_words(words).await?;
    window
        .wait_until(
            "the address has the words",
            "return new URLSearchParams(location.search).get('find') ?? ''",
            |found: &String| found == words,
        )
        .await?;
    search(window).await
}

/// Waits until the line above the results says this.
async fn wait_for_count(window: &Window, count: &str) -> Result<()> {
    let line = "return document.querySelector('#hits > p')?.textContent ?? ''";
    window.wait_until(&format!("the search says “{count}”"), line, |found: &String| found == count).await
}

fn leads_to(search: &Search, place: &str) -> bool {
    search.hits.iter().any(|(href, _)| href == place)
}

#[tokio::test]
async fn typing_finds_a_figure_by_its_label_its_speaker_its_number_and_a_quote_and_an_article_by_its_outlet()
-> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for (words, place) in [
        ("locations raided", "#figure-raids"),
        ("FERRER", "#figure-stranded"),
        ("5000", "#figure-arrests"),
        ("severe punishment", "#figure-punishment"),
        ("foxton", "#note-foxtonnews"),
        ("extradited", "#chart-timeline"),
    ] {
        let found = find(&reader, words).await?;
        assert!(leads_to(&found, place), "{words}: {found:?}");
        assert_eq!(found.told, found.count, "{words}: a screen reader is told something else");
        assert!(found.count.starts_with(&found.hits.len().to_string()), "{words}: {found:?}");
    }
    let found = find(&reader, "raided").await?;
    let words = found.hits.iter().find(|(href, _)| href == "#figure-raids").map(|(_, words)| words.as_str());
    assert!(words.is_some_and(|words| words.starts_with("118 scam locations")), "{found:?}");
    assert_eq!(find(&reader, "kangaroo").await?.count, "Nothing found.");
    Ok(())
}

#[tokio::test]
async fn results_are_narrowed_down_by_what_is_known_and_the_address_brings_them_back() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    find(&reader, "cambodia").await?;
    reader.choose("basis", "claim").await?;
    wait_for_count(&reader, "2 found.").await?;
    let claims = search(&reader).await?;
    assert!(leads_to(&claims, "#figure-raids") && leads_to(&claims, "#figure-arrests"), "{claims:?}");
    reader.choose("unit", "people").await?;
    wait_for_count(&reader, "1 found.").await?;
    reader.choose("article", "jurist").await?;
    reader.click("#found [name=alone]").await?;
    let chosen = search(&reader).await?;
    assert_eq!(chosen.address, "?find=cambodia&basis=claim&unit=people&article=jurist&alone=");
    assert_eq!(chosen.choices, ["claim", "jurist", "people", "alone", ""]);
    reader.session.goto("about:blank").await?;
    reader.look_at(&chosen.address, "ready").await?;
    wait_for_count(&reader, &chosen.count).await?;
    let opened = search(&reader).await?;
    assert_eq!((&opened.hits, &opened.choices, &opened.words), (&chosen.hits, &chosen.choices, &chosen.words));
    reader.click("#found [data-do=clear]").await?;
    let cleared = search(&reader).await?;
    assert_eq!((cleared.address.as_str(), cleared.words.as_str(), cleared.hits.len()), ("", "", 0));
    assert!(cleared.choices.iter().all(String::is_empty) && cleared.focus == "find", "{cleared:?}");
    // Without words the choices alone find something.
    reader.click("#found [name=differs]").await?;
    let differs = search(&reader).await?;
    assert!(!differs.hits.is_empty() && differs.address == "?differs=", "{differs:?}");
    Ok(())
}

#[tokio::test]
async fn an_address_of_anything_else_is_answered_with_nothing_found() -> Result<()> {
    let reader = Reader::new().await?;
    for address in ["?find=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "?basis=rumour", "?article=nobody&unit=%00"] {
        reader.look_at(address, "ready").await?;
        wait_for_count(&reader, "Nothing found.").await?;
    }
    reader.look_at("?find=raided#figure-tier", "ready").await?;
    let search = search(&reader).await?;
    assert_eq!(
        (search.words.as_str(), search.count.as_str()),
        ("raided", ""),
        "the results cover the place of the address"
    );
    Ok(())
}

#[tokio::test]
async fn keys_alone_search_walk_the_results_go_to_one_and_come_back() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    reader.focus(".masthead a").await?;
    let from = search(&reader).await?.focus;
    reader.press_with(Key::Control, '/').await?;
    assert_eq!(search(&reader).await?.focus, "find");
    reader.type_words("raided").await?;
    let results = "return document.querySelectorAll('#found a').length";
    reader.wait_until("there are results", results, |count: &usize| *count > 0).await?;
    let hits = search(&reader).await?.hits;
    assert!(hits.len() > 1, "{hits:?}");
    reader.press(Key::Down, 2).await?;
    assert_eq!(search(&reader).await?.focus, hits[1].0);
    reader.press(Key::Down, hits.len()).await?;
    assert_eq!(search(&reader).await?.focus, hits[hits.len() - 1].0, "the walk leaves the results");
    reader.press(Key::Up, hits.len()).await?;
    assert_eq!(search(&reader).await?.focus, "find");
    reader.press(Key::Escape, 1).await?;
    let closed = search(&reader).await?;
    assert_eq!((closed.count.as_str(), closed.focus, closed.words.as_str()), ("", from, "raided"));
    reader.press_with(Key::Control, '/').await?;
    reader.press(Key::Enter, 2).await?;
    reader
        .wait_until("the place is in the address", "return location.hash", |hash: &String| *hash == hits[0].0)
        .await?;
    assert_eq!(search(&reader).await?.count, "", "the results cover what was found");
    Ok(())
}

#[tokio::test]
async fn tab_leads_through_the_search_and_out_of_it() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    let found = find(&reader, "raided").await?;
    // Three lists, two boxes, a button, and then the results.
    reader.press(Key::Tab, 7).await?;
    assert_eq!(search(&reader).await?.focus, found.hits[0].0);
    reader.press(Key::Tab, found.hits.len()).await?;
    let out = search(&reader).await?;
    assert_eq!((out.focus.as_str(), out.count.as_str()), ("https://www.wikipedia.org/", ""));
    Ok(())
}

/// Whether what the address leads to is in sight.
const IN_SIGHT: &str = "const place = document.getElementById(location.hash.slice(1));
    const { top, bottom, height } = place?.getBoundingClientRect() ?? { height: 0 };
    return height > 0 && bottom > 0 && top < innerHeight && place.checkVisibility()";

async fn a_result_is_unfolded(window: &Window) -> Result<()> {
    for (words, place) in [
        ("indonesians reported", "#figure-indonesians"),
        ("counts in the indictment", "#figure-counts"),
        ("newser", "#note-newser"),
    ] {
        find(window, words).await?;
        window.click(&format!("#found a[href='{place}']")).await?;
        window.wait_until(&format!("{place} is in sight"), IN_SIGHT, |seen: &bool| *seen).await?;
        assert_eq!(window.see::<String>("return location.hash").await?, place);
    }
    Ok(())
}

#[tokio::test]
async fn a_result_leads_to_its_place_and_unfolds_what_it_is_in() -> Result<()> {
    a_result_is_unfolded(&*Reader::of_ready_page().await?).await
}

#[tokio::test]
async fn in_firefox_a_result_leads_to_its_place_and_keys_walk_the_results() -> Result<()> {
    let Some(firefox) = Firefox::start("the search in Firefox").await? else { return Ok(()) };
    let host = Host::start("/").await?;
    firefox.session.goto(host.page()).await?;
    firefox.wait_for_state("ready").await?;
    a_result_is_unfolded(&firefox).await?;
    let found = find(&firefox, "raided").await?;
    firefox.press(Key::Down, 1).await?;
    assert_eq!(search(&firefox).await?.focus, found.hits[0].0);
    firefox.press(Key::Escape, 1).await?;
    assert_eq!(search(&firefox).await?.count, "");
    Ok(())
}

#[tokio::test]
async fn what_is_typed_before_the_program_is_there_is_looked_for_when_it_is() -> Result<()> {
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.open("static").await?;
    reader.focus(FIELD).await?;
    reader.type_words("raided").await?;
    assert_eq!(search(&reader).await?.count, "");
    reader.host.answer(Answer::AsBuilt);
    reader.wait_for_state("ready").await?;
    let there = "return document.querySelectorAll('#found a').length";
    reader.wait_until("there are results", there, |hits: &usize| *hits > 0).await?;
    let found = search(&reader).await?;
    assert_eq!((found.words.as_str(), found.focus.as_str()), ("raided", "find"));
    Ok(())
}

#[tokio::test]
async fn what_is_typed_stays_when_a_newer_page_takes_the_place_of_the_printed_one() -> Result<()> {
    let dataset = visitor::dataset::Dataset::read()?;
    let reader = Reader::new().await?;
    reader.host.answer(Answer::Held);
    reader.open("static").await?;
    reader.focus(FIELD).await?;
    reader.type_words("raided").await?;
    reader.host.answer(Answer::Text(dataset.edited(|file| file["updated"] = serde_json::json!("2031-05-17"))));
    reader.wait_for_state("ready").await?;
    assert!(reader.text(".updated").await?.contains("2031"), "the page is not of the newer data");
    let found = search(&reader).await?;
    assert_eq!((found.words.as_str(), found.focus.as_str()), ("raided", "find"));
    assert!(!found.hits.is_empty());
    Ok(())
}

#[tokio::test]
async fn the_search_closes_when_a_reader_goes_elsewhere() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    find(&reader, "raided").await?;
    reader.click(".masthead h1").await?;
    assert_eq!(search(&reader).await?.count, "");
    reader.click(FIELD).await?;
    assert!(!search(&reader).await?.hits.is_empty(), "a click on the field does not bring the results back");
    reader.focus(".masthead a").await?;
    assert_eq!(search(&reader).await?.count, "");
    Ok(())
}

#[tokio::test]
async fn the_search_makes_no_page_wider_and_leaves_the_exit_visible() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 375, 768, 1280] {
        reader.width(width).await?;
        for words in ["", "raided"] {
            if !words.is_empty() {
                find(&reader, words).await?;
            }
            let script = "const over = [...document.querySelectorAll('#finder, #finder *, .exit')].filter(part => part.getClientRects().length > 0)
                    .filter(part => part.getBoundingClientRect().right > innerWidth + 0.5 || part.getBoundingClientRect().left < -0.5);
                const exit = document.querySelector('.exit').getBoundingClientRect();
                const seen = document.elementFromPoint(exit.left + exit.width / 2, exit.top + exit.height / 2)?.closest('.exit');
                return [document.documentElement.scrollWidth <= innerWidth, seen != null, over.map(part => part.outerHTML.slice(0, 60))]";
            let (fits, exit, over): (bool, bool, Vec<String>) = reader.see(script).await?;
            assert!(fits && exit && over.is_empty(), "{width} px, “{words}”: {fits} {exit} {over:?}");
        }
        reader.press(Key::Escape, 1).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_control_of_the_search_is_large_enough_for_a_thumb() -> Result<()> {
    let reader = Reader::of_ready_page().await?;
    for width in [320, 1280] {
        reader.width(width).await?;
        find(&reader, "raided").await?;
        let script = "return [...document.querySelectorAll('#finder :is(select, button, a, [name=find], label)')]
            .filter(part => { const { width, height } = part.getBoundingClientRect(); return width < 24 || height < 24; }).map(part => part.outerHTML.slice(0, 60))";
        let small: Vec<String> = reader.see(script).await?;
        visitor::findings::none(&small, &format!("too small at {width} px"));
    }
    Ok(())
}
