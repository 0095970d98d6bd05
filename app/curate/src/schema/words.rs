//! The schemas of the smallest values of the file: words, texts in languages, ids, dates and addresses.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A language tag: `en`, `km`, `zh-Hant`.
const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
/// At least one character that is not a space.
const NOT_BLANK: &str = "\\S";
/// A figure in a sentence.
const A_FIGURE: &str = "\\{\\s*[a-z0-9-]+\\s*\\}";
/// Words that may name figures as `{figure-id}`, and have no single brace.
const WITH_FIGURES: &str = "^([^{}]|\\{\\s*((count:)?[a-z0-9][a-z0-9-]*)\\s*\\})*$";
/// The file names that Windows reserves, in any case.
const RESERVED: &str =
    "^([cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|([cC][oO][mM]|[lL][pP][tT])[1-9])\\s*(\\.|$)";
/// Month and day, as far as known. Only 29 February is left to the check.
const IN_YEAR: &str =
    "(-((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?))?";
/// A year from 1 on.
const YEAR: &str = "(?!0000)[0-9]{4}";

/// Declares a type that is a name for a schema.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident = $schema:expr;)*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

forms! {
    /// Words that are not blank.
    Words = json_schema!({ "type": "string", "pattern": NOT_BLANK });

    /// Any text, an empty one too.
    Anything = json_schema!({ "type": "string" });

    /// A flag, in any way in which programs write it.
    Mark = json_schema!({});

    /// The id of an article, from any program: words, or a number.
    Known = json_schema!({ "anyOf": [
        { "type": "string", "pattern": NOT_BLANK, "maxLength": model::LONGEST_SOURCE_ID, "not": { "pattern": RESERVED } },
        { "type": "integer", "minimum": 0 }
    ] });

    /// A type of article in CSL.
    Type = json_schema!({ "enum": model::TYPES });

    /// A date in EDTF, or other words. A text that looks like a date must be in the calendar.
    InWords = json_schema!({ "type": "string", "anyOf": [
        { "pattern": format!("^{YEAR}{IN_YEAR}[~?%]?(/({YEAR}{IN_YEAR}[~?%]?|\\.\\.))?$") },
        { "pattern": format!("^{YEAR}-2[1-4][~?%]?$") },
        { "not": { "pattern": "^\\d{4}(-\\d\\d){0,2}[~?%]?(/(\\d{4}(-\\d\\d){0,2}[~?%]?|\\.\\.))?$" } }
    ] });

    /// A text in each language.
    Text = in_languages(json_schema!({ "type": "string", "pattern": NOT_BLANK, "not": { "pattern": A_FIGURE } }));

    /// A text in each language that can name figures.
    Prose = in_languages(json_schema!({ "type": "string", "allOf": [{ "pattern": NOT_BLANK }, { "pattern": WITH_FIGURES }] }));

    /// An address for readers: a mail address or a web address.
    Contact = json_schema!({ "type": "string", "anyOf": [
        { "pattern": "^(mailto:)?[A-Za-z0-9._+-]+@[A-Za-z0-9._+-]+$" },
        { "pattern": "^https?://[^/\\s]\\S*$" }
    ] });

    /// An id that needs no escaping in a URL.
    Id = json_schema!({
        "type": "string",
        "pattern": "^(?!(con|prn|aux|nul|com[1-9]|lpt[1-9])$)[a-z0-9][a-z0-9-]*$",
        "maxLength": model::LONGEST_ITEM_ID
    });

    /// A date in EDTF.
    Date = json_schema!({
        "type": "string",
        "pattern": format!("^{YEAR}{IN_YEAR}[~?%]?(/({YEAR}{IN_YEAR}[~?%]?|\\.\\.))?$")
    });

    /// A day with year, month and day.
    Day = json_schema!({ "type": "string", "pattern": format!("^(?=.{{10}}){YEAR}{IN_YEAR}[~?%]?$") });

    /// A number by which others can be divided.
    Positive = json_schema!({ "type": "number", "exclusiveMinimum": 0 });

    /// A number that the model can keep.
    Number = json_schema!({ "type": "number", "minimum": -9e15, "maximum": 9e15 });

    /// A latitude in degrees.
    Latitude = json_schema!({ "type": "number", "minimum": -90, "maximum": 90 });

    /// A longitude in degrees.
    Longitude = json_schema!({ "type": "number", "minimum": -180, "maximum": 180 });

    /// The ISO 3166-1 alpha-3 code of a country.
    Code = json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" });

    /// A number of decimals to print.
    Decimals = json_schema!({ "type": "integer", "minimum": 0, "maximum": 6 });

    /// The version of the format.
    Version = json_schema!({ "type": "integer", "const": model::SCHEMA_VERSION });

    /// A web address that is not blank.
    Link = json_schema!({ "type": "string", "pattern": "^https?://[^\\s/]\\S*$" });

    /// The address of a folder on the web.
    Folder = json_schema!({ "type": "string", "pattern": "^https?://[^\\s/?#\"][^\\s?#\"]*$" });

    /// A web address.
    Address = json_schema!({ "type": "string", "pattern": "^\\s*$|^https?://[^\\s/]\\S*$" });
}

fn in_languages(words: Schema) -> Schema {
    let mut english = words.clone();
    english.insert("title".into(), "English".into());
    english.insert("description".into(), "The text in English, shown if a translation is missing.".into());
    let mut other = words;
    other.insert("title".into(), "Another language".into());
    other.insert("description".into(), "The text in the language of this tag.".into());
    json_schema!({
        "type": "object",
        "properties": { "en": english },
        "propertyNames": { "pattern": LANGUAGE },
        "additionalProperties": other,
        "required": ["en"]
    })
}
