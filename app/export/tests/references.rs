//! How to cite it: the words, and the records for reference managers.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

mod support;

use expect_test::{Expect, expect};
use export::{Exports, Reference, Subject};
use serde_json::json;
use support::{ADDRESS, REAL, all, dataset, edition, odd, odd_sources, published};

fn figure(edition: &Exports<'_>, id: &str) -> Reference {
    edition.reference(Subject::Figure(edition.dashboard.figure(id).unwrap()))
}

fn subjects<'a>(edition: &Exports<'a>) -> Vec<Subject<'a>> {
    let charts = edition.dashboard.charts.iter().map(Subject::Chart);
    let figures = edition.dashboard.figures.iter().map(Subject::Figure);
    [Subject::Dashboard].into_iter().chain(charts).chain(figures).collect()
}

/// The words of a reference to a figure of the real data, were it of this day.
fn check(id: &str, short: &Expect, full: &Expect) {
    let mut data: serde_json::Value = serde_json::from_str(REAL).unwrap();
    data["updated"] = json!("2026-01-21");
    published(&data.to_string(), Some(ADDRESS), |edition, _| {
        let reference = figure(&edition, id);
        short.assert_eq(&reference.short);
        full.assert_eq(&reference.full);
    });
}

#[test]
fn a_figure_is_cited_as_it_is_printed_with_its_article() {
    check(
        "arrests",
        &expect![[
            r#"about 5,000 people whom Cambodia’s Anti-Scam Commission says it has arrested (JURIST, January 2026), in “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026"#
        ]],
        &expect![[r#"
        about 5,000 people whom Cambodia’s Anti-Scam Commission says it has arrested. Claim. According to Cambodia’s Anti-Scam Commission. As of January 2026.
        [5] Title not known, JURIST, January 2026, https://www.jurist.org/news/2026/01/rights-group-calls-for-protection-of-migrants-in-cambodia-escaping-scamming-compounds.
        In: “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026. Data: CC-BY-4.0. https://figures.example.org/scams/?figure=arrests"#]],
    );
}

#[test]
fn articles_with_one_origin_are_cited_as_one_origin_and_what_they_give_instead_is_said() {
    check(
        "un-estimate",
        &expect![
            "about 100,000 people in Cambodia’s scam compounds, by a United Nations estimate (The Guardian, 21 January 2026; Newser, 21 January 2026; Asia Daily, date not known: 3 articles, one origin: The Guardian), in “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026"
        ],
        &expect![[r#"
            about 100,000 people in Cambodia’s scam compounds, by a United Nations estimate. Estimate. According to the United Nations.
            [1] Rebecca Ratcliffe, “Thousands of workers flee Cambodia scam centres, officials say”, The Guardian, 21 January 2026, https://www.theguardian.com/world/2026/jan/21/thousands-of-workers-flee-cambodia-scam-centres-officials-say. (gives 100,000 people)
            [2] “Thousands Flee Cambodian Scam Centers”, Newser, 21 January 2026, https://www.newser.com/story/382321/thousands-flee-cambodian-scam-centers.html. Repeats reporting of The Guardian.
            [3] Title not known, Asia Daily, date not known, https://asiadaily.org/?p=11959. Repeats reporting of The Guardian.
            In: “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026. Data: CC-BY-4.0. https://figures.example.org/scams/?figure=un-estimate"#]],
    );
}

#[test]
fn a_computed_figure_is_cited_with_its_formula_and_the_articles_of_its_operands() {
    check(
        "implied-gdp",
        &expect![
            "more than about $25 billion is the formal GDP of Cambodia that the estimated return and its share of GDP imply (computed: more than $12.5 billion (Yearly return on scamming) divided by about half (Return against formal GDP); reported by The Guardian, 21 January 2026; Newser, 21 January 2026; Asia Daily, date not known: 3 articles, one origin: The Guardian), in “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026"
        ],
        &expect![[r#"
        more than about $25 billion is the formal GDP of Cambodia that the estimated return and its share of GDP imply. Computed: more than $12.5 billion (Yearly return on scamming) divided by about half (Return against formal GDP).
        [1] Rebecca Ratcliffe, “Thousands of workers flee Cambodia scam centres, officials say”, The Guardian, 21 January 2026, https://www.theguardian.com/world/2026/jan/21/thousands-of-workers-flee-cambodia-scam-centres-officials-say. (Return against formal GDP: gives half)
        [2] “Thousands Flee Cambodian Scam Centers”, Newser, 21 January 2026, https://www.newser.com/story/382321/thousands-flee-cambodian-scam-centers.html. Repeats reporting of The Guardian.
        [3] Title not known, Asia Daily, date not known, https://asiadaily.org/?p=11959. Repeats reporting of The Guardian. (Yearly return on scamming: gives $12.5 billion) (Return against formal GDP: gives half)
        In: “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026. Data: CC-BY-4.0. https://figures.example.org/scams/?figure=implied-gdp"#]],
    );
}

#[test]
fn a_record_of_a_figure_names_it_the_dashboard_and_the_articles() {
    let mut data: serde_json::Value = serde_json::from_str(REAL).unwrap();
    data["updated"] = json!("2026-01-21");
    published(&data.to_string(), Some(ADDRESS), |edition, _| {
        let reference = figure(&edition, "left");
        expect![[r#"
            @misc{cambodia-scam-compounds-figure-left,
              key = {Cambodia’s scam compounds, figure by figure},
              title = {{thousands} of people said to have left scam compounds across {Cambodia}},
              howpublished = {Data dashboard},
              year = {2026},
              month = jan,
              date = {2026-01-21},
              url = {https://figures.example.org/scams/?figure=left},
              note = {In: “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026 (The Guardian, 21 January 2026, and others: 4 articles, 2 origins). Data: CC-BY-4.0},
            }
        "#]].assert_eq(&reference.bibtex);
        expect![[r#"
            TY  - DATA
            TI  - thousands of people said to have left scam compounds across Cambodia
            T2  - Cambodia’s scam compounds, figure by figure
            DA  - 2026/01/21
            PY  - 2026
            UR  - https://figures.example.org/scams/?figure=left
            N1  - In: “Cambodia’s scam compounds, figure by figure”, version of 21 January 2026 (The Guardian, 21 January 2026, and others: 4 articles, 2 origins). Data: CC-BY-4.0
            LA  - en
            ER  - 
        "#]].assert_eq(&reference.ris.replace("\r\n", "\n"));
    });
}

#[test]
fn everything_can_be_cited_with_its_version_and_every_article_behind_it() {
    for text in &all() {
        edition(text, |edition, _| {
            let version = edition.day(edition.dashboard.updated);
            for subject in subjects(&edition) {
                let reference = edition.reference(subject);
                for words in [&reference.short, &reference.full] {
                    assert!(words.contains(&format!("version of {version}")), "{words}");
                }
                assert!(!reference.short.contains('\n'));
                let markers = match subject {
                    Subject::Figure(figure) => edition.footnotes.markers(&figure.id),
                    Subject::Chart(chart) => {
                        chart.figures.iter().chain(&chart.events).flat_map(|id| edition.footnotes.markers(id)).collect()
                    }
                    Subject::Dashboard => Vec::new(),
                };
                for marker in markers {
                    assert!(reference.full.contains(&format!("\n[{}] ", marker.number)), "{}", reference.full);
                    if let Some(url) = &marker.source.url {
                        assert!(reference.full.contains(url.as_str()), "{}", reference.full);
                    }
                }
                assert!(!reference.full.contains("\n\n"));
            }
        });
    }
}

#[test]
fn the_dashboard_is_cited_with_all_its_articles() {
    edition(REAL, |edition, _| {
        let reference = edition.reference(Subject::Dashboard);
        assert_eq!(reference.full.lines().count(), 1 + edition.dashboard.sources.len());
        assert!(reference.full.contains("Data: CC-BY-4.0"));
    });
}

#[test]
fn an_address_is_printed_only_if_it_is_known() {
    edition(&odd(), |edition, _| {
        for subject in subjects(&edition) {
            let reference = edition.reference(subject);
            assert!(!reference.bibtex.contains("url = ") && !reference.ris.contains("UR  - "));
            assert!(!reference.full.contains("?figure=") && !reference.full.contains("?chart="));
        }
    });
    published(&odd(), Some(ADDRESS), |edition, _| {
        let chart = edition.reference(Subject::Chart(edition.dashboard.chart("bars").unwrap()));
        for words in [chart.full, chart.bibtex, chart.ris] {
            assert!(words.contains("https://figures.example.org/scams/?chart=bars"), "{words}");
        }
    });
}

#[test]
fn the_citation_of_a_superseded_or_withdrawn_figure_states_its_status() {
    let mut data = dataset(&odd_sources(), "who left");
    data["figures"][0]["status"] = json!("withdrawn");
    data["figures"][1]["status"] = json!("superseded");
    data["figures"][1]["superseded_by"] = json!("left");
    edition(&data.to_string(), |edition, _| {
        let reference = figure(&edition, "left");
        for words in [reference.short, reference.full, reference.bibtex, reference.ris] {
            let words = words.replace(['{', '}'], "");
            assert!(words.contains("(withdrawn by its source)"), "{words}");
        }
        assert!(figure(&edition, "other").short.contains("(superseded by who left: "));
    });
}

#[test]
fn an_article_of_which_nothing_is_known_is_cited_by_its_name_in_the_file() {
    edition(&odd(), |edition, _| {
        let reference = figure(&edition, "left");
        assert!(reference.full.contains("\n[2] Title not known, least, date not known."), "{}", reference.full);
    });
}
