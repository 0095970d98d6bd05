//! The height of an excerpt in a browser at one width, estimated from its HTML.
//!
//! The estimate repeats what the style sheets say of sizes and distances. A test in browsers compares the two.

use std::cell::RefCell;

use anyhow::Result;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use typeface::{Face, segments, width};

/// What an excerpt consists of.
#[derive(Default)]
pub(crate) struct Content {
    parts: Vec<Part>,
    /// The digits of a figure, which are larger than the words beside them.
    quantity: String,
    number: Vec<Word>,
    /// Texts that a script may show later.
    hidden: String,
    /// The sizes of the narrow and the wide picture.
    narrow: Option<(f32, f32)>,
    wide: Option<(f32, f32)>,
}

/// How a text is set: its letters, and what is above and below it, in pixels.
struct Set {
    selector: &'static str,
    face: Face,
    size: f32,
    leading: f32,
    before: f32,
    after: f32,
}

impl Set {
    const fn of(selector: &'static str, face: Face, size: f32, leading: f32) -> Self {
        Self { selector, face, size, leading, before: 0.0, after: 0.0 }
    }
}

/// A text of the excerpt.
struct Part {
    set: &'static Set,
    text: String,
    /// The text in pieces between which a line may break.
    pieces: Vec<Piece>,
    /// The width of the drawing before it.
    drawing: f32,
    /// Whether some of it is bold.
    is_bold: bool,
}

/// A piece of a text, measured once for all widths.
struct Piece {
    /// Whether a space is before it.
    spaced: bool,
    /// Its width at a size of one pixel.
    width: f32,
}

/// A word of the number of a figure.
struct Word {
    /// Its width at a size of one pixel.
    width: f32,
    is_large: bool,
    /// The width of what follows it without a space, in pixels.
    marker: f32,
}

/// The texts of an excerpt whose lines add to its height, in any order.
static TEXTS: [Set; 15] = [
    Set { before: 16.0, ..Set::of(".excerpt > h1", Face::SansBold, 13.0, 18.2) },
    Set { before: 12.0, after: 12.0, ..Set::of(FINDING, Face::SansBold, 25.0, 28.75) },
    Set { after: 8.0, ..Set::of("figcaption", Face::SansBold, 14.0, 18.9) },
    Set::of(LEGEND, Face::Sans, 13.0, 18.2),
    Set { before: 18.0, ..Set::of("p.sources", Face::Sans, 13.0, 24.0) },
    Set { before: 2.0, ..Set::of("details.table > summary", Face::Sans, 13.0, 24.0) },
    Set { before: 30.0, ..Set::of(".figure > .basis", Face::Sans, 13.0, 17.55) },
    Set::of(NUMBER, Face::Sans, 16.0, 18.7),
    Set { before: 2.0, ..Set::of(".figure > .label", Face::Sans, 19.0, 24.7) },
    Set { before: 4.0, ..Set::of(".figure > .formula", Face::Sans, 15.0, 21.75) },
    Set { before: 6.0, ..Set::of(".figure > .more > p", Face::Sans, 13.0, 18.85) },
    Set { before: 6.0, ..Set::of(PROVENANCE, Face::Sans, 13.0, 18.85) },
    Set { before: 1.0, ..Set::of(".figure > .more .wordings > li", Face::Sans, 13.0, 18.85) },
    Set { before: 15.0, after: 3.0, ..Set::of("#notes-fold > summary", Face::Sans, 13.0, 18.0) },
    Set { before: 23.0, after: 14.0, ..Set::of(".colophon p", Face::Sans, 13.0, 19.5) },
];
const FINDING: &str = ".finding";
const LEGEND: &str = "ul.legend > li";
const NUMBER: &str = ".figure > .number";
const PROVENANCE: &str = ".figure > .more > .provenance";

impl Content {
    /// Reads the HTML of an excerpt.
    ///
    /// # Errors
    /// If the HTML cannot be read.
    pub(crate) fn read(html: &str) -> Result<Self> {
        let content = RefCell::new(Self::default());
        let shared = &content;
        let mut settings = RewriteStrSettings::new();
        for set in &TEXTS {
            settings = settings
                .append_element_content_handler(element!(set.selector, move |_| {
                    shared.borrow_mut().parts.push(Part {
                        set,
                        text: String::new(),
                        pieces: Vec::new(),
                        drawing: 0.0,
                        is_bold: false,
                    });
                    Ok(())
                }))
                .append_element_content_handler(text!(set.selector, move |chunk| {
                    shared.borrow_mut().add(set.selector, chunk.as_str());
                    Ok(())
                }));
        }
        settings = settings
            .append_element_content_handler(element!(".figure .provenance > li", |_| {
                content.borrow_mut().add(PROVENANCE, " · ");
                Ok(())
            }))
            .append_element_content_handler(text!(".figure > .number .quantity", |chunk| {
                content.borrow_mut().quantity.push_str(chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(text!(".figure > .label [hidden]", |chunk| {
                content.borrow_mut().hidden.push_str(chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(element!(
                ".figure > .label .standing, .figure > .basis b, .figure > .more .outlet",
                |_| {
                    if let Some(part) = content.borrow_mut().parts.last_mut() {
                        part.is_bold = true;
                    }
                    Ok(())
                }
            ))
            .append_element_content_handler(element!("ul.legend > li svg", |svg| {
                if let Some(part) = content.borrow_mut().parts.last_mut() {
                    part.drawing = size(svg).unwrap_or_default().0 + 8.0;
                }
                Ok(())
            }))
            .append_element_content_handler(element!(".frame[data-frame=narrow] > svg.picture", |svg| {
                content.borrow_mut().narrow = size(svg);
                Ok(())
            }))
            .append_element_content_handler(element!(".frame[data-frame=wide] > svg.picture", |svg| {
                content.borrow_mut().wide = size(svg);
                Ok(())
            }));
        rewrite_str(html, settings)?;
        Ok(content.into_inner().measured())
    }

    /// Measures the texts.
    fn measured(mut self) -> Self {
        for part in &mut self.parts {
            if part.set.selector == NUMBER {
                self.number = words(&part.text, &self.quantity);
            } else {
                part.pieces = pieces(&part.text.replace(&self.hidden, ""), part.set.face);
            }
        }
        self
    }

    fn add(&mut self, selector: &str, text: &str) {
        if let Some(part) = self.parts.iter_mut().rev().find(|part| part.set.selector == selector) {
            part.text.push_str(text);
        }
    }

    /// The height in a frame of this width.
    pub(crate) fn height(&self, frame: f32) -> f32 {
        let margin = (frame * 0.015).clamp(8.0, 24.0);
        let room = frame.min(832.0) - 2.0 * margin;
        let texts: f32 = self.parts.iter().map(|part| self.text(part, frame, room)).sum();
        texts + self.legend(room) + self.picture(room)
    }

    fn text(&self, part: &Part, frame: f32, room: f32) -> f32 {
        let Set { selector, size, leading, before, after, .. } = *part.set;
        match selector {
            LEGEND => 0.0,
            NUMBER => self.number(frame, room),
            FINDING => {
                let size = (20.0 + frame * 0.007).clamp(23.0, 25.0);
                before + lines(&part.pieces, size, room) * size * 1.15 + after
            }
            _ => {
                let bold = if part.is_bold { 1.05 } else { 1.0 };
                before + lines(&part.pieces, size * bold, room) * leading + after
            }
        }
    }

    /// The number of a figure, whose digits are larger than the words beside them.
    fn number(&self, frame: f32, room: f32) -> f32 {
        let large = (28.0 + frame * 0.025).clamp(36.0, 56.0).min(frame * 0.14);
        let mut lines: Vec<f32> = Vec::new();
        let mut taken = f32::MAX;
        for Word { width, is_large, marker } in &self.number {
            // Digits are set a little closer. The other words are in a serif of 16 pixels, which is as wide as this sans serif.
            let (size, leading) = if *is_large { (large * 0.965, large * 1.1) } else { (14.4, 18.7) };
            let wide = width * size + marker;
            match lines.last_mut() {
                Some(line) if taken + 4.5 + wide <= room => {
                    taken += 4.5 + wide;
                    *line = line.max(leading);
                }
                _ => {
                    lines.push(leading * (wide / room).ceil().max(1.0));
                    taken = wide % room;
                }
            }
        }
        lines.into_iter().sum()
    }

    /// The key of a chart: its items are beside one another.
    fn legend(&self, room: f32) -> f32 {
        let (mut height, mut taken) = (0.0, f32::MAX);
        for Part { set, pieces, drawing, .. } in self.parts.iter().filter(|part| part.set.selector == LEGEND) {
            let words: f32 = pieces.iter().map(|piece| piece.width + if piece.spaced { SPACE } else { 0.0 }).sum();
            let wide = drawing + words * set.size;
            if taken + 24.0 + wide <= room {
                taken += 24.0 + wide;
            } else {
                let lines = lines(pieces, set.size, room - drawing);
                height += lines * set.leading + if height > 0.0 { 4.0 } else { 12.0 };
                taken = wide;
            }
        }
        height
    }

    fn picture(&self, room: f32) -> f32 {
        let (picture, greatest) = if room >= 576.0 { (self.wide, 960.0) } else { (self.narrow, 416.0) };
        picture.map(|(wide, high)| room.min(greatest) * high / wide).unwrap_or_default()
    }
}

/// The size of a drawing.
fn size(svg: &Element<'_, '_>) -> Option<(f32, f32)> {
    let sizes = svg.get_attribute("viewBox")?;
    let mut sizes = sizes.split(' ').skip(2).map(str::parse);
    Some((sizes.next()?.ok()?, sizes.next()?.ok()?))
}

/// The width of a space at a size of one pixel.
const SPACE: f32 = 0.278;

/// The size at which texts are measured.
const SIZE: f32 = 100.0;

fn pieces(text: &str, face: Face) -> Vec<Piece> {
    let words = text.split_whitespace().flat_map(|word| segments(word).into_iter().enumerate());
    words.map(|(place, text)| Piece { spaced: place == 0, width: width(text, face, SIZE) / SIZE }).collect()
}

/// The words of a number with these digits. The numbers of its articles, at its end, are smaller.
fn words(text: &str, quantity: &str) -> Vec<Word> {
    let (before, after) = text.split_once(quantity).unwrap_or(("", text));
    let unit = after.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let articles = after.get(unit.len()..).unwrap_or_default().split_whitespace();
    let marker = articles.fold(13.0, |wide, number| wide + width(number, Face::SansBold, 11.0) + 3.4);
    let mut words = Vec::new();
    for (text, face, is_large) in
        [(before, Face::Sans, false), (quantity, Face::SerifBold, true), (unit, Face::Sans, false)]
    {
        let measured = text.split_whitespace().map(|word| width(word, face, SIZE) / SIZE);
        words.extend(measured.map(|width| Word { width, is_large, marker: 0.0 }));
    }
    if let Some(last) = words.last_mut() {
        last.marker = marker;
    }
    words
}

/// How many lines a text fills.
fn lines(pieces: &[Piece], size: f32, room: f32) -> f32 {
    let (mut lines, mut taken) = (0.0, f32::MAX);
    for Piece { spaced, width } in pieces {
        let gap = if *spaced { SPACE * size } else { 0.0 };
        let wide = width * size;
        if taken + gap + wide <= room {
            taken += gap + wide;
        } else {
            lines += (wide / room).ceil().max(1.0);
            taken = wide % room;
        }
    }
    lines
}
