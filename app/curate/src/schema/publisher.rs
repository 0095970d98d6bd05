//! The schema of the publisher.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::words::{Link, Text};

/// # Publisher
///
/// The organisation that publishes the dashboard.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({ "name": { "en": "Example Organisation" }, "url": "https://example.org/" }))]
pub(super) struct Publisher {
    /// # Name
    ///
    /// Its name.
    #[schemars(example = json!({ "en": "Example Organisation" }))]
    name: Text,
    /// # Address
    ///
    /// The address of its own site.
    #[schemars(example = &"https://example.org/")]
    url: Option<Link>,
}
