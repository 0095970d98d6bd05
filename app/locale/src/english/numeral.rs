//! Numbers and values in English.

use model::{Bounds, Magnitude, Unit, Value, number};

use super::currency::{currency, minor_digits};
use super::noun::singular;
use crate::{Isolated, Phrase, isolated};

pub(crate) fn value(value: &Value, unit: &Unit) -> Phrase {
    let about = |words: &str| match (words, value.approximate) {
        ("", true) => "about".to_owned(),
        (words, true) => format!("{words} about"),
        (words, false) => words.to_owned(),
    };
    let (qualifier, quantity) = match value.bounds {
        Bounds::Exactly(n) => (about(""), quantity(n, unit)),
        Bounds::AtLeast(n) => (about("at least"), quantity(n, unit)),
        Bounds::MoreThan(n) => (about("more than"), quantity(n, unit)),
        Bounds::AtMost(n) => (about("at most"), quantity(n, unit)),
        // What is counted is fewer, what is measured is less.
        Bounds::LessThan(n) => (about(if unit.is_counted() { "fewer than" } else { "less than" }), quantity(n, unit)),
        Bounds::Between(low, high) => (about(""), format!("{} to {}", quantity(low, unit), quantity(high, unit))),
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
        Unit::Measure(name) if one => singular_measure(name),
        Unit::Measure(name) => (*name).to_owned(),
        Unit::Declared(own) => {
            let words = if one { &own.one } else { &own.many };
            let words = words.as_ref().map(|words| words.in_language("en"));
            words.or(own.symbol.as_deref()).unwrap_or(&own.id).to_owned()
        }
        Unit::Money(_) | Unit::Count(_) | Unit::Time(_) | Unit::Rate(_) => {
            let (money, rest) = money(unit);
            match money {
                Some(code) if matches!(value.bounds, Bounds::Magnitude(_)) => currency(code).1.to_owned() + rest,
                Some(_) => rest.trim_start().to_owned(),
                None if one => singular(rest),
                None => rest.to_owned(),
            }
        }
    };
    let unit = match value.bounds {
        Bounds::Magnitude(_) if !noun.is_empty() => format!("of {}", Isolated(&noun)),
        _ => isolated(&noun).into_owned(),
    };
    Phrase { qualifier, quantity, unit }
}

/// A number in a sentence: a fraction with a name is printed by its name.
fn quantity(n: f64, unit: &Unit) -> String {
    match unit {
        Unit::Fraction => fraction(n),
        _ => number(n, unit),
    }
}

/// A number on an axis.
pub(crate) fn number(number: f64, unit: &Unit) -> String {
    let sign = if number < 0.0 { "−" } else { "" };
    sign.to_owned() + &size(number.abs(), unit)
}

/// A number without its sign.
fn size(number: f64, unit: &Unit) -> String {
    match unit {
        Unit::Percent => format!("{}%", grouped(&number::write(number))),
        Unit::Fraction => grouped(&number::write(number)),
        Unit::Level(word) => format!("{} {}", Isolated(&capital(word.clone())), grouped(&number::write(number))),
        Unit::Declared(own) => scaled(number, own.decimals),
        Unit::Measure(_) => scaled(number, 0),
        Unit::Money(_) | Unit::Count(_) | Unit::Time(_) | Unit::Rate(_) => match money(unit).0 {
            Some(code) => currency(code).0 + &scaled(number, minor_digits(code)),
            None => scaled(number, 0),
        },
    }
}

/// One of a common unit; symbols are the same for one and many.
fn singular_measure(name: &str) -> String {
    let is_symbol = name.len() < 5 || name.contains('/');
    if is_symbol { name.to_owned() } else { singular(name) }
}

/// The currency of a unit, which is printed before the number, and the rest of the unit, which follows it: `EUR` and ` per km²`.
fn money(unit: &Unit) -> (Option<&str>, &str) {
    let word = unit.key();
    match (unit, word.split_at_checked(3)) {
        (Unit::Money(_), _) => (Some(word), ""),
        (Unit::Rate(_), Some((code, rest)))
            if rest.starts_with(" per ") && code.bytes().all(|letter| letter.is_ascii_uppercase()) =>
        {
            (Some(code), rest)
        }
        _ => (None, word),
    }
}

/// Millions and more in words, smaller numbers in digits; `decimals` is the minimum of decimals of a number that has any.
fn scaled(number: f64, decimals: usize) -> String {
    let scales = [(12, 1e12, "trillion"), (9, 1e9, "billion"), (6, 1e6, "million")];
    let digits = number::write(number);
    match scales.into_iter().find(|(_, scale, _)| number >= *scale) {
        Some((places, _, word)) => format!("{} {word}", grouped(&number::shift(&digits, places))),
        None => match digits.split_once('.') {
            Some((whole, rest)) => grouped(&format!("{whole}.{rest:0<decimals$}")),
            None => grouped(&digits),
        },
    }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::new();
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
/// thirds, which no decimals can write: they are known by as many digits as were written, two or more.
fn fraction(number: f64) -> String {
    let named = [
        (0.0, "nothing"),
        (0.1, "a tenth"),
        (0.2, "a fifth"),
        (0.25, "a quarter"),
        (0.5, "half"),
        (0.75, "three quarters"),
        (1.0, "the whole"),
    ];
    let digits = number::write(number);
    let decimals = digits.strip_prefix("0.").unwrap_or_default();
    let all = |decimals: &str, digit| !decimals.is_empty() && decimals.trim_start_matches(digit).is_empty();
    let exact = named.into_iter().find(|(known, _)| *known == number);
    match exact {
        Some((_, name)) => name.to_owned(),
        None if decimals.len() > 1 && all(decimals, '3') => "a third".to_owned(),
        // 0.66 was cut, and 0.67 rounded.
        None if decimals.len() > 1 && all(decimals.strip_suffix('7').unwrap_or(decimals), '6') => {
            "two thirds".to_owned()
        }
        None => grouped(&digits),
    }
}

/// Words at the beginning of a line: an ASCII letter becomes a capital, others stay unchanged.
pub(crate) fn capital(mut words: String) -> String {
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
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
    use model::{Bounds, MEASURES, Magnitude, Unit, Value};

    fn printed(value: Value, unit: &str) -> String {
        let unit = match unit {
            code if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) => {
                Unit::Money(code.into())
            }
            "fraction" => Unit::Fraction,
            "percent" => Unit::Percent,
            "tier" => Unit::Level("tier".into()),
            word if MEASURES.contains(&word) => {
                Unit::Measure(MEASURES.into_iter().find(|known| *known == word).unwrap())
            }
            rate if rate.contains(" per ") => Unit::Rate(rate.into()),
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
        assert_eq!(printed(Value::bounded(Bounds::LessThan(40.0)), "people"), "fewer than 40 people");
        assert_eq!(printed(Value::bounded(Bounds::LessThan(40.0)), "percent"), "less than 40%");
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
    fn what_is_measured_has_decimals_and_a_true_minus() {
        assert_eq!(printed(Value::exactly(2.5), "tonnes"), "2.5 tonnes");
        assert_eq!(printed(Value::exactly(1.0), "tonnes"), "1 tonne");
        assert_eq!(printed(Value::exactly(1.0), "km²"), "1 km²");
        assert_eq!(printed(Value::about(-3.5), "°C"), "about −3.5 °C");
        assert_eq!(printed(Value::exactly(-1.5), "percentage points"), "−1.5 percentage points");
        assert_eq!(printed(Value::bounded(Bounds::Between(-5.0, 3.0)), "percent"), "−5% to 3%");
        assert_eq!(printed(Value::exactly(-4.2e6), "USD"), "−$4.2 million");
        assert_eq!(printed(Value::exactly(6.85), "deaths per 100,000"), "6.85 deaths per 100,000");
    }

    #[test]
    fn cents_are_kept_where_there_are_any() {
        assert_eq!(printed(Value::exactly(4.5), "USD"), "$4.50");
        assert_eq!(printed(Value::exactly(4.0), "USD"), "$4");
        assert_eq!(printed(Value::exactly(1234.5), "EUR per person"), "€1,234.50 per person");
        assert_eq!(printed(Value::exactly(4.5), "JPY"), "¥4.5");
        assert_eq!(printed(Value::exactly(4.5e9), "USD"), "$4.5 billion");
    }

    #[test]
    fn a_third_is_printed_however_many_digits_were_written_of_it() {
        for written in [0.33, 0.333, 0.3333, 0.333_333_333_333_333, 1.0 / 3.0] {
            assert_eq!(printed(Value::exactly(written), "fraction"), "a third", "{written}");
        }
        for written in [0.66, 0.67, 0.666, 0.667, 0.666_666_666_666_667, 2.0 / 3.0] {
            assert_eq!(printed(Value::about(written), "fraction"), "about two thirds", "{written}");
        }
        for (written, as_it_is) in [(0.3, "0.3"), (0.34, "0.34"), (0.6, "0.6"), (0.7, "0.7"), (0.677, "0.677")] {
            assert_eq!(printed(Value::exactly(written), "fraction"), as_it_is);
        }
        assert_eq!(super::number(0.333, &Unit::Fraction), "0.333", "an axis has numbers");
    }

    #[test]
    fn money_has_the_sign_of_its_currency_before_it_where_that_is_no_other_s() {
        assert_eq!(printed(Value::exactly(48.6e6), "EUR"), "€48.6 million");
        assert_eq!(printed(Value::bounded(Bounds::Between(1.25e6, 1.75e6)), "GBP"), "£1.25 million to £1.75 million");
        assert_eq!(printed(Value::exactly(48.6e6), "CAD"), "CAD 48.6 million");
        assert_eq!(printed(Value::exactly(12.1e6), "EUR per km²"), "€12.1 million per km²");
        assert_eq!(printed(Value::exactly(1.0), "USD per person"), "$1 per person");
        assert_eq!(printed(Value::about(12.0), "CHF per person"), "about CHF 12 per person");
        assert_eq!(super::number(2e6, &Unit::Rate("EUR per km²".into())), "€2 million");
    }

    #[test]
    fn a_word_in_place_of_a_number_stays_a_word() {
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Thousands)), "people"), "thousands of people");
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Billions)), "USD"), "billions of US dollars");
        assert_eq!(printed(Value::bounded(Bounds::Magnitude(Magnitude::Millions)), "EUR"), "millions of euros");
        let rate = printed(Value::bounded(Bounds::Magnitude(Magnitude::Thousands)), "EUR per person");
        assert_eq!(rate, "thousands of euros per person");
    }

    #[test]
    fn a_computed_bound_keeps_its_about() {
        let value = Value { bounds: Bounds::MoreThan(25e9), approximate: true };
        assert_eq!(printed(value, "USD"), "more than about $25 billion");
    }
}
