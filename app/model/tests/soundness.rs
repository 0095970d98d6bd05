//! For any operands and any true values within them, the computed value contains the true result and keeps every *about*.

mod support;

use model::{Bounds, Dashboard, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{dataset, derived, reported, value};

/// A reported value with one of the numbers that it can mean.
#[derive(Clone, Debug)]
struct Reported {
    written: Json,
    value: Value,
    truth: f64,
}

/// Sums of money as articles report them, from cents to trillions, never 0.
fn numbers() -> impl Strategy<Value = f64> {
    (1..100_000_u32, 0..8_u32).prop_map(|(digits, zeros)| f64::from(digits) * 10_f64.powi(zeros as i32) / 100.0)
}

fn reports() -> impl Strategy<Value = Reported> {
    // Most mistakes are made at the ends.
    let within = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    let parts = ((0..7_u8), numbers(), numbers(), within);
    parts.prop_filter("a range has two ends", |(kind, a, b, _)| *kind < 6 || a != b).prop_map(|(kind, a, b, at)| {
        let (low, high) = (a.min(b), a.max(b));
        let (written, value, truth) = match kind {
            0 => (json!({ "exactly": a }), Value::exactly(a), a),
            1 => (json!({ "about": a }), Value::about(a), a),
            2 => (json!({ "at_least": a }), Value::bounded(Bounds::AtLeast(a)), a + at * b),
            3 => (json!({ "more_than": a }), Value::bounded(Bounds::MoreThan(a)), a * 1.0001 + at * b),
            4 => (json!({ "at_most": a }), Value::bounded(Bounds::AtMost(a)), a * at),
            5 => (json!({ "less_than": a }), Value::bounded(Bounds::LessThan(a)), a * at * 0.9999),
            _ => {
                (json!({ "between": [low, high] }), Value::bounded(Bounds::Between(low, high)), low + at * (high - low))
            }
        };
        Reported { written, value, truth }
    })
}

fn operations() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["ratio", "sum", "difference"])
}

fn apply(operation: &str, a: f64, b: f64) -> f64 {
    match operation {
        "ratio" => a / b,
        "sum" => a + b,
        _ => a - b,
    }
}

/// The computed value; `None` if the program refuses to compute it.
fn computed(operation: &str, one: &Reported, other: &Reported) -> Option<Value> {
    let unit = if operation == "ratio" { "fraction" } else { "USD" };
    let figures = [
        reported("one", one.written.clone(), "USD"),
        reported("other", other.written.clone(), "USD"),
        derived("result", json!({ operation: ["one", "other"] }), unit),
    ];
    Some(value(&Dashboard::parse(&dataset(&figures).to_string()).ok()?, "result"))
}

/// The rounding error of this test's own arithmetic, in the sixteenth digit.
const NOISE: f64 = 1e-12;

/// The powers of ten of the first and last significant digit of a number.
fn digits(number: f64) -> (i32, i32) {
    let text = model::number::write(number);
    let point = text.find('.').unwrap_or(text.len()) as i32;
    let digits = text.replace('.', "");
    let places: Vec<i32> =
        digits.bytes().enumerate().filter(|(_, digit)| *digit != b'0').map(|(at, _)| point - 1 - at as i32).collect();
    (places[0], places[places.len() - 1])
}

/// The place of the last digit of an *about* value, or of the second if it has fewer, and the number of its digits.
fn known_to(report: &Reported) -> Option<(i32, i32)> {
    report.value.approximate.then(|| {
        let (first, last) = digits(report.value.size());
        let place = last.min(first - 1);
        (place, first - place + 1)
    })
}

proptest! {
    #[test]
    fn the_true_result_lies_within_the_computed_one(operation in operations(), one in reports(), other in reports()) {
        if let Some(result) = computed(operation, &one, &other) {
            let truth = apply(operation, one.truth, other.truth);
            let (low, high) = result.ends();
            // Bounds are rounded outwards, also of an about: only a single number may be rounded to the nearest.
            if low != high || !result.approximate {
                let noise = NOISE * truth.abs().max(if operation == "ratio" { 0.0 } else { one.truth.max(other.truth) });
                prop_assert!(low.is_none_or(|low| low - noise <= truth), "{truth} is less than {result:?}");
                prop_assert!(high.is_none_or(|high| truth - noise <= high), "{truth} is more than {result:?}");
            }
        }
    }

    #[test]
    fn about_has_the_digits_of_its_operands_and_no_others(operation in operations(), one in reports(), other in reports()) {
        let known = [known_to(&one), known_to(&other)].into_iter().flatten();
        let (place, count) = known.fold((i32::MIN, i32::MAX), |most, next| (most.0.max(next.0), most.1.min(next.1)));
        if count < i32::MAX && let Some(result) = computed(operation, &one, &other) {
            for (end, truth) in [result.ends().0, result.ends().1].into_iter().flatten().filter(|end| *end > 0.0).zip([apply(operation, one.truth, other.truth)]) {
                let (first, last) = digits(end);
                if operation == "ratio" {
                    prop_assert!(first - last < count, "{end} has more than {count} digits");
                } else {
                    prop_assert!(last >= place, "{end} is given to 10^{last}, but known to 10^{place}");
                }
                if matches!(result.bounds, Bounds::Exactly(_)) {
                    let step = if operation == "ratio" { 10_f64.powi(first - count + 1) } else { 10_f64.powi(place) };
                    prop_assert!((end - truth).abs() <= step / 2.0 * 1.000_001, "{end} is not {truth}");
                }
            }
        }
    }

    #[test]
    fn what_is_counted_is_whole(one in 1..1_000_000_u32, share in 1..1000_u32, key in prop::sample::select(vec!["exactly", "about", "at_least", "more_than", "at_most", "less_than"])) {
        let share = f64::from(share) / 1000.0;
        let figures = [
            reported("one", json!({ key: one }), "people"),
            reported("other", json!({ "exactly": share }), "fraction"),
            derived("result", json!({ "ratio": ["one", "other"] }), "people"),
        ];
        if let Ok(dashboard) = Dashboard::parse(&dataset(&figures).to_string()) {
            let result = value(&dashboard, "result");
            let truth = f64::from(one) / share;
            let (low, high) = result.ends();
            for end in [low, high].into_iter().flatten() {
                prop_assert_eq!(end.fract(), 0.0);
            }
            if low != high {
                prop_assert!(low.is_none_or(|low| low <= truth * (1.0 + NOISE)) && high.is_none_or(|high| high >= truth * (1.0 - NOISE)));
            } else {
                prop_assert!(result.approximate || (low.unwrap() - truth).abs() < truth * NOISE, "{low:?} is not exactly {truth}");
            }
        }
    }

    #[test]
    fn sums_lose_no_digit(one in 1u64..4_000_000_000_000_000, other in 1u64..4_000_000_000_000_000) {
        let report = |n: u64| Reported { written: json!({ "exactly": n }), value: Value::exactly(n as f64), truth: n as f64 };
        let sum = computed("sum", &report(one), &report(other)).unwrap();
        prop_assert_eq!(sum, Value::exactly((one + other) as f64));
        let (more, less) = (one.max(other), one.min(other));
        let rest = computed("difference", &report(more), &report(less)).unwrap();
        prop_assert_eq!(rest, Value::exactly((more - less) as f64));
    }

    #[test]
    fn what_is_more_than_a_number_is_not_that_number(operation in operations(), one in reports(), other in reports()) {
        if let Some(Value { bounds: Bounds::MoreThan(end), approximate: false }) = computed(operation, &one, &other) {
            prop_assert!(end < apply(operation, one.truth, other.truth));
        }
    }

    #[test]
    fn about_is_never_lost(operation in operations(), one in reports(), other in reports()) {
        if let Some(result) = computed(operation, &one, &other) {
            prop_assert!(result.approximate || !(one.value.approximate || other.value.approximate));
        }
    }

    #[test]
    fn two_open_figures_never_make_a_closed_one(operation in operations(), one in reports(), other in reports()) {
        let is_open = |report: &Reported| matches!(report.value.bounds, Bounds::AtLeast(_) | Bounds::MoreThan(_));
        if let Some(result) = computed(operation, &one, &other) {
            if is_open(&one) {
                prop_assert_eq!(result.ends().1, None);
            }
            prop_assert!(!matches!(result.bounds, Bounds::Exactly(_)) || !(is_open(&one) || is_open(&other)));
        }
    }

    #[test]
    fn more_than_over_exactly_stays_more_than(more in numbers(), divisor in numbers()) {
        let one = Reported { written: json!({ "more_than": more }), value: Value::bounded(Bounds::MoreThan(more)), truth: more };
        let other = Reported { written: json!({ "exactly": divisor }), value: Value::exactly(divisor), truth: divisor };
        let result = computed("ratio", &one, &other).unwrap();
        prop_assert!(matches!(result, Value { bounds: Bounds::MoreThan(_), approximate: false }), "{result:?}");
    }

    #[test]
    fn numbers_given_exactly_or_about_can_always_be_added_and_divided(one in numbers(), other in numbers()) {
        for key in ["exactly", "about"] {
            let report = |n: f64| Reported { written: json!({ key: n }), value: Value::exactly(n), truth: n };
            for operation in ["ratio", "sum"] {
                let (low, high) = computed(operation, &report(one), &report(other)).unwrap().ends();
                prop_assert!(low.is_some());
                prop_assert_eq!(low, high);
            }
        }
    }

    #[test]
    fn a_range_is_not_wider_than_three_digits_need(a in numbers(), b in numbers(), divisor in numbers()) {
        prop_assume!(a != b);
        let (a, b) = (a.min(b), a.max(b));
        let one = Reported { written: json!({ "between": [a, b] }), value: Value::exactly(a), truth: a };
        let other = Reported { written: json!({ "exactly": divisor }), value: Value::exactly(divisor), truth: divisor };
        let (low, high) = computed("ratio", &one, &other).unwrap().ends();
        prop_assert!(low.unwrap() >= a / divisor * 0.99, "{low:?} for {}", a / divisor);
        prop_assert!(high.unwrap() <= b / divisor * 1.01, "{high:?} for {}", b / divisor);
    }
}
