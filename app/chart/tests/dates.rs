//! Dates that are about then, that are uncertain, and that are both, are drawn apart, and the key names each.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use chart::{Frame, Shape, legend, scene};
use model::{Dashboard, Footnotes};
use statement::{Account, Language};

/// The mark of an event of this date, without its words, and the words of the key.
fn drawn(date: &str) -> (Vec<Shape>, Vec<String>) {
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],
        "figures":[{{"id":"f","label":{{"en":"L"}},"value":{{"exactly":1}},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}}],
        "events":[{{"id":"e","date":"{date}","label":{{"en":"E"}},"citations":[{{"source":"s","quote":"q"}}]}}],
        "charts":[{{"id":"c","kind":"timeline","title":{{"en":"C"}},"finding":{{"en":"F"}}}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"figures":["f"],"charts":["c"]}}]}}"#
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let chart = &dashboard.charts[0];
    let shapes = scene(&account, chart, Frame::Wide).marks.remove(0).shapes.into_iter();
    let words = legend(&account, chart).into_iter().map(|sample| sample.words).collect();
    (shapes.filter(|shape| !matches!(shape, Shape::Text { .. })).collect(), words)
}

#[test]
fn the_first_mark_is_within_its_picture() {
    for date in ["1999", "1999~", "1999-05~", "1999-05-04%"] {
        for shape in drawn(date).0 {
            let top = match shape {
                Shape::Rectangle { from, to, .. } => from.1.min(to.1),
                Shape::Circle { centre, radius, .. } => centre.1 - radius,
                _ => 0,
            };
            assert!(top >= 0, "{date} begins at {top}");
        }
    }
}

#[test]
fn about_then_and_uncertain_are_drawn_apart_and_both_are_in_the_key() {
    for date in ["1999", "1999-05", "1999-05-04"] {
        let forms = ["", "~", "?", "%"].map(|mark| drawn(&format!("{date}{mark}")));
        for (at, one) in forms.iter().enumerate() {
            for other in forms.iter().skip(at + 1) {
                assert_ne!(one.0, other.0, "{date}");
            }
        }
        let says = |at: usize, words: &str| forms[at].1.iter().any(|said| said == words);
        let about: Vec<bool> = (0..4).map(|at| says(at, "about then")).collect();
        let uncertain: Vec<bool> = (0..4).map(|at| says(at, "uncertain")).collect();
        assert_eq!((about, uncertain), (vec![false, true, false, true], vec![false, false, true, true]), "{date}");
    }
}
