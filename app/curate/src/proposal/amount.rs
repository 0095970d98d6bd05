//! Values as the file keeps them: endless fractions are shortened, falls are below zero.

use model::Bounds::{AtLeast, AtMost, Between, Exactly, LessThan, Magnitude, MoreThan};
use model::Value;

use crate::grammar::{Amount, Quantity};

/// Whether the file can keep the value.
pub(super) fn is_sound(quantity: &Quantity) -> bool {
    let sound = |number: f64| number == 0.0 || (1e-15..=9e15).contains(&number.abs());
    match quantity.amount {
        Amount::Number(number) => sound(number),
        Amount::Range(low, high) => sound(low) && sound(high),
        Amount::Magnitude(_) => true,
    }
}

/// A third as 0.33: it has infinitely many digits, and two of them are enough.
pub(super) fn rounded(value: Value) -> Value {
    let short = |number: f64| {
        let endless = number.abs() < 1.0 && (number * 1000.0 - (number * 1000.0).round()).abs() > 1e-6;
        if endless { (number * 100.0).round() / 100.0 } else { number }
    };
    let bounds = match value.bounds {
        Exactly(number) => Exactly(short(number)),
        AtLeast(number) => AtLeast(short(number)),
        MoreThan(number) => MoreThan(short(number)),
        AtMost(number) => AtMost(short(number)),
        LessThan(number) => LessThan(short(number)),
        Between(low, high) => Between(short(low), short(high)),
        Magnitude(magnitude) => Magnitude(magnitude),
    };
    Value { bounds, ..value }
}

/// A fall of at least 5 is at most −5.
pub(super) fn below_zero(value: &Value) -> Value {
    let bounds = match value.bounds {
        Exactly(number) => Exactly(-number),
        AtLeast(number) => AtMost(-number),
        MoreThan(number) => LessThan(-number),
        AtMost(number) => AtLeast(-number),
        LessThan(number) => MoreThan(-number),
        Between(low, high) => Between(-high, -low),
        Magnitude(magnitude) => Magnitude(magnitude),
    };
    Value { bounds, ..*value }
}
