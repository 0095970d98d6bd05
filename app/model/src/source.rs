//! An article, as a CSL-JSON item: what Zotero and other reference managers export is accepted as it stands.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::csl::{CSL_KEYS, PRIVATE_KEYS, TYPES};
use crate::field;
use crate::issued::Issued;
use crate::json::{self, Form, Node};
use crate::name::Name;
use crate::problem::{Report, did_you_mean};
use crate::publication::is_shallow;
use crate::unseen;

/// An article that figures are cited to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Its name in the file; any text, since reference managers make their own.
    pub id: String,
    /// As it is printed, without tags; `None` where the title is not known.
    pub title: Option<String>,
    /// In the order of the byline; empty where nobody is named.
    pub authors: Vec<Name>,
    /// The newspaper or site it stands in.
    pub outlet: Option<String>,
    /// When it was published, as precisely as is known.
    pub issued: Option<Issued>,
    /// Where it is read, if only by its DOI.
    pub url: Option<String>,
    /// Its DOI, without an address around it.
    pub doi: Option<String>,
    /// A copy in a web archive.
    pub archive_url: Option<String>,
    /// The ids of the articles it takes its figures from.
    pub repeats: Vec<String>,
}

/// A source whose references to others are still to be checked.
pub(crate) struct RawSource<'a> {
    pub(crate) id: Option<(String, Node<'a>)>,
    pub(crate) source: Option<Source>,
    pub(crate) repeats: Vec<(String, Node<'a>)>,
}

impl Source {
    /// Reads one article out of its file, as far as it can be read; `None` where it has no id.
    pub fn of_csl(json: &str) -> Option<Self> {
        RawSource::read(&Node::read(json).ok()?, &mut Report::new(json))?.source
    }

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
        let id = form.need("id", report).and_then(|node| Some((field::id(&node, report)?, node)));
        if let Some(node) = form.need("type", report) {
            kind(&node, report);
        }
        let mut words = |key| form.get(key).and_then(|node| field::words(&node, report));
        let (title, outlet, publisher, doi) =
            (words("title"), words("container-title"), words("publisher"), words("DOI"));
        let authors = json::list(form.get("author"), "\"author\"", report, Name::read);
        let issued = form.get("issued").and_then(|node| Issued::read(&node, report));
        let mut place = |key| {
            // Reference managers write "" for what they do not have.
            let node = form.get(key).filter(|node| node.string().is_none_or(|words| !words.trim().is_empty()))?;
            Some(address(&node, report))
        };
        let (url, archive_url) = (place("URL"), place("archive_url").flatten());
        let doi = doi.and_then(|doi| bare(&doi));
        let url = url.unwrap_or_else(|| doi.as_deref().map(of_doi));
        let repeats = json::references(form.get("repeats"), "\"repeats\"", report);
        form.pass(PRIVATE_KEYS);
        form.close(CSL_KEYS, report);
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

/// One of CSL's types. A reference manager that does not know a type reads the article as something else.
fn kind(node: &Node<'_>, report: &mut Report<'_>) {
    let Some(found) = json::words(node, report).filter(|found| !TYPES.contains(&found.as_str())) else { return };
    let advice =
        did_you_mean(&found, TYPES.iter().copied(), ": write one, such as \"article-newspaper\" or \"webpage\"");
    report.at(node, format!("\"{}\" is not a type of CSL{advice}", json::shortened(&found)));
}

/// What an address cannot hold as it is, of all that a DOI can.
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

/// A DOI without what some write before it: `doi:` or an address.
fn bare(doi: &str) -> Option<String> {
    Some(doi.get(doi.find("10.")?..).filter(|doi| doi.contains('/'))?.to_owned())
}

fn of_doi(doi: &str) -> String {
    format!("https://doi.org/{}", utf8_percent_encode(doi, NOT_IN_AN_ADDRESS))
}

/// An address of the web, without what it says of words to find: curators copy addresses from their browsers, and the
/// words may be other ones than a citation quotes. A place in the page stays.
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
    // What leads out of the page leads to the web, never to a script.
    let good =
        rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !url.contains(char::is_whitespace);
    if !good {
        report.at(node, format!("\"{url}\" is not a web address: it begins with https:// and has no spaces"));
    }
    good.then_some(url)
}
