//! A sheet as an SVG file.
//!
//! The whole has the role of a graphics document, not of an image: an image's content is skipped by assistive
//! technology, and this one holds links to the articles (WAI-ARIA Graphics Module 1.0, `graphics-document`, with
//! its advised fallback). The picture within is an image, and holds none.

use std::fmt::{self, Write as _};

use crate::look::attributed;
use crate::paragraph::{Link, RAISE, Span, Style, THIN};
use crate::reference::TARGET;
use crate::run::{Run, runs};
use crate::scene::Reference;
use crate::sheet::{MARGIN, Part, Sheet, Type, WHOLE};
use crate::svg::{Tenths, escape, escape_quoted, inner};
use crate::theme::Theme;

/// The distance of the numbers of a marker, for each of their digits.
const NUMBER: i32 = 90;

impl Sheet {
    /// The file: self-contained, without scripts or `style` attributes.
    pub fn svg(&self, theme: Theme) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(theme, &mut out);
        attributed(&out)
    }

    fn write(&self, theme: Theme, out: &mut String) -> fmt::Result {
        let name = &self.scene.chart;
        let (width, height) = (Tenths(self.width), Tenths(self.height));
        // The fragment of an address, which chooses the colours.
        let named = if theme == Theme::ByAddress { r#" id="dark""# } else { "" };
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="sheet"{named} role="graphics-document document" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:lang="{}" aria-labelledby="{name}-title"><title id="{name}-title">"#,
            self.language
        )?;
        escape(out, &self.scene.title)?;
        write!(out, r#"</title><desc id="{name}-desc">"#)?;
        escape(out, &self.scene.description)?;
        out.write_str("</desc>")?;
        if theme != Theme::Light {
            write!(out, "<style>{}</style>", theme.style())?;
        }
        write!(out, r#"<rect class="paper" width="{width}" height="{height}"></rect>"#)?;
        for part in &self.parts {
            self.write_part(out, part)?;
        }
        out.write_str("</svg>\n")
    }

    fn write_part(&self, out: &mut String, part: &Part) -> fmt::Result {
        let (left, right) = (Tenths(MARGIN), Tenths(self.width - MARGIN));
        match part {
            Part::Bar { y } => write!(
                out,
                r#"<rect class="bar" x="{left}" y="{}" width="{}" height="3"></rect>"#,
                Tenths(*y),
                Tenths(self.width - 2 * MARGIN)
            ),
            Part::Rule { y } => {
                let y = Tenths(*y);
                write!(out, r#"<polyline class="rule outline" points="{left},{y} {right},{y}"></polyline>"#)
            }
            Part::Picture { at, scale } => {
                let name = &self.scene.chart;
                let place = placed(*at, *scale);
                write!(out, r#"<g role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc" {place}>"#)?;
                self.scene.write_marks(out)?;
                write!(out, "</g><g {place}>")?;
                for (reference, links) in self.scene.references.iter().zip(&self.links) {
                    write_marker(out, reference, links)?;
                }
                out.write_str("</g>")
            }
            Part::Scaled { at, scale, parts } => {
                write!(out, "<g {}>", placed(*at, *scale))?;
                for part in parts {
                    self.write_part(out, part)?;
                }
                out.write_str("</g>")
            }
            Part::Sample { at, picture } => {
                // As a group: not all programs support nested `<svg>`.
                let shapes = inner(picture);
                write!(out, r#"<g transform="translate({} {})">{shapes}</g>"#, Tenths(at.0), Tenths(at.1))
            }
            Part::Words { kind, at, lines } => write_words(out, *kind, *at, lines),
        }
    }
}

/// The place of a group, and its scale, in thousandths.
fn placed((x, y): (i32, i32), scale: i32) -> String {
    let (x, y) = (Tenths(x), Tenths(y));
    if scale == WHOLE {
        return format!(r#"transform="translate({x} {y})""#);
    }
    format!(r#"transform="translate({x} {y}) scale({}.{:03})""#, scale / WHOLE, scale % WHOLE)
}

/// The numbers beside a mark, each in the middle of a target that ends where the next begins.
fn write_marker(out: &mut String, reference: &Reference, links: &[Option<Link>]) -> fmt::Result {
    let y = reference.at.1;
    let alone = reference.numbers.len() == 1;
    let links = links.iter().map(Option::as_ref).chain([None]);
    for ((x, text, repeats), link) in reference.pieces().into_iter().zip(links) {
        open_link(out, link)?;
        let width = if alone { TARGET } else { NUMBER * text.len() as i32 };
        if link.is_some() {
            let (left, top) = (Tenths(x - width / 2), Tenths(y - TARGET / 2));
            let (width, height) = (Tenths(width), Tenths(TARGET));
            write!(out, r#"<rect class="target" x="{left}" y="{top}" width="{width}" height="{height}"></rect>"#)?;
        }
        let class = if repeats { "number repeats" } else { "number" };
        let (x, y) = (Tenths(x), Tenths(y + 42));
        write!(out, r#"<text class="{class}" x="{x}" y="{y}" text-anchor="middle">{text}</text>"#)?;
        close_link(out, link)?;
    }
    Ok(())
}

/// A paragraph is one `<text>`, so that it is read and copied as one.
fn write_words(out: &mut String, kind: Type, (x, y): (i32, i32), lines: &[Vec<Span>]) -> fmt::Result {
    let heading = if matches!(kind.class, "title" | "headline") { r#" role="heading" aria-level="1""# } else { "" };
    write!(out, r#"<text class="{}"{heading}>"#, kind.class)?;
    for (index, (line, baseline)) in lines.iter().zip((y..).step_by(kind.leading.unsigned_abs() as usize)).enumerate() {
        // An invisible space between the words of two lines.
        out.write_str(if index > 0 { " " } else { "" })?;
        for (span, run) in line.iter().zip(runs(line, kind, x)) {
            write_span(out, span, run, baseline)?;
        }
    }
    out.write_str("</text>")
}

/// Words of one style. The space before them is outside the link.
fn write_span(out: &mut String, span: &Span, run: Run, baseline: i32) -> fmt::Result {
    let words = span.text.trim_start_matches(' ');
    out.write_str(if words.len() < span.text.len() { " " } else { "" })?;
    open_link(out, span.link.as_ref())?;
    out.write_str("<tspan")?;
    if let Some(class) = span.style.class() {
        write!(out, r#" class="{class}""#)?;
    }
    let is_raised = span.style == Style::Number;
    match run {
        Run::At { x, length } => {
            let raise = if is_raised { RAISE } else { 0 };
            write!(out, r#" x="{}" y="{}""#, Tenths(x), Tenths(baseline - raise))?;
            if let Some(length) = length {
                write!(out, r#" textLength="{}" lengthAdjust="spacingAndGlyphs""#, Tenths(length))?;
            }
        }
        Run::Behind { shift } => {
            if is_raised {
                write!(out, r#" dx="{}""#, Tenths(THIN))?;
            }
            if shift != 0 {
                write!(out, r#" dy="{}""#, Tenths(shift))?;
            }
        }
    }
    out.write_char('>')?;
    escape(out, words.trim_end_matches(' '))?;
    out.write_str("</tspan>")?;
    close_link(out, span.link.as_ref())?;
    out.write_str(if words.ends_with(' ') { " " } else { "" })
}

/// A link that opens outside any frame, without a referrer.
fn open_link(out: &mut String, link: Option<&Link>) -> fmt::Result {
    let Some(link) = link else { return Ok(()) };
    out.write_str(r#"<a href=""#)?;
    escape_quoted(out, &link.address)?;
    out.write_str(r#"" target="_blank" rel="noopener noreferrer""#)?;
    if let Some(words) = &link.words {
        out.write_str(r#" aria-label=""#)?;
        escape_quoted(out, words)?;
        out.write_char('"')?;
    }
    out.write_char('>')
}

fn close_link(out: &mut String, link: Option<&Link>) -> fmt::Result {
    out.write_str(if link.is_some() { "</a>" } else { "" })
}
