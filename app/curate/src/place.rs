//! Where things stand in a JSON text: from the path or the place of a value to its line, column, extent and JSON Pointer.

use std::collections::BTreeMap;
use std::ops::Range;

/// Every value of a JSON text, by place.
pub struct Places<'t> {
    text: &'t str,
    values: Vec<Value>,
    by_path: BTreeMap<String, usize>,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
}

struct Value {
    span: Range<usize>,
    parent: Option<usize>,
    step: Step,
}

/// How a value is reached from the one that holds it.
enum Step {
    Root,
    Key(String),
    Item(usize),
}

/// What is being read while the text is gone through.
struct Open {
    value: usize,
    is_list: bool,
    items: usize,
    key: Option<String>,
}

/// No path that this program asks for is deeper.
const DEEPEST_PATH: usize = 12;

impl<'t> Places<'t> {
    /// Goes through a text once. Of a text that is not JSON, only lines and columns are known.
    pub fn of(text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        let mut places = Self { text, values: Vec::new(), by_path: BTreeMap::new(), lines };
        if is_json {
            places.gather();
        }
        places
    }

    /// The values of sound JSON, from its marks alone.
    fn gather(&mut self) {
        let bytes = self.text.as_bytes();
        let mut open: Vec<Open> = Vec::new();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'}' | b']' => {
                    at += 1;
                    if let Some(value) = open.pop().and_then(|closed| self.values.get_mut(closed.value)) {
                        value.span.end = at;
                    }
                }
                b'"' => {
                    let end = string_end(bytes, at);
                    match open.last_mut() {
                        Some(object) if !object.is_list && object.key.is_none() => {
                            let written = self.text.get(at..end).unwrap_or_default();
                            let key =
                                serde_json::from_str(written).unwrap_or_else(|_| written.trim_matches('"').into());
                            object.key = Some(key);
                        }
                        _ => drop(self.add(&mut open, at..end)),
                    }
                    at = end;
                }
                b'{' | b'[' => {
                    let value = self.add(&mut open, at..at + 1);
                    open.push(Open { value, is_list: *byte == b'[', items: 0, key: None });
                    at += 1;
                }
                b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => at += 1,
                _ => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    let length = rest.iter().position(|b| b" \t\r\n,]}".contains(b)).unwrap_or(rest.len());
                    self.add(&mut open, at..at + length);
                    at += length;
                }
            }
        }
    }

    fn add(&mut self, open: &mut [Open], span: Range<usize>) -> usize {
        let depth = open.len();
        let (parent, step) = match open.last_mut() {
            None => (None, Step::Root),
            Some(holder) => {
                holder.items += 1;
                let step = match holder.key.take() {
                    Some(key) if !holder.is_list => Step::Key(key),
                    _ => Step::Item(holder.items - 1),
                };
                (Some(holder.value), step)
            }
        };
        let value = self.values.len();
        self.values.push(Value { span, parent, step });
        if depth <= DEEPEST_PATH {
            // Of a key that stands twice the first one counts, as everywhere.
            self.by_path.entry(self.path(value)).or_insert(value);
        }
        value
    }

    /// Every entry of every object, in the order of the text: the number of the object, the key, and what is written there.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (usize, &str, &'t str)> {
        self.values.iter().filter_map(|value| match (&value.step, value.parent) {
            (Step::Key(key), Some(object)) => Some((object, key.as_str(), self.text.get(value.span.clone())?)),
            _ => None,
        })
    }

    /// The path of the value of this number.
    pub(crate) fn path(&self, value: usize) -> String {
        let mut path = String::new();
        for step in self.steps(value) {
            match step {
                Step::Root => {}
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => path = path + "." + key,
                Step::Item(item) => path = format!("{path}[{item}]"),
            }
        }
        path
    }

    fn steps(&self, value: usize) -> impl Iterator<Item = &Step> {
        let chain = std::iter::successors(self.values.get(value), |value| self.values.get(value.parent?));
        let steps: Vec<&Step> = chain.map(|value| &value.step).collect();
        steps.into_iter().rev()
    }

    /// The extent in bytes of the value at a readable path such as `figures[3].value`.
    pub fn span(&self, path: &str) -> Option<Range<usize>> {
        Some(self.values.get(*self.by_path.get(path)?)?.span.clone())
    }

    /// The value that begins at a byte.
    fn beginning_at(&self, offset: usize) -> Option<usize> {
        self.values.binary_search_by_key(&offset, |value| value.span.start).ok()
    }

    /// The JSON Pointer (RFC 6901) of the value that begins at a byte; the empty one, of the whole, where none does.
    pub fn pointer(&self, offset: usize) -> String {
        let Some(value) = self.beginning_at(offset) else { return String::new() };
        let mut pointer = String::new();
        for step in self.steps(value) {
            match step {
                Step::Root => {}
                Step::Key(key) => pointer = pointer + "/" + &key.replace('~', "~0").replace('/', "~1"),
                Step::Item(item) => pointer = format!("{pointer}/{item}"),
            }
        }
        pointer
    }

    /// What is to be underlined of the value that begins at a byte: all of it, if that is in one line; else the line's
    /// rest. Where no value begins, the word or mark there.
    pub fn extent(&self, offset: usize) -> Range<usize> {
        let rest = self.text.get(offset..).unwrap_or_default();
        let line = offset + rest.find('\n').map_or(rest.len(), |end| rest.get(..end).unwrap_or(rest).trim_end().len());
        match self.beginning_at(offset).and_then(|value| self.values.get(value)) {
            Some(value) => offset..value.span.end.min(line),
            None => {
                let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                let mark = rest.chars().next().map_or(0, char::len_utf8);
                offset..offset + word.max(mark).min(line.saturating_sub(offset))
            }
        }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The byte at a line and column.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }
}

/// Where a string that begins at a byte ends, its quotation marks included.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    use super::*;

    /// Every pointer into a value, as a reader of RFC 6901 would make them.
    fn pointers(value: &Json, here: &str, all: &mut Vec<String>) {
        all.push(here.to_owned());
        match value {
            Json::Object(map) => {
                for (key, value) in map {
                    pointers(value, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), all);
                }
            }
            Json::Array(list) => {
                for (item, value) in list.iter().enumerate() {
                    pointers(value, &format!("{here}/{item}"), all);
                }
            }
            _ => {}
        }
    }

    fn json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i32>().prop_map(Json::from),
            "\\PC{0,8}".prop_map(Json::from)
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
                proptest::collection::btree_map("[a-z/~\"\\\\ .é]{0,4}", inner, 0..5).prop_map(|map| json!(map)),
            ]
        })
    }

    proptest! {
        #[test]
        fn every_value_is_found_by_its_place(value in json(), pretty in any::<bool>()) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let places = Places::of(&text);
            let found: Vec<String> = places.values.iter().map(|value| places.pointer(value.span.start)).collect();
            let mut expected = Vec::new();
            pointers(&value, "", &mut expected);
            prop_assert_eq!(&found, &expected);
            for (place, pointer) in places.values.iter().zip(&expected) {
                let written: Json = serde_json::from_str(&text[place.span.clone()]).unwrap();
                prop_assert_eq!(Some(&written), value.pointer(pointer));
                let (line, column) = places.line_and_column(place.span.start);
                prop_assert_eq!(places.offset(line, column), place.span.start);
            }
        }
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let text = r#"{ "figures": [ {}, { "value": { "about": 5 } } ] }"#;
        let places = Places::of(text);
        let span = places.span("figures[1].value.about").unwrap();
        assert_eq!(&text[span.clone()], "5");
        assert_eq!(places.pointer(span.start), "/figures/1/value/about");
        assert_eq!(places.span("figures[2]"), None);
    }

    #[test]
    fn of_a_text_that_is_not_json_lines_are_known() {
        let places = Places::of("{\n  \"a\": nul }");
        assert_eq!(places.offset(2, 8), 9);
        assert_eq!(places.extent(9), 9..12);
        assert_eq!(places.pointer(9), "");
    }
}
