//! The model or the fact-check detects every single change of a number, qualifier, quote or source id in the real dataset.
//!
//! The texts of the articles belong to their publishers and are not in this repository. If they are not beside it, these
//! tests say so and check nothing.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use curate::article::Article;
use curate::factcheck::FactCheck;
use curate::finding::Severity;
use curate::library::Library;
use curate::outcome::{Checked, Outcome};
use curate::outline::Outline;
use model::{Dashboard, Magnitude};
use serde_json::{Value as Json, json};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The folder of articles; if it is missing, prints so.
fn articles() -> Option<PathBuf> {
    let folder = Path::new(ROOT).join("../shared/articles");
    if !folder.is_dir() {
        // Not with `eprintln!`, whose output is hidden when a test passes.
        let aloud = format!("SKIPPED: {} is not there, so nothing is held against the articles\n", folder.display());
        io::stderr().write_all(aloud.as_bytes()).unwrap();
        return None;
    }
    Some(folder)
}

fn library(articles: &Path) -> Library {
    Library::open(Some(articles), &editions::folder("cambodia").join("seeds")).unwrap()
}

fn real() -> Json {
    serde_json::from_str(&editions::text("cambodia").unwrap()).unwrap()
}

/// A changed copy of the file, and a description of the change.
struct Mutation {
    what: String,
    file: Json,
}

/// Makes copies of the file, each with another value at a place.
fn replaced(file: &Json, pointer: &str, others: impl IntoIterator<Item = Json>) -> Vec<Mutation> {
    let original = file.pointer(pointer).unwrap();
    let changed = others.into_iter().filter(|other| other != original).map(|other| {
        let mut copy = file.clone();
        let what = format!("{pointer}: {original} → {other}");
        *copy.pointer_mut(pointer).unwrap() = other;
        Mutation { what, file: copy }
    });
    changed.collect()
}

/// JSON Pointers to all values of a key in figures and events.
fn pointers(file: &Json, key: &str) -> Vec<String> {
    fn gather(value: &Json, here: &str, key: &str, found: &mut Vec<String>) {
        match value {
            Json::Object(map) => {
                for (name, value) in map {
                    let there = format!("{here}/{name}");
                    if name == key {
                        found.push(there.clone());
                    }
                    gather(value, &there, key, found);
                }
            }
            Json::Array(list) => {
                list.iter().enumerate().for_each(|(item, value)| gather(value, &format!("{here}/{item}"), key, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for part in ["figures", "events"] {
        gather(&file[part], &format!("/{part}"), key, &mut found);
    }
    found
}

/// Whether the fact-check or the model finds an error.
fn is_caught(text: &str, library: &mut Library) -> bool {
    !FactCheck::of(&Outline::of(text), library).findings.is_empty() || Dashboard::parse(text).is_err()
}

/// Every mutation is detected, and there are many.
fn all_are_caught(articles: &Path, mutations: &[Mutation]) {
    let mut library = library(articles);
    let mut missed = Vec::new();
    for mutation in mutations {
        let text = mutation.file.to_string();
        if !is_caught(&text, &mut library) {
            missed.push(mutation.what.as_str());
        }
    }
    println!("{} mutations", mutations.len());
    assert!(mutations.len() > 50, "only {} mutations", mutations.len());
    assert!(missed.is_empty(), "{} of {} are not noticed:\n{}", missed.len(), mutations.len(), missed.join("\n"));
}

#[test]
fn the_real_dataset_agrees_with_its_articles_in_every_citation() {
    let Some(articles) = articles() else { return };
    let text = editions::text("cambodia").unwrap();
    let outline = Outline::of(&text);
    let outcome = Outcome::of(&outline, &mut library(&articles), true, None, None);
    let errors: Vec<String> = outcome
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.problem.to_string())
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    let Checked::Against { checked, unchecked, failed, .. } = outcome.citations else { unreachable!() };
    assert_eq!((checked, unchecked.len(), failed), (pointers(&real(), "quote").len(), 0, 0));
}

#[test]
fn every_number_that_is_changed_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "value") {
        let value = file.pointer(&pointer).unwrap().as_object().unwrap();
        let (key, inner) = value.iter().next().unwrap();
        let numbers: Vec<String> = match inner {
            Json::Array(ends) => (0..ends.len()).map(|end| format!("{pointer}/{key}/{end}")).collect(),
            Json::String(_) => {
                let words = Magnitude::ALL.map(|magnitude| json!(magnitude.key()));
                mutations.extend(replaced(&file, &format!("{pointer}/{key}"), words));
                continue;
            }
            _ => vec![format!("{pointer}/{key}")],
        };
        for pointer in numbers {
            let number = file.pointer(&pointer).unwrap().as_f64().unwrap();
            let others = [number + 1.0, number * 10.0, number / 2.0, number * 1.01, 36.0, 2023.0];
            let whole = |number: f64| if number.fract() == 0.0 { json!(number as i64) } else { json!(number) };
            mutations.extend(replaced(&file, &pointer, others.into_iter().filter(|other| *other != number).map(whole)));
        }
    }
    all_are_caught(&articles, &mutations);
}

#[test]
fn every_date_that_is_changed_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "date") {
        let written = file.pointer(&pointer).unwrap().as_str().unwrap().to_owned();
        let bare = written.trim_end_matches(['?', '~', '%', '/', '.']);
        let mark = &written[bare.len()..];
        let parts: Vec<u32> = bare.split('-').map(|part| part.parse().unwrap()).collect();
        let mut others = BTreeSet::new();
        for place in 0..parts.len() {
            for step in [-1, 1] {
                let mut parts = parts.clone();
                parts[place] = parts[place].checked_add_signed(step).unwrap();
                let parts: Vec<String> = parts.iter().map(|part| format!("{part:02}")).collect();
                others.insert(parts.join("-") + mark);
            }
            // The date must be as exact as in the article.
            if place > 0 && !written.ends_with('?') {
                let parts: Vec<String> = parts.iter().take(place).map(|part| format!("{part:02}")).collect();
                others.insert(parts.join("-") + mark);
            }
        }
        for mark in ["", "?", "~", "%", "/.."] {
            others.insert(format!("{bare}{mark}"));
        }
        mutations.extend(replaced(&file, &pointer, others.into_iter().map(Json::from)));
    }
    all_are_caught(&articles, &mutations);
}

#[test]
fn every_qualifier_that_is_changed_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "value") {
        let value = file.pointer(&pointer).unwrap().as_object().unwrap();
        let (key, inner) = value.iter().next().unwrap();
        let numbers: Vec<Json> = match inner {
            Json::Array(ends) => ends.clone(),
            Json::String(word) => {
                let magnitude = Magnitude::ALL.into_iter().find(|magnitude| magnitude.key() == word).unwrap();
                vec![json!(magnitude.band().0), json!(magnitude.band().1)]
            }
            number => vec![number.clone()],
        };
        let keys = ["exactly", "about", "at_least", "more_than", "at_most", "less_than"];
        let mut others = Vec::new();
        for number in &numbers {
            others.extend(keys.iter().filter(|other| *other != key).map(|other| json!({ *other: number })));
            let most = number.as_f64().unwrap() * 2.0;
            others.push(json!({ "between": [number, most] }));
        }
        mutations.extend(replaced(&file, &pointer, others));
    }
    all_are_caught(&articles, &mutations);
}

#[test]
fn every_quote_that_is_changed_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "quote") {
        let quote = file.pointer(&pointer).unwrap().as_str().unwrap().to_owned();
        let words: Vec<&str> = quote.split(' ').collect();
        let mut others = Vec::new();
        for place in 0..words.len() {
            let mut with = |word: String| {
                let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
                words[place] = word;
                others.push(json!(words.join(" ")));
            };
            match place % 3 {
                0 => with(words[place].chars().rev().collect::<String>() + "x"),
                1 => with(format!("not {}", words[place])),
                _ => with(words[place].to_uppercase() + "."),
            }
        }
        let next = |digit: char| digit.to_digit(10).and_then(|digit| char::from_digit((digit + 1) % 10, 10));
        others.push(json!(quote.chars().map(|letter| next(letter).unwrap_or(letter)).collect::<String>()));
        mutations.extend(replaced(&file, &pointer, others));
    }
    all_are_caught(&articles, &mutations);
}

#[test]
fn every_source_id_that_is_changed_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let ids: Vec<Json> = file["sources"].as_array().unwrap().iter().map(|source| source["id"].clone()).collect();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "source") {
        let typed = file.pointer(&pointer).unwrap().as_str().unwrap()[1..].to_owned();
        mutations.extend(replaced(&file, &pointer, ids.iter().cloned().chain([json!(typed)])));
    }
    for (place, id) in ids.iter().enumerate() {
        mutations.extend(replaced(
            &file,
            &format!("/sources/{place}/id"),
            ids.iter().cloned().chain([json!(format!("{}x", id.as_str().unwrap()))]),
        ));
    }
    all_are_caught(&articles, &mutations);
}

#[test]
fn a_quote_that_leaves_out_the_article_s_own_caution_is_caught() {
    let Some(articles) = articles() else { return };
    let file = real();
    let mut mutations = Vec::new();
    for pointer in pointers(&file, "quote") {
        let quote = file.pointer(&pointer).unwrap().as_str().unwrap().to_owned();
        for caution in
            ["about ", "around ", "approximately ", "at least ", "more than ", "exceed ", "exceeds ", "roughly "]
        {
            let Some((_, rest)) = quote.split_once(caution) else { continue };
            // The article may state it twice, once without the qualifier.
            let text = fs::read_to_string(
                articles
                    .join(file.pointer(&pointer.replace("/quote", "/source")).unwrap().as_str().unwrap())
                    .with_extension("txt"),
            )
            .unwrap();
            if Article::of(&text).find(rest).len() > 1 {
                continue;
            }
            let mut copy = file.clone();
            *copy.pointer_mut(&pointer).unwrap() = json!(rest);
            // The value without the article's qualifier.
            let citation = pointer.trim_end_matches("/quote");
            let figure = citation.split("/citations").next().unwrap();
            let Some(value) = file.pointer(&format!("{figure}/value")) else { continue };
            let Some(number) = value.as_object().unwrap().values().next().filter(|value| value.is_number()) else {
                continue;
            };
            copy.pointer_mut(citation).unwrap()["value"] = json!({ "exactly": number });
            mutations.push((format!("{pointer}: {rest}"), copy));
        }
    }
    assert!(mutations.len() > 5);
    let mut library = library(&articles);
    for (what, file) in mutations {
        let text = file.to_string();
        assert!(is_caught(&text, &mut library), "{what}");
    }
}
