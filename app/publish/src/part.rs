//! The parts of a dashboard that are published and frozen separately.

use model::Dashboard;
use web::Excerpt;

/// A part with a day of its last change and frozen files of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part<'a> {
    /// Everything.
    Whole,
    /// The Open Graph image of the page: the title and the leading figures.
    Card,
    /// The chart of this id.
    Chart(&'a str),
    /// The figure of this id.
    Figure(&'a str),
}

impl<'a> Part<'a> {
    /// All parts of a dashboard.
    pub(crate) fn all(dashboard: &'a Dashboard) -> Vec<Self> {
        let charts = dashboard.charts.iter().map(|chart| Self::Chart(&chart.id));
        let figures = dashboard.figures.iter().map(|figure| Self::Figure(&figure.id));
        [Self::Whole, Self::Card].into_iter().chain(charts).chain(figures).collect()
    }

    /// Its name in lists: `chart/people`.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Whole => "embed".into(),
            Self::Card => "card".into(),
            Self::Chart(id) => format!("chart/{id}"),
            Self::Figure(id) => format!("figure/{id}"),
        }
    }
}

impl<'a> From<Excerpt<'a>> for Part<'a> {
    fn from(excerpt: Excerpt<'a>) -> Self {
        match excerpt {
            Excerpt::Whole => Self::Whole,
            Excerpt::Chart(id) => Self::Chart(id),
            Excerpt::Figure(id) => Self::Figure(id),
        }
    }
}
