//! The places of a wild edition, and a map of them all: anywhere on the earth, at one point, on both sides of the date line.

use serde_json::{Value, json};

use super::chance::Chance;
use super::letters::name;
use super::{chart, citation, ids};

/// Outlines: a square, an island at the date line, a speck, a land from pole to pole, and one of two rings.
const OUTLINES: [&str; 5] = [
    "o}@o|R?g^_X??f^",
    "~bBgqa@RwQbQ?g@nP rcB~cb@SoKvQR?zJ",
    "cpGwQ?SSH",
    "oqPntLnqPo}@nqPn}@oqPn}@",
    "f^_mVgEg^f^nK f^okXgEgEnKbB",
];

/// Some places; figures and events name some of them.
pub(super) fn places(chance: &mut Chance, sources: usize, figures: &mut [Value], events: &mut [Value]) -> Vec<Value> {
    let count = chance.among(&[0, 1, 2, 4, 9, 30]);
    let near = chance.once_in(2);
    let place = |place: usize| {
        let precision = chance.among(&["city", "province", "country"]);
        let source = chance.below(sources);
        let mut found = json!({
            "id": format!("p-{place}"),
            "name": { "en": name(chance) },
            "precision": precision,
            "citations": [citation(chance, source)],
        });
        if precision == "country" && !chance.once_in(4) {
            found["outline"] = json!(chance.among(&OUTLINES));
        } else {
            let mut at = |most: usize| {
                if near { chance.below(30) as f64 / 10.0 } else { chance.below(2 * most) as f64 - most as f64 }
            };
            (found["lat"], found["lon"]) = (json!(at(90)), json!(at(180)));
        }
        found
    };
    let places: Vec<Value> = (0..count).map(place).collect();
    for item in figures.iter_mut().chain(events) {
        if count > 0 && chance.once_in(2) {
            item["place"] = json!(format!("p-{}", chance.below(count)));
        } else if count > 1 && chance.once_in(3) {
            item["place"] = json!(["p-0", "p-1"]);
        }
    }
    places
}

/// A map of all places, with all figures and events that name them.
pub(super) fn map(
    chance: &mut Chance,
    place: usize,
    places: &[Value],
    figures: &[Value],
    events: &[Value],
) -> Option<Value> {
    let named = |items: &[Value]| -> Vec<Value> {
        items.iter().filter(|item| item.get("place").is_some()).map(|item| item["id"].clone()).collect()
    };
    let mut map = (!places.is_empty()).then(|| chart(chance, place, "map", figures))?;
    map["places"] = json!(ids(places));
    for (key, items) in [("figures", named(figures)), ("events", named(events))] {
        if !items.is_empty() {
            map[key] = json!(items);
        }
    }
    Some(map)
}
