//! Warns of measures that were expected to be reported again by now.

use model::{Dashboard, Date, Day};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each measure whose next report is overdue. `today` is counted like [`Day::first`].
pub(crate) fn warnings(dashboard: &Dashboard, today: Option<i64>, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for (place, measure) in dashboard.measures.iter().enumerate() {
        let newest = dashboard.newest_reading(&measure.id);
        let (Some(due), Some(newest)) = (dashboard.due(measure), newest) else { continue };
        if today.is_some_and(|today| today > due) {
            let date = newest.as_of.as_ref().map(Date::to_string).unwrap_or_default();
            let message = format!(
                "the newest reading of \"{}\" is \"{}\", of {date}, and the next was expected by {}: look for a report, or change \"expected\"",
                measure.id,
                newest.id,
                Day::on(due)
            );
            warnings.push(Finding::warning(&format!("measures[{place}].expected"), message, outline));
        }
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overdue(today: &str) -> Vec<String> {
        let text = r#"{"schema_version":1,"id":"d","title":{"en":"T"},"summary":{"en":"S"},"updated":"2026-06-01","license":"CC-BY-4.0",
            "sources":[{"id":"a","type":"webpage"}],"measures":[{"id":"m","label":{"en":"M"},"expected":"monthly"}],
            "figures":[{"id":"f","label":{"en":"L"},"value":{"exactly":5},"unit":"people","as_of":"2026-01-31","measure":"m","citations":[{"source":"a","quote":"q"}]}],
            "charts":[{"id":"c","kind":"series","title":{"en":"C"},"finding":{"en":"F"},"figures":["m"]}],"sections":[{"id":"s","title":{"en":"S"},"charts":["c"]}]}"#;
        let dashboard = Dashboard::parse(text).unwrap_or_else(|problems| unreachable!("{problems}"));
        let day = Date::parse(today).map_or(0, |date| date.last());
        let found = warnings(&dashboard, Some(day), &Outline::of(text)).into_iter();
        found.map(|finding| finding.problem.message.to_string()).collect()
    }

    #[test]
    fn a_measure_is_overdue_after_the_day_on_which_a_report_was_expected() {
        assert_eq!(overdue("2026-03-03"), [""; 0]);
        let found = overdue("2026-03-04");
        assert!(
            found.len() == 1 && found[0].contains("\"f\", of 2026-01-31") && found[0].contains("by 2026-03-03"),
            "{found:?}"
        );
    }
}
