//! RIS, as reference managers exchange it: UTF-8, CRLF, a tag of two letters on each line.

use model::{Certainty, Date, Day, Issued, Name, Season};

use crate::bibliography::{Bibliography, Item};
use crate::line::line;

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
        match doubt(day) {
            Some(doubt) => self.tag("DA", &noted(date, doubt)),
            None => {
                self.tag("DA", &date);
                self.year(day);
            }
        }
    }

    fn year(&mut self, day: &Day) {
        self.tag("PY", &day.to_string().chars().take(4).collect::<String>());
    }

    /// The date of publication. Anything but a day, month or year goes into the free part of `DA`.
    fn issued(&mut self, issued: &Issued) {
        let (start, note) = match issued {
            Issued::Date(Date::Day(day)) => return self.date(day),
            Issued::Date(Date::Interval(from, Some(to))) => (from, ["to ", &to.to_string()].concat()),
            Issued::Date(Date::Interval(from, None)) => (from, "and later".to_owned()),
            Issued::Season { season, year } => (year, named(*season).to_owned()),
            Issued::Literal(words) => return self.tag("DA", &["///", words].concat()),
        };
        let note = match doubt(start) {
            Some(doubt) => [doubt, ", ", &note].concat(),
            None => {
                self.year(start);
                note
            }
        };
        self.tag("DA", &noted(slashed(start), &note));
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
    let authors = item.source.authors.clone();
    for (tag, people) in [("AU", authors), ("A2", item.people("editor")), ("A4", item.people("translator"))] {
        for person in &people {
            record.tag(tag, &name(person));
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
        ("LA", "language"),
    ] {
        if let Some(text) = item.variable(key) {
            record.tag(tag, &text);
        }
    }
    if let Some(doi) = &item.source.doi {
        record.tag("DO", doi);
    }
    if let Some(pages) = item.variable("page") {
        let (first, last) = pages.split_once(['-', '–']).unwrap_or((&pages, ""));
        record.tag("SP", first);
        record.tag("EP", last);
    }
    if let Some(issued) = &item.source.issued {
        record.issued(issued);
    }
    if let Some(day) = item.accessed() {
        record.tag("Y2", &slashed(&day));
    }
    if let Some(url) = item.url() {
        record.tag("UR", url);
    }
    if let Some(archive) = &item.source.archive_url {
        record.tag("AV", archive);
    }
    record.finish()
}

/// `Family, Given, Suffix`, with nothing between the commas where no given name is known; an organisation has no comma.
fn name(name: &Name) -> String {
    let given = name.given.as_deref();
    match (given, &name.suffix) {
        (given, Some(suffix)) => [&name.family, ", ", given.unwrap_or_default(), ", ", suffix].concat(),
        (Some(given), None) => [&name.family, ", ", given].concat(),
        (None, None) => name.family.clone(),
    }
}

/// What keeps a date from being sure.
fn doubt(day: &Day) -> Option<&'static str> {
    match day.certainty {
        Certainty::Sure => None,
        Certainty::Approximate => Some("circa"),
        Certainty::Uncertain => Some("uncertain"),
        Certainty::Both => Some("circa, uncertain"),
    }
}

/// A season in RIS, which is English.
fn named(season: Season) -> &'static str {
    match season {
        Season::Spring => "Spring",
        Season::Summer => "Summer",
        Season::Autumn => "Autumn",
        Season::Winter => "Winter",
    }
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
