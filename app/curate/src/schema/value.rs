//! The schemas of a value and of a formula.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::words::{Number, Words};

/// # Value
///
/// The number with the article's qualifier: exactly one of these keys. Write numbers in digits, without separators or
/// quotation marks: 5000, not 5,000.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1, "maxProperties" = 1))]
#[schemars(example = json!({ "about": 5000 }), example = json!({ "between": [7, 20] }), example = json!({ "magnitude": "thousands" }))]
pub(super) struct Value {
    /// # Exactly
    ///
    /// The article gives the number without a qualifier such as "about" or "at least".
    #[schemars(example = 118)]
    exactly: Option<Number>,
    /// # About
    ///
    /// The article says about, around, approximately, roughly, some, nearly, or so.
    #[schemars(example = 5000)]
    about: Option<Number>,
    /// # At least
    ///
    /// The article says at least, no fewer than, a minimum of, or more.
    #[schemars(extend("minimum" = 0), example = 25)]
    at_least: Option<Number>,
    /// # More than
    ///
    /// The article says more than, over, above, exceeds.
    #[schemars(extend("minimum" = 0), example = 12_500_000_000_u64)]
    more_than: Option<Number>,
    /// # At most
    ///
    /// The article says at most, up to, no more than, as many as.
    #[schemars(example = 300)]
    at_most: Option<Number>,
    /// # Less than
    ///
    /// The article says less than, fewer than, under, below.
    #[schemars(extend("not" = { "const": 0 }), example = 40)]
    less_than: Option<Number>,
    /// # Between
    ///
    /// The article gives a range: the lower number, then the higher.
    #[schemars(length(equal = 2), example = [7, 20])]
    between: Option<Vec<Number>>,
    /// # Magnitude
    ///
    /// The article gives a word in place of a number. Only the word is printed.
    #[schemars(example = &"thousands")]
    magnitude: Option<Magnitude>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Magnitude {
    Dozens,
    Hundreds,
    Thousands,
    #[schemars(rename = "tens of thousands")]
    TensOfThousands,
    #[schemars(rename = "hundreds of thousands")]
    HundredsOfThousands,
    Millions,
    Billions,
}

/// # Computed
///
/// How the figure is computed from others: exactly one of these keys. It inherits their articles and qualifiers.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("minProperties" = 1, "maxProperties" = 1))]
pub(super) struct Derive {
    /// # Ratio
    ///
    /// The first figure divided by the second: the ids of two figures. The result is in percent or a fraction if both have the same
    /// unit, else in a unit such as "people per location".
    #[schemars(length(equal = 2), extend("uniqueItems" = true), example = ["arrests", "raids"])]
    ratio: Option<Vec<Words>>,
    /// # Sum
    ///
    /// The sum of the figures: the ids of two figures or more, each once and all in the unit of the result.
    #[schemars(length(min = 2), extend("uniqueItems" = true), example = ["men", "women"])]
    sum: Option<Vec<Words>>,
    /// # Difference
    ///
    /// The first figure minus the second: the ids of two figures in the unit of the result.
    #[schemars(length(equal = 2), extend("uniqueItems" = true), example = ["before", "after"])]
    difference: Option<Vec<Words>>,
}
