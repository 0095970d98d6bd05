//! The schema of a citation.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::value::Value;
use super::words::{Date, Day, Text, Words};

/// # Citation
///
/// An article that reports the figure or event, with its exact words.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({
    "source": "jurist",
    "quote": "arrested around 5,000 people since its establishment",
    "wording": { "en": "“arrested around 5,000 people”" }
}))]
pub(super) struct Citation {
    /// # Article
    ///
    /// The id of an article in "sources".
    #[schemars(example = &"guardian")]
    source: Words,
    /// # Quote
    ///
    /// The words of the article that state the figure, copied exactly, at most twelve. A reader's browser finds and highlights
    /// them in the article. Write \n where a line, a paragraph or a cell of a table ends in them.
    #[schemars(pattern("^\\s*(\\S+\\s+){0,11}\\S+\\s*$"), example = &"arrested around 5,000 people since its establishment")]
    quote: Words,
    /// # Wording
    ///
    /// The wording of this article, in a few words; shown beside that of the other articles.
    #[schemars(example = json!({ "en": "“about half”" }))]
    wording: Option<Text>,
    /// # This article's value
    ///
    /// The value that this article reports, if it differs from the figure's.
    #[schemars(example = json!({ "exactly": 100_000 }))]
    value: Option<Value>,
    /// # This article's date
    ///
    /// The date that this article gives, if it differs from the event's.
    #[schemars(example = &"2026-01")]
    date: Option<Date>,
    /// # Read by
    ///
    /// The person or office that read the quote and confirms its number, if "cargo curate check" cannot read it: another
    /// language, an unusual wording. The page says so beside the quote, and the check counts it separately.
    #[schemars(example = json!({ "name": "the editors", "on": "2026-01-21" }))]
    read_by: Option<Reader>,
}

/// # Reader
///
/// A person or office that read a quote.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Reader {
    /// # Name
    ///
    /// The name of a person or an office, as the page prints it.
    #[schemars(example = &"the editors")]
    name: Words,
    /// # On
    ///
    /// The day of reading.
    #[schemars(example = &"2026-01-21")]
    on: Day,
}
