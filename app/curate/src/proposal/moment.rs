//! Writes a date that a sentence gives as the file writes it, resolved from the day of the article: `earlier this month`
//! becomes `2026-01`.

use model::{Date, Day};

use crate::grammar::Dating;

/// A date in words as a date of the file; `None` if it cannot be known without the day of the article, or is not exact
/// enough for an event.
pub(super) fn moment(said: &Dating, issued: Option<Day>) -> Option<Date> {
    let day = day(said, issued)?;
    let about = if said.about { "~" } else { "" };
    let end = if said.since { "/.." } else { "" };
    Date::parse(&format!("{day}{about}{end}"))
}

/// The day, month or year, as EDTF.
fn day(said: &Dating, issued: Option<Day>) -> Option<String> {
    if let Some((least, most)) = said.days_back {
        return shortly_before(said, (least, most), issued?);
    }
    if let Some(months) = said.months_on {
        let (year, month) = issued.and_then(|day| Some((day.year, day.month?)))?;
        let count = i32::from(year) * 12 + i32::from(month) - 1 + i32::from(months);
        return Some(format!("{:04}-{:02}", count.div_euclid(12), count.rem_euclid(12) + 1));
    }
    let year = match (said.year, said.years_on) {
        (Some(year), _) => year,
        (None, Some(years)) => issued?.year.checked_add_signed(years.into())?,
        (None, None) => nearest_year(said, issued?)?,
    };
    Some(match (said.month, said.day) {
        (None, _) => format!("{year:04}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
    })
}

/// The year of a month without one: that of the last such day before the article, or of the next one.
fn nearest_year(said: &Dating, issued: Day) -> Option<u16> {
    let (month, issued_month) = (said.month?, issued.month?);
    let later = (month, said.day.unwrap_or(0)) > (issued_month, issued.day.unwrap_or(31));
    let earlier = (month, said.day.unwrap_or(32)) < (issued_month, issued.day.unwrap_or(1));
    match said.ahead {
        true if earlier => issued.year.checked_add(1),
        false if later => issued.year.checked_sub(1),
        _ => Some(issued.year),
    }
}

/// `yesterday`, `on Friday`. What is less exact than a day is no event.
fn shortly_before(said: &Dating, (least, most): (i64, i64), issued: Day) -> Option<String> {
    issued.day?;
    let candidates = (issued.first() - most..=issued.first() - least).rev();
    let mut days = candidates.filter(|day| said.weekday.is_none_or(|weekday| i64::from(weekday) == day.rem_euclid(7)));
    let day = days.next()?;
    days.next().is_none().then(|| Day::on(day).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::Parsed;
    use crate::normal::Plain;

    #[test]
    fn dates_in_words_are_resolved_from_the_day_of_the_article() {
        let issued = Date::parse("2026-01-21").map(|date| date.start());
        for (text, date) in [
            ("On July 4, 2025, he ordered it.", Some("2025-07-04")),
            ("It ended in June of last year.", Some("2025-06")),
            ("He was extradited earlier this month.", Some("2026-01")),
            ("It was held on Friday.", Some("2026-01-16")),
            ("It was held yesterday.", Some("2026-01-20")),
            ("It has grown since 2021.", Some("2021/..")),
            ("The October 14 action", Some("2025-10-14")),
            ("It was seen in recent days.", None),
        ] {
            let parsed = Parsed::of(&Plain::of(text));
            let found = parsed.dates.first().and_then(|said| moment(said, issued)).map(|date| date.to_string());
            assert_eq!(found.as_deref(), date, "{text}");
        }
        let parsed = Parsed::of(&Plain::of("It was held on Friday."));
        assert_eq!(parsed.dates.first().and_then(|said| moment(said, None)), None);
    }
}
