//! JSON with places: every value read from the file knows its path and where in the text it stands.
//!
//! serde's derived readers stop at the first mistake. A curator wants all of them at once, so the
//! file is read value by value: serde_json finds the borders of each ([`RawValue`]), and a value
//! that is not what it should be is reported and left out while the rest is read on.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::index::Index;
use crate::number;
use crate::problem::{Report, did_you_mean};
use crate::syntax;

/// A value in the file.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    raw: &'a str,
    pub(crate) path: String,
}

impl<'a> Node<'a> {
    /// The whole file, or nothing when it is not JSON (which is then in the report).
    pub(crate) fn root(text: &'a str, report: &mut Report<'_>) -> Option<Self> {
        if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
            let (place, message) = syntax::broken(text, &error);
            report.at_byte(place, message);
            return None;
        }
        Some(Self { raw: text.trim(), path: String::new() })
    }

    /// Bytes from the start of the file.
    pub(crate) fn offset(&self, text: &str) -> usize {
        (self.raw.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
    }

    /// The keys and values of an object as they are written, in file order, repeated keys included.
    fn entries(&self) -> Option<Vec<(&'a RawValue, &'a RawValue)>> {
        if !self.raw.starts_with('{') {
            return None;
        }
        serde_json::Deserializer::from_str(self.raw).deserialize_map(Entries).ok()
    }

    /// Where each entry of an object stands in a text that it was read from, from its key to the end of its value.
    pub(crate) fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let place = |written: &str| (written.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let span = |(key, value): (&RawValue, &RawValue)| place(key.get())..place(value.get()) + value.get().len();
        self.entries().unwrap_or_default().into_iter().map(span).collect()
    }

    /// The keys and values of an object, in file order, repeated keys included.
    pub(crate) fn object(&self) -> Option<Vec<(String, Node<'a>)>> {
        let entries = self.entries()?;
        let within = |key: &str| match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        };
        Some(
            entries
                .into_iter()
                .map(|(key, raw)| {
                    // A key that no text can hold (half a \u pair) is kept as it is written.
                    let key: String =
                        serde_json::from_str(key.get()).unwrap_or_else(|_| key.get().trim_matches('"').into());
                    let path = within(&key);
                    (key, Node { raw: raw.get(), path })
                })
                .collect(),
        )
    }

    /// The items of a list.
    pub(crate) fn list(&self) -> Option<Vec<Node<'a>>> {
        let items: Vec<&'a RawValue> = serde_json::from_str(self.raw).ok()?;
        let item =
            |(index, raw): (usize, &'a RawValue)| Node { raw: raw.get(), path: format!("{}[{index}]", self.path) };
        Some(items.into_iter().enumerate().map(item).collect())
    }

    /// The text of a string.
    pub(crate) fn string(&self) -> Option<String> {
        serde_json::from_str(self.raw).ok()
    }

    /// A number; see [`number::read`] for those that cannot be kept.
    pub(crate) fn number(&self) -> Option<f64> {
        let first = self.raw.bytes().next()?;
        if first == b'-' || first.is_ascii_digit() { number::read(self.raw) } else { None }
    }

    /// What stands here, as it is written.
    pub(crate) fn written(&self) -> &'a str {
        self.raw
    }

    /// What stands here, in a curator's words.
    pub(crate) fn found(&self) -> String {
        match self.raw.bytes().next() {
            Some(b'{') => "an object { … }".into(),
            Some(b'[') => "a list [ … ]".into(),
            Some(b'"') => format!("the text \"{}\"", shortened(&self.raw[1..self.raw.len() - 1])),
            Some(b'n' | b't' | b'f') => self.raw.into(),
            _ => format!("the number {}", shortened(self.raw)),
        }
    }
}

/// An object being read key by key; what nobody asked for is reported at the end.
pub(crate) struct Form<'a> {
    pub(crate) node: Node<'a>,
    entries: Vec<(String, Node<'a>)>,
    known: Vec<&'static str>,
}

impl<'a> Form<'a> {
    pub(crate) fn open(node: &Node<'a>, what: &str, report: &mut Report<'_>) -> Option<Self> {
        let Some(all) = node.object() else {
            report.at(
                node,
                format!("{what} is an object {{ … }}, but {} stands here: write its keys in {{ }}", node.found()),
            );
            return None;
        };
        let mut entries: Vec<(String, Node<'a>)> = Vec::new();
        let mut known = Index::default();
        for (key, value) in all {
            if known.add(&key, 0).is_none() {
                entries.push((key, value));
            } else {
                report.at(&value, format!("the key \"{key}\" stands twice in the same object: remove one"));
            }
        }
        Some(Self { node: node.clone(), entries, known: Vec::new() })
    }

    /// The value of a key that may be missing.
    pub(crate) fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.known.push(key);
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node.clone())
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            report.at(&self.node, format!("the key \"{key}\" is missing: add it"));
        }
        found
    }

    /// Takes keys as known, whatever they hold.
    pub(crate) fn pass(&mut self, keys: &'static [&'static str]) {
        self.known.extend_from_slice(keys);
    }

    /// The keys that are neither asked for by [`Form::get`] and [`Form::need`] nor `allowed`.
    pub(crate) fn close(self, allowed: &[&str], report: &mut Report<'_>) {
        for (key, node) in &self.entries {
            if !self.known.contains(&key.as_str()) && !allowed.contains(&key.as_str()) {
                let words = self.known.iter().copied().chain(allowed.iter().copied());
                let advice = did_you_mean(key, words, ": remove it or correct its spelling");
                report.at(node, format!("the key \"{key}\" is not known here{advice}"));
            }
        }
    }
}

/// Reads a list item by item; a thing that is not a list is reported.
pub(crate) fn list<'a, T>(
    node: Option<Node<'a>>,
    what: &str,
    report: &mut Report<'_>,
    mut item: impl FnMut(&Node<'a>, &mut Report<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = node else { return Vec::new() };
    let Some(items) = node.list() else {
        report.at(&node, format!("{what} is a list [ … ], but {} stands here: put it into [ ]", node.found()));
        return Vec::new();
    };
    items.iter().filter_map(|node| item(node, report)).collect()
}

/// A string that is not blank.
pub(crate) fn words(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    match node.string() {
        Some(text) if !text.trim().is_empty() => Some(text),
        Some(_) => {
            report.at(node, "this text is empty: write one, or remove the key if it may be left out");
            None
        }
        None if node.raw.starts_with('"') => {
            report.at(node, "this text has a \\u with half a character behind it: write the character itself");
            None
        }
        None => {
            report.at(
                node,
                format!("a text belongs here, but {} stands here: write one in \"quotation marks\"", node.found()),
            );
            None
        }
    }
}

/// A list of ids, each with its place.
pub(crate) fn references<'a>(node: Option<Node<'a>>, what: &str, report: &mut Report<'_>) -> Vec<(String, Node<'a>)> {
    list(node, what, report, |item, report| Some((words(item, report)?, item.clone())))
}

/// One word of a fixed list.
pub(crate) fn one_of<T: Copy>(node: &Node<'_>, known: &[(&str, T)], what: &str, report: &mut Report<'_>) -> Option<T> {
    let found = node.string();
    let hit = known.iter().find(|(word, _)| found.as_deref() == Some(word));
    if hit.is_none() {
        let words: Vec<_> = known.iter().map(|(word, _)| *word).collect();
        let advice = did_you_mean(&found.unwrap_or_default(), words.iter().copied(), ": write one of them");
        report.at(node, format!("\"{what}\" is one of {}, but {} stands here{advice}", words.join(", "), node.found()));
    }
    hit.map(|(_, value)| *value)
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(&'de RawValue, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

/// Words from the file, cut where they are too long to be repeated in a message.
pub(crate) fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(LONGEST_ECHO).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// So many characters of the file a message repeats.
const LONGEST_ECHO: usize = 60;
