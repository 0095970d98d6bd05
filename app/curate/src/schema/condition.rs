//! Conditions between the keys of an object, which types cannot express.

use schemars::Schema;
use serde_json::Value;

/// Adds a condition to the schema of an object.
pub(super) fn also(schema: &mut Schema, condition: Value) {
    let all = schema.ensure_object().entry("allOf").or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(all) = all {
        all.push(condition);
    }
}
