//! Who stands behind figures.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::words::{Id, Text};

/// # Speaker
///
/// A body or person that stands behind figures, named once.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({ "id": "commission", "name": { "en": "Cambodia’s Anti-Scam Commission" }, "party": true }))]
pub(super) struct Speaker {
    /// # Id
    ///
    /// Its name in this file: small letters, digits and hyphens, at most 100. No other speaker has it.
    #[schemars(example = &"commission")]
    id: Id,
    /// # Name
    ///
    /// What it is called, in a few words.
    #[schemars(example = json!({ "en": "Cambodia’s Anti-Scam Commission" }))]
    name: Text,
    /// # Party
    ///
    /// Whether it is a party to what it speaks of, so that its numbers are claims of its own work. Left out, it is not.
    #[schemars(example = true)]
    party: Option<bool>,
}
