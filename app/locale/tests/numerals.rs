//! A printed number is the number in the file: read back, it has the same digits, no more and no fewer.

use locale::{Language, phrase};
use model::{Bounds, Magnitude, Unit, Value};
use proptest::prelude::*;

const SCALES: [(&str, usize); 3] = [("trillion", 12), ("billion", 9), ("million", 6)];

/// The digits of a printed number with its point where it belongs, written without a scale. Of an amount with cents, the
/// last of which is 0, that is left out.
fn read_back(printed: &str) -> String {
    if let Some(positive) = printed.strip_prefix('−') {
        return format!("-{}", read_back(positive));
    }
    let cents = |printed: &str| printed.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
    let printed = match printed.strip_suffix('0') {
        Some(short) if printed.starts_with('$') && cents(printed) => short,
        _ => printed,
    };
    let plain = printed.trim_start_matches('$').replace(',', "");
    let (number, zeros) = SCALES
        .into_iter()
        .find_map(|(word, zeros)| Some((plain.strip_suffix(word)?.trim_end(), zeros)))
        .unwrap_or((plain.trim_end_matches('%'), 0));
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = format!("{whole}{decimals:0<zeros$}");
    let point = whole.len() + zeros;
    if digits.len() > point {
        digits.insert(point, '.');
    }
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() || digits.starts_with('.') { format!("0{digits}") } else { digits.to_owned() }
}

/// Numbers of up to thirteen digits, from hundredths to thousands of trillions, as articles print them.
fn numbers() -> impl Strategy<Value = f64> {
    (0..10_000_000_000_000_u64, 0..13_u32, -2..=2_i32)
        .prop_map(|(digits, cut, shift)| format!("{}e{shift}", digits / 10_u64.pow(cut)).parse().unwrap_or_default())
}

/// The same, on either side of zero.
fn signed() -> impl Strategy<Value = f64> {
    (numbers(), any::<bool>()).prop_map(|(number, below)| if below && number > 0.0 { -number } else { number })
}

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![
        Unit::Money("USD".into()),
        Unit::Percent,
        Unit::Count("people".into()),
        Unit::Time("years".into()),
        Unit::Rate("people per arrest".into()),
        Unit::Rate("per 100,000".into()),
        Unit::Measure("tonnes"),
        Unit::Measure("°C"),
    ])
}

/// Values of every kind that articles report, and what must stand before the number.
fn values() -> impl Strategy<Value = (Value, &'static str)> {
    (0..6_u8, numbers()).prop_map(|(kind, n)| match kind {
        0 => (Value::exactly(n), ""),
        1 => (Value::about(n), "about"),
        2 => (Value::bounded(Bounds::AtLeast(n)), "at least"),
        3 => (Value::bounded(Bounds::MoreThan(n)), "more than"),
        4 => (Value::bounded(Bounds::AtMost(n)), "at most"),
        _ => (Value { bounds: Bounds::MoreThan(n), approximate: true }, "more than about"),
    })
}

proptest! {
    #[test]
    fn a_printed_number_reads_back_as_the_number_it_was(number in signed(), unit in units()) {
        let printed = Language::English.number(number, &unit);
        prop_assert_eq!(read_back(&printed), number.to_string(), "printed as {}", printed);
    }

    #[test]
    fn what_an_article_says_before_a_number_is_printed_before_it((value, qualifier) in values(), unit in units()) {
        let (before, quantity, _) = phrase(Language::English, &value, &unit).into_parts();
        prop_assert_eq!(before.as_str(), qualifier);
        let number = value.ends().0.or(value.ends().1).unwrap();
        prop_assert_eq!(quantity, Language::English.number(number, &unit));
    }

    #[test]
    fn a_range_is_printed_with_both_its_ends(low in signed(), high in signed(), unit in units()) {
        let (_, quantity, _) = phrase(Language::English, &Value::bounded(Bounds::Between(low, high)), &unit).into_parts();
        let ends = quantity.split_once(" to ").map(|(low, high)| (read_back(low), read_back(high)));
        prop_assert_eq!(ends, Some((low.to_string(), high.to_string())));
    }

    #[test]
    fn large_numbers_have_groups_of_three_digits(number in 1_000..1_000_000_u32) {
        let printed = Language::English.number(f64::from(number), &Unit::Count("people".into()));
        let groups: Vec<&str> = printed.split(',').collect();
        prop_assert!((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3), "{printed}");
    }
}

#[test]
fn a_magnitude_is_printed_without_digits() {
    for magnitude in Magnitude::ALL {
        for unit in [Unit::Count("people".into()), Unit::Money("USD".into())] {
            let printed = phrase(Language::English, &Value::bounded(Bounds::Magnitude(magnitude)), &unit).to_string();
            assert!(printed.starts_with(&format!("{} of ", magnitude.key())), "{printed}");
            assert!(!printed.contains(|c: char| c.is_ascii_digit()), "{printed}");
        }
    }
}

#[test]
fn the_edges_of_the_scales_are_printed_in_full() {
    let printed = |number: f64| Language::English.number(number, &Unit::Money("USD".into()));
    assert_eq!(printed(999_999.99), "$999,999.99");
    assert_eq!(printed(1e6), "$1 million");
    assert_eq!(printed(999_999_999.0), "$999.999999 million");
    assert_eq!(printed(1e9), "$1 billion");
    assert_eq!(printed(1e12), "$1 trillion");
    assert_eq!(printed(9e15), "$9,000 trillion");
    assert_eq!(printed(0.0), "$0");
    assert_eq!(printed(0.05), "$0.05");
}
