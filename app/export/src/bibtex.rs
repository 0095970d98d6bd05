//! BibTeX, as both BibTeX and biblatex read it: UTF-8, with LaTeX's own signs escaped.
//!
//! A date is written twice: as `year` and `month` for BibTeX, and as `date` for biblatex, which can hold a day. What is not
//! known is left out, although a style may then warn about a missing field.

use model::{Certainty, Date, Day, Issued, Name};

use crate::bibliography::{Bibliography, Item};
use crate::line::line;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry being written.
pub(crate) struct Entry(String);

impl Entry {
    /// `key` holds ASCII letters, digits, hyphens and points.
    pub(crate) fn new(kind: &str, key: &str) -> Self {
        Self(["@", kind, "{", key, ",\n"].concat())
    }

    /// A field of words.
    pub(crate) fn words(&mut self, name: &str, words: &str) {
        self.field(name, &escaped(&line(words)));
    }

    /// A title: its capitals stay capitals in styles that would lower them.
    pub(crate) fn title(&mut self, name: &str, title: &str) {
        self.field(name, &protected(&line(title)));
    }

    /// An address, which BibTeX takes literally.
    pub(crate) fn address(&mut self, name: &str, address: &str) {
        let mut letters = String::new();
        for c in address.chars() {
            match c {
                '{' => letters.push_str("%7B"),
                '}' => letters.push_str("%7D"),
                '\\' => letters.push_str("%5C"),
                c if c.is_whitespace() || c.is_control() => letters.push_str("%20"),
                c => letters.push(c),
            }
        }
        self.field(name, &letters);
    }

    /// The day of publication, as precise as it is known. BibTeX has no uncertain years, so an uncertain one is in `date`
    /// alone, in EDTF.
    pub(crate) fn date(&mut self, day: &Day) {
        if day.certainty == Certainty::Sure {
            self.field("year", &four(day.year));
            if let Some(month) = day.month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?)) {
                self.0 += &["  month = ", month, ",\n"].concat();
            }
        }
        self.field("date", &day.to_string());
    }

    /// The date of publication. Words that are no date go into BibTeX's field for words.
    pub(crate) fn issued(&mut self, issued: &Issued) {
        match issued {
            Issued::Date(Date::Day(day)) => self.date(day),
            Issued::Date(Date::Interval(start, _)) | Issued::Season { year: start, .. } => {
                if start.certainty == Certainty::Sure {
                    self.field("year", &four(start.year));
                }
                self.field("date", &issued.to_string());
            }
            Issued::Literal(words) => self.words("year", words),
        }
    }

    /// A field that is LaTeX already.
    pub(crate) fn field(&mut self, name: &str, latex: &str) {
        self.0 += &["  ", name, " = {", latex, "},\n"].concat();
    }

    pub(crate) fn finish(self) -> String {
        self.0 + "}\n"
    }
}

impl Bibliography<'_> {
    /// `sources.bib`: the articles in BibTeX.
    pub fn bibtex(&self) -> String {
        self.items().iter().map(entry).collect::<Vec<_>>().join("\n")
    }
}

fn entry(item: &Item<'_>) -> String {
    let kind = item.kind();
    let mut entry = Entry::new(kind.bibtex, &item.source.slug());
    let paper = match kind.csl {
        "article-newspaper" => Some("newspaper"),
        "article-magazine" => Some("magazine"),
        _ => None,
    };
    let authors = item.source.authors.clone();
    for (field, people) in
        [("author", authors), ("editor", item.people("editor")), ("translator", item.people("translator"))]
    {
        let names: Vec<String> = people.iter().map(name).collect();
        if !names.is_empty() {
            entry.field(field, &names.join(" and "));
        }
    }
    // BibTeX sorts and labels entries without an author by this.
    if item.source.authors.is_empty() {
        entry.words("key", item.source.short_name());
    }
    if let Some(title) = item.title() {
        entry.title("title", &title);
    }
    let (container, publisher) = match kind.bibtex {
        "article" => ("journal", "publisher"),
        "incollection" | "inproceedings" => ("booktitle", "publisher"),
        "online" => ("organization", "publisher"),
        "techreport" => ("series", "institution"),
        "phdthesis" => ("series", "school"),
        "book" => ("series", "publisher"),
        _ => ("howpublished", "publisher"),
    };
    let number = if kind.bibtex == "article" { "issue" } else { "number" };
    for (field, key) in [
        (container, "container-title"),
        (publisher, "publisher"),
        ("address", "publisher-place"),
        ("volume", "volume"),
        ("number", number),
        ("pages", "page"),
        ("edition", "edition"),
        ("issn", "ISSN"),
        ("isbn", "ISBN"),
    ] {
        if let Some(words) = item.variable(key) {
            entry.words(field, &words);
        }
    }
    if let Some(issued) = &item.source.issued {
        entry.issued(issued);
    }
    if let Some(doi) = &item.source.doi {
        entry.address("doi", doi);
    }
    if let Some(url) = item.url() {
        entry.address("url", url);
    }
    if let Some(day) = item.accessed() {
        entry.field("urldate", &day.to_string());
    }
    if let Some(paper) = paper {
        entry.field("entrysubtype", paper);
    }
    if let Some(archive) = &item.source.archive_url {
        entry.words("note", &["Archived copy: ", archive].concat());
    }
    entry.finish()
}

/// A name that BibTeX takes apart as it was meant: an organisation stays whole, and so does a family name in which a
/// small letter would begin a particle.
fn name(name: &Name) -> String {
    let Some(given) = &name.given else {
        let words = line(&name.to_string());
        let latex = escaped(&words);
        return if name.literal || words.contains([' ', ',']) { ["{", &latex, "}"].concat() } else { latex };
    };
    let family = line(&name.family);
    let whole = ["{", &escaped(&family), "}"].concat();
    let is_and = |words: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    let family = if family.contains(',') || is_and(&family) || family.starts_with(char::is_lowercase) && !name.particle
    {
        whole
    } else {
        escaped(&family)
    };
    let guarded = |words: &str| {
        let words = line(words);
        let latex = escaped(&words);
        if words.contains(',') || is_and(&words) { ["{", &latex, "}"].concat() } else { latex }
    };
    match &name.suffix {
        Some(suffix) => [&family, ", ", &guarded(suffix), ", ", &guarded(given)].concat(),
        None => [&family, ", ", &guarded(given)].concat(),
    }
}

fn four(year: u16) -> String {
    let digits = year.to_string();
    ["0".repeat(4usize.saturating_sub(digits.len())), digits].concat()
}

/// Words in LaTeX.
fn escaped(words: &str) -> String {
    escape(words, has_pairs(words))
}

/// Whether every brace has its other half. BibTeX counts escaped braces too, so they must be balanced.
fn has_pairs(words: &str) -> bool {
    let mut open = 0usize;
    for c in words.chars() {
        match c {
            '{' => open += 1,
            '}' if open == 0 => return false,
            '}' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

fn escape(words: &str, pairs: bool) -> String {
    let mut latex = String::with_capacity(words.len());
    let mut before = ' ';
    for c in words.chars() {
        match c {
            '\\' => latex.push_str("\\textbackslash{}"),
            '{' | '}' if pairs => {
                latex.push('\\');
                latex.push(c);
            }
            '{' => latex.push_str("\\textbraceleft{}"),
            '}' => latex.push_str("\\textbraceright{}"),
            '~' => latex.push_str("\\textasciitilde{}"),
            '^' => latex.push_str("\\textasciicircum{}"),
            '%' | '&' | '#' | '$' | '_' => {
                latex.push('\\');
                latex.push(c);
            }
            // Two hyphens would become a dash.
            '-' if before == '-' => latex.push_str("{}-"),
            c => latex.push(c),
        }
        before = c;
    }
    latex
}

/// A title in which each word with a capital is in braces, but for the capital that begins the title. A small letter
/// that begins it is in braces too, since programs would raise it.
fn protected(title: &str) -> String {
    let pairs = has_pairs(title);
    let mut latex = String::with_capacity(title.len());
    for (index, word) in title.split(' ').enumerate() {
        if index > 0 {
            latex.push(' ');
        }
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let begins_small = index == 0 && letters.next().is_some_and(char::is_lowercase);
        let keep = begins_small
            || if index == 0 { letters.any(char::is_uppercase) } else { word.contains(char::is_uppercase) };
        let word = escape(word, pairs);
        // A brace before a backslash would make a letter with an accent of it.
        let (open, close) = match (keep, word.starts_with('\\')) {
            (false, _) => ("", ""),
            (true, false) => ("{", "}"),
            (true, true) => ("{{", "}}"),
        };
        latex += &[open, &word, close].concat();
    }
    latex
}

#[cfg(test)]
mod tests {
    use super::{Entry, escaped, protected};

    #[test]
    fn signs_of_latex_are_letters() {
        assert_eq!(escaped("AT&T, 50% of $1_000 #1"), r"AT\&T, 50\% of \$1\_000 \#1");
        assert_eq!(escaped(r"a\b{c}~^"), r"a\textbackslash{}b\{c\}\textasciitilde{}\textasciicircum{}");
        assert_eq!(escaped("a}b{c"), r"a\textbraceright{}b\textbraceleft{}c");
        assert_eq!(escaped("a--b---c"), "a-{}-b-{}-{}-c");
    }

    #[test]
    fn capitals_of_a_title_are_kept() {
        assert_eq!(protected("Workers flee Cambodia, UN says"), "Workers flee {Cambodia,} {UN} says");
        assert_eq!(protected("about 5 in {Cambodia}"), r"{about} 5 in {{\{Cambodia\}}}");
        assert_eq!(protected("iPhones in Cambodia"), "{iPhones} in {Cambodia}");
        assert_eq!(protected("a $5Bn fraud"), r"{a} {{\$5Bn}} fraud");
        assert_eq!(protected("កម្ពុជា"), "កម្ពុជា");
    }

    #[test]
    fn an_address_is_not_escaped_but_cannot_end_its_field() {
        let mut entry = Entry::new("misc", "a");
        entry.address("url", "https://example.org/a_b~c%20d?x={y}&z=\\#e");
        assert_eq!(entry.finish(), "@misc{a,\n  url = {https://example.org/a_b~c%20d?x=%7By%7D&z=%5C#e},\n}\n");
    }
}
