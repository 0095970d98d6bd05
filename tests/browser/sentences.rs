//! A figure within a sentence of another site.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use crate::neighbour::Neighbour;
use crate::pasting::{Pasting, of};
use visitor::browser::in_each_browser;
use visitor::chromium::Chromium;
use visitor::dataset::{Dataset, text};
use visitor::host::Host;
use visitor::window::Window;

/// The text of the first figure, and its notes with their links and texts.
const SEEN: &str = "const figure = document.querySelector('footnoted-figure');
    const root = figure.shadowRoot ?? figure;
    const notes = [...root.querySelectorAll('sup a')].map(link => [link.textContent, link.href, link.getAttribute('aria-label'), link.target]);
    const words = [...root.childNodes].filter(node => node.nodeName !== 'SUP').map(node => node.textContent).join('').trim();
    return [words, notes]";

type Seen = (String, Vec<(String, String, String, String)>);

async fn wait_until_filled(window: &Window) -> Result<Seen> {
    let filled = "return document.querySelector('footnoted-figure').shadowRoot !== null";
    window.wait_until("the figure is filled in", filled, |filled: &bool| *filled).await?;
    window.see(SEEN).await
}

/// Waits for a script that might change something.
async fn settle(window: &Window) -> Result<()> {
    window.see("return new Promise(done => setTimeout(done, 1500))").await
}

async fn value_and_notes(window: &Window, pasting: &Pasting) -> Result<()> {
    let dataset = Dataset::read()?;
    for (id, words) in [("raids", "118"), ("arrests", "about 5,000"), ("gdp-share", "about half")] {
        let snippets = pasting.snippets(window, &format!("figure-{id}")).await?;
        let sentence = of(&snippets, "sentence")?;
        pasting.open(window, &format!("<p>So it is: {sentence}, they say.</p>")).await?;
        let (seen, notes) = wait_until_filled(window).await?;
        assert!(seen.starts_with(words), "{id}: {seen}");
        assert_eq!(notes.len(), dataset.articles(id).len(), "{id}: {notes:?}");
        for (number, link, said, target) in notes {
            // The page around it may have notes with the same numbers.
            let own = number.strip_prefix("[F").and_then(|number| number.strip_suffix("]"));
            let own = own.with_context(|| format!("{id}: {number} could be a note of the page around it"))?;
            assert!(
                own.parse::<usize>().is_ok() && link.contains("#:~:text=") && target == "_blank",
                "{id}: {number} {link}"
            );
            assert!(said.starts_with(&format!("F{own}: ")), "{id}: the name of {number} is {said}");
            assert!(said.contains('“') && (said.contains("20") || said.contains("date not known")), "{id}: {said}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_figure_in_a_sentence_has_its_current_value_its_qualifier_and_its_notes() -> Result<()> {
    let Some(pasting) = Pasting::start("figures in sentences").await? else { return Ok(()) };
    in_each_browser("figures in sentences", async |browser| value_and_notes(browser, &pasting).await).await
}

#[tokio::test]
async fn the_unit_can_be_omitted() -> Result<()> {
    let Some(pasting) = Pasting::start("nouns of figures").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    let snippets = pasting.snippets(&chromium, "figure-arrests").await?;
    let sentence = of(&snippets, "sentence")?;
    for (code, words) in [(sentence.to_owned(), "about 5,000 people"), (sentence.replace(" unit ", " "), "about 5,000")]
    {
        pasting.open(&chromium, &code).await?;
        assert_eq!(wait_until_filled(&chromium).await?.0, words);
    }
    Ok(())
}

#[tokio::test]
async fn a_corrected_figure_is_corrected_in_every_sentence() -> Result<()> {
    let Some(pasting) = Pasting::start("corrected figures in sentences").await? else { return Ok(()) };
    let edited = Dataset::read()?.edited(|file| {
        for figure in file["figures"].as_array_mut().into_iter().flatten() {
            match text(figure, "id") {
                "raids" => figure["value"] = json!({"at_least": 131}),
                "arrests" => figure["status"] = json!("disputed"),
                _ => {}
            }
        }
    });
    fs::write(pasting.site.folder("/").join("data/dashboard.json"), edited)?;
    in_each_browser("corrected figures in sentences", async |browser| corrected(browser, &pasting).await).await
}

async fn corrected(window: &Window, pasting: &Pasting) -> Result<()> {
    for (id, words) in [("raids", "at least 131"), ("arrests", "(disputed)")] {
        let snippets = pasting.snippets(window, &format!("figure-{id}")).await?;
        pasting.open(window, of(&snippets, "sentence")?).await?;
        let (seen, notes) = wait_until_filled(window).await?;
        assert!(seen.contains(words) && !notes.is_empty(), "{id}: {seen} {notes:?}");
    }
    Ok(())
}

#[tokio::test]
async fn on_any_failure_the_pasted_text_stays() -> Result<()> {
    let Some(pasting) = Pasting::start("figures that cannot be had").await? else { return Ok(()) };
    let chromium = Chromium::start().await?;
    chromium.watch("addEventListener('unhandledrejection', () => window.noise = true); addEventListener('error', () => window.noise = true)").await?;
    let snippets = pasting.snippets(&chromium, "figure-raids").await?;
    let sentence = of(&snippets, "sentence")?;
    let (element, _) = sentence.split_once("<script").context("the snippet has no script")?;
    let (file, data) =
        (pasting.site.folder("/").join("figures.html"), pasting.site.folder("/").join("data/dashboard.json"));
    let (figures, dashboard) = (fs::read(&file)?, fs::read(&data)?);
    // Otherwise nginx would send the compressed copies instead.
    for copy in ["br", "gz"] {
        fs::remove_file(file.with_extension(format!("html.{copy}")))?;
    }
    let unknown = sentence.replace("figure=\"raids\"", "figure=\"nobody\"");
    for (what, code) in [
        ("no script", element),
        ("an unknown figure", &unknown),
        ("no list", sentence),
        ("a broken list", sentence),
        ("no data", sentence),
        ("data that is wrong", sentence),
    ] {
        fs::write(&file, &figures)?;
        fs::write(&data, &dashboard)?;
        match what {
            "no list" => fs::remove_file(&file)?,
            "a broken list" => fs::write(&file, "<script>{</script>")?,
            "no data" => fs::remove_file(&data)?,
            "data that is wrong" => fs::write(&data, "[]")?,
            _ => {}
        }
        pasting.open(&chromium, &format!("<p>They say {code}.</p>")).await?;
        settle(&chromium).await?;
        // The list has the printed figures, so without the data the element is filled in with them, in a tree of its own.
        let script = "const [around, filled] = ['p', 'p footnoted-figure'].map(part => document.querySelector(part));
            return [around.innerText.replace('They say .', `They say ${filled.shadowRoot?.textContent}`), window.noise ?? false]";
        let (words, noise): (String, bool) = chromium.see(script).await?;
        assert!(words.starts_with("They say 118"), "{what}: {words}");
        assert!(!noise, "{what}: the page around it gets an error event");
    }
    Ok(())
}

#[tokio::test]
async fn the_link_to_the_dashboard_stays_when_a_figure_is_filled_in() -> Result<()> {
    let Some(pasting) = Pasting::start("links of figures in sentences").await? else { return Ok(()) };
    in_each_browser("links of figures in sentences", async |browser| linked(browser, &pasting).await).await
}

async fn linked(window: &Window, pasting: &Pasting) -> Result<()> {
    let home = pasting.site.address("/#figure-raids");
    let snippets = pasting.snippets(window, "figure-raids").await?;
    let sentence = of(&snippets, "sentence")?;
    let bare = sentence.replace(&format!("<a href=\"{home}\""), "<b").replace("</a>", "</b>");
    for code in [sentence, &bare] {
        pasting.open(window, code).await?;
        wait_until_filled(window).await?;
        let link = "const link = document.querySelector('footnoted-figure').shadowRoot.querySelector('a'); return [link.href, link.textContent]";
        let (address, words): (String, String) = window.see(link).await?;
        assert_eq!((address, words.as_str()), (home.clone(), "118 scam locations"), "{code}");
    }
    Ok(())
}

#[tokio::test]
async fn a_figure_keeps_its_order_in_a_sentence_from_right_to_left() -> Result<()> {
    let Some(pasting) = Pasting::start("figures in Arabic sentences").await? else { return Ok(()) };
    in_each_browser("figures in Arabic sentences", async |browser| turned(browser, &pasting).await).await
}

/// Before and after it is filled in, and where the system around it keeps only the link.
async fn turned(window: &Window, pasting: &Pasting) -> Result<()> {
    let snippets = pasting.snippets(window, "figure-raids").await?;
    let sentence = of(&snippets, "sentence")?;
    let (element, _) = sentence.split_once("<script").context("the snippet has no script")?;
    let (_, link) = element.split_once("<a").context("no link")?;
    let (link, _) = link.split_once("</a>").context("no link")?;
    for (what, code) in [("filled", sentence), ("without script", element), ("a link", &format!("<a{link}</a>"))] {
        let page = format!("<p lang=\"ar\" dir=\"rtl\">قالت الشرطة إن {code} داهمتها في يناير.</p>");
        pasting.open(window, &page).await?;
        if what == "filled" {
            wait_until_filled(window).await?;
        }
        let placed = "const paragraph = document.querySelector('p');
            const link = (paragraph.querySelector('footnoted-figure')?.shadowRoot ?? paragraph).querySelector('a');
            const words = link.firstChild;
            const at = (from, to) => {
                const range = document.createRange();
                range.setStart(words, from);
                range.setEnd(words, to);
                return range.getBoundingClientRect().left;
            };
            return [words.data, link.closest('[lang]').lang, at(0, 3) < at(4, 8) && at(4, 8) < at(9, 12)]";
        let (words, language, ordered): (String, String, bool) = window.see(placed).await?;
        assert_eq!(words, "118 scam locations", "{what}");
        assert_eq!(language, "en", "{what}");
        assert!(ordered, "{what}: the number is not before its noun");
    }
    Ok(())
}

#[tokio::test]
async fn no_request_for_a_figure_or_frame_names_the_page_around_it() -> Result<()> {
    let test = "what is sent from other sites";
    if visitor::place::nginx().is_none() {
        return visitor::gaps::say(test, "FOOTNOTED_NGINX is not set");
    }
    let host = Host::start("/").await?;
    let neighbour = Neighbour::of(&host.origin()).await?;
    in_each_browser(test, async |browser| asked_for(browser, &host, &neighbour).await).await
}

/// Opens a page of another site with a figure, frames and a picture, and looks at what the site is asked for.
async fn asked_for(window: &Window, host: &Host, neighbour: &Neighbour) -> Result<()> {
    let mut body = String::new();
    for (name, kinds) in [("figure-raids", &["sentence", "live"][..]), ("chart-people", &["live", "frozen", "picture"])]
    {
        window.session.goto(format!("{}share/{name}.html", host.page())).await?;
        let ready = "return document.querySelector('.share.scripted') !== null";
        window.wait_until("the HTML to copy is there", ready, |ready: &bool| *ready).await?;
        for kind in kinds {
            let code = format!("return document.querySelector('.snippet[data-kind={kind}] textarea').value");
            body += &window.see::<String>(&code).await?;
        }
    }
    let before = host.requests().len();
    window.session.goto(neighbour.publish("page.html", &body)?).await?;
    wait_until_filled(window).await?;
    window.fits(0, "the frame").await?;
    let sent = host.requests();
    let sent = sent.get(before..).unwrap_or_default();
    for path in ["/footnoted-figure.js", "/figures.html", "/embed.js", "/embed/figure/raids.html"] {
        assert!(sent.iter().any(|request| request.path == path), "{path} was not requested");
    }
    let naming = sent.iter().filter(|request| request.naming.iter().any(|name| name != "null"));
    let naming: Vec<String> = naming.map(|request| format!("{}: {:?}", request.path, request.naming)).collect();
    visitor::findings::none(&naming, "requests that name the page around");
    Ok(())
}
