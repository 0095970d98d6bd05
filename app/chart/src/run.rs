//! The begin of each run of a line: some SVG programs do not compute it from the width of the runs before.
//!
//! Widths are those of Liberation Sans, Arial and Helvetica. A run before another states its length, so that letters of
//! other fonts take the same room.
//! length, so that letters of other fonts take the same room.

use statement::needs_isolation;
use typeface::Face;

use crate::lettering::Weight;
use crate::paragraph::{RAISE, Span, Style, THIN};
use crate::sheet::Type;

/// The place of a span of a line, in tenths of a pixel like all lengths here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// At a place, with this length if another follows.
    At { x: i32, length: Option<i32> },
    /// After the one before, and this much lower: in a partly right-to-left line the program that draws it orders the runs.
    Behind { shift: i32 },
}

/// The runs of a line that begins at `x`.
pub(crate) fn runs(line: &[Span], kind: Type, x: i32) -> Vec<Run> {
    if line.iter().any(|span| needs_isolation(&span.text)) {
        return flowing(line, x);
    }
    let space = width(" ", kind.weight, kind.size);
    let mut at = x as f32;
    let mut runs = Vec::new();
    for (index, span) in line.iter().enumerate() {
        let (size, weight) = span.letters(kind.size, kind.weight);
        let words = span.text.trim_matches(' ');
        let length = width(words, weight, size);
        at += if span.text.starts_with(' ') { space } else { 0.0 };
        at += if span.style == Style::Number { THIN as f32 } else { 0.0 };
        let is_followed = index + 1 < line.len() && span.style != Style::Number;
        runs.push(Run::At { x: at.round() as i32, length: is_followed.then_some(length.round() as i32) });
        at += length + if span.text.ends_with(' ') { space } else { 0.0 };
    }
    runs
}

/// The runs of a line, of which only the first has a place.
fn flowing(line: &[Span], x: i32) -> Vec<Run> {
    let mut height = 0;
    let mut run = |(index, span): (usize, &Span)| {
        let raise = if span.style == Style::Number { RAISE } else { 0 };
        let shift = height - raise;
        height = raise;
        if index == 0 { Run::At { x, length: None } } else { Run::Behind { shift } }
    };
    line.iter().enumerate().map(&mut run).collect()
}

fn width(text: &str, weight: Weight, size: i32) -> f32 {
    let face = if weight == Weight::Bold { Face::SansBold } else { Face::Sans };
    typeface::width(text, face, size as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::PRINT;

    fn number(text: &str) -> Span {
        Span { text: text.into(), style: Style::Number, link: None }
    }

    #[test]
    fn each_run_begins_where_the_one_before_it_ends() {
        let line = [Span::strong("Arrests:"), Span::plain(" at least five"), number("1"), Span::plain(" people")];
        let runs = runs(&line, PRINT, 280);
        let mut end = 280;
        for (span, run) in line.iter().zip(&runs) {
            let Run::At { x, length } = run else { unreachable!("{span:?} has no place") };
            assert!(*x >= end && *x < end + 60, "{span:?} is at {x}, before {end}");
            let (size, weight) = span.letters(PRINT.size, PRINT.weight);
            end = x + width(span.text.trim_matches(' '), weight, size) as i32;
            assert!(length.is_none_or(|length| (x + length - end).abs() <= 1), "{span:?} is {length:?} long");
        }
        assert!(matches!(runs[0], Run::At { x: 280, length: Some(_) }));
        assert!(matches!(runs[3], Run::At { length: None, .. }), "nothing follows the last");
    }

    #[test]
    fn a_line_that_runs_from_right_to_left_is_ordered_by_who_draws_it() {
        let line = [Span::plain("قناة"), number("1"), Span::plain(" 5")];
        let places = [Run::At { x: 280, length: None }, Run::Behind { shift: -RAISE }, Run::Behind { shift: RAISE }];
        assert_eq!(runs(&line, PRINT, 280), places);
    }
}
