//! The English grammar that parses the quantities and dates of a text.
//!
//! A text is divided into words, numbers and punctuation marks (`token`). From left to right, the parser looks at each token
//! for the beginning of a date (`calendar`) or a quantity: an amount (`numeral` for numbers in digits and words; ranges,
//! fractions and bare plurals such as *thousands*), its hedges (`hedge`) and its measure (`measure`). Nothing extends across
//! the end of a sentence or a line.

mod calendar;
mod currency;
mod hedge;
mod measure;
mod numeral;
mod quantity;
mod separators;
mod token;
mod unit;

pub use calendar::Dating;
pub use hedge::{Bound, Hedge};
pub use measure::Measure;
pub use quantity::{Amount, Quantity};
pub(crate) use unit::symbol;

use std::ops::Range;

use crate::normal::Plain;

/// The quantities and dates of a text, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// The dates.
    pub dates: Vec<Dating>,
}

impl Parsed {
    /// Whether a part of the text contains a quantity or a date.
    pub fn says_something(&self, part: &Range<usize>) -> bool {
        let within = |place: &Range<usize>| place.start < part.end && part.start < place.end;
        self.quantities.iter().any(|quantity| within(&quantity.core))
            || self.dates.iter().any(|date| within(&date.span))
    }

    /// Parses a text.
    pub fn of(plain: &Plain) -> Self {
        let tokens = token::tokens(plain);
        let mut parsed = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            let date = calendar::read(&tokens, at);
            let open = date.as_ref().is_none_or(|(.., open)| *open);
            let quantity = quantity::read(&tokens, at).filter(|_| open);
            let behind_date = date.as_ref().map(|(_, next, _)| *next);
            parsed.dates.extend(date.map(|(date, ..)| date));
            let behind_quantity = quantity.as_ref().map(|(_, next)| *next);
            parsed.quantities.extend(quantity.map(|(quantity, _)| quantity));
            // Another year may follow a possible year, even if both could be a range.
            at = behind_date.or(behind_quantity).unwrap_or(at + 1).max(at + 1);
        }
        parsed
    }
}
