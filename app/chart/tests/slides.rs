//! What slides and cards look like, of editions made for it.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::fs;
use std::path::Path;

use chart::{Purpose, Slide, Theme};
use expect_test::expect_file;
use model::{Dashboard, Figure, Footnotes};
use statement::{Account, Language};

/// An edition, as it is published at an address.
fn published(text: &str, check: impl FnOnce(&Account<'_>)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let address = Some("https://example.org/least/");
    check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address });
}

#[test]
fn slides_and_cards_are_drawn_as_they_were() {
    let golden = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/slides"));
    fs::create_dir_all(golden).unwrap();
    let charts = |plot: &Account<'_>| {
        for chart in &plot.dashboard.charts {
            for (purpose, kind) in [(Purpose::Slide, "slide"), (Purpose::Link, "card")] {
                let slide = Slide::of_chart(plot, chart, purpose, plot.dashboard.updated);
                let file = golden.join(format!("{kind}-{}.svg", chart.id));
                expect_file![file].assert_eq(&slide.sheet.svg(Theme::Light));
            }
        }
    };
    published(include_str!("kinds/series.json"), charts);
    published(include_str!("kinds/map.json"), charts);
    published(&editions::text("least").unwrap(), |plot| {
        let day = plot.dashboard.updated;
        charts(plot);
        let band: Vec<&Figure> = plot.dashboard.leading().collect();
        for figure in &band {
            for (purpose, kind) in [(Purpose::Slide, "figure"), (Purpose::Link, "card-figure")] {
                let slide = Slide::of_figure(plot, figure, purpose, &band, day);
                let file = golden.join(format!("{kind}-{}.svg", figure.id));
                expect_file![file].assert_eq(&slide.sheet.svg(Theme::Light));
            }
        }
    });
}
