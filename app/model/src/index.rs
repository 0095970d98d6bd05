//! From names to places in a list.
//!
//! One type for every look-up: each further one of another shape would cost the page a kilobyte or two.

use std::collections::BTreeMap;

/// Places by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index(BTreeMap<String, usize>);

impl Index {
    /// Indexes a list in which every name has its place; of two of a name, the first one counts.
    pub(crate) fn of<'n>(names: impl Iterator<Item = Option<&'n str>>) -> Self {
        let mut index = Self::default();
        for (place, name) in names.enumerate() {
            if let Some(name) = name {
                index.add(name, place);
            }
        }
        index
    }

    /// Adds a name, unless it is there; then its place is returned.
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
