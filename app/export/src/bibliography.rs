//! The articles as the dashboard file has them: CSL items with every field that a reference manager put there, of which
//! the checked data keeps only a few.

use std::fmt;

use model::{Dashboard, Day, Issued, Name, Source, plain};
use serde_json::{Map, Value, json};

use crate::kind::{self, DOCUMENT, Kind};
use crate::line::line;

/// The articles of a dashboard with all that is known of them.
#[derive(Clone, Debug)]
pub struct Bibliography<'a> {
    items: Vec<Item<'a>>,
}

/// An article: as it was checked, and as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) source: &'a Source,
    csl: Map<String, Value>,
}

/// The text is not that of the dashboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text has other articles than the dashboard: give the text that the dashboard was read from")
    }
}

impl std::error::Error for Unreadable {}

/// What the dashboard file may say of an article beyond CSL 1.0.2 (`csl-data.json`). Ours are written in CSL's words or
/// left out; others, which reference managers add, move into `custom`, CSL's place for them.
const OURS: [&str; 2] = ["repeats", "archive_url"];
const OTHERS: [&str; 8] = [
    "collection-title-short",
    "copyright",
    "event-location",
    "license",
    "locators",
    "original-container-title",
    "rights",
    "system_id",
];

impl<'a> Bibliography<'a> {
    /// Reads the articles from the text of the file that `dashboard` was read from.
    ///
    /// # Errors
    /// When it is another text.
    pub fn read(dashboard: &'a Dashboard, text: &str) -> Result<Self, Unreadable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut file: Value = serde_json::from_str(text).map_err(|_| Unreadable)?;
        let written = file.get_mut("sources").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
        if written.len() != dashboard.sources.len() {
            return Err(Unreadable);
        }
        let item = |(source, written): (&'a Source, Value)| match written {
            Value::Object(csl) if is_id(csl.get("id"), &source.id) => Ok(Item { source, csl }),
            _ => Err(Unreadable),
        };
        let items = dashboard.sources.iter().zip(written).map(item).collect::<Result<_, _>>()?;
        Ok(Self { items })
    }

    /// `sources.csl.json`: the items as they are written, without the keys that only this project knows. The address of
    /// an archived copy becomes CSL's `archive_location`.
    pub fn csl_json(&self) -> String {
        let items: Vec<Value> = self.items.iter().map(Item::in_csl).collect();
        format!("{:#}\n", Value::Array(items))
    }

    /// The items in the order of the file.
    pub(crate) fn items(&self) -> &[Item<'a>] {
        &self.items
    }
}

impl Item<'_> {
    fn in_csl(&self) -> Value {
        let mut item = Map::new();
        let mut custom = Map::new();
        for (key, value) in &self.csl {
            match key.as_str() {
                ours if OURS.contains(&ours) => {}
                other if OTHERS.contains(&other) => {
                    custom.insert(key.clone(), value.clone());
                }
                _ => {
                    item.insert(key.clone(), value.clone());
                }
            }
        }
        if let Some(archive) = &self.source.archive_url {
            item.entry("archive_location").or_insert_with(|| archive.as_str().into());
        }
        if !custom.is_empty() {
            let place = item.entry("custom").or_insert_with(|| json!({}));
            if let Value::Object(place) = place {
                place.extend(custom);
            }
        }
        Value::Object(item)
    }

    /// What it is.
    pub(crate) fn kind(&self) -> &'static Kind {
        self.csl.get("type").and_then(Value::as_str).map_or(const { &DOCUMENT }, kind::of)
    }

    /// A variable on one line, without marks; numbers as they are written.
    pub(crate) fn variable(&self, key: &str) -> Option<String> {
        let text = match self.csl.get(key)? {
            Value::String(text) => line(&plain(text)),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// Its title, on one line.
    pub(crate) fn title(&self) -> Option<String> {
        self.source.title.as_deref().map(line)
    }

    /// Its address, if it has another than its DOI.
    pub(crate) fn url(&self) -> Option<&str> {
        let written = self.csl.get("URL").and_then(Value::as_str).is_some_and(|url| !url.trim().is_empty());
        self.source.url.as_deref().filter(|_| written)
    }

    /// Whom a variable names, such as its editors.
    pub(crate) fn people(&self, key: &str) -> Vec<Name> {
        let names = self.csl.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        names.iter().filter_map(|name| Name::of_csl(&name.to_string())).collect()
    }

    /// The day on which it was read.
    pub(crate) fn accessed(&self) -> Option<Day> {
        Issued::of_csl(&self.csl.get("accessed")?.to_string())?.day()
    }
}

/// Whether this is an id as it was read; some programs write a number.
fn is_id(written: Option<&Value>, id: &str) -> bool {
    match written {
        Some(Value::String(written)) => written == id,
        Some(Value::Number(written)) => written.to_string() == id,
        _ => false,
    }
}
