//! The articles as the dashboard file has them: CSL items with every field that a reference manager put there, of which
//! the checked data keeps only a few.

use std::fmt;

use model::{Certainty, Dashboard, Date, Day, Source};
use serde_json::{Map, Value, json};

use crate::kind::{self, DOCUMENT, Kind};
use crate::person::Person;
use crate::plain::{line, plain};

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
            Value::Object(csl) if csl.get("id").and_then(Value::as_str) == Some(&source.id) => Ok(Item { source, csl }),
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
                "type" => {
                    item.insert(key.clone(), self.kind().csl.into());
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

    /// A variable on one line; numbers as they are written.
    pub(crate) fn variable(&self, key: &str) -> Option<String> {
        let text = match self.csl.get(key)? {
            Value::String(text) => line(text),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// Its title, without marks.
    pub(crate) fn title(&self) -> Option<String> {
        self.source.title.as_deref().map(|title| line(&plain(title))).filter(|title| !title.is_empty())
    }

    /// Its authors, or whom else a variable names.
    pub(crate) fn people(&self, key: &str) -> Vec<Person> {
        let names = self.csl.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        names.iter().filter_map(Value::as_object).filter_map(Person::read).collect()
    }

    /// The day of its publication. CSL's `circa` makes it *about* that day.
    pub(crate) fn issued(&self) -> Option<Day> {
        let circa = match self.csl.get("issued").and_then(|issued| issued.get("circa")) {
            Some(Value::Bool(circa)) => *circa,
            Some(Value::Number(number)) => number.as_f64() != Some(0.0),
            Some(Value::String(words)) => !words.is_empty(),
            _ => false,
        };
        let mut day = self.source.issued?;
        if circa && day.certainty == Certainty::Sure {
            day.certainty = Certainty::Approximate;
        }
        Some(day)
    }

    /// The day on which it was read.
    pub(crate) fn accessed(&self) -> Option<Day> {
        let accessed = self.csl.get("accessed")?;
        let text = match accessed.get("date-parts").and_then(|ranges| ranges.get(0)).and_then(Value::as_array) {
            Some(parts) => {
                let part = |(place, part): (usize, &Value)| {
                    let number = part.as_u64().or_else(|| part.as_str()?.parse().ok())?;
                    Some(if place == 0 { format!("{number:04}") } else { format!("{number:02}") })
                };
                parts.iter().enumerate().map(part).collect::<Option<Vec<_>>>()?.join("-")
            }
            None => ["raw", "literal"].into_iter().find_map(|key| accessed.get(key)?.as_str())?.to_owned(),
        };
        match Date::parse(&text)? {
            Date::Day(day) => Some(day),
            Date::Interval(..) => None,
        }
    }
}
