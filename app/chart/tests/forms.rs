//! Every form of a number can be told from every other by its shape alone, at every size, scale and frame, and none leaves the picture.
//! Colours are left out: in print, in high contrast and for many eyes there are none.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use chart::{Frame, Role, Scene, Shape, Subject, scene};
use model::{Dashboard, Footnotes};
use proptest::prelude::*;
use statement::{Account, Language};

/// The forms: what is reported, and whether it is made *about* by dividing it by about one.
fn forms(low: f64, number: f64) -> Vec<(String, bool)> {
    let one = |key: &str| format!(r#"{{"{key}":{number:?}}}"#);
    let between = format!(r#"{{"between":[{low:?},{number:?}]}}"#);
    let mut forms = vec![(one("exactly"), false), (one("about"), false)];
    for about in [false, true] {
        forms.extend(["at_least", "more_than", "at_most", "less_than"].map(|key| (one(key), about)));
        forms.push((between.clone(), about));
    }
    forms
}

/// A dashboard with a chart of each form, beside another figure which is first or second in it.
fn dashboard(forms: &[(String, bool)], other: f64, unit: &str, chart: &str, is_first: bool) -> String {
    let words = |text: &str| format!(r#"{{"en":"{text}"}}"#);
    let cited = |id: &str, value: &str| {
        format!(
            r#"{{"id":"{id}","label":{},"value":{value},"unit":"{unit}","citations":[{{"source":"s","quote":"q"}}]}}"#,
            words("L")
        )
    };
    let mut figures = vec![
        cited("other", &format!(r#"{{"exactly":{other:?}}}"#)),
        cited("whole", r#"{"about":1}"#).replace(&format!("\"unit\":\"{unit}\""), "\"unit\":\"fraction\""),
    ];
    let (mut charts, mut ids, mut shown) =
        (Vec::new(), Vec::new(), vec!["\"other\"".to_owned(), "\"whole\"".to_owned()]);
    for (index, (value, about)) in forms.iter().enumerate() {
        figures.push(cited(&format!("r{index}"), value));
        shown.push(format!("\"r{index}\""));
        let id = if *about { format!("a{index}") } else { format!("r{index}") };
        if *about {
            figures.push(format!(
                r#"{{"id":"{id}","label":{},"unit":"{unit}","derive":{{"ratio":["r{index}","whole"]}}}}"#,
                words("L")
            ));
            shown.push(format!("\"{id}\""));
        }
        let drawn = match (unit, is_first) {
            ("percent" | "fraction", _) => format!("\"{id}\""),
            (_, true) => format!("\"{id}\",\"other\""),
            (_, false) => format!("\"other\",\"{id}\""),
        };
        charts.push(format!(
            r#"{{"id":"c{index}","title":{},"finding":{},{chart},"figures":[{drawn}]}}"#,
            words("C"),
            words("F")
        ));
        ids.push(format!("\"c{index}\""));
    }
    format!(
        r#"{{"schema_version":1,"id":"d","title":{0},"summary":{0},"updated":"2026-01-21","license":"CC-BY-4.0","sources":[{{"id":"s","type":"article"}}],"figures":[{1}],"charts":[{2}],"sections":[{{"id":"x","title":{0},"figures":[{3}],"charts":[{4}]}}]}}"#,
        words("T"),
        figures.join(","),
        charts.join(","),
        shown.join(","),
        ids.join(",")
    )
}

/// The pixels of a picture that shapes cover.
struct Pixels {
    width: i32,
    rows: Vec<bool>,
}

impl Pixels {
    /// Shapes, moved so that a place of the picture is at the same height in all.
    fn of(shapes: &[Shape], width: i32, level: i32) -> Self {
        // No shape reaches further above its place than this.
        let shapes: Vec<Shape> = shapes.iter().map(|shape| moved(shape, 300 - level)).collect();
        let bottom = shapes.iter().filter_map(bounds).map(|bounds| bounds[3]).max().unwrap_or_default() / 10 + 1;
        let width = width / 10;
        let mut pixels = Self { width, rows: vec![false; (width * bottom) as usize] };
        for shape in shapes {
            let Some([left, top, right, bottom]) = bounds(&shape) else { continue };
            for y in (top / 10).max(0)..=(bottom / 10) {
                for x in (left / 10).max(0)..=(right / 10).min(pixels.width - 1) {
                    if covers(&shape, (x * 10 + 5, y * 10 + 5)) {
                        pixels.rows[(y * pixels.width + x) as usize] = true;
                    }
                }
            }
        }
        pixels
    }

    /// Whether somewhere two by two pixels differ, and eight at all.
    fn differs(&self, other: &Self) -> bool {
        let width = self.width as usize;
        let longest = self.rows.len().max(other.rows.len());
        let apart: Vec<bool> = (0..longest)
            .map(|at| self.rows.get(at).is_some_and(|on| *on) != other.rows.get(at).is_some_and(|on| *on))
            .collect();
        let square = |at: usize| {
            at % width + 1 < width
                && [at, at + 1, at + width, at + width + 1].iter().all(|at| apart.get(*at).is_some_and(|apart| *apart))
        };
        apart.iter().filter(|apart| **apart).count() >= 8 && (0..apart.len()).any(|at| apart[at] && square(at))
    }
}

fn points(shape: &Shape) -> Vec<(i32, i32)> {
    match shape {
        Shape::Rectangle { from, to, .. } => vec![*from, *to],
        Shape::Circle { centre: (x, y), radius, .. } => vec![(x - radius, y - radius), (x + radius, y + radius)],
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.clone(),
        Shape::Text { .. } => Vec::new(),
    }
}

/// Left, top, right, bottom.
fn bounds(shape: &Shape) -> Option<[i32; 4]> {
    let points = points(shape);
    let (xs, ys): (Vec<i32>, Vec<i32>) = points.into_iter().unzip();
    Some([*xs.iter().min()?, *ys.iter().min()?, *xs.iter().max()?, *ys.iter().max()?])
}

fn moved(shape: &Shape, by: i32) -> Shape {
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Rectangle { from, to, .. } => (from.1, to.1) = (from.1 + by, to.1 + by),
        Shape::Circle { centre, .. } => centre.1 += by,
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.iter_mut().for_each(|point| point.1 += by),
        Shape::Text { at, .. } => at.1 += by,
    }
    shape
}

fn covers(shape: &Shape, (x, y): (i32, i32)) -> bool {
    match shape {
        Shape::Rectangle { from, to, .. } => (from.0..to.0).contains(&x) && (from.1..to.1).contains(&y),
        Shape::Circle { centre, radius, .. } => (x - centre.0).pow(2) + (y - centre.1).pow(2) < radius.pow(2),
        Shape::Polygon { points, .. } => {
            let edges = points.iter().zip(points.iter().cycle().skip(1));
            let crossed = edges.filter(|(a, b)| {
                (a.1 > y) != (b.1 > y)
                    && f64::from(x) < f64::from(b.0 - a.0) * f64::from(y - a.1) / f64::from(b.1 - a.1) + f64::from(a.0)
            });
            crossed.count() % 2 == 1
        }
        Shape::Line { .. } | Shape::Text { .. } => false,
    }
}

/// What a scene shows of a figure, without words.
fn marks(scene: &Scene, is_it: impl Fn(&str) -> bool) -> Vec<Shape> {
    let shown = scene.marks.iter().filter(|mark| matches!(&mark.subject, Subject::Figure(id) if is_it(id)));
    // The glyph of a basis is beside the value.
    let is_form = |shape: &&Shape| !matches!(shape, Shape::Text { .. }) && shape.role() != Role::Glyph;
    shown.flat_map(|mark| &mark.shapes).filter(is_form).cloned().collect()
}

/// Draws each form, and says which leave the picture or look like another.
fn faults(forms: &[(String, bool)], other: f64, unit: &str, chart: &str, is_first: bool) -> Vec<String> {
    let text = dashboard(forms, other, unit, chart, is_first);
    let dashboard = match Dashboard::parse(&text) {
        Ok(dashboard) => dashboard,
        Err(problems) => return vec![problems.to_string()],
    };
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let mut faults = Vec::new();
    for frame in Frame::PAGE {
        let drawn: Vec<Pixels> = dashboard
            .charts
            .iter()
            .map(|chart| {
                let scene = scene(&plot, chart, frame);
                let shapes = marks(&scene, |id| id != "other");
                for shape in scene.ground.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes)) {
                    if let Some([left, top, right, bottom]) = bounds(shape)
                        && (left < 0 || top < 0 || right > frame.width() || bottom > scene.height)
                    {
                        faults.push(format!("{} {} leaves the picture: {shape:?}", chart.id, frame.name()));
                    }
                }
                // All forms are alike above and below the middle of their row; of dots, the first of all is in the first row.
                let first = marks(&scene, |_| true).into_iter().find_map(|shape| match shape {
                    Shape::Circle { centre, .. } => Some(centre.1),
                    _ => None,
                });
                let all: Vec<[i32; 4]> = shapes.iter().filter_map(bounds).collect();
                let top = all.iter().map(|bounds| bounds[1]).min().unwrap_or_default();
                let bottom = all.iter().map(|bounds| bounds[3]).max().unwrap_or_default();
                let is_dots =
                    scene.marks.iter().flat_map(|mark| &mark.shapes).any(|shape| matches!(shape, Shape::Circle { .. }))
                        && matches!(chart.kind, model::Kind::Share(_));
                Pixels::of(&shapes, frame.width(), if is_dots { first.unwrap_or_default() } else { (top + bottom) / 2 })
            })
            .collect();
        for (one, pixels) in drawn.iter().enumerate() {
            for (two, others) in drawn.iter().enumerate().skip(one + 1) {
                if !pixels.differs(others) {
                    faults.push(format!("{}: {:?} looks like {:?}", frame.name(), forms[one], forms[two]));
                }
            }
        }
    }
    faults
}

fn none(faults: &[String]) -> Result<(), TestCaseError> {
    prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// From cents to trillions.
fn numbers() -> impl Strategy<Value = f64> {
    (1..100_u32, -2..10_i32).prop_map(|(digits, power)| rounded(f64::from(digits) * 10_f64.powi(power)))
}

/// Where the low end of a range is, as a share of the high one.
fn shares() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(0.999), 0.01..0.99_f64]
}

/// How many times larger another figure of the chart is.
fn times() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![1e-6, 0.001, 0.5, 1.0, 1.01, 2.0, 17.0, 400.0, 1e4, 1e6])
}

/// Without what a calculation adds.
fn rounded(number: f64) -> f64 {
    model::number::write(number).parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn bars_and_spans_differ_in_form(number in numbers(), low in shares(), times in times(), kind in prop::sample::select(vec!["bars", "range"]), log in any::<bool>()) {
        let low = if log { low.max(0.01) } else { low };
        let chart = format!(r#""kind":"{kind}","scale":"{}""#, if log { "log" } else { "linear" });
        none(&faults(&forms(rounded(number * low), number), rounded((number * times).min(9e15)), "USD", &chart, true))?;
    }

    #[test]
    fn parts_of_a_bar_differ_in_form(number in numbers(), low in shares(), times in times()) {
        none(&faults(&forms(rounded(number * low), number), rounded((number * times.max(1.0)).min(9e15)), "USD", r#""kind":"share""#, true))?;
    }

    #[test]
    fn wholes_of_a_bar_differ_in_form(number in numbers(), low in shares(), times in times()) {
        none(&faults(&forms(rounded(number * low), number), rounded(number / times.max(1.0)), "USD", r#""kind":"share""#, false))?;
    }

    #[test]
    fn shares_of_one_differ_in_form(number in 1..=100_u32, low in shares(), is_bar in any::<bool>(), dots in prop::sample::select(vec![1.0, 10.0, 1000.0]), percent in any::<bool>()) {
        let one = if percent { 100.0 } else { 1.0 };
        let number = rounded(f64::from(number) / 100.0 * one);
        let chart = if is_bar { r#""kind":"share""#.to_owned() } else { format!(r#""kind":"share","dot":{:?}"#, one / dots) };
        none(&faults(&forms(rounded(number * low), number), 1.0, if percent { "percent" } else { "fraction" }, &chart, true))?;
    }

    #[test]
    fn dots_differ_in_form(whole in 1..=90_u32, part in 1..=100_u32, low in shares(), power in -2..9_i32, is_part in any::<bool>(), tens in any::<bool>()) {
        let dot = rounded(10_f64.powi(power));
        let whole = rounded(f64::from(whole * if tens { 10 } else { 1 }) * dot);
        // Of two digits, since an *about* is computed with no more.
        let part = rounded(whole * f64::from(part) / 100.0);
        let part = rounded((part / dot * 10.0).ceil().min(99.0) / 10.0 * dot);
        let chart = format!(r#""kind":"share","dot":{dot:?}"#);
        let (number, other) = if is_part { (part, whole) } else { (whole, rounded(part.min(whole * 0.2))) };
        none(&faults(&forms(rounded(number * low), number), other, "USD", &chart, is_part))?;
    }
}

#[test]
fn a_word_on_a_phone_is_no_closed_bar() {
    for (other, scale) in [(1e9, "linear"), (5.0, "linear"), (1e6, "log"), (5.0, "log")] {
        let mut forms = forms(1000.0, 10_000.0);
        forms.extend(
            ["dozens", "thousands", "tens of thousands"].map(|word| (format!(r#"{{"magnitude":"{word}"}}"#), false)),
        );
        let chart = format!(r#""kind":"range","scale":"{scale}""#);
        let faults = faults(&forms, other, "USD", &chart, true);
        let is_word = |fault: &&String| {
            !(fault.contains("dozens") && fault.contains("thousands") && fault.matches("magnitude").count() == 2)
        };
        let faults: Vec<&String> =
            faults.iter().filter(is_word).filter(|fault| fault.matches("magnitude").count() < 2).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn a_soft_end_is_the_same_share_of_every_number() {
    for (number, chart) in [(1000.0, r#""kind":"bars""#), (400.0, r#""kind":"bars""#), (700.0, r#""kind":"bars""#)] {
        let text = dashboard(&[(format!(r#"{{"about":{number:?}}}"#), false)], 1000.0, "USD", chart, true);
        let dashboard = Dashboard::parse(&text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for frame in Frame::PAGE {
            let drawn = |other: bool| marks(&scene(&plot, &dashboard.charts[0], frame), |id| (id == "other") == other);
            let right = |shape: &Shape| bounds(shape).unwrap()[2];
            let (about, exact) = (drawn(false), drawn(true));
            let base = bounds(&exact[0]).unwrap()[0];
            let unit = f64::from(right(&exact[0]) - base) / 1000.0;
            let solid = f64::from(right(&about[0]) - base) / unit;
            assert!((solid - number * 0.9).abs() < 3.0, "{number}: solid to {solid}");
            let soft = f64::from(about.iter().map(right).max().unwrap() - base) / unit;
            assert!(soft > number * 1.04 && soft <= number * 1.1 + 1.0, "{number}: soft to {soft}");
        }
    }
}
