//! The articles of a file as they are written, also of a file in which something is wrong.

use model::Publication;
use serde_json::Value;

/// The articles, each with its id as a text; `None` where the file has no list of them. What somebody keeps beside an
/// article is not among its keys: it may hold what cannot be read.
///
/// # Errors
/// When the text is not JSON.
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
