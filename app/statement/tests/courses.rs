//! The course of a measure in words: from the first to the last reading that a line joins.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use statement::{Account, Language};

/// The courses of a chart over two readings with these values.
fn courses(values: [&str; 2]) -> Vec<String> {
    let figure = |id: &str, value: &str, day: &str| {
        format!(
            r#"{{"id":"{id}","label":{{"en":"who came"}},"value":{value},"unit":"people","as_of":"{day}","measure":"m","said_by":{{"en":"the embassy"}},"citations":[{{"source":"a","quote":"so it says"}}]}}"#
        )
    };
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-06-01","license":"CC-BY-4.0","sources":[{{"id":"a","type":"webpage"}}],
        "measures":[{{"id":"m","label":{{"en":"M"}}}}],"figures":[{},{}],
        "charts":[{{"id":"c","kind":"series","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["m"]}}],"sections":[{{"id":"s","title":{{"en":"S"}},"charts":["c"]}}]}}"#,
        figure("one", values[0], "2026-01-20"),
        figure("two", values[1], "2026-02-22"),
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    account.courses(&dashboard.charts[0])
}

#[test]
fn it_rose_or_fell_only_if_the_values_do_not_overlap() {
    let verb = |values| courses(values)[0].split(' ').nth(1).unwrap().to_owned();
    assert_eq!(verb([r#"{"exactly":1440}"#, r#"{"exactly":4725}"#]), "rose");
    assert_eq!(verb([r#"{"exactly":9}"#, r#"{"at_most":5}"#]), "fell");
    assert_eq!(verb([r#"{"more_than":200}"#, r#"{"exactly":200}"#]), "went");
    assert_eq!(verb([r#"{"between":[10,20]}"#, r#"{"at_least":15}"#]), "went");
}

#[test]
fn it_has_both_values_with_their_qualifiers_both_dates_and_the_speaker() {
    assert_eq!(
        courses([r#"{"about":1440}"#, r#"{"at_least":4725}"#]),
        [
            "It rose from about 1,440 people (20 January 2026) to at least 4,725 people (22 February 2026), according to the embassy."
        ]
    );
}
