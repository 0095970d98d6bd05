//! Dates are as precise as the article, exist in the calendar, and can be sorted.

use model::{Certainty, Date, Day};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| unreachable!("{text} is a date"))
}

/// The days of a month, computed in another way than in the program.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = if year.is_multiple_of(100) { year.is_multiple_of(400) } else { year.is_multiple_of(4) };
    [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month) - 1]
}

/// Any valid day.
fn days() -> impl Strategy<Value = (u16, u8, u8)> {
    (1..=9999_u16, 1..=12_u8).prop_flat_map(|(year, month)| (Just(year), Just(month), 1..=days_in(year, month)))
}

fn written((year, month, day): (u16, u8, u8)) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

#[test]
fn a_day_counts_from_the_first_of_january_of_the_year_one() {
    assert_eq!(date("0001-01-01").first(), 0);
    assert_eq!(date("1970-01-01").first(), 719_162);
    assert_eq!(date("2000-03-01").first(), 730_179);
    assert_eq!(date("9999-12-31").last(), 3_652_058);
}

#[test]
fn a_leap_year_has_a_29_february_and_another_has_none() {
    for leap in ["2024-02-29", "2000-02-29", "0004-02-29", "2400-02-29"] {
        assert!(Date::parse(leap).is_some(), "{leap}");
    }
    for common in ["2025-02-29", "1900-02-29", "2100-02-29", "0001-02-29", "2024-02-30"] {
        assert!(Date::parse(common).is_none(), "{common}");
    }
}

#[test]
fn a_month_or_a_year_means_all_its_days() {
    assert_eq!(date("2024-02").last() - date("2024-02").first(), 28);
    assert_eq!(date("2025").last() - date("2025").first(), 364);
    assert_eq!(date("2024").last(), date("2024-12-31").last());
}

#[test]
fn an_interval_begins_with_its_first_date_and_ends_with_its_last() {
    let stretch = date("2025-07-04/2026-01");
    assert_eq!((stretch.first(), stretch.last()), (date("2025-07-04").first(), date("2026-01-31").last()));
    assert_eq!(stretch.start(), date("2025-07-04").start());
    assert_eq!(date("2021/..").first(), date("2021").first());
}

#[test]
fn a_qualifier_is_kept_and_does_not_change_the_date() {
    for (mark, certainty) in
        [("~", Certainty::Approximate), ("?", Certainty::Uncertain), ("%", Certainty::Both), ("", Certainty::Sure)]
    {
        let marked = date(&format!("2026-01{mark}"));
        assert_eq!(marked.start().certainty, certainty);
        assert_eq!((marked.first(), marked.last()), (date("2026-01").first(), date("2026-01").last()));
    }
}

proptest! {
    #[test]
    fn every_day_there_is_can_be_written_and_read(day in days()) {
        let start = date(&written(day)).start();
        prop_assert_eq!((start.year, start.month, start.day), (day.0, Some(day.1), Some(day.2)));
    }

    #[test]
    fn a_day_is_its_own_first_and_last_and_lies_within_its_month_and_year(day in days()) {
        let text = written(day);
        let (day, month, year) = (date(&text), date(&text[..7]), date(&text[..4]));
        prop_assert_eq!(day.first(), day.last());
        prop_assert!(year.first() <= month.first() && month.first() <= day.first());
        prop_assert!(day.last() <= month.last() && month.last() <= year.last());
    }

    #[test]
    fn a_day_is_known_again_by_its_number(day in days()) {
        let day = date(&written(day)).start();
        prop_assert_eq!(Day::on(day.first()), day);
    }

    #[test]
    fn days_count_in_the_order_of_the_calendar(one in days(), other in days()) {
        prop_assert_eq!(date(&written(one)).first().cmp(&date(&written(other)).first()), one.cmp(&other));
    }

    #[test]
    fn the_day_behind_the_last_of_a_month_is_the_first_of_the_next(year in 1..=9998_u16, month in 1..=12_u8) {
        let next = if month == 12 { (year + 1, 1, 1) } else { (year, month + 1, 1) };
        let last = (year, month, days_in(year, month));
        prop_assert_eq!(date(&written(last)).last() + 1, date(&written(next)).first());
    }

    #[test]
    fn a_day_beyond_the_end_of_its_month_is_no_date((year, month, day) in days(), beyond in 1..=60_u8) {
        let day = days_in(year, month).max(day).saturating_add(beyond);
        prop_assert_eq!(Date::parse(&written((year, month, day))), None);
    }

    #[test]
    fn a_stretch_of_time_never_ends_before_it_begins(one in days(), other in days()) {
        let stretch = Date::parse(&format!("{}/{}", written(one), written(other)));
        prop_assert_eq!(stretch.is_some(), one <= other);
        if let Some(stretch) = stretch {
            prop_assert!(stretch.first() <= stretch.last());
        }
    }

    #[test]
    fn no_text_whatever_makes_the_reader_of_dates_stumble(text in "\\PC*|[0-9~?%/.-]{0,14}") {
        if let Some(date) = Date::parse(&text) {
            prop_assert!(date.first() <= date.last());
        }
    }
}

#[test]
fn a_date_is_written_as_it_was_read() {
    for text in
        ["2008", "0987", "2025-06", "2026-01-07", "2026-01~", "2026-01-16?", "2026%", "2025-07-04/2026-01", "2021/.."]
    {
        assert_eq!(Date::parse(text).unwrap().to_string(), text);
    }
}
