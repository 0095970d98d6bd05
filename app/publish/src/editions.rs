//! The list of all published editions, `v/editions.json`: a line for each edition, in the order of publication, with its
//! day, its data, and the frozen files of the parts that changed in it. Other parts are the same as in the edition before.
//!
//! Lines are only added. The list is JSON with commas at the beginning of lines, so that a new line changes no other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::hash;

/// The address of the list.
pub(crate) const LIST: &str = "v/editions.json";

/// The folder of frozen files, relative to the list.
pub(crate) const FOLDER: &str = "o/";

/// An edition, as in its line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Edition {
    /// The day of its last change, from the data.
    pub(crate) date: String,
    pub(crate) title: String,
    /// The address of its data, relative to the list.
    pub(crate) data: String,
    /// The address of the data of the edition before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) after: Option<String>,
    /// The format in which its parts are frozen.
    #[serde(default)]
    pub(crate) form: u32,
    /// The parts that changed in it, by name.
    #[serde(default)]
    pub(crate) parts: BTreeMap<String, Kept>,
    /// The parts that were removed in it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) gone: BTreeSet<String>,
    /// Its changes (see `edits.rs`). The first edition has none, and neither have older lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) changes: Option<Vec<serde_json::Value>>,
}

/// The frozen files of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The day of the last change of its content.
    pub(crate) day: String,
    /// The addresses of its files, relative to the list, by kind: `html`, `png`, `svg`.
    #[serde(flatten)]
    pub(crate) files: BTreeMap<String, String>,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Editions {
    lines: Vec<String>,
    /// The lines that this program can read.
    known: Vec<Edition>,
}

impl Editions {
    /// Reads the list; `None` if the text is no list.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let lines: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
        let lines: Vec<String> = match as_written(text) {
            Some(own) if own.len() == lines.len() => own,
            // The list was written by another program.
            _ => lines.iter().map(ToString::to_string).collect(),
        };
        let known = lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
        Some(Self { lines, known })
    }

    /// All editions that this program can read, in the order of publication.
    pub(crate) fn all(&self) -> &[Edition] {
        &self.known
    }

    /// The last edition.
    pub(crate) fn last(&self) -> Option<&Edition> {
        self.known.last()
    }

    /// The frozen files of the parts of the last edition, by name.
    pub(crate) fn parts(&self) -> BTreeMap<&str, &Kept> {
        let mut found = BTreeMap::new();
        let mut gone = BTreeSet::new();
        let mut next = self.known.len().checked_sub(1);
        // Two editions may have been published at the same time, each after the same one: the line before is not always the
        // edition before.
        while let Some((place, edition)) = next.and_then(|place| Some((place, self.known.get(place)?))) {
            for (name, kept) in &edition.parts {
                if !gone.contains(name) {
                    found.entry(name.as_str()).or_insert(kept);
                }
            }
            gone.extend(&edition.gone);
            let after = edition.after.as_deref();
            let earlier = self.known.get(..place).unwrap_or_default();
            next = after.and_then(|data| earlier.iter().rposition(|edition| edition.data == data));
        }
        found
    }

    /// Adds an edition.
    pub(crate) fn add(&mut self, edition: Edition) {
        // The keys are strings, so it cannot fail.
        if let Ok(line) = serde_json::to_string(&edition) {
            self.lines.push(line);
            self.known.push(edition);
        }
    }

    /// The text of the list.
    pub(crate) fn text(&self) -> String {
        format!("[\n{}\n]\n", self.lines.join("\n,"))
    }
}

/// The address of a frozen file, relative to the list: it is named after its content.
pub(crate) fn address(ending: &str, content: &[u8]) -> String {
    format!("{FOLDER}{}.{ending}", hash::fingerprint(&[content]))
}

/// The lines of a list that this program wrote.
fn as_written(text: &str) -> Option<Vec<String>> {
    let lines = text.strip_prefix("[\n")?.strip_suffix("\n]\n")?;
    Some(lines.split("\n,").map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(data: &str, after: Option<&str>, parts: &[(&str, &str)], gone: &[&str]) -> Edition {
        let kept = |page: &str| Kept {
            day: "2026-01-21".into(),
            files: BTreeMap::from([("html".to_owned(), page.to_owned())]),
        };
        Edition {
            date: "2026-01-21".into(),
            title: "T".into(),
            data: data.into(),
            after: after.map(str::to_owned),
            form: 1,
            parts: parts.iter().map(|(name, page)| ((*name).to_owned(), kept(page))).collect(),
            gone: gone.iter().map(|name| (*name).to_owned()).collect(),
            changes: None,
        }
    }

    fn pages(list: &Editions) -> Vec<(String, String)> {
        list.parts().into_iter().map(|(name, kept)| (name.to_owned(), kept.files["html"].clone())).collect()
    }

    fn of(editions: &[Edition]) -> Editions {
        let mut list = Editions::default();
        editions.iter().for_each(|edition| list.add(edition.clone()));
        list
    }

    #[test]
    fn a_new_edition_is_one_new_line_and_changes_no_other() {
        let mut list = of(&[edition("a", None, &[("x", "1")], &[])]);
        let before = list.text();
        list.add(edition("b", Some("a"), &[("x", "2")], &[]));
        let after = list.text();
        assert!(after.starts_with(before.trim_end_matches("]\n")), "{after}");
        assert_eq!(after.lines().count(), before.lines().count() + 1);
        assert_eq!(Editions::read(&after), Some(list));
    }

    #[test]
    fn a_part_that_did_not_change_is_where_an_earlier_edition_put_it() {
        let list = of(&[
            edition("a", None, &[("x", "1"), ("y", "1"), ("z", "1")], &[]),
            edition("b", Some("a"), &[("x", "2")], &["z"]),
            edition("c", Some("b"), &[("w", "3")], &[]),
        ]);
        let parts = [("w", "3"), ("x", "2"), ("y", "1")].map(|(name, page)| (name.to_owned(), page.to_owned()));
        assert_eq!(pages(&list), parts);
    }

    #[test]
    fn of_two_that_were_published_at_once_neither_takes_the_parts_of_the_other() {
        let list = of(&[
            edition("a", None, &[("x", "1"), ("y", "1")], &[]),
            edition("b", Some("a"), &[("x", "2")], &[]),
            edition("c", Some("a"), &[("y", "3")], &[]),
        ]);
        assert_eq!(pages(&list), [("x".to_owned(), "1".to_owned()), ("y".to_owned(), "3".to_owned())]);
    }

    #[test]
    fn what_came_back_is_what_it_was_the_last_time() {
        let list = of(&[
            edition("a", None, &[("x", "1")], &[]),
            edition("b", Some("a"), &[], &["x"]),
            edition("c", Some("b"), &[("x", "3")], &[]),
            edition("b", Some("c"), &[], &["x"]),
        ]);
        assert!(pages(&list).is_empty());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_kept_and_stops_nothing() {
        let text = "[\n{\"date\":\"2026-01-21\",\"title\":\"T\",\"data\":\"a\"}\n,{\"something\":\"else\"}\n]\n";
        let mut list = Editions::read(text).unwrap();
        assert_eq!(list.last().unwrap().data, "a");
        list.add(edition("b", Some("a"), &[], &[]));
        assert!(list.text().contains("\n,{\"something\":\"else\"}\n,{\"date\""), "{}", list.text());
        assert!(Editions::read("[\n").is_none() && Editions::read("{}").is_none());
    }

    #[test]
    fn a_list_in_another_layout_is_the_same_list() {
        let list = of(&[edition("a", None, &[("x", "1")], &[]), edition("b", Some("a"), &[], &[])]);
        let value: serde_json::Value = serde_json::from_str(&list.text()).unwrap();
        let again = Editions::read(&format!("{value:#}")).unwrap();
        assert_eq!(again.parts(), list.parts());
    }
}
