//! RIS, as reference managers exchange it: UTF-8, CRLF, a tag of two letters on each line.

use model::{Certainty, Day};

use crate::bibliography::{Bibliography, Item};
use crate::person::Person;
use crate::plain::{line, plain};

/// A record being written.
pub(crate) struct Record(String);

impl Record {
    pub(crate) fn new(kind: &str) -> Self {
        let mut record = Self(String::new());
        record.tag("TY", kind);
        record
    }

    /// A line; a text that says nothing has none.
    pub(crate) fn tag(&mut self, tag: &str, text: &str) {
        let text = line(text);
        if !text.is_empty() {
            self.0 += &[tag, "  - ", &text, "\r\n"].concat();
        }
    }

    /// The day of publication, as precise as it is known: `2026/01/21`, `2026/01//`. One that is not sure has no `PY`,
    /// and says so in the part of `DA` that is free.
    pub(crate) fn date(&mut self, day: &Day) {
        let date = slashed(day);
        match day.certainty {
            Certainty::Sure => {
                self.tag("DA", &date);
                if let Some(year) = date.split('/').next() {
                    self.tag("PY", year);
                }
            }
            Certainty::Approximate => self.tag("DA", &noted(date, "circa")),
            Certainty::Uncertain => self.tag("DA", &noted(date, "uncertain")),
            Certainty::Both => self.tag("DA", &noted(date, "circa, uncertain")),
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.0.push_str("ER  - \r\n");
        self.0
    }
}

impl Bibliography<'_> {
    /// `sources.ris`: the articles in RIS.
    pub fn ris(&self) -> String {
        self.items().iter().map(record).collect::<Vec<_>>().join("\r\n")
    }
}

fn record(item: &Item<'_>) -> String {
    let kind = item.kind();
    let mut record = Record::new(kind.ris);
    record.tag("ID", &item.source.slug());
    if let Some(title) = item.title() {
        record.tag("TI", &title);
    }
    for (tag, key) in [("AU", "author"), ("A2", "editor"), ("A4", "translator")] {
        for person in item.people(key) {
            record.tag(tag, &name(&person));
        }
    }
    for (tag, key) in [
        ("T2", "container-title"),
        ("PB", "publisher"),
        ("CY", "publisher-place"),
        ("VL", "volume"),
        ("IS", "issue"),
        ("ET", "edition"),
        ("SN", if item.variable("ISBN").is_some() { "ISBN" } else { "ISSN" }),
        ("DO", "DOI"),
        ("LA", "language"),
    ] {
        if let Some(text) = item.variable(key) {
            record.tag(tag, &plain(&text));
        }
    }
    if let Some(pages) = item.variable("page") {
        let (first, last) = pages.split_once(['-', '–']).unwrap_or((&pages, ""));
        record.tag("SP", first);
        record.tag("EP", last);
    }
    if let Some(day) = item.issued() {
        record.date(&day);
    }
    if let Some(day) = item.accessed() {
        record.tag("Y2", &slashed(&day));
    }
    if let Some(url) = &item.source.url {
        record.tag("UR", url);
    }
    if let Some(archive) = &item.source.archive_url {
        record.tag("AV", archive);
    }
    record.finish()
}

/// `Family, Given, Suffix`; an organisation has no comma.
fn name(person: &Person) -> String {
    let parts = [Some(&person.family), person.given.as_ref(), person.suffix.as_ref()];
    let names: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    names.join(", ")
}

/// EDTF's order with slashes, all three of them unless the day is known.
fn slashed(day: &Day) -> String {
    let mut certain = *day;
    certain.certainty = Certainty::Sure;
    let missing = match (day.month, day.day) {
        (Some(_), Some(_)) => "",
        (Some(_), None) => "//",
        _ => "///",
    };
    certain.to_string().replace('-', "/") + missing
}

fn noted(date: String, note: &str) -> String {
    let slash = if date.ends_with('/') { "" } else { "/" };
    [&date, slash, note].concat()
}
