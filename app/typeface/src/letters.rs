//! Tells which letters the fonts can draw.

use std::collections::BTreeSet;

use crate::face::Face;
use crate::families;
use crate::unseen::{is_hidden_by_all, is_unseen};

/// Drawn in place of a letter that no font has: a question mark in a black diamond.
pub const REPLACEMENT: char = '\u{fffd}';

/// Whether the base faces have all letters of a text, so that it needs no fallback font.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| is_hidden_by_all(letter) || Face::ALL.iter().all(|face| face.font().has(letter)))
}

/// The letters of a text that no font has, by code point.
pub fn lacking(text: &str) -> BTreeSet<char> {
    text.chars().filter(|letter| !is_unseen(*letter) && !is_drawn(*letter)).collect()
}

/// Whether any font has a letter.
pub(crate) fn is_drawn(letter: char) -> bool {
    Face::Sans.font().has(letter) || families::having(letter, Face::Sans).next().is_some()
}
