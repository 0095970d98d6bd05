//! A chart that is taken away looks as it does on the page: the colours and the look of each role are the style
//! sheets'.

#![expect(clippy::unwrap_used, reason = "a test whose style sheet cannot be read has failed")]

use std::collections::BTreeMap;
use std::fs;

use chart::Theme;
use chart::theme::{COLOURS, ROLES, SANS};

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
        let selector = match class {
            "outline" => ":is(.chart svg, .tile, .key svg) .outline".to_owned(),
            // A tile has no text.
            "value" | "label" | "small" => format!(".chart .{class}"),
            _ => format!(":is(.chart, .tile, .key) .{class}"),
        };
        assert_eq!(
            properties(block(&css, &format!("{selector} {{")[..selector.len()])),
            properties(declarations),
            "{class}"
        );
    }
}

#[test]
fn every_colour_is_filled_in_and_dark_is_for_readers_alone() {
    let (reader, light) = (Theme::Reader.style(), Theme::Light.style());
    assert!(!reader.contains("var(") && !light.contains("var("));
    assert!(reader.starts_with(&light), "without settings a reader sees the light colours");
    assert!(
        reader.contains("@media screen and (prefers-color-scheme: dark)")
            && reader.contains("@media (forced-colors: active)")
    );
    assert!(!light.contains('@'));
    for colour in &COLOURS {
        assert!(light.contains(colour.light), "{} is used", colour.name);
        assert!(reader.contains(colour.dark), "{} is used in dark", colour.name);
    }
}
