//! The place of a figure on the page, and the other places that show it.

use locale::Message;
use model::{Chart, Origin, Place, Prose};

use crate::account::Account;

impl<'a> Account<'a> {
    /// The chart whose table is the place of the figure of this id; `None` if the figure is a tile of the first section or an item
    /// of a list. A figure has one place: if a chart draws its value, it is not in a list. A chart that draws no values, such
    /// as a matrix, is the place of a figure only if there is no other.
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

    /// The other places on the page that show a figure or event, in reading order: the address of each within the page, and its
    /// name.
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
