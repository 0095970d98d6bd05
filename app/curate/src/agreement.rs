//! Whether a quote says what a figure says: the same number, as exact, of the same measure.

use std::ops::Range;

use model::{Bounds, Unit, Value, number};

use crate::fall;
use crate::reading::{Amount, Measure, Quantity, symbol};
use crate::written::written;

/// What is held against the quote.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'c> {
    /// The value that this article is said to report.
    pub value: &'c Value,
    /// In what.
    pub unit: &'c Unit,
    /// Whether the citation has it of its own, and not from its figure.
    pub own: bool,
    /// The quote as it is written, in which a minus can be told from a dash.
    pub words: &'c str,
}

/// Holds a value against the quantities of a text, of which the quote is a part.
///
/// # Errors
/// In words, when the quote does not bear it out.
pub fn check(cited: Cited<'_>, quantities: &[Quantity], text: &str, quote: &Range<usize>) -> Result<(), String> {
    let near = |quantity: &&Quantity| quantity.core.start < quote.end && quote.start < quantity.core.end;
    let near: Vec<&Quantity> = quantities.iter().filter(near).collect();
    // Of what lies below zero, the article gives the size of the fall.
    let size = cited.value.fall();
    let looked_up = Cited { value: size.as_ref().unwrap_or(cited.value), ..cited };
    let best = near.iter().map(|quantity| Comparison::of(looked_up, quantity, quote)).max_by_key(Comparison::rank);
    match best {
        Some(comparison) if comparison.fault().is_none() && size.is_some() => {
            if fall::is_said(cited.words) {
                return Ok(());
            }
            Err(format!(
                "{} stands here, but the quote does not say that it fell or lies below 0: quote the words that do",
                written(cited.value)
            ))
        }
        None => {
            Err("no number is found in this quote: quote the words in which the figure stands, in digits or words"
                .into())
        }
        Some(comparison) => match comparison.fault() {
            None => Ok(()),
            Some(fault) => Err(comparison.words(fault, cited, &near, text)),
        },
    }
}

/// Whether a quantity is so much of such a thing, however exact the words are.
pub fn bears(value: &Value, unit: &Unit, quantity: &Quantity) -> bool {
    same_amount(value, &quantity.amount) && fits(unit, quantity.measure)
}

/// A value beside one quantity of the text.
struct Comparison<'q> {
    quantity: &'q Quantity,
    amount: bool,
    measure: bool,
    exactness: bool,
    whole: bool,
}

/// What keeps a quantity from bearing out a value, the first thing first.
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

    /// The more it has in common with the value, the higher.
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
                        "“{passage}” in the quote is not said to be in \"{unit}\": quote the words that say so, or correct the unit"
                    ),
                    measure => format!(
                        "“{passage}” in the quote is {}, but the unit is \"{unit}\": correct the unit, or quote another number",
                        in_words(measure)
                    ),
                }
            }
            Fault::Cut => format!("the article says “{passage}”, of which the quote leaves out a part: quote it whole"),
            Fault::Exactness => format!(
                "“{passage}” is written {}, but {value} stands here: say it as the article does",
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

/// Whether the words hedge the number as the value does.
fn as_exact(value: &Value, quantity: &Quantity) -> bool {
    let said = quantity.value();
    let same = |said: &Value| {
        std::mem::discriminant(&said.bounds) == std::mem::discriminant(&value.bounds)
            && (!matches!(value.bounds, Bounds::Exactly(_)) || said.approximate == value.approximate)
    };
    let plain = matches!(quantity.amount, Amount::Number(_)).then(|| Value::exactly(0.0));
    same(&said) || (quantity.hedge.perhaps && plain.is_some_and(|plain| same(&plain)))
}

/// Whether they are one number: reading "4.57 billion" multiplies, and may be off in the last digit that is kept.
fn equal(one: f64, other: f64) -> bool {
    // Of a third no file holds all digits; two of them will do.
    let tolerance = if is_endless(other) { 0.005 } else { 1e-12 * one.abs().max(other.abs()) };
    (one - other).abs() <= tolerance
}

/// Whether a part of one has more decimals than anybody writes: a third, two thirds, a sixth.
fn is_endless(part: f64) -> bool {
    part < 1.0 && (part * 1000.0 - (part * 1000.0).round()).abs() > 1e-6
}

/// What is written for such a part: "one in three" is 0.33.
fn short_third(quantity: &Quantity) -> Option<f64> {
    match quantity.amount {
        Amount::Number(part) if is_endless(part) => Some((part * 100.0).round() / 100.0),
        _ => None,
    }
}

/// The value of a quantity with as many digits as anybody writes.
fn shortened(quantity: &Quantity) -> Value {
    let amount = short_third(quantity).map_or(quantity.amount, Amount::Number);
    Quantity { amount, ..quantity.clone() }.value()
}

/// Whether words that give this measure can be of a figure in that unit.
fn fits(unit: &Unit, measure: Measure) -> bool {
    match (unit, measure) {
        (Unit::Money(code), Measure::Money(currencies)) => currencies.contains(&code.as_str()),
        (Unit::Percent, Measure::Percent) | (Unit::Fraction, Measure::Fraction) => true,
        (Unit::Level(name), Measure::Level(scale)) => name == scale,
        (Unit::Time(plural) | Unit::Count(plural), Measure::Time(said)) => plural == said,
        (Unit::Measure(name), Measure::Unit(said)) => symbol(name) == said,
        // "up 1.5 points" where percentages are compared.
        (Unit::Measure("percentage points"), Measure::None) => false,
        // The unit may stand elsewhere in the sentence.
        (Unit::Measure(_), Measure::None) => true,
        // What a file calls its own unit, no grammar knows.
        (Unit::Declared(_), measure) => !matches!(measure, Measure::Money(_) | Measure::Percent),
        // What is counted stands in the sentence in any form: "of its nationals" are people.
        (Unit::Count(_), Measure::None | Measure::Unit(_)) => true,
        // A rate may be of anything: "5 percent a year", "$3 a head".
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
