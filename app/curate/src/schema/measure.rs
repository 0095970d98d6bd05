//! The schema of a measure.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::words::{Id, Text, Words};

/// # Measure
///
/// What several figures are readings of. Each figure that names it in "measure" is a reading; all are in one unit.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({ "id": "arrests-claimed", "label": { "en": "Arrests claimed since June 2025" }, "expected": "monthly" }))]
pub(super) struct Measure {
    /// # Id
    ///
    /// Its id in this file: small letters, digits and hyphens, at most 100, different from that of every other measure,
    /// figure and event.
    #[schemars(example = &"arrests-claimed")]
    id: Id,
    /// # Label
    ///
    /// What is measured, in a few words. "Raided" and "sealed" are two measures.
    #[schemars(example = json!({ "en": "Arrests claimed since June 2025" }))]
    label: Text,
    /// # Pinned
    ///
    /// The id of the reading that stays in front. The page prints the newest one beside it. By default, the newest leads.
    #[schemars(example = &"arrests")]
    pinned: Option<Words>,
    /// # Expected
    ///
    /// How often a new report is expected. After that time the page says since when no newer one is cited.
    #[schemars(example = &"monthly")]
    expected: Option<Frequency>,
}

/// How often a measure is expected to be reported.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
enum Frequency {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every year.
    Yearly,
}
