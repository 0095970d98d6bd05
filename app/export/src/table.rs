//! The figures as a table: a row for each figure and citation, which is the unit of evidence.

use model::{Chart, Figure};

use crate::column::{Column, Row, of_events, of_figures};
use crate::csv::{self, Cell};
use crate::exports::Exports;

impl Exports<'_> {
    /// `figures.csv`: every figure, with a row for each of its citations. A computed figure has a row for each citation
    /// of what it is computed from.
    pub fn figures_csv(&self) -> String {
        self.figure_table(self.dashboard.figures.iter())
    }

    /// `charts/<id>.csv`: the figures that a chart draws, like [`Exports::figures_csv`], or its events, with a row for
    /// each of their citations.
    pub fn chart_csv(&self, chart: &Chart) -> String {
        if !shows_events(chart) {
            return self.figure_table(self.figures(chart).into_iter());
        }
        let mut out = header(of_events());
        for event in chart.events.iter().filter_map(|id| self.dashboard.event(id)) {
            for evidence in self.evidence(&event.id) {
                let row = Row { exports: self, figure: None, event: Some(event), evidence };
                csv::row(&mut out, of_events().map(|column| (column.fill)(&row)));
            }
        }
        out
    }

    fn figure_table<'f>(&self, figures: impl Iterator<Item = &'f Figure>) -> String {
        let mut out = header(of_figures());
        for figure in figures {
            for evidence in self.evidence(&figure.id) {
                let row = Row { exports: self, figure: Some(figure), event: None, evidence };
                csv::row(&mut out, of_figures().map(|column| (column.fill)(&row)));
            }
        }
        out
    }
}

fn header(columns: impl Iterator<Item = &'static Column>) -> String {
    let mut out = String::from(csv::MARK);
    csv::row(&mut out, columns.map(|column| Cell::Text(column.name.into())));
    out
}

/// Whether a chart's table is one of events.
pub(crate) fn shows_events(chart: &Chart) -> bool {
    chart.figures.is_empty() && !chart.events.is_empty()
}
