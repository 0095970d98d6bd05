//! Large pages fold parts, depending on the number of figures alone, and leave nothing out.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language};
use web::Excerpt;

/// A dashboard whose second section lists so many figures.
fn listing(count: usize) -> Dashboard {
    let figure = |index: usize| {
        json!({
            "id": format!("f-{index}"), "label": {"en": "L"}, "value": {"exactly": 5}, "unit": "people",
            "citations": [{"source": "a", "quote": "q"}],
        })
    };
    let ids: Vec<String> = (0..=count).map(|index| format!("f-{index}")).collect();
    let (first, others) = ids.split_first().unwrap();
    let data = json!({
        "schema_version": 1, "id": "d", "title": {"en": "T"}, "summary": {"en": "S"}, "updated": "2026-01-21",
        "license": "CC-BY-4.0", "sources": [{"id": "a", "type": "article-newspaper", "container-title": "Daily"}],
        "figures": (0..=count).map(figure).collect::<Vec<Value>>(),
        "charts": [{"id": "c", "kind": "bars", "title": {"en": "C"}, "finding": {"en": "F"}, "figures": [first]}],
        "sections": [
            {"id": "x", "title": {"en": "X"}, "figures": [first], "charts": ["c"]},
            {"id": "y", "title": {"en": "Y"}, "figures": others, "charts": []},
        ],
    });
    Dashboard::parse(&data.to_string()).unwrap()
}

/// The lines behind which something is folded away.
fn handles(html: &str) -> Vec<&str> {
    let folds = html.split("class=\"folded\"").skip(1);
    folds.filter_map(|fold| Some(fold.split_once("<summary>")?.1.split_once("</summary>")?.0)).collect()
}

#[test]
fn of_a_long_list_the_first_figures_are_seen_and_the_others_are_folded_away() {
    for (count, wanted) in [(1, vec![]), (12, vec![]), (13, vec!["5 more figures"]), (37, vec!["29 more figures"])] {
        let dashboard = listing(count);
        let html = web::render(&dashboard, Language::English);
        assert_eq!(handles(&html), wanted, "{count} figures");
        for figure in &dashboard.figures {
            assert!(
                html.contains(&format!("id=\"figure-{}\"", figure.id)),
                "{count} figures: {} is missing",
                figure.id
            );
        }
    }
}

#[test]
fn a_large_dashboard_folds_each_section_below_its_finding_and_not_the_band() {
    let dashboard = Dashboard::parse(&editions::generated(300)).unwrap();
    let html = web::render(&dashboard, Language::English);
    let folded = handles(&html);
    assert_eq!(folded.len(), dashboard.sections.len() - 1);
    assert!(folded.contains(&"3 charts and 24 figures"), "{folded:?}");
    let seen = html.split("<details class=\"folded\"").next().unwrap();
    for figure in dashboard.leading() {
        assert!(seen.contains(&format!("id=\"figure-{}\"", figure.id)), "the tile {} is folded away", figure.id);
    }
    let small = Dashboard::parse(&editions::generated(100)).unwrap();
    assert!(handles(&web::render(&small, Language::English)).iter().all(|handle| handle.ends_with("more figures")));
}

#[test]
fn in_a_frame_nothing_is_folded_away() {
    for dashboard in [listing(40), Dashboard::parse(&editions::generated(300)).unwrap()] {
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        let html = web::render_excerpt(&plot, Excerpt::Whole, "../", dashboard.updated, None).unwrap();
        assert_eq!(handles(&html), [""; 0]);
    }
}
