//! The descriptions for catalogues and search engines: the Data Package and the JSON-LD.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use expect_test::expect_file;
use export::{Content, File};
use serde_json::{Value as Json, json};
use support::{ADDRESS, REAL, all, dataset, edition, located, odd, odd_sources, published};

const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn file(path: &str) -> File<'_> {
    // The data is edited in place after it was published.
    let content = (path != "data/dashboard.json").then_some(Content { bytes: 12, sha256: SHA256 });
    File { path, content }
}

fn package(text: &str, files: &[File<'_>]) -> Json {
    serde_json::from_str(&edition(text, |edition, _| edition.data_package(files))).unwrap()
}

fn graph(text: &str, address: Option<&str>) -> Json {
    let files = [file("figures.csv"), file("charts/people.csv"), file("data/dashboard.json")];
    serde_json::from_str(&published(text, address, |edition, bibliography| edition.json_ld(bibliography, &files)))
        .unwrap()
}

#[test]
fn the_columns_that_are_described_are_those_of_the_table() {
    for text in all() {
        columns_are_described(&text);
    }
}

fn columns_are_described(text: &str) {
    edition(text, |edition, _| {
        let mut tables = vec![("figures.csv".to_owned(), edition.figures_csv())];
        for chart in &edition.dashboard.charts {
            tables.push((format!("charts/{}.csv", chart.id), edition.chart_csv(chart)));
        }
        for (path, table) in tables {
            let described = package(text, &[file(&path)]);
            let fields = described["resources"][0]["schema"]["fields"].as_array().unwrap();
            let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names, "{path}");
            for record in reader.records() {
                for (cell, field) in record.unwrap().iter().zip(fields) {
                    let constraints = &field["constraints"];
                    assert!(!cell.is_empty() || constraints["required"] != true, "{path}: {field}");
                    if let Some(options) = constraints["enum"].as_array() {
                        assert!(cell.is_empty() || options.contains(&json!(cell)), "{path}: {cell}");
                    }
                    if field["type"] != "string" && !cell.is_empty() {
                        assert!(cell.parse::<f64>().is_ok(), "{path}: {cell}");
                    }
                }
            }
        }
    });
}

#[test]
fn the_page_on_tables_has_every_column() {
    let page = include_str!("../../../docs/tables.md");
    for path in ["charts/people.csv", "charts/timeline.csv"] {
        let described = package(REAL, &[file(path)]);
        let fields = described["resources"][0]["schema"]["fields"].as_array().unwrap();
        for field in fields {
            let said = |key: &str| field[key].as_str().unwrap().to_owned();
            let line = format!("| `{}` | {} | {} |", said("name"), said("type"), said("description"));
            assert!(page.contains(&line), "docs/tables.md lacks the line {line}");
        }
    }
}

#[test]
fn a_number_below_zero_is_within_what_is_described() {
    let described = package(REAL, &[file("figures.csv")]);
    let fields = described["resources"][0]["schema"]["fields"].as_array().unwrap();
    let low = fields.iter().find(|field| field["name"] == "low").unwrap();
    assert_eq!(low.get("constraints"), None, "{low}");
}

#[test]
fn the_package_says_no_more_than_is_known() {
    let described = package(REAL, &[file("sources.bib")]);
    assert_eq!(described["version"], described_day());
    assert_eq!(described.get("created"), None);
    assert_eq!(described.get("homepage"), None);
    assert_eq!(described["licenses"][0]["path"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(described["sources"][2], json!({ "title": "Asia Daily", "path": "https://asiadaily.org/?p=11959" }));
    assert_eq!(described["resources"][0]["hash"], format!("sha256:{SHA256}"));
}

fn described_day() -> String {
    edition(REAL, |edition, _| edition.dashboard.updated.to_string())
}

#[test]
fn a_licence_that_has_no_name_or_page_is_left_out_of_the_package() {
    let mut data = dataset(&odd_sources(), "left");
    data["license"] = json!("Ask us first");
    assert_eq!(package(&data.to_string(), &[file("figures.csv")]).get("licenses"), None);
    assert_eq!(graph(&data.to_string(), None)["license"], "Ask us first");
}

#[test]
fn files_have_names_of_their_own() {
    let paths = ["figures.csv", "charts/people.csv", "sources.bib", "sources.ris", "sources.csl.json"];
    let described = package(REAL, &paths.map(file));
    let mut names: Vec<&str> =
        described["resources"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["figures", "charts-people", "sources-bib", "sources-ris", "sources-csl-json"]);
    names.dedup();
    assert_eq!(names.len(), paths.len());
}

#[test]
fn nothing_in_the_data_ends_the_script_around_it() {
    let written = edition(&odd(), |edition, bibliography| edition.json_ld(bibliography, &[]));
    assert!(!written.contains(['<', '>', '&', '\u{2028}']));
    let read: Json = serde_json::from_str(&written).unwrap();
    assert_eq!(read["description"], "So many left: at least 0.3 people per day. </script><!-- <script>");
}

#[test]
fn every_figure_leads_to_articles_that_are_in_the_graph() {
    let texts = all();
    for (text, address) in texts.iter().flat_map(|text| [(text, None), (text, Some(ADDRESS))]) {
        let graph = graph(text, address);
        let ids: Vec<&Json> = graph["citation"].as_array().unwrap().iter().map(|article| &article["@id"]).collect();
        for figure in graph["variableMeasured"].as_array().unwrap() {
            let articles = figure["subjectOf"].as_array().unwrap();
            assert!(!articles.is_empty());
            assert!(articles.iter().all(|article| ids.contains(&&article["@id"])), "{figure}");
        }
    }
}

#[test]
fn only_what_is_exact_is_a_number_in_the_graph() {
    let graph = graph(REAL, None);
    let of = |id: &str| {
        let figures = graph["variableMeasured"].as_array().unwrap();
        let figure = figures.iter().find(|figure| figure["propertyID"] == id).unwrap();
        [&figure["value"], &figure["minValue"], &figure["maxValue"]].map(Clone::clone)
    };
    let none = Json::Null;
    assert_eq!(of("raids"), [json!(118), none.clone(), none.clone()]);
    assert_eq!(of("arrests"), [json!("about 5,000 people"), none.clone(), none.clone()]);
    assert_eq!(of("left"), [json!("thousands of people"), none.clone(), none.clone()]);
    assert_eq!(of("footage-compounds"), [none.clone(), json!(10), none.clone()]);
    assert_eq!(of("punishment"), [none.clone(), json!(7), json!(20)]);
    assert_eq!(of("implied-gdp"), [json!("more than about $25 billion"), none.clone(), none]);
}

#[test]
fn addresses_are_absolute_where_the_place_is_known_and_relative_where_not() {
    let there = graph(REAL, Some(ADDRESS));
    assert_eq!(there["distribution"][1]["contentUrl"], "https://figures.example.org/scams/charts/people.csv");
    let anywhere = graph(REAL, None);
    assert_eq!(anywhere["distribution"][1]["contentUrl"], "charts/people.csv");
    assert_eq!(anywhere.get("url"), None);
}

#[test]
fn a_figure_of_a_certain_day_is_an_observation_of_its_measure() {
    let mut data: Json = serde_json::from_str(REAL).unwrap();
    data["measures"] = json!([{ "id": "at-embassy", "label": { "en": "Indonesians at their embassy" } }]);
    let figures = data["figures"].as_array_mut().unwrap();
    let figure = |figures: &mut Vec<Json>, id: &str, time: Json| {
        let figure = figures.iter_mut().find(|figure| figure["id"] == id).unwrap();
        figure.as_object_mut().unwrap().extend(time.as_object().unwrap().clone());
    };
    figure(figures, "indonesians", json!({ "as_of": "2026-01-20", "since": "2026-01-16", "measure": "at-embassy" }));
    figure(figures, "raids", json!({ "as_of": "2026-01-16~" }));
    figure(figures, "arrests", json!({ "as_of": "2025-07/2026-02" }));
    let graph = graph(&data.to_string(), None);
    let of = |id: &str, key: &str| {
        let figures = graph["variableMeasured"].as_array().unwrap();
        figures.iter().find(|figure| figure["propertyID"] == id).unwrap()[key].clone()
    };
    assert_eq!(of("indonesians", "@type"), json!(["PropertyValue", "Observation"]));
    assert_eq!(of("indonesians", "observationDate"), "2026-01-20");
    assert_eq!(of("indonesians", "measuredProperty")["name"], "Indonesians at their embassy");
    // About a day, or through some months: schema.org has no such date of an observation.
    for id in ["raids", "arrests"] {
        assert_eq!((of(id, "@type"), of(id, "observationDate")), (json!("PropertyValue"), Json::Null));
    }
    assert!(graph["temporalCoverage"].as_str().unwrap().ends_with("/2026-02-28"), "{}", graph["temporalCoverage"]);
}

#[test]
fn the_graph_leaves_out_what_no_article_says() {
    let graph = graph(&odd(), None);
    assert_eq!(graph["citation"][1], json!({ "@type": "WebPage", "@id": "#note-least" }));
    // About June 2025 is no date that schema.org could hold.
    assert_eq!(graph["citation"][3].get("schema:datePublished"), None);
    assert_eq!(graph["citation"][0]["schema:author"][3]["@type"], "Organization");
    assert_eq!(graph.get("temporalCoverage"), None);
}

/// The keys of a JSON value at any depth, each with its path, except those of the whole.
fn keys_within(value: &Json, path: &str, found: &mut Vec<(String, String)>) {
    let each: Vec<(String, &Json)> = match value {
        Json::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Json::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in each {
        if !path.is_empty() && !key.is_empty() {
            found.push((path.to_owned(), key.clone()));
        }
        keys_within(value, &format!("{path}/{key}"), found);
    }
}

#[test]
fn no_reader_of_the_graph_takes_the_author_of_an_article_for_that_of_the_page() {
    for text in all() {
        let mut found = Vec::new();
        keys_within(&graph(&text, Some(ADDRESS)), "", &mut found);
        for (path, key) in found {
            let is_own =
                ["author", "creator", "publisher", "headline", "datePublished", "dateModified", "brand", "image"];
            assert!(!is_own.contains(&key.as_str()), "a reader that looks for {key} anywhere finds it in {path}");
        }
    }
}

#[test]
fn the_graph_names_the_publisher_of_the_data_and_no_other() {
    let anonymous = graph(REAL, Some(ADDRESS));
    assert_eq!((anonymous.get("publisher"), anonymous.get("creator")), (None, None));
    let mut data: Json = serde_json::from_str(REAL).unwrap();
    data["publisher"] = json!({ "name": { "en": "Example Organisation" }, "url": "https://example.org/" });
    let named = graph(&data.to_string(), Some(ADDRESS));
    let publisher = json!({ "@type": "Organization", "name": "Example Organisation", "url": "https://example.org/" });
    assert_eq!((&named["publisher"], &named["creator"]), (&publisher, &publisher));
    let package = package(&data.to_string(), &[file("figures.csv")]);
    let contributor =
        json!({ "title": "Example Organisation", "path": "https://example.org/", "roles": ["publisher"] });
    assert_eq!(package["contributors"], json!([contributor]));
}

#[test]
fn the_graph_stays_as_it_was() {
    let graph = graph(&odd(), None);
    expect_file!["golden/odd.jsonld"].assert_eq(&format!("{graph:#}\n"));
}

#[test]
fn the_graph_covers_the_places_with_points_of_cities_alone() {
    let text = located().to_string();
    let graph: Json =
        serde_json::from_str(&published(&text, None, |edition, bibliography| edition.json_ld(bibliography, &[])))
            .unwrap();
    let expected = json!([
        {
            "@type": "City",
            "name": "The town",
            "containedInPlace": { "@type": "Country", "identifier": "AAA" },
            "geo": { "@type": "GeoCoordinates", "latitude": 13.7, "longitude": -102.6 }
        },
        { "@type": "Country", "name": "The land", "identifier": "AAA" }
    ]);
    assert_eq!(graph["spatialCoverage"], expected);
}
