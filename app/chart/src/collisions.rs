//! Tests all charts at once: no words overlap others or leave their picture, whatever the data.

use model::{Dashboard, Footnotes, Kind};
use statement::{Account, Language};

use crate::block::{LARGE, SIZE, SMALL};
use crate::frame::Frame;
use crate::lettering::{self, Weight};
use crate::plot::scene;
use crate::role::Role;
use crate::scene::{Align, Scene, Shape};

/// Words with the box that they take: left, top, right, bottom.
type Words = (String, [i32; 4]);

fn words(scene: &Scene) -> Vec<Words> {
    let shapes = scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes));
    let texts = shapes.filter_map(|shape| {
        let Shape::Text { at: (x, y), align, text, role } = shape else { return None };
        let (size, weight) = match role {
            Role::Value => (SIZE, Weight::Bold),
            Role::Large => (LARGE, Weight::Bold),
            Role::Small => (SMALL, Weight::Regular),
            _ => (SIZE, Weight::Regular),
        };
        let width = lettering::width(text, size, weight);
        let left = match align {
            Align::Start => *x,
            Align::Middle => x - width / 2,
            Align::End => x - width,
        };
        Some((text.clone(), [left, y - size * 7 / 10, left + width, y + size / 5]))
    });
    let numbers = scene.references.iter().map(|reference| {
        let (x, y) = reference.at;
        let (width, height) = if reference.on_mark { (120, 100) } else { (reference.width, 160) };
        (format!("[{}]", reference.first()), [x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    });
    texts.chain(numbers).collect()
}

#[test]
fn no_words_stand_on_others_or_leave_their_picture() {
    let kept = editions::ALL.map(|name| editions::text(name).unwrap());
    let made = [
        include_str!("../tests/kinds/spans.json"),
        include_str!("../tests/kinds/sums.json"),
        include_str!("../tests/kinds/map.json"),
        include_str!("../tests/kinds/series.json"),
    ]
    .map(str::to_owned);
    let found: Vec<String> =
        kept.into_iter().chain(made).chain([editions::generated(300)]).flat_map(|text| collisions(&text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_matrix_of_however_many_articles_keeps_its_words_apart_and_its_names_whole() {
    let outlets =
        ["The Straits Times", "Süddeutsche Zeitung", "Reuters", "الجزيرة", "ភ្នំពេញប៉ុស្តិ៍", "朝日新聞", "한겨레신문"];
    for articles in [1, 2, 3, 4, 5, 6, 7, 9, 12, 15, 16, 40, 120] {
        let text = matrix(&outlets, articles);
        assert_eq!(collisions(&text), [""; 0], "{articles} articles");
        told(&text, |account| {
            for frame in Frame::PAGE {
                let scene = scene(account, &account.dashboard.charts[0], frame);
                let lines: Vec<String> = words(&scene).into_iter().map(|(text, _)| text).collect();
                for source in &account.dashboard.sources {
                    for word in account.brief(source).split(' ') {
                        let whole = lines.iter().any(|line| line.split(' ').any(|part| part == word));
                        assert!(whole, "“{word}” is broken in the {} matrix of {articles} articles", frame.name());
                    }
                }
            }
        });
    }
}

#[test]
fn rows_keep_their_words_apart_and_off_their_marks_whatever_they_say() {
    let names = [
        "Fled",
        "people whom nobody has seen since the compounds were cleared, as their families say",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "الأشخاص الذين فروا من المجمعات",
        "មនុស្សប្រហែលជាត្រូវបានជាប់នៅក្នុងអគារ",
        "約十万人が「詐欺拠点」で働いている",
        "ผู้ที่ถูกกักขังอยู่ในอาคาร",
    ];
    let values = [
        r#"{"between":[1500000000,2500000000]}"#,
        r#"{"about":3}"#,
        r#"{"more_than":2499999999.5}"#,
        r#"{"at_most":8000}"#,
        r#"{"at_least":123456789}"#,
        r#"{"less_than":1000000}"#,
        r#"{"exactly":1}"#,
    ];
    let below = [r#"{"exactly":-5}"#, r#"{"between":[-400000000,300]}"#, r#"{"at_most":-2500000000}"#];
    let word = [r#"{"magnitude":"hundreds of thousands"}"#, r#"{"magnitude":"billions"}"#];
    let linear: Vec<&str> = values.iter().chain(&below).copied().collect();
    let spans: Vec<&str> = linear.iter().chain(&word).copied().collect();
    let log: Vec<&str> = values.iter().chain(&word).copied().collect();
    for rows in [1, 2, 3, 7, 20, 60] {
        for (kind, scale, values) in [
            ("bars", "linear", &linear),
            ("bars", "log", &values.to_vec()),
            ("range", "linear", &spans),
            ("range", "log", &log),
        ] {
            for (unit, articles) in [("USD", 1), ("USD per escape attempt or release", 3), ("µg/m³", 40)] {
                let text = rows_of(kind, scale, unit, articles, &names, values, rows);
                assert_eq!(collisions(&text), [""; 0], "{rows} {kind} on a {scale} scale in {unit}");
            }
        }
    }
}

#[test]
fn spans_keep_their_words_apart_wherever_their_dates_lie() {
    let names = [
        "Fled",
        "people whom nobody has seen since the compounds were cleared, as their families say in every paper",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "الأشخاص الذين فروا من المجمعات",
        "មនុស្សប្រហែលជាត្រូវបានជាប់នៅក្នុងអគារ",
    ];
    let rows: [&[&str]; 5] = [
        &["2026-01-07"],
        &["1921", "1950/1960-05", "1987-03?", "2001-09-11", "2026-01~"],
        &[
            "2008",
            "2021/..",
            "2025-02-09",
            "2025-06",
            "2025-07-04",
            "2025-10-14~",
            "2026-01",
            "2026-01-07",
            "2026-01-14",
            "2026-01-16?",
        ],
        &["2026-01-01", "2026-01-02%", "2026-01-03", "2026-01-03", "2026-01-05/2026-01-09"],
        &["2019-12-31", "2020-01-01", "2024", "2025-12-31~", "2026-01-01"],
    ];
    let times = ["", r#","since":"2025-07-04~""#, r#","since":"1999""#];
    for dates in rows {
        for count in [dates.len(), 20] {
            for figures in [0, 3, 20] {
                let events: Vec<String> = (0..count)
                    .map(|place| {
                        let (date, name) = (dates[place % dates.len()], names[place % names.len()]);
                        format!(r#"{{"id":"e{place}","date":"{date}","label":{{"en":"{name}"}},"citations":[{{"source":"s0","quote":"q"}}]}}"#)
                    })
                    .collect();
                let text = rows_of(
                    "spans",
                    "linear",
                    "@",
                    3,
                    &names,
                    &[r#"{"about":5000}"#, r#"{"magnitude":"thousands"}"#],
                    figures.max(1),
                );
                let mut place = 0;
                let mut text = text.replace(r#""scale":"linear","#, "");
                let unit = r#""unit":"@""#;
                while let Some(at) = text.find(unit) {
                    let time = format!(r#""unit":"people"{},"as_of":"2026-01""#, times[place % times.len()]);
                    text.replace_range(at..at + unit.len(), &time);
                    place += 1;
                }
                let text = text.replacen(r#""charts":["#, &format!(r#""events":[{}],"charts":["#, events.join(",")), 1);
                assert_eq!(collisions(&text), [""; 0], "{count} events from {} on, {figures} figures", dates[0]);
            }
        }
    }
}

#[test]
fn spans_sums_and_maps_keep_their_words_apart_in_whatever_can_be_written() {
    let mut drawn = 0;
    for number in 0..120 {
        let text = editions::wild(number);
        let Ok(dashboard) = Dashboard::parse(&text) else { continue };
        let footnotes = Footnotes::of(&dashboard);
        let account =
            Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in dashboard
            .charts
            .iter()
            .filter(|chart| matches!(chart.kind, Kind::Spans | Kind::Sums | Kind::Map | Kind::Series))
        {
            for frame in [Frame::Wide, Frame::Narrow, Frame::Boxed { width: 4000, height: 3000 }] {
                let name = format!("wild {number} {} {}", chart.id, frame.name());
                assert_eq!(collisions_in(&scene(&account, chart, frame), &name), [""; 0]);
                drawn += 1;
            }
        }
    }
    assert!(drawn > 100, "only {drawn} pictures are looked at");
}

/// A dashboard of one chart with this many rows, every fourth of which is withdrawn or superseded.
fn rows_of(
    kind: &str,
    scale: &str,
    unit: &str,
    articles: usize,
    names: &[&str],
    values: &[&str],
    rows: usize,
) -> String {
    let sources: Vec<String> = (0..articles).map(|index| format!(r#"{{"id":"s{index}","type":"article"}}"#)).collect();
    let cited: Vec<String> = (0..articles).map(|index| format!(r#"{{"source":"s{index}","quote":"q"}}"#)).collect();
    let figure = |index: usize| {
        let (name, value) = (names[index % names.len()], values[index * 5 % values.len()]);
        let status = match index % 4 {
            1 => r#","status":"withdrawn""#,
            3 => r#","status":"superseded","superseded_by":"f0""#,
            _ => "",
        };
        format!(
            r#"{{"id":"f{index}","label":{{"en":"L"}},"short":{{"en":"{name}"}},"value":{value},"unit":"{unit}"{status},"citations":[{}]}}"#,
            cited.join(",")
        )
    };
    let figures: Vec<String> = (0..rows).map(figure).collect();
    let ids: Vec<String> = (0..rows).map(|index| format!(r#""f{index}""#)).collect();
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{}],"figures":[{}],
        "charts":[{{"id":"c","kind":"{kind}","scale":"{scale}","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":[{}]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#,
        sources.join(","),
        figures.join(","),
        ids.join(",")
    )
}

/// A dashboard of one matrix with this many articles.
fn matrix(outlets: &[&str], articles: usize) -> String {
    let sources: Vec<String> = (0..articles)
        .map(|index| {
            let (outlet, month, day) = (outlets[index % outlets.len()], 1 + index / 28, 1 + index % 28);
            format!(
                r#"{{"id":"s{index}","type":"article","container-title":"{outlet}","issued":{{"date-parts":[[2026,{month},{day}]]}}}}"#
            )
        })
        .collect();
    let cited: Vec<String> =
        (0..articles).map(|index| format!(r#"{{"source":"s{index}","quote":"about five people"}}"#)).collect();
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{}],"figures":[{{"id":"f","label":{{"en":"people held in compounds"}},"value":{{"about":5}},"unit":"people","citations":[{}]}}],
        "charts":[{{"id":"c","kind":"matrix","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":["f"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#,
        sources.join(","),
        cited.join(",")
    )
}

fn told(text: &str, check: impl FnOnce(&Account<'_>)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    check(&Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None });
}

/// The words of a dashboard's charts that overlap others or leave their picture.
fn collisions(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    told(text, |account| {
        for chart in &account.dashboard.charts {
            let boxed = [4000, 11_000].map(|width| Frame::Boxed { width, height: 4000 });
            let boxed =
                boxed.into_iter().filter(|_| matches!(chart.kind, Kind::Spans | Kind::Sums | Kind::Map | Kind::Series));
            for frame in Frame::PAGE.into_iter().chain(boxed) {
                let name = format!("{} {} {} {}", account.dashboard.id, chart.id, frame.name(), frame.width());
                found.extend(collisions_in(&scene(account, chart, frame), &name));
            }
        }
    });
    found
}

/// Left, top, right and bottom of a shape that is no text.
fn sides_of(shape: &Shape) -> Option<(i32, i32, i32, i32)> {
    let (left, right) = shape.sides()?;
    let (top, bottom) = match shape {
        Shape::Rectangle { from, to, .. } => (from.1.min(to.1), from.1.max(to.1)),
        Shape::Circle { centre, radius, .. } => (centre.1 - radius, centre.1 + radius),
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => {
            (points.iter().map(|point| point.1).min()?, points.iter().map(|point| point.1).max()?)
        }
        Shape::Text { .. } => return None,
    };
    Some((left, top, right, bottom))
}

fn collisions_in(scene: &Scene, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words = words(scene);
    // The numbers of a matrix are on their marks.
    let drawn = scene.marks.iter().flat_map(|mark| &mark.shapes);
    // The letters of a map are on its land, and slanted lines lead to some of them.
    let is_line = |shape: &Shape| matches!(shape, Shape::Line { role: Role::Edge, .. });
    let drawn = drawn.filter(|shape| ![Role::Land, Role::Spot].contains(&shape.role()) && !is_line(shape));
    let drawn = drawn.filter(|_| scene.references.iter().all(|reference| !reference.on_mark));
    for (l, t, r, b) in drawn.filter_map(sides_of) {
        for (text, [left, top, right, bottom]) in &words {
            if right.min(&r) - left.max(&l) > 10 && bottom.min(&b) - top.max(&t) > 10 {
                found.push(format!("{name}: “{text}” overlaps a mark at {l}, {t}"));
            }
        }
    }
    for (index, (text, [left, top, right, bottom])) in words.iter().enumerate() {
        let inside = *left >= -10 && *top >= -10 && *right <= scene.frame.width() + 10 && *bottom <= scene.height + 10;
        if !inside {
            found.push(format!("{name}: “{text}” leaves its picture ({left}, {top} to {right}, {bottom})"));
        }
        for (other, [l, t, r, b]) in words.iter().skip(index + 1) {
            let (across, down) = (right.min(r) - left.max(l), bottom.min(b) - top.max(t));
            if across > 10 && down > 10 {
                found.push(format!("{name}: “{text}” and “{other}” overlap by {across}, {down}"));
            }
        }
    }
    found
}
