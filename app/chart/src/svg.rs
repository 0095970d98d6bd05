//! A scene as SVG text.
//!
//! It is written like a browser's serialization (no self-closing elements, the same escapes), so that its bytes can be
//! compared with the page.

use std::fmt::{self, Write as _};

use crate::direction;
use crate::scene::{Align, Reference, Scene, Shape, Subject};

impl Scene {
    /// The picture alone, without links: `<svg class="picture" role="img">`.
    pub fn picture(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_picture(&mut out);
        out
    }

    /// The footnote markers, a second `<svg>` of the same size over the picture: an element with the role of an image cannot
    /// contain links.
    pub fn markers(&self) -> String {
        let mut out = String::new();
        let _ = self.write_markers(&mut out);
        out
    }

    fn write_picture(&self, out: &mut String) -> fmt::Result {
        let (chart, frame) = (&self.chart, self.frame.name());
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" viewBox="{}" aria-labelledby="{chart}-{frame}-title" aria-describedby="{chart}-desc"><title id="{chart}-{frame}-title">"#,
            self.view_box()
        )?;
        escape(out, &self.title)?;
        out.write_str("</title>")?;
        // One description for both frames, since it is the same and long.
        if !self.frame.is_narrow() {
            write!(out, r#"<desc id="{chart}-desc">"#)?;
            escape(out, &self.description)?;
            out.write_str("</desc>")?;
        }
        self.write_marks(out)?;
        out.write_str("</svg>")
    }

    /// The ground and the marks, each in a group.
    pub(crate) fn write_marks(&self, out: &mut String) -> fmt::Result {
        out.write_str("<g>")?;
        write_shapes(out, &self.ground)?;
        out.write_str("</g>")?;
        for mark in &self.marks {
            let (kind, id) = match &mark.subject {
                Subject::Figure(id) => ("figure", id),
                Subject::Event(id) => ("event", id),
                Subject::Place(id) => ("place", id),
            };
            write!(out, r#"<g class="mark" data-{kind}=""#)?;
            escape_quoted(out, id)?;
            // Each mark is written as if it were the first, so that equal marks are equal texts, which makes the compressed
            // page a tenth smaller.
            let top = mark.shapes.iter().filter_map(Shape::top).min().unwrap_or_default();
            if let Some(basis) = mark.basis {
                write!(out, r#"" data-basis="{basis}"#)?;
            }
            write!(out, r#"" transform="translate(0,{})">"#, Tenths(top))?;
            let shapes: Vec<Shape> = mark.shapes.iter().map(|shape| shape.raised(top)).collect();
            write_shapes(out, &shapes)?;
            out.write_str("</g>")?;
        }
        Ok(())
    }

    fn write_markers(&self, out: &mut String) -> fmt::Result {
        write!(out, r#"<svg xmlns="http://www.w3.org/2000/svg" class="markers" viewBox="{}">"#, self.view_box())?;
        for reference in &self.references {
            write_reference(out, reference)?;
        }
        out.write_str("</svg>")
    }

    fn view_box(&self) -> String {
        format!("0 0 {} {}", Tenths(self.frame.width()), Tenths(self.height))
    }
}

/// A few shapes of a mark as a decorative picture.
pub(crate) fn sample(shapes: &[Shape], basis: Option<&str>, (width, height): (i32, i32)) -> String {
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="sample" aria-hidden="true" viewBox="0 0 {0} {1}" width="{0}" height="{1}">"#,
        Tenths(width),
        Tenths(height)
    );
    if let Some(basis) = basis {
        let _ = write!(out, r#"<g data-basis="{basis}">"#);
    }
    let _ = write_shapes(&mut out, shapes);
    out.push_str(if basis.is_some() { "</g></svg>" } else { "</svg>" });
    out
}

/// The shapes of a sample or tile, for use in another picture.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn inner(picture: &str) -> &str {
    picture.split_once('>').map_or("", |(_, rest)| rest.trim_end_matches("</svg>"))
}

/// A figure's small drawing, which the words beside it describe.
pub(crate) fn tile(shapes: &[Shape], (width, height): (i32, i32)) -> String {
    let mut out =
        format!(r#"<svg class="tile" aria-hidden="true" viewBox="0 0 {} {}">"#, Tenths(width), Tenths(height));
    let _ = write_shapes(&mut out, shapes);
    out.push_str("</svg>");
    out
}

fn write_reference(out: &mut String, reference: &Reference) -> fmt::Result {
    let (x, y) = reference.at;
    out.write_str(r##"<a role="doc-noteref" href="#"##)?;
    escape_quoted(out, &reference.anchor)?;
    // The address of a passage ends in the id of its item: the marker names its own item only if that is another.
    if !reference.item.is_empty() && reference.anchor.rsplit('_').next() != Some(&reference.item) {
        write!(out, r#"" data-figure="{}"#, reference.item)?;
    }
    out.write_str(r#"" aria-label=""#)?;
    escape_quoted(out, &reference.words)?;
    write!(out, r#"" transform="translate({},{})">"#, Tenths(x), Tenths(y))?;
    // The style sheet centres target and field on this point.
    let room = reference.room();
    write!(out, r#"<rect x="{}" width="{}"></rect>"#, Tenths(-room / 2), Tenths(room))?;
    if !reference.on_mark {
        let width = reference.width;
        write!(out, r#"<rect class="pill" x="{}" width="{}"></rect>"#, Tenths(-width / 2), Tenths(width))?;
    }
    if reference.differs {
        write!(out, r#"<circle cx="{}" cy="-7" r="3"></circle>"#, Tenths(reference.width / 2 - 10))?;
    }
    out.write_str(r#"<text y="4">"#)?;
    for (index, run) in reference.numbers.chunk_by(|one, other| one.repeats == other.repeats).enumerate() {
        out.write_str(if index > 0 { " " } else { "" })?;
        let repeats = run.iter().any(|number| number.repeats);
        out.write_str(if repeats { "<tspan>" } else { "" })?;
        for (index, number) in run.iter().enumerate() {
            write!(out, "{}{}", if index > 0 { " " } else { "" }, number.number)?;
        }
        out.write_str(if repeats { "</tspan>" } else { "" })?;
    }
    if reference.more > 0 {
        write!(out, " <tspan>+{}</tspan>", reference.more)?;
    }
    out.write_str("</text></a>")
}

/// Writes shapes; consecutive shapes of the same look are one element, since each element costs a phone time.
fn write_shapes(out: &mut String, shapes: &[Shape]) -> fmt::Result {
    for run in shapes.chunk_by(are_alike) {
        let [first, _, ..] = run else {
            run.iter().try_for_each(|shape| write_shape(out, shape))?;
            continue;
        };
        let (role, is_filled) = match first {
            Shape::Circle { role, filled, .. } | Shape::Rectangle { role, filled, .. } => (role, *filled),
            Shape::Line { role, .. } | Shape::Polygon { role, .. } | Shape::Text { role, .. } => (role, false),
        };
        write!(out, r#"<path class="{}{}" d=""#, role.class(), if is_filled { "" } else { " outline" })?;
        let mut before = None;
        for shape in run {
            before = write_step(out, shape, before)?;
        }
        out.write_str(r#""></path>"#)?;
    }
    Ok(())
}

/// Whether two shapes can be one path: discs, rings or squares of one size, or lines, of the same role.
fn are_alike(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (
            Shape::Circle { radius, filled, role, .. },
            Shape::Circle { radius: other_radius, filled: other_filled, role: other, .. },
        ) => radius == other_radius && filled == other_filled && role == other,
        (
            Shape::Rectangle { from, to, filled, role },
            Shape::Rectangle { from: other_from, to: other_to, filled: other_filled, role: other },
        ) => {
            let size = (to.0 - from.0, to.1 - from.1);
            // Slivers of one height differ in width: only squares are merged.
            size.0 == size.1
                && size == (other_to.0 - other_from.0, other_to.1 - other_from.1)
                && filled == other_filled
                && role == other
        }
        (Shape::Line { role, .. }, Shape::Line { role: other, .. }) => role == other,
        _ => false,
    }
}

/// A shape as a part of a path, and its begin. It is relative to the begin of the shape before, so that shapes at equal
/// distances are written alike.
fn write_step(out: &mut String, shape: &Shape, before: Option<(i32, i32)>) -> Result<Option<(i32, i32)>, fmt::Error> {
    let start = match shape {
        Shape::Circle { centre: (x, y), radius, .. } => (x - radius, *y),
        Shape::Rectangle { from, .. } => *from,
        Shape::Line { points, .. } => {
            out.write_str("M")?;
            write_points(out, points)?;
            return Ok(None);
        }
        Shape::Polygon { .. } | Shape::Text { .. } => return Ok(None),
    };
    let (letter, (x, y)) = match before {
        Some(before) => ('m', (start.0 - before.0, start.1 - before.1)),
        None => ('M', start),
    };
    write!(out, "{letter}{},{}", Tenths(x), Tenths(y))?;
    match shape {
        Shape::Circle { radius, .. } => {
            let (r, across) = (Tenths(*radius), Tenths(2 * radius));
            write!(out, "a{r},{r} 0 1 0 {across},0a{r},{r} 0 1 0 -{across},0")?;
        }
        Shape::Rectangle { from, to, .. } => {
            let across = Tenths(to.0 - from.0);
            write!(out, "h{across}v{across}h-{across}z")?;
        }
        _ => {}
    }
    Ok(Some(start))
}

fn write_shape(out: &mut String, shape: &Shape) -> fmt::Result {
    match shape {
        Shape::Rectangle { from, to, filled, role } => {
            let (x, y) = (from.0.min(to.0), from.1.min(to.1));
            let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
            write!(
                out,
                r#"<rect class="{}{}" x="{}" y="{}" width="{}" height="{}"></rect>"#,
                role.class(),
                if *filled { "" } else { " outline" },
                Tenths(x),
                Tenths(y),
                Tenths(width),
                Tenths(height)
            )
        }
        Shape::Circle { centre, radius, filled, role } => write!(
            out,
            r#"<circle class="{}{}" cx="{}" cy="{}" r="{}"></circle>"#,
            role.class(),
            if *filled { "" } else { " outline" },
            Tenths(centre.0),
            Tenths(centre.1),
            Tenths(*radius)
        ),
        Shape::Line { points, role } => {
            write!(out, r#"<polyline class="{} outline" points=""#, role.class())?;
            write_points(out, points)?;
            out.write_str(r#""></polyline>"#)
        }
        Shape::Polygon { points, role } => {
            write!(out, r#"<polygon class="{}" points=""#, role.class())?;
            write_points(out, points)?;
            out.write_str(r#""></polygon>"#)
        }
        Shape::Text { at, align, text, role } => {
            let anchor = match align {
                Align::Start => "",
                Align::Middle => r#" text-anchor="middle""#,
                Align::End => r#" text-anchor="end""#,
            };
            write!(out, r#"<text class="{}" x="{}" y="{}"{anchor}>"#, role.class(), Tenths(at.0), Tenths(at.1))?;
            escape(out, &direction::line(text))?;
            out.write_str("</text>")
        }
    }
}

fn write_points(out: &mut String, points: &[(i32, i32)]) -> fmt::Result {
    for (index, (x, y)) in points.iter().enumerate() {
        write!(out, "{}{},{}", if index == 0 { "" } else { " " }, Tenths(*x), Tenths(*y))?;
    }
    Ok(())
}

/// Tenths of a pixel as pixels, without a needless `.0`.
pub(crate) struct Tenths(pub(crate) i32);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

/// Escapes the characters of markup; characters that XML cannot hold are left out.
pub(crate) fn escape(out: &mut String, text: &str) -> fmt::Result {
    for c in text.chars() {
        match c {
            '&' => out.write_str("&amp;")?,
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.write_char(c)?,
        }
    }
    Ok(())
}

/// [`escape`], and the quotation mark, within an attribute.
pub(crate) fn escape_quoted(out: &mut String, text: &str) -> fmt::Result {
    for (index, part) in text.split('"').enumerate() {
        if index > 0 {
            out.write_str("&quot;")?;
        }
        escape(out, part)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_tenths_of_a_pixel() {
        assert_eq!(Tenths(1234).to_string(), "123.4");
        assert_eq!(Tenths(-5).to_string(), "-0.5");
        assert_eq!(Tenths(200).to_string(), "20");
    }

    #[test]
    fn what_a_curator_writes_cannot_break_out_of_the_picture() {
        let mut out = String::new();
        escape_quoted(&mut out, "</svg><script>\"&\u{0}").unwrap();
        assert_eq!(out, "&lt;/svg&gt;&lt;script&gt;&quot;&amp;");
    }
}
