//! Derived figures are as open and as uncertain as what they are computed from.

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
    computed(operation, &[(one, "USD"), (other, "USD")], "USD")
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
fn a_range_over_a_range_spans_all_it_can_be() {
    let ratio = of_money("ratio", json!({ "between": [7, 20] }), json!({ "between": [2, 4] }));
    assert_eq!(ratio, Value::bounded(Bounds::Between(1.75, 10.0)));
}

#[test]
fn the_ends_of_a_range_are_rounded_outwards() {
    let ratio = of_money("ratio", json!({ "between": [20, 40] }), json!({ "exactly": 3 }));
    assert_eq!(ratio, Value::bounded(Bounds::Between(6.66, 13.4)));
}

#[test]
fn a_ratio_that_is_rounded_becomes_about_and_one_that_is_not_stays_exact() {
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
fn a_derived_figure_can_be_derived_from_wherever_it_stands_in_the_file() {
    let figures = [
        derived("fourfold", json!({ "sum": ["double", "double"] }), "people"),
        derived("double", json!({ "sum": ["one", "one"] }), "people"),
        reported("one", json!({ "at_least": 10 }), "people"),
    ];
    assert_eq!(value(&accepted(&dataset(&figures)), "fourfold"), Value::bounded(Bounds::AtLeast(40.0)));
}

#[test]
fn one_mistake_in_an_operand_is_told_once_and_not_again_for_what_is_derived_from_it() {
    let figures = [
        reported("one", json!({ "exactly": -1 }), "people"),
        derived("double", json!({ "sum": ["one", "one"] }), "people"),
        derived("fourfold", json!({ "sum": ["double", "double"] }), "people"),
    ];
    assert_eq!(refused(&dataset(&figures)).lines().count(), 1);
}
