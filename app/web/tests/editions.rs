//! The page and its excerpts, of every edition: nothing is printed without its notes.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use statement::{Account, Language};
use web::Excerpt;

/// Calls `check` with each kept edition and a generated one.
fn each(check: impl Fn(&Account<'_>)) {
    let kept = editions::ALL.map(|name| editions::text(name).unwrap());
    for text in kept.into_iter().chain([editions::generated(60)]) {
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
    }
}

/// The places at which an excerpt or a page has something.
fn count(html: &str, attribute: &str, value: &str) -> usize {
    html.matches(&format!("{attribute}=\"{value}\"")).count()
}

#[test]
fn every_figure_chart_and_note_is_on_the_page_and_each_marker_leads_to_its_note() {
    each(|plot| {
        let html = web::render(plot.dashboard, Language::English);
        for figure in &plot.dashboard.figures {
            let id = &figure.id;
            assert!(count(&html, "data-figure", id) > 0, "{id} is missing");
            let markers = plot.footnotes.markers(id);
            assert!(!markers.is_empty(), "{id} has no note");
            for marker in markers {
                assert!(count(&html, "href", &format!("#{}", marker.anchor)) > 0, "{id} lacks {}", marker.number);
                assert_eq!(count(&html, "id", &marker.anchor), 1, "{id}: {}", marker.anchor);
            }
        }
        for chart in &plot.dashboard.charts {
            assert!(count(&html, "data-chart", &chart.id) > 0, "{}", chart.id);
        }
        for source in &plot.dashboard.sources {
            assert_eq!(count(&html, "id", &source.note_anchor()), 1, "{}", source.id);
        }
    });
}

#[test]
fn no_two_things_on_a_page_have_one_id() {
    each(|plot| {
        let html = web::render(plot.dashboard, Language::English);
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect();
        ids.sort_unstable();
        let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", plot.dashboard.id);
    });
}

#[test]
fn every_figure_and_chart_can_stand_alone_with_its_notes() {
    each(|plot| {
        let figures = plot.dashboard.figures.iter().map(|figure| (Excerpt::Figure(&figure.id), vec![&figure.id]));
        let charts = plot.dashboard.charts.iter().map(|chart| {
            let shown = chart.figures.iter().chain(&chart.events).collect();
            (Excerpt::Chart(&chart.id), shown)
        });
        for (excerpt, shown) in figures.chain(charts) {
            let html = web::render_excerpt(plot, excerpt, "../index.html", plot.dashboard.updated, None).unwrap();
            for marker in shown.into_iter().flat_map(|id| plot.footnotes.markers(id)) {
                assert_eq!(count(&html, "id", &marker.anchor), 1, "{excerpt:?}: {}", marker.anchor);
            }
        }
    });
}

#[test]
fn a_figure_in_a_sentence_of_another_site_has_its_words_and_notes() {
    each(|plot| {
        let figures: serde_json::Value = serde_json::from_str(&web::inline(plot)).unwrap();
        for figure in &plot.dashboard.figures {
            let notes = figures[&figure.id]["notes"].as_array().unwrap();
            assert_eq!(notes.len(), plot.footnotes.markers(&figure.id).len(), "{}", figure.id);
        }
    });
}
