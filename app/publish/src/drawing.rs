//! SVG to PNG, with the project's own fonts, so that a picture is the same on every machine and has a glyph for every
//! letter.

use std::sync::{Arc, LazyLock};

use anyhow::{Context, Result};
use chart::{Purpose, Sheet, Slide, Theme};
use model::{Chart, Day};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb, roxmltree};
use statement::Account;
use typeface::Face;

use crate::lettering::lettered;
use crate::memory::{self, Memory};
use crate::raster;

/// A chart on its sheet, as of the day of its last change; the sheet includes the address of the site if it is known.
pub(crate) fn sheet(plot: &Account<'_>, chart: &Chart, day: Day, address: Option<&str>) -> Sheet {
    addressed(Sheet::of(plot, chart, day), address)
}

/// The same for a phone.
pub(crate) fn narrow(plot: &Account<'_>, chart: &Chart, day: Day, address: Option<&str>) -> Sheet {
    addressed(Sheet::narrow(plot, chart, day), address)
}

fn addressed(sheet: Sheet, address: Option<&str>) -> Sheet {
    match address {
        Some(address) => sheet.with_address(address),
        None => sheet,
    }
}

/// Draws an SVG at a scale, as the bytes of a PNG, which are always the same.
///
/// # Errors
/// If the text is no SVG, or if it is too large to be drawn.
pub(crate) fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    drawn(svg, scale, raster::exact)
}

fn drawn(svg: &str, scale: f32, encode: fn(&Pixmap) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let tree = read(svg)?;
    let size = tree.size().scale_by(scale).context("the scale is not a positive number")?;
    let size = size.to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height()).with_context(|| {
        format!("{} is too large to be drawn: {} by {} pixels", name(svg), size.width(), size.height())
    })?;
    paper.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut paper.as_mut());
    encode(&paper).with_context(|| format!("{} cannot be written as a PNG", name(svg)))
}

/// A picture with everything laid out.
pub(crate) fn read(svg: &str) -> Result<Tree> {
    let options = Options { font_family: Face::Sans.family().into(), fontdb: FONTS.clone(), ..Options::default() };
    let tree = lettered(drawable(svg), &options).and_then(|svg| Ok(Tree::from_str(&svg, &options)?));
    tree.with_context(|| format!("{} cannot be drawn", name(svg)))
}

/// The maximum height of a picture in pixels: many programs do not open higher ones, and drawing them takes gigabytes.
const HIGHEST: f32 = 32_000.0;

/// A scale at which a sheet has at most this height, however many figures its chart has.
pub(crate) fn fitting(sheet: &Sheet, scale: f32) -> f32 {
    scale.min(HIGHEST / (sheet.height as f32 / 10.0).max(1.0))
}

/// The same, from memory if possible.
pub(crate) fn painted(memory: &dyn Memory, svg: &str, scale: f32) -> Result<Vec<u8>> {
    memory::remembered(memory, &format!("png {scale}"), &[svg.as_bytes()], || png(svg, scale))
}

/// The same in few colours, which is half as large, from memory if possible.
pub(crate) fn plain(memory: &dyn Memory, svg: &str, scale: f32) -> Result<Vec<u8>> {
    memory::remembered(memory, &format!("plain png {scale}"), &[svg.as_bytes()], || drawn(svg, scale, raster::plain))
}

/// A picture of a fixed size, from memory if possible.
pub(crate) fn slide(memory: &dyn Memory, slide: &Slide, purpose: Purpose) -> Result<Vec<u8>> {
    painted(memory, &slide.sheet.svg(Theme::Light), purpose.scale())
}

/// The base faces, read once for hundreds of pictures.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in Face::ALL {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(face.font().bytes())));
    }
    Arc::new(fonts)
});

/// A no-break hyphen looks like a hyphen, which the fonts have; a line or paragraph separator becomes a space.
fn drawable(svg: &str) -> String {
    svg.replace('\u{2011}', "\u{2010}").replace(['\u{85}', '\u{2028}', '\u{2029}'], " ")
}

/// The name of an SVG in messages.
fn name(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).ok();
    let title = document.as_ref().and_then(|document| {
        let title = document.root_element().children().find(|node| node.has_tag_name("title"))?;
        title.text()
    });
    title.map_or("a picture without a title".to_owned(), |title| format!("“{title}”"))
}

#[cfg(test)]
mod tests {
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
        let mark = chart::theme::COLOURS.iter().find(|colour| colour.name == "said").unwrap();
        let paper = chart::theme::COLOURS.iter().find(|colour| colour.name == "paper").unwrap();
        let rgb = |hex: &str| [1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
        sheets(&worded("words"), |_, svg| {
            let drawn = decoded(&png(svg, 1.0).unwrap());
            assert_eq!(drawn.colours[0], rgb(paper.light));
            assert!(drawn.colours.contains(&rgb(mark.light)));
        });
    }

    #[test]
    fn a_program_that_reads_no_style_draws_the_same_picture() {
        for name in ["cambodia", "schools"] {
            sheets(&editions::text(name).unwrap(), |sheet, light| {
                let svg = sheet.svg(Theme::Reader);
                assert!(svg.contains("<style>") && !light.contains("<style>"));
                assert!(png(&svg, 1.0).unwrap() == png(light, 1.0).unwrap(), "{name}: {svg:.300}");
            });
        }
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
    fn any_letter_is_drawn_and_one_that_no_font_has_is_drawn_as_another() {
        let words = ["ten 🙂 people", "a ⇒ b", "មនុស្ស", "人", "ل", "\u{10ffff}", "\u{e000}", "\u{2067}\u{feff}x"];
        for words in words {
            sheets(&worded(words), |_, svg| assert!(png(svg, 2.0).is_ok(), "{words}"));
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
    fn a_sheet_of_thousands_of_figures_is_drawn_smaller() {
        let dashboard = Dashboard::parse(&worded("words")).unwrap();
        let footnotes = Footnotes::of(&dashboard);
        let plot = Account { dashboard: &dashboard, footnotes: &footnotes, language: Language::English, address: None };
        let mut sheet = Sheet::of(&plot, &dashboard.charts[0], dashboard.updated);
        assert_eq!(fitting(&sheet, 2.0), 2.0);
        sheet.height = 4_000_000;
        let svg = sheet.svg(Theme::Light);
        let drawn = decoded(&png(&svg, fitting(&sheet, 2.0)).unwrap());
        assert_eq!(drawn.size.1, HIGHEST as u32);
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
