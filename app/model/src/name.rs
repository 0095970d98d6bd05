//! The name of an author, read by the rules that CSL has for names.

use std::fmt;

use crate::csl::NAME_KEYS;
use crate::field;
use crate::json::{Form, Node};
use crate::problem::Report;

/// A person or an organisation. It is printed as a byline has it: `Ludwig van der Beek Jr.`, `Hun Manet`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Name {
    /// The family name with the particles before it, such as `van der Beek`; the whole name where it has no parts.
    pub family: String,
    /// Given names.
    pub given: Option<String>,
    /// Such as `Jr.`
    pub suffix: Option<String>,
    /// Whether the family name begins with a particle.
    pub particle: bool,
    /// Whether it is an organisation's, or another name that is not to be taken apart.
    pub literal: bool,
    /// Whether a comma stands before the suffix.
    comma: bool,
    order: Order,
}

/// Which part of a name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Given,
    Family,
    /// As in Chinese, where nothing stands between them either.
    FamilyAtOnce,
}

impl Name {
    /// Reads a name of a CSL item, such as an editor's; `None` where nothing in it is a name.
    pub fn of_csl(json: &str) -> Option<Self> {
        Self::read(&Node::read(json).ok()?, &mut Report::new(json))
    }

    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "an author", report)?;
        // Zotero writes "" for a missing half of a name, and two of them for a missing author.
        let names = ["family", "given", "literal"].map(|key| form.get(key));
        let nobody = names.iter().any(Option::is_some);
        let [mut family, mut given, mut literal] = names.map(|node| field::words(&node?, report));
        let rest = ["dropping-particle", "non-dropping-particle", "suffix"];
        let [dropping, kept, mut suffix] = rest.map(|key| field::words(&form.get(key)?, report));
        let mut is = |key| form.get(key).is_some_and(|node| field::holds(&node));
        let (mut comma, fixed, whole) = (is("comma-suffix"), is("static-ordering"), is("isInstitution"));
        form.close(NAME_KEYS, report);
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
        // Some write the suffix behind the given name: "Martin Luther, Jr.", or "…,! Jr." with a comma to be printed.
        if let (None, Some((names, behind))) = (&suffix, given.as_deref().and_then(|given| given.split_once(','))) {
            let forced = behind.strip_prefix('!');
            comma |= forced.is_some();
            let behind = forced.unwrap_or(behind).trim();
            suffix = (!behind.is_empty()).then(|| behind.to_owned());
            given = Some(names.trim().to_owned());
        }
        // Somebody with one name only is called by it.
        let Some(mut last) = family.or_else(|| given.take()) else {
            if !nobody {
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

/// In the order of a byline.
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

/// A particle before a name: `van Gogh`, but `d’Aspremont` and `al-Khwarizmi`.
fn before(mut particle: String, name: &str) -> String {
    if !particle.ends_with(['\'', '’', '-', '‐']) {
        particle.push(' ');
    }
    particle + name
}

/// The order of the script in which a name is written.
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
