//! The look of each element as attributes, for programs that do not read style sheets and would paint everything black.
//!
//! The attributes have the light colours, from the same table as the styles for dark and forced colours. Any rule of a style
//! sheet overrides an attribute.

use std::fmt::Write as _;

use crate::basis;
use crate::canvas::Canvas;
use crate::svg;
use crate::theme::{self, SANS};

/// The glyph of a basis, 10 by 10 pixels, in light colours and without a style, for use in another picture.
pub fn light_glyph(basis: &str) -> String {
    let mut canvas = Canvas::new(basis::SIZE);
    basis::draw(&mut canvas, (0, 0), basis);
    let (shapes, ..) = canvas.finish();
    let glyph = svg::sample(&shapes, Some(basis), (basis::SIZE, basis::SIZE));
    attributed(svg::inner(&glyph))
}

/// A picture with the look added to each element that has a class, and to each text.
pub(crate) fn attributed(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() * 2);
    // The basis of each open group.
    let mut groups: Vec<Option<&str>> = Vec::new();
    for (index, part) in svg.split('<').enumerate() {
        if index > 0 {
            out.push('<');
        }
        let (tag, rest) = part.split_at(part.find('>').unwrap_or(0));
        out.push_str(tag);
        let name = tag.split(' ').next().unwrap_or_default();
        match name {
            "g" => groups.push(attribute(tag, "data-basis").or(groups.last().copied().flatten())),
            "/g" => drop(groups.pop()),
            _ => {}
        }
        let class = attribute(tag, "class").unwrap_or_default();
        for (property, value) in look(name, class, groups.last().copied().flatten()) {
            // Writing to a String cannot fail.
            let _ = write!(out, r#" {property}="{value}""#);
        }
        out.push_str(rest);
    }
    out
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// The attributes of the light style for an element.
fn look(name: &str, class: &str, basis: Option<&str>) -> Vec<(String, String)> {
    // All texts share a font family, whose names are long. Some programs draw a stroke unless it is `none`.
    if class == "sheet" {
        return vec![("font-family".into(), SANS.replace('"', "'")), ("stroke".into(), "none".into())];
    }
    let classes: Vec<&str> = class.split(' ').filter(|class| !class.is_empty()).collect();
    let mut found: Vec<(String, String)> = Vec::new();
    let text = if name == "text" { theme::TEXT } else { "" };
    let all = std::iter::once(text).chain(theme::of_classes(&classes, basis));
    for declaration in all.flat_map(|all| all.split("; ")) {
        let Some((property, value)) = declaration.split_once(": ") else { continue };
        // Numbers without a unit are pixels.
        let value = theme::light(value.trim_end_matches("px"), basis);
        match found.iter_mut().find(|(known, _)| known == property) {
            Some((_, known)) => *known = value,
            None => found.push((property.to_owned(), value)),
        }
    }
    found
}
