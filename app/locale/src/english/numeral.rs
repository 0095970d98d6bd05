//! Numbers and values in English.

use model::{Bounds, Magnitude, Unit, Value, number};

use crate::Phrase;

pub(crate) fn value(value: &Value, unit: &Unit) -> Phrase {
    let about = |words: &str| match (words, value.approximate) {
        ("", true) => "about".to_owned(),
        (words, true) => format!("{words} about"),
        (words, false) => words.to_owned(),
    };
    let (qualifier, quantity) = match value.bounds {
        Bounds::Exactly(n) => (about(""), number(n, unit)),
        Bounds::AtLeast(n) => (about("at least"), number(n, unit)),
        Bounds::MoreThan(n) => (about("more than"), number(n, unit)),
        Bounds::AtMost(n) => (about("at most"), number(n, unit)),
        Bounds::LessThan(n) => (about("less than"), number(n, unit)),
        Bounds::Between(low, high) => (about(""), format!("{} to {}", number(low, unit), number(high, unit))),
        Bounds::Magnitude(magnitude) => (String::new(), magnitude_word(magnitude).to_owned()),
    };
    let one = match value.bounds {
        Bounds::Exactly(n) | Bounds::AtLeast(n) | Bounds::MoreThan(n) | Bounds::AtMost(n) | Bounds::LessThan(n) => {
            n == 1.0
        }
        Bounds::Between(..) | Bounds::Magnitude(_) => false,
    };
    let noun = match unit {
        Unit::Percent | Unit::Fraction | Unit::Level(_) => String::new(),
        Unit::Money(_) if !matches!(value.bounds, Bounds::Magnitude(_)) => String::new(),
        Unit::Money(code) => currency(code).to_owned(),
        Unit::Count(word) | Unit::Time(word) | Unit::Rate(word) => {
            if one {
                singular(word)
            } else {
                word.clone()
            }
        }
    };
    let unit = match value.bounds {
        Bounds::Magnitude(_) if !noun.is_empty() => format!("of {noun}"),
        _ => noun,
    };
    Phrase { qualifier, quantity, unit }
}

pub(crate) fn number(number: f64, unit: &Unit) -> String {
    match unit {
        Unit::Money(code) if code == "USD" => format!("${}", scaled(number)),
        Unit::Money(code) => format!("{code} {}", scaled(number)),
        Unit::Percent => format!("{}%", grouped(&number::write(number))),
        Unit::Fraction => fraction(number),
        Unit::Level(word) => format!("{} {}", capital(word), grouped(&number::write(number))),
        Unit::Count(_) | Unit::Time(_) | Unit::Rate(_) => scaled(number),
    }
}

/// Millions and more in words, what is below in digits.
fn scaled(number: f64) -> String {
    let scales = [(12, 1e12, "trillion"), (9, 1e9, "billion"), (6, 1e6, "million")];
    let digits = number::write(number);
    match scales.into_iter().find(|(_, scale, _)| number >= *scale) {
        Some((places, _, word)) => format!("{} {word}", grouped(&number::shift(&digits, places))),
        None => grouped(&digits),
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("−", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

/// The fractions that have a name, by name; others as decimals. Nothing near a name is taken for it, but for the
/// thirds, which no decimals can write.
fn fraction(number: f64) -> String {
    let named = [
        (0.0, "nothing"),
        (0.1, "a tenth"),
        (0.2, "a fifth"),
        (0.25, "a quarter"),
        (0.33, "a third"),
        (0.333, "a third"),
        (0.5, "half"),
        (0.67, "two thirds"),
        (0.667, "two thirds"),
        (0.75, "three quarters"),
        (1.0, "the whole"),
    ];
    let exact = named.into_iter().find(|(known, _)| *known == number);
    exact.map_or_else(|| grouped(&number::write(number)), |(_, name)| name.to_owned())
}

/// A word as it begins a name; the words for levels are plain ASCII.
fn capital(word: &str) -> String {
    let mut letters: String = word.into();
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}

fn currency(code: &str) -> &str {
    if code == "USD" { "US dollars" } else { code }
}

/// One of what is counted. Of a rate, the first word is counted: `1 person per location`.
fn singular(plural: &str) -> String {
    let (counted, rest) = match plural.find(" per ") {
        Some(at) => plural.split_at(at),
        None => (plural, ""),
    };
    let one = match counted {
        "people" => "person".into(),
        _ => match counted.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => counted.strip_suffix('s').unwrap_or(counted).into(),
        },
    };
    one + rest
}

fn magnitude_word(magnitude: Magnitude) -> &'static str {
    match magnitude {
        Magnitude::Dozens => "dozens",
        Magnitude::Hundreds => "hundreds",
        Magnitude::Thousands => "thousands",
        Magnitude::TensOfThousands => "tens of thousands",
        Magnitude::HundredsOfThousands => "hundreds of thousands",
        Magnitude::Millions => "millions",
        Magnitude::Billions => "billions",
    }
}

#[cfg(test)]
mod tests {
    use model::{Bounds, Magnitude, Unit, Value};

    fn printed(value: Value, unit: &str) -> String {
        let unit = match unit {
            "USD" => Unit::Money("USD".into()),
            "fraction" => Unit::Fraction,
            "percent" => Unit::Percent,
            "tier" => Unit::Level("tier".into()),
            word => Unit::Count(word.into()),
        };
        super::value(&value, &unit).to_string()
    }

    #[test]
    fn a_value_is_printed_as_it_was_reported() {
        assert_eq!(printed(Value::about(100_000.0), "people"), "about 100,000 people");
        assert_eq!(printed(Value::exactly(118.0), "scam locations"), "118 scam locations");
        assert_eq!(printed(Value::exactly(4.57e9), "USD"), "$4.57 billion");
        assert_eq!(printed(Value::bounded(Bounds::MoreThan(12.5e9)), "USD"), "more than $12.5 billion");
        assert_eq!(printed(Value::bounded(Bounds::MoreThan(80e6)), "USD"), "more than $80 million");
        assert_eq!(printed(Value::bounded(Bounds::AtLeast(10.0)), "compounds"), "at least 10 compounds");
        assert_eq!(printed(Value::bounded(Bounds::Between(7.0, 20.0)), "years"), "7 to 20 years");
        assert_eq!(printed(Value::about(0.5), "fraction"), "about half");
        assert_eq!(printed(Value::exactly(53.0), "percent"), "53%");
        assert_eq!(printed(Value::exactly(3.0), "tier"), "Tier 3");
        assert_eq!(printed(Value::exactly(1.0), "people"), "1 person");
        assert_eq!(printed(Value::bounded(Bounds::AtLeast(1.0)), "countries"), "at least 1 country");
        assert_eq!(printed(Value::exactly(1.0), "people per location"), "1 person per location");
        assert_eq!(printed(Value::exactly(0.503), "fraction"), "0.503");
    }

    #[test]
    fn a_word_in_place_of_a_number_stays_a_word() {
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Thousands)), "people"), "thousands of people");
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Billions)), "USD"), "billions of US dollars");
    }

    #[test]
    fn a_computed_bound_keeps_its_about() {
        let value = Value { bounds: Bounds::MoreThan(25e9), approximate: true };
        assert_eq!(printed(value, "USD"), "more than about $25 billion");
    }
}
