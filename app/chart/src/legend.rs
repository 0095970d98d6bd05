//! The legend of a chart: a sample for each form that it uses.

use model::{Chart, Figure};
use statement::{Account, Message};

use crate::basis;
use crate::kind;
use crate::role::Role;
use crate::sample::{self, Drawn, Sample};

/// The samples of a single chart, in a fixed order: its forms, and the bases of its numbers.
pub fn legend(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let mut samples = of_chart(plot, chart);
    samples.extend(bases_of(plot, plot.figures(chart)));
    samples
}

/// The bases of all figures, each once.
pub fn bases(plot: &Account<'_>) -> Vec<Sample> {
    bases_of(plot, &plot.dashboard.figures)
}

/// The bases of these figures.
pub(crate) fn bases_of<'f>(plot: &Account<'_>, figures: impl IntoIterator<Item = &'f Figure>) -> Vec<Sample> {
    let found: Vec<&str> = figures.into_iter().map(statement::basis).collect();
    let used = basis::ALL.into_iter().filter(|basis| found.contains(basis));
    used.map(|basis| sample::of_basis(plot.language, basis)).collect()
}

/// The forms of a chart.
pub(crate) fn of_chart(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    let mut samples = kind::samples(plot, chart);
    if plot.figures(chart).iter().any(|figure| !plot.dashboard.applies(figure)) {
        samples.push(sample::sample(plot.language, Message::LegendHollow, |canvas| {
            canvas.outline((0, 20), (320, 140), Role::Solid)
        }));
    }
    samples
}

/// The samples of all charts and of the tiles of the first section, each form once.
pub fn key(plot: &Account<'_>) -> Vec<Sample> {
    let dashboard = plot.dashboard;
    let charts = dashboard.sections.iter().flat_map(|section| &section.charts).filter_map(|id| dashboard.chart(id));
    let band: Vec<&Figure> = dashboard.leading().collect();
    let mut samples: Vec<Sample> = Vec::new();
    for sample in charts.flat_map(|chart| of_chart(plot, chart)).chain(sample::forms(plot.language, &band, Drawn::Dots))
    {
        // Explanations without a drawing belong to one chart, and are printed there.
        if !sample.picture.is_empty() && samples.iter().all(|other| other.words != sample.words) {
            samples.push(sample);
        }
    }
    samples
}
