//! Counts what an edition contains. The size limit of its page depends on these counts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// The number of items of each kind in an edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) figures: usize,
    /// The citations of figures and of events.
    pub(crate) citations: usize,
    pub(crate) events: usize,
    pub(crate) charts: usize,
    pub(crate) articles: usize,
}

/// A text of the data, with its place in the file and its length in characters.
#[derive(Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) place: String,
    pub(crate) letters: usize,
}

/// Reads the data of an edition, which must be valid JSON.
pub(crate) fn read(data: &Path) -> Result<Value> {
    let text = fs::read_to_string(data).with_context(|| format!("{} cannot be read", data.display()))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).with_context(|| format!("{} is not JSON", data.display()))
}

impl Content {
    pub(crate) fn of(data: &Value) -> Self {
        let cited = [list(data, "figures"), list(data, "events")].concat();
        Self {
            figures: list(data, "figures").len(),
            citations: cited.iter().map(|item| list(item, "citations").len()).sum(),
            events: list(data, "events").len(),
            charts: list(data, "charts").len(),
            articles: list(data, "sources").len(),
        }
    }
}

fn list<'d>(data: &'d Value, key: &str) -> &'d [Value] {
    data.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The longest texts that are printed on the page, the longest first.
pub(crate) fn longest(data: &Value, count: usize) -> Vec<Text> {
    let mut texts = Vec::new();
    for key in ["figures", "events", "charts", "sections", "corrections"] {
        for (position, item) in list(data, key).iter().enumerate() {
            let name = item.get("id").and_then(Value::as_str).map_or_else(|| (position + 1).to_string(), str::to_owned);
            gather(item, &format!("{key} {name}"), &mut texts);
        }
    }
    texts.sort_by_key(|text| std::cmp::Reverse(text.letters));
    texts.truncate(count);
    texts
}

fn gather(value: &Value, place: &str, texts: &mut Vec<Text>) {
    match value {
        Value::String(text) => texts.push(Text { place: place.to_owned(), letters: text.chars().count() }),
        Value::Array(items) => items.iter().for_each(|item| gather(item, place, texts)),
        Value::Object(fields) => {
            for (key, field) in fields {
                // A text is an object with one key per language: `{"en": "…"}`.
                let language = field.is_string() && fields.keys().all(|key| key.len() == 2);
                let place = if language { place.to_owned() } else { format!("{place}, {key}") };
                gather(field, &place, texts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn data() -> Value {
        json!({
            "sources": [{ "id": "times" }, { "id": "post" }],
            "figures": [
                { "id": "left", "label": { "en": "who left" }, "citations": [{ "source": "times" }, { "source": "post" }] },
                { "id": "total", "note": { "en": "The sum of both." }, "derive": { "sum": ["left", "left"] } }
            ],
            "events": [{ "citations": [{ "source": "post", "quote": "on Friday" }] }],
            "charts": [{ "id": "all" }]
        })
    }

    #[test]
    fn the_items_of_an_edition_are_counted() {
        let content = Content { figures: 2, citations: 3, events: 1, charts: 1, articles: 2 };
        assert_eq!(Content::of(&data()), content);
        assert_eq!(Content::of(&json!({})), Content::default());
    }

    #[test]
    fn the_longest_texts_are_named_by_their_places() {
        let text = |place: &str, letters| Text { place: place.to_owned(), letters };
        let expected =
            [text("figures total, note", 16), text("events 1, citations, quote", 9), text("figures left, label", 8)];
        assert_eq!(longest(&data(), 3), expected);
    }
}
