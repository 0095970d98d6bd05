//! The articles for reference managers: every format says the same, and leaves out what is not known.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use expect_test::expect_file;
use export::Bibliography;
use model::Dashboard;
use serde_json::{Value as Json, json};
use support::{REAL, all, dataset, edition, odd, odd_sources};

/// What every format has to agree on.
#[derive(Debug, PartialEq)]
struct Article {
    title: Option<String>,
    authors: usize,
    date: Option<String>,
    url: Option<String>,
}

fn from_csl(text: &str) -> Vec<Article> {
    let items: Vec<Json> = serde_json::from_str(&edition(text, |_, bibliography| bibliography.csl_json())).unwrap();
    let article = |item: &Json| {
        let parts = item["issued"]["date-parts"][0].as_array().map(|parts| {
            let number = |part: &Json| part.as_u64().unwrap_or_else(|| part.as_str().unwrap().parse().unwrap());
            parts.iter().map(|part| format!("{:02}", number(part))).collect::<Vec<_>>().join("-")
        });
        let date = parts.or(item["issued"]["raw"].as_str().map(str::to_owned));
        let circa = if item["issued"]["circa"] == true { "~" } else { "" };
        let title = item["title"].as_str().map(|title| {
            let plain = title.replace("<i>", "").replace("</i>", "").replace("&amp;", "&");
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        Article {
            title,
            authors: item["author"].as_array().map_or(0, Vec::len),
            date: date.map(|date| date + circa),
            url: item["URL"].as_str().map(str::to_owned),
        }
    };
    items.iter().map(article).collect()
}

fn from_ris(text: &str) -> Vec<Article> {
    let ris = edition(text, |_, bibliography| bibliography.ris());
    let record = |record: &str| {
        let all = |tag: &str| -> Vec<String> {
            let start = format!("{tag}  - ");
            record.lines().filter_map(|line| line.strip_prefix(&start)).map(str::to_owned).collect()
        };
        let date = all("DA").first().map(|date| match date.strip_suffix("/circa") {
            Some(date) => date.trim_end_matches('/').replace('/', "-") + "~",
            None => date.trim_end_matches('/').replace('/', "-"),
        });
        Article { title: all("TI").pop(), authors: all("AU").len(), date, url: all("UR").pop() }
    };
    ris.split("ER  - \r\n").filter(|rest| !rest.trim().is_empty()).map(record).collect()
}

fn from_bibtex(text: &str) -> Vec<Article> {
    let bibtex = edition(text, |_, bibliography| bibliography.bibtex());
    let entry = |entry: &str| {
        let field = |name: &str| {
            let start = format!("  {name} = {{");
            entry.lines().find_map(|line| Some(line.strip_prefix(&start)?.strip_suffix("},")?.to_owned()))
        };
        let plain = |latex: String| {
            let mut text = latex.replace("\\textbackslash{}", "\u{1}").replace("\\textasciitilde{}", "~");
            text = text.replace("\\textasciicircum{}", "^").replace("{}", "");
            text = text.replace("\\{", "\u{2}").replace("\\}", "\u{3}").replace(['{', '}', '\\'], "");
            text.replace('\u{1}', "\\").replace('\u{2}', "{").replace('\u{3}', "}")
        };
        Article {
            title: field("title").map(plain),
            authors: field("author").map_or(0, |names| names.replace("Barnes and", "").split(" and ").count()),
            date: field("date"),
            url: field("url").map(|url| url.replace("%7B", "{").replace("%7D", "}")),
        }
    };
    bibtex.split("\n@").map(entry).collect()
}

#[test]
fn all_formats_say_the_same_of_every_article() {
    for text in &all() {
        let csl = from_csl(text);
        assert_eq!(from_ris(text), csl);
        assert_eq!(from_bibtex(text), csl);
    }
}

#[test]
fn the_bibliographies_stay_as_they_were() {
    let scripts = editions::text("scripts").unwrap();
    for (name, text) in [("real", REAL), ("odd", &odd()), ("scripts", &scripts)] {
        edition(text, |_, bibliography| {
            expect_file![format!("golden/{name}.bib")].assert_eq(&bibliography.bibtex());
            expect_file![format!("golden/{name}.ris")].assert_eq(&bibliography.ris().replace("\r\n", "\n"));
        });
    }
}

#[test]
fn every_field_pasted_from_a_reference_manager_survives() {
    let csl: Vec<Json> = serde_json::from_str(&edition(&odd(), |_, bibliography| bibliography.csl_json())).unwrap();
    let pasted = &odd_sources()[0];
    for (key, value) in pasted.as_object().unwrap() {
        match key.as_str() {
            "archive_url" => assert_eq!(&csl[0]["archive_location"], value),
            "rights" => assert_eq!(&csl[0]["custom"]["rights"], value),
            key => assert_eq!(&csl[0][key], value, "{key}"),
        }
    }
}

/// Articles that are awkward in every way that CSL allows.
fn awkward() -> String {
    let sources = [
        json!({
            "id": 7, "type": "book", "title": "A <span class=\"nocase\">book</span> of H<sub>2</sub>O &amp; 5 < 6",
            "container-title": "", "publisher": "AT&amp;T", "genre": "",
            "author": [
                { "family": "King", "given": "Martin Luther", "suffix": "Jr.", "comma-suffix": true },
                { "family": "Hun", "given": "Manet", "static-ordering": true },
                { "family": "Sothy", "suffix": "III" },
                { "family": "United Nations", "isInstitution": true },
                { "family": "", "given": "" }
            ],
            "editor": [{ "family": "Gogh", "given": "Vincent", "non-dropping-particle": "van" }],
            "issued": { "date-parts": [["2025"]], "season": "Autumn" },
            "accessed": { "date-parts": [["2026", "1", "22"]] },
            "DOI": "https://doi.org/10.1000/18<2>", "abstract": "AB\u{d7ff}", "note": ""
        }),
        json!({ "id": "range", "type": "report", "issued": { "date-parts": [[2026, 1, 7], [2026, 1, 9]] } }),
        json!({ "id": "words", "type": "webpage", "issued": { "literal": "n.d." }, "title": "" }),
        json!({ "id": "unknown", "type": "webpage", "issued": { "date-parts": [[null]] } }),
    ];
    // Half a character, which no string in Rust can hold, in what is not published.
    let mut dataset = dataset(&sources, "left");
    dataset["figures"][0]["citations"][0]["source"] = json!("7");
    dataset["figures"][1]["citations"][0]["source"] = json!("7");
    dataset["events"][0]["citations"][0]["source"] = json!("7");
    model::Publication::of(&dataset.to_string().replace("AB\u{d7ff}", "\\ud83d")).text
}

#[test]
fn an_awkward_article_comes_out_of_every_format_as_it_was_read() {
    edition(&awkward(), |edition, bibliography| {
        expect_file!["golden/awkward.bib"].assert_eq(&bibliography.bibtex());
        expect_file!["golden/awkward.ris"].assert_eq(&bibliography.ris().replace("\r\n", "\n"));
        let csl: Json = serde_json::from_str(&bibliography.csl_json()).unwrap();
        assert_eq!((&csl[0]["id"], &csl[0]["author"][1]["static-ordering"]), (&json!(7), &json!(true)));
        let graph: Json = serde_json::from_str(&edition.json_ld(bibliography, &[])).unwrap();
        let cited = &graph["citation"][0];
        let names: Vec<&Json> =
            cited["schema:author"].as_array().unwrap().iter().map(|author| &author["name"]).collect();
        assert_eq!(names, ["Martin Luther King, Jr.", "Hun Manet", "Sothy III", "United Nations"]);
        assert_eq!((&cited["name"], &cited["schema:datePublished"]), (&json!("A book of H2O & 5 < 6"), &json!("2025")));
        assert_eq!(
            (&cited["url"], &cited["schema:publisher"]["name"]),
            (&json!("https://doi.org/10.1000/18%3C2%3E"), &json!("AT&T"))
        );
        let table = edition.figures_csv();
        for words in [
            "A book of H2O & 5 < 6",
            "\"Martin Luther King, Jr.; Hun Manet; Sothy III; United Nations\"",
            "2025-23",
            "2026-01-07/2026-01-09",
        ] {
            assert!(table.contains(words), "{words}: {table}");
        }
        let full = edition.reference(export::Subject::Dashboard).full;
        assert!(full.contains("Martin Luther King, Jr., Hun Manet, Sothy III, United Nations, “A book of H2O & 5 < 6”, AT&T, Autumn 2025, https://doi.org/10.1000/18%3C2%3E."), "{full}");
    });
}

#[test]
fn what_only_this_project_knows_is_not_in_the_csl_items() {
    for text in &all() {
        let csl = edition(text, |_, bibliography| bibliography.csl_json());
        for key in ["\"repeats\"", "\"archive_url\""] {
            assert!(!csl.contains(key), "{key}");
        }
    }
}

#[test]
fn an_archived_copy_does_not_take_the_place_of_one_that_is_named() {
    let mut source = odd_sources().remove(0);
    source["archive_location"] = json!("Box 3");
    let csl: Json = edition(&dataset(&[source], "left").to_string(), |_, bibliography| {
        serde_json::from_str(&bibliography.csl_json()).unwrap()
    });
    assert_eq!(csl[0]["archive_location"], "Box 3");
}

#[test]
fn an_article_of_which_nothing_is_known_is_still_an_entry() {
    edition(&dataset(&[json!({ "id": "least", "type": "webpage" })], "left").to_string(), |_, bibliography| {
        assert_eq!(bibliography.bibtex(), "@online{least,\n  key = {least},\n}\n");
        assert_eq!(bibliography.ris(), "TY  - ELEC\r\nID  - least\r\nER  - \r\n");
    });
}

#[test]
fn a_line_break_in_a_title_cannot_begin_another_record() {
    let title = "One\r\nER  - \r\nTY  - BOOK\n}\n@book{other,";
    let source = json!({ "id": "a", "type": "webpage", "title": title });
    edition(&dataset(&[source], "left").to_string(), |_, bibliography| {
        assert_eq!(bibliography.ris().matches("\r\nER  - ").count(), 1);
        assert_eq!(bibliography.bibtex().matches("\n@").count(), 0);
        let bibtex = bibliography.bibtex();
        assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count());
    });
}

#[test]
fn the_articles_of_another_file_are_refused_in_words() {
    let dashboard = Dashboard::parse(REAL).unwrap();
    for text in ["", "{}", "[1]", &odd(), &REAL.replace("\"id\": \"jurist\"", "\"id\": \"other\"")] {
        let refused = Bibliography::read(&dashboard, text).unwrap_err();
        assert!(refused.to_string().contains("the text that the dashboard was read from"));
    }
    assert!(Bibliography::read(&dashboard, &format!("\u{feff}{REAL}")).is_ok());
}
