//! The schema of a figure.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::json;

use super::citation::Citation;
use super::condition::also;
use super::place::Places;
use super::value::{Derive, Value};
use super::words::{Date, Id, Prose, Text, Words};

/// # Figure
///
/// A number with all that a reader needs to judge it. The page prints value, unit and label in one phrase:
/// "about 5,000 people" + "whom Cambodia’s Anti-Scam Commission says it has arrested".
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = conditions)]
#[schemars(example = json!({
    "id": "arrests",
    "label": { "en": "whom Cambodia’s Anti-Scam Commission says it has arrested" },
    "short": { "en": "Arrests claimed" },
    "value": { "about": 5000 },
    "unit": "people",
    "as_of": "2026-01",
    "said_by": { "en": "Cambodia’s Anti-Scam Commission" },
    "basis": "claim",
    "citations": [{ "source": "jurist", "quote": "arrested around 5,000 people since its establishment" }]
}))]
pub(super) struct Figure {
    /// # Id
    ///
    /// Its id in this file and in addresses: small letters, digits and hyphens, at most 100, different from that of every other
    /// figure and event. Do not change it after publication: links and embedded figures use it.
    #[schemars(example = &"arrests")]
    id: Id,
    /// # Label
    ///
    /// Exactly what is counted or measured, as the end of a phrase that begins with value and unit: "about 5,000 people"
    /// + "whom the commission says it has arrested". It must not claim more than the article.
    #[schemars(example = json!({ "en": "whom Cambodia’s Anti-Scam Commission says it has arrested" }))]
    label: Text,
    /// # Short label
    ///
    /// The label in at most eight words, for tiles, charts and other narrow places. It must make sense without value and unit.
    #[schemars(example = json!({ "en": "Arrests claimed" }))]
    short: Option<Text>,
    /// # Value
    ///
    /// The number with the article's qualifier: one of exactly, about, at_least, more_than, at_most, less_than, between, magnitude.
    #[schemars(example = json!({ "about": 5000 }))]
    value: Option<Value>,
    /// # Computed
    ///
    /// Instead of "value" and "citations": how the figure is computed from others. Do not type a value that can be computed.
    #[schemars(example = json!({ "ratio": ["arrests", "raids"] }))]
    derive: Option<Derive>,
    /// # Unit
    ///
    /// What is counted, as a plural ("people", "scam locations"), in whole numbers; or USD and other currencies, percent,
    /// percentage points, fraction (0.5 is printed as "half"), years, weeks, hours, kg, tonnes, km², ha, litres, µg/dL, °C; a rate such as
    /// "people per location" or "per 100,000"; or a unit declared in "units". Only money, percent, rates and measured units can be below 0.
    #[schemars(example = &"people", example = &"USD", example = &"percent", example = &"fraction", example = &"years")]
    unit: Words,
    /// # As of
    ///
    /// The time that the number applies to, as precise as in the article: 2008, 2025-06, 2026-01-07; 2026-01~ for about,
    /// 2026-01-16? for uncertain, 2025-07-04/2026-01 for a period, 2021/.. for a period without an end.
    #[schemars(example = &"2026-01")]
    as_of: Option<Date>,
    /// # Since
    ///
    /// For a total: the day on which its period begins, as precise as in the article, in the same format. It ends at "as_of".
    #[schemars(example = &"2025-07-04~")]
    since: Option<Date>,
    /// # Said by
    ///
    /// The body or person to whom the article attributes the number, as the article names it. By default, the name of "speaker".
    #[schemars(example = json!({ "en": "Cambodia’s Anti-Scam Commission" }))]
    said_by: Option<Text>,
    /// # Speaker
    ///
    /// The id of one of the "speakers", by which charts group figures.
    #[schemars(example = &"commission")]
    speaker: Option<Words>,
    /// # Measure
    ///
    /// The id of one of the "measures", if this is one of several readings of it. A reading needs "as_of".
    #[schemars(example = &"arrests-claimed")]
    measure: Option<Words>,
    /// # Place
    ///
    /// The id of the place in "places" that the number is about, as the article says it, or a list of ids.
    #[schemars(example = &"sihanoukville", example = json!(["sihanoukville", "phnom-penh"]))]
    place: Option<Places>,
    /// # Basis
    ///
    /// How the number is known, if the article says so.
    #[schemars(example = &"estimate")]
    basis: Option<Basis>,
    /// # Share
    ///
    /// The id of a figure, in percent or as a fraction, that says what part of a whole this one is: the tile of this figure then
    /// draws it as that part of a bar.
    #[schemars(example = &"gdp-share")]
    share: Option<Words>,
    /// # Status
    ///
    /// Whether the number still applies. By default, it is current.
    #[schemars(example = &"withdrawn")]
    status: Option<Status>,
    /// # Superseded by
    ///
    /// The id of the figure that replaced it. This one line supersedes a figure: the status follows.
    #[schemars(example = &"arrests-2027")]
    superseded_by: Option<Words>,
    /// # Note
    ///
    /// Context that a reader needs. {figure-id} prints another figure with its articles.
    #[schemars(example = json!({ "en": "Since the commission was established." }))]
    note: Option<Prose>,
    /// # Citations
    ///
    /// The articles that report the figure, at least one, each with the words that state it.
    #[schemars(length(min = 1), example = json!([{ "source": "jurist", "quote": "arrested around 5,000 people since its establishment" }]))]
    citations: Option<Vec<Citation>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Basis {
    /// A count.
    Count,
    /// An estimate.
    Estimate,
    /// Self-reported: the body that the number is about says so itself.
    Claim,
    /// An allegation that no court has decided.
    Allegation,
    /// Set by a law.
    Law,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Status {
    /// It still applies.
    Current,
    /// The figure named in "superseded_by" has replaced it.
    Superseded,
    /// Others dispute it.
    Disputed,
    /// Its source has withdrawn it.
    Withdrawn,
}

/// The conditions between the keys of a figure.
fn conditions(schema: &mut Schema) {
    also(
        schema,
        json!({
            "if": { "type": "object", "required": ["derive"] },
            "then": { "type": "object", "properties": { "value": false, "citations": false } },
            "else": { "type": "object", "required": ["value", "citations"] }
        }),
    );
    also(
        schema,
        json!({
            "if": { "type": "object", "properties": { "status": { "const": "superseded" } }, "required": ["status"] },
            "then": { "type": "object", "required": ["superseded_by"] },
            // Without a status, "superseded_by" alone supersedes the figure.
            "else": { "type": "object", "not": { "required": ["status", "superseded_by"] } }
        }),
    );
    also(schema, json!({ "dependentRequired": { "measure": ["as_of"] } }));
}
