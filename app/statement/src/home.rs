//! Where on the page a figure has its place, and where else it stands.

use locale::Message;
use model::{Chart, Origin, Place, Prose};

use crate::account::Account;

impl<'a> Account<'a> {
    /// The chart whose table has the figure of this id; nothing where the figure is a tile of the first section, or an item
    /// of the list of another. What a chart draws by its value stands in no list: one number has one place. A chart
    /// that draws no values, such as a matrix, is the place of what stands nowhere else.
    pub fn row_of(&self, figure: &str) -> Option<&'a Chart> {
        let dashboard = self.dashboard;
        let has = |ids: &[String]| ids.iter().any(|id| id == figure);
        if dashboard.leading().any(|leading| leading.id == figure) {
            return None;
        }
        let charts = dashboard.sections.iter().flat_map(|section| &section.charts);
        let charts: Vec<&Chart> =
            charts.filter_map(|id| dashboard.chart(id)).filter(|chart| has(&chart.figures)).collect();
        let drawn = charts.iter().find(|chart| chart.kind.traits().sets_values);
        let listed = dashboard.sections.iter().any(|section| has(&section.figures));
        drawn.or(charts.first().filter(|_| !listed)).copied()
    }

    /// Where else on the page a figure or event stands, in reading order: the address of each place within the page, and its
    /// name. Its own place is not among them.
    pub fn places(&self, item: &str) -> Vec<(String, String)> {
        let dashboard = self.dashboard;
        let has = |ids: &[String]| ids.iter().any(|id| id == item);
        let named = |prose: &Prose| prose.figures().any(|id| id == item);
        let mut places = Vec::new();
        let mut add = |place: Place<'_>, name: String| places.push((place.anchor(), name));
        if named(&dashboard.summary) {
            add(Place::Summary, self.say(Message::Introduction));
        }
        for section in &dashboard.sections {
            if section.finding.iter().chain(&section.summary).any(named) {
                add(Place::Section(&section.id), self.text(&section.title).to_owned());
            }
            for chart in section.charts.iter().filter_map(|id| dashboard.chart(id)) {
                if has(&chart.figures) || has(&chart.events) || named(&chart.finding) {
                    add(Place::Chart(&chart.id), self.say(Message::ChartPlace { title: self.text(&chart.title) }));
                }
            }
        }
        for figure in &dashboard.figures {
            if matches!(&figure.origin, Origin::Derived(formula) if has(&formula.operands)) {
                add(Place::Figure(&figure.id), self.text(figure.name()).to_owned());
            }
        }
        places
    }
}
