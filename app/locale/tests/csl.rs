//! Names and dates of articles are worded as another program words them that reads CSL. Where that one has no rule for
//! what is written, `model` has tests of its own.

#![expect(clippy::unwrap_used, reason = "a test whose style cannot be read has failed")]

use std::sync::LazyLock;

use hayagriva::archive;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale};
use hayagriva::{BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest};
use locale::Language;
use model::{Issued, Name};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(archive::locales);

/// What the other program writes of an item by a style of this layout.
fn by_csl(layout: &str, item: &Json) -> String {
    let style = format!(
        r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
            <info><title>Line</title><id>line</id><updated>2026-01-01T00:00:00+00:00</updated></info>
            <citation><layout>{layout}</layout></citation>
        </style>"#
    );
    let style = IndependentStyle::from_xml(&style).unwrap();
    let item: Item = serde_json::from_value(item.clone()).unwrap();
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(&item)], &style, &LOCALES));
    let rendered = driver.finish(BibliographyRequest { style: &style, locale: None, locale_files: &LOCALES });
    let mut line = String::new();
    rendered.citations[0].citation.write_buf(&mut line, BufWriteFormat::Plain).unwrap();
    line
}

/// Whether both write the same of a name.
fn same_name(name: &Json) -> Result<(), TestCaseError> {
    let item = json!({ "id": "a", "type": "article", "author": [name] });
    let byline = r#"<names variable="author"><name/></names>"#;
    let ours = Name::of_csl(&name.to_string()).unwrap().to_string();
    prop_assert_eq!(ours, by_csl(byline, &item), "{}", name);
    Ok(())
}

/// One or two words with a capital letter.
fn words() -> impl Strategy<Value = String> {
    "[A-ZÉØ][a-zéø]{1,8}( [A-Z][a-z]{1,8})?"
}

fn particle() -> impl Strategy<Value = Option<&'static str>> {
    proptest::option::of(prop::sample::select(vec!["van", "van der", "de", "La", "von und zu", "bin"]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_name_has_its_parts_in_their_order(
        family in words(), given in proptest::option::of(words()), dropping in particle(), kept in particle(),
        suffix in proptest::option::of(prop::sample::select(vec!["Jr.", "III"])), comma in any::<bool>()
    ) {
        let mut name = json!({ "family": family });
        for (key, part) in [("dropping-particle", dropping), ("non-dropping-particle", kept), ("suffix", suffix)] {
            if let Some(part) = part {
                name[key] = part.into();
            }
        }
        if let Some(given) = given {
            name["given"] = given.into();
        }
        if suffix.is_some() && comma {
            name["comma-suffix"] = true.into();
        }
        same_name(&name)?;
    }

    #[test]
    fn a_name_in_chinese_characters_begins_with_the_family_and_has_no_space(family in "[一-龠]{1,2}", given in "[一-龠]{1,2}") {
        same_name(&json!({ "family": family, "given": given }))?;
    }

    #[test]
    fn an_organisation_keeps_its_name(literal in "[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}") {
        same_name(&json!({ "literal": literal }))?;
    }

    #[test]
    fn a_date_is_worded_alike_as_far_as_it_is_known(
        year in 1000u16..=9999, month in 1u8..=12, day in 1u8..=28, known in 1usize..=3, texts in any::<bool>()
    ) {
        let parts = [json!(year), json!(month), json!(day)];
        let parts: Vec<Json> = parts.into_iter().take(known).map(|part| if texts { part.to_string().into() } else { part }).collect();
        same_date(&json!({ "date-parts": [parts] }))?;
    }

    #[test]
    fn a_season_is_worded_alike(year in 1000u16..=9999, season in 1u8..=4) {
        same_date(&json!({ "date-parts": [[year]], "season": season }))?;
    }
}

/// Whether both write the same of a date.
fn same_date(issued: &Json) -> Result<(), TestCaseError> {
    let item = json!({ "id": "a", "type": "article", "issued": issued });
    let ours = Language::English.issued(&Issued::of_csl(&issued.to_string()).unwrap());
    prop_assert_eq!(ours, by_csl(r#"<date variable="issued" form="text"/>"#, &item), "{}", issued);
    Ok(())
}

#[test]
fn doubt_ranges_and_words_are_said_as_they_are_written() {
    for (issued, worded) in [
        (json!({ "date-parts": [[2026, 1, 5]], "circa": true }), "about 5 January 2026"),
        (json!({ "date-parts": [[2025]], "season": "autumn", "circa": 1 }), "about Autumn 2025"),
        (json!({ "date-parts": [[2026, 1, 5], [2026, 1, 7]] }), "5 January 2026 to 7 January 2026"),
        (json!({ "date-parts": [[2021], [0]] }), "from 2021 on"),
        (json!({ "literal": "n.d." }), "n.d."),
        (json!({ "raw": "Dec 2025" }), "Dec 2025"),
    ] {
        assert_eq!(Language::English.issued(&Issued::of_csl(&issued.to_string()).unwrap()), worded);
    }
}
