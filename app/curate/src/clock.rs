//! The day on which the program runs, by which "updated" is judged.

use std::time::{SystemTime, UNIX_EPOCH};

use model::{Date, Day};

const DAY: u64 = 24 * 60 * 60;

/// Today, in Greenwich; nothing where the clock is set to before 1970.
pub(crate) fn today() -> Option<Day> {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    day(i64::try_from(passed.as_secs() / DAY).ok()?)
}

/// The day that is so many days after 1 January 1970.
fn day(days: i64) -> Option<Day> {
    // Years from March on end with the leap day; 400 of them have 146,097 days (Hinnant, "days_from_civil").
    let from_march = days + 719_468;
    let (era, of_era) = (from_march.div_euclid(146_097), from_march.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    match Date::parse(&format!("{year:04}-{month:02}-{day:02}"))? {
        Date::Day(day) => Some(day),
        Date::Interval(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (days, year, month, of_month) in [
            (0, 1970, 1, 1),
            (59, 1970, 3, 1),
            (11_016, 2000, 2, 29),
            (11_017, 2000, 3, 1),
            (20_783, 2026, 11, 26),
            (-1, 1969, 12, 31),
        ] {
            let day = day(days).map(|day| (day.year, day.month, day.day));
            assert_eq!(day, Some((year, Some(month), Some(of_month))), "{days}");
        }
    }
}
