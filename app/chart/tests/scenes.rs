//! What a reader of a chart relies on, whatever the data: nothing leaves the picture, every mark has its markers, and the form
//! says how exact a number is.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::collections::BTreeSet;

use chart::{Align, Frame, Role, Scene, Shape, Subject, scene};
use model::{Dashboard, Footnotes, Kind};
use statement::{Account, Language};

/// Files made for one kind of chart each.
const KINDS: [&str; 3] =
    [include_str!("kinds/spans.json"), include_str!("kinds/sums.json"), include_str!("kinds/series.json")];

/// The frames of the page, and boxes of a slide and a card.
const FRAMES: [Frame; 4] = [
    Frame::Wide,
    Frame::Narrow,
    Frame::Boxed { width: 4000, height: 2000 },
    Frame::Boxed { width: 11_000, height: 5000 },
];

/// The scenes of every edition's charts, and of more than an edition has had so far.
fn scenes(check: impl Fn(&Account<'_>, &model::Chart, Scene)) {
    for name in editions::ALL {
        each_scene(&editions::text(name).unwrap(), &check);
    }
    for text in KINDS {
        each_scene(text, &check);
    }
    each_scene(&editions::generated(300), check);
}

fn each_scene(text: &str, check: impl Fn(&Account<'_>, &model::Chart, Scene)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    for chart in &dashboard.charts {
        for frame in Frame::PAGE {
            check(&plot, chart, scene(&plot, chart, frame));
        }
    }
}

/// A dashboard with one bar chart of one figure of this value.
fn one_bar(value: &str, chart: &str) -> String {
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],
        "figures":[{{"id":"f","label":{{"en":"L"}},"value":{value},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}},
                   {{"id":"g","label":{{"en":"L"}},"value":{{"exactly":1000}},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}}],
        "charts":[{{"id":"c","title":{{"en":"C"}},"finding":{{"en":"F"}},{chart},"figures":["f","g"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    )
}

/// The roles and shapes of the first mark, without its words.
fn mark(value: &str, chart: &str) -> Vec<Shape> {
    let found = std::cell::RefCell::new(Vec::new());
    each_scene(&one_bar(value, chart), |_, _, scene| {
        if scene.frame == Frame::Wide {
            let is_form = |shape: &&Shape| !matches!(shape, Shape::Text { .. }) && shape.role() != Role::Glyph;
            let shapes = scene.marks[0].shapes.iter().filter(is_form);
            *found.borrow_mut() = shapes.cloned().collect();
        }
    });
    found.into_inner()
}

fn roles(shapes: &[Shape]) -> Vec<Role> {
    shapes.iter().map(Shape::role).collect()
}

#[test]
fn no_shape_leaves_its_picture() {
    scenes(|_, chart, scene| {
        let inside = |(x, y): (i32, i32)| {
            assert!(x >= 0 && x <= scene.frame.width(), "{}: x {x}", chart.id);
            assert!(y >= 0 && y <= scene.height, "{}: y {y}", chart.id);
        };
        let all = scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
        for shape in all {
            match shape {
                Shape::Rectangle { from, to, .. } => [*from, *to].into_iter().for_each(inside),
                Shape::Circle { centre, radius, .. } => {
                    inside((centre.0 - radius, centre.1 - radius));
                    inside((centre.0 + radius, centre.1 + radius));
                }
                Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.iter().copied().for_each(inside),
                Shape::Text { at, .. } => inside(*at),
            }
        }
    });
}

#[test]
fn every_mark_has_one_marker_with_the_numbers_of_its_articles() {
    scenes(|plot, chart, scene| {
        if chart.kind == Kind::Flow {
            // Each of its articles has a number at its place, which leads to the note.
            for note in plot.reporting(chart) {
                let anchor = note.source.note_anchor();
                let own = scene.references.iter().filter(|reference| reference.anchor == anchor);
                let own: Vec<usize> = own.map(|reference| reference.numbers[0].number).collect();
                assert!(!own.is_empty() && own.iter().all(|number| *number == note.number), "{}: {anchor}", chart.id);
            }
            return;
        }
        for id in chart.figures.iter().chain(&chart.events) {
            let markers = plot.footnotes.markers(id);
            let own: Vec<_> = scene.references.iter().filter(|reference| reference.item == *id).collect();
            let numbers: usize = own.iter().map(|reference| reference.numbers.len() + reference.more).sum();
            assert_eq!(numbers, markers.len(), "{}: {id}", chart.id);
            if chart.kind == Kind::Matrix {
                assert_eq!(own.len(), markers.len(), "{}: {id} has a marker for each article", chart.id);
            } else {
                assert_eq!((own.len(), &own[0].anchor), (1, &markers[0].anchor), "{}: {id}", chart.id);
            }
        }
    });
}

#[test]
fn no_two_markers_share_a_target() {
    scenes(|_, chart, scene| {
        for (index, one) in scene.references.iter().enumerate() {
            for other in &scene.references[index + 1..] {
                let (across, down) = ((one.at.0 - other.at.0).abs(), (one.at.1 - other.at.1).abs());
                assert!(
                    2 * across >= one.width.max(240) + other.width.max(240) || down >= 240,
                    "{} {}: {:?} {:?}",
                    chart.id,
                    scene.frame.name(),
                    one.at,
                    other.at
                );
            }
        }
    });
}

#[test]
fn every_figure_and_event_of_a_chart_has_a_mark() {
    scenes(|_, chart, scene| {
        for id in &chart.figures {
            assert!(scene.marks.iter().any(|mark| mark.subject == Subject::Figure(id.clone())), "{}: {id}", chart.id);
        }
        for id in &chart.events {
            assert!(scene.marks.iter().any(|mark| mark.subject == Subject::Event(id.clone())), "{}: {id}", chart.id);
        }
    });
}

#[test]
fn no_figure_is_drawn_without_its_qualifier_its_number_and_its_status() {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect::<String>();
    let check = |plot: &Account<'_>, chart: &model::Chart, scene: Scene| {
        for figure in plot.figures(chart).into_iter().filter(|_| chart.kind.traits().sets_values) {
            let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure(figure.id.clone()));
            let texts = own.flat_map(|mark| &mark.shapes).filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(plain(text)),
                _ => None,
            });
            let written = texts.collect::<String>();
            let (qualifier, quantity, _) = plot.stated(figure).into_parts().0.into_parts();
            let remark = plot.remark_in(chart, figure).map(|words| plot.language.begin(words)).unwrap_or_default();
            for words in [qualifier, quantity, remark] {
                let name = format!("{} {} {}", chart.id, scene.frame.name(), figure.id);
                assert!(written.contains(&plain(&words)), "{name}: “{words}” is not in “{written}”");
            }
        }
    };
    scenes(check);
    for text in KINDS {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in &dashboard.charts {
            FRAMES.into_iter().for_each(|frame| check(&plot, chart, scene(&plot, chart, frame)));
        }
    }
}

#[test]
fn the_description_says_every_value() {
    scenes(|plot, chart, scene| {
        for figure in plot.figures(chart) {
            assert!(scene.description.contains(&plot.told_in(chart, figure)), "{}: {}", chart.id, figure.id);
        }
    });
}

#[test]
fn an_exact_number_is_one_solid_bar() {
    assert_eq!(roles(&mark(r#"{"exactly":500}"#, r#""kind":"bars""#)), [Role::Solid]);
}

#[test]
fn about_has_a_soft_end_round_its_number() {
    let exact = mark(r#"{"exactly":500}"#, r#""kind":"bars""#);
    let about = mark(r#"{"about":500}"#, r#""kind":"bars""#);
    assert!(roles(&about).contains(&Role::Soft));
    let right = |shape: &Shape| match shape {
        Shape::Rectangle { to, .. } => to.0,
        _ => 0,
    };
    let number = right(&exact[0]);
    assert!(right(&about[0]) < number, "the solid part ends before the number");
    let last = about.iter().map(right).max().unwrap();
    assert!(last > number && last < number * 11 / 10, "the soft part ends a little behind it");
}

#[test]
fn at_least_is_closed_and_more_than_is_an_arrow_and_both_go_on() {
    let least = mark(r#"{"at_least":500}"#, r#""kind":"bars""#);
    let more = mark(r#"{"more_than":500}"#, r#""kind":"bars""#);
    assert!(roles(&least).contains(&Role::Edge) && roles(&least).contains(&Role::Soft));
    assert!(more.iter().any(|shape| matches!(shape, Shape::Polygon { .. })) && roles(&more).contains(&Role::Soft));
    assert!(!roles(&more).contains(&Role::Edge));
}

#[test]
fn a_magnitude_is_a_band_and_no_bar() {
    let band = mark(r#"{"magnitude":"thousands"}"#, r#""kind":"range","scale":"log""#);
    assert!(roles(&band).iter().all(|role| *role == Role::Band));
    assert!(band.len() > 1, "it frays at both ends");
}

#[test]
fn a_log_scale_takes_equal_steps() {
    each_scene(&one_bar(r#"{"exactly":10}"#, r#""kind":"bars","scale":"log""#), |_, _, scene| {
        // In the narrow frame there are lines behind each mark.
        let ticks: BTreeSet<i32> = scene
            .ground
            .iter()
            .filter_map(|shape| match shape {
                Shape::Line { points, .. } => points.first().map(|(x, _)| *x),
                _ => None,
            })
            .collect();
        let ticks: Vec<i32> = ticks.into_iter().collect();
        let steps: Vec<i32> = ticks.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.len() >= 2 && steps.iter().all(|step| (step - steps[0]).abs() <= 1), "{ticks:?}");
    });
}

#[test]
fn numbers_on_an_axis_never_run_into_each_other() {
    scenes(|_, chart, scene| {
        let small: Vec<(i32, i32, usize)> = scene
            .ground
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { at, align: Align::Middle, text, role: Role::Small } => {
                    Some((at.0, at.1, text.chars().count()))
                }
                _ => None,
            })
            .collect();
        for pair in small.windows(2).filter(|pair| pair[0].1 == pair[1].1) {
            // No letter of 12 pixels is narrower than 2.6.
            let room = (pair[0].2 + pair[1].2) as i32 * 26 / 2;
            assert!(pair[1].0 - pair[0].0 > room, "{} {}: {pair:?}", chart.id, scene.frame.name());
        }
    });
}

#[test]
fn at_most_is_closed_and_less_than_ends_in_an_arrow_and_neither_is_solid() {
    let most = mark(r#"{"at_most":500}"#, r#""kind":"bars""#);
    assert!(roles(&most).contains(&Role::Edge) && roles(&most).contains(&Role::Soft));
    let less = mark(r#"{"less_than":500}"#, r#""kind":"bars""#);
    assert!(less.iter().any(|shape| matches!(shape, Shape::Polygon { role: Role::Soft, .. })));
    assert!(roles(&less).iter().all(|role| *role == Role::Soft));
}

#[test]
fn the_key_explains_at_most_and_less_than_where_they_are_drawn() {
    let key = |text: &str| {
        let words = std::cell::RefCell::new(Vec::new());
        each_scene(text, |plot, chart, _| {
            *words.borrow_mut() = chart::legend(plot, chart).into_iter().map(|sample| sample.words).collect();
        });
        words.into_inner()
    };
    let words = key(&one_bar(r#"{"at_most":500}"#, r#""kind":"bars""#));
    assert!(words.iter().any(|words| words.starts_with("at most:")), "{words:?}");
    for chart in [r#""kind":"bars""#, r#""kind":"share""#, r#""kind":"share","dot":100"#] {
        let words = key(&one_bar(r#"{"less_than":500}"#, chart));
        assert!(words.iter().any(|words| words.starts_with("less than:")), "{words:?}");
        assert!(words.iter().all(|words| !words.starts_with("at most:") && !words.starts_with("about:")), "{words:?}");
    }
    let words = key(&one_bar(r#"{"exactly":500}"#, r#""kind":"bars""#));
    assert!(words.iter().all(|words| !words.starts_with("at most:")), "{words:?}");
}

/// A matrix of one figure that so many articles report.
fn matrix_of(articles: usize) -> String {
    let join = |each: &dyn Fn(usize) -> String| (0..articles).map(each).collect::<Vec<_>>().join(",");
    let sources =
        join(&|n| format!(r#"{{"id":"s{n}","type":"article","container-title":"The Newspaper of Record {n}"}}"#));
    let citations = join(&|n| format!(r#"{{"source":"s{n}","quote":"q"}}"#));
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{sources}],
        "figures":[{{"id":"f","label":{{"en":"Households without heating"}},"value":{{"exactly":1000}},"unit":"people","citations":[{citations}]}}],
        "charts":[{{"id":"c","title":{{"en":"C"}},"finding":{{"en":"F"}},"kind":"matrix","figures":["f"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    )
}

#[test]
fn a_matrix_of_many_articles_keeps_its_words_whole_and_its_marks_apart() {
    for articles in [1, 5, 6, 7, 9, 12, 17, 40] {
        each_scene(&matrix_of(articles), |_, _, scene| {
            let told = format!("{articles} articles, {}", scene.frame.name());
            let words: Vec<String> = scene.marks[0]
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Text { text, .. } => Some(text.clone()),
                    _ => None,
                })
                .collect();
            assert!(words.iter().any(|line| line.contains("Households")), "{told}: {words:?}");
            assert_eq!(scene.references.len(), articles, "{told}");
            for (index, one) in scene.references.iter().enumerate() {
                assert!(one.at.0 >= 120 && one.at.0 + 120 <= scene.frame.width(), "{told}: {:?}", one.at);
                assert!(one.at.1 + 120 <= scene.height, "{told}: {:?}", one.at);
                for other in &scene.references[index + 1..] {
                    let (across, down) = ((one.at.0 - other.at.0).abs(), (one.at.1 - other.at.1).abs());
                    assert!(across >= 240 || down >= 240, "{told}: {:?} {:?}", one.at, other.at);
                }
            }
        });
    }
}

#[test]
fn the_title_of_a_group_is_above_its_first_figure_and_below_the_group_before() {
    let figure = |id: &str| {
        format!(
            r#"{{"id":"{id}","label":{{"en":"{id} label"}},"value":{{"exactly":5}},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}}"#
        )
    };
    let figures = ["one", "two", "three"].map(figure).join(",");
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],"figures":[{figures}],
        "charts":[{{"id":"c","title":{{"en":"C"}},"finding":{{"en":"F"}},"kind":"bars","groups":[
            {{"title":{{"en":"Before"}},"figures":["one","two"]}},{{"title":{{"en":"After"}},"figures":["three"]}}]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    );
    each_scene(&text, |_, _, scene| {
        let all = scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
        let mut words: Vec<(i32, &str)> = all
            .filter_map(|shape| match shape {
                Shape::Text { at, text, .. } => Some((at.1, text.as_str())),
                _ => None,
            })
            .collect();
        words.sort_unstable();
        let order: Vec<&str> = words.into_iter().map(|(_, text)| text).collect();
        let wanted = ["Before", "one label", "two label", "After", "three label"];
        let found: Vec<&str> = order.into_iter().filter(|text| wanted.contains(text)).collect();
        assert_eq!(found, wanted, "{}", scene.frame.name());
        assert!(scene.description.starts_with("F Before: "), "{}", scene.description);
        assert!(scene.description.find("After:") > scene.description.find("two label"), "{}", scene.description);
    });
}

#[test]
fn each_value_has_the_glyph_of_its_basis_once() {
    scenes(|plot, chart, scene| {
        for figure in plot.figures(chart) {
            let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure(figure.id.clone()));
            let own: Vec<_> = own.collect();
            assert!(own.iter().all(|mark| mark.basis == Some(statement::basis(figure))), "{}: {}", chart.id, figure.id);
            let has_glyph = |mark: &&&chart::Mark| mark.shapes.iter().any(|shape| shape.role() == Role::Glyph);
            let glyphs = own.iter().filter(has_glyph).count();
            // In a narrow flow, a figure is drawn at each of its articles.
            let is_good = if chart.kind == Kind::Flow { glyphs >= 1 } else { glyphs == 1 };
            assert!(is_good, "{}: {} has {glyphs}", chart.id, figure.id);
        }
        for mark in scene.marks.iter().filter(|mark| matches!(mark.subject, Subject::Event(_))) {
            assert!(
                mark.basis.is_none() && mark.shapes.iter().all(|shape| shape.role() != Role::Glyph),
                "{}",
                chart.id
            );
        }
    });
}

#[test]
fn what_is_too_small_to_be_seen_is_drawn_larger_and_the_picture_says_so() {
    for (value, kind, is_small) in [
        (r#"{"exactly":1}"#, r#""kind":"bars""#, true),
        (r#"{"at_most":1}"#, r#""kind":"bars""#, true),
        (r#"{"exactly":4000}"#, r#""kind":"bars""#, false),
        (r#"{"exactly":0}"#, r#""kind":"bars""#, false),
        (r#"{"exactly":1}"#, r#""kind":"share""#, true),
        (r#"{"exactly":1}"#, r#""kind":"share","dot":500"#, true),
        (r#"{"exactly":501}"#, r#""kind":"share","dot":500"#, false),
    ] {
        let text = one_bar(value, kind).replace(r#"{"exactly":1000}"#, r#"{"exactly":100000}"#);
        each_scene(&text, |_, _, scene| {
            let form = |shape: &&Shape| !matches!(shape, Shape::Text { .. }) && shape.role() != Role::Glyph;
            let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure("f".into()));
            let forms: Vec<&Shape> = own.flat_map(|mark| mark.shapes.iter().filter(form)).collect();
            let sides = forms.iter().map(|shape| match shape {
                Shape::Rectangle { from, to, .. } => (from.0, to.0),
                Shape::Polygon { points, .. } => (
                    points.iter().map(|point| point.0).min().unwrap(),
                    points.iter().map(|point| point.0).max().unwrap(),
                ),
                Shape::Circle { centre, radius, .. } => (centre.0 - radius, centre.0 + radius),
                other => unreachable!("{other:?}"),
            });
            let width = sides.map(|(from, to)| to - from).max().unwrap_or_default();
            let place = format!("{value} {kind} {}", scene.frame.name());
            assert!(width >= 20 || value.contains(":0"), "{place}: {width} tenths of a pixel");
            let words = "Too small to be seen, and drawn larger than to scale: L.";
            assert_eq!(scene.description.ends_with(words), is_small, "{place}: {}", scene.description);
            let written = scene.ground.iter().filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            assert_eq!(written.collect::<Vec<_>>().join(" ").ends_with(words), is_small, "{place}");
        });
    }
}
