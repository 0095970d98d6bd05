//! The schema of a declared unit.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::{Value as Json, json};

use super::condition::also;
use super::words::{Decimals, Text, Words};

/// # Unit
///
/// A unit of your own, declared once: its singular and plural, and whether it is counted or measured. Common units need no
/// declaration.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = conditions)]
#[schemars(example = json!({ "id": "barrels", "kind": "measured", "one": { "en": "barrel" }, "many": { "en": "barrels" } }))]
pub(super) struct Unit {
    /// # Id
    ///
    /// The word for it in "unit" of figures.
    #[schemars(example = &"barrels")]
    id: Words,
    /// # Kind
    ///
    /// A counted unit has whole numbers from 0; a measured one can have decimals and be below 0.
    #[schemars(example = &"measured")]
    kind: Kind,
    /// # One
    ///
    /// The singular; together with "many".
    #[schemars(example = json!({ "en": "barrel" }))]
    one: Option<Text>,
    /// # Many
    ///
    /// The plural; together with "one".
    #[schemars(example = json!({ "en": "barrels" }))]
    many: Option<Text>,
    /// # Symbol
    ///
    /// A short form for singular and plural, printed if these are left out.
    #[schemars(example = &"bbl")]
    symbol: Option<Words>,
    /// # Decimals
    ///
    /// The minimum of decimals with which a number that has decimals is printed; only for a measured unit.
    #[schemars(example = 2)]
    decimals: Option<Decimals>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Kind {
    /// People, cases, raids.
    Counted,
    /// Lengths, weights, prices, changes.
    Measured,
}

fn conditions(schema: &mut Schema) {
    also(schema, json!({ "dependentRequired": { "one": ["many"], "many": ["one"] } }));
    also(
        schema,
        json!({
            "if": { "type": "object", "properties": { "kind": { "const": "counted" } }, "required": ["kind"] },
            "then": { "type": "object", "properties": { "decimals": false } }
        }),
    );
}

/// Requires whole numbers from 0 for counts in undeclared units. A schema cannot look up a declaration, so this applies only
/// to files without "units".
pub(super) fn counted(schema: &mut Schema) {
    let unsigned: Vec<&str> = ["fraction"].into_iter().chain(model::TIMES).collect();
    let measures: Vec<&str> = unsigned.iter().copied().chain(["percent"]).chain(model::MEASURES).collect();
    let counted = json!({ "type": "string", "not": { "anyOf": [
        { "enum": measures },
        { "pattern": "^[A-Z]{3}$" },
        { "pattern": "(^| )per " }
    ] } });
    let of = |unit: Json, number: Json| {
        json!({
            "if": { "type": "object", "properties": { "unit": unit }, "required": ["unit"] },
            "then": { "type": "object", "properties": numbers(number) }
        })
    };
    let figures = json!({ "type": "array", "items": { "allOf": [
        of(counted, json!({ "type": "integer", "minimum": 0 })),
        of(json!({ "enum": unsigned }), json!({ "type": "number", "minimum": 0 }))
    ] } });
    also(
        schema,
        json!({
            "$comment": "Counts are whole numbers.",
            "if": { "type": "object", "not": { "required": ["units"] } },
            "then": { "type": "object", "properties": { "figures": figures } }
        }),
    );
}

/// The properties of a figure whose numbers, also in its citations, have this schema.
fn numbers(number: Json) -> Json {
    let keys = ["exactly", "about", "at_least", "more_than", "at_most", "less_than"];
    let mut value: serde_json::Map<String, Json> =
        keys.into_iter().map(|key| (key.to_owned(), number.clone())).collect();
    value.insert("between".into(), json!({ "type": "array", "items": number }));
    let value = json!({ "type": "object", "properties": value });
    json!({
        "value": value.clone(),
        "citations": { "type": "array", "items": { "type": "object", "properties": { "value": value } } }
    })
}
