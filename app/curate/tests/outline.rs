//! The command `outline`: it writes the border of a country into the file, and outlines are small.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

mod support;

use std::fs;

use serde_json::{Value, json};
use support::{curate, repository, scratch, stdout};

/// A file with a place that has no outline yet, in a layout of its own.
fn with_a_place() -> String {
    let mut file: Value =
        serde_json::from_str(&fs::read_to_string(repository().join("app/model/tests/minimal.json")).unwrap()).unwrap();
    file["figures"][0]["place"] = json!("cambodia");
    let text = format!("{file:#}\n");
    let place =
        "  \"places\": [{ \"id\": \"cambodia\", \"name\": { \"en\": \"Cambodia\" }, \"precision\": \"country\" }],\n";
    text.replacen("  \"schema_version\"", &format!("{place}  \"schema_version\""), 1)
}

#[test]
fn an_outline_is_written_into_its_place_and_nothing_else_changes() {
    let before = with_a_place();
    let path = scratch("outline-into.json", &before);
    let said = stdout(&curate(&["outline", "KHM", "--detail", "50", "--into", "cambodia", "--file", &path]));
    assert!(said.contains("Nothing is wrong with the file."), "{said}");
    let after = fs::read_to_string(&path).unwrap();
    let outline = serde_json::from_str::<Value>(&after).unwrap()["places"][0]["outline"].to_string();
    assert_eq!(after.replacen(&format!(", \"outline\": {outline}"), "", 1), before);
}

#[test]
fn an_outline_is_replaced_by_another_of_less_detail() {
    let path = scratch("outline-again.json", &with_a_place());
    let length = || {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        file["places"][0]["outline"].as_str().unwrap().len()
    };
    curate(&["outline", "KHM", "--detail", "50", "--into", "cambodia", "--file", &path]);
    let fine = length();
    curate(&["outline", "KHM", "--into", "cambodia", "--file", &path]);
    assert!(length() * 2 < fine, "{} of {fine}", length());
}

#[test]
fn a_country_without_a_coarse_outline_has_its_fine_one() {
    let print = |arguments: &[&str]| stdout(&curate(arguments));
    assert_eq!(print(&["outline", "SGP"]), print(&["outline", "sgp", "--detail", "50"]));
}

#[test]
fn a_name_in_place_of_a_code_is_answered_with_the_code() {
    let output = curate(&["outline", "Cambodia"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("KHM is Cambodia"), "{said}");
}

#[test]
fn every_outline_can_be_read_and_is_as_small_as_the_readme_says() {
    for (name, most) in [("110m", 400), ("50m", 8000)] {
        let lines = fs::read_to_string(repository().join(format!("app/curate/outlines/{name}.txt"))).unwrap();
        for line in lines.lines() {
            let [code, _, outline] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let mut packed = Vec::new();
            let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
            brotli::BrotliCompress(&mut outline.as_bytes(), &mut packed, &parameters).unwrap();
            assert!(packed.len() <= most, "{code} at 1:{name} is {} bytes", packed.len());
            assert!(model::rings::read(outline).is_some_and(|rings| !rings.is_empty()), "{code} at 1:{name}");
        }
    }
}
