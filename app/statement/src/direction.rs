//! Text that runs from right to left, kept apart from the sentence around it.
//!
//! Without a mark the numbers and commas beside an Arabic or Hebrew name change places with it (Unicode Standard
//! Annex 9). What comes from the data is put between the marks that isolate it, where it has such letters; all other
//! text stays as it is, so that nothing unseen is copied with it.

use std::borrow::Cow;

/// Begins a piece of text whose direction is that of its first letter (U+2068, FIRST STRONG ISOLATE).
pub const OPEN: char = '\u{2068}';
/// Ends it (U+2069, POP DIRECTIONAL ISOLATE).
pub const CLOSE: char = '\u{2069}';

/// The text, isolated where it needs that. Marks of direction within it are left out, since one that is not closed
/// would reach past the text.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if !needs_isolation(text) {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().filter(|c| !turns(*c)).collect();
    Cow::Owned(format!("{OPEN}{kept}{CLOSE}"))
}

/// Marks that turn the direction of what follows, and those that end this.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text has letters that run from right to left, or marks that turn the direction and might not turn it back.
pub fn needs_isolation(text: &str) -> bool {
    text.chars().any(|c| {
        turns(c)
            || matches!(c,
                '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
                | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
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
        for text in ["a\u{202e}b", "a\u{2069}b", "\u{2067}a\u{2068}b"] {
            assert_eq!(isolated(text), "\u{2068}ab\u{2069}");
        }
    }
}
