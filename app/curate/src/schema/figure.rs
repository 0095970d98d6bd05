//! A figure.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::json;

use super::citation::Citation;
use super::condition::also;
use super::value::{Derive, Value};
use super::words::{Date, Id, Prose, Text, Words};

/// # Figure
///
/// A number with everything that lets a reader judge it. The page prints value, unit and label in one breath:
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
    /// Its name in this file and in addresses: small letters, digits and hyphens, at most 100. No other figure and no event has it.
    /// Leave it as it is once it is published: links and embedded figures use it.
    #[schemars(example = &"arrests")]
    id: Id,
    /// # Label
    ///
    /// What exactly is counted or measured, as the end of a sentence that begins with value and unit: "about 5,000 people"
    /// + "whom the commission says it has arrested". It claims what the article's sentence says, and no more.
    #[schemars(example = json!({ "en": "whom Cambodia’s Anti-Scam Commission says it has arrested" }))]
    label: Text,
    /// # Short label
    ///
    /// The label in at most eight words, for the tiles at the head of the page, for charts and other narrow places. It stands
    /// alone, without value and unit.
    #[schemars(example = json!({ "en": "Arrests claimed" }))]
    short: Option<Text>,
    /// # Value
    ///
    /// The number with the article's own caution: one of exactly, about, at_least, more_than, at_most, less_than, between, magnitude.
    #[schemars(example = json!({ "about": 5000 }))]
    value: Option<Value>,
    /// # Computed
    ///
    /// In place of "value" and "citations": how the figure follows from others. Nothing that can be computed is typed in.
    #[schemars(example = json!({ "ratio": ["arrests", "raids"] }))]
    derive: Option<Derive>,
    /// # Unit
    ///
    /// What is counted, as a plural ("people", "scam locations"), in whole numbers; or USD and other currencies, percent,
    /// percentage points, fraction (0.5 is printed as "half"), years, weeks, hours, kg, tonnes, km², ha, litres, µg/dL, °C; a rate such as
    /// "people per location" or "per 100,000"; or a unit declared in "units". Below 0 are only money, percent, rates and what is measured.
    #[schemars(example = &"people", example = &"USD", example = &"percent", example = &"fraction", example = &"years")]
    unit: Words,
    /// # As of
    ///
    /// The time the number holds for, as precise as the article: 2008, 2025-06, 2026-01-07; 2026-01~ for about, 2026-01-16? for
    /// uncertain, 2025-07-04/2026-01 from one to another, 2021/.. from one on.
    #[schemars(example = &"2026-01")]
    as_of: Option<Date>,
    /// # Since
    ///
    /// Of a total that began on some day: that day, as precise as the article, in the same form. The end is "as_of".
    #[schemars(example = &"2025-07-04~")]
    since: Option<Date>,
    /// # Said by
    ///
    /// Who stands behind the number, as the article names them. Left out, it is the name of "speaker".
    #[schemars(example = json!({ "en": "Cambodia’s Anti-Scam Commission" }))]
    said_by: Option<Text>,
    /// # Speaker
    ///
    /// The id of one of the "speakers": under this name the figure is gathered with others of the same speaker.
    #[schemars(example = &"commission")]
    speaker: Option<Words>,
    /// # Basis
    ///
    /// How the number is known, where the article says so.
    #[schemars(example = &"estimate")]
    basis: Option<Basis>,
    /// # Share
    ///
    /// The id of a figure, in percent or as a fraction, that says what part of a whole this one is: the small drawing of this
    /// figure at the head of the page is then that part of a bar.
    #[schemars(example = &"gdp-share")]
    share: Option<Words>,
    /// # Status
    ///
    /// Whether the number still stands. Left out, it is current.
    #[schemars(example = &"withdrawn")]
    status: Option<Status>,
    /// # Superseded by
    ///
    /// The id of the figure that took its place; only with the status "superseded".
    #[schemars(example = &"arrests-2027")]
    superseded_by: Option<Words>,
    /// # Note
    ///
    /// What a reader has to know besides. {figure-id} prints another figure with its articles.
    #[schemars(example = json!({ "en": "Since the commission was established." }))]
    note: Option<Prose>,
    /// # Citations
    ///
    /// The articles that report the figure, at least one, each with the fragment in which it stands.
    #[schemars(length(min = 1), example = json!([{ "source": "jurist", "quote": "arrested around 5,000 people since its establishment" }]))]
    citations: Option<Vec<Citation>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Basis {
    /// Somebody counted.
    Count,
    /// Somebody estimated.
    Estimate,
    /// The body that it speaks well or ill of says so of itself.
    Claim,
    /// A charge that no court has decided.
    Allegation,
    /// A law says so.
    Law,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Status {
    /// It stands.
    Current,
    /// Another figure, named in "superseded_by", has taken its place.
    Superseded,
    /// Others deny it.
    Disputed,
    /// Who said it no longer does.
    Withdrawn,
}

/// What the keys of a figure demand of one another.
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
            "else": { "type": "object", "properties": { "superseded_by": false } }
        }),
    );
}
