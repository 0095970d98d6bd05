//! An article, as a CSL-JSON item: what Zotero and other reference managers export is accepted as it stands.

use std::fmt;

use crate::csl::{CSL_KEYS, DATE_KEYS, NAME_KEYS, PRIVATE_KEYS};
use crate::date::Day;
use crate::json::{self, Form, Node};
use crate::problem::Report;

/// An article that figures are cited to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Its name in the file; any text, since reference managers make their own.
    pub id: String,
    /// `None` where the title is not known.
    pub title: Option<String>,
    /// In the order of the byline; empty where nobody is named.
    pub authors: Vec<Name>,
    /// The newspaper or site it stands in.
    pub outlet: Option<String>,
    /// When it was published, as precisely as is known.
    pub issued: Option<Day>,
    /// Where it is read.
    pub url: Option<String>,
    /// A copy in a web archive.
    pub archive_url: Option<String>,
    /// The ids of the articles it takes its figures from.
    pub repeats: Vec<String>,
}

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Name {
    /// The family name, or the whole name of an organisation.
    pub family: String,
    /// Given names.
    pub given: Option<String>,
}

/// As a byline has it.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.given {
            Some(given) => write!(f, "{given} {}", self.family),
            None => f.write_str(&self.family),
        }
    }
}

/// A source whose references to others are still to be checked.
pub(crate) struct RawSource<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) source: Option<Source>,
    pub(crate) repeats: Vec<(String, Node<'a>)>,
}

impl Source {
    /// The part of its note's address that names it: the id with what an address cannot hold replaced.
    pub fn slug(&self) -> String {
        let keep = |c: char| {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '-' }
        };
        self.id.chars().map(keep).collect()
    }

    /// The `id` of its note on the page.
    pub fn note_anchor(&self) -> String {
        format!("note-{}", self.slug())
    }

    /// The `id` on the page of what it says of a figure or event.
    ///
    /// Neither the ids of figures and events nor slugs hold an underscore, so two pairs never meet.
    pub fn passage_anchor(&self, item: &str) -> String {
        format!("note-{}_{item}", self.slug())
    }

    /// What it is called in running text: the outlet, else the title, else the id.
    pub fn short_name(&self) -> &str {
        self.outlet.as_deref().or(self.title.as_deref()).unwrap_or(&self.id)
    }
}

impl<'a> RawSource<'a> {
    /// Reads an item of the list. Reference managers export a list, or an object around one; if that was pasted as it
    /// stands, the articles in it are read all the same, so that nobody is told that they are missing.
    pub(crate) fn read_all(node: &Node<'a>, report: &mut Report<'_>) -> Option<Vec<Self>> {
        let (items, advice) = match (node.list(), exported(node)) {
            (Some(items), _) if items.iter().any(is_article) => {
                (items, "a list of articles stands within the list, as it was exported: remove the [ before and the ] behind them".into())
            }
            (_, Some((key, items))) => {
                (items, format!("the articles stand within \"{key}\", as they were exported: put them here without what is around them"))
            }
            _ => return Some(vec![Self::read(node, report)?]),
        };
        report.at(node, advice);
        Some(items.iter().filter_map(|item| Self::read(item, report)).collect())
    }

    fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "a source", report)?;
        let id = form.need("id", report).and_then(|node| Some((json::words(&node, report)?, node)));
        form.need("type", report).and_then(|node| json::words(&node, report));
        let title = form.get("title").and_then(|node| json::words(&node, report));
        let authors = json::list(form.get("author"), "\"author\"", report, name);
        let outlet = form.get("container-title").and_then(|node| json::words(&node, report));
        let publisher = form.get("publisher").and_then(|node| json::words(&node, report));
        let issued = form.get("issued").and_then(|node| issued(&node, report));
        let url = form.get("URL").and_then(|node| address(&node, report));
        let archive_url = form.get("archive_url").and_then(|node| address(&node, report));
        let repeats = json::references(form.get("repeats"), "\"repeats\"", report);
        form.pass(PRIVATE_KEYS);
        form.close(CSL_KEYS, report);
        let source = id.as_ref().map(|(id, _)| Source {
            id: id.clone(),
            title,
            authors,
            outlet: outlet.or(publisher),
            issued,
            url,
            archive_url,
            repeats: repeats.iter().map(|(id, _)| id.clone()).collect(),
        });
        Some(Self { id, source, repeats })
    }
}

/// Whether this is an article, right or wrong.
pub(crate) fn is_article(node: &Node<'_>) -> bool {
    node.object().is_some_and(|entries| entries.iter().any(|(key, _)| key == "type"))
}

/// The key under which an object that is no article holds articles.
fn exported<'a>(node: &Node<'a>) -> Option<(String, Vec<Node<'a>>)> {
    let entries = node.object().filter(|_| !is_article(node))?;
    let list = |(key, node): (String, Node<'a>)| Some((key, node.list().filter(|list| list.iter().any(is_article))?));
    entries.into_iter().find_map(list)
}

fn name(node: &Node<'_>, report: &mut Report<'_>) -> Option<Name> {
    let mut form = Form::open(node, "an author", report)?;
    // Zotero writes "" for the half of a name that it does not have.
    let mut part = |key, report: &mut Report<'_>| {
        let node = form.get(key).filter(|node| node.string().as_deref() != Some(""))?;
        json::words(&node, report)
    };
    let family = part("family", report);
    let given = part("given", report);
    let literal = part("literal", report);
    form.close(NAME_KEYS, report);
    let name = match (family.or(literal), given) {
        (Some(family), given) => Some(Name { family, given }),
        // Somebody with one name only.
        (None, given) => given.map(|family| Name { family, given: None }),
    };
    if name.is_none() {
        report.at(
            node,
            "an author has a \"family\" and perhaps a \"given\" name, or a \"literal\" one for an organisation: add it",
        );
    }
    name
}

/// CSL's date: `{"date-parts": [[2026, 1, 21]]}`, or `raw` or `literal` words that are a date.
fn issued(node: &Node<'_>, report: &mut Report<'_>) -> Option<Day> {
    let mut form = Form::open(node, "\"issued\"", report)?;
    let parts = form.get("date-parts");
    let words = form.get("raw").or(form.get("literal")).and_then(|node| node.string());
    form.close(DATE_KEYS, report);
    let day = match &parts {
        Some(parts) => parts.list().and_then(|ranges| {
            let first = ranges.first()?.list()?;
            // Zotero writes years as texts as well as numbers.
            let number = |part: &Node<'_>| {
                part.string().map_or(part.number(), |text| text.parse().ok().map(|n: u16| f64::from(n)))
            };
            let parts: Option<Vec<u16>> =
                first.iter().map(|part| number(part).filter(|n| n.fract() == 0.0).map(|n| n as u16)).collect();
            Day::from_parts(&parts?)
        }),
        None => words.and_then(|words| match crate::date::Date::parse(&words) {
            Some(crate::date::Date::Day(day)) => Some(day),
            _ => None,
        }),
    };
    if day.is_none() {
        report.at(
            parts.as_ref().unwrap_or(node),
            "this is not a date: write {\"date-parts\": [[2026, 1, 21]]} with as many parts as are known, or leave \"issued\" out",
        );
    }
    day
}

fn address(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let url = json::words(node, report)?;
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    // What leads out of the page leads to the web, never to a script.
    let good =
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !url.contains(char::is_whitespace);
    if !good {
        report.at(node, format!("\"{url}\" is not a web address: it begins with https:// and has no spaces"));
    }
    good.then_some(url)
}
