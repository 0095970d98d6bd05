//! Warns of figures in wording charts that only one article reports, so that there is nothing to compare.

use model::{Dashboard, Kind};

use crate::finding::Finding;
use crate::outline::Outline;

/// A warning for each figure in a chart of wordings that one article alone words.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    for (place, chart) in dashboard.charts.iter().enumerate().filter(|(_, chart)| chart.kind == Kind::Wording) {
        for (item, id) in chart.figures.iter().enumerate().filter(|(_, id)| dashboard.rests_on_one(id)) {
            let message = format!(
                "\"{id}\" is in one article alone, so there is no other wording to compare: remove it from this chart, or cite the articles that repeat it"
            );
            let list = if chart.groups.is_empty() {
                format!("charts[{place}].figures[{item}]")
            } else {
                format!("charts[{place}]")
            };
            warnings.push(Finding::warning(&list, message, outline));
        }
    }
    warnings
}
