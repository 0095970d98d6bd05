//! The smallest things that stand in the file: words, texts in languages, names, dates and addresses.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A language tag: `en`, `km`, `zh-Hant`.
const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
/// Something other than spaces.
const NOT_BLANK: &str = "\\S";
/// A figure as sentences name it.
const A_FIGURE: &str = "\\{\\s*[a-z0-9-]+\\s*\\}";
/// Words in which a figure may be named `{figure-id}`, and no brace without its other half.
const WITH_FIGURES: &str = "^([^{}]|\\{\\s*((count:)?[a-z0-9][a-z0-9-]*)\\s*\\})*$";
/// What Windows keeps to itself, in any case: no file can be named so.
const RESERVED: &str =
    "^([cC][oO][nN]|[pP][rR][nN]|[aA][uU][xX]|[nN][uU][lL]|([cC][oO][mM]|[lL][pP][tT])[1-9])\\s*(\\.|$)";
/// Month and day, as far as they are known. Only 29 February is left to the check.
const IN_YEAR: &str =
    "(-((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?))?";
/// A year, which there was.
const YEAR: &str = "(?!0000)[0-9]{4}";

/// Declares a form that is a name for a schema.
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

    /// A mark that is set or not, in whatever way.
    Mark = json_schema!({});

    /// A name that an article already has elsewhere: words, or a number.
    Known = json_schema!({ "anyOf": [
        { "type": "string", "pattern": NOT_BLANK, "maxLength": model::LONGEST_SOURCE_ID, "not": { "pattern": RESERVED } },
        { "type": "integer", "minimum": 0 }
    ] });

    /// A kind of article in CSL.
    Type = json_schema!({ "enum": model::TYPES });

    /// A date in EDTF, or other words. What has the form of a date must be in the calendar.
    InWords = json_schema!({ "type": "string", "anyOf": [
        { "pattern": format!("^{YEAR}{IN_YEAR}[~?%]?(/({YEAR}{IN_YEAR}[~?%]?|\\.\\.))?$") },
        { "pattern": format!("^{YEAR}-2[1-4][~?%]?$") },
        { "not": { "pattern": "^\\d{4}(-\\d\\d){0,2}[~?%]?(/(\\d{4}(-\\d\\d){0,2}[~?%]?|\\.\\.))?$" } }
    ] });

    /// A text in each language.
    Text = in_languages(json_schema!({ "type": "string", "pattern": NOT_BLANK, "not": { "pattern": A_FIGURE } }));

    /// A text in each language, with figures in it.
    Prose = in_languages(json_schema!({ "type": "string", "allOf": [{ "pattern": NOT_BLANK }, { "pattern": WITH_FIGURES }] }));

    /// Where a reader can write to: a mail address or one of the web.
    Contact = json_schema!({ "type": "string", "anyOf": [
        { "pattern": "^(mailto:)?[A-Za-z0-9._+-]+@[A-Za-z0-9._+-]+$" },
        { "pattern": "^https?://[^/\\s]\\S*$" }
    ] });

    /// A name that can stand in an address.
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

    /// A whole day.
    Day = json_schema!({ "type": "string", "pattern": format!("^(?=.{{10}}){YEAR}{IN_YEAR}[~?%]?$") });

    /// A number that something can be divided by.
    Positive = json_schema!({ "type": "number", "exclusiveMinimum": 0 });

    /// A count, a sum or a share, as the model can keep it.
    Number = json_schema!({ "type": "number", "minimum": -9e15, "maximum": 9e15 });

    /// How many decimals are printed.
    Decimals = json_schema!({ "type": "integer", "minimum": 0, "maximum": 6 });

    /// The version of the form.
    Version = json_schema!({ "type": "integer", "const": model::SCHEMA_VERSION });

    /// Where something is on the web.
    Address = json_schema!({ "type": "string", "pattern": "^\\s*$|^https?://[^\\s/]\\S*$" });
}

fn in_languages(words: Schema) -> Schema {
    let mut english = words.clone();
    english.insert("title".into(), "English".into());
    english
        .insert("description".into(), "The text in English. It is shown wherever another language is lacking.".into());
    let mut other = words;
    other.insert("title".into(), "Another language".into());
    other.insert("description".into(), "The same text in the language of this tag.".into());
    json_schema!({
        "type": "object",
        "properties": { "en": english },
        "propertyNames": { "pattern": LANGUAGE },
        "additionalProperties": other,
        "required": ["en"]
    })
}
