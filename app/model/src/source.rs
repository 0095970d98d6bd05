//! An article, read from a CSL-JSON item as Zotero and other reference managers export it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::csl::{CSL_KEYS, PRIVATE_KEYS, TYPES};
use crate::field;
use crate::issued::Issued;
use crate::json::{self, Fields, Node};
use crate::name::Name;
use crate::problem::{Report, did_you_mean};
use crate::publication::is_shallow;
use crate::unseen;

/// An article that figures and events cite.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Its id in the file; any text, since reference managers make their own.
    pub id: String,
    /// Its title without tags, if known.
    pub title: Option<String>,
    /// Its authors in the order of the byline; empty if it names none.
    pub authors: Vec<Name>,
    /// The newspaper or site that published it.
    pub outlet: Option<String>,
    /// Its date of publication, as precise as known.
    pub issued: Option<Issued>,
    /// Its URL, if only that of its DOI.
    pub url: Option<String>,
    /// Its DOI, not as a URL.
    pub doi: Option<String>,
    /// The URL of a copy in a web archive.
    pub archive_url: Option<String>,
    /// The ids of the articles from which it takes its figures.
    pub repeats: Vec<String>,
}

/// An article whose references to others are not checked yet.
pub(crate) struct RawSource<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) source: Option<Source>,
    pub(crate) repeats: Vec<(String, Node<'a>)>,
}

impl Source {
    /// Reads the JSON of a single article as far as possible; `None` if it has no id.
    pub fn of_csl(json: &str) -> Option<Self> {
        RawSource::read(&Node::read(json).ok()?, &mut Report::new(json))?.source
    }

    /// Its id with every character replaced that would need escaping in a URL.
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

    /// The `id` on the page of its passage about a figure or event.
    ///
    /// Neither ids of figures and events nor slugs contain an underscore, so that no two pairs have the same `id`.
    pub fn passage_anchor(&self, item: &str) -> String {
        format!("note-{}_{item}", self.slug())
    }

    /// Its name in running text: the outlet, else the title, else the id.
    pub fn short_name(&self) -> &str {
        self.outlet.as_deref().or(self.title.as_deref()).unwrap_or(&self.id)
    }
}

impl<'a> RawSource<'a> {
    /// Reads an item of the list. Reference managers export a list, or an object around one. If that was pasted unchanged, its
    /// articles are read too, so that they are not reported as missing.
    pub(crate) fn read_all(node: &Node<'a>, report: &mut Report<'_>) -> Option<Vec<Self>> {
        let (items, advice) = match (node.list(), exported(node)) {
            (Some(items), _) if items.iter().any(is_article) => {
                (items, "this is a list of articles within the list, as it was exported: remove the [ before and the ] after them".into())
            }
            (_, Some((key, items))) => {
                (items, format!("the articles are within \"{key}\", as they were exported: put them here without the object around them"))
            }
            _ => return Some(vec![Self::read(node, report)?]),
        };
        report.at(node, advice);
        Some(items.iter().filter_map(|item| Self::read(item, report)).collect())
    }

    fn read(node: &Node<'a>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a source", report)?;
        let id = fields.need("id", report).and_then(|node| Some((field::id(&node, report)?, node)));
        if let Some(node) = fields.need("type", report) {
            kind(&node, report);
        }
        let mut words = |key| fields.get(key).and_then(|node| field::words(&node, report));
        let (title, outlet, publisher, doi) =
            (words("title"), words("container-title"), words("publisher"), words("DOI"));
        let authors = json::list(fields.get("author"), "\"author\"", report, Name::read);
        let issued = fields.get("issued").and_then(|node| Issued::read(&node, report));
        let mut place = |key| {
            // Reference managers write "" for a missing value.
            let node = fields.get(key).filter(|node| node.string().is_none_or(|words| !words.trim().is_empty()))?;
            Some(address(&node, report))
        };
        let (url, archive_url) = (place("URL"), place("archive_url").flatten());
        let doi = doi.and_then(|doi| bare(&doi));
        let url = url.unwrap_or_else(|| doi.as_deref().map(of_doi));
        let repeats = json::references(fields.get("repeats"), "\"repeats\"", report);
        fields.pass(PRIVATE_KEYS);
        fields.close(CSL_KEYS, report);
        let published = |(key, value): &(String, Node<'_>)| !PRIVATE_KEYS.contains(&key.as_str()) && is_shallow(value);
        let entries = node.object().unwrap_or_default();
        entries.iter().filter(|entry| published(entry)).for_each(|(_, value)| field::sound(value, report));
        let source = id.as_ref().map(|(id, _)| Source {
            id: id.clone(),
            title,
            authors,
            outlet: outlet.or(publisher),
            issued,
            url,
            doi,
            archive_url,
            repeats: repeats.iter().map(|(id, _)| id.clone()).collect(),
        });
        Some(Self { id, source, repeats })
    }
}

/// Whether this is an article, correct or not.
pub(crate) fn is_article(node: &Node<'_>) -> bool {
    node.object().is_some_and(|entries| entries.iter().any(|(key, _)| key == "type"))
}

/// The key under which an object that is not an article contains articles.
fn exported<'a>(node: &Node<'a>) -> Option<(String, Vec<Node<'a>>)> {
    let entries = node.object().filter(|_| !is_article(node))?;
    let list = |(key, node): (String, Node<'a>)| Some((key, node.list().filter(|list| list.iter().any(is_article))?));
    entries.into_iter().find_map(list)
}

/// Checks that a type is one of CSL's: reference managers replace an unknown type.
fn kind(node: &Node<'_>, report: &mut Report<'_>) {
    let Some(found) = json::words(node, report).filter(|found| !TYPES.contains(&found.as_str())) else { return };
    let advice =
        did_you_mean(&found, TYPES.iter().copied(), ": write one, such as \"article-newspaper\" or \"webpage\"");
    report.at(node, format!("\"{}\" is not a type of CSL{advice}", json::shortened(&found)));
}

/// The characters of a DOI to percent-encode in a URL.
const NOT_IN_AN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A DOI without a prefix: `doi:` or the beginning of a URL.
fn bare(doi: &str) -> Option<String> {
    Some(doi.get(doi.find("10.")?..).filter(|doi| doi.contains('/'))?.to_owned())
}

fn of_doi(doi: &str) -> String {
    format!("https://doi.org/{}", utf8_percent_encode(doi, NOT_IN_AN_ADDRESS))
}

/// Reads a web address and removes its text fragment: curators copy addresses from browsers, and the fragment may be
/// another one than a citation's. The name of a place in the page is kept.
pub(crate) fn address(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let mut url = json::words(node, report)?;
    if let Some(place) = url.find(":~:") {
        url.truncate(place);
        url.truncate(url.trim_end_matches('#').len());
    }
    if let Some(unseen) = unseen::within(&url) {
        report.at(node, unseen);
        return None;
    }
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    // Only http and https: a link must never run a script.
    let good =
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !url.contains(char::is_whitespace);
    if !good {
        report.at(node, format!("\"{url}\" is not a web address: it begins with https:// and has no spaces"));
    }
    good.then_some(url)
}
