//! Where a figure or an event stands: the article and the fragment of it.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::value::Value;
use super::words::{Date, Day, Text, Words};

/// # Citation
///
/// One article that reports it, and the very words.
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
    /// The fragment of the article in which the figure stands, to the letter, in digits or words as the article has it, and of at
    /// most twelve words. A reader's browser looks for it in the article and highlights it. Where a line, a paragraph or a cell of
    /// a table ends in it, write \n.
    #[schemars(pattern("^\\s*(\\S+\\s+){0,11}\\S+\\s*$"), example = &"arrested around 5,000 people since its establishment")]
    quote: Words,
    /// # Wording
    ///
    /// How this article puts it, in a few words; shown beside the other articles' wording.
    #[schemars(example = json!({ "en": "“about half”" }))]
    wording: Option<Text>,
    /// # This article's value
    ///
    /// The value as this article reports it, where that differs from the figure's.
    #[schemars(example = json!({ "exactly": 100_000 }))]
    value: Option<Value>,
    /// # This article's date
    ///
    /// The date as this article gives it, where that differs from the event's.
    #[schemars(example = &"2026-01")]
    date: Option<Date>,
    /// # Read by
    ///
    /// Who read the quote and vouches for the number in it, where "cargo curate check" cannot read it: a quote in another
    /// language, an unusual wording. The page says so beside the quote, and the check counts it apart.
    #[schemars(example = json!({ "name": "the editors", "on": "2026-01-21" }))]
    read_by: Option<Reader>,
}

/// # Reader
///
/// Somebody who read a quote.
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
    /// The day on which they read it.
    #[schemars(example = &"2026-01-21")]
    on: Day,
}
