//! Reads the raw articles of a file, also of a file with mistakes.

use model::Publication;
use serde_json::Value;

/// The articles, each with its id as a string; `None` if the file has no list of them. Private keys are left out, since
/// their values may be unreadable.
///
/// # Errors
/// If the text is not JSON.
pub fn items(text: &str) -> serde_json::Result<Option<Vec<Value>>> {
    let mut file: Value = serde_json::from_str(&Publication::of(text).text)?;
    let Some(Value::Array(mut items)) = file.get_mut("sources").map(Value::take) else { return Ok(None) };
    for id in items.iter_mut().filter_map(|item| item.get_mut("id")) {
        if id.is_u64() {
            *id = id.to_string().into();
        }
    }
    Ok(Some(items))
}
