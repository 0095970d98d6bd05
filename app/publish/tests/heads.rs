//! What programs that make link previews read of each page: many stop after some kilobytes, and follow only absolute addresses.

mod template;

use anyhow::{Context, Result};
use publish::{Earlier, Forgetful, Input, Output, press};

/// The bytes that a reader of previews reads at least.
const READ: usize = 8192;

const SITE: &str = "https://figures.example.org/scams/";

/// Nothing was published before.
struct Nothing;

impl Earlier for Nothing {
    fn read(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

fn pressed(text: &str) -> Result<Output> {
    press(&Input {
        data: text.as_bytes(),
        data_path: "my/dashboard.json",
        template: &template::template(),
        template_path: "my/template",
        address: None,
        draft: false,
        earlier: &Nothing,
        memory: &Forgetful,
        workers: 2,
    })
}

/// An edition whose data names its publisher and address.
fn named(edition: &str) -> Result<String> {
    let text = editions::text(edition).context("there is no such edition")?;
    let keys = format!(r#"{{"publisher":{{"name":{{"en":"Example Organisation"}}}},"url":"{SITE}","#);
    Ok(text.replacen('{', &keys, 1))
}

/// The content of an element of the head, as a program finds it that reads only so much.
fn content<'a>(head: &'a str, begin: &str) -> Option<&'a str> {
    let (_, rest) = head.split_once(begin)?;
    rest.split('"').next()
}

#[test]
fn every_page_says_at_its_begin_what_it_is_and_has_a_picture_of_its_own() -> Result<()> {
    for edition in ["cambodia", "scripts"] {
        let site = pressed(&named(edition)?)?.files;
        // `figures.html` is read by a script in a hidden frame, never by a person.
        let is_page = |address: &str| address.ends_with(".html") && address != "figures.html";
        let pages = site.iter().filter(|(address, _)| is_page(address));
        for (address, page) in pages {
            let head = String::from_utf8_lossy(page.get(..READ.min(page.len())).unwrap_or_default());
            let head = head.split("<style").next().unwrap_or_default();
            let read = |begin: &str| content(head, begin).with_context(|| format!("{address} lacks {begin}"));
            for words in ["og:title\" content=\"", "og:description\" content=\"", "name=\"description\" content=\""] {
                assert!(!read(words)?.is_empty(), "{address}: {words}");
            }
            assert_eq!(read("og:site_name\" content=\"")?, "Example Organisation", "{address}");
            assert_eq!(read("twitter:card\" content=\"")?, "summary_large_image", "{address}");
            let image = read("og:image\" content=\"")?;
            let file = image.strip_prefix(SITE).with_context(|| format!("{address}: {image} is not absolute"))?;
            assert!(site.get(file).is_some(), "{address}: there is no {image}");
            assert_eq!(file.starts_with("v/o/"), address.starts_with("v/o/"), "{address} shows {image}");
            if address.starts_with("embed") || address == "index.html" {
                let answer = read("application/json+oembed\" href=\"")?.strip_prefix(SITE);
                assert!(answer.is_some_and(|answer| site.get(answer).is_some()), "{address}: {answer:?}");
            }
            let own = address.strip_prefix("embed/").and_then(|part| part.strip_suffix(".html"));
            if let Some(part) = own {
                assert_eq!(file, format!("cards/{part}.png"), "{address}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_page_without_a_publisher_names_none() -> Result<()> {
    let site = pressed(&editions::text("cambodia").context("there is no such edition")?)?.files;
    for address in ["index.html", "embed.html", "embed/people.html", "embed/figure/raids.html"] {
        let page = String::from_utf8(site.get(address).context("no such page")?.to_vec())?;
        for words in ["og:site_name", "name=\"author\"", "name=\"publisher\"", "article:author", "rel=\"author\""] {
            assert!(!page.contains(words), "{address} has {words}");
        }
        // Readers guess an author from such names of classes.
        let classes = page.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for class in classes {
            let guessed = ["author", "byline", "logo", "brand", "screenname"].iter().any(|word| class.contains(word));
            assert!(!guessed, "{address} has the class {class}");
        }
    }
    Ok(())
}

#[test]
fn answers_of_oembed_have_the_form_that_servers_rewrite() -> Result<()> {
    let site = pressed(&named("cambodia")?)?.files;
    let mut count = 0;
    for (address, answer) in
        site.iter().filter(|(address, _)| address.starts_with("oembed") && address.ends_with(".json"))
    {
        let answer = String::from_utf8_lossy(answer);
        let frame = address.replacen("oembed", "embed", 1).replace(".json", ".html");
        // The recipes in docs/hosting.md put colours, language and width there.
        assert_eq!(answer.matches(&format!("{SITE}{frame}\\\"")).count(), 1, "{address}: {answer}");
        assert_eq!(answer.matches("\"width\": 600").count(), 1, "{address}: {answer}");
        assert!(answer.contains("\"provider_name\": \"Example Organisation\""), "{address}: {answer}");
        count += 1;
    }
    assert!(count > 2, "there are {count} answers");
    Ok(())
}
