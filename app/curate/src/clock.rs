//! Today's date, with which "updated" is compared.

use std::time::{SystemTime, UNIX_EPOCH};

use model::Date;

const DAY: u64 = 24 * 60 * 60;

/// Today in UTC, counted like [`model::Day::first`]; `None` if the clock is set to before 1970.
pub(crate) fn today() -> Option<i64> {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    day(i64::try_from(passed.as_secs() / DAY).ok()?)
}

/// The day that is this number of days after 1 January 1970.
fn day(days: i64) -> Option<i64> {
    Some(Date::parse("1970-01-01")?.first() + days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (days, date) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_783, "2026-11-26"),
            (-1, "1969-12-31"),
        ] {
            assert_eq!(day(days), Date::parse(date).map(|date| date.first()), "{days}");
        }
    }
}
