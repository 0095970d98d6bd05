//! The date of publication of an article, in all forms of CSL.

mod support;

use model::Issued;
use serde_json::{Value as Json, json};
use support::{accepted, minimal, refused};

/// The least dataset with this date on its article.
fn dated(issued: &Json) -> Json {
    let mut dataset = minimal();
    dataset["sources"][0]["issued"] = issued.clone();
    dataset
}

#[test]
fn a_date_is_read_as_far_as_it_is_known_from_strings_and_numbers() {
    for (issued, expected) in [
        (json!({ "date-parts": [[2026]] }), "2026"),
        (json!({ "date-parts": [["2026", "01"]] }), "2026-01"),
        (json!({ "date-parts": [["2026", " 1 ", 7]] }), "2026-01-07"),
        (json!({ "date-parts": [[2026, 1, null]] }), "2026-01"),
        (json!({ "date-parts": [[2026, 0, 0]] }), "2026"),
        (json!({ "date-parts": [["2026", "", ""]] }), "2026"),
        (json!({ "date-parts": [["2026", "1", 7]], "circa": true }), "2026-01-07~"),
        (json!({ "date-parts": [["2026"]], "circa": "1" }), "2026~"),
        (json!({ "date-parts": [["2026"]], "circa": 0 }), "2026"),
        (json!({ "date-parts": [["2026"]], "circa": "false" }), "2026"),
        (json!({ "date-parts": [["2026"]], "season": "circa" }), "2026~"),
        (json!({ "date-parts": [[2026, 1, 7], [2026, 1, 9]] }), "2026-01-07/2026-01-09"),
        (json!({ "date-parts": [[2026, 1], [2026, 1]] }), "2026-01"),
        (json!({ "date-parts": [[2021], [0]] }), "2021/.."),
        (json!({ "date-parts": [[2021], [2023]], "circa": 1 }), "2021~/2023~"),
        (json!({ "date-parts": [[2025]], "season": 1 }), "2025-21"),
        (json!({ "date-parts": [["2025"]], "season": "Autumn" }), "2025-23"),
        (json!({ "date-parts": [["2025"]], "season": "fall", "circa": true }), "2025-23~"),
        (json!({ "date-parts": [["2025"]], "season": "Lent" }), "Lent 2025"),
        (json!({ "date-parts": [["2025", 5]], "season": "Lent" }), "2025-05"),
        (json!({ "date-parts": [[2025, 13]] }), "2025-21"),
        (json!({ "date-parts": [[2025, 24]] }), "2025-24"),
        (json!({ "raw": "2026-01-21" }), "2026-01-21"),
        (json!({ "raw": "2025-06~" }), "2025-06~"),
        (json!({ "raw": "2025-22?" }), "2025-22?"),
        (json!({ "raw": "2025-06/2025-08" }), "2025-06/2025-08"),
        (json!({ "literal": "2026-01" }), "2026-01"),
        (json!({ "literal": "n.d." }), "n.d."),
        (json!({ "literal": "Spring 2025" }), "Spring 2025"),
        (json!({ "raw": "Dec 2025" }), "Dec 2025"),
        (json!({ "raw": "", "literal": "last <i>week</i>" }), "last week"),
        (json!({ "date-parts": [[null]], "literal": "n.d." }), "n.d."),
        (json!({ "date-parts": [["2026", 1, 7]], "literal": "then" }), "2026-01-07"),
    ] {
        let issued = accepted(&dated(&issued)).sources[0].issued.clone();
        assert_eq!(issued.unwrap().to_string(), expected);
    }
}

#[test]
fn a_date_without_known_parts_is_none() {
    for issued in [
        json!({}),
        json!({ "date-parts": [] }),
        json!({ "date-parts": [[]] }),
        json!({ "date-parts": [[null]] }),
        json!({ "date-parts": [[0, 0, 0]] }),
        json!({ "date-parts": [[""]], "literal": "" }),
    ] {
        assert_eq!(accepted(&dated(&issued)).sources[0].issued, None, "{issued}");
    }
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    for parts in [
        json!([[2026, 2, 30]]),
        json!([[2026.5]]),
        json!([[-2026]]),
        json!([[2026, 0, 5]]),
        json!([[2026, 25]]),
        json!([[2026, 1, 1, 1]]),
        json!([[2026], [2027], [2028]]),
        json!([["January"]]),
        json!([2026, 1, 21]),
        json!(2026),
    ] {
        let message = refused(&dated(&json!({ "date-parts": parts })));
        assert!(
            message.contains("sources[0].issued.date-parts: this is not a date: write"),
            "{parts} is taken: {message}"
        );
    }
    for parts in [json!([[2026], [2025]]), json!([[2026, 1, 21], [2026, 1, 20]])] {
        let message = refused(&dated(&json!({ "date-parts": parts })));
        assert!(
            message.contains("sources[0].issued.date-parts: this range ends before it begins"),
            "{parts}: {message}"
        );
    }
    for words in ["2026-02-30", "2026-25", "0000", "2026/2025"] {
        let message = refused(&dated(&json!({ "raw": words })));
        assert!(message.contains("sources[0].issued.raw"), "{words} is taken: {message}");
    }
    assert!(refused(&dated(&json!("2026"))).contains("sources[0].issued"));
}

#[test]
fn only_a_day_month_or_year_is_a_day_and_every_date_has_a_start() {
    let read = |issued: Json| Issued::of_csl(&issued.to_string()).unwrap();
    let day = read(json!({ "date-parts": [[2026, 1, 7]] }));
    assert_eq!(day.day(), day.start());
    let range = read(json!({ "date-parts": [[2026, 1, 7], [2026, 1, 9]] }));
    assert_eq!((range.day(), range.start()), (None, day.day()));
    let season = read(json!({ "date-parts": [[2025]], "season": 3 }));
    assert_eq!((season.day(), season.start().unwrap().to_string()), (None, "2025".to_owned()));
    let words = read(json!({ "literal": "n.d." }));
    assert_eq!((words.day(), words.start()), (None, None));
}
