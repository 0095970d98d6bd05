//! The ladder of wordings: each article's words in the order in which they were repeated, and what of them is new. Its pictures are
//! kept; `UPDATE_EXPECT=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::path::Path;

use chart::{Frame, Role, Scene, Shape, scene};
use expect_test::expect_file;
use model::{Dashboard, Footnotes};
use serde_json::{Value, json};
use statement::{Account, Language};

const FRAMES: [Frame; 4] = [
    Frame::Wide,
    Frame::Narrow,
    Frame::Boxed { width: 4000, height: 4000 },
    Frame::Boxed { width: 12000, height: 5000 },
];

/// A figure as each article words it.
fn figure(id: &str, wordings: &[(&str, &str)]) -> Value {
    let cited: Vec<Value> = wordings
        .iter()
        .map(|(source, wording)| json!({ "source": source, "quote": "about five boats", "wording": { "en": wording } }))
        .collect();
    json!({ "id": id, "label": { "en": format!("lost in {id}") }, "value": { "about": 5 }, "unit": "boats", "basis": "count", "citations": cited })
}

fn edition(figures: &[Value]) -> String {
    let ids: Vec<&Value> = figures.iter().map(|figure| &figure["id"]).collect();
    let source = |id: &str, outlet: &str, repeats: &[&str]| {
        let mut source = json!({ "id": id, "type": "article", "container-title": outlet });
        if !repeats.is_empty() {
            source["repeats"] = json!(repeats);
        }
        source
    };
    json!({
        "schema_version": 1, "id": "d", "title": { "en": "T" }, "summary": { "en": "S" }, "updated": "2026-01-21", "license": "CC-BY-4.0",
        "sources": [
            source("echo", "The Echo", &["herald"]),
            source("herald", "The Herald", &["gazette"]),
            source("gazette", "The Gazette", &[]),
        ],
        "figures": figures,
        "charts": [{ "id": "c", "kind": "wording", "title": { "en": "C" }, "finding": { "en": "F." }, "figures": ids }],
        "sections": [{ "id": "x", "title": { "en": "X" }, "charts": ["c"] }]
    })
    .to_string()
}

/// The wordings of three papers for some boats, one of them of a withdrawn figure.
fn boats() -> String {
    let mut first = figure(
        "may",
        &[
            ("echo", "roughly half of the fleet sank"),
            ("gazette", "half the fleet is missing"),
            ("herald", "about half the fleet sank"),
        ],
    );
    first["citations"][0]["value"] = json!({ "exactly": 6 });
    let mut second = figure("june", &[("gazette", "lost"), ("herald", "lost")]);
    second["status"] = json!("withdrawn");
    edition(&[first, second])
}

fn drawn(text: &str, check: impl Fn(Scene)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    for frame in FRAMES {
        check(scene(&plot, &dashboard.charts[0], frame));
    }
}

fn texts(scene: &Scene, wanted: Role) -> Vec<String> {
    let shapes = scene.marks.iter().flat_map(|mark| &mark.shapes);
    let texts = shapes.filter_map(|shape| match shape {
        Shape::Text { text, role, .. } if *role == wanted => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn its_pictures_are_as_they_were() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/wording"));
    std::fs::create_dir_all(folder).unwrap();
    drawn(&boats(), |scene| {
        let name = match scene.frame {
            Frame::Boxed { width, .. } => format!("boxed-{width}"),
            frame => frame.name().to_owned(),
        };
        expect_file![folder.join(format!("{name}.svg"))].assert_eq(&format!("{}\n", scene.picture()));
    });
}

#[test]
fn articles_are_in_the_order_of_repetition_and_their_new_words_are_bold_and_underlined() {
    drawn(&boats(), |scene| {
        let names: Vec<String> =
            texts(&scene, Role::Small).into_iter().filter(|text| text.starts_with("The ")).collect();
        assert_eq!(names, ["The Gazette", "The Herald", "The Echo", "The Gazette", "The Herald"]);
        let bold = texts(&scene, Role::Value).join(" ");
        for new in ["about", "sank", "roughly", "of"] {
            assert!(bold.split(' ').any(|word| word == new), "{new}: {bold}");
        }
        assert!(!bold.contains("half") && !bold.contains("missing") && bold.contains("gives 6 boats"), "{bold}");
        assert!(bold.contains("Withdrawn by its source"), "{bold}");
        let lines = scene.marks[0].shapes.iter().filter(
            |shape| matches!(shape, Shape::Rectangle { from, to, role: Role::Edge, .. } if to.1 - from.1 == 10),
        );
        assert!(lines.count() >= 3, "each has a line below it");
    });
}

#[test]
fn the_description_has_the_words_of_each_article() {
    drawn(&boats(), |scene| {
        let told = "The Gazette: half the fleet is missing; The Herald: about half the fleet sank; The Echo: roughly half of the fleet sank, gives 6 boats.";
        assert!(scene.description.contains(told), "{}", scene.description);
    });
}

#[test]
fn words_of_any_script_and_length_stay_within_their_column() {
    let long = "a great many words that nobody would want to read to the end ".repeat(20);
    let khmer = "មនុស្ស\u{200b}ប្រហែល\u{200b}ជា\u{200b}ត្រូវ\u{200b}បាន\u{200b}ជាប់\u{200b}នៅ\u{200b}ក្នុង\u{200b}អគារ";
    let wordings = [
        ("gazette", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"),
        ("herald", khmer),
        ("echo", "فر الآلاف من العمال من المجمعات في كمبوديا"),
    ];
    for text in [
        edition(&[figure("may", &wordings)]),
        edition(&[figure("june", &[("gazette", &long), ("herald", "lost"), ("echo", "gone")])]),
    ] {
        drawn(&text, |scene| {
            for shape in scene.marks.iter().flat_map(|mark| &mark.shapes) {
                if let Shape::Text { at: (x, y), .. } = shape {
                    assert!((0..=scene.frame.width()).contains(x) && (0..=scene.height).contains(y), "{shape:?}");
                }
                if let Shape::Rectangle { from, to, .. } = shape {
                    assert!(from.0 >= 0 && to.0 <= scene.frame.width() && to.1 <= scene.height, "{shape:?}");
                }
            }
        });
    }
}
