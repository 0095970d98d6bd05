//! Units that a file declares for itself, each once.

use crate::json::{self, Form, Node, one_of};
use crate::problem::Report;
use crate::text::Text;

/// A unit of the file's own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declared {
    /// The word by which figures name it.
    pub id: String,
    /// What one of it is called; where it is left out, the symbol or else the id.
    pub one: Option<Text>,
    /// What several of it are called; where it is left out, the symbol or else the id.
    pub many: Option<Text>,
    /// A short form that is the same for one and many, such as `ha`.
    pub symbol: Option<String>,
    /// Whether it is measured, and so can have decimals and be below zero, or counted in whole numbers.
    pub measured: bool,
    /// How many decimals a number with decimals is printed with at least.
    pub decimals: usize,
}

const KINDS: [(&str, bool); 2] = [("counted", false), ("measured", true)];

/// More decimals than anything is printed with.
const MOST_DECIMALS: u8 = 6;

impl Declared {
    /// Reads the list "units" of a file.
    pub(crate) fn read_all(node: Option<Node<'_>>, report: &mut Report<'_>) -> Vec<Self> {
        let mut units: Vec<Self> = Vec::new();
        json::list(node, "\"units\"", report, |node, report| {
            let unit = Self::read(node, report)?;
            if units.iter().any(|other| other.id == unit.id) {
                report.at(node, format!("the unit \"{}\" is declared twice: leave one of the two out", unit.id));
            } else {
                units.push(unit);
            }
            Some(())
        });
        units
    }

    fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut form = Form::open(node, "a unit", report)?;
        let id = form.need("id", report).and_then(|node| json::words(&node, report));
        let one = form.get("one").and_then(|node| Text::read(&node, report));
        let many = form.get("many").and_then(|node| Text::read(&node, report));
        let symbol = form.get("symbol").and_then(|node| json::words(&node, report));
        let measured = form.need("kind", report).and_then(|node| one_of(&node, &KINDS, "kind of unit", report));
        let places = form.get("decimals");
        let decimals = places.as_ref().map_or(Some(0), |node| decimals(node, report));
        if let (Some(node), Some(false)) = (&places, measured) {
            report.at(node, "what is counted has no decimals: leave the key out, or write \"kind\": \"measured\"");
        }
        if one.is_some() != many.is_some() {
            report
                .at(node, "a unit has a word for one and a word for many: write both \"one\" and \"many\", or neither");
        }
        form.close(&[], report);
        Some(Self { id: id?, one, many, symbol, measured: measured?, decimals: decimals? })
    }
}

fn decimals(node: &Node<'_>, report: &mut Report<'_>) -> Option<usize> {
    let number = node.number().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(MOST_DECIMALS)).contains(n));
    if number.is_none() {
        report.at(
            node,
            format!(
                "\"decimals\" is a whole number from 0 to {MOST_DECIMALS}, but {} stands here: correct it",
                node.found()
            ),
        );
    }
    number.map(|number| number as usize)
}
