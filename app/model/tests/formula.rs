//! Derived figures are as open and as uncertain as their operands.

mod support;

use model::{Bounds, Value};
use serde_json::{Value as Json, json};
use support::{accepted, dataset, derived, refused, reported, value};

fn inputs(operation: &str, operands: &[(Json, &str)], unit: &str) -> Json {
    let ids: Vec<String> = (0..operands.len()).map(|index| format!("operand-{index}")).collect();
    let mut figures: Vec<Json> =
        operands.iter().zip(&ids).map(|((value, unit), id)| reported(id, value.clone(), unit)).collect();
    figures.push(derived("result", json!({ operation: ids }), unit));
    dataset(&figures)
}

fn computed(operation: &str, operands: &[(Json, &str)], unit: &str) -> Value {
    value(&accepted(&inputs(operation, operands, unit)), "result")
}

/// Computes with sums of money, which may have decimals.
fn of_money(operation: &str, one: Json, other: Json) -> Value {
    computed(operation, &[(one, "USD"), (other, "USD")], if operation == "ratio" { "fraction" } else { "USD" })
}

/// The problems of an invalid formula.
fn message(operation: &str, operands: &[(Json, &str)], unit: &str) -> String {
    refused(&inputs(operation, operands, unit))
}

fn about(bounds: Bounds) -> Value {
    Value { bounds, approximate: true }
}

#[test]
fn more_than_over_about_is_more_than_about() {
    let share = [(json!({ "more_than": 12.5e9 }), "USD"), (json!({ "about": 0.5 }), "fraction")];
    assert_eq!(computed("ratio", &share, "USD"), about(Bounds::MoreThan(25e9)));
}

#[test]
fn at_least_over_exactly_stays_at_least() {
    let ratio = of_money("ratio", json!({ "at_least": 10 }), json!({ "exactly": 4 }));
    assert_eq!(ratio, Value::bounded(Bounds::AtLeast(2.5)));
}

#[test]
fn exactly_over_more_than_is_less_than() {
    let ratio = of_money("ratio", json!({ "exactly": 10 }), json!({ "more_than": 4 }));
    assert_eq!(ratio, Value::bounded(Bounds::LessThan(2.5)));
}

#[test]
fn exactly_over_at_least_is_at_most() {
    let ratio = of_money("ratio", json!({ "exactly": 10 }), json!({ "at_least": 4 }));
    assert_eq!(ratio, Value::bounded(Bounds::AtMost(2.5)));
}

#[test]
fn a_range_over_a_range_covers_all_possible_results() {
    let ratio = of_money("ratio", json!({ "between": [7, 20] }), json!({ "between": [2, 4] }));
    assert_eq!(ratio, Value::bounded(Bounds::Between(1.75, 10.0)));
}

#[test]
fn the_ends_of_a_range_are_rounded_outwards() {
    let ratio = of_money("ratio", json!({ "between": [20, 40] }), json!({ "exactly": 3 }));
    assert_eq!(ratio, Value::bounded(Bounds::Between(6.66, 13.4)));
}

#[test]
fn a_rounded_ratio_becomes_about_and_an_exact_one_stays_exact() {
    assert_eq!(of_money("ratio", json!({ "exactly": 10 }), json!({ "exactly": 3 })), Value::about(3.33));
    assert_eq!(of_money("ratio", json!({ "exactly": 10 }), json!({ "exactly": 4 })), Value::exactly(2.5));
}

#[test]
fn a_percentage_counts_as_hundredths() {
    let people = |n: u32| (json!({ "exactly": n }), "people");
    assert_eq!(computed("ratio", &[people(1), people(4)], "percent"), Value::exactly(25.0));
    let half = (json!({ "exactly": 50 }), "percent");
    assert_eq!(computed("ratio", &[people(100), half.clone()], "people"), Value::exactly(200.0));
    assert_eq!(computed("ratio", &[half.clone(), half], "percent"), Value::exactly(100.0));
}

#[test]
fn a_sum_is_as_open_as_its_parts() {
    let sum = |one, other| of_money("sum", one, other);
    assert_eq!(sum(json!({ "exactly": 0.1 }), json!({ "exactly": 0.2 })), Value::exactly(0.3));
    assert_eq!(sum(json!({ "at_least": 1 }), json!({ "exactly": 2 })), Value::bounded(Bounds::AtLeast(3.0)));
    assert_eq!(sum(json!({ "at_least": 1 }), json!({ "more_than": 2 })), Value::bounded(Bounds::MoreThan(3.0)));
    assert_eq!(sum(json!({ "at_most": 1 }), json!({ "exactly": 2 })), Value::bounded(Bounds::Between(2.0, 3.0)));
    assert_eq!(sum(json!({ "at_most": 1 }), json!({ "at_least": 2 })), Value::bounded(Bounds::AtLeast(2.0)));
    assert_eq!(sum(json!({ "about": 4000 }), json!({ "exactly": 440 })), Value::about(4400.0));
}

#[test]
fn a_sum_takes_any_number_of_figures() {
    let parts: Vec<(Json, &str)> = (1..=10).map(|n| (json!({ "exactly": n }), "people")).collect();
    assert_eq!(computed("sum", &parts, "people"), Value::exactly(55.0));
}

#[test]
fn a_difference_is_as_open_as_its_parts() {
    let difference = |one, other| of_money("difference", one, other);
    assert_eq!(difference(json!({ "exactly": 5 }), json!({ "exactly": 2 })), Value::exactly(3.0));
    assert_eq!(
        difference(json!({ "exactly": 5 }), json!({ "between": [1, 2] })),
        Value::bounded(Bounds::Between(3.0, 4.0))
    );
    assert_eq!(difference(json!({ "more_than": 5 }), json!({ "exactly": 2 })), Value::bounded(Bounds::MoreThan(3.0)));
    assert_eq!(difference(json!({ "exactly": 5 }), json!({ "at_most": 2 })), Value::bounded(Bounds::Between(3.0, 5.0)));
    assert_eq!(difference(json!({ "about": 5 }), json!({ "about": 5 })), Value::about(0.0));
}

#[test]
fn a_derived_figure_can_be_an_operand_of_a_figure_before_it_in_the_file() {
    let figures = [
        derived("all", json!({ "sum": ["both", "third"] }), "people"),
        derived("both", json!({ "sum": ["one", "other"] }), "people"),
        reported("one", json!({ "at_least": 10 }), "people"),
        reported("other", json!({ "exactly": 10 }), "people"),
        reported("third", json!({ "exactly": 20 }), "people"),
    ];
    assert_eq!(value(&accepted(&dataset(&figures)), "all"), Value::bounded(Bounds::AtLeast(40.0)));
}

#[test]
fn a_mistake_in_an_operand_is_reported_once_and_not_again_for_derived_figures() {
    let figures = [
        reported("one", json!({ "exactly": -1 }), "people"),
        reported("other", json!({ "exactly": 1 }), "people"),
        derived("both", json!({ "sum": ["one", "other"] }), "people"),
        derived("all", json!({ "sum": ["both", "other"] }), "people"),
    ];
    assert_eq!(refused(&dataset(&figures)).lines().count(), 1);
}

#[test]
fn a_bound_is_never_rounded_inwards() {
    let least = of_money("sum", json!({ "at_least": 1950 }), json!({ "about": 5 }));
    assert_eq!(least, about(Bounds::AtLeast(1955.0)));
    let share = |value| [(value, "people"), (json!({ "about": 0.3 }), "fraction")];
    assert_eq!(computed("ratio", &share(json!({ "at_least": 1999 })), "people"), about(Bounds::AtLeast(6600.0)));
    assert_eq!(computed("ratio", &share(json!({ "at_most": 1999 })), "people"), about(Bounds::AtMost(6700.0)));
    assert_eq!(
        of_money("sum", json!({ "between": [1949, 1951] }), json!({ "about": 4000 })),
        about(Bounds::Between(5900.0, 6000.0))
    );
}

#[test]
fn an_about_value_keeps_its_precision() {
    let sum = |one: f64, other: f64| of_money("sum", json!({ "about": one }), json!({ "exactly": other }));
    assert_eq!(sum(1_000_123.0, 5.0), Value::about(1_000_128.0));
    assert_eq!(sum(12_500.0, 440.0), Value::about(12_900.0));
    let ratio = |one: f64, other: f64| of_money("ratio", json!({ "about": one }), json!({ "exactly": other }));
    assert_eq!(ratio(1_000_123.0, 1000.0), Value::about(1000.123));
    assert_eq!(ratio(5000.0, 118.0), Value::about(42.0));
    assert_eq!(ratio(63.2, 12.14), Value::about(5.21));
}

#[test]
fn an_exact_ratio_that_ends_within_its_digits_is_not_rounded() {
    let ratio = |one: f64, other: f64| of_money("ratio", json!({ "exactly": one }), json!({ "exactly": other }));
    assert_eq!(ratio(1_234_567.0, 2.0), Value::exactly(617_283.5));
    assert_eq!(ratio(1_234_567.0, 1.0), Value::exactly(1_234_567.0));
    assert_eq!(ratio(1_234_567.0, 118.0), Value::about(10_500.0));
}

#[test]
fn long_numbers_are_added_to_the_last_digit() {
    let sum = |one, other| of_money("sum", json!({ "exactly": one }), json!({ "exactly": other }));
    assert_eq!(sum(1_234_567_890_123_456.0, 1.0), Value::exactly(1_234_567_890_123_457.0));
    assert_eq!(sum(9_999_999_999_999.98, 0.01), Value::exactly(9_999_999_999_999.99));
    let less = of_money("difference", json!({ "exactly": 1e12 + 0.3 }), json!({ "exactly": 1e12 + 0.2 }));
    assert_eq!(less, Value::exactly(0.1), "nothing is left of what the binary system adds");
    let two =
        |one, other| message("sum", &[(json!({ "exactly": one }), "USD"), (json!({ "exactly": other }), "USD")], "USD");
    assert!(two(9e15, 0.1).contains("kept exactly"), "what has more digits than can be kept is not cut");
}

#[test]
fn counts_stay_whole() {
    let people = |value, percent| [(value, "people"), (json!({ "exactly": percent }), "percent")];
    assert_eq!(computed("ratio", &people(json!({ "exactly": 10 }), 30), "people"), Value::about(33.0));
    assert_eq!(computed("ratio", &people(json!({ "exactly": 5 }), 40), "people"), Value::about(13.0));
    assert_eq!(
        computed("ratio", &people(json!({ "between": [10, 11] }), 30), "people"),
        Value::bounded(Bounds::Between(33.0, 37.0))
    );
    let message =
        message("ratio", &[(json!({ "exactly": 1 }), "people"), (json!({ "exactly": 900 }), "percent")], "people");
    assert!(message.contains("the result is 0"), "{message}");
}

#[test]
fn nothing_is_computed_from_levels() {
    let tier = |n: u32| (json!({ "exactly": n }), "tier");
    for operation in ["sum", "difference", "ratio"] {
        assert!(message(operation, &[tier(3), tier(2)], "tier").contains("an order and no size"), "{operation}");
    }
}

#[test]
fn a_figure_is_not_added_to_itself() {
    let figures = [
        reported("one", json!({ "exactly": 1 }), "people"),
        derived("two", json!({ "sum": ["one", "one"] }), "people"),
    ];
    let message = refused(&dataset(&figures));
    assert!(message.contains("\"one\" is named twice") && message.lines().count() == 1, "{message}");
}

#[test]
fn a_ratio_has_the_unit_of_its_operands_divided() {
    let of = |one: &str, other: &str, unit: &str| {
        message("ratio", &[(json!({ "exactly": 100 }), one), (json!({ "exactly": 50 }), other)], unit)
    };
    for (one, other, unit) in [
        ("people", "people", "percent"),
        ("people", "people", "fraction"),
        ("people", "people", "times"),
        ("people", "people", "people per arrest"),
        ("people", "scam locations", "arrests per location"),
        ("USD", "fraction", "USD"),
        ("USD", "percent", "USD"),
        ("percent", "percent", "percent"),
        ("USD", "homes", "USD per home"),
        ("people", "USD", "people per USD"),
        ("USD", "years", "USD per year"),
        ("hours", "people", "hours per person"),
        ("USD", "USD per home", "homes"),
        ("USD per home", "USD per home", "percent"),
        ("USD per home", "years", "USD per home per year"),
    ] {
        assert_eq!(of(one, other, unit), "", "{one} / {other} = {unit}");
    }
    for (one, other, unit) in [
        ("people", "USD", "percent"),
        ("USD", "EUR", "fraction"),
        ("USD", "people", "USD"),
        ("people", "scam locations", "people"),
        ("people", "fraction", "USD"),
        ("people", "people", "people"),
        ("people", "people", "USD per person"),
        ("USD", "people", "EUR per person"),
        ("USD", "people", "people per USD"),
        ("people", "years", "people per month"),
        ("people", "people", "people per 1,000 people"),
    ] {
        assert!(of(one, other, unit).contains(&format!("is not in \"{unit}\": ")), "{one} / {other} = {unit}");
    }
}

#[test]
fn less_than_can_be_reported_and_computed_with() {
    let ratio = of_money("ratio", json!({ "less_than": 10 }), json!({ "exactly": 4 }));
    assert_eq!(ratio, Value::bounded(Bounds::LessThan(2.5)));
    let rest = of_money("difference", json!({ "exactly": 10 }), json!({ "less_than": 4 }));
    assert_eq!(rest, Value::bounded(Bounds::Between(6.0, 10.0)));
}
