//! Right-to-left words in a picture: each line is isolated, since SVG orders each line separately.

use std::borrow::Cow;

use statement::direction::{CLOSE, OPEN};
use statement::needs_isolation;

/// A single line, isolated if it has right-to-left letters.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    if needs_isolation(text) { Cow::Owned(format!("{OPEN}{}{CLOSE}", balanced(text))) } else { Cow::Borrowed(text) }
}

/// A text with balanced isolates: a line end may have cut one in two.
pub(crate) fn balanced(text: &str) -> String {
    let (mut open, mut lost) = (0_usize, 0_usize);
    for c in text.chars() {
        match c {
            '\u{2066}'..=OPEN => open += 1,
            CLOSE if open > 0 => open -= 1,
            CLOSE => lost += 1,
            _ => {}
        }
    }
    let repeated = |mark: char, count: usize| std::iter::repeat_n(mark, count).collect::<String>();
    repeated(OPEN, lost) + text + &repeated(CLOSE, open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_that_a_line_cut_is_closed_and_opened_again() {
        assert_eq!(balanced("by \u{2068}قناة"), "by \u{2068}قناة\u{2069}");
        assert_eq!(balanced("الجزيرة\u{2069}, 21 January"), "\u{2068}الجزيرة\u{2069}, 21 January");
        assert_eq!(balanced("by \u{2068}قناة\u{2069}, 2"), "by \u{2068}قناة\u{2069}, 2");
    }

    #[test]
    fn only_lines_with_such_letters_are_isolated() {
        assert_eq!(line("21 January 2026"), "21 January 2026");
        assert_eq!(line("قناة الجزيرة 5%"), "\u{2068}قناة الجزيرة 5%\u{2069}");
    }
}
