//! A citation: the article and the quote that support a figure or an event.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::date::{Date, Day};
use crate::json::{self, Fields, Node};
use crate::problem::Report;
use crate::source::Source;
use crate::text::Text;
use crate::unit::Unit;
use crate::value::Value;

/// The ASCII characters to percent-encode in a text fragment: its delimiters, and those that are invalid in a URL. Other
/// letters are always encoded.
const RESERVED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%').add(b'&').add(b',').add(b'-').add(b'#');

/// In words. Longer quotes could need the publisher's permission.
const LONGEST_QUOTE: usize = 12;

/// In words. A line of this length is unlikely to match elsewhere by chance.
const FEW: usize = 3;

/// What one article says about a figure or an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Citation {
    /// The id of the article.
    pub source: String,
    /// The words of the article that state the figure, letter by letter, at most 12. An end of a line in the article is a
    /// space here.
    pub quote: String,
    /// The byte offsets of those spaces in the quote.
    ends: Vec<usize>,
    /// The article's wording, in short.
    pub wording: Option<Text>,
    /// The value that this article reports, if it differs from the figure's.
    pub value: Option<Value>,
    /// The date that this article gives, if it differs from the event's.
    pub date: Option<Date>,
    /// The person or office that confirms what the quote says, if the program cannot read it.
    pub read_by: Option<Reader>,
}

/// A person or office that read a quote, and the day.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reader {
    /// The name of a person or of an office.
    pub name: String,
    /// The day.
    pub on: Day,
}

impl Citation {
    /// The quote, divided into the lines of the article.
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

    /// The URL of the quote in the article, if the article has a URL. It ends in a text fragment: browsers that support it
    /// scroll to the quote and highlight it, others ignore it (<https://wicg.github.io/scroll-to-text-fragment/>).
    pub fn link(&self, source: &Source) -> Option<String> {
        let url = source.url.as_deref()?;
        let hash = if url.contains('#') { "" } else { "#" };
        Some(format!("{url}{hash}:~:text={}", self.directive()))
    }

    /// The text directive for the quote. Browsers do not match a text across lines, paragraphs or cells, but they do match
    /// a text directly before or after another: so the second line is the suffix of the first, and the first the prefix of the rest.
    fn directive(&self) -> String {
        let lines = self.lines();
        let encoded: Vec<String> = lines.iter().map(|line| utf8_percent_encode(line, RESERVED).to_string()).collect();
        let [first, second, rest @ ..] = encoded.as_slice() else { return encoded.concat() };
        let mut directive = format!("{first},-{second}&text={first}-,{second}");
        if let Some(last) = rest.last() {
            directive = directive + "," + last;
        }
        // Pictures and advertisements between paragraphs break the context, so the lines are also given without it. A line
        // of few words needs the context, since it matches elsewhere too.
        if lines.first().is_some_and(|line| line.split(' ').count() >= FEW) {
            directive = directive + "&text=" + first + "," + rest.last().unwrap_or(second);
        }
        directive
    }
}

/// One citation or more: an empty list cannot be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Citations {
    first: Citation,
    rest: Vec<Citation>,
}

impl Citations {
    /// The citations in file order.
    pub fn iter(&self) -> impl Iterator<Item = &Citation> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// The first one.
    pub(crate) fn first(&self) -> &Citation {
        &self.first
    }

    /// Those of which this holds; `None` if there is none.
    pub(crate) fn only(&self, such: &dyn Fn(&Citation) -> bool) -> Option<Self> {
        Self::new(self.iter().filter(|citation| such(citation)).cloned().collect())
    }

    pub(crate) fn new(citations: Vec<Citation>) -> Option<Self> {
        let mut citations = citations.into_iter();
        Some(Self { first: citations.next()?, rest: citations.collect() })
    }
}

/// A citation whose source is not looked up yet.
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
            report.at(owner, "the key \"citations\" is missing: name the article and quote the words that state this");
            return Vec::new();
        };
        if node.list().is_some_and(|list| list.is_empty()) {
            report.at(&node, "there is no citation: name the article and quote the words that state this");
        }
        json::list(Some(node), "\"citations\"", report, |item, report| Self::read(item, unit, report))
    }

    fn read(node: &Node<'a>, unit: Option<&Unit>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a citation", report)?;
        let source = fields.need("source", report).and_then(|node| Some((json::words(&node, report)?, node)));
        let quote = fields.need("quote", report).and_then(|node| quote(&node, report));
        let wording = fields.get("wording").and_then(|node| Text::read(&node, report));
        let value = fields.get("value").and_then(|node| Value::read(&node, unit, report));
        let date = fields.get("date").and_then(|node| Date::read(&node, report));
        let read_by = fields.get("read_by").and_then(|node| Reader::read(&node, report));
        fields.close(&[], report);
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
        let mut fields = Fields::open(node, "\"read_by\"", report)?;
        let name = fields.need("name", report).and_then(|node| json::words(&node, report));
        let on = fields
            .need("on", report)
            .and_then(|node| Day::read(&node, "\"on\" is the day on which it was read", report));
        fields.close(&[], report);
        Some(Self { name: name?, on: on? })
    }
}

/// Reads a quote: with spaces for the ends of lines, and the byte offsets of those spaces.
fn quote(node: &Node<'_>, report: &mut Report<'_>) -> Option<(String, Vec<usize>)> {
    let written = json::words(node, report)?;
    let words = written.split_whitespace().count();
    if words > LONGEST_QUOTE {
        report.at(
            node,
            format!(
                "a quote has at most {LONGEST_QUOTE} words, but this one has {words}: keep the words around the figure"
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
