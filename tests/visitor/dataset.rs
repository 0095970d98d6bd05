//! Reads the dataset of the built page without the project's own code, so that tests can compare the page with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{measures, place};

/// The data of the built page, as plain JSON.
pub struct Dataset(Value);

/// The ids of an article and of a figure or event that it reports.
pub type Evidence = (String, String);

impl Dataset {
    /// Reads the data of the built page.
    pub fn read() -> Result<Self> {
        let path = place::dist().join("data/dashboard.json");
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let mut dataset = serde_json::from_str(&text)?;
        measures::resolve(&mut dataset);
        Ok(Self(dataset))
    }

    /// The items of a list: `figures`, `events`, `sources`, `charts` or `sections`.
    pub fn list(&self, name: &str) -> &[Value] {
        list(&self.0, name)
    }

    /// The ids of the items of a list, in the order of the file.
    pub fn ids(&self, name: &str) -> Vec<&str> {
        self.list(name).iter().map(|item| text(item, "id")).collect()
    }

    /// The figure or event with this id.
    pub fn item(&self, id: &str) -> Option<&Value> {
        self.list("figures").iter().chain(self.list("events")).find(|item| text(item, "id") == id)
    }

    /// The article with this id.
    pub fn source(&self, id: &str) -> Option<&Value> {
        self.list("sources").iter().find(|source| text(source, "id") == id)
    }

    /// The title of the page.
    pub fn title(&self) -> &str {
        english(&self.0, "title")
    }

    /// Whether the introduction contains a figure.
    pub fn introduces(&self, figure: &str) -> bool {
        english(&self.0, "summary").contains(&format!("{{{figure}}}"))
    }

    /// The ids of the figures or events that a chart draws.
    pub fn drawn(&self, chart: &Value) -> Vec<String> {
        let grouped = list(chart, "groups").iter().flat_map(|group| list(group, "figures"));
        let named = list(chart, "figures").iter().chain(grouped).chain(list(chart, "events"));
        let mut drawn: Vec<String> = named.filter_map(Value::as_str).map(str::to_owned).collect();
        // A chart of events that names none shows all.
        if ["timeline", "spans"].contains(&text(chart, "kind")) && chart.get("events").is_none() {
            drawn.extend(self.ids("events").into_iter().map(str::to_owned));
        }
        drawn
    }

    /// All citations of a figure or event; for a derived figure, those of its operands.
    pub fn evidence(&self, item: &str) -> BTreeSet<Evidence> {
        let Some(found) = self.item(item) else { return BTreeSet::new() };
        let cited =
            list(found, "citations").iter().map(|citation| (text(citation, "source").to_owned(), item.to_owned()));
        let operands = self.operands(item).into_iter();
        cited.chain(operands.flat_map(|operand| self.evidence(&operand))).collect()
    }

    /// The ids of the operands of a derived figure; none for a reported figure.
    pub fn operands(&self, item: &str) -> Vec<String> {
        let formula = self.item(item).and_then(|found| found.get("derive")).and_then(Value::as_object);
        let operands = formula.into_iter().flat_map(|formula| formula.values()).filter_map(Value::as_array).flatten();
        operands.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The ids of the reported figures that a figure is computed from, directly or indirectly; for a reported figure, its own.
    pub fn roots(&self, item: &str) -> BTreeSet<String> {
        let operands = self.operands(item);
        if operands.is_empty() {
            return [item.to_owned()].into();
        }
        operands.iter().flat_map(|operand| self.roots(operand)).collect()
    }

    /// The articles behind a figure or event.
    pub fn articles(&self, item: &str) -> BTreeSet<String> {
        self.evidence(item).into_iter().map(|(article, _)| article).collect()
    }

    /// The quotes of all citations, by article and figure or event.
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

    /// The date of the last change, such as `2026-01-21`.
    pub fn updated(&self) -> &str {
        text(&self.0, "updated")
    }

    /// The text of the file after an edit.
    pub fn edited(&self, edit: impl FnOnce(&mut Value)) -> String {
        let mut copy = self.0.clone();
        edit(&mut copy);
        format!("{copy:#}")
    }
}

/// An edit of one figure.
pub struct Edit {
    /// The index of the figure in the list of figures.
    pub position: usize,
    /// The figure's id.
    pub id: String,
    /// Its new value.
    pub value: Value,
    /// The text that the page must show afterwards.
    pub words: &'static str,
}

/// An edit of the value of a figure in a section that keeps the file valid.
pub fn edit(dataset: &Dataset) -> Result<Edit> {
    let in_sections: BTreeSet<_> = dataset.list("sections").iter().flat_map(|part| ids(part, "figures")).collect();
    // A part may not exceed its whole, and units such as percent do not allow every number.
    let parts = dataset.list("charts").iter().filter(|chart| text(chart, "kind") == "share");
    let parts: BTreeSet<_> = parts.flat_map(|chart| ids(chart, "figures")).collect();
    let bound = ["percent", "fraction", "tier"];
    let figures = dataset.list("figures").iter().enumerate();
    let free = figures.filter(|(_, figure)| {
        let id = text(figure, "id");
        in_sections.contains(id) && !parts.contains(id) && !bound.contains(&text(figure, "unit"))
    });
    let edit = |(position, figure): (usize, &Value)| {
        let value = figure.get("value")?.as_object()?;
        let key = ["exactly", "about", "at_least", "more_than"].into_iter().find(|key| value.contains_key(*key))?;
        let (id, value) = (text(figure, "id").to_owned(), json!({ key: 4321 }));
        Some(Edit { position, id, value, words: "4,321" })
    };
    free.filter_map(edit)
        .next()
        .context("there is no figure whose value can be changed without making the file invalid")
}

/// The ids under a key.
fn ids<'a>(item: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(item, key).iter().filter_map(Value::as_str)
}

/// The text under a key, or an empty text.
pub fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The English version of a text that has one per language.
pub fn english<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).map_or("", |languages| text(languages, "en"))
}

/// The list under a key, or an empty one.
pub fn list<'a>(item: &'a Value, key: &str) -> &'a [Value] {
    item.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
