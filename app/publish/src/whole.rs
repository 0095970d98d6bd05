//! Tests that everything the model accepts is drawn whole: every letter has a glyph, and nothing is beyond the edges.

use chart::{Purpose, Slide, Theme};
use model::{Dashboard, Footnotes};
use resvg::usvg::{Group, Node};
use statement::{Account, Language};

use crate::drawing::{self, read};
use crate::{poster, social};

/// Generated editions that are drawn in every run of the tests. Some hundreds: `EDITIONS=300 cargo test -p publish drawn_whole`.
const EDITIONS: u64 = 12;

/// Rounding, in pixels.
const HAIR: f32 = 0.6;

/// The faults of a picture.
fn faults(svg: &str) -> Vec<String> {
    let tree = match read(svg) {
        Ok(tree) => tree,
        Err(error) => return vec![format!("{error:#}")],
    };
    let mut faults = Vec::new();
    boxes(tree.root(), &mut faults);
    let bounds = tree.root().abs_stroke_bounding_box();
    let size = tree.size();
    if bounds.left() < -HAIR
        || bounds.top() < -HAIR
        || bounds.right() > size.width() + HAIR
        || bounds.bottom() > size.height() + HAIR
    {
        faults.push(format!("something reaches from {bounds:?} out of {size:?}"));
    }
    faults
}

/// Letters drawn as boxes.
fn boxes(group: &Group, faults: &mut Vec<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => boxes(group, faults),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                faults.extend(glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| format!("“{}” is a box", glyph.text)));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[test]
fn whatever_is_accepted_is_drawn_whole() {
    let count = std::env::var("EDITIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(EDITIONS);
    let (mut accepted, mut faulty) = (0, Vec::new());
    for number in 0..count {
        let text = editions::wild(number);
        let dashboard = match Dashboard::parse(&text) {
            Ok(dashboard) => dashboard,
            Err(problems) => {
                println!("{number} is not accepted: {problems}");
                continue;
            }
        };
        accepted += 1;
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        let day = dashboard.updated;
        let mut pictures = vec![("the card".to_owned(), social::card(&plot, day))];
        for chart in &dashboard.charts {
            let address = Some("https://example.org/a/");
            pictures.push((
                format!("the sheet of {}", chart.id),
                drawing::sheet(&plot, chart, day, address).svg(Theme::Light),
            ));
            let slide = Slide::of_chart(&plot, chart, Purpose::Slide, day);
            pictures.push((format!("the slide of {}", chart.id), slide.sheet.svg(Theme::Light)));
            let poster = poster::poster(&plot, chart, day).sheet.svg(Theme::Light);
            pictures.push((format!("the poster of {}", chart.id), poster));
        }
        let band: Vec<_> = dashboard.leading().collect();
        for figure in &band {
            let slide = Slide::of_figure(&plot, figure, Purpose::Slide, &band, day);
            pictures.push((format!("the slide of {}", figure.id), slide.sheet.svg(Theme::Light)));
        }
        for figure in &dashboard.figures {
            let card = poster::of_figure(&plot, figure, day).sheet.svg(Theme::Light);
            pictures.push((format!("the card of {}", figure.id), card));
        }
        for (name, svg) in pictures {
            faulty.extend(faults(&svg).into_iter().map(|fault| format!("{number}, {name}: {fault}")));
        }
    }
    assert!(accepted * 10 >= count * 7, "only {accepted} of {count} generated editions are accepted");
    assert!(faulty.is_empty(), "{} faults:\n{}", faulty.len(), faulty.join("\n"));
}
