//! Finds the index of an item in a list by its name.
//!
//! All look-ups share this type: each further map type would add one or two kilobytes to the program in the browser.

use std::collections::BTreeMap;

/// Indices by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index(BTreeMap<String, usize>);

impl Index {
    /// Indexes a list of names. If a name appears twice, the first counts.
    pub(crate) fn of<'n>(names: impl Iterator<Item = Option<&'n str>>) -> Self {
        let mut index = Self::default();
        for (place, name) in names.enumerate() {
            if let Some(name) = name {
                index.add(name, place);
            }
        }
        index
    }

    /// Adds a name. If it is known, nothing changes and its index is returned.
    pub(crate) fn add(&mut self, name: &str, place: usize) -> Option<usize> {
        let known = self.get(name);
        if known.is_none() {
            self.0.insert(name.to_owned(), place);
        }
        known
    }

    pub(crate) fn get(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
