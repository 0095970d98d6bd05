//! The file as a whole.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::figure::Figure;
use super::page::{Chart, Correction, Event, Section};
use super::source::Source;
use super::speaker::Speaker;
use super::unit::Unit;
use super::words::{Contact, Day, Id, Prose, Text, Version, Words};

/// # Dashboard
///
/// The data of a dashboard in which every number carries its source. Editors know its form; "cargo curate check" also
/// holds ids, units and computed figures against one another, and each figure against its quote.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = super::unit::counted)]
pub(super) struct File {
    /// # Schema
    ///
    /// Lets editors complete and explain while you type. Leave it as it is.
    #[schemars(rename = "$schema", example = &"dashboard.schema.json")]
    schema: Option<Words>,
    /// # Version of the form
    ///
    /// The version of the form in which this file is written. Leave it as it is.
    #[schemars(example = 1)]
    schema_version: Version,
    /// # Id
    ///
    /// The dashboard's name in citations and file names: small letters, digits and hyphens, at most 100.
    #[schemars(example = &"cambodia-scam-compounds")]
    id: Id,
    /// # Title
    ///
    /// The heading of the page.
    #[schemars(example = json!({ "en": "Cambodia’s scam compounds, figure by figure" }))]
    title: Text,
    /// # Summary
    ///
    /// What it is about, in a few sentences. {figure-id} prints a figure with its articles; no number is typed in.
    #[schemars(example = json!({ "en": "In January 2026 {left} were said to have left compounds in Cambodia." }))]
    summary: Prose,
    /// # Day of the last change
    ///
    /// Year, month and day. Change it whenever you change the figures.
    #[schemars(example = &"2026-01-21")]
    updated: Day,
    /// # Licence
    ///
    /// The licence of the data, by its SPDX identifier.
    #[schemars(example = &"CC-BY-4.0")]
    license: Words,
    /// # Contact
    ///
    /// Where readers report errors: a mail address, or the address of a form on the web, in which {figure} stands for the id of
    /// the figure that a report is about.
    #[schemars(example = &"data@example.org", example = &"https://example.org/report?figure={figure}")]
    contact: Option<Contact>,
    /// # Articles
    ///
    /// The articles that the figures come from, as CSL-JSON items. Each is cited by a figure or an event.
    #[schemars(length(min = 1), example = json!([{ "id": "guardian", "type": "article-newspaper", "container-title": "The Guardian" }]))]
    sources: Vec<Source>,
    /// # Speakers
    ///
    /// Who stands behind figures, each named once, for charts that gather figures by their speaker.
    #[schemars(example = json!([{ "id": "commission", "name": { "en": "Cambodia’s Anti-Scam Commission" }, "party": true }]))]
    speakers: Option<Vec<Speaker>>,
    /// # Figures
    ///
    /// The numbers. Each current one is named in a section or a chart.
    #[schemars(length(min = 1), example = json!([{
        "id": "arrests",
        "label": { "en": "whom Cambodia’s Anti-Scam Commission says it has arrested" },
        "value": { "about": 5000 },
        "unit": "people",
        "citations": [{ "source": "jurist", "quote": "arrested around 5,000 people since its establishment" }]
    }]))]
    figures: Vec<Figure>,
    /// # Units
    ///
    /// Units of your own, each declared once. The common ones need none: see "unit" of a figure.
    #[schemars(example = json!([{ "id": "barrels", "kind": "measured", "one": { "en": "barrel" }, "many": { "en": "barrels" } }]))]
    units: Option<Vec<Unit>>,
    /// # Events
    ///
    /// What happened when.
    #[schemars(example = json!([{
        "id": "commission",
        "date": "2025-07-04",
        "label": { "en": "Prime Minister Hun Manet orders the creation of the Anti-Scam Commission" },
        "citations": [{ "source": "jurist", "quote": "On July 4, 2025, Cambodian Prime Minister Hun Manet ordered" }]
    }]))]
    events: Option<Vec<Event>>,
    /// # Charts
    ///
    /// What is drawn. Each chart is named in one section.
    #[schemars(length(min = 1), example = json!([{
        "id": "people",
        "kind": "bars",
        "title": { "en": "People arrested" },
        "finding": { "en": "The commission claims {arrests}." },
        "figures": ["arrests"]
    }]))]
    charts: Vec<Chart>,
    /// # Sections
    ///
    /// The order of the page. The first section leads it.
    #[schemars(length(min = 1), example = json!([{ "id": "people", "title": { "en": "The people" }, "figures": ["arrests"], "charts": ["people"] }]))]
    sections: Vec<Section>,
    /// # Corrections
    ///
    /// What was published wrong, shown to every reader.
    #[schemars(example = json!([{
        "date": "2026-02-03",
        "figure": "arrests",
        "was": { "about": 4000 },
        "reason": { "en": "A digit was mistyped." }
    }]))]
    corrections: Option<Vec<Correction>>,
    /// # Left out
    ///
    /// Only in a published copy, where the program writes it: what was left out of the articles in it, such as notes and
    /// tags that somebody keeps for themselves. Your own file has no such key.
    #[schemars(example = ["abstract", "note"])]
    left_out: Option<Vec<Words>>,
}
