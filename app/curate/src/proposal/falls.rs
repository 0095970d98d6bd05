//! Tells whether a quantity is a fall or a number below zero: `fell by 5%`, `−5 °C`.

use crate::grammar::{Amount, Measure};

use super::near::{Near, is_listed};

/// Verbs of falling, before the number: `fell by`, `down`.
const VERBS: &str = "fall, falls, fell, fallen, falling, drop, drops, dropped, dropping, decline, declines, declined, declining, \
    decrease, decreases, decreased, decreasing, down, shrank, shrink, shrinks, shrunk, shrinking, contracted, \
    contracting, contract, plunge, plunged, plummeted, sank, slid, slumped, dipped, reduced, cut, slashed, \
    lowered, tumbled, eased, dived, sunk, minus, negative, reduce, cutting, reducing, reduction, lower";

/// Nouns for falls, after the number: `a 20% drop`.
const NOUNS: &str =
    "drop, fall, decline, decrease, reduction, cut, plunge, slump, contraction, dip, lower, slide, fewer";

/// Whether a quantity that may be below zero is a fall.
pub(super) fn is_fall(near: &Near<'_>, minus: bool) -> bool {
    let Amount::Number(number) = near.quantity.amount else { return false };
    let change = matches!(near.quantity.measure, Measure::Percent | Measure::Unit("percentage points" | "points"));
    let below = matches!(near.quantity.measure, Measure::Percent | Measure::Unit(_) | Measure::Money(_));
    if number <= 0.0 || !below {
        return false;
    }
    if minus {
        return true;
    }
    let ahead: Vec<&str> = near.ahead.split(' ').rev().filter(|word| !word.is_empty()).take(4).collect();
    let by = |word: &&str| {
        [
            "by", "of", "a", "an", "further", "another", "the", "sharply", "just", "only", "around", "in", "value",
            "steep", "rate",
        ]
        .contains(word)
    };
    // "fell to 5%" is what is left, and "cut from 5%" what was before.
    let lead: Vec<&str> = ahead.iter().copied().skip_while(by).take(1).collect();
    let place = ahead.iter().position(|word| lead.first() == Some(word)).map_or(0, |at| at + 1);
    // "Shut down 80%" is no fall.
    let particle = "shut, shutting, closed, broke, broken, tracked, cracked, cracking, put, laid, handed, turned, taken, took, tore";
    let phrase =
        lead.first() == Some(&"down") && ahead.get(place).is_some_and(|word| is_listed(&word.to_lowercase(), particle));
    let verb = !phrase && lead.first().is_some_and(|word| is_listed(&word.to_lowercase(), VERBS));
    let noun = near.words_behind().iter().take(2).any(|word| is_listed(word, NOUNS));
    change && (verb || noun)
}
