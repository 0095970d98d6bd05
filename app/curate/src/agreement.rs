//! Checks that a quote states the value of a figure: the same number, the same qualifier and the same unit.

use std::ops::Range;

use model::{Bounds, Unit, Value, number};

use crate::fall;
use crate::grammar::{Amount, Measure, Quantity, symbol};
use crate::written::written;

/// The value that a quote must state.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'c> {
    /// The value that the citation reports.
    pub value: &'c Value,
    /// Its unit.
    pub unit: &'c Unit,
    /// Whether the citation has its own value, instead of its figure's.
    pub own: bool,
    /// The quote as written, in which a minus differs from a dash.
    pub words: &'c str,
}

/// Checks a value against the quantities of a text that contains the quote.
///
/// # Errors
/// A message, if the quote does not support the value.
pub fn check(cited: Cited<'_>, quantities: &[Quantity], text: &str, quote: &Range<usize>) -> Result<(), String> {
    let near = |quantity: &&Quantity| quantity.core.start < quote.end && quote.start < quantity.core.end;
    let near: Vec<&Quantity> = quantities.iter().filter(near).collect();
    // For a value below zero, the article states the size of the fall.
    let size = cited.value.fall();
    let looked_up = Cited { value: size.as_ref().unwrap_or(cited.value), ..cited };
    let best = near.iter().map(|quantity| Comparison::of(looked_up, quantity, quote)).max_by_key(Comparison::rank);
    match best {
        Some(comparison) if comparison.fault().is_none() && size.is_some() => {
            if fall::is_said(cited.words) {
                return Ok(());
            }
            Err(format!(
                "this is {}, but the quote does not say that it fell or is below 0: quote the words that do",
                written(cited.value)
            ))
        }
        None => Err("this quote has no number: quote the words that state the figure, in digits or words".into()),
        Some(comparison) => match comparison.fault() {
            None => Ok(()),
            Some(fault) => Err(comparison.words(fault, cited, &near, text)),
        },
    }
}

/// Whether a quantity has this number and unit, with any qualifier.
pub fn bears(value: &Value, unit: &Unit, quantity: &Quantity) -> bool {
    same_amount(value, &quantity.amount) && fits(unit, quantity.measure)
}

/// A value compared with one quantity of the text.
struct Comparison<'q> {
    quantity: &'q Quantity,
    amount: bool,
    measure: bool,
    exactness: bool,
    whole: bool,
}

/// The reasons for which a quantity does not support a value. The first that applies is reported.
#[derive(Clone, Copy)]
enum Fault {
    Amount,
    Measure,
    Cut,
    Exactness,
}

impl<'q> Comparison<'q> {
    fn of(cited: Cited<'_>, quantity: &'q Quantity, quote: &Range<usize>) -> Self {
        Self {
            quantity,
            amount: same_amount(cited.value, &quantity.amount),
            measure: fits(cited.unit, quantity.measure),
            exactness: as_exact(cited.value, quantity),
            whole: quote.start <= quantity.span.start && quantity.span.end <= quote.end,
        }
    }

    /// The similarity to the value.
    fn rank(&self) -> (bool, bool, bool, bool) {
        (self.amount, self.measure, self.whole, self.exactness)
    }

    fn fault(&self) -> Option<Fault> {
        match self.rank() {
            (false, ..) => Some(Fault::Amount),
            (_, false, ..) => Some(Fault::Measure),
            (_, _, false, _) => Some(Fault::Cut),
            (.., false) => Some(Fault::Exactness),
            _ => None,
        }
    }

    fn words(&self, fault: Fault, cited: Cited<'_>, near: &[&Quantity], text: &str) -> String {
        let value = written(cited.value);
        let said = |quantity: &Quantity| text.get(quantity.span.clone()).unwrap_or_default();
        let passage = said(self.quantity);
        match fault {
            Fault::Amount => {
                let all: Vec<String> = near.iter().take(3).map(|quantity| format!("“{}”", said(quantity))).collect();
                let advice = match (short_third(self.quantity), cited.own) {
                    (Some(third), _) => format!("write {} for it", number::write(third)),
                    (None, true) => "correct the value".into(),
                    (None, false) => {
                        "correct the value, or give this citation its own \"value\" if the articles differ".into()
                    }
                };
                format!("the quote says {}, not {value}: {advice}", all.join(" and "))
            }
            Fault::Measure => {
                let unit = cited.unit.key();
                match self.quantity.measure {
                    Measure::None => format!(
                        "the quote does not say that “{passage}” is in \"{unit}\": quote the words that say so, or correct the unit"
                    ),
                    measure => format!(
                        "“{passage}” in the quote is {}, but the unit is \"{unit}\": correct the unit, or quote another number",
                        in_words(measure)
                    ),
                }
            }
            Fault::Cut => {
                format!("the article says “{passage}”, but the quote leaves out a part of it: quote it whole")
            }
            Fault::Exactness => format!(
                "“{passage}” is written {}, but this is {value}: write it as the article says it",
                written(&shortened(self.quantity))
            ),
        }
    }
}

fn same_amount(value: &Value, amount: &Amount) -> bool {
    match (value.bounds, *amount) {
        (
            Bounds::Exactly(n) | Bounds::AtLeast(n) | Bounds::MoreThan(n) | Bounds::AtMost(n) | Bounds::LessThan(n),
            Amount::Number(m),
        ) => equal(n, m),
        (Bounds::Between(low, high), Amount::Range(from, to)) => equal(low, from) && equal(high, to),
        (Bounds::Magnitude(one), Amount::Magnitude(other)) => one == other,
        _ => false,
    }
}

/// Whether the qualifier in the words is that of the value.
fn as_exact(value: &Value, quantity: &Quantity) -> bool {
    let said = quantity.value();
    let same = |said: &Value| {
        std::mem::discriminant(&said.bounds) == std::mem::discriminant(&value.bounds)
            && (!matches!(value.bounds, Bounds::Exactly(_)) || said.approximate == value.approximate)
    };
    let plain = matches!(quantity.amount, Amount::Number(_)).then(|| Value::exactly(0.0));
    same(&said) || (quantity.hedge.perhaps && plain.is_some_and(|plain| same(&plain)))
}

/// Whether two numbers are equal but for a rounding error in the last digit, as "4.57 billion" is computed.
fn equal(one: f64, other: f64) -> bool {
    // A third has infinitely many digits; two of them are enough.
    let tolerance = if is_endless(other) { 0.005 } else { 1e-12 * one.abs().max(other.abs()) };
    (one - other).abs() <= tolerance
}

/// Whether a fraction has no short decimal form: a third, two thirds, a sixth.
fn is_endless(part: f64) -> bool {
    part < 1.0 && (part * 1000.0 - (part * 1000.0).round()).abs() > 1e-6
}

/// The rounded decimal form of such a fraction: "one in three" is 0.33.
fn short_third(quantity: &Quantity) -> Option<f64> {
    match quantity.amount {
        Amount::Number(part) if is_endless(part) => Some((part * 100.0).round() / 100.0),
        _ => None,
    }
}

/// The value of a quantity, rounded to a usual number of digits.
fn shortened(quantity: &Quantity) -> Value {
    let amount = short_third(quantity).map_or(quantity.amount, Amount::Number);
    Quantity { amount, ..quantity.clone() }.value()
}

/// Whether words with this measure can state a figure in that unit.
pub(crate) fn fits(unit: &Unit, measure: Measure) -> bool {
    match (unit, measure) {
        (Unit::Money(code), Measure::Money(currencies)) => currencies.contains(&code.as_str()),
        (Unit::Percent, Measure::Percent) | (Unit::Fraction, Measure::Fraction) => true,
        (Unit::Level(name), Measure::Level(scale)) => name == scale,
        (Unit::Time(plural) | Unit::Count(plural), Measure::Time(said)) => plural == said,
        (Unit::Measure(name), Measure::Unit(said)) => symbol(name) == said,
        // "up 1.5 points" in a comparison of percentages.
        (Unit::Measure("percentage points"), Measure::None) => false,
        // The unit may be elsewhere in the sentence.
        (Unit::Measure(_), Measure::None) => true,
        // The grammar does not know the units that a file declares.
        (Unit::Declared(_), measure) => !matches!(measure, Measure::Money(_) | Measure::Percent),
        // The sentence may name the counted things in any way: "of its nationals" are people.
        (Unit::Count(_), Measure::None | Measure::Unit(_)) => true,
        // A rate can have any measure: "5 percent a year", "$3 a head".
        (Unit::Rate(_), _) => true,
        _ => false,
    }
}

fn in_words(measure: Measure) -> String {
    match measure {
        Measure::None => "a bare number".into(),
        Measure::Money(currencies) => format!("money ({})", currencies.first().copied().unwrap_or_default()),
        Measure::Percent => "in \"percent\"".into(),
        Measure::Fraction => "a \"fraction\"".into(),
        Measure::Time(plural) => format!("a time in \"{plural}\""),
        Measure::Level(name) => format!("a \"{name}\""),
        Measure::Unit(name) => format!("in \"{name}\""),
    }
}
