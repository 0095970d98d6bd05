//! The schema of an article, which is a CSL-JSON item.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::words::{Address, Anything, InWords, Known, Mark, Type, Words};

/// # Article
///
/// An article that figures cite, as a CSL-JSON item: exports of Zotero and other reference managers can be pasted without
/// changes. Leave out unknown values.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = other_keys)]
#[schemars(example = json!({
    "id": "guardian",
    "type": "article-newspaper",
    "title": "Thousands of workers flee Cambodia scam centres, officials say",
    "author": [{ "family": "Ratcliffe", "given": "Rebecca" }],
    "container-title": "The Guardian",
    "issued": { "date-parts": [[2026, 1, 21]] },
    "URL": "https://www.theguardian.com/world/2026/jan/21/thousands-of-workers-flee-cambodia-scam-centres-officials-say"
}))]
pub(super) struct Source {
    /// # Id
    ///
    /// The id with which citations refer to the article, of at most 200 letters. Reference managers make their own; a short one
    /// is easier to type.
    #[schemars(example = &"guardian")]
    id: Known,
    /// # Type
    ///
    /// The kind of publication, in CSL's words.
    #[schemars(example = &"article-newspaper", example = &"article-magazine", example = &"article-journal", example = &"webpage")]
    #[schemars(example = &"post-weblog", example = &"report", example = &"broadcast", example = &"legislation")]
    r#type: Type,
    /// # Title
    ///
    /// The headline. HTML tags from reference managers are not printed.
    #[schemars(example = &"Thousands of workers flee Cambodia scam centres, officials say")]
    title: Option<Anything>,
    /// # Authors
    ///
    /// In the order of the byline. Leave it out if the article names no author.
    #[schemars(example = json!([{ "family": "Ratcliffe", "given": "Rebecca" }]))]
    author: Option<Vec<Name>>,
    /// # Outlet
    ///
    /// The newspaper, magazine or site that published it; the page's name for the article.
    #[schemars(rename = "container-title", example = &"The Guardian")]
    outlet: Option<Anything>,
    /// # Publisher
    ///
    /// The publisher; used if there is no "container-title".
    #[schemars(example = &"Amnesty International")]
    publisher: Option<Anything>,
    /// # Date of publication
    ///
    /// As precise as known. Leave it out if the article has no date.
    #[schemars(example = json!({ "date-parts": [[2026, 1, 21]] }))]
    issued: Option<Issued>,
    /// # Address
    ///
    /// The web address of the article.
    #[schemars(rename = "URL", example = &"https://www.example.org/news/2026/01/article")]
    url: Option<Address>,
    /// # DOI
    ///
    /// The DOI of the article. Without a "URL", it gives the address.
    #[schemars(rename = "DOI", example = &"10.1000/182")]
    doi: Option<Anything>,
    /// # Archive copy
    ///
    /// A copy in a web archive, in case the page disappears. "cargo curate archive" lists the articles without one.
    #[schemars(example = &"https://web.archive.org/web/20260122000000/https://www.example.org/news/2026/01/article")]
    archive_url: Option<Address>,
    /// # Repeats
    ///
    /// The ids of the articles from which this one takes its figures; it then does not count as an origin of its own.
    #[schemars(example = ["guardian"])]
    repeats: Option<Vec<Words>>,
}

/// # Author
///
/// A person with family and given name, or an organisation as "literal". The page prints the parts in CSL's order: given
/// name, particles, family name, suffix.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = some_name)]
#[schemars(example = json!({ "family": "Ratcliffe", "given": "Rebecca" }), example = json!({ "literal": "Agence France-Presse" }))]
struct Name {
    /// # Family name
    ///
    /// Also the name of a person with only one name.
    #[schemars(example = &"Ratcliffe")]
    family: Option<Anything>,
    /// # Given names
    ///
    /// As in the byline.
    #[schemars(example = &"Rebecca")]
    given: Option<Anything>,
    /// # Organisation
    ///
    /// A name without parts.
    #[schemars(example = &"Agence France-Presse")]
    literal: Option<Anything>,
    /// # Particle, dropped in lists
    ///
    /// A particle before the family name that follows the given name in sorted lists.
    #[schemars(rename = "dropping-particle", example = &"de")]
    dropping: Option<Anything>,
    /// # Particle
    ///
    /// A particle that belongs to the family name.
    #[schemars(rename = "non-dropping-particle", example = &"van der")]
    particle: Option<Anything>,
    /// # Suffix
    ///
    /// A suffix after the name.
    #[schemars(example = &"Jr.")]
    suffix: Option<Anything>,
    /// # Comma before the suffix
    ///
    /// Whether a comma precedes the suffix.
    #[schemars(rename = "comma-suffix", example = true)]
    comma: Option<Mark>,
    /// # Family name first
    ///
    /// Whether the family name always comes first, as in "Hun Manet". Names in Khmer, Chinese, Japanese and Korean letters do not need this key.
    #[schemars(rename = "static-ordering", example = true)]
    fixed: Option<Mark>,
    /// # Institution
    ///
    /// Whether this is an organisation, whose name has no parts.
    #[schemars(rename = "isInstitution", example = true)]
    institution: Option<Mark>,
}

/// # Date of publication
///
/// Year, month and day in numbers, as far as known, or other words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Issued {
    /// # Year, month, day
    ///
    /// In double brackets, as far as known; for a range, both ends.
    #[schemars(rename = "date-parts", with = "Option<Parts>", example = json!([[2026, 1, 21]]), example = json!([[2026, 1]]), example = json!([[2026, 1, 21], [2026, 1, 23]]))]
    parts: Option<Parts>,
    /// # Date as a text
    ///
    /// Used if there are no "date-parts". A text that is not EDTF is printed unchanged.
    #[schemars(example = &"2026-01-21")]
    raw: Option<InWords>,
    /// # Date in words
    ///
    /// Used if there are neither "date-parts" nor "raw". A text that is not EDTF is printed unchanged.
    #[schemars(example = &"n.d.", example = &"2026-01")]
    literal: Option<InWords>,
    /// # Season
    ///
    /// The season of a year, from 1 for spring to 4 for winter, or other words.
    #[schemars(example = 1, example = &"Spring")]
    season: Option<Mark>,
    /// # About
    ///
    /// Whether the date is approximate.
    #[schemars(example = true)]
    circa: Option<Mark>,
}

struct Parts;

impl JsonSchema for Parts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Parts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
        // Some programs write the numbers as strings, and null, 0 or "" for an unknown part.
        let part = |numbers: Value, text: &str| json!({ "anyOf": [numbers, { "type": "string", "pattern": format!("^\\s*0*({text})\\s*$") }] });
        let up_to =
            |least: u16, most: u16, text| part(json!({ "type": "integer", "minimum": least, "maximum": most }), text);
        let unknown =
            json!({ "anyOf": [{ "const": null }, { "const": 0 }, { "type": "string", "pattern": "^\\s*0*\\s*$" }] });
        let year = up_to(1, 9999, "[1-9][0-9]{0,3}");
        let month = up_to(1, 12, "[1-9]|1[0-2]");
        let season = up_to(13, 24, "1[3-9]|2[0-4]");
        let days = [
            (part(json!({ "enum": [1, 3, 5, 7, 8, 10, 12] }), "[13578]|1[02]"), up_to(1, 31, "[1-9]|[12][0-9]|3[01]")),
            (part(json!({ "enum": [4, 6, 9, 11] }), "[469]|11"), up_to(1, 30, "[1-9]|[12][0-9]|30")),
            (part(json!({ "const": 2 }), "2"), up_to(1, 29, "[1-9]|[12][0-9]")),
        ];
        let known = |parts: &[&Value]| json!({ "type": "array", "prefixItems": parts, "items": unknown, "minItems": parts.len(), "maxItems": 3 });
        let nothing = json!({ "type": "array", "items": unknown, "maxItems": 3 });
        let mut ends = vec![nothing, known(&[&year]), known(&[&year, &month]), known(&[&year, &season])];
        ends.extend(days.iter().map(|(month, day)| known(&[&year, month, day])));
        schemars::json_schema!({ "type": "array", "items": { "anyOf": ends }, "maxItems": 2 })
    }
}

/// Accepts the keys of CSL that are kept for reference managers and not printed.
fn other_keys(schema: &mut Schema) {
    kept(schema, model::CSL_KEYS, "A variable of CSL-JSON: kept for reference managers, not shown on the page.");
    kept(schema, model::PRIVATE_KEYS, "Private: it stays in this file and is never published.");
}

/// Requires at least one name, which may be empty as Zotero writes it.
fn some_name(schema: &mut Schema) {
    kept(schema, model::NAME_KEYS, "A part of a name in CSL-JSON: kept for reference managers, not shown on the page.");
    let some = |key: &str| json!({ "type": "object", "required": [key] });
    schema.insert("anyOf".into(), json!([some("family"), some("literal"), some("given")]));
}

/// Accepts these keys with any value. By pattern, since an editor suggests every key of "properties".
fn kept(schema: &mut Schema, keys: &[&str], words: &str) {
    let pattern = format!("^({})$", keys.join("|"));
    let patterns = schema.ensure_object().entry("patternProperties").or_insert_with(|| json!({}));
    if let Value::Object(patterns) = patterns {
        patterns.insert(pattern, json!({ "description": words }));
    }
}
