//! The names of the bodies whose readings a chart shows, each with the form of its marks and its line, above the plot.

use statement::Account;

use super::field::{self, Field, MARK};
use crate::block::{SMALL, SMALL_LEADING as LINE};
use crate::canvas::Canvas;
use crate::lettering::{self, Weight};
use crate::role::Role;
use crate::scene::Align;

/// The room for the sample before a name, and between entries.
const SAMPLE: i32 = 420;
const APART: i32 = 240;

/// An entry: the index of its body, its lines, and the place of the first.
struct Entry {
    body: usize,
    is_joined: bool,
    lines: Vec<String>,
    at: (i32, i32),
}

/// Draws the names within a width, if there are several or the speakers have other names. Returns their height.
pub(super) fn draw(plot: &Account<'_>, field: &Field<'_>, width: i32, canvas: &mut Canvas) -> i32 {
    if field.bodies.len() < 2 && !field.figures.iter().any(|figure| plot.represented(figure).is_some()) {
        return 0;
    }
    let mut end = (0, 0);
    let mut entries = Vec::new();
    for (body, of) in field.bodies.iter().enumerate().filter(|(_, of)| !of.name.is_empty()) {
        let lines = lettering::lines(of.name, width - SAMPLE, SMALL, Weight::Regular);
        let widths = lines.iter().map(|line| lettering::width(line, SMALL, Weight::Regular));
        let own = SAMPLE + widths.max().unwrap_or_default();
        let mut at = end;
        if at.0 > 0 && at.0 + own > width {
            at = (0, end.1 + LINE + 30);
        }
        end = (at.0 + own + APART, at.1 + LINE * (lines.len() as i32 - 1));
        entries.push(Entry { body, is_joined: of.is_joined, lines, at });
    }
    for Entry { body, is_joined, lines, at: (x, y) } in entries {
        let middle = y + LINE / 2 + 10;
        if is_joined {
            canvas.line(&[(x, middle), (x + SAMPLE - 80, middle)], field::line(body));
        }
        field::formed(canvas, body, |canvas| {
            canvas.disc((x + (SAMPLE - 80) / 2, middle), MARK / 2, Role::Solid);
        });
        for (line, baseline) in lines.into_iter().zip((middle + SMALL / 3..).step_by(LINE as usize)) {
            canvas.text((x + SAMPLE, baseline), Align::Start, line, Role::Small);
        }
    }
    if end.0 > 0 { end.1 + LINE + 70 } else { 0 }
}
