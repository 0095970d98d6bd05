//! The schema of events, charts, sections and corrections.

#![expect(dead_code, reason = "declared to be described, never made")]

use std::borrow::Cow;

use model::{CHART_OPTIONS, Need, Traits};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::citation::Citation;
use super::condition::also;
use super::place::Places;
use super::value;
use super::words::{Date, Id, Positive, Prose, Text, Words};

/// # Event
///
/// Something that happened on a date that an article gives; cited like a figure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({
    "id": "commission",
    "date": "2025-07-04",
    "label": { "en": "Prime Minister Hun Manet orders the creation of the Anti-Scam Commission" },
    "citations": [{ "source": "jurist", "quote": "On July 4, 2025, Cambodian Prime Minister Hun Manet ordered" }]
}))]
pub(super) struct Event {
    /// # Id
    ///
    /// Its name in this file and in addresses: small letters, digits and hyphens, at most 100. No other event and no figure has it.
    #[schemars(example = &"commission")]
    id: Id,
    /// # Date
    ///
    /// As precise as the article: 2008, 2025-06, 2026-01-07; 2026-01~ for about, 2026-01-16? for uncertain, 2021/.. from
    /// one on.
    #[schemars(example = &"2025-07-04")]
    date: Date,
    /// # Label
    ///
    /// What happened, in one sentence without a full stop.
    #[schemars(example = json!({ "en": "Prime Minister Hun Manet orders the creation of the Anti-Scam Commission" }))]
    label: Text,
    /// # Place
    ///
    /// The id of the place in "places" where it happened, as the article says it, or a list of ids.
    #[schemars(example = &"sihanoukville")]
    place: Option<Places>,
    /// # Note
    ///
    /// What a reader has to know besides. {figure-id} prints a figure with its articles.
    #[schemars(example = json!({ "en": "Only JURIST gives the day." }))]
    note: Option<Prose>,
    /// # Citations
    ///
    /// The articles that date it, at least one, each with the fragment that states the date.
    #[schemars(length(min = 1), example = json!([{ "source": "jurist", "quote": "On July 4, 2025, Cambodian Prime Minister Hun Manet ordered" }]))]
    citations: Vec<Citation>,
}

/// # Chart
///
/// A drawing of figures or events. Exactly one section names it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = conditions)]
#[schemars(example = json!({
    "id": "people",
    "kind": "bars",
    "title": { "en": "People: estimated, arrested, released" },
    "finding": { "en": "The UN’s estimate is far above the arrests that the commission claims." },
    "figures": ["un-estimate", "arrests", "indonesians"]
}))]
pub(super) struct Chart {
    /// # Id
    ///
    /// Its name in this file and in addresses: small letters, digits and hyphens, at most 100. No other chart has it.
    #[schemars(example = &"people")]
    id: Id,
    /// # Kind
    ///
    /// How it is drawn.
    #[schemars(example = &"bars")]
    kind: Kind,
    /// # Title
    ///
    /// What it shows: measure, place and time. It is printed above the chart.
    #[schemars(example = json!({ "en": "People: estimated, arrested, released" }))]
    title: Text,
    /// # Finding
    ///
    /// The one point that it makes, in a sentence of at most twelve words; of the only chart of a section, its heading. {figure-id} prints a figure with its articles; no number is typed in.
    #[schemars(example = json!({ "en": "The investigation visited {visited}." }))]
    finding: Prose,
    /// # Scale
    ///
    /// How lengths grow with numbers; only of bars and range. Left out, it is linear.
    #[schemars(example = &"log")]
    scale: Option<Scale>,
    /// # Dots
    ///
    /// Draws a share as dots: the number of each dot, so that the whole is at most 1000 dots.
    #[schemars(example = 1000)]
    dot: Option<Positive>,
    /// # Groups
    ///
    /// In place of "figures", where they fall into groups: each with its title and its figures.
    #[schemars(length(min = 1), example = json!([{ "title": { "en": "Got out" }, "figures": ["released", "left"] }]))]
    groups: Option<Vec<Group>>,
    /// # Compare
    ///
    /// The ids of the two of its figures that can be compared, the part and then its whole; only of a kind whose figures share
    /// no axis.
    #[schemars(length(min = 2, max = 2), extend("uniqueItems" = true), example = ["annual-return", "implied-gdp"])]
    compare: Option<Vec<Words>>,
    /// # Folded
    ///
    /// Whether the chart is folded away on the page until a reader opens it, below the chart before it. Left out, it is not.
    #[schemars(example = true)]
    folded: Option<bool>,
    /// # Figures
    ///
    /// The ids of the figures it draws, in order. A share has one figure in percent or as a fraction, or a part and then its whole.
    #[schemars(length(min = 1), extend("uniqueItems" = true), example = ["un-estimate", "arrests"])]
    figures: Option<Vec<Words>>,
    /// # Events
    ///
    /// The ids of the events it shows, of a kind that shows events. Left out, it shows all, or on a map none.
    #[schemars(length(min = 1), extend("uniqueItems" = true), example = ["commission", "extradition"])]
    events: Option<Vec<Words>>,
    /// # Places
    ///
    /// Only of a map: the ids of the places it draws, in order. Its figures and events name one of them in "place".
    #[schemars(length(min = 1), extend("uniqueItems" = true), example = ["cambodia", "sihanoukville"])]
    places: Option<Vec<Words>>,
}

/// Some figures of a chart that belong together.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({ "title": { "en": "Got out" }, "figures": ["released", "left"] }))]
struct Group {
    /// # Title
    ///
    /// What they have in common, in a few words.
    #[schemars(example = json!({ "en": "Got out" }))]
    title: Text,
    /// # Figures
    ///
    /// The ids of its figures, in order.
    #[schemars(length(min = 1), extend("uniqueItems" = true), example = ["released", "left"])]
    figures: Vec<Words>,
}

/// The kinds that the model knows, each with what it says of itself.
struct Kind;

impl JsonSchema for Kind {
    fn schema_name() -> Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let kinds = model::Kind::ALL.map(model::Kind::traits);
        let kinds = kinds.map(|kind| json!({ "const": kind.name, "description": kind.meaning, "type": "string" }));
        json_schema!({ "oneOf": kinds })
    }
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Scale {
    /// Twice the number, twice the length.
    Linear,
    /// Ten times the number, one step further.
    Log,
}

/// What kinds of charts demand, as the model says it of each.
fn conditions(schema: &mut Schema) {
    let named = |such: fn(&Traits) -> bool| -> Vec<&str> {
        model::Kind::ALL.into_iter().map(model::Kind::traits).filter(such).map(|kind| kind.name).collect()
    };
    let of =
        |kinds: &[&str]| json!({ "type": "object", "properties": { "kind": { "enum": kinds } }, "required": ["kind"] });
    let mut demand = |kinds: Vec<&str>, then: Value| {
        if !kinds.is_empty() {
            also(schema, json!({ "if": of(&kinds), "then": then }));
        }
    };
    demand(
        named(|kind| kind.figures == Need::Never),
        json!({ "type": "object", "properties": { "figures": false, "groups": false } }),
    );
    demand(
        named(|kind| kind.figures == Need::Required),
        json!({ "type": "object", "oneOf": [{ "required": ["figures"] }, { "required": ["groups"] }] }),
    );
    demand(named(|kind| kind.events == Need::Never), json!({ "type": "object", "properties": { "events": false } }));
    demand(named(|kind| kind.places == Need::Never), json!({ "type": "object", "properties": { "places": false } }));
    demand(named(|kind| kind.places == Need::Required), json!({ "type": "object", "required": ["places"] }));
    for key in CHART_OPTIONS {
        let kinds = model::Kind::ALL.into_iter().map(model::Kind::traits);
        let without = kinds.filter(|kind| !kind.options.contains(&key)).map(|kind| kind.name).collect();
        demand(without, json!({ "type": "object", "properties": { key: false } }));
    }
}

/// # Section
///
/// A part of the page: what it finds, its figures and its charts. The first section leads the page: its figures, three to
/// eight, are set as tiles with small drawings.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = not_empty)]
#[schemars(example = json!({ "id": "money", "title": { "en": "The money" }, "figures": ["annual-return"], "charts": ["gdp"] }))]
pub(super) struct Section {
    /// # Id
    ///
    /// Its name in addresses: small letters, digits and hyphens, at most 100. No other section has it.
    #[schemars(example = &"money")]
    id: Id,
    /// # Title
    ///
    /// What it is about, in a word or two: its name in the contents.
    #[schemars(example = json!({ "en": "Money" }))]
    title: Text,
    /// # Finding
    ///
    /// Its heading: what it shows, in a sentence of at most twelve words. Left out, it is the finding of its only chart, or else
    /// the title. {figure-id} prints a figure with its articles; {count:figures}, {count:reported}, {count:computed},
    /// {count:alone} (reported figures in one article alone) and {count:articles} print how many there are.
    #[schemars(example = json!({ "en": "{count:alone} of {count:reported} reported figures are in one article alone" }))]
    finding: Option<Prose>,
    /// # Summary
    ///
    /// A sentence or two below the heading. {figure-id} prints a figure with its articles. Behind a statement without a figure
    /// {article:ID} cites an article as a whole, and {checked:ID,ID} the articles that were checked for what none of them says.
    #[schemars(example = json!({ "en": "No article has a full account." }))]
    summary: Option<Prose>,
    /// # Figures
    ///
    /// The ids of its figures, in order. At most one section names a figure.
    #[schemars(extend("uniqueItems" = true), example = ["annual-return", "proceeds"])]
    figures: Option<Vec<Words>>,
    /// # Charts
    ///
    /// The ids of its charts, in order. One section names each chart.
    #[schemars(extend("uniqueItems" = true), example = ["gdp", "money"])]
    charts: Option<Vec<Words>>,
}

/// A section has figures or charts.
fn not_empty(schema: &mut Schema) {
    let some = |key: &str| json!({ "type": "object", "properties": { key: { "type": "array", "minItems": 1 } }, "required": [key] });
    schema.insert("anyOf".into(), json!([some("figures"), some("charts")]));
}

/// # Correction
///
/// The public record of a figure that was published wrong.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(example = json!({
    "date": "2026-02-03",
    "figure": "arrests",
    "was": { "about": 4000 },
    "reason": { "en": "A digit was mistyped." }
}))]
pub(super) struct Correction {
    /// # Date
    ///
    /// The day of the correction.
    #[schemars(example = &"2026-02-03")]
    date: Date,
    /// # Figure
    ///
    /// The id of the corrected figure.
    #[schemars(example = &"arrests")]
    figure: Words,
    /// # Was
    ///
    /// The value that was published before.
    #[schemars(example = json!({ "about": 4000 }))]
    was: value::Value,
    /// # Reason
    ///
    /// Why it was changed, for every reader.
    #[schemars(example = json!({ "en": "A digit was mistyped." }))]
    reason: Text,
}
