//! Finds the values of a file by path or byte offset, with JSON Pointer, line and column.

use std::ops::Range;

use model::Node;

/// A text with its values, if it is JSON.
pub struct Outline<'t> {
    text: &'t str,
    whole: Option<Value<'t>>,
    /// The byte offset of each line.
    lines: Vec<usize>,
}

/// A value with its children.
pub(crate) struct Value<'t> {
    node: Node<'t>,
    span: Range<usize>,
    parts: Vec<(Step, Value<'t>)>,
}

/// The key or index of a value in its parent.
enum Step {
    Key(String),
    Item(usize),
}

/// The maximum depth of known parts of a file. Deeper values are not visited.
const DEEPEST: usize = 16;

impl<'t> Outline<'t> {
    /// Reads a text without a byte order mark. If it is not JSON, only lines and columns are known.
    pub fn of(text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, whole: Node::read(text).ok().map(|whole| Value::of(whole, text, DEEPEST)), lines }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All values, each before its children.
    pub(crate) fn values(&self) -> Vec<&Value<'t>> {
        let mut values = Vec::new();
        let mut open: Vec<&Value<'_>> = self.whole.iter().collect();
        while let Some(value) = open.pop() {
            values.push(value);
            open.extend(value.parts.iter().rev().map(|(_, part)| part));
        }
        values
    }

    /// The byte range of the value at a path such as `figures[3].value`.
    pub fn span(&self, path: &str) -> Option<Range<usize>> {
        let (mut value, mut rest) = (self.whole.as_ref()?, path);
        while !rest.is_empty() {
            (value, rest) = value.towards(rest)?;
        }
        Some(value.span.clone())
    }

    /// The JSON Pointer (RFC 6901) of the value that begins at a byte; if none does, the empty one of the whole file.
    pub fn pointer(&self, offset: usize) -> String {
        let mut pointer = String::new();
        let mut value = self.whole.as_ref();
        while let Some(around) = value.filter(|value| value.span.start != offset) {
            let next = around.parts.partition_point(|(_, part)| part.span.start <= offset);
            let part = next.checked_sub(1).and_then(|last| around.parts.get(last));
            match part.filter(|(_, part)| part.span.contains(&offset)) {
                Some((Step::Key(key), _)) => pointer = pointer + "/" + &key.replace('~', "~0").replace('/', "~1"),
                Some((Step::Item(item), _)) => pointer = format!("{pointer}/{item}"),
                None => return String::new(),
            }
            value = part.map(|(_, part)| part);
        }
        pointer
    }

    /// The line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

impl<'t> Value<'t> {
    fn of(node: Node<'t>, text: &str, depth: usize) -> Self {
        let part = |(step, value)| (step, Self::of(value, text, depth - 1));
        let parts = match node.object() {
            _ if depth == 0 => Vec::new(),
            Some(entries) => entries.into_iter().map(|(key, value)| part((Step::Key(key), value))).collect(),
            None => {
                let items = node.list().unwrap_or_default().into_iter().enumerate();
                items.map(|(item, value)| part((Step::Item(item), value))).collect()
            }
        };
        Self { span: node.span(text), node, parts }
    }

    /// The child that a path begins with, and the rest of the path. If a key appears twice, the first counts, as everywhere.
    fn towards<'p>(&self, path: &'p str) -> Option<(&Self, &'p str)> {
        if let Some((item, rest)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) {
            let (_, part) = self.parts.get(item.parse::<usize>().ok()?)?;
            return Some((part, rest));
        }
        let path = path.strip_prefix('.').unwrap_or(path);
        let ends = |rest: &&str| rest.is_empty() || rest.starts_with(['.', '[']);
        self.parts.iter().find_map(|(step, part)| match step {
            Step::Key(key) => Some((part, path.strip_prefix(key.as_str()).filter(ends)?)),
            Step::Item(_) => None,
        })
    }

    /// Its path.
    pub(crate) fn path(&self) -> &str {
        &self.node.path
    }

    /// The content of a string.
    pub(crate) fn string(&self) -> Option<String> {
        self.node.string()
    }

    /// The keys of an object with their JSON.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, &'t str)> {
        self.parts.iter().filter_map(|(step, part)| match step {
            Step::Key(key) => Some((key.as_str(), part.node.written())),
            Step::Item(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    use super::*;

    /// All pointers into a value by RFC 6901.
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
        fn every_value_is_found_by_path_and_by_byte(value in json(), pretty in any::<bool>()) {
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            let outline = Outline::of(&text);
            let found: Vec<String> =
                outline.values().iter().map(|value| outline.pointer(value.span.start)).collect();
            let mut expected = Vec::new();
            pointers(&value, "", &mut expected);
            prop_assert_eq!(&found, &expected);
            for (place, pointer) in outline.values().iter().zip(&expected) {
                let written: Json = serde_json::from_str(&text[place.span.clone()]).unwrap();
                prop_assert_eq!(Some(&written), value.pointer(pointer));
            }
        }
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let text = r#"{ "figures": [ {}, { "value": { "about": 5 } } ] }"#;
        let outline = Outline::of(text);
        let span = outline.span("figures[1].value.about").unwrap();
        assert_eq!(&text[span.clone()], "5");
        assert_eq!(outline.pointer(span.start), "/figures/1/value/about");
        assert_eq!(outline.span("figures[2]"), None);
        assert_eq!(outline.span("figures[1].val"), None);
        assert_eq!(outline.span(""), Some(0..text.len()));
    }

    #[test]
    fn a_byte_where_no_value_begins_has_the_pointer_of_the_whole() {
        let outline = Outline::of(r#"{ "a": 12, "b": 3 }"#);
        assert_eq!(outline.pointer(7), "/a");
        assert_eq!(outline.pointer(8), "");
        assert_eq!(outline.pointer(11), "");
    }

    #[test]
    fn brackets_a_hundred_thousand_deep_do_not_overflow_the_stack() {
        let text = "[".repeat(100_000) + &"]".repeat(100_000);
        let outline = Outline::of(&text);
        assert_eq!(outline.values().len(), DEEPEST + 1);
        assert_eq!(outline.pointer(3), "/0/0/0");
    }

    #[test]
    fn of_a_text_that_is_not_json_lines_are_known() {
        let outline = Outline::of("{\n  \"a\": nul }");
        assert_eq!(outline.line_and_column(9), (2, 8));
        assert_eq!(outline.pointer(9), "");
    }
}
