//! JSON values that know their path and their place in the text.
//!
//! serde_json finds the extent of each value ([`RawValue`]); a value is parsed only when it is read.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::number;

/// A value in a JSON text.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    raw: &'a str,
    /// Its path, such as `figures[3].value`; empty for the whole.
    pub path: String,
}

impl<'a> Node<'a> {
    /// Reads a text as one JSON value.
    ///
    /// # Errors
    /// If it is not JSON.
    pub fn read(text: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str::<IgnoredAny>(text)?;
        Ok(Self { raw: text.trim(), path: String::new() })
    }

    /// Its byte range in the text that it was read from.
    pub fn span(&self, text: &str) -> Range<usize> {
        span(self.raw, text)
    }

    /// The keys and values of an object as written, in file order, with repeated keys.
    pub fn entries(&self) -> Option<Vec<(&'a str, &'a str)>> {
        if !self.raw.starts_with('{') {
            return None;
        }
        serde_json::Deserializer::from_str(self.raw).deserialize_map(Entries).ok()
    }

    /// The byte range of each entry of an object, from its key to the end of its value.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let place = |(key, value): (&str, &str)| span(key, text).start..span(value, text).end;
        self.entries().unwrap_or_default().into_iter().map(place).collect()
    }

    /// The keys and values of an object, in file order, with repeated keys.
    pub fn object(&self) -> Option<Vec<(String, Node<'a>)>> {
        let entries = self.entries()?;
        let within = |key: &str| match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        };
        Some(
            entries
                .into_iter()
                .map(|(key, raw)| {
                    // A key that is not valid Unicode (an unpaired surrogate) is kept as written.
                    let key: String = serde_json::from_str(key).unwrap_or_else(|_| key.trim_matches('"').into());
                    let path = within(&key);
                    (key, Node { raw, path })
                })
                .collect(),
        )
    }

    /// The items of a list.
    pub fn list(&self) -> Option<Vec<Node<'a>>> {
        let items: Vec<&'a RawValue> = serde_json::from_str(self.raw).ok()?;
        let item =
            |(index, raw): (usize, &'a RawValue)| Node { raw: raw.get(), path: format!("{}[{index}]", self.path) };
        Some(items.into_iter().enumerate().map(item).collect())
    }

    /// The content of a string.
    pub fn string(&self) -> Option<String> {
        serde_json::from_str(self.raw).ok()
    }

    /// A number; see [`number::read`] for numbers that cannot be kept.
    pub(crate) fn number(&self) -> Option<f64> {
        let first = self.raw.bytes().next()?;
        if first == b'-' || first.is_ascii_digit() { number::read(self.raw) } else { None }
    }

    /// `true` or `false`.
    pub(crate) fn truth(&self) -> Option<bool> {
        serde_json::from_str(self.raw).ok()
    }

    /// The JSON of the value, as written.
    pub fn written(&self) -> &'a str {
        self.raw
    }

    /// A description of the value for messages to curators, such as `the number 5`.
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

/// The byte range of a slice within the text that it was cut from.
fn span(part: &str, text: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(&'de str, &'de str)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            entries.push((key.get(), value.get()));
        }
        Ok(entries)
    }
}

/// A text from the file, shortened for a message.
pub(crate) fn shortened(words: &str) -> String {
    let mut short: String = words.chars().take(LONGEST_ECHO).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// The maximum of characters of the file that a message repeats.
const LONGEST_ECHO: usize = 60;
