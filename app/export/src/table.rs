//! The figures as a table: a row for each figure and citation, which is the unit of evidence.

use model::{Chart, Event, Figure, Location};

use crate::column::{Column, Row, of_both, of_events, of_figures};
use crate::csv::{self, Cell};
use crate::exports::Exports;

impl Exports<'_> {
    /// `figures.csv`: every figure, with a row for each of its citations. A computed figure has a row for each citation
    /// of what it is computed from.
    pub fn figures_csv(&self) -> String {
        self.figure_table(self.dashboard.figures.iter())
    }

    /// `charts/<id>.csv`: the figures that a chart draws, like [`Exports::figures_csv`], or its events, with a row for
    /// each of their citations. One that draws both has the events first. A map also has the passages that name its places.
    pub fn chart_csv(&self, chart: &Chart) -> String {
        let events = chart.events.iter().filter_map(|id| self.dashboard.event(id));
        let places = chart.places.iter().filter_map(|id| self.dashboard.place(id));
        let places = places.filter(|place| place.citations.is_some());
        self.table(&columns(chart), events, self.figures(chart).into_iter(), places)
    }

    fn figure_table<'f>(&self, figures: impl Iterator<Item = &'f Figure>) -> String {
        self.table(&of_figures().collect::<Vec<_>>(), std::iter::empty(), figures, std::iter::empty())
    }

    fn table<'f>(
        &self,
        columns: &[&Column],
        events: impl Iterator<Item = &'f Event>,
        figures: impl Iterator<Item = &'f Figure>,
        places: impl Iterator<Item = &'f Location>,
    ) -> String {
        let mut out = String::from(csv::MARK);
        csv::row(&mut out, columns.iter().map(|column| Cell::Text(column.name.into())));
        let events = events.map(|event| (&event.id, None, Some(event), None));
        let figures = figures.map(|figure| (&figure.id, Some(figure), None, None));
        let places = places.map(|place| (&place.id, None, None, Some(place)));
        for (id, figure, event, place) in events.chain(figures).chain(places) {
            for evidence in self.backing(id) {
                let row = Row { exports: self, figure, event, place, evidence };
                csv::row(&mut out, columns.iter().map(|column| (column.fill)(&row)));
            }
        }
        out
    }
}

/// The columns of a chart's table: those of figures, of events, or of both.
pub(crate) fn columns(chart: &Chart) -> Vec<&'static Column> {
    match (chart.figures.is_empty(), chart.events.is_empty()) {
        _ if !chart.places.is_empty() => of_both().collect(),
        (true, false) => of_events().collect(),
        (false, false) => of_both().collect(),
        (_, true) => of_figures().collect(),
    }
}

/// Whether the rows of a chart's table are of two kinds, so that a cell which one of them has is empty in the other.
pub(crate) fn is_mixed(chart: &Chart) -> bool {
    !chart.places.is_empty() || !chart.figures.is_empty() && !chart.events.is_empty()
}
