//! The flow of figures from who says them to who repeats them: what readers rely on, for any number of speakers and articles. Its pictures
//! are kept; `UPDATE_EXPECT=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::path::Path;

use chart::{Frame, Role, Scene, Shape, Subject, scene};
use expect_test::expect_file;
use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language};

/// A slide and a card, besides the frames of the page.
const FRAMES: [Frame; 5] = [
    Frame::Wide,
    Frame::Narrow,
    Frame::Boxed { width: 4000, height: 4000 },
    Frame::Boxed { width: 9000, height: 5000 },
    Frame::Boxed { width: 17600, height: 8000 },
];

/// An article that repeats others.
fn article(id: &str, outlet: &str, repeats: &[&str]) -> Value {
    let mut source = json!({ "id": id, "type": "article", "container-title": outlet });
    if !repeats.is_empty() {
        source["repeats"] = json!(repeats);
    }
    source
}

/// A figure of a speaker or of none, reported by some articles.
fn figure(id: &str, speaker: Option<&str>, basis: Option<&str>, articles: &[&str]) -> Value {
    let cited: Vec<Value> = articles.iter().map(|source| json!({ "source": source, "quote": "five boats" })).collect();
    let mut figure = json!({ "id": id, "label": { "en": format!("of {id}") }, "value": { "exactly": 5 }, "unit": "boats", "citations": cited });
    if let Some(speaker) = speaker {
        figure["speaker"] = json!(speaker);
    }
    if let Some(basis) = basis {
        figure["basis"] = json!(basis);
    }
    figure
}

fn edition(speakers: &[Value], sources: &[Value], figures: &[Value]) -> String {
    let ids: Vec<&Value> = figures.iter().map(|figure| &figure["id"]).collect();
    json!({
        "schema_version": 1, "id": "d", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-01-21", "license": "CC-BY-4.0",
        "sources": sources, "speakers": speakers, "figures": figures,
        "charts": [{ "id": "c", "kind": "flow", "title": { "en": "C" }, "finding": { "en": "F." }, "figures": ids }],
        "sections": [{ "id": "x", "title": { "en": "X" }, "charts": ["c"] }]
    })
    .to_string()
}

/// A harbour: two papers that report, one that repeats, one that repeats that one, and a party.
fn harbour() -> String {
    let speakers = [
        json!({ "id": "navy", "name": { "en": "The navy" }, "party": true }),
        json!({ "id": "union", "name": { "en": "The sailors’ union" } }),
    ];
    let sources = [
        article("gazette", "The Gazette", &[]),
        article("herald", "The Herald", &["gazette"]),
        article("echo", "The Echo", &["herald"]),
        article("tide", "Tide", &[]),
    ];
    let mut withdrawn = figure("towed", Some("navy"), Some("claim"), &["tide"]);
    withdrawn["status"] = json!("withdrawn");
    let mut quoted = figure("seen", None, None, &["tide"]);
    quoted["said_by"] = json!({ "en": "a fisherman" });
    let figures = [
        figure("sunk", Some("union"), Some("count"), &["gazette", "herald", "echo"]),
        figure("lost", Some("union"), Some("estimate"), &["gazette", "tide"]),
        figure("left", None, None, &["gazette", "herald"]),
        withdrawn,
        quoted,
    ];
    edition(&speakers, &sources, &figures)
}

fn drawn(text: &str, check: impl Fn(&Account<'_>, Scene)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    for frame in FRAMES {
        check(&plot, scene(&plot, &dashboard.charts[0], frame));
    }
}

fn shapes(scene: &Scene) -> impl Iterator<Item = &Shape> {
    scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes))
}

fn words(scene: &Scene) -> String {
    let texts = shapes(scene).filter_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn count(scene: &Scene, role: Role) -> usize {
    shapes(scene).filter(|shape| shape.role() == role).count()
}

#[test]
fn its_pictures_are_as_they_were() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/flow"));
    std::fs::create_dir_all(folder).unwrap();
    drawn(&harbour(), |_, scene| {
        let name = match scene.frame {
            Frame::Boxed { width, .. } => format!("boxed-{width}"),
            frame => frame.name().to_owned(),
        };
        let text = format!("{}\n{}\n", scene.picture(), scene.markers());
        expect_file![folder.join(format!("{name}.svg"))].assert_eq(&text);
    });
}

#[test]
fn it_says_who_says_reports_and_repeats_each_figure_and_how_many() {
    drawn(&harbour(), |_, scene| {
        let words = words(&scene);
        let narrow = scene.frame == Frame::Narrow;
        let named = ["The Gazette", "The Herald", "The Echo", "Tide"];
        assert!(named.iter().all(|name| words.contains(name)), "{words}");
        if !narrow {
            for name in ["who says it", "who reports it", "who repeats it", "The navy 1", "a party"] {
                assert!(words.replace("1 The navy", "The navy 1").contains(name), "{name}: {words}");
            }
            assert!(words.contains("no one named") && words.contains("a fisherman"), "{words}");
        }
        assert!(words.contains("3 figures") && words.contains("2 in it"), "{words}");
        assert!(words.contains(if narrow { "2 of the 3 of The Gazette" } else { "2 of the 3" }), "{words}");
        let told = &scene.description;
        assert!(
            told.contains("Said by The sailors’ union; reported by The Gazette; repeated by The Herald, The Echo."),
            "{told}"
        );
        assert!(told.contains("No one is named; reported by The Gazette; repeated by The Herald."), "{told}");
        assert!(told.contains("5 boats of towed (withdrawn by its source"), "{told}");
    });
}

#[test]
fn figures_in_one_article_alone_have_a_sign() {
    drawn(&harbour(), |_, scene| {
        let alone: Vec<&str> = scene
            .marks
            .iter()
            .filter(|mark| mark.shapes.iter().any(|shape| shape.role() == Role::Alone))
            .map(|mark| match &mark.subject {
                Subject::Figure(id) | Subject::Event(id) | Subject::Place(id) => id.as_str(),
            })
            .collect();
        assert_eq!(alone.len(), 2, "{alone:?}");
        assert!(alone.contains(&"towed") && alone.contains(&"seen"), "{alone:?}");
        // In the page both are seen without their colour: one has a disc more.
        assert_eq!(count(&scene, Role::Alone), 2);
    });
}

#[test]
fn a_superseded_or_withdrawn_figure_is_hollow_in_every_frame() {
    let mut standing: Value = serde_json::from_str(&harbour()).unwrap();
    for figure in standing["figures"].as_array_mut().unwrap() {
        figure.as_object_mut().unwrap().remove("status");
    }
    let standing = standing.to_string();
    let hollow = |text: &str| {
        let found = std::cell::RefCell::new(Vec::new());
        drawn(text, |_, scene| {
            let own = scene.marks.iter().filter(|mark| mark.subject == Subject::Figure("towed".into()));
            let is_hollow = |shape: &Shape| match shape {
                Shape::Line { role, .. } => *role == Role::Band,
                Shape::Rectangle { filled, role, .. } => !filled && *role == Role::Solid,
                _ => false,
            };
            found.borrow_mut().push(own.flat_map(|mark| &mark.shapes).any(is_hollow));
        });
        found.into_inner()
    };
    assert_eq!(hollow(&harbour()), [true; FRAMES.len()]);
    assert_eq!(hollow(&standing), [false; FRAMES.len()]);
}

#[test]
fn one_article_or_a_circle_of_them_is_drawn_whole() {
    let alone = edition(&[], &[article("a", "A", &[])], &[figure("f", None, None, &["a"])]);
    drawn(&alone, |_, scene| {
        let words = words(&scene);
        assert!(words.contains("one figure, in it alone") && !words.contains("who repeats it"), "{words}");
    });
    let circle =
        [article("a", "A", &["c"]), article("b", "B", &["a"]), article("c", "C", &["b"]), article("d", "D", &[])];
    let circle = edition(&[], &circle, &[figure("f", None, None, &["b", "c", "a", "d"])]);
    drawn(&circle, |_, scene| {
        assert!(scene.description.contains("reported by B, D; repeated by C, A."), "{}", scene.description);
    });
}

/// Sixty articles, of which many repeat others, and three hundred figures of forty speakers.
fn large() -> String {
    let sources: Vec<Value> = (0..60)
        .map(|n| {
            article(
                &format!("s{n}"),
                &format!("The Newspaper of Record {n}"),
                &if n % 3 == 2 { vec!["s0", "s1"] } else { vec![] },
            )
        })
        .collect();
    let speakers: Vec<Value> =
        (0..40).map(|n| json!({ "id": format!("w{n}"), "name": { "en": format!("Ministry number {n} of the interior") }, "party": n % 5 == 0 })).collect();
    let figures: Vec<Value> = (0..300)
        .map(|n: usize| {
            let cited = [format!("s{}", n * n % 60), format!("s{}", (n * 7 + 1) % 60), format!("s{}", n % 2)];
            let cited: Vec<&str> = cited.iter().take(1 + n % 3).map(String::as_str).collect();
            let mut once: Vec<&str> = Vec::new();
            cited.into_iter().for_each(|source| {
                if !once.contains(&source) {
                    once.push(source)
                }
            });
            let basis = ["count", "estimate", "claim", "allegation"][n % 4];
            figure(
                &format!("f{n}"),
                Some(&format!("w{}", if n < 40 { n } else { n * n % 13 })),
                (!n.is_multiple_of(5)).then_some(basis),
                &once,
            )
        })
        .collect();
    // Each article is cited.
    let ids: Vec<String> = (0..60).map(|n| format!("s{n}")).collect();
    let all = figure("all", None, None, &ids.iter().map(String::as_str).collect::<Vec<_>>());
    edition(&speakers, &sources, &[figures, vec![all]].concat())
}

#[test]
fn of_very_many_the_smallest_stand_together_and_a_box_is_never_exceeded() {
    drawn(&large(), |plot, scene| {
        let words = words(&scene);
        assert!(words.contains(" others"), "{words}");
        for figure in &plot.dashboard.figures {
            assert!(scene.marks.iter().any(|mark| mark.subject == Subject::Figure(figure.id.clone())), "{}", figure.id);
        }
        if let Frame::Boxed { height, .. } = scene.frame {
            assert!(scene.height <= height || scene.frame.width() < 5000, "{} of {height}", scene.height);
        }
    });
    drawn(&harbour(), |_, scene| {
        if let Frame::Boxed { height, .. } = scene.frame {
            assert_eq!(scene.height, height, "it fills its box");
        }
    });
}

#[test]
fn nothing_leaves_its_picture_and_no_two_numbers_share_a_target() {
    for text in [harbour(), large()] {
        drawn(&text, |_, scene| {
            let inside = |(x, y): (i32, i32)| {
                assert!(
                    x >= 0 && x <= scene.frame.width() && y >= 0 && y <= scene.height,
                    "{:?}: {x}, {y}",
                    scene.frame
                );
            };
            for shape in shapes(&scene) {
                match shape {
                    Shape::Rectangle { from, to, .. } => [*from, *to].into_iter().for_each(inside),
                    Shape::Circle { centre: (x, y), radius, .. } => {
                        [(x - radius, y - radius), (x + radius, y + radius)].into_iter().for_each(inside);
                    }
                    Shape::Line { points, .. } | Shape::Polygon { points, .. } => {
                        points.iter().copied().for_each(inside)
                    }
                    Shape::Text { at, .. } => inside(*at),
                }
            }
            for (index, one) in scene.references.iter().enumerate() {
                for other in &scene.references[index + 1..] {
                    let (across, down) = ((one.at.0 - other.at.0).abs(), (one.at.1 - other.at.1).abs());
                    assert!(across >= 240 || down >= 240, "{:?}: {:?} {:?}", scene.frame, one.at, other.at);
                }
            }
        });
    }
}
