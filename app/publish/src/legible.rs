//! Tests that slides and link previews are legible, and that nothing of what they show is lost.

use std::collections::BTreeSet;

use chart::{Purpose, Slide, Subject, Theme};
use model::{Dashboard, Figure, Footnotes, Kind};
use resvg::usvg::{Group, Node};
use statement::{Account, Language};

use crate::drawing::read;
use crate::poster;

/// Generated editions that are read in every run of the tests.
const EDITIONS: u64 = 4;

/// The editions for tests, and generated ones, with the address of the site known.
fn all(mut check: impl FnMut(&str, &Account<'_>)) {
    let known = editions::ALL.map(|name| (name.to_owned(), editions::text(name).unwrap()));
    let wild = (0..EDITIONS).map(|number| (format!("generated edition {number}"), editions::wild(number)));
    for (name, text) in known.into_iter().chain(wild).chain([("60 figures".into(), editions::generated(60))]) {
        let Ok(dashboard) = Dashboard::parse(&text) else { continue };
        let footnotes = Footnotes::of(&dashboard);
        let address = Some("https://example.org/footnoted/");
        check(&name, &Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address });
    }
}

/// Each chart of these editions for each purpose.
fn charts(mut check: impl FnMut(&str, &Account<'_>, &model::Chart, Purpose, &Slide)) {
    all(|name, plot| {
        for chart in &plot.dashboard.charts {
            for purpose in [Purpose::Slide, Purpose::Link] {
                let slide = Slide::of_chart(plot, chart, purpose, plot.dashboard.updated);
                check(&format!("{name}, {}, {purpose:?}", chart.id), plot, chart, purpose, &slide);
            }
        }
    });
}

/// The slide of each figure of the first section of these editions, and the card of each figure.
fn tiles(mut check: impl FnMut(&str, &Account<'_>, &Figure, Purpose, &Slide)) {
    all(|name, plot| {
        let band: Vec<&Figure> = plot.dashboard.leading().collect();
        for figure in &band {
            let slide = Slide::of_figure(plot, figure, Purpose::Slide, &band, plot.dashboard.updated);
            check(&format!("{name}, {}", figure.id), plot, figure, Purpose::Slide, &slide);
        }
        for figure in &plot.dashboard.figures {
            let card = poster::of_figure(plot, figure, plot.dashboard.updated);
            check(&format!("{name}, {}, card", figure.id), plot, figure, Purpose::Link, &card);
        }
    });
}

/// The minimum size of letters in a picture for this purpose, in its pixels.
fn promised(purpose: Purpose) -> f32 {
    if purpose == Purpose::Slide { 24.0 } else { 20.0 }
}

/// The size of the smallest letters, in pixels of the layout.
fn smallest(svg: &str) -> f32 {
    fn of(group: &Group, least: &mut f32) {
        for node in group.children() {
            match node {
                Node::Group(group) => of(group, least),
                Node::Text(text) => {
                    let scale = text.abs_transform().get_scale().1;
                    let spans = text.chunks().iter().flat_map(|chunk| chunk.spans());
                    spans.for_each(|span| *least = least.min(span.font_size().get() * scale));
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    let mut least = f32::MAX;
    of(read(svg).unwrap().root(), &mut least);
    least
}

/// All letters and digits of a picture.
fn said(svg: &str) -> String {
    let document = resvg::usvg::roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    tight(
        &texts
            .flat_map(|text| text.descendants())
            .filter_map(|node| node.text().filter(|_| node.is_text()))
            .collect::<String>(),
    )
}

fn tight(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn letters_can_be_read_from_the_last_row_and_on_a_phone() {
    charts(|name, _, chart, purpose, slide| {
        // A long name whose picture cannot lose more is scaled down.
        if slide.scale < 1000 {
            let drawn = chart.figures.len() + chart.events.len() - slide.left_out;
            assert!(drawn <= 2, "{name}: {drawn} figures are drawn smaller");
            return;
        }
        let least = smallest(&slide.sheet.svg(Theme::Light)) * purpose.scale();
        assert!(least >= promised(purpose) - 0.01, "{name}: letters of {least} pixels");
    });
    tiles(|name, _, _, purpose, slide| {
        let least = smallest(&slide.sheet.svg(Theme::Light)) * purpose.scale();
        assert!(least >= promised(purpose) - 0.01, "{name}: letters of {least} pixels");
    });
}

#[test]
fn a_chart_has_three_fifths_of_its_slide() {
    charts(|name, _, _, purpose, slide| {
        let [chart, all] =
            [slide.room, (slide.sheet.width, slide.sheet.height)].map(|(width, height)| width * height / 100);
        let share = if purpose == Purpose::Slide { 60 } else { 25 };
        assert!(chart >= all / 100 * share, "{name}: the chart has {} percent", chart / (all / 100));
    });
}

#[test]
fn what_a_picture_draws_has_its_qualifier_its_standing_and_its_marker_and_the_rest_is_counted() {
    charts(|name, plot, chart, _, slide| {
        let said = said(&slide.sheet.svg(Theme::Light));
        let drawn: BTreeSet<&str> = slide
            .sheet
            .scene
            .marks
            .iter()
            .filter_map(|mark| match &mark.subject {
                Subject::Figure(id) | Subject::Event(id) => Some(id.as_str()),
                Subject::Place(_) => None,
            })
            .collect();
        let all: BTreeSet<&str> = chart.figures.iter().chain(&chart.events).map(String::as_str).collect();
        assert_eq!(drawn.len() + slide.left_out, all.len(), "{name}");
        for ids in [&chart.figures, &chart.events] {
            let left_out = ids.iter().filter(|id| !drawn.contains(id.as_str())).count();
            let words = format!("{left_out}more");
            let is_counted = said.contains(&words) && tight(&slide.sheet.scene.description).contains(&words);
            assert!(left_out == 0 || is_counted, "{name}: {left_out} are left out, and it is not said");
        }
        for id in drawn {
            // In a flow the markers are those of the articles.
            let reference =
                chart.kind == Kind::Flow || slide.sheet.scene.references.iter().any(|reference| reference.item == id);
            assert!(reference || plot.footnotes.markers(id).is_empty(), "{name}: {id} has no marker");
            // A flow of many figures counts them.
            let Some(figure) = plot.dashboard.figure(id).filter(|_| chart.kind != Kind::Flow) else { continue };
            let (phrase, standing) = plot.stated(figure).into_parts();
            let (qualifier, quantity, _) = phrase.into_parts();
            let value = tight(&format!("{qualifier}{quantity}"));
            assert!(said.contains(&value), "{name}: {value} is not in {said}");
            if let Some(words) = standing {
                let words = tight(&plot.language.begin(words));
                assert!(said.contains(&words), "{name}: {words} is not in {said}");
            }
        }
    });
}

#[test]
fn the_slide_of_a_figure_says_how_it_is_known_its_status_and_how_many_articles_report_it() {
    tiles(|name, plot, figure, _, slide| {
        let said = said(&slide.sheet.svg(Theme::Light));
        let (phrase, standing) = plot.stated(figure).into_parts();
        let standing = standing.map(|words| plot.language.begin(words));
        let mut words = vec![phrase.to_string(), plot.text(&figure.label).to_owned(), plot.support(figure)];
        words.extend(standing);
        words.extend(figure.said_by.as_ref().map(|who| plot.text(who).to_owned()));
        words.extend(figure.basis.map(|basis| plot.language.begin(plot.language.basis(basis).to_owned())));
        for words in words {
            assert!(said.contains(&tight(&words)), "{name}: {words} is not in {said}");
        }
    });
}
