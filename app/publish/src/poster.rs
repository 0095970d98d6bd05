//! The Open Graph images: of a chart its finding, its first rows and its articles; of a figure its value, facts and articles.

use anyhow::Result;
use chart::{Purpose, Slide, Theme};
use model::{Chart, Day, Figure};
use statement::{Account, Isolated};

use crate::drawing;
use crate::memory::Memory;

/// The image of a chart. `day` is the day of the last change of the chart.
pub(crate) fn poster(plot: &Account<'_>, chart: &Chart, day: Day) -> Slide {
    Slide::of_chart(plot, chart, Purpose::Link, day)
}

/// The image of a figure, alone, so that it changes with this figure only.
pub(crate) fn of_figure(plot: &Account<'_>, figure: &Figure, day: Day) -> Slide {
    Slide::of_figure(plot, figure, Purpose::Link, &[figure], day)
}

/// An image as a PNG in few colours, from memory if possible.
pub(crate) fn painted(memory: &dyn Memory, poster: &Slide) -> Result<Vec<u8>> {
    drawing::plain(memory, &poster.sheet.svg(Theme::Light), Purpose::Link.scale())
}

/// The text alternative of the image of a chart.
pub(crate) fn description(plot: &Account<'_>, chart: &Chart, day: Day) -> String {
    let scene = poster(plot, chart, day).sheet.scene;
    let foot = format!("{} · {}", plot.updated(day), plot.outlets(&plot.articles(chart)));
    format!("{}. {} {foot}.", Isolated(&scene.title), scene.description)
}

#[cfg(test)]
mod tests {
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;

    #[test]
    fn every_chart_has_a_poster_that_names_it_and_who_reports_it() {
        let text = editions::text("cambodia").unwrap();
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in &dashboard.charts {
            let svg = poster(&plot, chart, dashboard.updated).sheet.svg(Theme::Light);
            let title = chart.title.in_language("en");
            assert!(svg.contains(title.split(' ').next().unwrap()), "{}", chart.id);
            let articles = plot.articles(chart);
            assert!(articles.iter().any(|source| svg.contains(source.short_name())), "{}", chart.id);
            assert!(description(&plot, chart, dashboard.updated).contains(title));
            assert!(drawing::png(&svg, Purpose::Link.scale()).is_ok(), "{}", chart.id);
        }
    }
}
