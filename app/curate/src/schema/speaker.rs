//! The schema of a speaker.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::words::{Id, Text};

/// # Speaker
///
/// A body or person to whom figures are attributed, declared once.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
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
}
