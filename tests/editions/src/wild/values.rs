//! Random values of every form and size, with units of every kind.

use serde_json::{Value, json};

use super::chance::Chance;

/// Units. Countable ones also have names in other scripts.
pub(super) const UNITS: [&str; 19] = [
    "people",
    "scam locations",
    "percent",
    "fraction",
    "tier",
    "USD",
    "EUR",
    "KHR",
    "MMK",
    "years",
    "months",
    "days",
    "hours",
    "people per location",
    "មនុស្ស",
    "人",
    "שנים של עבודה",
    "🙂 faces ⇒",
    "unutterablylonghouseholdsthathavebeenregisteredinthewholeofthecountry",
];

const MAGNITUDES: [&str; 7] =
    ["dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions", "billions"];

/// A valid value for a figure with this unit.
pub(super) fn value(chance: &mut Chance, unit: &str) -> Value {
    let (low, high) = (number(chance, unit), number(chance, unit));
    let at_least = |number: f64| if number > 0.0 { number } else { 1.0 };
    match chance.below(10) {
        0 => json!({ "about": written(low) }),
        1 => json!({ "at_least": written(low) }),
        2 => json!({ "more_than": written(low) }),
        3 => json!({ "at_most": written(low) }),
        4 => json!({ "less_than": written(at_least(low)) }),
        5 | 6 if low != high => json!({ "between": [written(low.min(high)), written(low.max(high))] }),
        7 if !matches!(unit, "percent" | "fraction" | "tier") => json!({ "magnitude": chance.among(&MAGNITUDES) }),
        _ => json!({ "exactly": written(low) }),
    }
}

/// An earlier value of a figure, which differs from its value.
pub(super) fn was(figure: &Value) -> Option<Value> {
    figure.get("value").filter(|value| value.get("exactly").is_none()).map(|_| json!({ "exactly": 2 }))
}

/// A number between the smallest and the largest valid ones.
fn number(chance: &mut Chance, unit: &str) -> f64 {
    let largest = match unit {
        "percent" => 2,
        "fraction" => return [0.0, 0.001, 0.25, 1.0 / 4.0, 0.5, 0.999, 1.0][chance.below(7)],
        "tier" => return (1 + chance.below(4)) as f64,
        _ => 15,
    };
    let digits = 1 + chance.below(largest);
    let mut number = 0.0;
    for _ in 0..digits {
        number = number * 10.0 + chance.below(10) as f64;
    }
    let decimal = matches!(unit, "percent" | "USD" | "EUR" | "KHR" | "MMK" | "years" | "people per location");
    if decimal && digits < 12 && chance.once_in(3) {
        number += [0.5, 0.25, 0.1, 0.001][chance.below(4)];
    }
    if decimal && chance.once_in(20) {
        number = [1e-15, 0.000_001, 9e15][chance.below(3)];
    }
    if unit == "percent" { number.min(100.0) } else { number }
}

/// A whole number without a decimal point.
fn written(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as u64) } else { json!(number) }
}
