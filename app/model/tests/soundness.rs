//! Whatever the operands are, and whatever is true within them: the true result lies within the
//! computed one, and no *about* is lost on the way.

mod support;

use model::{Bounds, Dashboard, Value};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{dataset, derived, reported, value};

/// A reported value with one of the numbers it may stand for.
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
    // Most of what can go wrong goes wrong at an end.
    let within = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    let parts = ((0..6_u8), numbers(), numbers(), within);
    parts.prop_filter("a range has two ends", |(kind, a, b, _)| *kind < 5 || a != b).prop_map(|(kind, a, b, at)| {
        let (low, high) = (a.min(b), a.max(b));
        let (written, value, truth) = match kind {
            0 => (json!({ "exactly": a }), Value::exactly(a), a),
            1 => (json!({ "about": a }), Value::about(a), a),
            2 => (json!({ "at_least": a }), Value::bounded(Bounds::AtLeast(a)), a + at * b),
            3 => (json!({ "more_than": a }), Value::bounded(Bounds::MoreThan(a)), a * 1.0001 + at * b),
            4 => (json!({ "at_most": a }), Value::bounded(Bounds::AtMost(a)), a * at),
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

/// The computed value; nothing where the program says that it cannot be computed.
fn computed(operation: &str, one: &Reported, other: &Reported) -> Option<Value> {
    let figures = [
        reported("one", one.written.clone(), "USD"),
        reported("other", other.written.clone(), "USD"),
        derived("result", json!({ operation: ["one", "other"] }), "USD"),
    ];
    Some(value(&Dashboard::parse(&dataset(&figures).to_string()).ok()?, "result"))
}

/// By how much a result may be off: by nothing but the sixteenth digit where it is firm, by half of
/// its second digit where it is *about* itself.
fn slack(result: &Value) -> f64 {
    if result.approximate { 0.05 } else { 1e-12 }
}

proptest! {
    #[test]
    fn the_true_result_lies_within_the_computed_one(operation in operations(), one in reports(), other in reports()) {
        if let Some(result) = computed(operation, &one, &other) {
            let truth = apply(operation, one.truth, other.truth);
            let slack = slack(&result);
            let (low, high) = result.ends();
            prop_assert!(low.is_none_or(|low| low * (1.0 - slack) <= truth), "{truth} is less than {result:?}");
            prop_assert!(high.is_none_or(|high| truth <= high * (1.0 + slack)), "{truth} is more than {result:?}");
        }
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
                let truth = apply(operation, one, other);
                prop_assert_eq!(low, high);
                prop_assert!((low.unwrap() - truth).abs() <= 0.05 * truth, "{low:?} is not {truth}");
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
