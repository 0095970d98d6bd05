//! Places: what a file may say of them, and what becomes of them.

mod support;

use model::{Dashboard, Footnotes, Precision};
use serde_json::{Value as Json, json};
use support::{accepted, dataset, refused, reported, text};

/// A town in a country, with a figure in each, and a map of both.
fn located() -> Json {
    let mut raids = reported("raids", json!({ "exactly": 3 }), "raids");
    raids["place"] = json!("town");
    let mut arrests = reported("arrests", json!({ "about": 50 }), "people");
    arrests["place"] = json!(["land"]);
    let mut dataset = dataset(&[raids, arrests]);
    dataset["places"] = json!([
        { "id": "town", "name": text("The town"), "precision": "city", "lat": 13.655, "lon": -102.61 },
        { "id": "land", "name": text("The land"), "precision": "country", "outline": "o}@o|R?g^_X??f^" },
    ]);
    dataset["charts"] = json!([{
        "id": "where", "kind": "map", "title": text("W"), "finding": text("F."), "places": ["town", "land"], "figures": ["raids"],
    }]);
    dataset["sections"][0]["charts"] = json!(["where"]);
    dataset
}

#[test]
fn a_figure_names_a_place_or_several() {
    let dashboard = accepted(&located());
    let places = |id: &str| dashboard.figure(id).map(|figure| figure.places.clone());
    assert_eq!((places("raids"), places("arrests")), (Some(vec!["town".into()]), Some(vec!["land".into()])));
}

#[test]
fn coordinates_are_kept_to_a_tenth_of_a_degree() {
    let dashboard = accepted(&located());
    let town = dashboard.place("town").map(|town| (town.at, town.precision));
    assert_eq!(town, Some((Some((-10_260, 1370)), Precision::City)));
}

#[test]
fn an_outline_is_read_into_its_points() {
    let dashboard = accepted(&located());
    let ring = vec![(10_200, 1000), (10_700, 1000), (10_700, 1400), (10_200, 1400)];
    assert_eq!(dashboard.place("land").map(|land| land.outline.clone()), Some(vec![ring]));
}

#[test]
fn a_map_draws_the_events_that_it_names_and_no_others() {
    let mut dataset = located();
    let events = |dataset: &Json| accepted(dataset).charts.first().map(|chart| chart.events.clone());
    assert_eq!(events(&dataset), Some(vec![]));
    dataset["events"][0]["place"] = json!("land");
    dataset["charts"][0]["events"] = json!(["raid"]);
    assert_eq!(events(&dataset), Some(vec!["raid".into()]));
}

/// The located file with a further place, which only the map names, and the passage of another article.
fn with_a_passage() -> Json {
    let mut dataset = located();
    let later = json!({ "id": "later", "type": "article", "issued": { "date-parts": [[2026, 3, 1]] } });
    dataset["sources"][0]["issued"] = json!({ "date-parts": [[2026, 1, 1]] });
    dataset["sources"].as_array_mut().into_iter().for_each(|sources| sources.push(later.clone()));
    let port = json!({
        "id": "port", "name": text("The port"), "precision": "province", "lat": 10, "lon": 103,
        "citations": [{ "source": "later", "quote": "in the port" }],
    });
    dataset["places"].as_array_mut().into_iter().for_each(|places| places.push(port.clone()));
    dataset["charts"][0]["places"] = json!(["town", "port"]);
    dataset
}

#[test]
fn the_passages_of_a_place_are_in_the_notes_and_lead_back_to_the_map() {
    let dashboard = accepted(&with_a_passage());
    let footnotes = Footnotes::of(&dashboard);
    let markers: Vec<String> = footnotes.markers("port").into_iter().map(|marker| marker.anchor).collect();
    assert_eq!(markers.len(), 1);
    let passage = footnotes.passage(&markers[0]);
    assert_eq!(passage.map(|(source, item)| (source.id.as_str(), item)), Some(("later", "port")));
    let of_town: Vec<String> = footnotes.markers("town").into_iter().map(|marker| marker.anchor).collect();
    assert_eq!(of_town, ["note-paper_raids"], "without a passage of its own, it has those of the figures that name it");
}

#[test]
fn a_place_steps_out_with_the_articles_that_name_it() {
    let dashboard: Dashboard = accepted(&with_a_passage());
    let known = dashboard.as_of(model::Day::on(model::Date::parse("2026-02-01").map_or(0, |date| date.first())));
    let places: Vec<&str> = known.places.iter().map(|place| place.id.as_str()).collect();
    assert_eq!(places, ["town", "land"]);
    assert_eq!(known.charts.first().map(|chart| chart.places.clone()), Some(vec!["town".into()]));
}

#[test]
fn a_place_that_nothing_cited_names_needs_a_passage() {
    let mut dataset = located();
    dataset["figures"][0]["place"] = json!(null);
    dataset["figures"].as_array_mut().into_iter().flatten().for_each(|figure| {
        figure.as_object_mut().map(|figure| figure.remove("place"));
    });
    dataset["charts"][0]["figures"] = json!(["raids"]);
    let said = refused(&dataset);
    assert!(said.contains("quote the words that name this place"), "{said}");
}
