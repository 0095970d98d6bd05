//! Warns of computed figures whose operands apply to different times, or are not the newest readings of their measures.

use model::{Dashboard, Date, Figure, Origin};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each computed figure whose operands do not belong together in time.
pub(crate) fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for (place, figure) in dashboard.figures.iter().enumerate() {
        let Origin::Derived(formula) = &figure.origin else { continue };
        let operands: Vec<&Figure> = formula.operands.iter().filter_map(|id| dashboard.figure(id)).collect();
        let path = format!("figures[{place}].derive");
        let times: Vec<String> = operands.iter().filter_map(|operand| time(operand)).collect();
        let differ = times.windows(2).any(|pair| matches!(pair, [one, other] if one != other));
        if differ && figure.note.is_none() {
            let message = format!(
                "this is computed from figures of different times ({}): say so in its \"note\", or compute it from figures of one time",
                times.join(" and ")
            );
            warnings.push(Finding::warning(&path, message, outline));
        }
        let earlier = operands.iter().filter_map(|operand| Some((operand, dashboard.later_reading(operand)?)));
        for (operand, newest) in earlier.filter(|_| figure.note.is_none()) {
            let message = format!(
                "\"{}\" is not the newest reading of its measure, which is \"{}\": compute this from the measure, or say in its \"note\" why not",
                operand.id, newest.id
            );
            warnings.push(Finding::warning(&path, message, outline));
        }
    }
    warnings
}

fn time(figure: &Figure) -> Option<String> {
    figure.as_of.as_ref().map(Date::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed(second: &str, note: &str) -> Vec<String> {
        let figure = |id: &str, date: &str| {
            format!(
                r#"{{"id":"{id}","label":{{"en":"L"}},"value":{{"exactly":5}},"unit":"people","as_of":"{date}","measure":"m","citations":[{{"source":"a","quote":"q"}}]}}"#
            )
        };
        let text = format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-06-01","license":"CC-BY-4.0",
            "sources":[{{"id":"a","type":"webpage"}}],"measures":[{{"id":"m","label":{{"en":"M"}}}}],
            "figures":[{},{},{{"id":"sum","label":{{"en":"L"}},"derive":{{"sum":["one","two"]}},"unit":"people"{note}}}],
            "charts":[{{"id":"c","kind":"bars","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["one","two","sum"]}}],"sections":[{{"id":"s","title":{{"en":"S"}},"charts":["c"]}}]}}"#,
            figure("one", "2026-01-31"),
            figure("two", second),
        );
        let dashboard = Dashboard::parse(&text).unwrap_or_else(|problems| unreachable!("{problems}"));
        let found = warnings(&dashboard, &Outline::of(&text)).into_iter();
        found.map(|finding| finding.problem.message.to_string()).collect()
    }

    #[test]
    fn a_figure_computed_across_times_names_them_and_the_newest_reading() {
        let found = mixed("2026-02-28", "");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].contains("(2026-01-31 and 2026-02-28)"), "{found:?}");
        assert!(found[1].contains("\"one\" is not the newest") && found[1].contains("\"two\""), "{found:?}");
    }

    #[test]
    fn figures_of_one_time_and_a_note_need_no_warning() {
        assert_eq!(mixed("2026-01-31", ""), [""; 0]);
        assert_eq!(mixed("2026-02-28", r#","note":{"en":"Across two months."}"#), [""; 0]);
    }
}
