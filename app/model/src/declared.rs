//! Reads the units that a file declares.

use crate::json::{self, Fields, Node, one_of};
use crate::problem::Report;
use crate::text::Text;

/// A unit that the file declares.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declared {
    /// The word by which figures name it.
    pub id: String,
    /// The singular; if left out, the symbol, else the id.
    pub one: Option<Text>,
    /// The plural; if left out, the symbol, else the id.
    pub many: Option<Text>,
    /// A short form for singular and plural, such as `ha`.
    pub symbol: Option<String>,
    /// Whether it is measured, so that its numbers can have decimals and be below zero, or counted in whole numbers.
    pub measured: bool,
    /// The minimum of decimals with which a number that has decimals is printed.
    pub decimals: usize,
}

const KINDS: [(&str, bool); 2] = [("counted", false), ("measured", true)];

/// The largest number of decimals that can be demanded.
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
        let mut fields = Fields::open(node, "a unit", report)?;
        let id = fields.need("id", report).and_then(|node| json::words(&node, report));
        let one = fields.get("one").and_then(|node| Text::read(&node, report));
        let many = fields.get("many").and_then(|node| Text::read(&node, report));
        let symbol = fields.get("symbol").and_then(|node| json::words(&node, report));
        let measured = fields.need("kind", report).and_then(|node| one_of(&node, &KINDS, "kind of unit", report));
        let places = fields.get("decimals");
        let decimals = places.as_ref().map_or(Some(0), |node| decimals(node, report));
        if let (Some(node), Some(false)) = (&places, measured) {
            report.at(node, "what is counted has no decimals: leave the key out, or write \"kind\": \"measured\"");
        }
        if one.is_some() != many.is_some() {
            report
                .at(node, "a unit has a word for one and a word for many: write both \"one\" and \"many\", or neither");
        }
        fields.close(&[], report);
        Some(Self { id: id?, one, many, symbol, measured: measured?, decimals: decimals? })
    }
}

fn decimals(node: &Node<'_>, report: &mut Report<'_>) -> Option<usize> {
    let number = node.number().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(MOST_DECIMALS)).contains(n));
    if number.is_none() {
        report.at(
            node,
            format!(
                "\"decimals\" is a whole number from 0 to {MOST_DECIMALS}, but this is {}: correct it",
                node.found()
            ),
        );
    }
    number.map(|number| number as usize)
}
