//! Who reports something, in one line, for pictures and captions that leave the page.

use chart::Plot;
use model::{Chart, Source};

/// The outlets of these articles, and from how many origins they are where that is fewer.
pub(crate) fn line(plot: &Plot<'_>, articles: &[&Source]) -> String {
    let names: Vec<&str> = articles.iter().map(|source| source.short_name()).collect();
    let ids = articles.iter().map(|source| source.id.as_str());
    let mut words = names.join(", ");
    if plot.dashboard.origins(ids.clone()).len() < articles.len() {
        words += " · ";
        words += &plot.language.reports(plot.dashboard, ids);
    }
    words
}

/// The articles behind what a chart draws, by their numbers.
pub(crate) fn of_chart<'a>(plot: &Plot<'a>, chart: &Chart) -> Vec<&'a Source> {
    let items = chart.figures.iter().chain(&chart.events);
    let numbers: Vec<usize> = items.flat_map(|item| plot.footnotes.markers(item)).map(|marker| marker.number).collect();
    let notes = plot.footnotes.notes().iter().filter(|note| numbers.contains(&note.number));
    notes.map(|note| note.source).collect()
}
