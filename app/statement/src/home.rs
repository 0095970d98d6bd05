//! Where on the page a figure has its place.

use model::{Chart, Kind};

use crate::account::Account;

impl<'a> Account<'a> {
    /// The chart whose table has the figure of this id; nothing where the figure is a tile of the first section, or an item
    /// of the list of another. What a chart draws by its value stands in no list: one number has one place. A matrix draws
    /// no values, so it is the place of what stands nowhere else.
    pub fn row_of(&self, figure: &str) -> Option<&'a Chart> {
        let dashboard = self.dashboard;
        let has = |ids: &[String]| ids.iter().any(|id| id == figure);
        if dashboard.sections.first().is_some_and(|band| has(&band.figures)) {
            return None;
        }
        let charts = dashboard.sections.iter().flat_map(|section| &section.charts);
        let charts: Vec<&Chart> =
            charts.filter_map(|id| dashboard.chart(id)).filter(|chart| has(&chart.figures)).collect();
        let drawn = charts.iter().find(|chart| chart.kind != Kind::Matrix);
        let listed = dashboard.sections.iter().any(|section| has(&section.figures));
        drawn.or(charts.first().filter(|_| !listed)).copied()
    }
}
