//! A map: discs in place of pins, letters that lead from the land to the list, and words for all that is not located.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use chart::{Frame, Role, Scene, Shape, Subject, legend, scene};
use model::{Dashboard, Footnotes};
use statement::{Account, Language};

/// The scene of a chart of the file that was made for maps, and the words of its key.
fn drawn(chart: &str, frame: Frame) -> (Scene, Vec<String>) {
    let dashboard = Dashboard::parse(include_str!("kinds/map.json")).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let chart = dashboard.chart(chart).unwrap();
    let key = legend(&account, chart).into_iter().map(|sample| sample.words).collect();
    (scene(&account, chart, frame), key)
}

/// The shapes of all marks of a place.
fn shapes<'s>(scene: &'s Scene, place: &str) -> Vec<&'s Shape> {
    let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Place(place.to_owned()));
    own.flat_map(|mark| &mark.shapes).collect()
}

fn words(scene: &Scene) -> Vec<&str> {
    let shapes = scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
    shapes.filter_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.as_str()) } else { None }).collect()
}

/// The radius of the disc of a place.
fn radius(scene: &Scene, place: &str) -> Option<i32> {
    shapes(scene, place).into_iter().find_map(|shape| match shape {
        Shape::Circle { radius, .. } => Some(*radius),
        _ => None,
    })
}

#[test]
fn a_province_has_a_larger_disc_than_a_city_and_a_country_has_its_land() {
    for frame in Frame::PAGE {
        let (scene, _) = drawn("locator", frame);
        assert!(radius(&scene, "uplands") > radius(&scene, "harbour"), "{}", frame.name());
        let land = shapes(&scene, "marland");
        assert!(land.iter().any(|shape| matches!(shape, Shape::Polygon { role: Role::Land, .. })));
    }
}

#[test]
fn each_place_has_its_letter_on_the_map_and_in_the_list() {
    for frame in Frame::PAGE {
        let (scene, _) = drawn("locator", frame);
        for letter in ["A", "B", "C", "D", "E"] {
            assert_eq!(words(&scene).iter().filter(|word| **word == letter).count(), 2, "{letter} {}", frame.name());
        }
    }
}

#[test]
fn a_figure_of_two_places_is_listed_once_under_both_names() {
    let (scene, _) = drawn("locator", Frame::Wide);
    let marks = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure("boats".into()));
    assert_eq!(marks.count(), 1);
    assert!(words(&scene).join(" ").contains("B C Old Harbour and Ferry Cross, together"), "{:?}", words(&scene));
}

#[test]
fn figures_and_events_that_name_no_place_are_counted() {
    let (scene, _) = drawn("locator", Frame::Wide);
    let counted = "Of 7 reported figures, 1 names no place and 3 name only a country. Of 2 events, 1 names no place.";
    assert!(words(&scene).join(" ").contains(counted) && scene.description.contains(counted), "{:?}", words(&scene));
}

#[test]
fn the_source_of_the_outlines_is_named_where_there_are_some() {
    let names = |chart| words(&drawn(chart, Frame::Wide).0).join(" ").contains("Natural Earth");
    assert_eq!((names("locator"), names("bare")), (true, false));
}

#[test]
fn a_land_that_is_too_small_to_be_seen_is_enlarged_and_named_as_such() {
    let (scene, _) = drawn("world", Frame::Narrow);
    assert!(radius(&scene, "speck").is_some());
    assert!(words(&scene).join(" ").contains("drawn larger than to scale: Speck"), "{:?}", words(&scene));
}

#[test]
fn what_is_on_both_sides_of_the_date_line_is_drawn_together() {
    let (scene, _) = drawn("world", Frame::Wide);
    let left = |place: &str| {
        let sides = shapes(&scene, place).into_iter().filter_map(|shape| match shape {
            Shape::Polygon { points, .. } => points.iter().map(|point| point.0).min(),
            _ => None,
        });
        sides.min().unwrap()
    };
    assert!(left("eastland") < left("northland"), "Eastland is across the Pacific, to the west");
}

#[test]
fn the_key_has_the_forms_that_occur() {
    assert_eq!(drawn("bare", Frame::Wide).1, ["somewhere in this city"]);
    let (_, key) = drawn("locator", Frame::Wide);
    assert!(
        key.contains(&"somewhere in this province".to_owned())
            && key.contains(&"a country that the articles name".to_owned())
    );
}
