//! The schema of a speaker.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::json;

use super::citation::Citation;
use super::condition::also;
use super::words::{Id, Text, Words};

/// # Speaker
///
/// A body or person to whom figures are attributed, declared once.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = conditions)]
#[schemars(example = json!({ "id": "commission", "name": { "en": "Cambodia’s Anti-Scam Commission" }, "party": true }))]
pub(super) struct Speaker {
    /// # Id
    ///
    /// Its id in this file: small letters, digits and hyphens, at most 100, different from every other speaker's.
    #[schemars(example = &"commission")]
    id: Id,
    /// # Name
    ///
    /// Its name, in a few words.
    #[schemars(example = json!({ "en": "Cambodia’s Anti-Scam Commission" }))]
    name: Text,
    /// # Party
    ///
    /// Whether it is a party to the matter, so that its numbers are claims about its own work. By default, it is not.
    #[schemars(example = true)]
    party: Option<bool>,
    /// # For
    ///
    /// The id of the speaker on whose behalf it speaks, if an article says so: a chart over time joins their readings.
    #[schemars(rename = "for", example = &"government")]
    represents: Option<Words>,
    /// # Citations
    ///
    /// With "for": the passages that say so.
    #[schemars(length(min = 1), example = json!([{ "source": "jurist", "quote": "the country’s Commission for Combating Online Scams" }]))]
    citations: Option<Vec<Citation>>,
}

fn conditions(schema: &mut Schema) {
    also(schema, json!({ "dependentRequired": { "for": ["citations"], "citations": ["for"] } }));
}
