//! The look of each element as attributes, for the programs that read no style sheet: they paint whatever has none black.
//!
//! The attributes say what the light style says, from the same table. Where the style is read too it prevails, since any
//! rule of a style sheet does, so dark and forced colours stay as they are.

use std::fmt::Write as _;

use crate::theme::{self, SANS};

/// A picture as it is written here, with the look of each element that has a class, and of each text.
pub(crate) fn attributed(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() * 2);
    for (index, part) in svg.split('<').enumerate() {
        if index > 0 {
            out.push('<');
        }
        let (tag, rest) = part.split_at(part.find('>').unwrap_or(0));
        out.push_str(tag);
        let name = tag.split(' ').next().unwrap_or_default();
        let class =
            tag.split_once(r#" class=""#).and_then(|(_, rest)| rest.split_once('"')).map_or("", |(class, _)| class);
        let is_root = name == "svg" && class == "sheet";
        for (property, value) in look(name, class, is_root) {
            // Writing to a String cannot fail.
            let _ = write!(out, r#" {property}="{value}""#);
        }
        out.push_str(rest);
    }
    out
}

/// What the light style says of an element.
fn look(name: &str, class: &str, is_root: bool) -> Vec<(String, String)> {
    // Letters of all texts are of one family, and its names are long. Not every program knows that what has no stroke has none.
    if is_root {
        return vec![("font-family".into(), SANS.replace('"', "'")), ("stroke".into(), "none".into())];
    }
    let classes: Vec<&str> = class.split(' ').filter(|class| !class.is_empty()).collect();
    let mut found: Vec<(String, String)> = Vec::new();
    let text = if name == "text" { theme::TEXT } else { "" };
    for declaration in std::iter::once(text).chain(theme::of_classes(&classes)).flat_map(|all| all.split("; ")) {
        let Some((property, value)) = declaration.split_once(": ") else { continue };
        // Pixels are what numbers are in anyway.
        let value = theme::light(value.trim_end_matches("px"));
        match found.iter_mut().find(|(known, _)| known == property) {
            Some((_, known)) => *known = value,
            None => found.push((property.to_owned(), value)),
        }
    }
    found
}
