//! Isolates right-to-left text from the sentence around it.
//!
//! Without a mark the numbers and commas beside an Arabic or Hebrew name change places with it (Unicode Standard
//! Annex 9). What comes from the data is put between the marks that isolate it, where it has such letters; all other
//! text stays as it is, so that nothing unseen is copied with it.

use std::borrow::Cow;
use std::fmt;

/// Begins a piece of text whose direction is that of its first letter (U+2068, FIRST STRONG ISOLATE).
pub const OPEN: char = '\u{2068}';
/// Ends it (U+2069, POP DIRECTIONAL ISOLATE).
pub const CLOSE: char = '\u{2069}';

/// A text of the data in a sentence, isolated where it needs that.
#[derive(Clone, Copy, Debug)]
pub struct Isolated<'a>(pub &'a str);

impl fmt::Display for Isolated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&isolated(self.0))
    }
}

/// The text, isolated where it needs that. A text that was put together from isolated ones needs it no more, so nothing
/// is isolated twice.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if needs_isolation(text) { Cow::Owned(format!("{OPEN}{}{CLOSE}", sound(text))) } else { Cow::Borrowed(text) }
}

/// The text without its marks of direction, where they might reach past it.
pub fn sound(text: &str) -> Cow<'_, str> {
    match survey(text) {
        Needs::Cleaning => Cow::Owned(text.chars().filter(|c| !is_mark(*c)).collect()),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a text has letters that run from right to left and are not isolated, or marks that turn the direction and
/// might not turn it back.
pub fn needs_isolation(text: &str) -> bool {
    survey(text) != Needs::Nothing
}

/// What a text needs before it can be joined with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    Isolation,
    /// Its own marks have to go as well.
    Cleaning,
}

fn survey(text: &str) -> Needs {
    let (mut depth, mut turned) = (0_usize, false);
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            CLOSE if depth == 0 => return Needs::Cleaning,
            CLOSE => depth -= 1,
            c if is_mark(c) => return Needs::Cleaning,
            c => turned |= depth == 0 && runs_leftwards(c),
        }
    }
    match (depth, turned) {
        (0, false) => Needs::Nothing,
        (0, true) => Needs::Isolation,
        _ => Needs::Cleaning,
    }
}

/// Marks that turn the direction of what follows, and those that end this.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The blocks of the letters that run from right to left, whole, as Unicode keeps them for such letters.
fn runs_leftwards(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_that_runs_from_right_to_left_is_isolated() {
        for text in ["", "The Daily", "Ελλάδα", "ភ្នំពេញ", "東京", "21 January 2026"] {
            assert_eq!(isolated(text), text);
        }
        for text in ["الجزيرة", "הארץ", "Al-Jazeera الجزيرة", "ܣܘܪܝܝܐ"] {
            assert_eq!(isolated(text), format!("\u{2068}{text}\u{2069}"));
        }
    }

    #[test]
    fn no_mark_in_a_text_reaches_past_it() {
        for text in ["a\u{202e}b", "a\u{2069}b", "\u{2067}a\u{2068}b", "\u{2068}a\u{202d}b\u{2069}"] {
            assert_eq!(isolated(text), "\u{2068}ab\u{2069}");
        }
    }

    #[test]
    fn what_is_put_together_from_isolated_texts_is_not_isolated_again() {
        let name = isolated("الجزيرة");
        let line = format!("{name}, 21 January 2026");
        assert_eq!(isolated(&name), name);
        assert_eq!(isolated(&line), line);
        assert_eq!(isolated(&format!("{line} חדש")), format!("\u{2068}{line} חדש\u{2069}"));
    }
}
