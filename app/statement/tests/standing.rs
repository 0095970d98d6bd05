//! No wording of a figure loses its qualifier or its status, whatever it is computed from.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Figure, Footnotes, Origin};
use serde_json::{Value, json};
use statement::{Account, Language};

fn told(data: &Value, check: impl Fn(&Account<'_>)) {
    let dashboard = Dashboard::parse(&data.to_string()).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
}

/// Each way in which a figure is worded.
fn wordings(account: &Account<'_>, figure: &Figure) -> [String; 4] {
    let facts = account.facts(figure).into_iter().map(|fact| fact.words.to_lowercase() + "\n").collect();
    [account.stated(figure).to_string(), account.told(figure), account.in_sentence(figure), facts]
}

/// The figures that rest on this one, and itself.
fn resting_on<'a>(dashboard: &'a Dashboard, id: &str) -> Vec<&'a Figure> {
    let mut found: Vec<&Figure> = dashboard.figures.iter().filter(|figure| figure.id == id).collect();
    let mut next = 0;
    while let Some(below) = found.get(next).copied() {
        for figure in &dashboard.figures {
            if let Origin::Derived(formula) = &figure.origin
                && formula.operands.contains(&below.id)
                && !found.iter().any(|other| other.id == figure.id)
            {
                found.push(figure);
            }
        }
        next += 1;
    }
    found
}

#[test]
fn every_figure_of_every_edition_says_that_it_was_withdrawn_and_so_does_what_is_computed_from_it() {
    for name in editions::ALL {
        let data: Value = serde_json::from_str(&editions::text(name).unwrap()).unwrap();
        for index in 0..data["figures"].as_array().unwrap().len() {
            let mut data = data.clone();
            let figure = &mut data["figures"][index];
            let id = figure["id"].as_str().unwrap().to_owned();
            figure["status"] = json!("withdrawn");
            figure.as_object_mut().unwrap().remove("superseded_by");
            told(&data, |account| {
                for figure in resting_on(account.dashboard, &id) {
                    for words in wordings(account, figure) {
                        assert!(words.contains("withdrawn by its source"), "{name}, {id}, {}: {words}", figure.id);
                    }
                }
            });
        }
    }
}

#[test]
fn every_wording_of_a_number_begins_with_its_qualifier() {
    for name in editions::ALL {
        let data: Value = serde_json::from_str(&editions::text(name).unwrap()).unwrap();
        told(&data, |account| {
            for figure in &account.dashboard.figures {
                let whole = account.bare(&figure.value, &figure.unit).to_string();
                let [stated, told, in_sentence, _] = wordings(account, figure);
                for words in [stated, told, in_sentence] {
                    assert!(words.starts_with(&whole), "{}: {words}", figure.id);
                }
            }
        });
    }
}

#[test]
fn a_superseded_figure_names_the_newest_one_with_its_value_and_the_status_of_that() {
    let figure = |id: &str, number: u32, status: Value| {
        let mut figure = json!({
            "id": id, "label": { "en": format!("the {id} count") }, "unit": "people", "value": { "about": number },
            "citations": [{ "source": "s", "quote": "so many" }]
        });
        figure.as_object_mut().unwrap().extend(status.as_object().unwrap().clone());
        figure
    };
    let data = json!({
        "schema_version": 1, "id": "x", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": [{ "id": "s", "type": "webpage" }],
        "figures": [
            figure("first", 5, json!({ "status": "superseded", "superseded_by": "second" })),
            figure("second", 6, json!({ "status": "superseded", "superseded_by": "third" })),
            figure("third", 7, json!({ "status": "disputed" })),
        ],
        "charts": [{ "id": "c", "kind": "bars", "title": { "en": "C" }, "finding": { "en": "F" }, "figures": ["first", "third"] }],
        "sections": [{ "id": "all", "title": { "en": "All" }, "figures": ["first", "second", "third"], "charts": ["c"] }]
    });
    told(&data, |account| {
        let first = account.dashboard.figure("first").unwrap();
        assert_eq!(
            account.told(first),
            "about 5 people the first count (superseded by the third count: about 7 people (disputed))"
        );
        assert_eq!(account.dashboard.newest(first).unwrap().id, "third");
    });
}

#[test]
fn a_figure_whose_place_was_taken_by_a_sum_of_itself_says_so_once() {
    let cited = json!([{ "source": "s", "quote": "so many" }]);
    let data = json!({
        "schema_version": 1, "id": "x", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": [{ "id": "s", "type": "webpage" }],
        "figures": [
            { "id": "part", "label": { "en": "in the north" }, "unit": "people", "value": { "exactly": 5 }, "citations": cited,
              "status": "superseded", "superseded_by": "all" },
            { "id": "rest", "label": { "en": "in the south" }, "unit": "people", "value": { "exactly": 6 }, "citations": cited },
            { "id": "all", "label": { "en": "in all" }, "unit": "people", "derive": { "sum": ["part", "rest"] } },
        ],
        "charts": [{ "id": "c", "kind": "bars", "title": { "en": "C" }, "finding": { "en": "F" }, "figures": ["part", "all"] }],
        "sections": [{ "id": "s", "title": { "en": "S" }, "figures": ["part", "rest", "all"], "charts": ["c"] }]
    });
    told(&data, |account| {
        let stated = |id: &str| account.stated(account.dashboard.figure(id).unwrap()).to_string();
        assert!(stated("part").starts_with("5 people (superseded by in all: 11 people"), "{}", stated("part"));
        assert!(
            stated("all").starts_with("11 people (rests on in the north (superseded by in all: 11 people"),
            "{}",
            stated("all")
        );
    });
}
