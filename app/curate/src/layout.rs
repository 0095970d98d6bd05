//! JSON as people read it: keys in their order, what is short on one line.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A line holds no more than this, if it can be divided.
const WIDTH: usize = 120;

/// JSON text, with the order of its keys and the writing of its numbers.
pub enum Tree {
    /// A text, a number, `true`, `false` or `null`, as it is written.
    Word(String),
    /// A list.
    List(Vec<Tree>),
    /// The keys, in quotation marks, and what they hold.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads JSON.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn read(text: &str) -> serde_json::Result<Self> {
        let text = text.trim();
        Ok(match text.bytes().next() {
            Some(b'{') => {
                let read = |(key, value): (&RawValue, &RawValue)| Ok((key.get().to_owned(), Self::read(value.get())?));
                Self::Object(entries(text)?.into_iter().map(read).collect::<serde_json::Result<_>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                Self::List(items.into_iter().map(|item| Self::read(item.get())).collect::<serde_json::Result<_>>()?)
            }
            _ => Self::Word(serde_json::from_str::<&RawValue>(text)?.get().to_owned()),
        })
    }

    /// Puts the keys of every object into this order; those that it does not name come last, by the alphabet.
    pub fn sort(&mut self, order: &[&str]) {
        match self {
            Self::Word(_) => {}
            Self::List(items) => items.iter_mut().for_each(|item| item.sort(order)),
            Self::Object(entries) => {
                let rank = |key: &str| order.iter().position(|known| *known == key.trim_matches('"'));
                entries.sort_by_cached_key(|(key, _)| (rank(key).unwrap_or(order.len()), key.clone()));
                entries.iter_mut().for_each(|(_, value)| value.sort(order));
            }
        }
    }

    /// The text, its first level always line by line, below that what is longer than a line.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        self.write_lines(0, &mut out);
        out
    }

    fn write_lines(&self, depth: usize, out: &mut String) {
        let mut divided = |open: char, close: char, items: Vec<(&str, &Tree)>| {
            let inner = "  ".repeat(depth + 1);
            out.push(open);
            for (place, (key, item)) in items.into_iter().enumerate() {
                *out += if place == 0 { "\n" } else { ",\n" };
                *out += &inner;
                *out += key;
                let line = item.line();
                if inner.len() + key.chars().count() + line.chars().count() < WIDTH {
                    *out += &line;
                } else {
                    item.write_lines(depth + 1, out);
                }
            }
            out.push('\n');
            *out += &"  ".repeat(depth);
            out.push(close);
        };
        match self {
            Self::List(items) if !items.is_empty() => {
                divided('[', ']', items.iter().map(|item| ("", item)).collect());
            }
            Self::Object(entries) if !entries.is_empty() => {
                let keys: Vec<String> = entries.iter().map(|(key, _)| format!("{key}: ")).collect();
                divided(
                    '{',
                    '}',
                    keys.iter().map(String::as_str).zip(entries.iter().map(|(_, value)| value)).collect(),
                );
            }
            _ => *out += &self.line(),
        }
    }

    /// The text on one line.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::List(items) => format!("[{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", ")),
            Self::Object(entries) if entries.is_empty() => "{}".into(),
            Self::Object(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key}: {}", value.line())).collect();
                format!("{{ {} }}", entries.join(", "))
            }
        }
    }
}

/// The keys and values of an object, in their order, as slices of its text.
///
/// # Errors
/// When it is no object.
pub fn entries(text: &str) -> serde_json::Result<Vec<(&RawValue, &RawValue)>> {
    serde_json::Deserializer::from_str(text).deserialize_map(Entries)
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
