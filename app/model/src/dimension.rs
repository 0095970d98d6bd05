//! Checks the unit of a computed figure: people cannot be added to dollars, and people per dollar are not a percentage.

use crate::operation::Operation;
use crate::unit::Unit;

/// Checks the unit of a result. The error says what is wrong and what to do.
pub(crate) fn check(operation: Operation, operands: &[&Unit], unit: &Unit) -> Result<(), String> {
    if let Some(level) = operands.iter().copied().chain([unit]).find(|unit| matches!(unit, Unit::Level(_))) {
        return Err(format!(
            "a \"{}\" has an order and no size, so nothing can be computed from it: leave this figure out",
            level.key()
        ));
    }
    match (operation, operands) {
        (Operation::Ratio, [of, by]) => ratio(of, by, unit),
        _ => match operands.iter().find(|of| **of != unit) {
            None => Ok(()),
            Some(of) => Err(format!(
                "figures that are added or subtracted have the unit of the result, \"{}\", but one of these is in \"{}\": give all of them the same unit",
                unit.key(),
                of.key()
            )),
        },
    }
}

fn ratio(of: &Unit, by: &Unit, unit: &Unit) -> Result<(), String> {
    let fits = match (by, unit) {
        // A part divided by its share gives the whole, in the unit of the part.
        _ if is_share(by) => unit == of || (is_share(of) && is_share(unit)),
        _ if is_share(unit) => of == by,
        (_, Unit::Rate(rate)) => rate.rsplit_once(" per ").is_some_and(|(counted, one)| {
            if one.starts_with(|letter: char| letter.is_ascii_digit()) {
                return false;
            }
            names(counted, of, of.key()) && names(one, by, by.key().trim_end_matches('s'))
        }),
        // A sum divided by the price of each gives their number.
        (Unit::Rate(rate), _) => unit != of && rate.split(" per ").next() == Some(of.key()),
        _ => of == by && unit.key() == "times",
    };
    if fits {
        return Ok(());
    }
    let remedy = if is_share(by) {
        format!("give it the unit \"{}\"", of.key())
    } else if of == by {
        "give it the unit percent or fraction".into()
    } else if is_share(unit) {
        "divide figures of one unit, or write a unit of both, such as \"people per location\"".into()
    } else {
        format!("write \"{} per\" and the name of one of the second, such as \"people per location\"", of.key())
    };
    Err(format!("\"{}\" divided by \"{}\" is not in \"{}\": {remedy}", of.key(), by.key(), unit.key()))
}

fn is_share(unit: &Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::Fraction)
}

/// Whether a word in a rate can mean a unit. Money and time must be called by their name; counted things may have any
/// name but those.
fn names(word: &str, unit: &Unit, name: &str) -> bool {
    let is_own = |word: &str| {
        let code = word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase());
        code || ["hour", "day", "month", "year"].contains(&word.trim_end_matches('s'))
    };
    word == name || !(is_own(word) || matches!(unit, Unit::Money(_) | Unit::Time(_)))
}
