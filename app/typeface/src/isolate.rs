//! Marks of direction that the end of a line cuts.

use unicode_bidi::{Direction, get_base_direction};

const LEFT_TO_RIGHT: char = '\u{2066}';
const RIGHT_TO_LEFT: char = '\u{2067}';
const FIRST_STRONG: char = '\u{2068}';
const END: char = '\u{2069}';

/// The lines of a text with each isolate closed where its line ends, and opened again on the next, in the direction that it
/// has as a whole: so each line can be drawn by itself.
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

/// The direction of an isolate, by its first letter that has one, which may stand on a later line.
fn direction(here: &str, rest: &str) -> char {
    let first = get_base_direction(here);
    let first = if first == Direction::Mixed { get_base_direction(rest) } else { first };
    if first == Direction::Rtl { RIGHT_TO_LEFT } else { LEFT_TO_RIGHT }
}
