//! `curate new` adds templates to the file, and changes nothing else in it.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use model::{Bounds, Dashboard};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{EDITION, curate, data, repository, scratch, stderr, stdout};

/// Runs `curate new` on a file with this text. Returns the output and the new text.
fn new(name: &str, text: &str, arguments: &[&str]) -> (Output, String) {
    let file = scratch(name, text);
    let output = curate(&[&["new"], arguments, &["--file", &file]].concat());
    (output, fs::read_to_string(&file).unwrap())
}

/// The text that it added, and its output. Fails if it changed anything else.
fn written(name: &str, text: &str, arguments: &[&str]) -> (String, String) {
    let (output, after) = new(name, text, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    (only_insertions(text, &after), after)
}

/// The added lines. Fails unless every old line is unchanged and in order, except for commas and ids added at its end.
fn only_insertions(before: &str, after: &str) -> String {
    let mut old = before.split_inclusive('\n').peekable();
    let mut inserted = String::new();
    for line in after.split_inclusive('\n') {
        let end = line.trim_end_matches(['\r', '\n']);
        let kept = old.peek().is_some_and(|old| {
            let old = old.trim_end_matches(['\r', '\n']);
            let whole = old == end || end.strip_prefix(old) == Some(",");
            let list = old.rfind(']').is_some_and(|at| end.starts_with(&old[..at]) && end.ends_with(&old[at..]));
            whole || list
        });
        if kept {
            let (old, is) = (old.next().unwrap(), line);
            if old.len() + 1 < is.len() {
                inserted += is;
            }
        } else {
            inserted += line;
        }
    }
    assert_eq!(old.next(), None, "a line has gone or was changed");
    inserted
}

const GIVEN: [&str; 14] = [
    "figure",
    "fled",
    "--label",
    "who “fled”, or \"left\"",
    "--value",
    "about 300",
    "--unit",
    "people",
    "--source",
    "guardian",
    "--quote",
    "some 300 fled",
    "--section",
    "people",
];

#[test]
fn a_figure_with_all_values_given_is_complete() {
    let (inserted, after) = written("new-complete.json", &data(), &GIVEN);
    let dashboard = Dashboard::parse(&after).unwrap();
    let figure = dashboard.figure("fled").unwrap();
    assert!(figure.value.approximate && figure.value.bounds == Bounds::Exactly(300.0));
    assert_eq!(figure.label.in_language("en"), "who “fled”, or \"left\"");
    assert_eq!(figure.citations().next().unwrap().quote, "some 300 fled");
    let section = dashboard.sections.iter().find(|section| section.id == "people").unwrap();
    assert_eq!(section.figures.last().map(String::as_str), Some("fled"));
    assert!(inserted.contains("\n      \"value\": { \"about\": 300 },\n      \"unit\": \"people\",\n"), "{inserted}");
}

#[test]
fn the_rest_of_the_file_stays_the_same_letter_by_letter() {
    let (_, after) = written("new-same.json", &data(), &GIVEN);
    let (before, mut after): (Value, Value) =
        (serde_json::from_str(&data()).unwrap(), serde_json::from_str(&after).unwrap());
    after["figures"].as_array_mut().unwrap().pop();
    let people =
        after["sections"].as_array_mut().unwrap().iter_mut().find(|section| section["id"] == "people").unwrap();
    people["figures"].as_array_mut().unwrap().pop();
    assert_eq!(before, after);
}

#[test]
fn an_empty_template_has_all_usual_keys_and_the_output_lists_what_to_fill_in() {
    let file = scratch("new-empty.json", &data());
    let output = curate(&["new", "figure", "fled", "--section", "people", "--file", &file]);
    let after = fs::read_to_string(&file).unwrap();
    only_insertions(&data(), &after);
    let figure: Value =
        serde_json::from_str::<Value>(&after).unwrap()["figures"].as_array().unwrap().last().unwrap().clone();
    for key in ["id", "label", "short", "value", "unit", "as_of", "said_by", "citations"] {
        assert!(!figure[key].is_null(), "the form has no {key}");
    }
    let problems = Dashboard::parse(&after).unwrap_err();
    let count = serde_json::from_str::<Value>(&after).unwrap()["figures"].as_array().unwrap().len();
    let said = stdout(&output);
    for problem in problems.iter() {
        assert!(problem.path.starts_with(&format!("figures[{}].", count - 1)), "{problem}");
        assert!(said.contains(&problem.to_string()), "{said}");
    }
    for key in [
        "label.en",
        "short.en",
        "value.exactly",
        "unit",
        "as_of",
        "said_by.en",
        "citations[0].source",
        "citations[0].quote",
    ] {
        assert!(problems.iter().any(|problem| problem.path.ends_with(key)), "{key} need not be filled in");
    }
}

#[test]
fn a_filled_in_template_without_unknown_keys_is_accepted() {
    let (_, after) = written("new-filled.json", &data(), &["figure", "fled", "--section", "people"]);
    let filled = after
        .replace("\"label\": { \"en\": \"\" }", "\"label\": { \"en\": \"who fled\" }")
        .replace("      \"short\": { \"en\": \"\" },\n", "")
        .replace("\"exactly\": null", "\"exactly\": 300")
        .replace("\"unit\": \"\"", "\"unit\": \"people\"")
        .replace("      \"as_of\": \"\",\n      \"said_by\": { \"en\": \"\" },\n", "")
        .replace("{ \"source\": \"\", \"quote\": \"\" }", "{ \"source\": \"guardian\", \"quote\": \"300 fled\" }");
    assert!(Dashboard::parse(&filled).is_ok(), "{:?}", Dashboard::parse(&filled));
}

#[test]
fn an_empty_article_is_added_at_the_end() {
    let (_, after) = written("new-source.json", &data(), &["source", "bbc"]);
    let sources: Value = serde_json::from_str::<Value>(&after).unwrap()["sources"].clone();
    let last = sources.as_array().unwrap().last().unwrap();
    assert_eq!((&last["id"], &last["type"]), (&json!("bbc"), &json!("article-newspaper")));
    for key in ["title", "author", "container-title", "issued", "URL", "archive_url"] {
        assert!(!last[key].is_null(), "the form has no {key}");
    }
}

/// An export of Zotero's "CSL JSON": with tabs, in a list, with its own id.
const ZOTERO: &str = "[\n\t{\n\t\t\"id\": \"http://zotero.org/users/1/items/AB2CD3EF\",\n\t\t\"type\": \"article-newspaper\",\n\t\t\"abstract\": \"Says \\\"x\\\", {then} more.\",\n\t\t\"container-title\": \"The Paper\",\n\t\t\"title\": \"Workers <i>flee</i>\",\n\t\t\"URL\": \"https://example.org/a?b=1&c=2\",\n\t\t\"author\": [\n\t\t\t{\n\t\t\t\t\"family\": \"Ratcliffe\",\n\t\t\t\t\"given\": \"Rebecca\"\n\t\t\t}\n\t\t],\n\t\t\"issued\": {\n\t\t\t\"date-parts\": [\n\t\t\t\t[\n\t\t\t\t\t\"2026\",\n\t\t\t\t\t1,\n\t\t\t\t\t21\n\t\t\t\t]\n\t\t\t]\n\t\t}\n\t}\n]";

#[test]
fn a_zotero_export_is_added_unchanged_but_for_a_shorter_id() {
    let csl = scratch("zotero.json", ZOTERO);
    for (id, expected) in [(Some("paper"), "paper"), (None, "http://zotero.org/users/1/items/AB2CD3EF")] {
        let arguments = [&["source"], id.as_slice(), &["--csl", &csl]].concat();
        let (inserted, after) = written("new-csl.json", &data(), &arguments);
        let mut item: Value = serde_json::from_str::<Value>(ZOTERO).unwrap()[0].clone();
        item["id"] = expected.into();
        let file: Value = serde_json::from_str(&after).unwrap();
        assert_eq!(file["sources"].as_array().unwrap().last(), Some(&item));
        let keys = [
            "\"id\"",
            "\"type\"",
            "\"abstract\"",
            "\"container-title\"",
            "\"title\"",
            "\"URL\"",
            "\"author\"",
            "\"issued\"",
        ];
        let places: Vec<_> = keys.iter().map(|key| inserted.find(key).unwrap()).collect();
        assert!(places.is_sorted(), "the keys are not in the order of the export: {inserted}");
        assert!(inserted.contains("\n      \"issued\": { \"date-parts\": [[\"2026\", 1, 21]] }"), "{inserted}");
        let cited = json!({ "source": expected, "quote": "so it says" });
        let mut file = file;
        file["figures"][0]["citations"].as_array_mut().unwrap().push(cited);
        assert!(Dashboard::parse(&file.to_string()).is_ok(), "{:?}", Dashboard::parse(&file.to_string()));
    }
}

#[test]
fn an_export_of_several_articles_is_added_completely_but_not_with_one_id() {
    let item = |id: &str| json!({ "id": id, "type": "webpage" });
    let csl = scratch("several.json", &json!([item("one"), item("two")]).to_string());
    let (_, after) = written("new-several.json", &data(), &["source", "--csl", &csl]);
    let file: Value = serde_json::from_str(&after).unwrap();
    let ids: Vec<_> =
        file["sources"].as_array().unwrap().iter().rev().take(2).map(|source| source["id"].clone()).collect();
    assert_eq!(ids, ["two", "one"]);
    let around = scratch("around.json", &json!({ "items": [item("one"), item("two")] }).to_string());
    let (_, same) = written("new-several-around.json", &data(), &["source", "--csl", &around]);
    assert_eq!(same, after, "an object around the list is another export");
    let (output, after) = new("new-several-id.json", &data(), &["source", "three", "--csl", &csl]);
    assert_eq!((output.status.code(), after), (Some(1), data()));
    assert!(stderr(&output).contains("it has several articles"), "{}", stderr(&output));
}

#[test]
fn an_impossible_addition_is_refused_with_a_message_and_the_file_stays_unchanged() {
    let broken = data().replacen("},", "}", 1);
    let twice = data().replacen("\"figures\"", "\"sources\"", 1);
    let none = data().replacen("\"figures\": [", "\"figurs\": [", 1);
    let no_list = r#"{ "figures": { "id": "x" }, "sections": [] }"#;
    let csl = scratch("no-csl.json", "7");
    let cases: [(&str, &[&str], &str); 13] = [
        (&data(), &["figure", "arrests"], "\"arrests\" is already an id in \"figures\": choose another"),
        (&data(), &["figure", "commission"], "\"commission\" is already an id in \"events\": choose another"),
        (&data(), &["source", "guardian"], "\"guardian\" is already an id in \"sources\": choose another"),
        (&data(), &["figure", "Arrests 2026"], "cannot be an id: use small letters, digits and hyphens"),
        (
            &data(),
            &["figure", "x", "--section", "peple"],
            "nothing in \"sections\" has the id \"peple\"; these have one: at-a-glance, people,",
        ),
        (&data(), &["figure", "x", "--value", "5,000"], "\"5,000\" is not a value: write one of exactly, about,"),
        (&data(), &["figure", "x", "--value", "around 5000"], "\"around 5000\" is not a value"),
        (&data(), &["figure", "x", "--value", "about five"], "\"about five\" is not a value"),
        (&data(), &["source", "x", "--csl", &csl], "there is no article in it"),
        (&broken, &["figure", "x"], "so nothing was written: correct it first; \"cargo curate check\" says how"),
        (&twice, &["figure", "x"], "the key \"sources\" appears twice in it"),
        (&none, &["figure", "x"], "it has no \"figures\": add \"figures\": [ ]"),
        (no_list, &["figure", "x"], "\"figures\" is not a list [ … ]: put it into [ ]"),
    ];
    for (text, arguments, words) in cases {
        let (output, after) = new("new-refused.json", text, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
        assert_eq!(after, text, "{arguments:?}");
    }
    let missing = curate(&["new", "figure", "x", "--file", "data/no-such-file.json"]);
    assert!(stderr(&missing).starts_with("curate: data/no-such-file.json cannot be read: "), "{}", stderr(&missing));
}

#[test]
fn the_message_for_invalid_json_names_the_line() {
    let broken = format!("\n\n{}", data().replacen("\"id\": \"cambodia-scam-compounds\",", "\"id\": oops,", 1));
    let line = broken.lines().position(|line| line.contains("oops")).unwrap() + 1;
    let (output, _) = new("new-line.json", &broken, &["figure", "x"]);
    assert!(stderr(&output).contains(&format!("(line {line}, ")), "{}", stderr(&output));
}

/// A dataset whose lists may be empty, in one of the layouts of editors.
fn laid_out() -> impl Strategy<Value = String> {
    let file = |full: bool| {
        let figure = json!({ "id": "a", "label": { "en": "[\"]}, {" } });
        let figures = if full { vec![figure.clone(), json!({ "id": "b", "text": "\\\"]" })] } else { Vec::new() };
        let section = json!({ "id": "people", "figures": if full { vec!["a"] } else { Vec::new() } });
        json!({ "before": [{ "figures": [] }], "figures": figures, "sections": [section, { "id": "none" }], "sources": [], "z": "\"figures\": [" })
    };
    let file = any::<bool>().prop_map(file);
    (file, 0..4, any::<bool>(), any::<bool>(), 0..3usize).prop_map(|(file, layout, windows, mark, blank)| {
        let mut text = match layout {
            0 => file.to_string(),
            1 => format!("{file:#}"),
            2 => format!("{file:#}").replace("  ", "\t"),
            _ => format!("{file:#}").replace("  ", "    "),
        };
        text = "\n".repeat(blank) + &text + &"\n".repeat(blank);
        if windows {
            text = text.replace('\n', "\r\n");
        }
        if mark { format!("\u{feff}{text}") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_layout_the_template_comes_last_and_the_layout_stays(text in laid_out(), section in 0..3usize) {
        let mut arguments = vec!["figure", "new", "--value", "about 5"];
        arguments.extend([&[][..], &["--section", "people"], &["--section", "none"]][section]);
        let (output, after) = new("new-layout.json", &text, &arguments);
        prop_assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let read = |text: &str| serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).unwrap();
        let mut expected = read(&text);
        let after_value = read(&after);
        let figure = after_value["figures"].as_array().unwrap().last().unwrap().clone();
        prop_assert_eq!(&figure["id"], "new");
        expected["figures"].as_array_mut().unwrap().push(figure);
        if let Some(place) = section.checked_sub(1) {
            let section = &mut expected["sections"][place];
            if section["figures"].is_null() {
                section["figures"] = json!([]);
            }
            section["figures"].as_array_mut().unwrap().push(json!("new"));
        }
        prop_assert_eq!(expected, after_value);
        prop_assert_eq!(after.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        if text.contains('\n') {
            let ends = |text: &str| text.matches('\n').count() == text.matches("\r\n").count();
            prop_assert_eq!(ends(&after), ends(&text), "line ends are mixed");
        }
        if text.contains('\t') {
            prop_assert!(!after.contains("  "), "blanks among tabs: {}", after);
        }
    }
}

#[test]
fn a_new_record_is_accepted_by_the_check() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-record");
    let _ = fs::remove_dir_all(&folder);
    let (articles, seeds) = (folder.join("articles"), folder.join("seeds"));
    fs::create_dir_all(&articles).unwrap();
    let [articles, seeds] = [articles, seeds].map(|folder| folder.to_string_lossy().into_owned());
    let text = format!("{articles}/guardian.txt");
    fs::write(&text, "Some 300 fled.\r\n\r\n  “Cafe\u{301}”").unwrap();
    let record = [
        "new",
        "record",
        "guardian",
        "--text",
        &text,
        "--read",
        "2026-11-22",
        "--copy",
        "the page",
        "--seeds",
        &seeds,
        "--data",
        EDITION,
    ];
    let output = curate(&record);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let written: Value = serde_json::from_str(&fs::read_to_string(format!("{seeds}/guardian.json")).unwrap()).unwrap();
    let real: Value =
        serde_json::from_str(&fs::read_to_string(repository().join(EDITION).join("seeds/guardian.json")).unwrap())
            .unwrap();
    for key in ["id", "address", "normalisation"] {
        assert_eq!(written[key], real[key], "{key}");
    }
    assert_eq!(
        written.as_object().unwrap().keys().collect::<Vec<_>>(),
        real.as_object().unwrap().keys().collect::<Vec<_>>()
    );
    let said = stdout(&curate(&["check", "--data", EDITION, "--articles", &articles, "--seeds", &seeds]));
    assert!(!said.contains("is not the recorded one") && !said.contains("there is no record"), "{said}");

    let again = curate(&record);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("exists already"), "{}", stderr(&again));
    for (place, wrong, words) in [
        (2, "unknown", "no article has the id \"unknown\""),
        (6, "2026-11", "\"2026-11\" is not a day"),
        (8, " ", "is empty: give both"),
    ] {
        let mut record = record;
        record[place] = wrong;
        let output = curate(&record);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}

#[test]
fn an_edition_can_be_named_by_its_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-edition");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("seeds")).unwrap();
    fs::write(folder.join("dashboard.json"), data()).unwrap();
    fs::write(folder.join("guardian.txt"), "Some 300 fled.").unwrap();
    let (edition, text) = (folder.to_string_lossy(), folder.join("guardian.txt").to_string_lossy().into_owned());
    let figure = curate(&[&["new"], &GIVEN[..], &["--data", &edition]].concat());
    assert_eq!(figure.status.code(), Some(0), "{}", stderr(&figure));
    let after = fs::read_to_string(folder.join("dashboard.json")).unwrap();
    assert!(Dashboard::parse(&after).unwrap().figure("fled").is_some());
    let record = ["new", "record", "guardian", "--text", &text, "--read", "2026-11-22", "--copy", "the page"];
    let record = curate(&[&record[..], &["--data", &edition]].concat());
    assert_eq!(record.status.code(), Some(0), "{}", stderr(&record));
    assert!(folder.join("seeds/guardian.json").is_file());
    let said = stdout(&curate(&["archive", "--data", &edition]));
    assert!(said.starts_with("guardian\n"), "{said}");
}
