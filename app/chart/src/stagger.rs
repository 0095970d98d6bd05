//! Places words on stems over an axis: no words overlap others or cross the stem of another, and all are as low as possible.
//!
//! The words of an event are beside the top of its stem, to the right or to the left, in a few long lines or in many short
//! ones. Words that reach over another stem are above the words of that stem. Sides and sizes are tried one after another,
//! from several starting points, and the lowest result is kept.

/// A stem and the possible sizes of its words: width and height, the narrowest first.
#[derive(Clone, Debug)]
pub(crate) struct Flag {
    pub(crate) x: i32,
    pub(crate) sizes: Vec<(i32, i32)>,
}

/// The place of words: their left end, and the height of their lower end above the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) left: i32,
    pub(crate) bottom: i32,
    /// Whether they are to the left of their stem.
    pub(crate) is_before: bool,
    /// The index of their size.
    pub(crate) size: usize,
}

/// The places of flags, and their total height.
pub(crate) type Found = (Vec<Spot>, i32);

/// The gap between a stem and its words.
const BESIDE: i32 = 60;
/// The gaps between words side by side, and above one another.
const ACROSS: i32 = 120;
const ABOVE: i32 = 70;
/// Above these numbers of flags less is tried, since it would take long.
const SEVERAL: usize = 12;
const MANY: usize = 24;

/// The way one is placed: to the left or right of its stem, and its size.
type Way = (bool, usize);

/// Finds places for flags, which are in order, within a width; `None` if there are none.
pub(crate) fn staggered(flags: &[Flag], width: i32) -> Option<Found> {
    let count = flags.len();
    let sizes = flags.iter().map(|flag| flag.sizes.len()).max().unwrap_or(1);
    let mut best = None;
    let (splits, rounds) = if count <= SEVERAL { (4, 3) } else { (1, if count <= MANY { 2 } else { 0 }) };
    for start in 0..splits * sizes {
        // First all words have one size, and those up to an index are to the left of their stems if there is room.
        let (size, split) = (start / splits, start % splits * count / splits);
        let first = |place: usize| {
            let flag = &flags[place];
            let size = size.min(flag.sizes.len().saturating_sub(1));
            let own = flag.sizes.get(size).map_or(0, |size| size.0);
            let (fits_before, fits_behind) = (flag.x >= BESIDE + own, flag.x + BESIDE + own <= width);
            ((place < split && fits_before) || !fits_behind, size)
        };
        let mut ways: Vec<Way> = (0..count).map(first).collect();
        let mut own = spots(flags, &ways, width);
        for place in (0..count).cycle().take(rounds * count) {
            let kept = ways[place];
            let mut chosen = kept;
            for other in (0..2 * flags[place].sizes.len()).map(|way| (way % 2 == 1, way / 2)).filter(|way| *way != kept)
            {
                ways[place] = other;
                let found = spots(flags, &ways, width);
                if measure(&found) < measure(&own) {
                    (own, chosen) = (found, other);
                }
            }
            ways[place] = chosen;
        }
        if measure(&own) < measure(&best) {
            best = own;
        }
    }
    best
}

/// The measure by which results are compared: the total height, then the sum of the heights of all words.
fn measure(found: &Option<Found>) -> (i32, i32) {
    found.as_ref().map_or((i32::MAX, 0), |(spots, height)| (*height, spots.iter().map(|spot| spot.bottom).sum()))
}

/// The lowest places for a given choice.
fn spots(flags: &[Flag], ways: &[Way], width: i32) -> Option<Found> {
    // The sides and the height of the words of each.
    let mut boxes: Vec<(i32, i32, i32)> = Vec::new();
    for (flag, (is_before, size)) in flags.iter().zip(ways) {
        let (own, height) = *flag.sizes.get(*size)?;
        let left = if *is_before { flag.x - BESIDE - own } else { flag.x + BESIDE };
        if left < 0 || left + own > width {
            return None;
        }
        boxes.push((left, left + own, height));
    }
    // Whether the words of one reach over the stem of another, which then is lower.
    let covers = |one: usize, other: usize| {
        let (x, (left, right, _)) = (flags[other].x, boxes[one]);
        if x == flags[one].x && ways[one].0 == ways[other].0 {
            one < other
        } else {
            x > left - BESIDE && x < right + BESIDE
        }
    };
    let meet =
        |one: usize, other: usize| boxes[one].0 < boxes[other].1 + ACROSS && boxes[other].0 < boxes[one].1 + ACROSS;
    let mut spots: Vec<Option<Spot>> = vec![None; flags.len()];
    let mut highest = 0;
    for _ in 0..flags.len() {
        let is_next = |place: &usize| {
            spots[*place].is_none()
                && (0..flags.len()).all(|other| other == *place || spots[other].is_some() || !covers(*place, other))
        };
        let next = (0..flags.len()).rev().find(is_next)?;
        let above =
            |other: usize| spots[other].filter(|_| meet(next, other)).map(|spot| spot.bottom + boxes[other].2 + ABOVE);
        let bottom = (0..flags.len()).filter_map(above).max().unwrap_or(0);
        highest = highest.max(bottom + boxes[next].2);
        let (is_before, size) = ways[next];
        spots[next] = Some(Spot { left: boxes[next].0, bottom, is_before, size });
    }
    Some((spots.into_iter().flatten().collect(), highest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_words_stand_on_others_or_on_the_stem_of_others(
            stems in prop::collection::vec((0..6400, 300..1500, 200..900), 1..14)
        ) {
            let flag = |(x, width, height)| Flag { x, sizes: vec![(width, height), (width * 3 / 2, height * 2 / 3)] };
            let mut flags: Vec<Flag> = stems.into_iter().map(flag).collect();
            flags.sort_by_key(|flag| flag.x);
            let Some((spots, highest)) = staggered(&flags, 6400) else { return Ok(()) };
            let sides = |place: usize| {
                let (spot, (width, height)) = (spots[place], flags[place].sizes[spots[place].size]);
                (spot.left, spot.left + width, spot.bottom, spot.bottom + height)
            };
            for one in 0..flags.len() {
                let (left, right, bottom, top) = sides(one);
                prop_assert!(left >= 0 && right <= 6400 && top <= highest);
                for other in (0..flags.len()).filter(|other| *other != one) {
                    let (l, r, b, t) = sides(other);
                    prop_assert!(!(left < r && l < right && bottom < t && b < top), "{one} and {other}");
                    let crossed = flags[other].x > left && flags[other].x < right;
                    prop_assert!(!crossed || t <= bottom, "{one} is crossed by the stem of {other}");
                }
            }
        }
    }
}
