//! SVG to PNG, with fonts of the project's own, so that a picture is the same on every machine and no letter in it is a
//! box.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use chart::Sheet;
use model::{Chart, Day};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb, roxmltree};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use statement::Account;

use crate::memory::{self, Memory};
use crate::raster;

/// A face that pictures can be lettered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Liberation Sans.
    Sans,
    /// Liberation Sans Bold.
    SansBold,
    /// Liberation Serif Bold.
    SerifBold,
}

/// A chart on its sheet, as of the day of the last change of what it shows; the sheet names the address of the site where
/// that is known.
pub(crate) fn sheet(plot: &Account<'_>, chart: &Chart, day: Day, address: Option<&str>) -> Sheet {
    let sheet = Sheet::of(plot, chart, day);
    match address {
        Some(address) => sheet.with_address(address),
        None => sheet,
    }
}

/// Draws an SVG at a scale, as the bytes of a PNG: the same bytes each time.
///
/// # Errors
/// When the text is not an SVG, when it holds a character that no font of the project's has, and when it is too
/// large to be drawn.
pub(crate) fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    drawn(svg, scale, raster::exact)
}

fn drawn(svg: &str, scale: f32, encode: fn(&Pixmap) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    // A hyphen at which no line breaks looks as any other, which the fonts have.
    let svg = svg.replace('\u{2011}', "\u{2010}");
    let document = roxmltree::Document::parse(&svg).context("the picture is not well-formed")?;
    let name = name(&document);
    check_letters(&document).with_context(|| format!("“{name}” cannot be drawn"))?;
    let options = Options { font_family: "Liberation Sans".into(), fontdb: Arc::new(fonts()), ..Options::default() };
    let tree = Tree::from_xmltree(&document, &options).with_context(|| format!("“{name}” cannot be drawn"))?;
    let size = tree.size().scale_by(scale).context("the scale is not a positive number")?;
    let size = size.to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height())
        .with_context(|| format!("“{name}” is too large to be drawn: {} by {} pixels", size.width(), size.height()))?;
    paper.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut paper.as_mut());
    encode(&paper).with_context(|| format!("“{name}” cannot be written as a PNG"))
}

/// The same, remembered.
pub(crate) fn painted(memory: &dyn Memory, svg: &str, scale: f32) -> Result<Vec<u8>> {
    memory::remembered(memory, &format!("png {scale}"), &[svg.as_bytes()], || png(svg, scale))
}

/// The same in few colours, which is half as large, remembered.
pub(crate) fn plain(memory: &dyn Memory, svg: &str, scale: f32) -> Result<Vec<u8>> {
    memory::remembered(memory, &format!("plain png {scale}"), &[svg.as_bytes()], || drawn(svg, scale, raster::plain))
}

impl Face {
    const ALL: [Self; 3] = [Self::Sans, Self::SansBold, Self::SerifBold];

    fn data(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../fonts/LiberationSans-Regular.ttf"),
            Self::SansBold => include_bytes!("../fonts/LiberationSans-Bold.ttf"),
            Self::SerifBold => include_bytes!("../fonts/LiberationSerif-Bold.ttf"),
        }
    }

    /// Whether it has a letter.
    fn has(self, letter: char) -> bool {
        FontRef::new(self.data()).is_ok_and(|font| font.charmap().map(letter).is_some_and(|glyph| glyph.to_u32() > 0))
    }

    /// How wide a text is in pixels at a font size in pixels, without kerning, which makes it a little narrower.
    pub(crate) fn width(self, text: &str, size: f32) -> f32 {
        let Ok(font) = FontRef::new(self.data()) else { return 0.0 };
        let (letters, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
        text.chars().filter_map(|c| metrics.advance_width(letters.map(c)?)).sum()
    }
}

fn fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for face in Face::ALL {
        fonts.load_font_data(face.data().to_vec());
    }
    fonts
}

/// What an SVG is called, in messages.
fn name(document: &roxmltree::Document<'_>) -> String {
    let title = document.root_element().children().find(|node| node.has_tag_name("title"));
    title.and_then(|title| title.text()).unwrap_or("a picture without a title").to_owned()
}

/// Refuses letters that would come out as empty boxes.
fn check_letters(document: &roxmltree::Document<'_>) -> Result<()> {
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let pieces: Vec<&str> = texts.flat_map(|text| text.descendants()).filter_map(|node| node.text()).collect();
    let letters: BTreeSet<char> = pieces.iter().flat_map(|piece| piece.chars()).filter(|c| !is_unseen(*c)).collect();
    let Some(lacking) = letters.into_iter().find(|c| !Face::ALL.iter().all(|face| face.has(*c))) else { return Ok(()) };
    let piece = pieces.into_iter().find(|piece| piece.contains(lacking)).unwrap_or_default();
    bail!(
        "its text “{}” has the character {lacking} (U+{:04X}), which the fonts in app/publish/fonts lack: write it otherwise, or add a font that has it",
        piece.trim(),
        u32::from(lacking)
    )
}

/// White space and what only joins or parts other characters.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use chart::Theme;
    use model::{Dashboard, Footnotes};
    use statement::Language;

    use super::*;

    /// The light sheets of a dashboard.
    fn sheets(text: &str, mut check: impl FnMut(&Sheet, &str)) {
        let dashboard = Dashboard::parse(text).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        for chart in &dashboard.charts {
            let sheet = Sheet::of(&plot, chart, dashboard.updated);
            check(&sheet, &sheet.svg(Theme::Light));
        }
    }

    fn real() -> String {
        editions::text("cambodia").unwrap()
    }

    /// A dashboard of one chart whose label, author and finding are these words.
    fn worded(words: &str) -> String {
        let words = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        format!(
            r#"{{"schema_version":1,"id":"d","title":{{"en":"T"}},"summary":{{"en":"S"}},"updated":"2026-01-21","license":"CC-BY-4.0",
            "sources":[{{"id":"s","type":"article","author":[{{"literal":"{words}"}}]}}],
            "figures":[{{"id":"f","label":{{"en":"{words}"}},"value":{{"about":5}},"unit":"people","citations":[{{"source":"s","quote":"q"}}]}}],
            "charts":[{{"id":"c","kind":"bars","title":{{"en":"The chart"}},"finding":{{"en":"{words}"}},"figures":["f"]}}],
            "sections":[{{"id":"x","title":{{"en":"X"}},"charts":["c"]}}]}}"#
        )
    }

    struct Decoded {
        size: (u32, u32),
        colours: Vec<[u8; 3]>,
    }

    fn decoded(bytes: &[u8]) -> Decoded {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let colours = pixels[..info.buffer_size()].chunks_exact(3).map(|p| [p[0], p[1], p[2]]).collect();
        Decoded { size: (info.width, info.height), colours }
    }

    #[test]
    fn every_chart_is_drawn_twice_as_large_and_the_same_each_time() {
        sheets(&real(), |sheet, svg| {
            let bytes = png(svg, 2.0).unwrap();
            let drawn = decoded(&bytes);
            assert_eq!(drawn.size.0, Sheet::WIDTH.unsigned_abs() / 5);
            assert_eq!(drawn.size.1, sheet.height.unsigned_abs() / 5);
            assert_eq!(png(svg, 2.0).unwrap(), bytes);
        });
    }

    #[test]
    fn the_colours_are_those_of_the_page_in_light() {
        let mark = chart::theme::COLOURS.iter().find(|colour| colour.name == "mark").unwrap();
        let paper = chart::theme::COLOURS.iter().find(|colour| colour.name == "paper").unwrap();
        let rgb = |hex: &str| [1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
        sheets(&worded("words"), |_, svg| {
            let drawn = decoded(&png(svg, 1.0).unwrap());
            assert_eq!(drawn.colours[0], rgb(paper.light));
            assert!(drawn.colours.contains(&rgb(mark.light)));
        });
    }

    #[test]
    fn the_letters_are_drawn_with_the_fonts_that_are_carried_along() {
        let ink = |words: &str| {
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="9" y="30" font-family="Arial, 'Liberation Sans'" font-size="20">{words}</text></svg>"#
            );
            decoded(&png(&svg, 1.0).unwrap()).colours.into_iter().filter(|colour| *colour != [255; 3]).count()
        };
        assert_eq!(ink(" "), 0);
        assert!(ink("figure") > 100 && ink("figure by figure") > ink("figure"));
    }

    #[test]
    fn a_character_that_no_font_has_stops_the_press_and_is_named() {
        for (words, character) in [("ten 🙂 people", "🙂 (U+1F642)"), ("មនុស្ស", "U+17"), ("人", "人 (U+4EBA)")]
        {
            sheets(&worded(words), |_, svg| {
                let error = format!("{:#}", png(svg, 2.0).unwrap_err());
                assert!(error.contains("“The chart”") && error.contains(character) && error.contains(words), "{error}");
            });
        }
    }

    #[test]
    fn quotes_marks_and_lines_that_a_curator_writes_are_letters_like_others() {
        for words in [
            "“a” & <b> \"c\" ]]> 'd'",
            "one\ntwo, three",
            "=cmd|' /C calc'!A0",
            "Žižek, 5 × 3 ≥ ½ – €",
            "a\u{200b}b\u{a0}c",
            "well\u{2011}known",
        ] {
            sheets(&worded(words), |_, svg| assert!(png(svg, 1.0).is_ok(), "{words}"));
        }
    }

    #[test]
    fn no_colour_is_lost_however_many_there_are() {
        for count in [2, 255, 256, 257, 400] {
            let asked: Vec<[u8; 3]> = (0..count).map(|x| [(x % 256) as u8, (255 - x / 2) as u8, 90]).collect();
            let stripe = |(x, [r, g, b]): (usize, &[u8; 3])| {
                format!(r#"<rect x="{x}" width="1" height="1" fill="rgb({r},{g},{b})"/>"#)
            };
            let stripes: String = asked.iter().enumerate().map(stripe).collect();
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{count}" height="1" shape-rendering="crispEdges">{stripes}</svg>"#
            );
            assert_eq!(decoded(&png(&svg, 1.0).unwrap()).colours, asked);
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(png("<svg", 1.0).is_err());
        assert!(png("<p>no</p>", 1.0).is_err());
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>"#;
        assert!(png(svg, 0.0).is_err() && png(svg, f32::NAN).is_err() && png(svg, 1e9).is_err());
    }
}
