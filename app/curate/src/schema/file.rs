//! The schema of the whole file.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::JsonSchema;
use serde_json::json;

use super::figure::Figure;
use super::measure::Measure;
use super::page::{Chart, Correction, Event, Section};
use super::place::Place;
use super::publisher::Publisher;
use super::source::Source;
use super::speaker::Speaker;
use super::unit::Unit;
use super::words::{Contact, Day, Folder, Id, Prose, Text, Version, Words};

/// # Dashboard
///
/// The data of a dashboard in which every number has its source. Editors check its format; "cargo curate check" also
/// checks ids, units and computed figures, and each figure against its quotes.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = super::unit::counted)]
pub(super) struct File {
    /// # Schema
    ///
    /// With it, editors complete and explain keys while you type. Do not change it.
    #[schemars(rename = "$schema", example = &"dashboard.schema.json")]
    schema: Option<Words>,
    /// # Version of the format
    ///
    /// The version of the format of this file. Do not change it.
    #[schemars(example = 1)]
    schema_version: Version,
    /// # Id
    ///
    /// The dashboard's id in citations and file names: small letters, digits and hyphens, at most 100.
    #[schemars(example = &"cambodia-scam-compounds")]
    id: Id,
    /// # Title
    ///
    /// The heading of the page.
    #[schemars(example = json!({ "en": "Cambodia’s scam compounds, figure by figure" }))]
    title: Text,
    /// # Summary
    ///
    /// A few sentences about the topic. {figure-id} prints a figure with its articles; type no numbers.
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
    /// Where readers report errors: a mail address, or the address of a web form, in which {figure} is replaced by the id of
    /// the reported figure.
    #[schemars(example = &"data@example.org", example = &"https://example.org/report?figure={figure}")]
    contact: Option<Contact>,
    /// # Publisher
    ///
    /// The organisation that publishes the dashboard. Search engines, link previews and embeds name it; without this key they name none.
    #[schemars(example = json!({ "name": { "en": "Example Organisation" }, "url": "https://example.org/" }))]
    publisher: Option<Publisher>,
    /// # Address of the site
    ///
    /// The address of the folder in which the site is published. Embeds, link previews and citations begin with it.
    #[schemars(example = &"https://figures.example.org/")]
    url: Option<Folder>,
    /// # Articles
    ///
    /// The articles, as CSL-JSON items. A figure or an event must cite each.
    #[schemars(length(min = 1), example = json!([{ "id": "guardian", "type": "article-newspaper", "container-title": "The Guardian" }]))]
    sources: Vec<Source>,
    /// # Speakers
    ///
    /// The bodies and persons to whom figures are attributed, for charts that group figures by speaker.
    #[schemars(example = json!([{ "id": "commission", "name": { "en": "Cambodia’s Anti-Scam Commission" }, "party": true }]))]
    speakers: Option<Vec<Speaker>>,
    /// # Measures
    ///
    /// What several figures are readings of, by different speakers or for different times. Named in place of a figure, a
    /// measure means its pinned reading, else its newest current one; in a chart of the kind "series", all its readings.
    #[schemars(example = json!([{ "id": "arrests-claimed", "label": { "en": "Arrests claimed since June 2025" }, "expected": "monthly" }]))]
    measures: Option<Vec<Measure>>,
    /// # Places
    ///
    /// The cities, provinces and countries that articles name, for maps. A figure, event or chart must name each.
    #[schemars(example = json!([{ "id": "sihanoukville", "name": { "en": "Sihanoukville" }, "precision": "city", "lat": 10.6, "lon": 103.5 }]))]
    places: Option<Vec<Place>>,
    /// # Figures
    ///
    /// The numbers. A section or a chart must name each current one.
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
    /// Units of your own, each declared once. Common units need no declaration: see "unit" of a figure.
    #[schemars(example = json!([{ "id": "barrels", "kind": "measured", "one": { "en": "barrel" }, "many": { "en": "barrels" } }]))]
    units: Option<Vec<Unit>>,
    /// # Events
    ///
    /// What happened, and when.
    #[schemars(example = json!([{
        "id": "commission",
        "date": "2025-07-04",
        "label": { "en": "Prime Minister Hun Manet orders the creation of the Anti-Scam Commission" },
        "citations": [{ "source": "jurist", "quote": "On July 4, 2025, Cambodian Prime Minister Hun Manet ordered" }]
    }]))]
    events: Option<Vec<Event>>,
    /// # Charts
    ///
    /// The charts. One section must name each.
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
    /// The sections in the order of the page. The figures of the first one are the tiles at its head.
    #[schemars(length(min = 1), example = json!([{ "id": "people", "title": { "en": "The people" }, "figures": ["arrests"], "charts": ["people"] }]))]
    sections: Vec<Section>,
    /// # Corrections
    ///
    /// Published errors and their corrections, which the page shows.
    #[schemars(example = json!([{
        "date": "2026-02-03",
        "figure": "arrests",
        "was": { "about": 4000 },
        "reason": { "en": "A digit was mistyped." }
    }]))]
    corrections: Option<Vec<Correction>>,
    /// # Left out
    ///
    /// Only in a published copy, where the program writes it: the private keys of articles that were left out, such as notes
    /// and tags. Your own file does not have it.
    #[schemars(example = ["abstract", "note"])]
    left_out: Option<Vec<Words>>,
}
