//! The JSON Schema of the data file, with which editors complete, explain and check keys while a curator types.
//!
//! The types of this module only describe the format and have no values: the program reads the file with `model`, whose
//! messages are better. Tests check that schema and model agree.

mod citation;
mod condition;
mod figure;
mod file;
mod measure;
mod page;
mod place;
mod publisher;
mod source;
mod speaker;
mod unit;
mod value;
mod words;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::Value;

use curate::layout::Tree;

/// The schema (2020-12), as in `data/dashboard.schema.json`.
///
/// # Errors
/// A message, if it cannot be written, which does not depend on any file.
pub(crate) fn schema() -> Result<String, String> {
    // Without references: editors would show the description of the referenced type instead of the key's own.
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<file::File>();
    RecursiveTransform(without_null).transform(&mut schema);
    RecursiveTransform(in_one_line).transform(&mut schema);
    let mut tree =
        Tree::read(&schema.as_value().to_string()).map_err(|error| format!("the schema cannot be written: {error}"))?;
    tree.sort(&ORDER);
    Ok(tree.write() + "\n")
}

/// The order of keys in the data and the schema that is best for reading and typing.
const ORDER: [&str; 102] = [
    "$schema",
    "$comment",
    "schema_version",
    "id",
    "kind",
    "source",
    "quote",
    "wording",
    "type",
    "date",
    "figure",
    "was",
    "reason",
    "title",
    "description",
    "label",
    "short",
    "value",
    "derive",
    "exactly",
    "about",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "between",
    "magnitude",
    "ratio",
    "sum",
    "difference",
    "one",
    "many",
    "symbol",
    "read_by",
    "name",
    "on",
    "decimals",
    "unit",
    "as_of",
    "since",
    "said_by",
    "speaker",
    "measure",
    "place",
    "precision",
    "lat",
    "lon",
    "country",
    "outline",
    "basis",
    "share",
    "status",
    "superseded_by",
    "summary",
    "finding",
    "note",
    "author",
    "date-parts",
    "raw",
    "season",
    "circa",
    "family",
    "given",
    "dropping-particle",
    "non-dropping-particle",
    "suffix",
    "comma-suffix",
    "static-ordering",
    "literal",
    "isInstitution",
    "container-title",
    "publisher",
    "issued",
    "URL",
    "DOI",
    "archive_url",
    "repeats",
    "updated",
    "license",
    "contact",
    "url",
    "party",
    "for",
    "pinned",
    "expected",
    "scale",
    "dot",
    "groups",
    "compare",
    "folded",
    "sources",
    "speakers",
    "measures",
    "places",
    "units",
    "figures",
    "citations",
    "events",
    "charts",
    "sections",
    "corrections",
    "left_out",
];

/// Removes the line breaks of this code from descriptions.
fn in_one_line(schema: &mut Schema) {
    if let Some(Value::String(words)) = schema.get("description") {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        schema.insert("description".into(), words.into());
    }
}

/// Removes `null` from optional keys: they are left out instead.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(kinds)) = object.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            object.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    if let Some(Value::Array(forms)) = object.get_mut("anyOf") {
        let count = forms.len();
        forms.retain(|form| form.get("type").is_none_or(|kind| kind != "null"));
        if let (true, [Value::Object(only)]) = (forms.len() < count, forms.as_slice()) {
            let only = only.clone();
            object.remove("anyOf");
            for (key, value) in only {
                object.entry(key).or_insert(value);
            }
        }
    }
}
