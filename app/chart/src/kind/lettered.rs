//! The letters of places on a map, or of marks in a plot, each where it covers no other letter and no mark.

use crate::block::SIZE;
use crate::lettering::{self, Weight};

/// The gap between a letter and its disc, and the distances that are tried, at first the nearest.
const GAP: i32 = 30;
const DISTANCES: [i32; 5] = [0, 140, 300, 500, 800];
/// The directions that are tried, in tenths: right, left, up, down, and between.
const DIRECTIONS: [(i32, i32); 8] = [(10, 0), (-10, 0), (0, -10), (0, 10), (7, -7), (-7, -7), (7, 7), (-7, 7)];
/// The same in a plot, where most lines come from the left.
const IN_PLOTS: [(i32, i32); 8] = [(10, 0), (0, -10), (0, 10), (-10, 0), (7, -7), (7, 7), (-7, -7), (-7, 7)];
/// Half the height of a letter.
const HALF: i32 = SIZE * 4 / 10;

/// What letters may not cover.
pub(super) struct Lettered {
    size: (i32, i32),
    directions: [(i32, i32); 8],
    /// Left, top, right and bottom of each.
    taken: Vec<[i32; 4]>,
}

/// The place of a letter.
pub(super) struct Placed {
    /// The middle of its base line.
    pub(super) at: (i32, i32),
    /// Whether a line has to join it to its disc, and where that line ends.
    pub(super) is_far: bool,
    pub(super) end: (i32, i32),
}

/// The letters of the place with this number, from 0: A to Z, then AA, AB, …
pub(super) fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

impl Lettered {
    /// Lettered on a map of this size.
    pub(super) fn within(size: (i32, i32)) -> Self {
        Self { size, directions: DIRECTIONS, taken: Vec::new() }
    }

    /// The same in a plot.
    pub(super) fn in_plot(size: (i32, i32)) -> Self {
        Self { size, directions: IN_PLOTS, taken: Vec::new() }
    }

    /// No letter covers this disc.
    pub(super) fn keep_off(&mut self, (x, y): (i32, i32), radius: i32) {
        self.keep_out([x - radius, y - radius, x + radius, y + radius]);
    }

    /// No letter covers what is between this left, top, right and bottom.
    pub(super) fn keep_out(&mut self, taken: [i32; 4]) {
        self.taken.push(taken);
    }

    /// No letter covers this line.
    pub(super) fn keep_off_line(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.taken.extend(along(from, to).into_iter().map(|(x, y)| [x - 5, y - 5, x + 5, y + 5]));
    }

    /// The first free place for a letter: in the middle of a land with room for it, or else beside it. `None` if there is none.
    pub(super) fn place(&mut self, name: &str, at: (i32, i32), reach: (i32, i32), has_land: bool) -> Option<Placed> {
        let half = (lettering::width(name, SIZE, Weight::Bold) / 2 + 10, HALF + 10);
        let is_wide = has_land && reach.0 > half.0 && reach.1 > half.1;
        if is_wide {
            // Anywhere on the land: in its middle, or half-way to its ends.
            let inner = DIRECTIONS.iter().map(|(x, y)| (at.0 + reach.0 * x / 25, at.1 + reach.1 * y / 25));
            if let Some(middle) = std::iter::once(at).chain(inner).find(|middle| self.is_free(*middle, half)) {
                return Some(self.take(middle, half, None));
            }
        }
        for distance in DISTANCES {
            for (x, y) in self.directions {
                let away = |reach: i32, half: i32, part: i32| (reach + half + GAP + distance) * part / 10;
                let middle = (at.0 + away(reach.0, half.0, x), at.1 + away(reach.1, half.1, y));
                let end = (middle.0 - (half.0 + 10) * x / 10, middle.1 - (half.1 + 10) * y / 10);
                let begin = (at.0 + (reach.0 + GAP) * x / 10, at.1 + (reach.1 + GAP) * y / 10);
                let line = if distance > 0 { along(begin, end) } else { Vec::new() };
                if self.is_free(middle, half) && line.iter().all(|point| self.is_open(*point, at)) {
                    self.taken.extend(line.into_iter().map(|(x, y)| [x - 5, y - 5, x + 5, y + 5]));
                    return Some(self.take(middle, half, (distance > 0).then_some(end)));
                }
            }
        }
        None
    }

    fn is_free(&self, (x, y): (i32, i32), half: (i32, i32)) -> bool {
        let [left, top, right, bottom] = [x - half.0, y - half.1, x + half.0, y + half.1];
        let is_inside = left >= 0 && top >= 0 && right <= self.size.0 && bottom <= self.size.1;
        is_inside && self.taken.iter().all(|[l, t, r, b]| right <= *l || left >= *r || bottom <= *t || top >= *b)
    }

    /// Whether a line from a disc may go through a point. It may cross the larger discs that its own disc is in.
    fn is_open(&self, (x, y): (i32, i32), from: (i32, i32)) -> bool {
        let holds = |area: &[i32; 4], (x, y): (i32, i32)| {
            let [left, top, right, bottom] = area;
            (left - 5..=right + 5).contains(&x) && (top - 5..=bottom + 5).contains(&y)
        };
        self.taken.iter().all(|area| !holds(area, (x, y)) || holds(area, from))
    }

    fn take(&mut self, (x, y): (i32, i32), half: (i32, i32), end: Option<(i32, i32)>) -> Placed {
        self.taken.push([x - half.0, y - half.1, x + half.0, y + half.1]);
        Placed { at: (x, y + HALF - 10), is_far: end.is_some(), end: end.unwrap_or((x, y)) }
    }
}

/// Points of a line, of which each is hardly apart from the next.
fn along(from: (i32, i32), to: (i32, i32)) -> Vec<(i32, i32)> {
    let steps = ((to.0 - from.0).abs().max((to.1 - from.1).abs()) / 20).max(1);
    (0..=steps).map(|step| (from.0 + (to.0 - from.0) * step / steps, from.1 + (to.1 - from.1) * step / steps)).collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn places_are_lettered_like_the_columns_of_a_table() {
        assert_eq!([0, 1, 25, 26, 51, 52, 701, 702].map(letter), ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
