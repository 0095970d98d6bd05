//! The dataset under the page, read without the project's own code: what the page has to show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::place;

/// The dashboard that was built, as plain JSON.
pub struct Dataset(Value);

/// Who reports what: the ids of an article and of a figure or event.
pub type Evidence = (String, String);

impl Dataset {
    /// The one under the page that was built.
    pub fn read() -> Result<Self> {
        let path = place::dist().join("data/dashboard.json");
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self(serde_json::from_str(&text)?))
    }

    /// The items of one of its lists: `figures`, `events`, `sources`, `charts` or `sections`.
    pub fn list(&self, name: &str) -> &[Value] {
        list(&self.0, name)
    }

    /// The ids of such a list, in the file's order.
    pub fn ids(&self, name: &str) -> Vec<&str> {
        self.list(name).iter().map(|item| text(item, "id")).collect()
    }

    /// The figure or event of this id.
    pub fn item(&self, id: &str) -> Option<&Value> {
        self.list("figures").iter().chain(self.list("events")).find(|item| text(item, "id") == id)
    }

    /// The article of this id.
    pub fn source(&self, id: &str) -> Option<&Value> {
        self.list("sources").iter().find(|source| text(source, "id") == id)
    }

    /// What the page is called.
    pub fn title(&self) -> &str {
        english(&self.0, "title")
    }

    /// The ids of the figures or events that a chart draws.
    pub fn drawn(&self, chart: &Value) -> Vec<String> {
        let named: Vec<_> = ["figures", "events"].iter().flat_map(|name| list(chart, name)).collect();
        if named.is_empty() {
            // A chart that names nothing is a timeline of all there is.
            return self.ids("events").into_iter().map(str::to_owned).collect();
        }
        named.into_iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Every citation of a figure or event; a derived figure has those of what it is computed from.
    pub fn evidence(&self, item: &str) -> BTreeSet<Evidence> {
        let Some(found) = self.item(item) else { return BTreeSet::new() };
        let cited =
            list(found, "citations").iter().map(|citation| (text(citation, "source").to_owned(), item.to_owned()));
        let operands = found.get("derive").and_then(Value::as_object).into_iter().flat_map(|formula| formula.values());
        let operands = operands.filter_map(Value::as_array).flatten().filter_map(Value::as_str);
        cited.chain(operands.flat_map(|operand| self.evidence(operand))).collect()
    }

    /// The articles behind a figure or event.
    pub fn articles(&self, item: &str) -> BTreeSet<String> {
        self.evidence(item).into_iter().map(|(article, _)| article).collect()
    }

    /// The fragments that each article is quoted with, by the article and the figure or event.
    pub fn quotes(&self) -> BTreeMap<Evidence, BTreeSet<String>> {
        let mut quotes: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for item in self.list("figures").iter().chain(self.list("events")) {
            for citation in list(item, "citations") {
                let evidence = (text(citation, "source").to_owned(), text(item, "id").to_owned());
                quotes.entry(evidence).or_default().insert(text(citation, "quote").to_owned());
            }
        }
        quotes
    }

    /// The day of its last change, such as `2026-01-21`.
    pub fn updated(&self) -> &str {
        text(&self.0, "updated")
    }

    /// The file as it is after an edit.
    pub fn edited(&self, edit: impl FnOnce(&mut Value)) -> String {
        let mut copy = self.0.clone();
        edit(&mut copy);
        format!("{copy:#}")
    }
}

/// The first figure with this value: its position in the file, and its id.
pub fn figure_that_is(dataset: &Dataset, value: &Value) -> Result<(usize, String)> {
    let position = dataset.list("figures").iter().position(|figure| figure.get("value") == Some(value));
    let position = position.with_context(|| format!("no figure is {value}"))?;
    Ok((position, dataset.ids("figures")[position].to_owned()))
}

/// The text under a key, or nothing.
pub fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The English of a text that is given for each language.
pub fn english<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).map_or("", |languages| text(languages, "en"))
}

/// The list under a key, or an empty one.
pub fn list<'a>(item: &'a Value, key: &str) -> &'a [Value] {
    item.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
