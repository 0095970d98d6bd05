//! What a piece of English says in numbers: the one grammar by which every quote is read.
//!
//! A text is divided into words, numbers and marks (`token`). From left to right, each place is asked whether a date
//! begins there (`calendar`) or a quantity: an amount (`numeral` for numbers in digits and words; ranges, fractions and
//! bare plurals such as *thousands*), the words that hedge it (`hedge`), and those that say what it measures
//! (`measure`). Nothing is read over the end of a sentence or a line.

mod calendar;
mod currency;
mod hedge;
mod measure;
mod numeral;
mod quantity;
mod token;
mod unit;

pub use calendar::Dating;
pub use hedge::{Bound, Hedge};
pub use measure::Measure;
pub use quantity::{Amount, Quantity};
pub(crate) use unit::symbol;

use std::ops::Range;

use crate::normal::Plain;

/// All that a text says in numbers, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// The dates.
    pub dates: Vec<Dating>,
}

impl Reading {
    /// Whether a quantity or a date stands in a part of the text.
    pub fn says_something(&self, part: &Range<usize>) -> bool {
        let within = |place: &Range<usize>| place.start < part.end && part.start < place.end;
        self.quantities.iter().any(|quantity| within(&quantity.core))
            || self.dates.iter().any(|date| within(&date.span))
    }

    /// Reads a text.
    pub fn of(plain: &Plain) -> Self {
        let tokens = token::tokens(plain);
        let mut reading = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            let date = calendar::read(&tokens, at);
            let open = date.as_ref().is_none_or(|(.., open)| *open);
            let quantity = quantity::read(&tokens, at).filter(|_| open);
            let behind_date = date.as_ref().map(|(_, next, _)| *next);
            reading.dates.extend(date.map(|(date, ..)| date));
            let behind_quantity = quantity.as_ref().map(|(_, next)| *next);
            reading.quantities.extend(quantity.map(|(quantity, _)| quantity));
            // Behind what may be a year another may follow, even if both could be a range.
            at = behind_date.or(behind_quantity).unwrap_or(at + 1).max(at + 1);
        }
        reading
    }
}
