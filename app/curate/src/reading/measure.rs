//! What a number is a number of, as far as the words right beside it say: money, hundredths, a time, a rank.

use super::token::{Token, begins_at, ends_before, is, is_any, listed, word_before};

/// What the words beside a number say that it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Nothing: it counts whatever the sentence speaks of.
    None,
    /// Money, in one of the currencies (ISO 4217) that the sign or word can mean.
    Money(&'static [&'static str]),
    /// Hundredths.
    Percent,
    /// A part of one.
    Fraction,
    /// A time that passes, by its plural: `years`.
    Time(&'static str),
    /// A step on a scale, by its name: `tier`.
    Level(&'static str),
}

const DOLLARS: &[&str] = &["USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"];
const POUNDS: &[&str] = &["GBP", "EGP", "LBP"];
const YEN: &[&str] = &["JPY", "CNY"];
const RUPEES: &[&str] = &["INR", "PKR", "LKR", "NPR"];

/// Signs before or behind a number.
const SIGNS: [(&str, &[&str]); 13] = [
    ("$", DOLLARS),
    ("€", &["EUR"]),
    ("£", POUNDS),
    ("¥", YEN),
    ("￥", YEN),
    ("₩", &["KRW"]),
    ("₹", &["INR"]),
    ("៛", &["KHR"]),
    ("฿", &["THB"]),
    ("₫", &["VND"]),
    ("₱", &["PHP"]),
    ("₽", &["RUB"]),
    ("₺", &["TRY"]),
];

/// What stands before a dollar sign and says whose dollars they are.
const DOLLARS_OF: [(&str, &[&str]); 10] = [
    ("us", &["USD"]),
    ("u . s .", &["USD"]),
    ("au", &["AUD"]),
    ("a", &["AUD"]),
    ("ca", &["CAD"]),
    ("c", &["CAD"]),
    ("hk", &["HKD"]),
    ("nz", &["NZD"]),
    ("s", &["SGD"]),
    ("nt", &["TWD"]),
];

/// Names of money behind a number.
const NAMES: [(&str, &[&str]); 27] = [
    ("dollar", DOLLARS),
    ("dollars", DOLLARS),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("pound", POUNDS),
    ("pounds", POUNDS),
    ("sterling", &["GBP"]),
    ("yen", &["JPY"]),
    ("yuan", &["CNY"]),
    ("renminbi", &["CNY"]),
    ("won", &["KRW"]),
    ("baht", &["THB"]),
    ("riel", &["KHR"]),
    ("riels", &["KHR"]),
    ("dong", &["VND"]),
    ("kip", &["LAK"]),
    ("kyat", &["MMK"]),
    ("peso", &["PHP", "MXN"]),
    ("pesos", &["PHP", "MXN"]),
    ("ringgit", &["MYR"]),
    ("rupiah", &["IDR"]),
    ("rupee", RUPEES),
    ("rupees", RUPEES),
    ("franc", &["CHF", "XAF", "XOF"]),
    ("francs", &["CHF", "XAF", "XOF"]),
    ("rubles", &["RUB"]),
    ("roubles", &["RUB"]),
];

/// Codes of currencies, which are written in capitals before or behind a number.
const CODES: [&[&str]; 28] = [
    &["USD"],
    &["EUR"],
    &["GBP"],
    &["JPY"],
    &["CNY"],
    &["RMB", "CNY"],
    &["KRW"],
    &["THB"],
    &["KHR"],
    &["VND"],
    &["LAK"],
    &["MMK"],
    &["PHP"],
    &["MYR"],
    &["IDR"],
    &["SGD"],
    &["HKD"],
    &["TWD"],
    &["AUD"],
    &["NZD"],
    &["CAD"],
    &["CHF"],
    &["INR"],
    &["PKR"],
    &["BDT"],
    &["LKR"],
    &["RUB"],
    &["MXN"],
];

const TIMES: [(&str, &str); 20] = [
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

/// What stands between a number and the name of its money or time: *million US dollars*, *twenty long years*.
const BETWEEN: [&str; 7] = ["us", "u . s .", "american", "australian", "singapore", "of", "of us"];

/// Money whose sign or code stands here, before a number; with the place behind it.
pub(super) fn money_before(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    for (of, currencies) in DOLLARS_OF {
        if let Some(sign) = begins_at(tokens, at, of).filter(|sign| is(tokens, *sign, "$"))
            && tokens.get(sign).is_some_and(|token| token.glued)
        {
            return Some((Measure::Money(currencies), sign + 1));
        }
    }
    let currencies = listed(tokens, at, &SIGNS).or_else(|| code(tokens, at))?;
    Some((Measure::Money(currencies), at + 1))
}

fn code(tokens: &[Token<'_>], at: usize) -> Option<&'static [&'static str]> {
    let written = tokens.get(at)?.text;
    CODES.into_iter().find(|codes| codes.contains(&written))
}

/// What stands behind a number and says what it measures; with the place behind that.
pub(super) fn behind(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    let at = if is(tokens, at, "-") { at + 1 } else { at };
    for (words, measure) in [
        ("%", Measure::Percent),
        ("percent", Measure::Percent),
        ("per cent", Measure::Percent),
        ("pct", Measure::Percent),
    ] {
        if let Some(next) = begins_at(tokens, at, words) {
            return Some((measure, next));
        }
    }
    if is_any(tokens, at, &["percentage"]) && is_any(tokens, at + 1, &["point", "points"]) {
        return Some((Measure::Percent, at + 2));
    }
    if let Some(time) = listed(tokens, at, &TIMES) {
        return Some((Measure::Time(time), at + 1));
    }
    let places = BETWEEN.into_iter().filter_map(|words| begins_at(tokens, at, words));
    std::iter::once(at).chain(places).find_map(|at| {
        let currencies =
            listed(tokens, at, &NAMES).or_else(|| listed(tokens, at, &SIGNS)).or_else(|| code(tokens, at))?;
        Some((Measure::Money(currencies), at + 1))
    })
}

/// The scale on which a number is a step, if its name stands before it: *Tier 3*; with the place of the name.
pub(super) fn level_before(tokens: &[Token<'_>], at: usize) -> Option<(Measure, usize)> {
    let before = ["at number", "number", "at", "no ."].into_iter().find_map(|words| ends_before(tokens, at, words));
    let name = word_before(tokens, before.unwrap_or(at))?;
    Some((Measure::Level(listed(tokens, name, &LEVELS)?), name))
}
