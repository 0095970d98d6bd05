//! The tie between a figure and an article: the fragment in which the figure stands.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::date::{Date, Day};
use crate::json::{self, Form, Node};
use crate::problem::Report;
use crate::source::Source;
use crate::text::Text;
use crate::unit::Unit;
use crate::value::Value;

/// What cannot stand as itself in a text fragment: what ends or divides it, and what no address holds. Letters beyond
/// ASCII are encoded in any case.
const RESERVED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%').add(b'&').add(b',').add(b'-').add(b'#');

/// Longer fragments are quotations, which need the publisher's leave.
const LONGEST_QUOTE: usize = 12;

/// A line of so many words is hardly found by chance.
const FEW: usize = 3;

/// What one article says of a figure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Citation {
    /// The id of the article.
    pub source: String,
    /// The fragment of its text that holds the figure, to the letter, at most 12 words. Where a line of the article ends in
    /// it, it has a space.
    pub quote: String,
    /// Where in it those spaces are, in bytes.
    ends: Vec<usize>,
    /// How this article puts it, in short.
    pub wording: Option<Text>,
    /// The value as this article reports it, where that differs from the figure's.
    pub value: Option<Value>,
    /// The date as this article gives it, where that differs from the event's.
    pub date: Option<Date>,
    /// Who read the quote and vouches for what it says, where no program can read it.
    pub read_by: Option<Reader>,
}

/// Somebody who read a quote, and when.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reader {
    /// The name of a person or of an office.
    pub name: String,
    /// The day.
    pub on: Day,
}

impl Citation {
    /// The quote, line by line of the article.
    pub fn lines(&self) -> Vec<&str> {
        let mut rest = self.quote.as_str();
        let mut lines: Vec<&str> = self
            .ends
            .iter()
            .rev()
            .filter_map(|end| {
                let (before, line) = rest.split_at_checked(*end)?;
                rest = before;
                Some(line.trim_start())
            })
            .collect();
        lines.push(rest);
        lines.reverse();
        lines
    }

    /// The address of the fragment in the article, where that has an address: a text fragment, which browsers that
    /// know it scroll to and highlight, and others ignore (<https://wicg.github.io/scroll-to-text-fragment/>).
    pub fn link(&self, source: &Source) -> Option<String> {
        let url = source.url.as_deref()?;
        let hash = if url.contains('#') { "" } else { "#" };
        Some(format!("{url}{hash}:~:text={}", self.directive()))
    }

    /// What browsers are told to find. They find no text that runs on in another line, paragraph or cell, but a text that
    /// stands right before or behind another: so the first line is told by the second, and the rest by the first.
    fn directive(&self) -> String {
        let lines = self.lines();
        let encoded: Vec<String> = lines.iter().map(|line| utf8_percent_encode(line, RESERVED).to_string()).collect();
        let [first, second, rest @ ..] = encoded.as_slice() else { return encoded.concat() };
        let mut directive = format!("{first},-{second}&text={first}-,{second}");
        if let Some(last) = rest.last() {
            directive = directive + "," + last;
        }
        // Pages have pictures and advertisements between paragraphs. Few words are told by their neighbours alone: they stand
        // elsewhere too.
        if lines.first().is_some_and(|line| line.split(' ').count() >= FEW) {
            directive = directive + "&text=" + first + "," + rest.last().unwrap_or(second);
        }
        directive
    }
}

/// One citation or more; there is no way to have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Citations {
    first: Citation,
    rest: Vec<Citation>,
}

impl Citations {
    /// The citations in the file's order.
    pub fn iter(&self) -> impl Iterator<Item = &Citation> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    pub(crate) fn new(citations: Vec<Citation>) -> Option<Self> {
        let mut citations = citations.into_iter();
        Some(Self { first: citations.next()?, rest: citations.collect() })
    }
}

/// A citation whose source is still to be looked up.
pub(crate) struct RawCitation<'a> {
    pub(crate) path: String,
    pub(crate) source: Option<(String, Node<'a>)>,
    pub(crate) citation: Option<Citation>,
}

impl<'a> RawCitation<'a> {
    /// Reads the citations of a figure in `unit`, or of an event.
    pub(crate) fn read_all(
        node: Option<Node<'a>>,
        unit: Option<&Unit>,
        owner: &Node<'_>,
        report: &mut Report<'_>,
    ) -> Vec<Self> {
        let Some(node) = node else {
            report.at(
                owner,
                "the key \"citations\" is missing: name the article and the fragment of it in which this stands",
            );
            return Vec::new();
        };
        if node.list().is_some_and(|list| list.is_empty()) {
            report.at(&node, "there is no citation: name the article and the fragment of it in which this stands");
        }
        json::list(Some(node), "\"citations\"", report, |item, report| Self::read(item, unit, report))
    }

    fn read(node: &Node<'a>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "a citation", report)?;
        let source = form.need("source", report).and_then(|node| Some((json::words(&node, report)?, node)));
        let quote = form.need("quote", report).and_then(|node| quote(&node, report));
        let wording = form.get("wording").and_then(|node| Text::read(&node, report));
        let value = form.get("value").and_then(|node| Value::read(&node, unit, report));
        let date = form.get("date").and_then(|node| Date::read(&node, report));
        let read_by = form.get("read_by").and_then(|node| Reader::read(&node, report));
        form.close(&[], report);
        let citation = source.as_ref().zip(quote).map(|((source, _), (quote, ends))| Citation {
            source: source.clone(),
            quote,
            ends,
            wording,
            value,
            date,
            read_by,
        });
        Some(Self { path: node.path.clone(), source, citation })
    }
}

impl Reader {
    fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "who read a quote", report)?;
        let name = form.need("name", report).and_then(|node| json::words(&node, report));
        let on =
            form.need("on", report).and_then(|node| Day::read(&node, "\"on\" is the day on which it was read", report));
        form.close(&[], report);
        Some(Self { name: name?, on: on? })
    }
}

/// A quote with spaces for the ends of lines, and where those are.
fn quote(node: &Node<'_>, report: &mut Report<'_>) -> Option<(String, Vec<usize>)> {
    let written = json::words(node, report)?;
    let words = written.split_whitespace().count();
    if words > LONGEST_QUOTE {
        report.at(
            node,
            format!(
                "a quote has at most {LONGEST_QUOTE} words, but this one has {words}: keep what is around the figure"
            ),
        );
        return None;
    }
    let (mut quote, mut ends) = (String::new(), Vec::new());
    for line in written.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        if !quote.is_empty() {
            ends.push(quote.len());
            quote.push(' ');
        }
        quote += line;
    }
    Some((quote, ends))
}
