//! Tests that every edition that the check accepts is pressed completely: no picture is cut off at an edge, and no file of
//! the site is a font.

#[path = "../app/publish/tests/template/mod.rs"]
mod template;

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use curate::finding::Severity;
use curate::library::Library;
use curate::outcome::Outcome;
use curate::outline::Outline;
use publish::{Files, Forgetful, Input, press};

/// The number of generated editions. For more: `EDITIONS=200 cargo test -p tests --test whole`.
const EDITIONS: u64 = 8;

/// Whether `cargo curate check` finds no mistake.
fn is_accepted(text: &str) -> Result<bool> {
    let mut library = Library::open(None, Path::new("no-such-folder")).map_err(|error| anyhow!(error))?;
    let outcome = Outcome::of(&Outline::of(text), &mut library, false, None, None);
    Ok(outcome.count(Severity::Error) == 0)
}

fn pressed(text: &str) -> Result<Files> {
    let nothing = Files::default();
    let input = Input {
        data: text.as_bytes(),
        data_path: "data/dashboard.json",
        template: &template::template(),
        template_path: "template",
        address: Some("https://example.org/a"),
        draft: false,
        earlier: &nothing,
        memory: &Forgetful,
        workers: 2,
    };
    Ok(press(&input)?.files)
}

/// Fails if a pixel at the left, right or lower edge of a picture is not of the background: the drawing would be cut off.
fn has_empty_edges(address: &str, png: &[u8]) -> Result<()> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture without a size")?];
    let info = reader.next_frame(&mut pixels)?;
    let (width, height) = (usize::try_from(info.width)?, usize::try_from(info.height)?);
    let pixel = |x: usize, y: usize| pixels.get((y * width + x) * 3..(y * width + x) * 3 + 3);
    let corner = pixel(0, height - 1);
    // A card has a bar along its upper edge.
    let sides = (20..height).flat_map(|y| [(0, y), (width - 1, y)]);
    let foot = (0..width).map(|x| (x, height - 1));
    for (x, y) in sides.chain(foot) {
        assert!(pixel(x, y) == corner, "{address} is cut off at its edge, at {x}, {y} of {width} by {height}");
    }
    Ok(())
}

/// Whether a file begins as fonts do: TrueType, OpenType, collections, WOFF.
fn is_font(content: &[u8]) -> bool {
    [b"\0\x01\0\0", b"OTTO", b"ttcf", b"true", b"wOFF", b"wOF2"].iter().any(|start| content.starts_with(*start))
}

#[test]
fn every_accepted_edition_is_pressed_completely() -> Result<()> {
    let count = std::env::var("EDITIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(EDITIONS);
    let mut accepted = 0;
    for number in 0..count {
        let text = editions::wild(number);
        if !is_accepted(&text)? {
            continue;
        }
        accepted += 1;
        let site = pressed(&text).with_context(|| format!("edition {number} is accepted but cannot be pressed"))?;
        let mut pictures = 0;
        for (address, content) in site.iter() {
            assert!(!is_font(content), "{address} is a font");
            if address.ends_with(".png") {
                pictures += 1;
                has_empty_edges(address, content).with_context(|| format!("{address} of edition {number}"))?;
            }
        }
        assert!(pictures > 1, "edition {number} has no pictures");
    }
    assert!(accepted * 2 >= count, "only {accepted} of {count} generated editions are accepted");
    Ok(())
}

/// A dashboard with one chart, and with this letter in one of its texts.
fn with(place: &str, letter: &str) -> String {
    let text = |here: &str| if here == place { format!("words {letter} words") } else { "words".to_owned() };
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"{}"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article","language":"km","container-title":"{}","author":[{{"literal":"{}"}}]}}],
        "figures":[{{"id":"f","label":{{"en":"{}"}},"value":{{"about":5}},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}}],
        "charts":[{{"id":"c","kind":"bars","title":{{"en":"The chart"}},"finding":{{"en":"{}"}},"figures":["f"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"figures":["f"],"charts":["c"]}}]}}"#,
        text("title"),
        text("outlet"),
        text("author"),
        text("label"),
        text("finding")
    )
}

#[test]
fn a_letter_of_any_script_in_any_text_can_be_pressed() -> Result<()> {
    for (place, letter) in
        [("title", "🙂"), ("outlet", "⇒"), ("author", "ខ"), ("label", "字"), ("finding", "ع"), ("title", "\u{e000}")]
    {
        let text = with(place, letter);
        assert!(is_accepted(&text)?, "{letter} in the {place} is not accepted");
        let site = pressed(&text).with_context(|| format!("{letter} in the {place}"))?;
        for address in ["charts/c.png", "cards/c.png", "card.png"] {
            has_empty_edges(address, site.get(address).with_context(|| format!("there is no {address}"))?)?;
        }
    }
    Ok(())
}
