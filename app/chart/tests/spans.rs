//! An axis of time shows each date at its place: it is broken where much time passes, each scale is named, and a total
//! frays where its ends are not known.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use chart::{Frame, Role, Scene, Shape, Subject, legend, scene};
use model::{Dashboard, Footnotes};
use statement::{Account, Language};

/// The wide scene of a chart of events on these dates and of figures that hold for these times, and the words of its key.
fn drawn(dates: &[&str], times: &[&str]) -> (Scene, Vec<String>) {
    let events = dates.iter().enumerate().map(|(place, date)| {
        format!(r#"{{"id":"e{place}","date":"{date}","label":{{"en":"Event {place}"}},"citations":[{{"source":"s","quote":"q"}}]}}"#)
    });
    let figure = |(place, time): (usize, &&str)| {
        format!(
            r#"{{"id":"f{place}","label":{{"en":"raids"}},"value":{{"exactly":118}},"unit":"raids"{time},"citations":[{{"source":"s","quote":"q"}}]}}"#
        )
    };
    let other = figure((99, &""));
    let figures = times.iter().enumerate().map(figure).chain([other]);
    let named = (0..times.len()).map(|place| format!(r#""f{place}""#)).collect::<Vec<_>>().join(",");
    let named = if times.is_empty() { String::new() } else { format!(r#","figures":[{named}]"#) };
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],"figures":[{}],"events":[{}],
        "charts":[{{"id":"c","kind":"spans","title":{{"en":"C"}},"finding":{{"en":"F"}}{named}}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"figures":["f99"],"charts":["c"]}}]}}"#,
        figures.collect::<Vec<_>>().join(","),
        events.collect::<Vec<_>>().join(","),
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let chart = &dashboard.charts[0];
    let words = legend(&account, chart).into_iter().map(|sample| sample.words).collect();
    (scene(&account, chart, Frame::Wide), words)
}

/// The small print behind the marks: ticks, scales, what is left out.
fn print(scene: &Scene) -> Vec<&str> {
    let text = |shape: &'_ Shape| matches!(shape, Shape::Text { .. });
    let ground = scene.ground.iter().filter(|shape| text(shape));
    ground.filter_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.as_str()) } else { None }).collect()
}

/// From where to where the bar of a figure reaches, and the solid part of it.
fn bar(scene: &Scene, id: &str) -> ((i32, i32), (i32, i32)) {
    let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure(id.to_owned()));
    let sides = own.flat_map(|mark| &mark.shapes).filter_map(|shape| match shape {
        Shape::Rectangle { from, to, role: role @ (Role::Solid | Role::Soft), .. } => Some((from.0, to.0, *role)),
        _ => None,
    });
    let sides: Vec<(i32, i32, Role)> = sides.collect();
    let around = |such: &dyn Fn(Role) -> bool| {
        let such = sides.iter().filter(|(_, _, role)| such(*role));
        such.fold((i32::MAX, i32::MIN), |(from, to), (left, right, _)| (from.min(*left), to.max(*right)))
    };
    (around(&|_| true), around(&|role| role == Role::Solid))
}

#[test]
fn days_at_the_end_of_some_months_have_a_scale_of_days_and_the_change_is_said() {
    let dates = ["2025-06-03", "2025-07-04", "2025-10-14", "2026-01-07", "2026-01-09", "2026-01-14", "2026-01-16"];
    let (scene, _) = drawn(&dates, &[]);
    let print = print(&scene);
    assert!(print.contains(&"month by month") && print.contains(&"day by day"), "{print:?}");
}

#[test]
fn a_gap_that_is_much_longer_than_the_others_is_left_out_and_its_length_is_said() {
    let (scene, _) = drawn(&["1950", "1951", "1952", "2010", "2011", "2012"], &[]);
    let print = print(&scene);
    assert!(print.contains(&"57 years"), "{print:?}");
}

#[test]
fn events_long_before_the_others_are_listed_above_the_axis() {
    let (scene, _) = drawn(&["2008", "2025-06-03", "2025-07-04", "2025-10-14", "2025-11-02"], &[]);
    assert!(print(&scene).contains(&"Before June 2025:"), "{:?}", print(&scene));
}

#[test]
fn an_even_row_of_dates_is_not_broken() {
    let (scene, _) = drawn(&["2025-01-05", "2025-03-02", "2025-05-09", "2025-07-04", "2025-09-01"], &[]);
    assert!(!print(&scene).contains(&"month by month"), "{:?}", print(&scene));
}

#[test]
fn a_total_is_solid_between_the_days_that_are_sure_and_frays_over_those_that_are_not() {
    let dates = ["2025-01-05", "2025-12-20"];
    let sure = r#","since":"2025-03-01","as_of":"2025-09-30""#;
    let loose = r#","since":"2025-03","as_of":"2025-09""#;
    let open = r#","as_of":"2025-09-30""#;
    let (scene, words) = drawn(&dates, &[sure, loose, open]);
    let (all, solid) = bar(&scene, "f0");
    assert_eq!(all, solid, "nothing of it is in doubt");
    let (frayed, core) = bar(&scene, "f1");
    // The last sliver begins and ends a little within the month that it is of.
    assert!(core.0 > solid.0 && core.1 < solid.1, "{core:?} within {solid:?}");
    assert!(frayed.0 >= solid.0 && frayed.1 <= solid.1 && frayed.0 < core.0 && frayed.1 > core.1);
    let (unknown, end) = bar(&scene, "f2");
    assert!(unknown.0 < end.0 && unknown.0 < solid.0 && end.1 == solid.1, "{unknown:?} {end:?}");
    for word in ["a total over this time", "began at an unknown time", "frayed: end not known to the day"] {
        assert!(words.iter().any(|said| said == word), "{word} is not in {words:?}");
    }
    let (_, words) = drawn(&dates, &[sure]);
    assert!(!words.iter().any(|word| word.starts_with("frayed") || word.starts_with("began")), "{words:?}");
}
