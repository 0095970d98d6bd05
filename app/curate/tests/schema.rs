//! The JSON Schema beside the data is up to date, describes every key, and agrees with the model about the format.

#![expect(clippy::unwrap_used, reason = "a test whose files cannot be read has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;

use expect_test::expect_file;
use jsonschema::Validator;
use model::Dashboard;
use serde_json::{Value, json};
use support::{curate, data, repository, stdout};

/// Parts of the model's messages about mistakes that no schema can find.
const UNSEEN: [(&str, &[&str]); 16] = [
    ("units that are nearly one of the known", &["would mean a count of things"]),
    (
        "references to unknown ids",
        &[
            "no source has the id",
            "no figure has the id",
            "no event has the id",
            "no chart has the id",
            "no speaker has the id",
            "no measure has the id",
            "no place has the id",
            "but no figure has that id",
        ],
    ),
    ("ids given twice", &["already has the id", "are the same in addresses"]),
    (
        "figures and charts named twice or nowhere",
        &[
            "is already in",
            "no figure has the \"speaker\"",
            "is shown nowhere",
            "is in no section",
            "no figure and no event cites",
        ],
    ),
    (
        "ids that lead back",
        &[
            "cannot repeat itself",
            "cannot be superseded by itself",
            "is computed from itself",
            "by figures that are superseded by",
            "itself speaks for another",
        ],
    ),
    (
        "measures and their readings",
        &["is not a reading of", "no figure has the \"measure\"", "if they count different things, make two measures"],
    ),
    (
        "places, and what maps say of them",
        &[
            "this outline cannot be read",
            "no figure, event or chart names the place",
            "quote the words that name this place",
            "names none of the places of this map",
        ],
    ),
    (
        "what can be computed",
        &[
            "nothing can be computed from",
            "are added or subtracted",
            "the second figure is or may be",
            "the result could be anything",
            "the result is too large or too small",
            "the result is 0",
            "divided by",
            "an order and no size",
        ],
    ),
    (
        "what a chart can draw",
        &[
            "a chart has one unit",
            "is a magnitude without a number",
            "a log scale does not",
            "shows reported figures",
            "a share shows one figure",
            "the whole is 0",
            "is larger than the whole",
            "dots: choose",
            "so that it is 1 to",
            "but the file has none",
            "does not say for what time it holds",
            "is not among the figures of this chart",
            "what is compared has one unit",
        ],
    ),
    ("days that are not in the calendar", &["in the calendar", "ends before it begins", "begins after it ends"]),
    (
        "ranges that are reversed, numbers that cannot be kept",
        &["the first number of a range is the smaller one", "is too small to be kept exactly"],
    ),
    ("invisible characters", &["an unseen "]),
    ("letters that an earlier conversion lost", &["a letter was lost when"]),
    ("units that are declared twice", &["is declared twice"]),
    // A schema cannot look up whether the unit is declared as measured.
    (
        "what is counted in a file that declares units, and parts below 0",
        &["takes whole numbers", "cannot be below 0", "which no part of a whole is"],
    ),
    ("repeated keys, unpaired surrogates", &["appears twice in the same object", "with half a character behind it"]),
];

fn schema() -> Value {
    serde_json::from_slice(&curate(&["schema"]).stdout).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn every_key() -> String {
    fs::read_to_string(repository().join("app/curate/tests/every-key.json")).unwrap()
}

/// The model's problems with the format of a file, without those between its parts.
fn wrong_in_form(text: &str) -> Vec<String> {
    let problems = Dashboard::parse(text).err();
    let problems = problems.iter().flat_map(model::Problems::iter);
    let unseen = |message: &str| UNSEEN.iter().flat_map(|(_, words)| *words).any(|words| message.contains(words));
    problems.filter(|problem| !unseen(&problem.message)).map(ToString::to_string).collect()
}

#[test]
fn the_schema_beside_the_data_is_the_one_that_the_program_prints() {
    let output = curate(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    expect_file!["../../../data/dashboard.schema.json"].assert_eq(&stdout(&output));
}

#[test]
fn it_is_a_valid_schema_of_2020_12() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn the_data_names_it_so_that_editors_find_it() {
    let data: Value = serde_json::from_str(&data()).unwrap();
    assert!(repository().join("data").join(data["$schema"].as_str().unwrap()).is_file());
}

#[test]
fn it_accepts_the_real_dataset_and_every_other_that_the_model_accepts() {
    let minimal = fs::read_to_string(repository().join("app/model/tests/minimal.json")).unwrap();
    let validator = validator();
    for text in [data(), minimal, every_key()] {
        let problems = Dashboard::parse(&text).err().map(|problems| problems.to_string());
        assert_eq!(problems, None);
        let errors: Vec<String> =
            validator.iter_errors(&serde_json::from_str(&text).unwrap()).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn it_refuses_every_wrong_dataset_with_a_wrong_format() {
    let validator = validator();
    let (mut refused, mut left) = (0, 0);
    for entry in fs::read_dir(repository().join("app/model/tests/wrong")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // Every editor refuses invalid JSON, with or without a schema.
        let (true, Ok(file)) = (path.extension().is_some_and(|kind| kind == "json"), serde_json::from_str(&text))
        else {
            continue;
        };
        let wrong = wrong_in_form(&text);
        let accepted = validator.is_valid(&file);
        assert!(!accepted || wrong.is_empty(), "{} is accepted, but {wrong:#?}", path.display());
        *(if accepted { &mut left } else { &mut refused }) += 1;
    }
    assert!(refused > 50 && left > 20, "{refused} are refused, {left} left to the check");
}

#[test]
fn each_mistake_that_it_leaves_to_the_check_has_a_wrong_dataset() {
    let mut said = String::new();
    for entry in fs::read_dir(repository().join("app/model/tests/wrong")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "problems") {
            said += &fs::read_to_string(path).unwrap();
        }
    }
    for words in UNSEEN.iter().flat_map(|(_, words)| *words) {
        assert!(said.contains(words), "no message has \"{words}\"");
    }
}

/// Every place in a file, with its path without the indices of items.
fn places(value: &Value, pointer: &str, kind: &str, found: &mut Vec<(String, String)>) {
    found.push((pointer.into(), kind.into()));
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let step = key.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{pointer}/{step}"), &format!("{kind}/{step}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                places(value, &format!("{pointer}/{place}"), &format!("{kind}/*"), found);
            }
        }
        _ => {}
    }
}

/// Copies of a file with one change each: at some places of each kind, the value is removed, misspelt and replaced.
fn mutants(file: &Value, each_kind: usize, others: &[Value]) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    places(file, "", "", &mut found);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut mutants = Vec::new();
    for (pointer, kind) in &found {
        let count = seen.entry(kind).or_default();
        *count += 1;
        if *count > each_kind {
            continue;
        }
        for other in others {
            let mut mutant = file.clone();
            *mutant.pointer_mut(pointer).unwrap() = other.clone();
            mutants.push((format!("{pointer} is {other}"), mutant));
        }
        if file.pointer(pointer).unwrap().is_object() {
            let mut mutant = file.clone();
            mutant.pointer_mut(pointer).unwrap()["no-such-key"] = json!({ "en": "x" });
            mutants.push((format!("{pointer} has an unknown key"), mutant));
        }
        let Some((owner, last)) = pointer.rsplit_once('/') else { continue };
        let mut mutant = file.clone();
        match mutant.pointer_mut(owner).unwrap() {
            Value::Object(entries) => {
                let last = last.replace("~1", "/").replace("~0", "~");
                let value = entries.remove(&last).unwrap();
                mutants.push((format!("{pointer} is gone"), mutant.clone()));
                mutant.pointer_mut(owner).unwrap()[format!("{last}s")] = value;
                mutants.push((format!("{pointer} has a longer name"), mutant));
            }
            Value::Array(items) => {
                let item = items.remove(last.parse().unwrap());
                mutants.push((format!("{pointer} is gone"), mutant.clone()));
                mutant.pointer_mut(owner).unwrap().as_array_mut().unwrap().extend([item.clone(), item]);
                mutants.push((format!("{pointer} is repeated"), mutant));
            }
            _ => {}
        }
    }
    mutants
}

/// The changed copies about whose format schema and model disagree.
fn disagreements(text: &str, each_kind: usize, others: &[Value]) -> Vec<String> {
    let validator = validator();
    let mutants = mutants(&serde_json::from_str(text).unwrap(), each_kind, others);
    assert!(mutants.len() > 500, "{}", mutants.len());
    let differ = |(what, mutant): (String, Value)| {
        let text = mutant.to_string();
        match validator.validate(&mutant) {
            Ok(()) => {
                let wrong = wrong_in_form(&text);
                (!wrong.is_empty()).then(|| format!("{what}: the schema accepts it, but {wrong:?}"))
            }
            Err(error) => {
                let read = Dashboard::parse(&text).is_ok();
                read.then(|| format!("{what}: the model accepts it, but {error} at {}", error.instance_path()))
            }
        }
    };
    mutants.into_iter().filter_map(differ).collect()
}

#[test]
fn it_agrees_with_the_model_on_the_real_dataset_with_any_single_change() {
    let found = disagreements(&data(), 1, &[json!(null), json!(0.5), json!(""), json!({})]);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn it_agrees_with_the_model_on_every_key_changed() {
    let others = [
        json!(null),
        json!(-1),
        json!(0.5),
        json!(""),
        json!("Äx {y"),
        json!([]),
        json!({}),
        json!({ "en": "x" }),
        json!(["left"]),
        json!([[true]]),
    ];
    let found = disagreements(&every_key(), 1, &others);
    assert!(found.is_empty(), "{found:#?}");
}

/// Every key of the schema, with its path and subschema.
fn keys<'a>(schema: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    for (key, of) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        keys(of, &path, found);
        found.push((path, of));
    }
    if schema["items"].is_object() {
        keys(&schema["items"], &format!("{path}/*"), found);
    }
}

#[test]
fn every_key_has_a_title_a_description_and_examples_that_it_accepts() {
    let schema = schema();
    let mut found = Vec::new();
    keys(&schema, "", &mut found);
    assert!(found.len() > 50, "{}", found.len());
    for (path, of) in found {
        for (word, longest) in [("title", 40), ("description", 400)] {
            let said = of[word].as_str().unwrap_or_default();
            assert!(!said.trim().is_empty() && said.chars().count() <= longest, "{path} has the {word} {said:?}");
        }
        // The text in each language needs no example beside that of its key.
        let examples = of["examples"].as_array();
        assert!(
            path.ends_with("/en") || examples.is_some_and(|examples| !examples.is_empty()),
            "{path} has no example"
        );
        let validator = jsonschema::draft202012::new(of).unwrap();
        for example in examples.into_iter().flatten() {
            let error = validator.validate(example).err().map(|error| error.to_string());
            assert_eq!(error, None, "{path}, {example}");
        }
    }
}

#[test]
fn examples_of_objects_are_accepted_in_their_place() {
    let schema = schema();
    for list in ["sources", "units", "figures", "events", "charts", "sections", "corrections"] {
        let of = &schema["properties"][list]["items"];
        let validator = jsonschema::draft202012::new(of).unwrap();
        let examples = of["examples"].as_array().unwrap();
        assert!(!examples.is_empty() && examples.iter().all(|example| validator.is_valid(example)), "{list}");
    }
}

#[test]
fn its_values_and_limits_are_those_of_the_model() {
    let schema = schema();
    let magnitudes =
        &schema["properties"]["figures"]["items"]["properties"]["value"]["properties"]["magnitude"]["enum"];
    assert_eq!(*magnitudes, json!(model::Magnitude::ALL.map(model::Magnitude::key)));
}
