//! Who stands behind a number: a hue, never alone, but with a glyph of its own shape before the value, and a word in the key.

use crate::canvas::Canvas;
use crate::role::Role;

/// The width and height of a glyph: that of a capital letter of a value.
pub(crate) const SIZE: i32 = 100;
/// What it takes before a value, with the gap behind it.
pub(crate) const ROOM: i32 = SIZE + 50;

/// All of them, in the order of a key.
pub(crate) const ALL: [&str; 7] = ["estimate", "count", "claim", "allegation", "said", "computed", "law"];

/// How thick an outline is.
const THICK: i32 = 18;
/// The radius of a dot.
const DOT: i32 = 20;

/// Draws a basis below and to the right of a point.
pub(crate) fn draw(canvas: &mut Canvas, (x, y): (i32, i32), basis: &str) {
    let inner = SIZE - THICK;
    match basis {
        "estimate" => canvas.fill((x, y), (x + SIZE, y + SIZE), Role::Glyph),
        "count" => canvas.disc((x + SIZE / 2, y + SIZE / 2), SIZE / 2, Role::Glyph),
        "claim" => frame(canvas, (x, y), &[(SIZE / 2, THICK), (inner, THICK), (inner, inner), (SIZE / 2, inner)]),
        "allegation" => frame(canvas, (x, y), &[(THICK, THICK), (inner, THICK), (inner, inner), (THICK, inner)]),
        "law" => canvas.polygon(&[(x, y + SIZE), (x + SIZE / 2, y), (x + SIZE, y + SIZE)], Role::Glyph),
        "computed" => ring(canvas, (x + SIZE / 2, y + SIZE / 2)),
        _ => dotted(canvas, (x, y)),
    }
}

/// A square with a hole.
fn frame(canvas: &mut Canvas, at: (i32, i32), hole: &[(i32, i32)]) {
    pierced(canvas, at, &[(0, 0), (SIZE, 0), (SIZE, SIZE), (0, SIZE)], hole);
}

/// A circle with a hole, in twelve steps, of which the corners are not seen.
fn ring(canvas: &mut Canvas, middle: (i32, i32)) {
    let corners = |radius: i32| {
        let (long, short) = (radius * 866 / 1000, radius / 2);
        let quarter = [(0, -radius), (short, -long), (long, -short)];
        let turned = move |turns| quarter.map(|point| (0..turns).fold(point, |(x, y), _| (-y, x)));
        (0..4).flat_map(turned).collect::<Vec<_>>()
    };
    pierced(canvas, middle, &corners(SIZE / 2), &corners(SIZE / 2 - THICK));
}

/// An outline with a hole in it: round it one way, and round the hole the other.
fn pierced(canvas: &mut Canvas, (x, y): (i32, i32), outside: &[(i32, i32)], hole: &[(i32, i32)]) {
    let outside = outside.iter().chain(outside.first());
    let hole = hole.iter().chain(hole.first()).rev();
    let points: Vec<_> = outside.chain(hole).map(|(dx, dy)| (x + dx, y + dy)).collect();
    canvas.polygon(&points, Role::Glyph);
}

/// A square of dots, which are one shape as they are alike.
fn dotted(canvas: &mut Canvas, (x, y): (i32, i32)) {
    for (dx, dy) in [(DOT, DOT), (SIZE - DOT, DOT), (DOT, SIZE - DOT), (SIZE - DOT, SIZE - DOT)] {
        canvas.disc((x + dx, y + dy), DOT, Role::Glyph);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Shape;

    /// The pixels of a glyph of 10 by 10 pixels.
    fn pixels(basis: &str) -> Vec<bool> {
        let mut canvas = Canvas::new(SIZE);
        draw(&mut canvas, (0, 0), basis);
        let (shapes, ..) = canvas.finish();
        let middles = (0..100).map(|place| (place % 10 * 10 + 5, place / 10 * 10 + 5));
        middles.map(|middle| shapes.iter().any(|shape| covers(shape, middle))).collect()
    }

    fn covers(shape: &Shape, (x, y): (i32, i32)) -> bool {
        match shape {
            Shape::Rectangle { from, to, .. } => (from.0..to.0).contains(&x) && (from.1..to.1).contains(&y),
            Shape::Circle { centre, radius, .. } => (x - centre.0).pow(2) + (y - centre.1).pow(2) <= radius * radius,
            Shape::Polygon { points, .. } => {
                // How often its outline goes round the pixel: what a hole takes away is counted back.
                let sides = points.iter().zip(points.iter().cycle().skip(1));
                let turns = sides.map(|(from, to)| {
                    let is_left = (to.0 - from.0) * (y - from.1) - (x - from.0) * (to.1 - from.1);
                    i32::from(from.1 <= y && to.1 > y && is_left > 0)
                        - i32::from(from.1 > y && to.1 <= y && is_left < 0)
                });
                turns.sum::<i32>() != 0
            }
            Shape::Line { .. } | Shape::Text { .. } => false,
        }
    }

    #[test]
    fn each_basis_has_a_glyph_of_its_own_shape_without_its_colour() {
        for (index, one) in ALL.iter().enumerate() {
            assert!(pixels(one).iter().filter(|on| **on).count() >= 12, "{one} is hardly seen");
            for other in &ALL[index + 1..] {
                let apart = pixels(one).iter().zip(pixels(other)).filter(|(one, other)| **one != *other).count();
                assert!(apart >= 12, "{one} and {other} differ in {apart} of 100 pixels");
            }
        }
    }
}
