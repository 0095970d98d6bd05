//! Formats JSON for people: keys in a given order, short values on one line.

use model::Node;

/// The maximum width of a line that can be divided.
const WIDTH: usize = 120;

/// A JSON value that keeps the order of its keys and the digits of its numbers.
pub enum Tree {
    /// A string, a number, `true`, `false` or `null`, as written.
    Word(String),
    /// A list.
    List(Vec<Tree>),
    /// The keys, in quotation marks, and their values.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads JSON.
    ///
    /// # Errors
    /// If it is not JSON.
    pub fn read(text: &str) -> serde_json::Result<Self> {
        Node::read(text).map(|node| Self::of(&node))
    }

    fn of(node: &Node<'_>) -> Self {
        if let (Some(written), Some(read)) = (node.entries(), node.object()) {
            let keys = written.into_iter().map(|(key, _)| key.to_owned());
            return Self::Object(keys.zip(read.iter().map(|(_, value)| Self::of(value))).collect());
        }
        match node.list() {
            Some(items) => Self::List(items.iter().map(Self::of).collect()),
            None => Self::Word(node.written().to_owned()),
        }
    }

    /// Sorts the keys of every object in this order; other keys come last, in alphabetical order.
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

    /// The text. The first level has a line for each item; deeper levels are divided only if they exceed a line.
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
