//! Which letters can be drawn, and with which fonts.

use std::collections::BTreeSet;

use crate::face::Face;
use crate::families;
use crate::unseen::{is_hidden_by_all, is_unseen};

/// What stands in a picture for a letter that no font has: a question mark in a black diamond.
pub const REPLACEMENT: char = '\u{fffd}';

/// Whether the base faces have all letters of a text, so that nothing else is needed to draw it.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| is_hidden_by_all(letter) || Face::ALL.iter().all(|face| face.font().has(letter)))
}

/// The letters of a text that no font has, in the order of their numbers.
pub fn lacking(text: &str) -> BTreeSet<char> {
    text.chars().filter(|letter| !is_unseen(*letter) && !is_drawn(*letter)).collect()
}

/// Whether any font has a letter.
pub(crate) fn is_drawn(letter: char) -> bool {
    Face::Sans.font().has(letter) || families::having(letter, Face::Sans).next().is_some()
}
