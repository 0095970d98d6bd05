//! Makes the published text of a file: without private keys of articles, such as notes and tags.
//!
//! Only the keys that describe an article are published. All others are left out, known or unknown, so that a new key of a
//! reference manager is private by default. The rest of the file stays the same, byte for byte.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::csl::{CSL_KEYS, NAME_KEYS};
use crate::node::Node;

/// The keys of an article that the program reads.
const READ: [&str; 11] =
    ["id", "type", "title", "author", "container-title", "publisher", "issued", "URL", "DOI", "archive_url", "repeats"];

/// The parts of a name or a date that the program reads.
const PARTS: [&str; 13] = [
    "family",
    "given",
    "literal",
    "dropping-particle",
    "non-dropping-particle",
    "suffix",
    "comma-suffix",
    "static-ordering",
    "isInstitution",
    "date-parts",
    "raw",
    "season",
    "circa",
];

/// The depth of nesting in an article. CSL needs no more.
const DEEPEST: usize = 8;

/// The key that marks a published copy: it lists the keys of articles that were left out.
pub(crate) const LEFT_OUT: &str = "left_out";

/// The published text of a file, and what it leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Publication {
    /// The text to publish. If anything was left out, its key `left_out` lists it. It has no byte order mark (RFC 8259, 8.1).
    pub text: String,
    /// The values that were left out, in file order.
    pub left_out: Vec<LeftOut>,
}

/// A value that is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// Its path, such as `sources[3].note`.
    pub path: String,
    /// Its key.
    pub key: String,
}

impl Publication {
    /// Makes the published text of a dashboard file. A text without readable articles stays the same, since it is never
    /// published.
    pub fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut cut = Cut { text, spans: Vec::new(), left_out: Vec::new() };
        if let Ok(root) = Node::read(text) {
            let entries = root.object().unwrap_or_default();
            for (_, sources) in entries.iter().filter(|(key, _)| key == "sources") {
                for source in sources.list().unwrap_or_default() {
                    cut.go_through(&source, &|key| READ.contains(&key) || CSL_KEYS.contains(&key));
                }
            }
            if !cut.left_out.is_empty() {
                return Self { text: cut.marked(&root), left_out: cut.left_out };
            }
        }
        Self { text: text.into(), left_out: Vec::new() }
    }
}

/// The parts to remove from a text.
struct Cut<'t> {
    text: &'t str,
    spans: Vec<Range<usize>>,
    left_out: Vec<LeftOut>,
}

impl<'t> Cut<'t> {
    /// Removes the private entries of an object, each with its comma, and then those within the others.
    fn go_through(&mut self, object: &Node<'t>, stays: &dyn Fn(&str) -> bool) {
        let entries = object.object().unwrap_or_default();
        let spans = object.spans(self.text);
        let mut kept_end = None;
        let mut gone: Option<Range<usize>> = None;
        for ((key, value), span) in entries.iter().zip(spans) {
            if stays(key) && is_shallow(value) {
                // Before the first entry that stays, a removed part extends up to that entry.
                if let Some(gone) = gone.take() {
                    self.spans.push(kept_end.map_or(gone.start..span.start, |end| end..gone.end));
                }
                kept_end = Some(span.end);
                self.within(value);
            } else {
                self.left_out.push(LeftOut { path: value.path.clone(), key: key.clone() });
                gone = Some(gone.map_or(span.start, |gone| gone.start)..span.end);
            }
        }
        if let Some(gone) = gone {
            self.spans.push(kept_end.unwrap_or(gone.start)..gone.end);
        }
    }

    /// The public keys of a value: names and dates have their own.
    fn within(&mut self, value: &Node<'t>) {
        let part = |key: &str| PARTS.contains(&key) || NAME_KEYS.contains(&key);
        for item in value.list().unwrap_or_default() {
            self.within(&item);
        }
        self.go_through(value, &part);
    }

    /// The text without the removed parts, and with `left_out` before the articles.
    fn marked(&self, root: &Node<'t>) -> String {
        let entries = root.object().unwrap_or_default();
        let spans = root.spans(self.text);
        let mut keys: BTreeSet<String> = self.left_out.iter().map(|left| left.key.clone()).collect();
        let mut edits: Vec<(Range<usize>, String)> =
            self.spans.iter().map(|span| (span.clone(), String::new())).collect();
        // If the file is a published copy already, its list is kept.
        let place = entries.iter().position(|(key, _)| key == LEFT_OUT);
        let known = place.and_then(|place| Some((entries.get(place)?, spans.get(place)?)));
        if let Some(((_, list), _)) = known {
            keys.extend(list.list().unwrap_or_default().iter().filter_map(Node::string));
        }
        let keys: Vec<String> = keys.iter().map(|key| written(key)).collect();
        let mark = format!("\"{LEFT_OUT}\": [{}]", keys.join(", "));
        if let Some((_, span)) = known {
            edits.push((span.clone(), mark));
        } else if let Some(span) = entries.iter().position(|(key, _)| key == "sources").and_then(|at| spans.get(at)) {
            let before = self.text.get(..span.start).unwrap_or_default();
            let blank = before.get(before.trim_end().len()..).unwrap_or_default();
            edits.push((span.start..span.start, format!("{mark},{blank}")));
        }
        edits.sort_by_key(|(span, _)| span.start);
        let (mut text, mut at) = (String::with_capacity(self.text.len()), 0);
        for (span, put) in edits {
            text += self.text.get(at..span.start).unwrap_or_default();
            text += &put;
            at = span.end;
        }
        text + self.text.get(at..).unwrap_or_default()
    }
}

/// Whether the nesting of a value is within the published depth.
pub(crate) fn is_shallow(value: &Node<'_>) -> bool {
    depth(value.written()) <= DEEPEST
}

/// The depth of nesting of a JSON text.
fn depth(json: &str) -> usize {
    let (mut open, mut most, mut in_text, mut escaped) = (0usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                open += 1;
                most = most.max(open);
            }
            b']' | b'}' if !in_text => open = open.saturating_sub(1),
            _ => {}
        }
    }
    most
}

/// A key as a JSON string.
fn written(key: &str) -> String {
    serde_json::to_string(key).unwrap_or_default()
}
