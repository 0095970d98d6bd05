//! A page that is set back to a day misses no report that was not due by then.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Date, Day, Footnotes};
use statement::{Account, Language};

/// The message, on a day, of a monthly measure whose one reading is of 15 October 2025.
fn missing(day: Option<&str>) -> Option<String> {
    let text = r#"{"schema_version":1,"id":"d","title":{"en":"T"},"summary":{"en":"S"},"updated":"2026-03-01","license":"CC-BY-4.0",
        "sources":[{"id":"s","type":"article","issued":{"date-parts":[[2025,10,17]]}}],
        "measures":[{"id":"m","label":{"en":"M"},"expected":"monthly"}],
        "figures":[{"id":"f","label":{"en":"L"},"value":{"exactly":118},"unit":"raids","as_of":"2025-10-15","measure":"m","citations":[{"source":"s","quote":"q"}]}],
        "charts":[{"id":"c","kind":"bars","title":{"en":"C"},"finding":{"en":"F"},"figures":["f"]}],
        "sections":[{"id":"x","title":{"en":"X"},"charts":["c"]}]}"#;
    let all = Dashboard::parse(text).unwrap();
    let day = day.and_then(Date::parse).map(|day| Day::on(day.first()));
    let dashboard = day.map_or(all.clone(), |day| all.as_of(day));
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    account.overdue(&dashboard.figures[0]).map(|(words, _)| words)
}

#[test]
fn on_a_day_to_which_the_page_is_set_back_a_report_is_missing_only_after_it_was_due() {
    let words = Some("No newer report is cited here since 15 October 2025".to_owned());
    assert_eq!(missing(Some("2025-10-20")), None);
    assert_eq!(missing(Some("2025-11-15")), None);
    assert_eq!(missing(Some("2025-11-16")), words);
    assert_eq!(missing(None), words);
}
