//! Warns of places that are located too exactly, and of maps without land.

use model::{Dashboard, Kind, Precision};

use crate::finding::Finding;
use crate::outline::Outline;

/// The decimals of a coordinate that locate a town; more locate a building.
const DECIMALS: usize = 2;

/// The warnings on places and maps.
pub(crate) fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for (place, location) in dashboard.places.iter().enumerate() {
        for key in ["lat", "lon"] {
            let path = format!("places[{place}].{key}");
            let written = outline.span(&path).and_then(|span| outline.text().get(span)).unwrap_or_default();
            if written.split_once('.').is_some_and(|(_, decimals)| decimals.len() > DECIMALS) {
                let message = format!(
                    "\"{key}\" of \"{}\" is as exact as a building, and this file is published: write one decimal, since people may be held there",
                    location.id
                );
                warnings.push(Finding::warning(&path, message, outline));
            }
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate().filter(|(_, chart)| chart.kind == Kind::Map) {
        let mut drawn = chart.places.iter().filter_map(|id| dashboard.place(id));
        if drawn.all(|location| location.precision != Precision::Country) {
            let message = format!(
                "the map \"{}\" draws no country, so its places are on empty paper: name their country in \"places\" too, with an outline",
                chart.id
            );
            warnings.push(Finding::warning(&format!("charts[{place}].places"), message, outline));
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warned(lat: &str, extra: &str, places: &str) -> Vec<String> {
        let text = format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-06-01","license":"CC-BY-4.0",
            "sources":[{{"id":"a","type":"webpage"}}],"places":[{{"id":"t","name":{{"en":"T"}},"precision":"city","lat":{lat},"lon":102.6}}{extra}],
            "figures":[{{"id":"f","label":{{"en":"L"}},"value":{{"exactly":5}},"unit":"people","place":"t","citations":[{{"source":"a","quote":"q"}}]}}],
            "charts":[{{"id":"c","kind":"map","title":{{"en":"C"}},"finding":{{"en":"F"}},"places":[{places}],"figures":["f"]}}],
            "sections":[{{"id":"s","title":{{"en":"S"}},"charts":["c"]}}]}}"#
        );
        let dashboard = Dashboard::parse(&text).unwrap_or_else(|problems| unreachable!("{problems}"));
        let found = warnings(&dashboard, &Outline::of(&text)).into_iter();
        found.map(|finding| format!("{}: {}", finding.problem.path, finding.problem.message)).collect()
    }

    #[test]
    fn a_point_that_is_as_exact_as_a_building_and_a_map_without_land_are_warned_of() {
        let found = warned("13.6571", "", r#""t""#);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("places[0].lat: ") && found[0].contains("people may be held there"), "{found:?}");
        assert!(found[1].starts_with("charts[0].places: ") && found[1].contains("empty paper"), "{found:?}");
    }

    #[test]
    fn a_town_in_its_country_is_not() {
        let land = r#",{"id":"k","name":{"en":"K"},"precision":"country","lat":12,"lon":105,"citations":[{"source":"a","quote":"q"}]}"#;
        assert_eq!(warned("13.66", land, r#""k","t""#), [""; 0]);
    }
}
