//! Every view renders without a browser, from the same components.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use leptos::prelude::*;
use model::{Dashboard, Footnotes};
use statement::{Account, Language};
use web::{Excerpt, Failure};

fn real() -> String {
    editions::text("cambodia").unwrap()
}

fn failure(failure: &Failure) -> String {
    Owner::new().with(|| web::failure(failure, Language::English).into_html())
}

#[test]
fn the_page_is_rendered_with_every_figure_chart_and_note() {
    let dashboard = Dashboard::parse(&real()).unwrap();
    let html = web::render(&dashboard, Language::English);
    for figure in &dashboard.figures {
        assert!(html.contains(&format!("data-figure=\"{}\"", figure.id)), "{}", figure.id);
    }
    for chart in &dashboard.charts {
        assert!(html.contains(&format!("data-chart=\"{}\"", chart.id)), "{}", chart.id);
    }
    for source in &dashboard.sources {
        assert!(html.contains(&format!("data-source=\"{}\"", source.id)), "{}", source.id);
    }
}

#[test]
fn what_a_curator_writes_is_text_and_never_markup() {
    let text = real().replacen("\"Arrests claimed\"", "\"<script>alert(1)</script>\"", 1);
    let dashboard = Dashboard::parse(&text).unwrap();
    let html = web::render(&dashboard, Language::English);
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script"));
}

#[test]
fn the_page_is_the_same_each_time_it_is_rendered() {
    let dashboard = Dashboard::parse(&real()).unwrap();
    assert_eq!(web::render(&dashboard, Language::English), web::render(&dashboard, Language::English));
}

#[test]
fn the_problems_of_a_broken_file_are_rendered_in_the_words_of_the_check() {
    let problems = Dashboard::parse("{\"schema_version\": 1}").unwrap_err();
    let count = problems.len();
    let html = failure(&Failure::Problems(problems));
    assert!(html.contains("role=\"alert\""));
    assert_eq!(html.matches("data-problem").count(), count);
}

#[test]
fn a_missing_file_and_a_lost_connection_have_different_messages() {
    assert!(failure(&Failure::NotFound(404)).contains("404"));
    assert!(failure(&Failure::Unreachable).contains("connection"));
}

#[test]
fn the_page_says_that_the_data_is_loading() {
    let html = Owner::new().with(|| web::loading(Language::English).to_html());
    assert!(html.contains("role=\"status\""));
}

fn plotted(text: &str, check: impl Fn(&Account<'_>)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
}

#[test]
fn an_excerpt_has_its_own_notes_alone_under_the_numbers_of_the_page() {
    plotted(&real(), |plot| {
        for figure in &plot.dashboard.figures {
            let html =
                web::render_excerpt(plot, Excerpt::Figure(&figure.id), "../index.html", plot.dashboard.updated, None)
                    .unwrap();
            let markers = plot.footnotes.markers(&figure.id);
            assert!(!markers.is_empty());
            for marker in &markers {
                let note = format!(
                    "<li id=\"{}\" data-source=\"{}\" value=\"{}\">",
                    marker.source.note_anchor(),
                    marker.source.id,
                    marker.number
                );
                assert!(html.contains(&note), "{}: {note}", figure.id);
                assert!(html.contains(&format!("id=\"{}\"", marker.anchor)), "{}", marker.anchor);
            }
            assert!(html.contains(&format!("href=\"../index.html#figure-{}\"", figure.id)));
        }
    });
}

#[test]
fn there_is_no_excerpt_of_what_is_not_there() {
    plotted(&real(), |plot| {
        for excerpt in [Excerpt::Chart("nobody"), Excerpt::Figure("nobody"), Excerpt::Chart("raids")] {
            assert!(
                web::render_excerpt(plot, excerpt, "index.html", plot.dashboard.updated, None).is_none(),
                "{excerpt:?}"
            );
        }
        let html = web::render_nothing(plot, "index.html");
        for chart in &plot.dashboard.charts {
            assert!(html.contains(&format!(">{}</a>", chart.id)), "{}", chart.id);
        }
    });
}

#[test]
fn an_excerpt_of_everything_has_every_chart_and_note_and_no_furniture() {
    plotted(&real(), |plot| {
        let html =
            web::render_excerpt(plot, Excerpt::Whole, "index.html", plot.dashboard.updated, Some("Frozen.")).unwrap();
        for chart in &plot.dashboard.charts {
            assert!(html.contains(&format!("data-chart=\"{}\"", chart.id)), "{}", chart.id);
        }
        assert_eq!(html.matches("data-source=").count(), plot.footnotes.notes().len());
        for furniture in ["class=\"tools\"", "class=\"exit\"", "<nav", "id=\"download\"", "share/", "cite/"] {
            assert!(!html.contains(furniture), "{furniture}");
        }
        assert!(html.contains("Frozen."));
    });
}

#[test]
fn figures_for_sentences_are_json_with_words_units_and_notes() {
    plotted(&real(), |plot| {
        let figures: serde_json::Value = serde_json::from_str(&web::inline(plot)).unwrap();
        assert_eq!(figures.as_object().unwrap().len(), plot.dashboard.figures.len());
        for figure in &plot.dashboard.figures {
            let found = &figures[&figure.id];
            let words = format!("{} {}", found["words"].as_str().unwrap(), found["unit"].as_str().unwrap());
            assert_eq!(words.trim(), plot.stated(figure).to_string());
            let notes = found["notes"].as_array().unwrap();
            assert_eq!(notes.len(), plot.footnotes.markers(&figure.id).len(), "{}", figure.id);
            assert!(notes.iter().all(|note| note["link"].as_str().unwrap().starts_with("https://")));
        }
    });
    let disputed = real().replacen("\"id\": \"arrests\",", "\"id\": \"arrests\", \"status\": \"disputed\",", 1);
    plotted(&disputed, |plot| {
        let figures: serde_json::Value = serde_json::from_str(&web::inline(plot)).unwrap();
        assert_eq!(figures["arrests"]["remark"], "disputed");
    });
}

/// A dashboard of three figures, of which the first has no place of its own: it is in a chart, and was corrected.
fn charted() -> String {
    r#"{"schema_version":1,"id":"d","title":{"en":"T"},"summary":{"en":"S"},"updated":"2026-01-21","license":"CC-BY-4.0",
    "sources":[{"id":"bbc.co.uk","type":"article"}],
    "figures":[{"id":"f","label":{"en":"Pupils"},"value":{"exactly":7},"unit":"people","citations":[{"source":"bbc.co.uk","quote":"seven"}]},
               {"id":"h","label":{"en":"Teachers"},"value":{"exactly":1},"unit":"people","citations":[{"source":"bbc.co.uk","quote":"one"}]},
               {"id":"g","label":{"en":"All of them"},"unit":"people","derive":{"sum":["f","h"]}}],
    "charts":[{"id":"c","kind":"bars","title":{"en":"C"},"finding":{"en":"F"},"figures":["f"]}],
    "sections":[{"id":"x","title":{"en":"X"},"figures":["g","h"],"charts":["c"]}],
    "corrections":[{"date":"2026-01-01","figure":"f","was":{"exactly":5},"reason":{"en":"Miscounted."}},
                   {"date":"2026-01-20","figure":"f","was":{"exactly":6},"reason":{"en":"Counted anew."}}]}"#
        .to_owned()
}

#[test]
fn a_correction_says_what_was_and_what_is_and_the_figure_leads_to_it() {
    let text = charted().replace(r#""figures":["g","h"]"#, r#""figures":["g","h","f"]"#);
    plotted(&text, |plot| {
        let html = web::render(plot.dashboard, Language::English);
        assert!(html.contains("Pupils: was 5 people, is now 7 people"), "{html}");
        assert_eq!(html.matches("id=\"correction-f\"").count(), 1, "the last one alone is led to");
        assert!(html.contains("<a href=\"#correction-f\">Corrected on 20 January 2026</a>"));
        let excerpt =
            web::render_excerpt(plot, Excerpt::Figure("f"), "../index.html", plot.dashboard.updated, None).unwrap();
        assert!(excerpt.contains("<a href=\"../index.html#correction-f\""), "{excerpt}");
    });
}

#[test]
fn every_link_within_the_page_leads_somewhere_also_to_a_figure_that_only_a_chart_shows() {
    for text in [charted(), real()] {
        let html = web::render(&Dashboard::parse(&text).unwrap(), Language::English);
        for link in html.split("href=\"#").skip(1) {
            let anchor = link.split('"').next().unwrap();
            assert!(html.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
    }
}

#[test]
fn the_excerpt_of_a_figure_that_only_a_chart_shows_has_its_notes_and_leads_to_its_row() {
    plotted(&charted(), |plot| {
        let html =
            web::render_excerpt(plot, Excerpt::Figure("f"), "../index.html", plot.dashboard.updated, None).unwrap();
        assert!(html.contains("id=\"note-bbc.co.uk_f\""), "{html}");
        assert!(html.contains("href=\"../index.html#figure-f\""));
    });
}

#[test]
fn a_statement_without_a_figure_leads_to_the_notes_of_the_articles_that_it_cites() {
    let text = real().replacen(
        "\"summary\": { \"en\": \"",
        "\"summary\": { \"en\": \"None dates it{checked:guardian,jurist}. ",
        1,
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let html = web::render(&dashboard, Language::English);
    let (_, rest) = html.split_once("None dates it").unwrap();
    let marker = rest.split_once("</a>").unwrap().0;
    assert!(marker.contains("href=\"#notes\"") && marker.contains("Checked against these 2 articles"), "{marker}");
    let numbers = [">1<", ">5<"];
    assert!(numbers.iter().all(|number| marker.contains(number)), "{marker}");
}
