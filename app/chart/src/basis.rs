//! The basis of a number as a hue with a glyph of its own shape before the value, and a word in the key, so that colour is
//! never the only sign.

use crate::canvas::Canvas;
use crate::role::Role;

/// The width and height of a glyph: the height of a capital letter of a value.
pub(crate) const SIZE: i32 = 100;
/// The room for a glyph before a value, with the gap after it.
pub(crate) const ROOM: i32 = SIZE + 50;

/// All of them, in the order of a key.
pub(crate) const ALL: [&str; 7] = ["estimate", "count", "claim", "allegation", "said", "computed", "law"];

/// Draws a basis below and to the right of a point.
pub(crate) fn draw(canvas: &mut Canvas, at: (i32, i32), basis: &str) {
    draw_in(canvas, at, basis, SIZE);
}

/// Draws a glyph of this height and width.
pub(crate) fn draw_in(canvas: &mut Canvas, (x, y): (i32, i32), basis: &str, size: i32) {
    let glyph = Glyph { x, y, size, thick: size * 18 / 100 };
    let (half, thick) = (size / 2, glyph.thick);
    let inner = size - thick;
    match basis {
        "estimate" => canvas.fill((x, y), (x + size, y + size), Role::Glyph),
        "count" => canvas.disc((x + half, y + half), half, Role::Glyph),
        "claim" => glyph.frame(canvas, &[(half, thick), (inner, thick), (inner, inner), (half, inner)]),
        "allegation" => glyph.frame(canvas, &[(thick, thick), (inner, thick), (inner, inner), (thick, inner)]),
        "law" => canvas.polygon(&[(x, y + size), (x + half, y), (x + size, y + size)], Role::Glyph),
        "computed" => glyph.ring(canvas),
        _ => glyph.dotted(canvas),
    }
}

/// The place and size of a glyph, and how thick its outline is.
struct Glyph {
    x: i32,
    y: i32,
    size: i32,
    thick: i32,
}

impl Glyph {
    /// A square with a hole.
    fn frame(&self, canvas: &mut Canvas, hole: &[(i32, i32)]) {
        let size = self.size;
        pierced(canvas, (self.x, self.y), &[(0, 0), (size, 0), (size, size), (0, size)], hole);
    }

    /// A circle with a hole, approximated by twelve steps that are too small to see.
    fn ring(&self, canvas: &mut Canvas) {
        let half = self.size / 2;
        let corners = |radius: i32| {
            let (long, short) = (radius * 866 / 1000, radius / 2);
            let quarter = [(0, -radius), (short, -long), (long, -short)];
            let turned = move |turns| quarter.map(|point| (0..turns).fold(point, |(x, y), _| (-y, x)));
            (0..4).flat_map(turned).collect::<Vec<_>>()
        };
        pierced(canvas, (self.x + half, self.y + half), &corners(half), &corners(half - self.thick));
    }

    /// A square of dots, which are one path.
    fn dotted(&self, canvas: &mut Canvas) {
        let (near, far) = (self.size / 5, self.size - self.size / 5);
        for (dx, dy) in [(near, near), (far, near), (near, far), (far, far)] {
            canvas.disc((self.x + dx, self.y + dy), near, Role::Glyph);
        }
    }
}

/// An outline with a hole: the outline runs one way round, the hole the other.
fn pierced(canvas: &mut Canvas, (x, y): (i32, i32), outside: &[(i32, i32)], hole: &[(i32, i32)]) {
    let outside = outside.iter().chain(outside.first());
    let hole = hole.iter().chain(hole.first()).rev();
    let points: Vec<_> = outside.chain(hole).map(|(dx, dy)| (x + dx, y + dy)).collect();
    canvas.polygon(&points, Role::Glyph);
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
                // The winding number of the outline around the pixel; a hole is subtracted.
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
