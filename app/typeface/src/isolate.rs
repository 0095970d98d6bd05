//! Closes and reopens bidirectional isolates where a text is broken into lines.

use unicode_bidi::{Direction, get_base_direction};

const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const FIRST_STRONG: char = '\u{2068}';
const END: char = '\u{2069}';

/// The lines of a text, each isolate closed at the end of its line and reopened on the next in the direction of the whole
/// isolate, so that each line can be drawn by itself.
pub fn closed(lines: Vec<String>) -> Vec<String> {
    if !lines.iter().any(|line| line.contains([LEFT_TO_RIGHT, RIGHT_TO_LEFT, FIRST_STRONG])) {
        return lines;
    }
    let mut open: Vec<char> = Vec::new();
    let rest: Vec<String> = (1..=lines.len()).map(|next| lines.get(next..).unwrap_or_default().join(" ")).collect();
    let close = |(line, rest): (String, &String)| {
        let mut closed: String = open.iter().collect();
        for (at, letter) in line.char_indices() {
            match letter {
                LEFT_TO_RIGHT | RIGHT_TO_LEFT => open.push(letter),
                FIRST_STRONG => open.push(direction(line.get(at + letter.len_utf8()..).unwrap_or_default(), rest)),
                END => {
                    open.pop();
                }
                _ => {}
            }
        }
        closed += &line;
        closed.extend(open.iter().map(|_| END));
        closed
    };
    lines.into_iter().zip(&rest).map(close).collect()
}

/// The direction of an isolate: that of its first strong letter, which may be on a later line.
fn direction(here: &str, rest: &str) -> char {
    let first = get_base_direction(here);
    let first = if first == Direction::Mixed { get_base_direction(rest) } else { first };
    if first == Direction::Rtl { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT }
}
