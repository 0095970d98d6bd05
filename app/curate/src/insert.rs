//! Inserts JSON into the file without changing the rest of it: order, lines and indentation stay the same.

use model::Node;

/// A JSON text to insert into.
pub(crate) struct Manuscript {
    text: String,
}

/// A byte range of the text.
#[derive(Clone, Copy)]
struct Stretch {
    from: usize,
    to: usize,
}

impl Manuscript {
    /// Opens a text.
    ///
    /// # Errors
    /// A message, if it is not one JSON object.
    pub(crate) fn open(text: &str) -> Result<Self, String> {
        let before = text.len() - text.trim_start().len();
        let before = text[..before].matches('\n').count();
        let whole = Node::read(bare(text)).map_err(|error| {
            format!("this is not valid JSON (line {}, column {})", before + error.line(), error.column())
        })?;
        let mut keys: Vec<&str> = Vec::new();
        for (key, _) in whole.entries().ok_or("this is not a dashboard, which is an object { … }")? {
            if keys.contains(&key) {
                return Err(format!("the key {key} appears twice in it"));
            }
            keys.push(key);
        }
        Ok(Self { text: text.into() })
    }

    /// The changed text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Appends an item, of one line or more, to the list of this key of the file.
    ///
    /// # Errors
    /// A message, if the list does not exist.
    pub(crate) fn append(&mut self, key: &str, item: &str) -> Result<(), String> {
        let list =
            self.value_of(self.whole(), key).ok_or_else(|| format!("it has no \"{key}\": add \"{key}\": [ ]"))?;
        self.append_to(list, item).ok_or_else(|| format!("\"{key}\" is not a list [ … ]: put it into [ ]"))
    }

    /// Appends an item to a list of the object with this id in the list of `key`. The list is made if the object lacks it.
    ///
    /// # Errors
    /// A message, if the object does not exist, or the value is not a list.
    pub(crate) fn append_within(&mut self, key: &str, id: &str, list: &str, item: &str) -> Result<(), String> {
        let owner = self.owner(key, id)?;
        match self.value_of(owner, list) {
            Some(place) => self.append_to(place, item),
            None => self.append_key(owner, &format!("\"{list}\": [{item}]")),
        }
        .ok_or_else(|| format!("\"{list}\" of \"{id}\" is not a list [ … ]: put it into [ ]"))
    }

    /// Gives the object with this id in the list of `key` a value, in place of the one that it has.
    ///
    /// # Errors
    /// A message, if the object does not exist.
    pub(crate) fn set_within(&mut self, key: &str, id: &str, name: &str, value: &str) -> Result<(), String> {
        let owner = self.owner(key, id)?;
        match self.value_of(owner, name) {
            Some(place) => self.text.replace_range(place.from..place.to, value),
            None => {
                self.append_key(owner, &format!("\"{name}\": {value}"));
            }
        }
        Ok(())
    }

    /// The object with this id in the list of this key.
    fn owner(&self, key: &str, id: &str) -> Result<Stretch, String> {
        self.items(key).into_iter().find(|owner| self.id_of(*owner).as_deref() == Some(id)).ok_or_else(|| {
            format!("nothing in \"{key}\" has the id \"{id}\"; these have one: {}", self.ids(key).join(", "))
        })
    }

    /// The ids in the list of this key.
    pub(crate) fn ids(&self, key: &str) -> Vec<String> {
        self.items(key).into_iter().filter_map(|item| self.id_of(item)).collect()
    }

    fn whole(&self) -> Stretch {
        let bare = bare(&self.text);
        let from = bare.as_ptr() as usize - self.text.as_ptr() as usize;
        Stretch { from, to: from + bare.len() }
    }

    fn slice(&self, stretch: Stretch) -> &str {
        &self.text[stretch.from..stretch.to]
    }

    /// The value at this range. The text was valid JSON when it was opened.
    fn node(&self, stretch: Stretch) -> Option<Node<'_>> {
        Node::read(self.slice(stretch)).ok()
    }

    /// The range of a value that was read from the text.
    fn place(&self, value: &Node<'_>) -> Stretch {
        let span = value.span(&self.text);
        Stretch { from: span.start, to: span.end }
    }

    fn value_of(&self, object: Stretch, key: &str) -> Option<Stretch> {
        let entries = self.node(object)?.object()?;
        entries.into_iter().find(|(name, _)| name == key).map(|(_, value)| self.place(&value))
    }

    fn items(&self, key: &str) -> Vec<Stretch> {
        let list = self.value_of(self.whole(), key).and_then(|list| self.node(list)?.list());
        list.unwrap_or_default().iter().map(|item| self.place(item)).collect()
    }

    fn id_of(&self, object: Stretch) -> Option<String> {
        self.value_of(object, "id").and_then(|id| self.node(id)?.string())
    }

    fn append_to(&mut self, list: Stretch, item: &str) -> Option<()> {
        let items = self.node(list)?.list()?;
        match items.last().map(|last| self.place(last)) {
            Some(last) => self.put_behind(last, item),
            None => {
                let outer = self.indentation(list.from).to_owned();
                let inside = if item.contains('\n') {
                    let inner = outer.clone() + &self.step();
                    let end = self.line_end();
                    format!("[{end}{inner}{}{end}{outer}]", self.indented(item, &inner))
                } else {
                    format!("[{item}]")
                };
                self.text.replace_range(list.from..list.to, &inside);
            }
        }
        Some(())
    }

    fn append_key(&mut self, object: Stretch, entry: &str) -> Option<()> {
        let last = self.node(object)?.spans(&self.text).pop()?;
        let text = self.following(Stretch { from: last.start, to: last.end }, entry);
        self.text.insert_str(last.end, &text);
        Some(())
    }

    fn put_behind(&mut self, last: Stretch, item: &str) {
        let text = self.following(last, item);
        self.text.insert_str(last.to, &text);
    }

    /// The text to insert after the last item of a list or object, laid out like that item.
    fn following(&self, last: Stretch, item: &str) -> String {
        let indentation = self.indentation(last.from).to_owned();
        let line = self.text[..last.from].rfind('\n').map_or(0, |end| end + 1);
        let begins_its_line = line + indentation.len() == last.from;
        let indentation = match (begins_its_line, item.contains('\n')) {
            (true, _) => indentation,
            (false, true) => indentation + &self.step(),
            (false, false) => return format!(", {item}"),
        };
        format!(",{}{indentation}{}", self.line_end(), self.indented(item, &indentation))
    }

    /// The lines of an item with the indentation and line ends of this file.
    fn indented(&self, item: &str, indentation: &str) -> String {
        let step = self.step();
        let line = |line: &str| {
            let words = line.trim_start_matches("  ");
            step.repeat((line.len() - words.len()) / 2) + words
        };
        let lines: Vec<String> = item.lines().map(line).collect();
        lines.join(&format!("{}{indentation}", self.line_end()))
    }

    /// The indentation of the line of this byte.
    fn indentation(&self, at: usize) -> &str {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let blank = self.text[line..at].find(|c| c != ' ' && c != '\t').unwrap_or(at - line);
        &self.text[line..line + blank]
    }

    /// The indentation of one level in the file.
    fn step(&self) -> String {
        let first = self.text.lines().find(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
        let blank = first.map_or("  ", |line| &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]);
        if blank.starts_with('\t') { "\t".into() } else { blank.into() }
    }

    fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// The range of the object, without white space and a byte order mark around it.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text).trim()
}
