//! What holds between the keys of an object, and no type can say.

use schemars::Schema;
use serde_json::Value;

/// Adds a condition to the form of an object.
pub(super) fn also(schema: &mut Schema, condition: Value) {
    let all = schema.ensure_object().entry("allOf").or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(all) = all {
        all.push(condition);
    }
}
