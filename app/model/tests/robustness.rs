//! Any text gives either problems or a dashboard: never a panic, and no value is dropped without a report.

mod support;

use model::{Dashboard, Footnotes, Problem};
use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Value as Json, json};
use support::{REAL, minimal};

/// Reads a text and checks the result.
fn read(text: &str) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split('\n').collect();
    match Dashboard::parse(text) {
        Ok(dashboard) => {
            let file: Json = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
            let count = |key: &str| file[key].as_array().map_or(0, Vec::len);
            prop_assert_eq!(dashboard.figures.len(), count("figures"));
            prop_assert_eq!(dashboard.events.len(), count("events"));
            prop_assert_eq!(dashboard.charts.len(), count("charts"));
            let footnotes = Footnotes::of(&dashboard);
            for figure in &dashboard.figures {
                prop_assert!(!footnotes.markers(&figure.id).is_empty(), "{} is not cited", figure.id);
                let (low, high) = figure.value.ends();
                prop_assert!(low.into_iter().chain(high).all(f64::is_finite), "{} is {:?}", figure.id, figure.value);
            }
        }
        Err(problems) => {
            let places: Vec<(usize, usize)> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
            prop_assert!(problems.len() > 0);
            prop_assert!(places.is_sorted(), "{problems}");
            for Problem { line, column, span, message, .. } in problems.iter() {
                let length = lines.get(line - 1).map(|line| line.chars().count());
                prop_assert!(length.is_some_and(|length| *column <= length + 1), "{line}:{column} {message}");
                prop_assert!(!message.contains("cannot say why"), "{text}");
                let value = text.trim_start_matches('\u{feff}').get(span.clone());
                let whole = value.is_some_and(|value| serde_json::from_str::<IgnoredAny>(value).is_ok());
                prop_assert!(span.is_empty() || whole, "{span:?} is no value: {message}");
            }
        }
    }
    Ok(())
}

/// Every place in a JSON value, as a JSON Pointer.
fn places(value: &Json, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Json::Array(items) => {
            items.iter().zip(0..).for_each(|(item, index)| places(item, &format!("{here}/{index}"), found));
        }
        Json::Object(entries) => {
            entries.iter().for_each(|(key, item)| places(item, &format!("{here}/{key}"), found));
        }
        _ => {}
    }
}

/// Wrong values that a curator might write by mistake.
fn oddities() -> impl Strategy<Value = Json> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(0.5),
        json!(1e300),
        json!(1e-300),
        json!(""),
        json!(" "),
        json!("NaN"),
        json!("2025-02-30"),
        json!("{arrests}"),
        json!("}{"),
        json!("guardian"),
        json!("left"),
        json!([]),
        json!([[]]),
        json!(["arrests"]),
        json!({}),
        json!({ "en": "" }),
        json!({ "en": "{raids}" }),
        json!({ "exactly": 0 }),
        json!({ "magnitude": "thousands" }),
        json!({ "ratio": ["raids", "arrests"] }),
        json!({ "between": [0, 1e15] }),
        json!({ "at_most": 0 }),
        json!("percent"),
        json!("timeline"),
        json!("share"),
    ])
}

proptest! {
    #[test]
    fn any_text_is_read_or_explained(text in any::<String>()) {
        read(&text)?;
    }

    #[test]
    fn any_heap_of_json_signs_is_read_or_explained(
        signs in prop::collection::vec(
            prop::sample::select(vec!["{", "}", "[", "]", ",", ":", "\"", "\"id\"", "\"en\"", "\"figures\"", "1", "-", "1e999", "null", "tru", "NaN", "\\", "\\ud800", "\n", "é", "🙂", "//"]),
            0..40,
        )
    ) {
        read(&signs.concat())?;
    }

    #[test]
    fn the_real_dataset_with_one_letter_changed_is_read_or_explained(
        at in any::<prop::sample::Index>(),
        letter in prop_oneof![any::<char>(), prop::sample::select(vec!['"', '{', '}', '[', ']', ',', ':', '0', '-', '\n', '\\'])],
    ) {
        let mut letters: Vec<char> = REAL.chars().collect();
        let at = at.index(letters.len());
        letters[at] = letter;
        read(&letters.into_iter().collect::<String>())?;
    }

    #[test]
    fn the_real_dataset_cut_short_is_explained(at in any::<prop::sample::Index>()) {
        let text: String = REAL.trim_end().chars().take(at.index(REAL.trim_end().chars().count())).collect();
        prop_assert!(Dashboard::parse(&text).is_err());
        read(&text)?;
    }

    #[test]
    fn the_real_dataset_with_one_value_replaced_is_read_or_explained(
        at in any::<prop::sample::Index>(),
        oddity in oddities(),
    ) {
        let mut dataset: Json = serde_json::from_str(REAL).unwrap();
        let mut all = Vec::new();
        places(&dataset, "", &mut all);
        *dataset.pointer_mut(&all[at.index(all.len())]).unwrap() = oddity;
        read(&format!("{dataset:#}"))?;
    }

    #[test]
    fn the_real_dataset_with_two_values_exchanged_is_read_or_explained(
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let mut dataset: Json = serde_json::from_str(REAL).unwrap();
        let mut all = Vec::new();
        places(&dataset, "", &mut all);
        let (one, other) = (one.get(&all), other.get(&all));
        let (first, second) = (dataset.pointer(one).cloned(), dataset.pointer(other).cloned());
        for (place, value) in [(one, second), (other, first)] {
            if let (Some(place), Some(value)) = (dataset.pointer_mut(place), value) {
                *place = value;
            }
        }
        read(&dataset.to_string())?;
    }
}

#[test]
fn brackets_a_hundred_thousand_deep_are_explained() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let lists = deep("[", "]");
    let objects = format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    for text in [&lists, &objects, &"[".repeat(100_000), &"{\"a\":".repeat(100_000)] {
        read(text).unwrap();
        assert!(Dashboard::parse(text).is_err());
    }
    for inner in [&lists, &objects] {
        for key in ["figures", "summary", "sources", "charts", "schema_version", "unknown"] {
            let mut dataset = minimal();
            dataset[key] = json!("HERE");
            let text = dataset.to_string().replace("\"HERE\"", inner);
            assert!(Dashboard::parse(&text).is_err(), "{key}");
        }
    }
}
