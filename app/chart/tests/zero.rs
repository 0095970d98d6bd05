//! What lies below zero is drawn to the other side of it, and what is counted has whole ticks.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use chart::{Align, Frame, Role, Scene, Shape, scene};
use model::{Dashboard, Footnotes};
use proptest::prelude::*;
use statement::{Account, Language};

/// The scenes of a chart of these values in a unit.
fn scenes(kind: &str, unit: &str, values: &[String]) -> [Scene; 2] {
    let figure = |(index, value): (usize, &String)| {
        format!(
            r#"{{"id":"f{index}","label":{{"en":"L"}},"value":{value},"unit":"{unit}","citations":[{{"source":"s","quote":"q"}}]}}"#
        )
    };
    let figures: Vec<String> = values.iter().enumerate().map(figure).collect();
    let ids: Vec<String> = (0..values.len()).map(|index| format!(r#""f{index}""#)).collect();
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],"figures":[{}],
        "charts":[{{"id":"c","kind":"{kind}","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":[{}]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#,
        figures.join(","),
        ids.join(",")
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    Frame::PAGE.map(|frame| scene(&account, &dashboard.charts[0], frame))
}

/// The place of the zero line.
fn zero(scene: &Scene) -> i32 {
    let base = scene.ground.iter().find_map(|shape| match shape {
        Shape::Line { points, role: Role::Base } => Some(points[0].0),
        _ => None,
    });
    base.unwrap()
}

/// From where to where the shapes of a mark reach.
fn reach(scene: &Scene, mark: usize) -> (i32, i32) {
    let forms = scene.marks[mark].shapes.iter().filter(|shape| shape.role() != Role::Glyph);
    let xs = forms.flat_map(|shape| match shape {
        Shape::Rectangle { from, to, .. } => vec![from.0, to.0],
        Shape::Circle { centre, radius, .. } => vec![centre.0 - radius, centre.0 + radius],
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.iter().map(|point| point.0).collect(),
        Shape::Text { .. } => Vec::new(),
    });
    let xs: Vec<i32> = xs.collect();
    // Of nothing, nothing is drawn.
    (xs.iter().min().copied().unwrap_or_else(|| zero(scene)), xs.iter().max().copied().unwrap_or_else(|| zero(scene)))
}

#[test]
fn a_bar_below_zero_ends_left_of_zero_and_one_above_it_right() {
    for scene in scenes("bars", "percent", &[r#"{"exactly":-5}"#.into(), r#"{"exactly":4}"#.into()]) {
        let zero = zero(&scene);
        let (below, above) = (reach(&scene, 0), reach(&scene, 1));
        assert_eq!((below.1, above.0), (zero, zero));
        let steps = ((zero - below.0) * 4 / 5 - (above.1 - zero)).abs();
        assert!(steps <= 1, "equal steps are not equally long on both sides: {steps}");
    }
}

#[test]
fn a_chart_of_falls_alone_has_its_zero_at_the_right() {
    for scene in scenes("bars", "°C", &[r#"{"about":-12}"#.into(), r#"{"at_most":-3.5}"#.into()]) {
        let zero = zero(&scene);
        assert!(zero > scene.frame.width() / 2 && reach(&scene, 0).1 <= zero && reach(&scene, 1).0 < zero);
    }
}

#[test]
fn what_is_counted_has_no_half_ticks() {
    for count in 1..=4 {
        for scene in scenes("bars", "deaths", &[format!(r#"{{"exactly":{count}}}"#)]) {
            let texts = scene.ground.iter().filter_map(|shape| match shape {
                // The counted noun is beside the numbers.
                Shape::Text { text, align: Align::Middle, .. } => Some(text.as_str()),
                _ => None,
            });
            let texts: Vec<&str> = texts.collect();
            assert!(texts.len() > 1 && texts.iter().all(|text| text.parse::<u32>().is_ok()), "{texts:?}");
        }
    }
}

fn value() -> impl Strategy<Value = String> {
    (-1000..1000_i32, 1..500_i32, 0..7_u8).prop_map(|(number, more, form)| {
        let high = f64::from(number + more) / 10.0;
        let number = f64::from(number) / 10.0;
        match form {
            0 => format!(r#"{{"about":{number}}}"#),
            1 => format!(r#"{{"between":[{number},{high}]}}"#),
            2 if number < 0.0 => format!(r#"{{"at_most":{number}}}"#),
            3 if number < 0.0 => format!(r#"{{"less_than":{number}}}"#),
            2 => format!(r#"{{"at_least":{number}}}"#),
            3 => format!(r#"{{"more_than":{number}}}"#),
            _ => format!(r#"{{"exactly":{number}}}"#),
        }
    })
}

proptest! {
    #[test]
    fn nothing_leaves_its_picture_on_either_side_of_zero(
        values in prop::collection::vec(value(), 1..6), kind in prop::sample::select(vec!["bars", "range"])
    ) {
        for scene in scenes(kind, "percentage points", &values) {
            // The unit is beside the plot.
            let left = if scene.frame == Frame::Wide { 1100 } else { 0 };
            for (mark, value) in values.iter().enumerate() {
                let (from, to) = reach(&scene, mark);
                prop_assert!(from >= left && to <= scene.frame.width(), "{value}: {from} to {to} of {}", scene.frame.width());
            }
        }
    }
}
