//! Footnotes: an article has one number on the whole page, in the order of first use.

mod support;

use std::collections::BTreeSet;

use model::{Dashboard, Footnotes, Place};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{accepted, dataset, derived, reported, text};

/// A figure that these articles report.
fn figure(id: &str, articles: &[&str]) -> Json {
    let mut figure = reported(id, json!({ "exactly": 10 }), "people");
    figure["citations"] =
        articles.iter().map(|name| json!({ "source": name, "quote": format!("{id} in {name}") })).collect();
    figure
}

/// A dataset of these figures, with its articles in alphabetical order.
fn citing(figures: &[Json]) -> Json {
    let mut dataset = dataset(figures);
    let cited = figures.iter().filter_map(|figure| figure["citations"].as_array()).flatten();
    let mut names: BTreeSet<&str> = cited.filter_map(|citation| citation["source"].as_str()).collect();
    names.insert("paper");
    dataset["sources"] = names.into_iter().map(|id| json!({ "id": id, "type": "webpage" })).collect();
    dataset
}

fn numbered(dashboard: &Dashboard) -> Vec<String> {
    let footnotes = Footnotes::of(dashboard);
    let numbers: Vec<usize> = footnotes.notes().iter().map(|note| note.number).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "the numbers have gaps");
    footnotes.notes().iter().map(|note| note.source.id.clone()).collect()
}

#[test]
fn articles_are_numbered_in_reading_order_not_in_file_order() {
    let dataset = citing(&[figure("one", &["zeit", "blick"]), figure("two", &["blick", "abend"])]);
    // The event of the small dataset comes last and cites "paper".
    assert_eq!(numbered(&accepted(&dataset)), ["zeit", "blick", "abend", "paper"]);
}

#[test]
fn the_page_is_read_from_summary_to_section_text_to_figure_to_note_to_chart() {
    let names = ["g", "f", "e", "d", "c", "b", "a"];
    let figures: Vec<Json> = names.iter().map(|name| figure(&format!("in-{name}"), &[name])).collect();
    let mut dataset = citing(&figures);
    dataset["summary"] = text("{in-g}");
    dataset["figures"][2]["note"] = text("{in-d}");
    dataset["charts"] = json!([
        { "id": "bars", "kind": "bars", "title": text("T"), "finding": text("{in-c}"), "figures": ["in-b"] },
        { "id": "times", "kind": "timeline", "title": text("T"), "finding": text("F.") },
    ]);
    dataset["sections"] = json!([
        { "id": "one", "title": text("One"), "summary": text("{in-f}"), "figures": ["in-e"], "charts": ["bars", "times"] },
        { "id": "two", "title": text("Two"), "figures": ["in-a", "in-b", "in-c", "in-d", "in-f", "in-g"] },
    ]);
    assert_eq!(numbered(&accepted(&dataset)), ["g", "f", "e", "d", "c", "b", "paper", "a"]);
}

#[test]
fn the_order_of_sections_decides_and_not_the_order_of_figures_in_the_file() {
    let mut dataset = citing(&[figure("one", &["a"]), figure("two", &["b"])]);
    dataset["sections"][0]["figures"] = json!(["two", "one"]);
    assert_eq!(numbered(&accepted(&dataset))[..2], ["b", "a"]);
}

#[test]
fn a_superseded_figure_that_is_not_shown_keeps_its_passage_and_comes_last() {
    let mut old = figure("old", &["archive"]);
    old["status"] = json!("superseded");
    old["superseded_by"] = json!("new");
    let mut dataset = citing(&[old, figure("new", &["paper"])]);
    dataset["sections"][0]["figures"] = json!(["new"]);
    let dashboard = accepted(&dataset);
    let footnotes = Footnotes::of(&dashboard);
    let last = footnotes.notes().last().unwrap();
    assert_eq!((last.number, last.source.id.as_str()), (2, "archive"));
    assert_eq!((last.passages[0].item, last.passages[0].places.as_slice()), ("old", [].as_slice()));
}

#[test]
fn a_derived_figure_has_the_markers_of_its_operands_sorted_and_each_article_once() {
    let figures = [
        figure("one", &["b", "a"]),
        figure("two", &["a", "c"]),
        derived("both", json!({ "sum": ["two", "one"] }), "people"),
        derived("half", json!({ "ratio": ["one", "both"] }), "percent"),
    ];
    let dashboard = accepted(&citing(&figures));
    let markers = |id| -> Vec<(usize, String)> {
        let markers = Footnotes::of(&dashboard).markers(id);
        markers.into_iter().map(|marker| (marker.number, marker.anchor)).collect()
    };
    let expected = |list: [(usize, &str); 3]| list.map(|(number, anchor)| (number, anchor.to_owned()));
    assert_eq!(markers("half"), expected([(1, "note-b_one"), (2, "note-a_one"), (3, "note-c_two")]));
    // Its first operand is not the first one on the page.
    assert_eq!(markers("both"), expected([(1, "note-b_one"), (2, "note-a_two"), (3, "note-c_two")]));
}

#[test]
fn a_derived_figure_numbers_its_articles_if_it_is_read_first() {
    let mut dataset = citing(&[
        figure("one", &["a"]),
        figure("two", &["b"]),
        derived("share", json!({ "ratio": ["two", "one"] }), "percent"),
    ]);
    dataset["summary"] = text("It is {share}.");
    assert_eq!(numbered(&accepted(&dataset))[..2], ["b", "a"]);
}

#[test]
fn a_passage_lists_each_place_that_uses_it_once_in_reading_order() {
    let two = figure("two", &["b"]);
    let mut dataset =
        citing(&[figure("one", &["a"]), two, derived("twice", json!({ "sum": ["one", "two"] }), "people")]);
    dataset["summary"] = text("{one} and {one} make {twice}.");
    dataset["sections"][0]["summary"] = text("{twice}");
    dataset["charts"][0]["finding"] = text("{one}");
    dataset["events"][0]["note"] = text("{one}");
    let dashboard = accepted(&dataset);
    let footnotes = Footnotes::of(&dashboard);
    let places = &footnotes.notes()[0].passages[0].places;
    let expected =
        [Place::Summary, Place::Section("all"), Place::Figure("one"), Place::Figure("twice"), Place::Chart("times")];
    assert_eq!(places, &expected);
    let anchors: Vec<String> = places.iter().map(Place::anchor).collect();
    assert_eq!(anchors, ["summary", "section-all", "figure-one", "figure-twice", "chart-times"]);
}

#[test]
fn a_figure_in_the_note_of_an_event_leads_back_to_the_timeline() {
    let mut dataset = citing(&[figure("one", &["a"])]);
    dataset["events"][0]["note"] = text("So many: {one}.");
    let dashboard = accepted(&dataset);
    let footnotes = Footnotes::of(&dashboard);
    assert_eq!(footnotes.notes()[0].passages[0].places, [Place::Figure("one"), Place::Chart("times")]);
}

#[test]
fn two_quotes_of_one_article_are_one_passage() {
    let mut dataset = citing(&[figure("one", &["a", "a"])]);
    dataset["figures"][0]["citations"][1]["quote"] = json!("and again");
    let dashboard = accepted(&dataset);
    let footnotes = Footnotes::of(&dashboard);
    let quotes: Vec<_> =
        footnotes.notes()[0].passages[0].citations.iter().map(|citation| citation.quote.as_str()).collect();
    assert_eq!(quotes, ["one in a", "and again"]);
    assert_eq!(footnotes.markers("one").len(), 1);
}

#[test]
fn an_unknown_id_has_no_marker() {
    let dashboard = accepted(&citing(&[figure("one", &["a"])]));
    assert_eq!(Footnotes::of(&dashboard).markers("nothing"), []);
    assert_eq!(Footnotes::of(&dashboard).number("nothing"), None);
}

#[test]
fn an_article_that_repeats_another_through_a_third_is_not_an_origin() {
    let mut dataset = citing(&[figure("one", &["a", "b", "c"])]);
    dataset["sources"][0]["repeats"] = json!(["b"]);
    dataset["sources"][1]["repeats"] = json!(["c"]);
    let dashboard = accepted(&dataset);
    assert_eq!(dashboard.origins(["a", "c"].into_iter()).len(), 1);
    assert_eq!(dashboard.origins(["a", "b"].into_iter()).len(), 1);
    assert_eq!(dashboard.origins(["a", "paper"].into_iter()).len(), 2);
    assert_eq!(dashboard.origins(["a", "a"].into_iter()).len(), 1);
}

fn figures_resting_on_one(dashboard: &Dashboard) -> Vec<&str> {
    let figures = dashboard.figures.iter().map(|figure| figure.id.as_str());
    figures.filter(|id| dashboard.rests_on_one(id)).collect()
}

#[test]
fn a_figure_loses_support_with_its_only_article_and_so_does_what_is_computed_from_it() {
    let figures = [
        figure("alone", &["a"]),
        figure("shared", &["a", "b"]),
        figure("other", &["b"]),
        derived("both", json!({ "sum": ["alone", "other"] }), "people"),
        figure("likewise", &["a", "b"]),
        derived("safe", json!({ "sum": ["shared", "likewise"] }), "people"),
    ];
    let dashboard = accepted(&citing(&figures));
    let support = dashboard.support("a");
    assert_eq!((support.supported, support.falling, support.falling_with_repeats), (5, 2, 0));
    assert!(dashboard.supports("b", "both") && dashboard.supports("b", "safe") && !dashboard.supports("b", "alone"));
    let alone: Vec<&str> = figures_resting_on_one(&dashboard);
    assert_eq!(alone, ["alone", "other", "both"]);
    let unused = dashboard.support("paper");
    assert_eq!((unused.supported, unused.falling), (0, 0));
}

#[test]
fn figures_of_an_article_and_its_repeaters_lose_support_without_all_of_them() {
    let mut dataset = citing(&[figure("one", &["a", "b", "c"]), figure("two", &["a", "paper"])]);
    dataset["sources"][1]["repeats"] = json!(["a"]);
    dataset["sources"][2]["repeats"] = json!(["b"]);
    let dashboard = accepted(&dataset);
    let support = dashboard.support("a");
    assert_eq!((support.supported, support.falling, support.falling_with_repeats), (2, 0, 1));
    assert_eq!(dashboard.support("c").falling_with_repeats, 0);
    let support = accepted(&{
        let mut dataset = citing(&[figure("one", &["a", "b"]), figure("two", &["b"])]);
        dataset["sources"][1]["repeats"] = json!(["a"]);
        dataset
    })
    .support("a");
    let counted = (support.supported, support.falling, support.falling_with_repeats);
    assert_eq!(counted, (1, 0, 1), "what only a repeater says does not rest on what it repeats");
}

#[test]
fn shared_operands_of_formulas_are_visited_once() {
    let mut figures = vec![figure("f0", &["a"]), figure("f1", &["a"])];
    for n in 2..60 {
        let operands = [format!("f{}", n - 1), format!("f{}", n - 2)];
        figures.push(derived(&format!("f{n}"), json!({ "sum": operands }), "people"));
    }
    let dashboard = accepted(&citing(&figures));
    assert_eq!(dashboard.support("a").falling, 60);
}

proptest! {
    #[test]
    fn numbers_follow_first_use_with_any_citations(cited in prop::collection::vec(prop::collection::vec(0..6_usize, 1..4), 1..8)) {
        const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
        let figures: Vec<Json> = cited
            .iter()
            .enumerate()
            .map(|(index, articles)| {
                let articles: Vec<&str> = articles.iter().map(|article| NAMES[*article]).collect();
                figure(&format!("figure-{index}"), &articles)
            })
            .collect();
        let mut expected: Vec<String> = Vec::new();
        for name in cited.iter().flatten().map(|article| NAMES[*article]).chain(["paper"]) {
            if !expected.iter().any(|known| known == name) {
                expected.push(name.into());
            }
        }
        prop_assert_eq!(numbered(&accepted(&citing(&figures))), expected);
    }
}

#[test]
fn an_address_of_a_passage_leads_back_to_its_article_and_its_figure() {
    let dashboard = accepted(&citing(&[figure("one", &["a", "a-b", "bbc.co.uk"]), figure("b-one", &["a"])]));
    let footnotes = Footnotes::of(&dashboard);
    for item in ["one", "b-one"] {
        for marker in footnotes.markers(item) {
            assert_eq!(footnotes.passage(&marker.anchor), Some((marker.source, item)));
        }
    }
    for strange in ["", "note-a", "note-a_two", "note-a-b_b-one", "figure-one"] {
        assert_eq!(footnotes.passage(strange), None, "{strange}");
    }
}

#[test]
fn a_link_to_a_passage_takes_the_place_of_one_that_the_address_of_the_article_has() {
    for (address, link) in [
        ("https://example.org/a", "https://example.org/a#:~:text=one%20in%20paper"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c#:~:text=one%20in%20paper"),
        ("https://example.org/a#part", "https://example.org/a#part:~:text=one%20in%20paper"),
        ("https://example.org/a#", "https://example.org/a#:~:text=one%20in%20paper"),
        ("https://example.org/a#:~:text=old", "https://example.org/a#:~:text=one%20in%20paper"),
        ("https://example.org/a#:~:text=old&text=older", "https://example.org/a#:~:text=one%20in%20paper"),
        ("https://example.org/a#part:~:text=old", "https://example.org/a#part:~:text=one%20in%20paper"),
    ] {
        let mut dataset = citing(&[figure("one", &["paper"])]);
        dataset["sources"][0]["URL"] = json!(address);
        let dashboard = accepted(&dataset);
        let citation = dashboard.figures[0].citations().next().unwrap();
        assert_eq!(citation.link(&dashboard.sources[0]).as_deref(), Some(link), "{address}");
        assert!(!dashboard.sources[0].url.as_deref().unwrap_or_default().contains(":~:"), "{address}");
    }
}

#[test]
fn each_line_of_a_quote_is_linked_with_its_neighbours_as_context() {
    let begin = "https://example.org/a#:~:text=";
    for (quote, printed, link) in [
        (" one \n", "one", "one"),
        ("one\ntwo", "one two", "one,-two&text=one-,two"),
        ("one\n two \n\nlast one", "one two last one", "one,-two&text=one-,two,last%20one"),
        (
            "one of three\n7,1-2",
            "one of three 7,1-2",
            "one%20of%20three,-7%2C1%2D2&text=one%20of%20three-,7%2C1%2D2&text=one%20of%20three,7%2C1%2D2",
        ),
    ] {
        let mut dataset = citing(&[figure("one", &["paper"])]);
        dataset["sources"][0]["URL"] = json!("https://example.org/a");
        dataset["figures"][0]["citations"][0]["quote"] = json!(quote);
        let dashboard = accepted(&dataset);
        let citation = dashboard.figures[0].citations().next().unwrap();
        assert_eq!(citation.quote, printed);
        assert_eq!(citation.lines().join(" "), printed);
        assert_eq!(citation.link(&dashboard.sources[0]), Some([begin, link].concat()));
    }
}
