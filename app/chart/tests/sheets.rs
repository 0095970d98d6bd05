//! Tests what the receiver of a chart file relies on: the file says what it shows, and where it is from.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::fs;
use std::path::Path;

use chart::{Sheet, Theme};
use expect_test::expect_file;
use model::{Dashboard, Footnotes};
use statement::{Account, Language};

fn real() -> String {
    editions::text("cambodia").unwrap()
}

/// Of every edition.
fn all(mut check: impl FnMut(&Account<'_>, &model::Chart)) {
    for name in editions::ALL {
        each(&editions::text(name).unwrap(), &mut check);
    }
}

fn each(text: &str, mut check: impl FnMut(&Account<'_>, &model::Chart)) {
    let dashboard = Dashboard::parse(text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    for chart in &dashboard.charts {
        check(&plot, chart);
    }
}

#[test]
fn every_sheet_of_the_real_data_is_drawn_as_it_was() {
    let golden = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets"));
    fs::create_dir_all(golden).unwrap();
    let mut drawn = Vec::new();
    each(&real(), |plot, chart| {
        let name = format!("{}.svg", chart.id);
        expect_file![golden.join(&name)].assert_eq(&Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader));
        drawn.push(name);
    });
    for file in fs::read_dir(golden).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(drawn.contains(&name), "{name} belongs to no chart: remove it");
    }
}

/// The texts of a picture as they are read, one for each `<text>`, with its class.
fn texts(svg: &str) -> Vec<(String, String)> {
    let unescape = |text: String| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let read = |element: &str| {
        let (head, content) = element.split_once('>').unwrap();
        let class = head.split_once("class=\"").unwrap().1.split_once('"').unwrap().0;
        let content = content.split_once("</text>").unwrap().0;
        let words = content.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        (class.to_owned(), unescape(words.collect()))
    };
    svg.split("<text ").skip(1).map(read).collect()
}

/// A dashboard of one bar chart with one source and one figure, of which these keys are added.
fn one(source: &str, figure: &str) -> String {
    format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"Who & what"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"{source}}}],
        "figures":[{{"id":"f","label":{{"en":"L"}},"value":{{"about":5}},"unit":"people","citations":[{{"source":"s","quote":"five, or \"so\""}}]{figure}}}],
        "charts":[{{"id":"c","kind":"bars","title":{{"en":"Chart"}},"finding":{{"en":"It is {{f}}."}},"figures":["f"]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
    )
}

/// The sheets of each chart: for a page, and for a phone.
fn both(text: &str, mut check: impl FnMut(&model::Chart, &Sheet)) {
    each(text, |plot, chart| {
        check(chart, &Sheet::of(plot, chart, plot.dashboard.updated));
        check(chart, &Sheet::narrow(plot, chart, plot.dashboard.updated));
    });
}

fn sheet_of(text: &str) -> String {
    let mut found = String::new();
    each(text, |plot, chart| found = Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader));
    found
}

#[test]
fn a_screenshot_still_cites() {
    all(|plot, chart| {
        let sheet = Sheet::of(plot, chart, plot.dashboard.updated);
        // Lines are isolated one by one, and joined as they are read, with a space.
        let bare = |words: &str| words.replace(['\u{2068}', '\u{2069}'], "");
        let tight = |words: &str| bare(words).replace([' ', '\u{a0}', '\n'], "");
        let texts = texts(&sheet.svg(Theme::Reader));
        let said = texts.iter().map(|(_, words)| tight(words)).collect::<String>();
        let tag = plot.language.tag();
        assert_eq!((texts[0].0.as_str(), bare(&texts[0].1)), ("title", chart.title.in_language(tag).into()));
        assert!(said.contains(&tight(plot.dashboard.title.in_language(tag))) && said.contains(&plot.dashboard.license));
        for item in chart.figures.iter().chain(&chart.events) {
            for marker in plot.footnotes.markers(item) {
                let number = marker.number.to_string();
                let is_it = |(class, text): &&(String, String)| class.starts_with("number") && *text == number;
                assert!(texts.iter().filter(is_it).count() >= 2, "beside the mark and below: {number}");
                let source = marker.source;
                let known = [&source.title, &source.outlet].into_iter().flatten().cloned();
                let address = source.url.iter().map(|url| url.trim_start_matches("https://").to_owned());
                for words in known.chain(source.authors.iter().map(|author| author.family.clone())).chain(address) {
                    assert!(said.contains(&tight(&words)), "{}: {words} is missing", chart.id);
                }
            }
        }
        for figure in plot.figures(chart) {
            for who in figure.said_by.iter().map(|who| who.in_language(tag)) {
                assert!(said.contains(&tight(who)), "{}: {who} is missing", chart.id);
            }
            for date in figure.as_of.iter().map(|date| plot.language.date(date)) {
                assert!(said.contains(&tight(&date)), "{}: {date} is missing", chart.id);
            }
        }
    });
}

#[test]
fn each_number_in_the_finding_has_its_notes_and_they_stand_below() {
    let texts = texts(&sheet_of(&one("", "")));
    assert!(texts.contains(&("finding".into(), "It is about 5 people1.".into())), "{texts:?}");
    assert!(texts.contains(&("print".into(), "Title not known, s, date\u{a0}not\u{a0}known.".into())), "{texts:?}");
}

#[test]
fn what_is_doubtful_about_a_figure_goes_with_it() {
    for (keys, words) in [
        (r#","status":"disputed""#, "L: Disputed."),
        (r#","status":"withdrawn","basis":"claim""#, "L: Claim · Withdrawn by its source."),
        (r#","as_of":"2026-01~","said_by":{"en":"them"}"#, "L: According to them · As of about January 2026."),
    ] {
        let texts = texts(&sheet_of(&one("", keys)));
        assert!(texts.iter().any(|(_, said)| said.replace('\u{a0}', " ") == words), "{words}: {texts:?}");
    }
}

#[test]
fn numbers_lead_to_the_passage_and_nowhere_where_there_is_no_address() {
    let svg = sheet_of(&one(r#","URL":"https://example.org/a?b=1&c=\"d\"""#, ""));
    assert!(
        svg.contains(r#"<a href="https://example.org/a?b=1&amp;c=&quot;d&quot;#:~:text=five%2C%20or%20%22so%22""#),
        "{svg}"
    );
    assert!(svg.matches("<a ").count() == 3, "the finding, the mark and the note");
    assert!(svg.matches("<a ").count() == svg.matches(r#"rel="noopener noreferrer""#).count());
    assert!(!sheet_of(&one("", "")).contains("<a "));
}

#[test]
fn an_address_is_printed_when_it_is_known() {
    each(&one("", ""), |plot, chart| {
        let (plain, placed) = (
            Sheet::of(plot, chart, plot.dashboard.updated),
            Sheet::of(plot, chart, plot.dashboard.updated).with_address("https://example.org/scams/"),
        );
        assert!(placed.height > plain.height);
        let texts = texts(&placed.svg(Theme::Reader));
        assert_eq!(texts.last().unwrap(), &("print".into(), "example.org/scams".into()));
    });
}

#[test]
fn a_sheet_needs_no_other_file_and_runs_nothing() {
    all(|plot, chart| {
        let svg = Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader);
        // Tags without the values of their attributes, which are the data's words and addresses to follow.
        let tags: String =
            svg.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| format!("<{tag}>")).collect();
        let bare: String = tags.split('"').step_by(2).collect();
        for never in ["<script", "<image", "<use", "<foreignObject", " style=", " src=", "xlink", " on"] {
            assert!(!bare.contains(never), "{}: {never}", chart.id);
        }
        assert!(!Theme::Reader.style().contains("url(") && !Theme::Reader.style().contains("@import"));
        assert!(svg.matches("href=").count() == svg.matches(r#"<a href="https://"#).count());
    });
}

#[test]
fn the_style_is_the_same_in_every_chart() {
    each(&real(), |plot, chart| {
        let svg = Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader);
        let style = svg.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        assert_eq!(style, Theme::Reader.style());
        assert_eq!(svg.matches("<style").count(), 1);
    });
}

#[test]
fn each_shape_and_text_has_its_colour_as_an_attribute() {
    all(|plot, chart| {
        let svg = Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader);
        let shapes = ["rect", "path", "polygon", "polyline", "circle", "text"];
        for tag in svg.split('<').filter(|tag| shapes.contains(&tag.split([' ', '>']).next().unwrap())) {
            assert!(tag.contains(" fill=\"#") || tag.contains(" fill=\"none\""), "{}: {tag}", chart.id);
            let is_line = tag.contains("outline\"") || tag.contains("class=\"rest\"");
            assert!(!is_line || tag.contains(" stroke=\"#") && tag.contains(" stroke-width=\""), "{}: {tag}", chart.id);
            assert!(!tag.starts_with("text") || tag.contains(" font-size=\""), "{}: {tag}", chart.id);
        }
        let root = svg.split('>').next().unwrap();
        assert!(root.contains(" font-family=\"'Helvetica Neue', ") && root.contains(" stroke=\"none\""), "{root}");
        assert!(!Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Light).contains("var("));
    });
}

#[test]
fn links_stand_outside_the_image_which_would_hide_them() {
    all(|plot, chart| {
        let svg = Sheet::of(plot, chart, plot.dashboard.updated).svg(Theme::Reader);
        let (before, image) = svg.split_once(r#"<g role="img""#).unwrap();
        let mut depth = 1;
        let inside = image.split_inclusive('<').take_while(|part| {
            depth += i32::from(part.starts_with("g ") || part.starts_with("g>")) - i32::from(part.starts_with("/g>"));
            depth > 0
        });
        let inside: String = inside.collect();
        assert!(inside.len() > 100 && !inside.contains("<a "));
        assert!(before.contains(r#"role="graphics-document document""#));
        assert!(svg.contains("<a ") && image.len() > inside.len());
    });
}

#[test]
fn no_line_of_text_overlaps_another_or_leaves_the_sheet() {
    let khmer = "មនុស្ស\u{200b}ប្រហែល\u{200b}ជា\u{200b}ត្រូវ\u{200b}បាន\u{200b}ជាប់\u{200b}".repeat(9);
    let odd = one(
        &format!(
            r#","title":"{khmer}","author":[{{"literal":"{}"}}],"URL":"https://example.org/{}""#,
            "Ministry ".repeat(30).trim(),
            "a".repeat(300)
        ),
        &format!(r#","said_by":{{"en":"=cmd, \"them\"\nand 🙂 {khmer}"}}"#),
    );
    let editions = editions::ALL.map(|name| editions::text(name).unwrap());
    for text in editions.into_iter().chain([odd]) {
        both(&text, |chart, sheet| {
            let svg = sheet.svg(Theme::Reader);
            let mut below = 0.0;
            for line in svg.split("<text ").skip(1).filter(|text| !text.starts_with("class=\"number")) {
                let (class, rest) = line.split_once('>').unwrap();
                // The words of the picture and of the legend are side by side.
                if !["\"title\"", "\"finding\"", "\"print\""].iter().any(|name| class.contains(name)) {
                    continue;
                }
                let runs = rest.split_once("</text>").unwrap().0.split("<tspan").skip(1);
                // A raised number is higher than the words after it.
                for run in runs.filter(|run| !run.contains("\"raised\"")) {
                    let Some((_, y)) = run.split_once(" y=\"") else { continue };
                    let y: f64 = y.split_once('"').unwrap().0.parse().unwrap();
                    if y == below {
                        continue;
                    }
                    assert!(
                        y >= below + 12.0 && y < f64::from(sheet.height) / 10.0 - 12.0,
                        "{}: {y} after {below}",
                        chart.id
                    );
                    below = y;
                }
            }
        });
    }
}

#[test]
fn a_sheet_for_a_phone_is_narrow_and_has_the_same_words() {
    all(|plot, chart| {
        // A line may end anywhere, and each line has its own marks of direction.
        let words = |sheet: &Sheet| {
            let around = ["title", "finding", "print", "number"];
            let lines =
                texts(&sheet.svg(Theme::Reader)).into_iter().filter(|(class, _)| around.contains(&class.as_str()));
            lines
                .map(|(_, words)| {
                    words.replace(['\u{200b}', '\u{2068}', '\u{2069}'], "").split_whitespace().collect::<String>()
                })
                .collect::<String>()
        };
        let wide = Sheet::of(plot, chart, plot.dashboard.updated);
        let narrow = Sheet::narrow(plot, chart, plot.dashboard.updated);
        assert_eq!((wide.width, narrow.width), (6960, 3440), "{}", chart.id);
        assert_eq!(words(&wide), words(&narrow), "{}", chart.id);
    });
}
