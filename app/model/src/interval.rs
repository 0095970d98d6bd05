//! Interval arithmetic (IEEE 1788), exact in decimals.
//!
//! Sums and differences are computed in whole units of the smallest decimal place, without error. A quotient is rounded by
//! comparing products of whole numbers. The ends of an interval are rounded outwards, so that it still contains the true
//! value: low ends down, high ends up. Only a single number is rounded to the nearest.

use std::cmp::Ordering;

use crate::number::{self, power};
use crate::value::{Bounds, Value, is_sound};

/// An end of an interval, and whether it is open (excluded).
pub(crate) type End = (f64, bool);

/// The interval in which a value can be; `None` for an unbounded side.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub(crate) low: Option<End>,
    pub(crate) high: Option<End>,
}

/// The direction of rounding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Down,
    Nearest,
    Up,
}

impl Span {
    pub(crate) fn of(value: &Value) -> Self {
        let (low, high) = value.ends();
        Self {
            low: low.map(|n| (n, matches!(value.bounds, Bounds::MoreThan(_)))),
            high: high.map(|n| (n, matches!(value.bounds, Bounds::LessThan(_)))),
        }
    }

    /// Whether it is a single number.
    pub(crate) fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }

    pub(crate) fn bounds(&self) -> Result<Bounds, String> {
        if !self.low.iter().chain(&self.high).all(|(end, _)| is_sound(*end)) {
            return Err("the result is too large or too small to be kept exactly: compute it from other figures".into());
        }
        Ok(match (self.low, self.high) {
            (Some((low, _)), Some((high, _))) if low == high => Bounds::Exactly(low),
            (Some((low, _)), Some((high, _))) => Bounds::Between(low, high),
            (Some((low, true)), None) => Bounds::MoreThan(low),
            (Some((low, false)), None) => Bounds::AtLeast(low),
            (None, Some((high, true))) => Bounds::LessThan(high),
            (None, Some((high, false))) => Bounds::AtMost(high),
            (None, None) => {
                return Err(
                    "these figures are open on opposite sides, so the result could be anything: compute it from others"
                        .into(),
                );
            }
        })
    }

    pub(crate) fn map(self, by: impl Fn(f64) -> f64) -> Self {
        self.rounded(|number, _| by(number))
    }

    /// Rounds each end outwards, a single number to the nearest.
    pub(crate) fn rounded(self, by: impl Fn(f64, Way) -> f64) -> Self {
        let (down, up) = if self.is_point() { (Way::Nearest, Way::Nearest) } else { (Way::Down, Way::Up) };
        Self { low: self.low.map(|(n, open)| (by(n, down), open)), high: self.high.map(|(n, open)| (by(n, up), open)) }
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let add = |a: End, b: End| (a.0 + b.0, a.1 || b.1);
        // A side without a lower end is at least 0.
        let low = match (self.low, other.low) {
            (None, None) => None,
            (a, b) => Some(add(a.unwrap_or((0.0, false)), b.unwrap_or((0.0, false)))),
        };
        Self { low, high: self.high.zip(other.high).map(|(a, b)| add(a, b)) }
    }

    /// The difference. It may be below zero only if `signed`, for which all ends must be known.
    pub(crate) fn minus(&self, other: &Self, signed: bool) -> Result<Self, String> {
        let less = |a: End, b: End| (a.0 - b.0, a.1 || b.1);
        // A side without a lower end is at least 0, one without an upper end is unbounded.
        let nothing = (0.0, false);
        let low = other.high.map(|b| less(self.low.unwrap_or(nothing), b)).filter(|(n, _)| signed || *n >= 0.0);
        if low.is_none() {
            return Err(
                "the second figure is or may be larger than the first: exchange them, or leave this one out".into()
            );
        }
        Ok(Self { low, high: self.high.map(|a| less(a, other.low.unwrap_or(nothing))) })
    }

    /// The quotient. `divide` divides two numbers and rounds in a direction.
    pub(crate) fn over(&self, other: &Self, divide: impl Fn(f64, f64, Way) -> f64) -> Result<Self, String> {
        if other.low.is_none_or(|(n, _)| n == 0.0) {
            return Err("the second figure is or may be 0, by which nothing can be divided: divide by another".into());
        }
        let alone = self.is_point() && other.is_point();
        let end = |a: Option<End>, b: Option<End>, way| {
            let way = if alone { Way::Nearest } else { way };
            a.zip(b).map(|(a, b)| (divide(a.0, b.0, way), a.1 || b.1))
        };
        Ok(Self { low: end(self.low, other.high, Way::Down), high: end(self.high, other.low, Way::Up) })
    }
}

/// A whole number rounded to a multiple of a step.
pub(crate) fn to_step(number: f64, step: f64, way: Way) -> f64 {
    let near = (number / step).round() * step;
    match way {
        Way::Down if near > number => near - step,
        Way::Up if near < number => near + step,
        _ => near,
    }
}

/// How a quotient is rounded.
pub(crate) struct Quotient {
    /// The power of ten by which it is multiplied: 2 for a percentage.
    pub(crate) power: i32,
    /// A quotient that ends within this many digits is not rounded.
    pub(crate) most: i32,
    /// Others are rounded to this many digits.
    pub(crate) fewest: i32,
    /// Whether it is rounded to a whole number.
    pub(crate) whole: bool,
}

impl Quotient {
    /// The rounded quotient, and whether it is exact.
    pub(crate) fn of(&self, a: f64, b: f64, way: Way) -> (f64, bool) {
        let ((a, a_power), (b, b_power)) = (number::parts(a), number::parts(b));
        if a == 0.0 {
            return (0.0, true);
        }
        let shift = a_power - b_power + self.power;
        let quotient = scaled(a / b, shift);
        let magnitude = quotient.log10().floor() as i32;
        let places = |digits: i32| (digits - 1 - magnitude).min(if self.whole { 0 } else { number::LARGEST_POWER });
        // Compares `count` units of a decimal place with a / b, exactly, in whole numbers.
        let compare = |count: f64, places: i32| {
            let tens = |power: i32| 10u128.saturating_pow(power.max(0).unsigned_abs());
            let left = (count as u128).saturating_mul(b as u128).saturating_mul(tens(-shift - places));
            left.cmp(&(a as u128).saturating_mul(tens(shift + places)))
        };
        let most = places(self.most);
        let count = scaled(quotient, most).round();
        if compare(count, most) == Ordering::Equal {
            return (scaled(count, -most), true);
        }
        let fewest = places(self.fewest);
        let count = scaled(quotient, fewest).round();
        let count = match (way, compare(count, fewest)) {
            (Way::Down, Ordering::Greater) => count - 1.0,
            (Way::Up, Ordering::Less) => count + 1.0,
            _ => count,
        };
        (scaled(count, -fewest), false)
    }
}

/// A number times a power of ten.
pub(crate) fn scaled(number: f64, places: i32) -> f64 {
    if places < 0 { number / power(-places) } else { number * power(places) }
}
