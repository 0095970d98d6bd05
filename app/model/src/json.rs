//! Reads the file value by value: a mistake is reported, its value left out, and the rest read.
//!
//! serde's derived readers stop at the first mistake, but a curator needs all of them at once.

use crate::index::Index;
use crate::problem::{Report, did_you_mean};
use crate::syntax;

pub(crate) use crate::node::{Node, shortened};

/// The root of the file; `None` if it is not JSON, which is then reported.
pub(crate) fn root<'a>(text: &'a str, report: &mut Report<'_>) -> Option<Node<'a>> {
    match Node::read(text) {
        Ok(root) => Some(root),
        Err(error) => {
            let (place, message) = syntax::broken(text, &error);
            report.at_byte(place, message);
            None
        }
    }
}

/// The fields of an object, which is read key by key. [`Fields::close`] reports the unknown keys.
pub(crate) struct Fields<'a> {
    pub(crate) node: Node<'a>,
    entries: Vec<(String, Node<'a>)>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(crate) fn open(node: &Node<'a>, what: &str, report: &mut Report<'_>) -> Option<Self> {
        let Some(all) = node.object() else {
            report.at(
                node,
                format!("{what} is an object {{ … }}, but this is {}: write its keys in {{ }}", node.found()),
            );
            return None;
        };
        let mut entries: Vec<(String, Node<'a>)> = Vec::new();
        let mut known = Index::default();
        for (key, value) in all {
            if known.add(&key, 0).is_none() {
                entries.push((key, value));
            } else {
                report.at(&value, format!("the key \"{key}\" appears twice in the same object: remove one"));
            }
        }
        Some(Self { node: node.clone(), entries, known: Vec::new() })
    }

    /// The value of an optional key.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node.clone())
    }

    /// The value of a required key; a missing one is reported.
    pub(crate) fn need(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            report.at(&self.node, format!("the key \"{key}\" is missing: add it"));
        }
        found
    }

    /// Accepts these keys with any value.
    pub(crate) fn pass(&mut self, keys: &'static [&'static str]) {
        self.known.extend_from_slice(keys);
    }

    /// Reports the keys that were neither read with [`Fields::get`] or [`Fields::need`] nor are `allowed`.
    pub(crate) fn close(self, allowed: &[&str], report: &mut Report<'_>) {
        for (key, node) in &self.entries {
            if !self.known.contains(&key.as_str()) && !allowed.contains(&key.as_str()) {
                let words = self.known.iter().copied().chain(allowed.iter().copied());
                let advice = did_you_mean(key, words, ": remove it or correct its spelling");
                report.at(node, format!("the key \"{key}\" is unknown here{advice}"));
            }
        }
    }
}

/// Reads a list item by item; anything else is reported.
pub(crate) fn list<'a, T>(
    node: Option<Node<'a>>,
    what: &str,
    report: &mut Report<'_>,
    mut item: impl FnMut(&Node<'a>, &mut Report<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = node else { return Vec::new() };
    let Some(items) = node.list() else {
        report.at(&node, format!("{what} is a list [ … ], but this is {}: put it into [ ]", node.found()));
        return Vec::new();
    };
    items.iter().filter_map(|node| item(node, report)).collect()
}

/// The message for an unpaired surrogate, which other programs cannot read.
pub(crate) const HALF_A_CHARACTER: &str =
    "this text has a \\u with half a character behind it: write the character itself";

/// The character that programs write in place of a letter that they could not decode.
pub(crate) const LOST: char = '\u{fffd}';

/// The message for a text with [`LOST`]. It would be published, and no program can restore the letter.
pub(crate) const A_LOST_LETTER: &str =
    "a letter was lost when this text was converted, and \u{fffd} (U+FFFD) is in its place: write what the article has";

/// Reads a string that is not blank.
pub(crate) fn words(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    match node.string() {
        Some(text) if text.contains(LOST) => {
            report.at(node, A_LOST_LETTER);
            None
        }
        Some(text) if !text.trim().is_empty() => Some(text),
        Some(_) => {
            report.at(node, "this text is empty: write one, or remove the key if it may be left out");
            None
        }
        None if node.written().starts_with('"') => {
            report.at(node, HALF_A_CHARACTER);
            None
        }
        None => {
            report.at(
                node,
                format!("a text belongs here, but this is {}: write one in \"quotation marks\"", node.found()),
            );
            None
        }
    }
}

/// Reads a list of ids, each with its place.
pub(crate) fn references<'a>(node: Option<Node<'a>>, what: &str, report: &mut Report<'_>) -> Vec<(String, Node<'a>)> {
    list(node, what, report, |item, report| Some((words(item, report)?, item.clone())))
}

/// Reads `true` or `false`.
pub(crate) fn truth(node: &Node<'_>, what: &str, report: &mut Report<'_>) -> Option<bool> {
    let truth = node.truth();
    if truth.is_none() {
        report.at(
            node,
            format!(
                "\"{what}\" is true or false, but this is {}: write one of them, without quotation marks",
                node.found()
            ),
        );
    }
    truth
}

/// Reads one word of a fixed list.
pub(crate) fn one_of<T: Copy>(node: &Node<'_>, known: &[(&str, T)], what: &str, report: &mut Report<'_>) -> Option<T> {
    let found = node.string();
    let hit = known.iter().find(|(word, _)| found.as_deref() == Some(word));
    if hit.is_none() {
        let words: Vec<_> = known.iter().map(|(word, _)| *word).collect();
        let advice = did_you_mean(&found.unwrap_or_default(), words.iter().copied(), ": write one of them");
        report.at(node, format!("\"{what}\" is one of {}, but this is {}{advice}", words.join(", "), node.found()));
    }
    hit.map(|(_, value)| *value)
}
