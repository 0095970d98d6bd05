//! A sheet as an SVG file.
//!
//! The whole has the role of a graphics document, not of an image: an image's content is skipped by assistive
//! technology, and this one holds links to the articles (WAI-ARIA Graphics Module 1.0, `graphics-document`, with
//! its advised fallback). The picture within is an image, and holds none.

use std::fmt::{self, Write as _};

use crate::paragraph::{Link, Span, Style, THIN};
use crate::scene::Reference;
use crate::sheet::{MARGIN, Part, Sheet};
use crate::svg::{TARGET, Tenths, escape, escape_quoted};
use crate::theme::Theme;

/// How far numbers in running text are raised, in tenths of a pixel.
const RAISE: i32 = 50;

impl Sheet {
    /// The file: one that needs no other, has no script and no `style` attribute.
    pub fn svg(&self, theme: Theme) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(theme, &mut out);
        out
    }

    fn write(&self, theme: Theme, out: &mut String) -> fmt::Result {
        let name = &self.scene.chart;
        let (width, height) = (Tenths(Self::WIDTH), Tenths(self.height));
        // What an address can name, so that it chooses the colours.
        let named = if theme == Theme::ByAddress { r#" id="dark""# } else { "" };
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="sheet"{named} role="graphics-document document" width="{width}" height="{height}" viewBox="0 0 {width} {height}" xml:lang="{}" aria-labelledby="{name}-title"><title id="{name}-title">"#,
            self.language
        )?;
        escape(out, &self.scene.title)?;
        write!(out, r#"</title><desc id="{name}-desc">"#)?;
        escape(out, &self.scene.description)?;
        write!(out, "</desc><style>{}</style>", theme.style())?;
        write!(out, r#"<rect class="paper" width="{width}" height="{height}"></rect>"#)?;
        for part in &self.parts {
            self.write_part(out, part)?;
        }
        out.write_str("</svg>\n")
    }

    fn write_part(&self, out: &mut String, part: &Part) -> fmt::Result {
        let (left, right) = (Tenths(MARGIN), Tenths(Self::WIDTH - MARGIN));
        match part {
            Part::Bar { y } => write!(
                out,
                r#"<rect class="bar" x="{left}" y="{}" width="{}" height="3"></rect>"#,
                Tenths(*y),
                Tenths(Self::WIDTH - 2 * MARGIN)
            ),
            Part::Rule { y } => {
                let y = Tenths(*y);
                write!(out, r#"<polyline class="rule outline" points="{left},{y} {right},{y}"></polyline>"#)
            }
            Part::Picture => {
                let name = &self.scene.chart;
                let place = format!(r#"transform="translate({left} {})""#, Tenths(self.top));
                write!(out, r#"<g role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc" {place}>"#)?;
                self.scene.write_marks(out)?;
                write!(out, "</g><g {place}>")?;
                for (reference, link) in self.scene.references.iter().zip(&self.links) {
                    write_marker(out, reference, link.as_ref())?;
                }
                out.write_str("</g>")
            }
            Part::Sample { at, picture } => {
                write!(out, r#"<g transform="translate({} {})">{picture}</g>"#, Tenths(at.0), Tenths(at.1))
            }
            Part::Words { class, at, leading, lines } => write_words(out, class, *at, *leading, lines),
        }
    }
}

/// A number beside a mark, in the middle of a target.
fn write_marker(out: &mut String, reference: &Reference, link: Option<&Link>) -> fmt::Result {
    let (x, y) = reference.at;
    open_link(out, link)?;
    let (left, top, size) = (Tenths(x - TARGET / 2), Tenths(y - TARGET / 2), Tenths(TARGET));
    if link.is_some() {
        write!(out, r#"<rect class="target" x="{left}" y="{top}" width="{size}" height="{size}"></rect>"#)?;
    }
    let (x, y) = (Tenths(x), Tenths(y + 42));
    write!(out, r#"<text class="number" x="{x}" y="{y}" text-anchor="middle">{}</text>"#, reference.number)?;
    close_link(out, link)
}

/// A paragraph: one text, so that it is read and copied as one, with its lines in it.
fn write_words(out: &mut String, class: &str, (x, y): (i32, i32), leading: i32, lines: &[Vec<Span>]) -> fmt::Result {
    let heading = if class == "title" { r#" role="heading" aria-level="1""# } else { "" };
    write!(out, r#"<text class="{class}"{heading}>"#)?;
    let mut baseline = y;
    for (index, line) in lines.iter().enumerate() {
        write!(out, r#"<tspan x="{}" y="{}">"#, Tenths(x), Tenths(baseline))?;
        let mut raised = false;
        for span in line {
            write_span(out, span, &mut raised)?;
        }
        // Between the words of two lines, though not seen.
        out.write_str(if index + 1 < lines.len() { " </tspan>" } else { "</tspan>" })?;
        baseline += leading;
    }
    out.write_str("</text>")
}

fn write_span(out: &mut String, span: &Span, raised: &mut bool) -> fmt::Result {
    let class = match span.style {
        Style::Plain => "",
        Style::Strong => "strong",
        Style::Address => "address",
        Style::Number => "raised",
    };
    let raise = span.style == Style::Number;
    let shift = RAISE * (i32::from(*raised) - i32::from(raise));
    *raised = raise;
    open_link(out, span.link.as_ref())?;
    let plain = class.is_empty() && shift == 0;
    if !plain {
        out.write_str("<tspan")?;
        if !class.is_empty() {
            write!(out, r#" class="{class}""#)?;
        }
        if raise {
            write!(out, r#" dx="{}""#, Tenths(THIN))?;
        }
        if shift != 0 {
            write!(out, r#" dy="{}""#, Tenths(shift))?;
        }
        out.write_char('>')?;
    }
    match span.text.strip_prefix(' ').filter(|_| shift != 0) {
        // librsvg drops a space at the edge of what is shifted, but not one that binds.
        Some(rest) => {
            out.write_char('\u{a0}')?;
            escape(out, rest)?;
        }
        None => escape(out, &span.text)?,
    }
    if !plain {
        out.write_str("</tspan>")?;
    }
    close_link(out, span.link.as_ref())
}

/// A link that leaves whatever frame the file is shown in, and tells the article nothing of where it was.
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
