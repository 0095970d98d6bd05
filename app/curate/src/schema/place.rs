//! The schema of a place.

#![expect(dead_code, reason = "declared to be described, never made")]

use schemars::{JsonSchema, Schema};
use serde_json::json;

use super::citation::Citation;
use super::condition::also;
use super::words::{Code, Id, Latitude, Longitude, Text, Words};

/// # Place
///
/// A city, a province or a country that articles name. Never an address or a building, since people may be held there.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = conditions)]
#[schemars(example = json!({
    "id": "sihanoukville",
    "name": { "en": "Sihanoukville" },
    "precision": "city",
    "lat": 10.6,
    "lon": 103.5,
    "country": "KHM",
    "citations": [{ "source": "guardian", "quote": "scam centre compound in Sihanoukville, Cambodia on 14 January" }]
}))]
pub(super) struct Place {
    /// # Id
    ///
    /// Its id in this file: small letters, digits and hyphens, at most 100, different from that of every other place, figure
    /// and event.
    #[schemars(example = &"sihanoukville")]
    id: Id,
    /// # Name
    ///
    /// Its name.
    #[schemars(example = json!({ "en": "Sihanoukville" }))]
    name: Text,
    /// # Precision
    ///
    /// How precisely the articles locate what they report.
    #[schemars(example = &"city")]
    precision: Precision,
    /// # Latitude
    ///
    /// The latitude of the middle of the city or province, in degrees, south of the equator below 0. One decimal is enough: maps
    /// round it to that.
    #[schemars(example = 10.6)]
    lat: Option<Latitude>,
    /// # Longitude
    ///
    /// The longitude of the middle of the city or province, in degrees, west of Greenwich below 0. One decimal is enough.
    #[schemars(example = 103.5)]
    lon: Option<Longitude>,
    /// # Country
    ///
    /// The ISO 3166-1 code, of three letters, of the country that it is or is in.
    #[schemars(example = &"KHM")]
    country: Option<Code>,
    /// # Outline
    ///
    /// The border of a country, as "cargo curate outline" writes it.
    #[schemars(example = &"o}@o|R?g^_X??f^")]
    outline: Option<Words>,
    /// # Citations
    ///
    /// The passages that name the place. Without them, a figure or event must name it in "place".
    #[schemars(length(min = 1), example = json!([{ "source": "guardian", "quote": "scam centre compound in Sihanoukville, Cambodia on 14 January" }]))]
    citations: Option<Vec<Citation>>,
}

/// How precisely articles locate something.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Precision {
    /// In a city or town.
    City,
    /// In a province.
    Province,
    /// In a country.
    Country,
}

/// The id of a place, or of several.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Places {
    /// The id of one place.
    One(Words),
    /// The ids of several.
    Several(#[schemars(length(min = 1), extend("uniqueItems" = true))] Vec<Words>),
}

/// A city or province has a point, a country an outline or a point.
fn conditions(schema: &mut Schema) {
    let of_country = json!({ "type": "object", "properties": { "precision": { "const": "country" } } });
    also(
        schema,
        json!({
            "if": of_country,
            "then": { "type": "object", "anyOf": [{ "required": ["outline"] }, { "required": ["lat", "lon"] }] },
            "else": { "type": "object", "required": ["lat", "lon"], "properties": { "outline": false } }
        }),
    );
}
