//! Converts texts with letters that the base faces lack into outlines before the picture is drawn.
//!
//! usvg shapes a whole line with one font after another, and keeps the result of the first if two fonts need different
//! numbers of glyphs, as most scripts do: "ខ្មែរ Bayon 字" would have boxes. So `typeface` lays out such a text, which it
//! cuts by fonts and directions, and the picture contains it as paths. The place, size, weight and colour of the text are
//! taken from usvg, from a copy in which each letter is an x: only usvg resolves the style sheets, and a copy in one letter
//! has no font problems. usvg draws all other texts.
//!
//! Only the features of this project's pictures are supported: left-to-right lines in plain colours.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{FontFamily, Options, Paint, Text, TextAnchor, TextChunk, TextSpan, Tree};
use typeface::{Face, Line, Span, is_plain, outline};

/// The picture with outlines for the texts that need them; the same picture if none does.
pub(crate) fn lettered(svg: String, options: &Options<'_>) -> Result<String> {
    let document = Document::parse(&svg).context("the picture is not well-formed")?;
    let texts: Vec<Node<'_, '_>> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
    let (plain, others): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| is_plain(&letters(*text)));
    if others.is_empty() {
        return Ok(svg);
    }
    let copy = copy(&svg, &plain, &others);
    let styled = Document::parse(&copy)
        .ok()
        .and_then(|copy| Tree::from_xmltree(&copy, options).ok())
        .context("the picture cannot be read")?;
    let mut pieces = Vec::new();
    for (place, text) in others.iter().enumerate() {
        let styled = match styled.node_by_id(&id(place)) {
            Some(resvg::usvg::Node::Text(styled)) => outlines(styled, &letters(*text)),
            // White space alone is invisible.
            _ => String::new(),
        };
        pieces.push((text.range(), styled));
    }
    Ok(spliced(&svg, pieces))
}

/// All that a text says.
fn letters(text: Node<'_, '_>) -> String {
    text.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn id(place: usize) -> String {
    format!("lettered-{place}")
}

/// The picture with an x for each letter of these texts, which are identified by ids, and without all others.
fn copy(svg: &str, plain: &[Node<'_, '_>], others: &[Node<'_, '_>]) -> String {
    let mut pieces: Vec<_> = plain.iter().map(|text| (text.range(), String::new())).collect();
    for (place, text) in others.iter().enumerate() {
        let start = text.range().start + "<text".len();
        pieces.push((start..start, format!(r#" id="{}""#, id(place))));
        for part in text.descendants().filter(Node::is_text) {
            let letters = part.text().unwrap_or_default().chars();
            pieces.push((part.range(), letters.map(|letter| if is_space(letter) { letter } else { 'x' }).collect()));
        }
    }
    pieces.sort_by_key(|(range, _)| range.start);
    spliced(svg, pieces)
}

/// A text with other pieces in consecutive places.
fn spliced(text: &str, pieces: Vec<(std::ops::Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, piece) in pieces {
        out += text.get(from..range.start).unwrap_or_default();
        out += &piece;
        from = range.end;
    }
    out += text.get(from..).unwrap_or_default();
    out
}

/// The white space of SVG, some of which it collapses.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

/// The letters of a text as paths, with the place and style of its copy.
fn outlines(styled: &Text, letters: &str) -> String {
    let mut letters = letters.chars().filter(|letter| !is_space(*letter));
    let mut out = String::from("<g>");
    let (mut at, mut place) = ((0.0, 0.0), 0);
    for chunk in styled.chunks() {
        let texts: Vec<String> = chunk.spans().iter().map(|span| original(chunk, span, &mut letters)).collect();
        let mut spans = Vec::new();
        for (span, text) in chunk.spans().iter().zip(&texts) {
            let shift = |shifts: &[f32]| shifts.get(place).copied().unwrap_or_default();
            let shift = (shift(styled.dx()), shift(styled.dy()));
            place += span.end().saturating_sub(span.start());
            spans.push(Span { text, face: face(span), size: span.font_size().get(), shift });
        }
        let line = Line::of(&spans);
        let first = spans.first().map_or(0.0, |span| span.shift.0);
        let begin = match chunk.anchor() {
            TextAnchor::Start => 0.0,
            TextAnchor::Middle => -line.width / 2.0,
            TextAnchor::End => -line.width,
        };
        at = (chunk.x().unwrap_or(at.0) + first + begin, chunk.y().unwrap_or(at.1));
        for glyph in &line.glyphs {
            let Some(span) = chunk.spans().get(glyph.span).filter(|span| span.is_visible()) else { continue };
            let (Some((path, scale)), Some(colour)) = (outline(glyph), colour(span)) else { continue };
            let (x, y) = (at.0 + glyph.at.0, at.1 + glyph.at.1);
            let _ =
                write!(out, r#"<path fill="{colour}" transform="matrix({scale} 0 0 -{scale} {x} {y})" d="{path}"/>"#);
        }
        at = (at.0 + line.width, at.1 + line.end.1);
    }
    out + "</g>"
}

/// The letters of a span for the x of its copy.
fn original(chunk: &TextChunk, span: &TextSpan, letters: &mut impl Iterator<Item = char>) -> String {
    let copy = chunk.text().get(span.start()..span.end()).unwrap_or_default();
    copy.chars().filter_map(|x| if is_space(x) { Some(x) } else { letters.next() }).collect()
}

fn face(span: &TextSpan) -> Face {
    let families = span.font().families().iter().filter_map(|family| match family {
        FontFamily::Named(name) => Some(name.as_str()),
        _ => None,
    });
    Face::of(families, span.font().weight())
}

/// The colour of a span, if it has one.
fn colour(span: &TextSpan) -> Option<String> {
    match span.fill()?.paint() {
        Paint::Color(colour) => Some(format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)),
        _ => None,
    }
}
