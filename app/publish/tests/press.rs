//! The press as a function: the same bytes each time, whatever it remembers, and no figure twice as long as two.

mod template;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};
use publish::{Earlier, Forgetful, Input, Memory, Output, press};

/// A memory that counts what it is asked in vain.
#[derive(Default)]
struct Counting {
    results: Mutex<BTreeMap<String, Vec<u8>>>,
    made: AtomicUsize,
}

impl Memory for Counting {
    fn recall(&self, key: &str) -> Option<Vec<u8>> {
        self.results.lock().ok()?.get(key).cloned()
    }

    fn keep(&self, key: &str, result: &[u8]) {
        self.made.fetch_add(1, Ordering::Relaxed);
        if let Ok(mut results) = self.results.lock() {
            results.insert(key.to_owned(), result.to_vec());
        }
    }
}

/// Nothing was published before.
struct Nothing;

static NOTHING: Nothing = Nothing;

impl Earlier for Nothing {
    fn read(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

fn input<'a>(data: &'a str, template: &'a publish::Files, memory: &'a dyn Memory) -> Input<'a> {
    Input {
        data: data.as_bytes(),
        data_path: "my/dashboard.json",
        template,
        template_path: "my/template",
        address: Some("https://example.org/a"),
        draft: false,
        earlier: &NOTHING,
        memory,
        workers: 2,
    }
}

fn pressed(data: &str, memory: &dyn Memory) -> Result<Output> {
    press(&input(data, &template::template(), memory))
}

fn text() -> Result<String> {
    editions::text("cambodia").context("there is no such edition")
}

/// The same with another number in one figure.
fn edited() -> Result<String> {
    let text = text()?;
    let edited = text.replacen("\"exactly\": 118", "\"exactly\": 119", 1);
    assert_ne!(text, edited);
    Ok(edited)
}

#[test]
fn an_edit_of_one_figure_with_a_memory_makes_what_a_run_without_one_makes() -> Result<()> {
    let memory = Counting::default();
    let first = pressed(&text()?, &memory)?;
    let all = memory.made.swap(0, Ordering::Relaxed);
    assert_eq!(pressed(&text()?, &memory)?.files, first.files, "pressed twice, the site differs");
    assert_eq!(memory.made.swap(0, Ordering::Relaxed), 0, "something was made that is remembered");
    let remembered = pressed(&edited()?, &memory)?;
    assert!(memory.made.load(Ordering::Relaxed) < all);
    let (text, template) = (edited()?, template::template());
    let alone = press(&Input { workers: 1, ..input(&text, &template, &Forgetful) })?;
    assert_eq!(remembered.files, alone.files, "the memory or a second thread makes another site");
    assert_ne!(remembered.files, first.files);
    Ok(())
}

/// The width and height of a PNG, from its first bytes.
fn size(site: &publish::Files, address: &str) -> Result<(u32, u32)> {
    let png = site.get(address).with_context(|| format!("there is no {address}"))?;
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    number(16).zip(number(20)).with_context(|| format!("{address} is no PNG"))
}

#[test]
fn charts_and_leading_figures_have_a_picture_for_a_slide_that_the_page_offers_first() -> Result<()> {
    let site = pressed(&text()?, &Forgetful)?.files;
    let read = |address: &str| -> Result<String> {
        let file = site.get(address).with_context(|| format!("there is no {address}"))?;
        Ok(String::from_utf8(file.to_vec())?)
    };
    let page = read("index.html")?;
    for (slide, share) in [("slides/people.png", "chart-people"), ("slides/figure-raids.png", "figure-raids")] {
        assert_eq!(size(&site, slide)?, (1920, 1080));
        assert!(page.contains(&format!("href=\"{slide}\"")), "the page does not lead to {slide}");
        assert!(
            read(&format!("share/{share}.html"))?.contains(&format!("href=\"../{slide}\"")),
            "{share} does not offer {slide}"
        );
    }
    let first = |address: &str| page.find(&format!("href=\"{address}\""));
    assert!(first("slides/people.png") < first("charts/people.png"));
    assert_eq!(size(&site, "cards/people.png")?, (1200, 630));
    assert!(read("share/chart-people.html")?.contains("href=\"../cards/people.png\""));
    assert!(read("embed/people.html")?.contains("https://example.org/a/cards/people.png"));
    assert!(!site.iter().any(|(address, _)| address.starts_with("v/") && address.contains("slides")));
    Ok(())
}

#[test]
fn the_data_on_the_site_is_the_text_that_was_pressed() -> Result<()> {
    let output = pressed(&text()?, &Forgetful)?;
    assert_eq!(output.files.get("data/dashboard.json"), Some(text()?.as_bytes()));
    assert!(output.files.get("page-1f.css").is_none(), "the style stands in the page");
    assert!(output.remarks.is_empty());
    Ok(())
}

#[test]
fn the_address_in_the_data_is_that_of_the_site_unless_another_is_given() -> Result<()> {
    let text = text()?.replacen('{', r#"{"url":"https://figures.example.org/scams","#, 1);
    let template = template::template();
    let canonical = |given: Option<&'static str>| -> Result<(String, Vec<String>)> {
        let output = press(&Input { address: given, ..input(&text, &template, &Forgetful) })?;
        let page = String::from_utf8(output.files.get("embed/people.html").context("no such page")?.to_vec())?;
        let (_, rest) = page.split_once("rel=\"canonical\" href=\"").context("it does not say where it is")?;
        Ok((rest.split('"').next().unwrap_or_default().to_owned(), output.remarks))
    };
    assert_eq!(canonical(None)?, ("https://figures.example.org/scams/#chart-people".to_owned(), Vec::new()));
    assert_eq!(canonical(Some("https://example.org/a"))?.0, "https://example.org/a/#chart-people");
    Ok(())
}

#[test]
fn a_site_without_an_address_is_made_and_its_curator_is_warned_once_of_what_it_lacks() -> Result<()> {
    let (text, template) = (text()?, template::template());
    let without = Input { address: None, ..input(&text, &template, &Forgetful) };
    let output = press(&without)?;
    let [remark] = output.remarks.as_slice() else { anyhow::bail!("{:?}", output.remarks) };
    for words in ["my/dashboard.json has no \"url\"", "without a picture", "\"url\": \"https://"] {
        assert!(remark.contains(words), "“{words}” is not in {remark}");
    }
    assert!(output.files.get("oembed.json").is_none());
    assert!(press(&Input { draft: true, ..without })?.remarks.is_empty(), "a preview is not published");
    Ok(())
}

#[test]
fn a_template_without_a_page_is_named_with_its_path() -> Result<()> {
    let nothing = publish::Files::default();
    let error = format!("{:#}", press(&input(&text()?, &nothing, &Forgetful)).err().context("it did not stop")?);
    assert!(error.contains("my/template") && error.contains("index.html"), "{error}");
    let mut incomplete = template::template();
    incomplete = incomplete.iter().filter(|(address, _)| !address.ends_with(".wasm")).map(own).collect();
    let error = format!("{:#}", press(&input(&text()?, &incomplete, &Forgetful)).err().context("it did not stop")?);
    assert!(error.contains("my/template") && error.contains("page-1f_bg.wasm"), "{error}");
    Ok(())
}

fn own((address, content): (&str, &[u8])) -> (String, Vec<u8>) {
    (address.to_owned(), content.to_vec())
}

#[test]
fn problems_in_the_data_stop_the_press_and_leave_a_draft_without_figures() -> Result<()> {
    let wrong = text()?.replacen("\"exactly\": 118", "\"exactly\": \"many\"", 1);
    let template = template::template();
    let input = input(&wrong, &template, &Forgetful);
    let error = press(&input).err().context("it did not stop")?.to_string();
    assert!(error.contains("my/dashboard.json has problems"), "{error}");
    let draft = press(&Input { draft: true, ..input })?;
    assert!(draft.remarks.concat().contains("my/dashboard.json has problems"));
    assert_eq!(draft.files.get("index.html"), template.get("index.html"));
    assert_eq!(draft.files.get("data/dashboard.json"), Some(wrong.as_bytes()));
    Ok(())
}

#[test]
fn an_address_that_is_none_is_refused() -> Result<()> {
    let (text, template) = (text()?, template::template());
    for address in ["example.org", "https://example.org/?a", "https://example.org/#b", "ftp://example.org/"] {
        let error = press(&Input { address: Some(address), ..input(&text, &template, &Forgetful) })
            .err()
            .context("it did not stop")?;
        assert!(error.to_string().contains(address), "{error}");
    }
    Ok(())
}

#[test]
fn private_keys_of_an_article_are_in_no_file_and_are_reported() -> Result<()> {
    let kept = text()?.replacen("\"type\":", "\"note\": \"call my contact\", \"type\":", 1);
    assert_ne!(kept, text()?);
    let template = template::template();
    let output = press(&Input { draft: true, ..input(&kept, &template, &Forgetful) })?;
    for (address, content) in output.files.iter() {
        assert!(!String::from_utf8_lossy(content).contains("my contact"), "{address}");
    }
    let said = output.remarks.concat();
    assert!(said.contains("my/dashboard.json: \"note\" of the article ") && said.contains("not published"), "{said}");
    Ok(())
}
