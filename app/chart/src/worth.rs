//! The round numbers of small drawings: the value of one dot, and the ends of a scale.

use model::{Bounds, Value};

use crate::dots;

/// The maximum number of dots.
pub(crate) const MOST: i32 = 120;
/// The smallest part of a dot that is drawn to scale.
const LEAST: f64 = 0.1;

/// The value of a dot: the same for all values of a unit in a band, unless a value would then be invisible. A word has a
/// value of its own if the common one does not fit, and none if it spans more than a factor of ten.
pub(crate) fn of_dots(value: &Value, beside: &[Value]) -> Option<f64> {
    let shared = shared(beside);
    if let Bounds::Magnitude(magnitude) = value.bounds {
        let (low, high) = magnitude.band();
        let fits = |worth: &f64| high <= 10.0 * low && low >= *worth && high <= f64::from(MOST) * worth;
        return [shared, Some(power(low))].into_iter().flatten().find(fits);
    }
    let is_seen = |worth: &f64| value.size() > 0.0 && value.size() >= LEAST * worth;
    [shared, self::shared(&[*value])].into_iter().flatten().find(is_seen)
}

/// The smallest power of ten, at least one, at which none of these values takes more than the maximum of dots; `None` if all
/// are words.
fn shared(values: &[Value]) -> Option<f64> {
    let mut numbers = values.iter().filter(|value| !matches!(value.bounds, Bounds::Magnitude(_))).peekable();
    numbers.peek()?;
    let mut worth = 1.0;
    for value in numbers {
        // A number far beyond the limit is not counted in dots.
        while value.size() > f64::from(MOST) * worth || dots::count(value, worth) > MOST {
            worth *= 10.0;
        }
    }
    Some(worth)
}

/// The largest power of ten that is at most a number.
fn power(number: f64) -> f64 {
    (-15..=15).map(|power| 10_f64.powi(power)).take_while(|power| *power <= number).last().unwrap_or(1.0)
}

/// The smallest of 1, 2, 5 and 10 times a power of ten that is at least a number; zero for zero.
pub(crate) fn round(number: f64) -> f64 {
    let power = power(number);
    [0.0, 1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|round| *round >= number).unwrap_or(10.0 * power)
}
