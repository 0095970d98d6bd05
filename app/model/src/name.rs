//! The name of an author, read by CSL's rules for names.

use std::fmt;

use crate::csl::NAME_KEYS;
use crate::field;
use crate::json::{Fields, Node};
use crate::problem::Report;

/// A person or an organisation. It is printed as in a byline: `Ludwig van der Beek Jr.`, `Hun Manet`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Name {
    /// The family name with its particles, such as `van der Beek`; the whole name if it has no parts.
    pub family: String,
    /// Given names.
    pub given: Option<String>,
    /// A suffix such as `Jr.`
    pub suffix: Option<String>,
    /// Whether the family name begins with a particle.
    pub particle: bool,
    /// Whether it is the name of an organisation, or another name that must not be divided.
    pub literal: bool,
    /// Whether a comma precedes the suffix.
    comma: bool,
    order: Order,
}

/// Which part of a name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Given,
    Family,
    /// As in Chinese, without a space between them.
    FamilyAtOnce,
}

impl Name {
    /// Reads a name of a CSL item, such as an editor's; `None` if it has no name.
    pub fn of_csl(json: &str) -> Option<Self> {
        Self::read(&Node::read(json).ok()?, &mut Report::new(json))
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "an author", report)?;
        // Zotero writes "" for a missing part of a name, and twice "" for a missing author.
        let names = ["family", "given", "literal"].map(|key| fields.get(key));
        let named = names.iter().any(Option::is_some);
        let [mut family, mut given, mut literal] = names.map(|node| field::words(&node?, report));
        let rest = ["dropping-particle", "non-dropping-particle", "suffix"];
        let [dropping, kept, mut suffix] = rest.map(|key| field::words(&fields.get(key)?, report));
        let mut is = |key| fields.get(key).is_some_and(|node| field::holds(&node));
        let (mut comma, fixed, whole) = (is("comma-suffix"), is("static-ordering"), is("isInstitution"));
        fields.close(NAME_KEYS, report);
        if whole {
            literal = literal.or(family.take()).or(given.take());
        }
        if let Some(family) = literal {
            return Some(Self {
                family,
                given: None,
                suffix: None,
                particle: false,
                literal: true,
                comma: false,
                order: Order::Given,
            });
        }
        // Some programs write the suffix after the given name: "Martin Luther, Jr.", or "…,! Jr." if the comma is to be printed.
        if let (None, Some((names, behind))) = (&suffix, given.as_deref().and_then(|given| given.split_once(','))) {
            let forced = behind.strip_prefix('!');
            comma |= forced.is_some();
            let behind = forced.unwrap_or(behind).trim();
            suffix = (!behind.is_empty()).then(|| behind.to_owned());
            given = Some(names.trim().to_owned());
        }
        // A single name counts as the family name.
        let Some(mut last) = family.or_else(|| given.take()) else {
            if !named {
                report.at(
                    node,
                    "an author has a \"family\" and perhaps a \"given\" name, or a \"literal\" one for an organisation: add it",
                );
            }
            return None;
        };
        let order = match given.as_deref().map_or(Order::Given, |given| order(&last, given)) {
            Order::Given if fixed => Order::Family,
            order => order,
        };
        let particle = dropping.is_some() || kept.is_some();
        for particle in [kept, dropping].into_iter().flatten() {
            last = before(particle, &last);
        }
        Some(Self { family: last, given, suffix, particle, literal: false, comma, order })
    }
}

/// Writes the name in the order of a byline.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, between, second) = match (&self.given, self.order) {
            (None, _) => ("", "", &self.family),
            (Some(given), Order::Given) => (given.as_str(), " ", &self.family),
            (Some(given), Order::Family) => (self.family.as_str(), " ", given),
            (Some(given), Order::FamilyAtOnce) => (self.family.as_str(), "", given),
        };
        for part in [first, between, second] {
            f.write_str(part)?;
        }
        match &self.suffix {
            Some(suffix) => {
                f.write_str(if self.comma { ", " } else { " " })?;
                f.write_str(suffix)
            }
            None => Ok(()),
        }
    }
}

/// Joins a particle and a name: `van Gogh`, but `d’Aspremont` and `al-Khwarizmi`.
fn before(mut particle: String, name: &str) -> String {
    if !particle.ends_with(['\'', '’', '-', '‐']) {
        particle.push(' ');
    }
    particle + name
}

/// The order of names in the script of a name.
fn order(family: &str, given: &str) -> Order {
    let of = |name: &str| match name.chars().next() {
        // Khmer.
        Some('\u{1780}'..='\u{17ff}') => Order::Family,
        // Kana, Chinese characters, Hangul.
        Some(
            '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}',
        ) => Order::FamilyAtOnce,
        _ => Order::Given,
    };
    if of(family) == of(given) { of(family) } else { Order::Given }
}
