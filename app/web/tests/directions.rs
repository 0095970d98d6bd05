//! A page whose texts run from right to left is the page of any other, but that these texts stand apart.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use model::{Dashboard, Footnotes};
use statement::{Account, Language};
use web::Excerpt;

/// The page and each excerpt, without the drawings, whose lines break elsewhere.
fn pages(text: &str) -> Vec<String> {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let charts = dashboard.charts.iter().map(|chart| Excerpt::Chart(&chart.id));
    let figures = dashboard.figures.iter().map(|figure| Excerpt::Figure(&figure.id));
    let excerpts = charts
        .chain(figures)
        .map(|excerpt| web::render_excerpt(&plot, excerpt, "../index.html", dashboard.updated, None).unwrap());
    let whole = web::render(&dashboard, Language::English);
    excerpts.chain([whole]).map(|html| without(&without(&html, "<svg", "</svg>"), " href=\"http", "\"")).collect()
}

/// What is left of a text when all that stands between these two is taken out.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once(to).map_or("", |(_, rest)| rest)).collect::<String>()
}

/// Whether a letter runs from right to left, of those that the tests write.
fn runs_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6ff}')
}

/// Every text is in a `<bdi>`, or isolated within an attribute or an option, which hold no elements.
fn stands_apart(html: &str) {
    let (mut apart, mut isolated) = (0_usize, 0_usize);
    let mut in_option = false;
    for (index, piece) in html.split('<').enumerate() {
        let (tag, words) = if index == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        match tag.split([' ', '>']).next().unwrap_or_default() {
            "bdi" => apart += 1,
            "/bdi" => apart -= 1,
            "option" => in_option = true,
            "/option" => in_option = false,
            _ => {}
        }
        for (text, free) in [(tag, true), (words, in_option)] {
            for c in text.chars() {
                match c {
                    '\u{2068}' => isolated += 1,
                    '\u{2069}' => isolated -= 1,
                    c if runs_leftwards(c) => {
                        assert!(isolated > 0 || (!free && apart > 0), "“{c}” stands among others: <{tag}>{words}");
                    }
                    _ => {}
                }
                assert!(free || isolated == 0, "marks in place of an element: {words}");
            }
        }
        assert_eq!(isolated, 0, "does not end: <{tag}>{words}");
    }
    assert_eq!(apart, 0);
}

#[test]
fn every_right_to_left_text_is_isolated_and_all_else_is_as_before() {
    for name in ["cambodia", "grown", "least", "schools"] {
        let text = editions::text(name).unwrap();
        for (before, turned) in pages(&text).iter().zip(pages(&editions::turned(&text))) {
            stands_apart(&turned);
            let plain = turned.replace("<bdi>", "").replace("</bdi>", "");
            let plain = editions::turned_back(&plain);
            let differs = plain.split('<').zip(before.split('<')).find(|(one, other)| one != other);
            assert_eq!(differs, None, "{name}");
            assert!(!before.contains("<bdi") && !before.contains("dir=") && !before.contains('\u{2068}'), "{name}");
        }
    }
}

#[test]
fn the_page_of_many_letters_keeps_its_texts_apart() {
    let text = editions::text("letters").unwrap();
    pages(&text).iter().for_each(|html| stands_apart(html));
}
