//! A chart that is taken away looks as it does on the page: the colours and the look of each role are the style
//! sheets'.

#![expect(clippy::unwrap_used, reason = "a test whose style sheet cannot be read has failed")]

use std::collections::BTreeMap;
use std::fs;

use chart::Theme;
use chart::theme::{BASES, COLOURS, COMPUTED, Colour, ROLES, SANS, SOFT, mixed};

fn page(file: &str) -> String {
    fs::read_to_string(format!("{}/../web/style/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The declarations between the braces behind a place in a style sheet.
fn block<'s>(css: &'s str, before: &str) -> &'s str {
    css.split_once(before).unwrap().1.split_once('{').unwrap().1.split_once('}').unwrap().0
}

fn properties(block: &str) -> BTreeMap<String, String> {
    let spoken: String = block.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let declarations = spoken.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.map(|(name, value)| (name.trim().into(), value.trim().into())).collect()
}

#[test]
fn the_colours_are_those_of_the_page() {
    let css = page("page.css");
    let light = properties(block(&css, "@layer page {"));
    let dark = properties(block(css.split_once("@media screen and (prefers-color-scheme: dark)").unwrap().1, "{"));
    let chosen = properties(block(&css, r#":root[data-theme="dark"]"#));
    for colour in &COLOURS {
        let name = format!("--{}", colour.name);
        assert_eq!(light[&name], colour.light, "{name} in light");
        assert_eq!(dark[&name], colour.dark, "{name} in dark");
        assert_eq!(chosen[&name], colour.dark, "{name} where dark was chosen");
    }
    assert_eq!(light["--sans"], SANS);
}

#[test]
fn each_role_looks_as_on_the_page() {
    let css = page("charts.css");
    for (class, declarations) in ROLES {
        let within = if class == "outline" { ":is(.chart svg, .tile, .sample)" } else { ":is(.chart, .tile, .sample)" };
        // Words are in charts alone.
        let written = [within, ".chart"].map(|within| format!("{within} .{class} {{"));
        let selector = written.iter().find(|selector| css.contains(*selector)).unwrap();
        assert_eq!(properties(block(&css, &selector[..selector.len() - 2])), properties(declarations), "{class}");
    }
    assert_eq!(properties(block(&css, r#"[data-basis="computed"] .solid"#)), properties(COMPUTED));
}

#[test]
fn marks_have_the_colour_of_their_basis_and_all_others_are_of_ink() {
    let css = page("charts.css");
    for basis in BASES {
        let rule = format!(r#"[data-basis="{basis}"] {{ --mark: var(--{basis}); }}"#);
        assert!(css.contains(&rule), "{rule}");
    }
    assert_eq!(css.matches("{ --mark: ").count(), BASES.len() + 1);
    assert!(css.contains(":root { --mark: var(--ink); }"));
    assert!(css.contains(&format!("--mark-soft: color-mix(in srgb, var(--mark) {SOFT}%, var(--paper));")));
}

fn rgb(hex: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()))
}

/// The contrast of two colours, as WCAG 2.2 has it.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |hex: &str| {
        let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        let [red, green, blue] = rgb(hex).map(|part| linear(part / 255.0));
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_mark_and_word_has_enough_contrast_with_its_ground() {
    for choose in [|colour: &Colour| colour.light, |colour: &Colour| colour.dark] {
        let named = |name: &str| choose(COLOURS.iter().find(|colour| colour.name == name).unwrap());
        for ground in ["paper", "panel"].map(named) {
            for words in ["ink", "quiet", "link", "alarm"].into_iter().chain(BASES) {
                let found = contrast(named(words), ground);
                assert!(found >= 4.5, "{words} on {ground}: {found:.2}");
            }
            for mark in ["ink"].into_iter().chain(BASES) {
                let found = contrast(&mixed(named(mark), named("paper")), ground);
                assert!(found >= 3.0, "what is soft of {mark} on {ground}: {found:.2}");
            }
            let found = contrast(named("strong-line"), ground);
            assert!(found >= 3.0, "strong-line on {ground}: {found:.2}");
        }
    }
}

#[test]
fn every_colour_is_filled_in_and_dark_is_for_readers_alone() {
    let reader = Theme::Reader.style();
    assert!(
        reader.contains("@media screen and (prefers-color-scheme: dark)")
            && reader.contains("@media (forced-colors: active)")
    );
    assert_eq!(Theme::Light.style(), "", "light colours are attributes");
    for style in [&reader, &Theme::ByAddress.style()] {
        for name in style.split("var(--").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            assert!(style.contains(&format!("--{name}: #")), "{name} has no colour");
        }
        for colour in &COLOURS {
            assert!(style.contains(colour.dark), "{} is used in dark", colour.name);
        }
    }
}
