//! Warns of charts over time that join no readings, so that readers see no course.

use model::{Dashboard, Figure, Kind};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each chart of the kind `series` without a line.
pub(crate) fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let series = dashboard.charts.iter().enumerate().filter(|(_, chart)| chart.kind == Kind::Series);
    for (place, chart) in series {
        let figures: Vec<&Figure> = chart.figures.iter().filter_map(|id| dashboard.figure(id)).collect();
        let mut rest = figures.as_slice();
        let mut is_joined = false;
        while let [one, later @ ..] = rest {
            is_joined |= later.iter().any(|next| dashboard.continues(one, next));
            rest = later;
        }
        if is_joined {
            continue;
        }
        let message = match figures.as_slice() {
            [only] => format!("\"{}\" is the only reading in this chart: add the next report of it, or draw it otherwise", only.id),
            _ => "this chart joins none of its readings: a line joins current readings of one \"measure\" that have one \"since\", and one \"speaker\" or speakers \"for\" one body; add these where the articles say so, or choose the kind \"range\"".into(),
        };
        warnings.push(Finding::warning(&format!("charts[{place}].kind"), message, outline));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The warnings for a chart of two readings, the second of which has these keys, or of the first alone.
    fn unjoined(second: Option<&str>) -> Vec<String> {
        let figure = |id: &str, keys: &str| {
            format!(
                r#"{{"id":"{id}","label":{{"en":"L"}},"value":{{"exactly":5}},"unit":"people","measure":"m","citations":[{{"source":"a","quote":"q"}}],{keys}}}"#
            )
        };
        let first = figure("one", r#""as_of":"2026-01-31","said_by":{"en":"the warden"}"#);
        let figures: Vec<String> = std::iter::once(first).chain(second.map(|keys| figure("two", keys))).collect();
        let text = format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-06-01","license":"CC-BY-4.0",
            "sources":[{{"id":"a","type":"webpage"}}],"measures":[{{"id":"m","label":{{"en":"M"}}}}],"figures":[{}],
            "charts":[{{"id":"c","kind":"series","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["m"]}}],"sections":[{{"id":"s","title":{{"en":"S"}},"charts":["c"]}}]}}"#,
            figures.join(",")
        );
        let dashboard = Dashboard::parse(&text).unwrap_or_else(|problems| unreachable!("{problems}"));
        let found = warnings(&dashboard, &Outline::of(&text)).into_iter();
        found.map(|finding| finding.problem.message.to_string()).collect()
    }

    #[test]
    fn readings_of_one_speaker_are_joined_and_need_no_warning() {
        assert_eq!(unjoined(Some(r#""as_of":"2026-02-28","said_by":{"en":"the warden"}"#)), [""; 0]);
    }

    #[test]
    fn readings_of_two_speakers_or_from_two_begins_are_a_chart_without_a_line() {
        for keys in [
            r#""as_of":"2026-02-28","said_by":{"en":"the miller"}"#,
            r#""as_of":"2026-02-28","since":"2026-01-01","said_by":{"en":"the warden"}"#,
        ] {
            let found = unjoined(Some(keys));
            assert!(found.len() == 1 && found[0].contains("joins none of its readings"), "{found:?}");
        }
    }

    #[test]
    fn a_single_reading_is_no_course() {
        let found = unjoined(None);
        assert!(found.len() == 1 && found[0].contains("\"one\" is the only reading"), "{found:?}");
    }
}
