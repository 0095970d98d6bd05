//! The small drawings of figures: one of each form in each kind of unit, as the bytes of the page. `UPDATE_EXPECT=1` writes them
//! anew; look at them before you commit.

#![expect(clippy::unwrap_used, reason = "a test whose data cannot be read has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chart::{Tile, tile};
use expect_test::expect_file;
use model::{Dashboard, Figure, Footnotes};
use statement::{Account, Language};

/// A figure of the fixture: its id, its value, its unit, and what else is known of it.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Bands, each of figures that are drawn beside one another.
const BANDS: [&[Row]; 5] = [
    &[
        ("people-about-many", r#"{"about":100000}"#, "people", ""),
        ("people-about-few", r#"{"about":5000}"#, "people", ""),
        ("people-word", r#"{"magnitude":"thousands"}"#, "people", ""),
        ("people-large-word", r#"{"magnitude":"hundreds of thousands"}"#, "people", ""),
        ("people-exactly", r#"{"exactly":14400}"#, "people", ""),
        ("people-at-least", r#"{"at_least":12000}"#, "people", ""),
        ("people-more-than", r#"{"more_than":30000}"#, "people", ""),
        ("people-at-most", r#"{"at_most":8000}"#, "people", ""),
        ("people-less-than", r#"{"less_than":9000}"#, "people", ""),
        ("people-between", r#"{"between":[20000,35500]}"#, "people", ""),
        ("people-very-few", r#"{"exactly":5}"#, "people", ""),
        ("people-none", r#"{"exactly":0}"#, "people", ""),
        ("people-vague-word", r#"{"magnitude":"millions"}"#, "people", ""),
        ("people-withdrawn", r#"{"about":7000}"#, "people", r#","status":"withdrawn""#),
    ],
    &[
        ("shelters-exactly", r#"{"exactly":118}"#, "winter shelters", ""),
        ("shelters-about", r#"{"about":40}"#, "winter shelters", ""),
        ("shelters-at-least", r#"{"at_least":10}"#, "winter shelters", ""),
        ("shelters-between", r#"{"between":[5,9]}"#, "winter shelters", ""),
        ("shelters-withdrawn", r#"{"exactly":12}"#, "winter shelters", r#","status":"withdrawn""#),
        ("beds-word", r#"{"magnitude":"dozens"}"#, "beds", ""),
    ],
    &[
        ("money-exactly", r#"{"exactly":4570000000}"#, "USD", ""),
        ("money-more-than", r#"{"more_than":80000000}"#, "USD", ""),
        ("money-between", r#"{"between":[1500000000,2500000000]}"#, "USD", ""),
        ("money-word", r#"{"magnitude":"billions"}"#, "USD", ""),
        ("money-part", r#"{"more_than":12500000000}"#, "USD", r#","share":"half-about""#),
        ("money-lost", r#"{"exactly":-2000000}"#, "USD", ""),
        ("money-small", r#"{"exactly":4.5}"#, "EUR", ""),
    ],
    &[
        ("half-about", r#"{"about":0.5}"#, "fraction", ""),
        ("half-exactly", r#"{"exactly":0.5}"#, "fraction", ""),
        ("part-at-least", r#"{"at_least":0.9}"#, "fraction", ""),
        ("part-more-than", r#"{"more_than":0.6}"#, "fraction", ""),
        ("part-at-most", r#"{"at_most":0.6}"#, "fraction", ""),
        ("part-less-than", r#"{"less_than":0.6}"#, "fraction", ""),
        ("part-between", r#"{"between":[0.2,0.3]}"#, "fraction", ""),
        ("part-over", r#"{"exactly":1.2}"#, "fraction", ""),
        ("percent-unknown", r#"{"exactly":53}"#, "percent", ""),
        ("percent-part", r#"{"exactly":53}"#, "percent", ""),
        ("people-part", r#"{"about":2000}"#, "people", r#","share":"percent-part""#),
        ("percent-over", r#"{"more_than":120}"#, "percent", ""),
        ("percent-fall", r#"{"about":-12}"#, "percent", ""),
    ],
    &[
        ("years-between", r#"{"between":[7,20]}"#, "years", ""),
        ("years-word", r#"{"magnitude":"dozens"}"#, "years", ""),
        ("hours-about", r#"{"about":36}"#, "hours", ""),
        ("months-at-least", r#"{"at_least":18}"#, "months", ""),
        ("months-less-than", r#"{"less_than":18}"#, "months", ""),
        ("warm", r#"{"about":21.5}"#, "°C", ""),
        ("cold", r#"{"exactly":-3.5}"#, "°C", ""),
        ("weight", r#"{"exactly":0.03}"#, "kg", ""),
        ("points-fallen", r#"{"at_most":-5}"#, "percentage points", ""),
        ("points-across", r#"{"between":[-5,3]}"#, "percentage points", ""),
        ("rate", r#"{"exactly":6.85}"#, "deaths per 100,000", ""),
        ("rank", r#"{"exactly":3}"#, "tier", ""),
    ],
];

/// Draws all figures of some bands, each beside those of its own.
fn drawn(bands: &[&[Row]]) -> BTreeMap<String, Tile> {
    let rows: Vec<&Row> = bands.iter().copied().flatten().collect();
    let figure = |(id, value, unit, more): &&Row| {
        format!(
            r#"{{"id":"{id}","label":{{"en":"{id}"}},"value":{value},"unit":"{unit}"{more},"citations":[{{"source":"s","quote":"q"}}]}}"#
        )
    };
    let figures: Vec<String> = rows.iter().map(figure).collect();
    let ids: Vec<String> = rows.iter().map(|row| format!("\"{}\"", row.0)).collect();
    let text = format!(
        r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
        "sources":[{{"id":"s","type":"article"}}],"figures":[{}],
        "charts":[{{"id":"c","kind":"range","title":{{"en":"C"}},"finding":{{"en":"F"}},"figures":[{}]}}],
        "sections":[{{"id":"x","title":{{"en":"X"}},"figures":[{}],"charts":["c"]}}]}}"#,
        figures.join(","),
        ids[0],
        ids.join(",")
    );
    let dashboard = Dashboard::parse(&text).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let mut tiles = BTreeMap::new();
    for band in bands {
        let figures: Vec<&Figure> = band.iter().map(|row| dashboard.figure(row.0).unwrap()).collect();
        tiles.extend(figures.iter().map(|figure| (figure.id.clone(), tile(&account, figure, &figures))));
    }
    tiles
}

#[test]
fn every_figure_is_drawn_as_it_was() {
    let golden = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tiles"));
    let tiles = drawn(&BANDS);
    for (id, tile) in &tiles {
        let words = if tile.words.is_empty() { "" } else { &format!("<!-- {} -->\n", tile.words) };
        expect_file![golden.join(format!("{id}.svg"))].assert_eq(&format!("{}\n{words}", tile.picture));
    }
    for file in fs::read_dir(golden).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(tiles.contains_key(name.trim_end_matches(".svg")), "{name} belongs to no figure: remove it");
    }
}

#[test]
fn a_tile_is_small_and_has_no_text() {
    for (id, tile) in drawn(&BANDS) {
        assert_eq!(tile.picture.is_empty(), tile.words.is_empty(), "{id}: what is drawn is explained");
        let Some(rest) = tile.picture.strip_prefix(r#"<svg class="tile" aria-hidden="true" viewBox="0 0 190 "#) else {
            assert_eq!(tile.picture, "", "{id}");
            continue;
        };
        let height: f64 = rest.split_once('"').unwrap().0.parse().unwrap();
        assert!(height <= 60.0 && !rest.contains("<text"), "{id}: {height}");
    }
}

#[test]
fn figures_of_one_unit_are_drawn_in_dots_of_one_worth() {
    let tiles = drawn(&BANDS);
    for id in ["people-about-many", "people-about-few", "people-exactly", "people-between", "people-withdrawn"] {
        assert_eq!(tiles[id].words, "one dot = 1,000 people", "{id}");
    }
    assert_eq!(tiles["people-very-few"].words, "one square = 1 person", "a dot of 1,000 would not show it");
    for id in ["shelters-exactly", "shelters-about"] {
        assert_eq!(tiles[id].words, "one square = 1 winter shelter", "{id}");
    }
    assert_eq!(tiles["money-exactly"].words, "one dot = $100 million");
}

#[test]
fn a_word_is_as_many_rings_as_it_could_be_dots() {
    let tiles = drawn(&BANDS);
    let rings = |id: &str| tiles[id].picture.matches(" 0 1 0 -").count();
    assert_eq!(rings("people-word"), 10);
    assert!(tiles["people-word"].picture.contains(r#"<path class="band outline""#));
    assert_eq!(tiles["people-large-word"].words, "one dot = 100,000 people; the word is drawn as 1 to 10");
}

#[test]
fn what_would_mislead_is_not_drawn() {
    let tiles = drawn(&BANDS);
    for id in ["rank", "people-none", "people-vague-word", "money-word"] {
        assert_eq!(tiles[id], Tile::default(), "{id}");
    }
}

#[test]
fn a_figure_that_was_reported_again_is_drawn_with_the_readings_that_a_line_joins() {
    let dashboard = Dashboard::parse(include_str!("kinds/series.json")).unwrap();
    let footnotes = Footnotes::of(&dashboard);
    let account = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
    let of = |id: &str| tile(&account, dashboard.figure(id).unwrap(), &[]);
    assert_eq!(of("fled-1").words, "4 readings, 19 January 2026 to 22 February 2026");
    assert_eq!(of("october").words, "4 readings, 18 May 2026 to about 16 October 2026");
    assert_eq!(of("rival").words, "2 readings, 1 September 2026 to 2 November 2026");
    // Its own mark is the largest.
    assert_ne!(of("fled-1").picture, of("fled-2").picture);
    for id in ["fled-1", "october", "rival"] {
        assert!(of(id).picture.contains(r#"class="rail outline""#) && !of(id).picture.contains("<text"), "{id}");
    }
    // One reading, one that was superseded, and a count of a period continue nothing.
    for id in ["only", "wrong", "one-week"] {
        assert!(!of(id).words.contains("readings") && !of(id).picture.contains("rail"), "{id}");
    }
    if let Some(folder) = std::env::var_os("TILES") {
        for id in ["fled-1", "october", "rival"] {
            fs::write(Path::new(&folder).join(format!("{id}.svg")), of(id).picture).unwrap();
        }
    }
}

#[test]
fn a_part_is_drawn_in_its_whole_where_the_data_says_that_it_is_one() {
    let tiles = drawn(&BANDS);
    assert_eq!(tiles["money-part"].words, "filled: about half · half-about");
    assert_eq!(tiles["money-part"].picture, tiles["half-about"].picture);
    assert_eq!(tiles["percent-part"].words, "outline: the whole");
    assert_eq!(tiles["percent-unknown"].words, "scale: 0% to 100%");
    assert!(!tiles["percent-unknown"].picture.contains("rest"));
}

#[test]
fn each_form_differs_from_every_other_in_its_shapes() {
    let forms = [
        r#"{"exactly":N}"#,
        r#"{"about":N}"#,
        r#"{"at_least":N}"#,
        r#"{"more_than":N}"#,
        r#"{"at_most":N}"#,
        r#"{"less_than":N}"#,
        r#"{"between":[M,N]}"#,
        r#"{"magnitude":"dozens"}"#,
    ];
    for (unit, numbers) in [("people", [30, 40]), ("USD", [30, 40]), ("years", [30, 40]), ("percent", [30, 40])] {
        let values = forms.map(|form| form.replace('M', &numbers[0].to_string()).replace('N', &numbers[1].to_string()));
        let rows: Vec<(String, String)> =
            values.iter().enumerate().map(|(at, value)| (format!("f{at}"), value.clone())).collect();
        let leaked: Vec<Row> =
            rows.into_iter().map(|(id, value)| (&*String::leak(id), &*String::leak(value), unit, "")).collect();
        let tiles = drawn(&[&leaked]);
        let shapes: Vec<String> = tiles.values().map(|tile| without_classes(&tile.picture)).collect();
        for (at, one) in shapes.iter().enumerate() {
            assert!(shapes.iter().skip(at + 1).all(|other| one != other), "{unit}: {} is drawn as another", values[at]);
        }
    }
}

fn without_classes(picture: &str) -> String {
    let mut pieces = picture.split(r#"class=""#);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + piece.split_once('"').unwrap().1)
}
