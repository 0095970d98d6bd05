//! Places: their names in tables, and as schema.org describes them.

use model::{Location, Precision};
use serde_json::{Value, json};

use crate::exports::Exports;

impl Exports<'_> {
    /// The places of these ids in a cell: `Poipet (city); Bavet (city)`. `None` without places.
    pub(crate) fn located(&self, ids: &[String]) -> Option<String> {
        let places = ids.iter().filter_map(|id| self.dashboard.place(id));
        let named: Vec<String> =
            places.map(|place| format!("{} ({})", self.text(&place.name), self.precision(place))).collect();
        (!named.is_empty()).then(|| named.join("; "))
    }

    /// All places as a `spatialCoverage`; `None` without places. Only cities and provinces have coordinates, those of their
    /// middle to a tenth of a degree.
    pub(crate) fn coverage(&self) -> Option<Value> {
        let places: Vec<Value> = self.dashboard.places.iter().map(|place| self.covered(place)).collect();
        (!places.is_empty()).then_some(Value::Array(places))
    }

    fn covered(&self, place: &Location) -> Value {
        let kind = match place.precision {
            Precision::City => "City",
            Precision::Province => "AdministrativeArea",
            Precision::Country => "Country",
        };
        let mut covered = json!({ "@type": kind, "name": self.text(&place.name) });
        let Some(object) = covered.as_object_mut() else { return covered };
        let code = place.country.as_deref();
        if place.precision == Precision::Country {
            object.extend(code.map(|code| ("identifier".to_owned(), code.into())));
        } else {
            object.extend(code.map(|code| {
                let country = json!({ "@type": "Country", "identifier": code });
                ("containedInPlace".to_owned(), country)
            }));
            object.extend(place.at.map(|(lon, lat)| {
                let geo = json!({ "@type": "GeoCoordinates", "latitude": tenths(lat), "longitude": tenths(lon) });
                ("geo".to_owned(), geo)
            }));
        }
        covered
    }
}

/// Hundredths of a degree, which are whole tenths, as degrees.
fn tenths(hundredths: i16) -> f64 {
    f64::from(hundredths / 10) / 10.0
}
