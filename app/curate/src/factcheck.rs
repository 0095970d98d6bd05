//! The fact-check: finds the quote of each citation in its article, and checks that it supports its figure or event.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use model::{Claim, Stated};

use crate::agreement::{self, Cited};
use crate::article::Article;
use crate::dating::{self, Dated};
use crate::finding::Finding;
use crate::fragment;
use crate::items::items;
use crate::library::{Held, Library};
use crate::outline::Outline;
use crate::shelf::Shelf;
use crate::written::written;

/// The results for the citations of a file.
#[derive(Debug, Default)]
pub struct FactCheck {
    /// The number of citations that agree with their articles.
    pub checked: usize,
    /// The number of citations whose quotes are in their articles and were read by a person, since the program cannot read them.
    pub read: usize,
    /// The number of wrong citations.
    pub failed: usize,
    /// The citations that could not be checked against their articles, and are not known to be wrong.
    pub unchecked: Vec<Unchecked>,
    /// The errors and warnings.
    pub findings: Vec<Finding>,
}

/// A citation that could not be checked against its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// Its path in the file.
    pub path: String,
    /// Its article.
    pub source: String,
    /// The reason.
    pub reason: String,
}

/// The result for one citation.
enum Verdict {
    Checked,
    /// Read by a person; with the message of the program, if it reads something else.
    Read(Option<String>),
    Unchecked(String),
    /// Wrong: the key, and the message.
    Failed(&'static str, String),
}

impl FactCheck {
    /// Checks every citation that can be read from a file.
    pub fn of(outline: &Outline<'_>, library: &mut Library) -> Self {
        let claims = Claim::read_all(outline.text());
        let mut shelf = Shelf::of(&claims);
        let languages = languages(outline.text());
        let mut check = Self::default();
        for claim in &claims {
            let english = languages.get(&claim.citation.source).is_none_or(|language| language.starts_with("en"));
            match verdict(claim, &mut shelf, library, english) {
                Verdict::Checked => check.checked += 1,
                Verdict::Read(doubt) => {
                    check.read += 1;
                    if let Some(message) = doubt {
                        let path = format!("{}.read_by", claim.path);
                        check.findings.push(Finding::warning(&path, message, outline));
                    }
                }
                Verdict::Unchecked(reason) => {
                    let source = claim.citation.source.clone();
                    check.unchecked.push(Unchecked { path: claim.path.clone(), source, reason });
                }
                Verdict::Failed(key, message) => {
                    check.failed += 1;
                    let path = format!("{}.{key}", claim.path);
                    check.findings.push(Finding::error(&path, message, outline));
                }
            }
        }
        check.doubts(&claims, outline, library);
        check.unsupported(&claims, outline);
        check
    }

    /// Errors for available texts that are not the recorded ones.
    fn doubts(&mut self, claims: &[Claim], outline: &Outline<'_>, library: &mut Library) {
        let cited: BTreeSet<&str> =
            claims.iter().filter_map(|claim| Some(claim.article.as_ref()?.id.as_str())).collect();
        let ids = (0..).map(|item| format!("sources[{item}].id")).map_while(|path| {
            let span = outline.span(&path)?;
            let written = outline.text().get(span)?;
            // Some programs write an id as a number.
            Some((path, serde_json::from_str::<String>(written).unwrap_or_else(|_| written.to_owned())))
        });
        let mut told = BTreeSet::new();
        for (path, id) in ids {
            if cited.contains(id.as_str())
                && let Held::Doubtful(_, why) = library.get(&id)
                && told.insert(id.clone())
            {
                self.findings.push(Finding::error(&path, why.clone(), outline));
            }
        }
    }

    /// At least one quote must support the value or date of its figure or event itself; the others may differ.
    fn unsupported(&mut self, claims: &[Claim], outline: &Outline<'_>) {
        let mut items: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
        for claim in claims {
            items.entry(item(claim)).or_default().push(claim);
        }
        for (path, claims) in items {
            let (key, stated) = match claims.first().and_then(|claim| claim.stated.as_ref()) {
                Some(Stated::Value(value, _)) => {
                    let own = |claim: &&Claim| claim.citation.value.is_none_or(|own| own == *value);
                    ("value", (!claims.iter().any(own)).then(|| written(value)))
                }
                Some(Stated::Date(date)) => {
                    let own = |claim: &&Claim| claim.citation.date.as_ref().is_none_or(|own| own == date);
                    ("date", (!claims.iter().any(own)).then(|| date.to_string()))
                }
                None => continue,
            };
            if let Some(stated) = stated {
                let message = format!(
                    "no citation supports {stated}, since each has its own \"{key}\": write what one of them says"
                );
                self.findings.push(Finding::error(&format!("{path}.{key}"), message, outline));
            }
        }
    }
}

/// The path of the figure or event that a citation belongs to.
fn item(claim: &Claim) -> &str {
    claim.path.split_once(".citations").map_or("", |(item, _)| item)
}

/// CSL's `language` of each article that has one, in small letters.
fn languages(text: &str) -> BTreeMap<String, String> {
    let language = |source: &serde_json::Value| {
        let text = |key: &str| source.get(key)?.as_str().map(str::to_owned);
        Some((text("id")?, text("language")?.to_lowercase()))
    };
    items(text).ok().flatten().iter().flatten().filter_map(language).collect()
}

fn verdict(claim: &Claim, shelf: &mut Shelf<'_>, library: &mut Library, english: bool) -> Verdict {
    let citation = &claim.citation;
    let Some(article) = &claim.article else {
        return Verdict::Unchecked(format!("the file has no source \"{}\"", citation.source));
    };
    let legible = english && is_latin(&citation.quote);
    let (text, doubt) = match library.get(&article.id) {
        Held::Text(text) => (text, None),
        Held::Doubtful(text, _) if !text.text().is_empty() => (text, Some("no record confirms its text".to_owned())),
        Held::Doubtful(..) => return Verdict::Unchecked("its text cannot be read".into()),
        Held::Nothing(why) => {
            // The quote alone may already contradict its figure or event.
            let why = why.clone();
            let quote = Article::of(&citation.lines().join("\n"));
            let whole = 0..quote.text().len();
            return match supports(claim, &quote, &[whole]) {
                Err((key, message)) if legible && citation.read_by.is_none() => Verdict::Failed(key, message),
                _ => Verdict::Unchecked(why),
            };
        }
    };
    let places = text.find(&citation.quote);
    if places.is_empty() {
        let nearest = text.nearest(&citation.quote);
        return not_found(claim, shelf, library, nearest);
    }
    let supported = supports(claim, text, &places);
    // A wrong value or date is reported before a broken link. An article without an address has no link.
    let unread = !legible || citation.read_by.is_some();
    if article.url.is_some() && (supported.is_ok() || unread) {
        let says_the_same = |place: Range<usize>| unread || supports(claim, text, &[place]).is_ok();
        if let Some(message) = fragment::fault(text, citation, &places, says_the_same) {
            return Verdict::Failed("quote", message);
        }
    }
    if let Some(reader) = citation.read_by.as_ref().filter(|_| supported.is_err() || !legible) {
        if let Some(doubt) = doubt {
            return Verdict::Unchecked(doubt);
        }
        let other = legible && places.iter().any(|place| text.parsed().says_something(place));
        let message = |(_, message)| format!("{} read this otherwise than the program does: {message}", reader.name);
        return Verdict::Read(supported.err().filter(|_| other).map(message));
    }
    match supported {
        Err((key, message)) if legible => Verdict::Failed(key, message),
        _ if !legible => Verdict::Unchecked(
            "the quote is in the article, but it is not in English, so its number or date is not checked".into(),
        ),
        _ => doubt.map_or(Verdict::Checked, Verdict::Unchecked),
    }
}

/// The message for a quote that is not in its article: it names another article that has it, or similar words.
fn not_found(claim: &Claim, shelf: &mut Shelf<'_>, library: &mut Library, nearest: Option<String>) -> Verdict {
    let source = &claim.citation.source;
    let elsewhere = shelf.holding(&claim.citation.quote, library).into_iter().find(|id| {
        let text = library.get(id).text();
        id != source && text.is_some_and(|text| !text.find(&claim.citation.quote).is_empty())
    });
    let message = match (elsewhere, nearest) {
        (Some(other), _) => {
            return Verdict::Failed(
                "source",
                format!("this quote is not in the article \"{source}\" but in \"{other}\"; did you mean \"{other}\"?"),
            );
        }
        (None, Some(passage)) if passage.contains('\u{fffd}') => format!(
            "this quote is not in the article \"{source}\", whose text has lost letters here: “{passage}”; save the text again, as UTF-8"
        ),
        (None, Some(passage)) => format!(
            "this quote is not in the article \"{source}\", where the most similar words are “{passage}”: quote to the letter"
        ),
        (None, None) => {
            format!("this quote is not in the article \"{source}\": copy it from there, to the letter")
        }
    };
    Verdict::Failed("quote", message)
}

/// Whether a quote supports its figure or event at any of these places of a text. The error is the wrong key with a message.
fn supports(claim: &Claim, text: &Article, places: &[Range<usize>]) -> Result<(), (&'static str, String)> {
    let citation = &claim.citation;
    let parsed = text.parsed();
    let mut fault = Ok(());
    for quote in places {
        let (key, found) = match &claim.stated {
            None => return Ok(()),
            Some(Stated::Value(value, unit)) => {
                let own = citation.value.is_some();
                let cited =
                    Cited { value: citation.value.as_ref().unwrap_or(value), unit, own, words: &citation.quote };
                let found = agreement::check(cited, &parsed.quantities, text.text(), quote);
                (if own { "value" } else { "quote" }, found)
            }
            Some(Stated::Date(event)) => {
                let date = citation.date.as_ref().unwrap_or(event);
                let issued = claim.article.as_ref().and_then(|article| article.issued.as_ref()?.day());
                let dated = Dated { date, event: citation.date.as_ref().map(|_| event), issued };
                let found = dating::check(dated, &parsed.dates, text.text(), quote);
                (if citation.date.is_some() { "date" } else { "quote" }, found)
            }
        };
        match found {
            Ok(()) => return Ok(()),
            Err(message) if fault.is_ok() => fault = Err((key, message)),
            Err(_) => {}
        }
    }
    fault
}

/// Whether a text uses only letters that English uses.
fn is_latin(quote: &str) -> bool {
    let letters = quote.chars().filter(|letter| letter.is_alphabetic());
    let (latin, other): (Vec<char>, Vec<char>) = letters.partition(|letter| *letter < '\u{250}');
    latin.len() >= other.len()
}
