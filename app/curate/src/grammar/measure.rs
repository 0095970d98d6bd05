//! Parses the measure of a number from the words directly beside it: money, percent, a duration, a rank.

use super::currency::{CODES, Currencies, DOLLARS_OF, NAMES, NATIONAL, PREFIXES, SIGNS};
use super::token::{Token, begins_at, ends_before, is, is_any, listed, word_before};
use super::unit::UNITS;

/// The measure that the words beside a number state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// None: it counts things that the sentence names.
    None,
    /// Money, in one of the currencies (ISO 4217) that the sign or word can mean.
    Money(&'static [&'static str]),
    /// Percent.
    Percent,
    /// A part of one.
    Fraction,
    /// A duration, by the plural of its unit: `years`.
    Time(&'static str),
    /// A level of a scale, by its name: `tier`.
    Level(&'static str),
    /// A common unit of measurement, by its name in the file: `kg`.
    Unit(&'static str),
}

const TIMES: [(&str, &str); 21] = [
    ("year", "years"),
    ("years", "years"),
    ("year's", "years"),
    ("yr", "years"),
    ("yrs", "years"),
    ("month", "months"),
    ("months", "months"),
    ("month's", "months"),
    ("week", "weeks"),
    ("weeks", "weeks"),
    ("day", "days"),
    ("days", "days"),
    ("hour", "hours"),
    ("hours", "hours"),
    ("hrs", "hours"),
    ("minute", "minutes"),
    ("minutes", "minutes"),
    ("decade", "decades"),
    ("decades", "decades"),
    ("centuries", "centuries"),
    ("seconds", "seconds"),
];

const LEVELS: [(&str, &str); 8] = [
    ("tier", "tier"),
    ("tiers", "tier"),
    ("level", "level"),
    ("rank", "rank"),
    ("ranks", "rank"),
    ("ranked", "rank"),
    ("ranking", "rank"),
    ("place", "rank"),
];

/// Words between a number and the name of its currency or unit of time: *million US dollars*, *twenty long years*.
const BETWEEN: [&str; 7] = ["us", "u . s .", "american", "australian", "singapore", "of", "of us"];

/// The currency whose sign or code is at this token, before a number, and the token after it.
pub(super) fn money_before(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    for (of, currencies) in DOLLARS_OF {
        if let Some(sign) = begins_at(tokens, at, of).filter(|sign| is(tokens, *sign, "$"))
            && tokens.get(sign).is_some_and(|token| token.glued)
        {
            return Some((Measure::Money(currencies), sign + 1));
        }
    }
    if let Some(currencies) = listed(tokens, at, &SIGNS).or_else(|| code(tokens, at)) {
        return Some((Measure::Money(currencies), at + 1));
    }
    let written = tokens.get(at)?.text;
    let (prefix, currencies) = PREFIXES.into_iter().find(|(prefix, _)| prefix.eq_ignore_ascii_case(written))?;
    let glued = tokens.get(at + 1).is_some_and(|token| token.glued);
    // "Rs. 500".
    let point = prefix.len() > 1 && glued && is(tokens, at + 1, ".");
    // A single letter is money only directly before the digits.
    (glued || prefix.len() > 1).then_some((Measure::Money(currencies), if point { at + 2 } else { at + 1 }))
}

fn code(tokens: &[Token<'_>], at: usize) -> Option<Currencies> {
    let written = tokens.get(at)?.text;
    CODES.into_iter().find(|codes| codes.contains(&written))
}

/// The measure after a number, and the token after it.
pub(super) fn behind(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    let at = if is(tokens, at, "-") { at + 1 } else { at };
    let unit = UNITS.iter().find_map(|(words, unit)| Some((*unit, begins_at(tokens, at, words)?)));
    if let Some((unit, next)) = unit {
        return Some((Measure::Unit(unit), next));
    }
    for (words, measure) in [
        ("%", Measure::Percent),
        ("percent", Measure::Percent),
        ("per cent", Measure::Percent),
        ("pct", Measure::Percent),
        ("pc", Measure::Percent),
        ("٪", Measure::Percent),
        ("ភាគរយ", Measure::Percent),
    ] {
        if let Some(next) = begins_at(tokens, at, words) {
            return Some((measure, next));
        }
    }
    if let Some(time) = listed(tokens, at, &TIMES) {
        return Some((Measure::Time(time), at + 1));
    }
    // "500 pounds of rice" are a weight.
    if is_any(tokens, at, &["pounds", "pound"]) && is(tokens, at + 1, "of") {
        return Some((Measure::Unit("pounds"), at + 1));
    }
    let national = NATIONAL.iter().find_map(|(words, currency)| Some((*currency, begins_at(tokens, at, words)?)));
    if let Some((currency, next)) = national
        && let Some(currencies) = listed(tokens, next, &NAMES)
        && currency.iter().all(|code| currencies.contains(code))
    {
        return Some((Measure::Money(currency), next + 1));
    }
    let places = BETWEEN.into_iter().filter_map(|words| begins_at(tokens, at, words));
    std::iter::once(at).chain(places).find_map(|at| {
        let currencies =
            listed(tokens, at, &NAMES).or_else(|| listed(tokens, at, &SIGNS)).or_else(|| code(tokens, at))?;
        Some((Measure::Money(currencies), at + 1))
    })
}

/// The scale whose name is before a number, as in *Tier 3*, and the token of the name.
pub(super) fn level_before(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    let before = ["at number", "number", "at", "no ."].into_iter().find_map(|words| ends_before(tokens, at, words));
    let name = word_before(tokens, before.unwrap_or(at))?;
    Some((Measure::Level(listed(tokens, name, &LEVELS)?), name))
}
