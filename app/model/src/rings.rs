//! The outline of a country in one text: its rings in the Encoded Polyline Algorithm Format, divided by spaces.
//!
//! The format is Google's, with two decimals in place of five: each point is the difference from the one before it, latitude
//! first, in hundredths of a degree; the sign moves into the lowest bit; and each five bits, from the lowest on, become one
//! letter from `?` on, with 32 added where more follow.

/// A longitude and a latitude, in hundredths of a degree.
pub type Point = (i16, i16);

/// A closed line: its last point is joined to its first.
pub type Ring = Vec<Point>;

/// The number of bits in a letter, and the letter of zero.
const BITS: u32 = 5;
const FIRST: u8 = b'?';

/// Reads an outline; `None` if it is not one.
pub fn read(text: &str) -> Option<Vec<Ring>> {
    text.split(' ').map(ring).collect()
}

/// Writes an outline.
pub fn write(rings: &[Ring]) -> String {
    let rings: Vec<String> = rings.iter().map(|ring| written(ring)).collect();
    rings.join(" ")
}

fn ring(text: &str) -> Option<Ring> {
    let mut letters = text.bytes();
    let (mut lat, mut lon) = (0, 0);
    let mut ring = Vec::new();
    while letters.len() > 0 {
        lat += number(&mut letters)?;
        lon += number(&mut letters)?;
        if lat.abs() > 9000 || lon.abs() > 18_000 {
            return None;
        }
        ring.push((lon as i16, lat as i16));
    }
    (ring.len() > 2).then_some(ring)
}

/// Reads the letters of a number.
fn number(letters: &mut impl Iterator<Item = u8>) -> Option<i32> {
    let (mut bits, mut shift) = (0, 0);
    loop {
        let letter = letters.next()?.checked_sub(FIRST).filter(|letter| *letter < 64 && shift <= 3 * BITS)?;
        bits |= i32::from(letter & 31) << shift;
        shift += BITS;
        if letter < 32 {
            return Some(if bits & 1 == 1 { !(bits >> 1) } else { bits >> 1 });
        }
    }
}

fn written(ring: &[Point]) -> String {
    let mut text = String::new();
    let mut before = (0, 0);
    for (lon, lat) in ring {
        let (lon, lat) = (i32::from(*lon), i32::from(*lat));
        for difference in [lat - before.1, lon - before.0] {
            let mut bits = if difference < 0 { !(difference << 1) } else { difference << 1 };
            while bits >= 32 {
                text.push(char::from(FIRST + 32 + (bits & 31) as u8));
                bits >>= BITS;
            }
            text.push(char::from(FIRST + bits as u8));
        }
        before = (lon, lat);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_example_of_the_format_is_read_and_written() {
        // The points of the documented example, with two decimals.
        let ring = vec![(-12020, 3850), (-12095, 4070), (-12645, 4325)];
        assert_eq!(read(&write(std::slice::from_ref(&ring))), Some(vec![ring]));
        assert_eq!(number(&mut "`~oia@".bytes()), None, "more letters than a degree needs");
    }

    #[test]
    fn what_is_no_outline_is_refused() {
        for text in ["", "?", "????", "Ä", "??????  ??????", "~~~~~~", "_", "\u{7f}?"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            rings in proptest::collection::vec(proptest::collection::vec((-18_000i16..=18_000, -9000i16..=9000), 3..9), 1..4)
        ) {
            prop_assert_eq!(read(&write(&rings)), Some(rings));
        }

        #[test]
        fn no_text_stops_the_reader(text in ".{0,40}") {
            read(&text);
        }
    }
}
