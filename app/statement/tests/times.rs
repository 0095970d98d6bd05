//! The time that a figure applies to is worded with its beginning, if it has one.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use statement::{Account, Language, Topic};

/// The words of a figure that holds for this time, in a table and as a fact.
fn told(time: &str) -> (Option<String>, Option<String>) {
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],
        "figures":[{{"id":"f","label":{{"en":"L"}},"value":{{"exactly":118}},"unit":"raids"{time},"citations":[{{"source":"s","quote":"q"}}]}}],
        "charts":[{{"id":"c","kind":"bars","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["f"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let figure = &dashboard.figures[0];
    let fact = account.facts(figure).into_iter().find(|fact| fact.topic == Topic::AsOf).map(|fact| fact.words);
    (account.time(figure), fact)
}

#[test]
fn the_time_of_a_total_has_its_beginning_and_its_end() {
    for (time, words, fact) in [
        (r#","as_of":"2026-01""#, "January 2026", "As of January 2026"),
        (
            r#","since":"2025-07-04~","as_of":"2026-01""#,
            "from about 4 July 2025 to January 2026",
            "From about 4 July 2025 to January 2026",
        ),
        (
            r#","since":"2025","as_of":"2025-06/2026-01?""#,
            "from 2025 to January 2026 (uncertain)",
            "From 2025 to January 2026 (uncertain)",
        ),
        (r#","since":"2025-10""#, "since October 2025", "Since October 2025"),
    ] {
        assert_eq!(told(time), (Some(words.to_owned()), Some(fact.to_owned())), "{time}");
    }
    assert_eq!(told(""), (None, None));
}
