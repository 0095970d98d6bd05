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
    /// A common unit in which things are measured, by its name in the file: `kg`.
    Unit(&'static str),
}

const DOLLARS: &[&str] = &["USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"];
const POUNDS: &[&str] = &["GBP", "EGP", "LBP"];
const YEN: &[&str] = &["JPY", "CNY"];
const RUPEES: &[&str] = &["INR", "PKR", "LKR", "NPR"];

/// Signs before or behind a number.
const SIGNS: [(&str, &[&str]); 38] = [
    ("rs", RUPEES),
    ("re", RUPEES),
    ("inr", &["INR"]),
    ("rm", &["MYR"]),
    ("tk", &["BDT"]),
    ("৳", &["BDT"]),
    ("rp", &["IDR"]),
    ("ksh", &["KES"]),
    ("sh", &["KES", "TZS", "UGX"]),
    ("ush", &["UGX"]),
    ("tsh", &["TZS"]),
    ("₦", &["NGN"]),
    ("n", &["NGN"]),
    ("r", &["ZAR"]),
    ("p", &["PHP", "BWP"]),
    ("₵", &["GHS"]),
    ("₪", &["ILS"]),
    ("₴", &["UAH"]),
    ("₸", &["KZT"]),
    ("₭", &["LAK"]),
    ("₮", &["MNT"]),
    ("nu", &["BTN"]),
    ("lei", &["RON", "MDL"]),
    ("php", &["PHP"]),
    ("ugx", &["UGX"]),
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
const NAMES: [(&str, &[&str]); 54] = [
    ("naira", &["NGN"]),
    ("rand", &["ZAR"]),
    ("shilling", &["KES", "TZS", "UGX", "SOS"]),
    ("shillings", &["KES", "TZS", "UGX", "SOS"]),
    ("taka", &["BDT"]),
    ("dirham", &["AED", "MAD"]),
    ("dirhams", &["AED", "MAD"]),
    ("riyal", &["SAR", "QAR", "YER"]),
    ("riyals", &["SAR", "QAR", "YER"]),
    ("rial", &["IRR", "OMR", "YER"]),
    ("rials", &["IRR", "OMR", "YER"]),
    ("shekel", &["ILS"]),
    ("shekels", &["ILS"]),
    ("lira", &["TRY", "SYP"]),
    ("zloty", &["PLN"]),
    ("zlotys", &["PLN"]),
    ("kronor", &["SEK"]),
    ("kroner", &["NOK", "DKK"]),
    ("reais", &["BRL"]),
    ("hryvnia", &["UAH"]),
    ("hryvnias", &["UAH"]),
    ("cedi", &["GHS"]),
    ("cedis", &["GHS"]),
    ("birr", &["ETB"]),
    ("dinars", &["IQD", "JOD", "KWD", "DZD", "LYD", "TND", "RSD"]),
    ("kwacha", &["ZMW", "MWK"]),
    ("ruble", &["RUB"]),
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
const CODES: [&[&str]; 46] = [
    &["NGN"],
    &["KES"],
    &["ZAR"],
    &["GHS"],
    &["BRL"],
    &["SEK"],
    &["NOK"],
    &["DKK"],
    &["PLN"],
    &["TRY"],
    &["AED"],
    &["SAR"],
    &["ILS"],
    &["EGP"],
    &["NPR"],
    &["UAH"],
    &["CZK"],
    &["ETB"],
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

/// Common units as they are written in running text, divided by single spaces, with their name in the file. The longer of
/// two with one beginning stands first.
const UNITS: [(&str, &str); 64] = [
    ("percentage points", "percentage points"),
    ("percentage point", "percentage points"),
    ("percent points", "percentage points"),
    ("points", "points"),
    ("point", "points"),
    ("kg", "kg"),
    ("kgs", "kg"),
    ("kilos", "kg"),
    ("kilo", "kg"),
    ("kilograms", "kg"),
    ("kilogram", "kg"),
    ("kilogrammes", "kg"),
    ("grams", "g"),
    ("grammes", "g"),
    ("mg / l", "mg/L"),
    ("milligrams per litre", "mg/L"),
    ("mg / kg", "mg/kg"),
    ("mg", "mg"),
    ("milligrams", "mg"),
    ("µg / dl", "µg/dL"),
    ("μg / dl", "µg/dL"),
    ("micrograms per decilitre", "µg/dL"),
    ("micrograms per deciliter", "µg/dL"),
    ("µg / m³", "µg/m³"),
    ("μg / m³", "µg/m³"),
    ("micrograms per cubic metre", "µg/m³"),
    ("micrograms per cubic meter", "µg/m³"),
    ("tonnes", "tonnes"),
    ("tonne", "tonnes"),
    ("metric tons", "tonnes"),
    ("metric ton", "tonnes"),
    ("metric tonnes", "tonnes"),
    ("km²", "km²"),
    ("square kilometres", "km²"),
    ("square kilometers", "km²"),
    ("sq km", "km²"),
    ("m²", "m²"),
    ("square metres", "m²"),
    ("square meters", "m²"),
    ("m³", "m³"),
    ("cubic metres", "m³"),
    ("cubic meters", "m³"),
    ("km", "km"),
    ("kilometres", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("metres", "m"),
    ("meters", "m"),
    ("cm", "cm"),
    ("centimetres", "cm"),
    ("centimeters", "cm"),
    ("mm", "mm"),
    ("millimetres", "mm"),
    ("hectares", "ha"),
    ("hectare", "ha"),
    ("ha", "ha"),
    ("acres", "acres"),
    ("litres", "litres"),
    ("liters", "litres"),
    ("miles", "miles"),
    ("° c", "°C"),
    ("degrees celsius", "°C"),
    ("° f", "°F"),
    ("degrees fahrenheit", "°F"),
];

/// The one name of units that the file can write by their symbol or in full.
pub(crate) fn symbol(unit: &str) -> &str {
    match unit {
        "kilograms" => "kg",
        "kilometres" => "km",
        "metres" => "m",
        "square kilometres" => "km²",
        "hectares" => "ha",
        unit => unit,
    }
}

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
    let glued = tokens.get(at + 1).is_some_and(|token| token.glued);
    // A letter alone is money only right before the digits.
    let letter =
        tokens.get(at).is_some_and(|token| token.text.len() == 1 && token.text.starts_with(char::is_alphabetic));
    let sign = listed(tokens, at, &SIGNS).filter(|_| glued || !letter);
    let currencies = sign.or_else(|| code(tokens, at))?;
    // "Rs. 500".
    let point = is(tokens, at + 1, ".") && glued && is_any(tokens, at, &["rs", "re", "rp", "tk", "sh", "ksh", "nu"]);
    Some((Measure::Money(currencies), if point { at + 2 } else { at + 1 }))
}

fn code(tokens: &[Token<'_>], at: usize) -> Option<&'static [&'static str]> {
    let written = tokens.get(at)?.text;
    CODES.into_iter().find(|codes| codes.contains(&written))
}

/// What stands behind a number and says what it measures; with the place behind that.
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
    ] {
        if let Some(next) = begins_at(tokens, at, words) {
            return Some((measure, next));
        }
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
