//! Round numbers by which small drawings are measured: what one dot stands for, and where a scale ends.

use model::{Bounds, Value};

use crate::dots;

/// As many dots as there may be.
pub(crate) const MOST: i32 = 120;
/// The least part of a dot that is drawn as what it is.
const LEAST: f64 = 0.1;

/// What a dot stands for: the same for all values of a unit that stand beside one another, unless so the value could not be seen. A word has
/// one of its own where it does not fit, and none where it reaches over more than ten times itself.
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

/// The least power of ten, one or more, of which none of these values takes more dots than there may be; nothing where all are words.
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

/// The greatest power of ten that is no more than a number.
fn power(number: f64) -> f64 {
    (-15..=15).map(|power| 10_f64.powi(power)).take_while(|power| *power <= number).last().unwrap_or(1.0)
}

/// The least of 1, 2, 5 and 10 times a power of ten that is no less than a number; of nothing, nothing.
pub(crate) fn round(number: f64) -> f64 {
    let power = power(number);
    [0.0, 1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|round| *round >= number).unwrap_or(10.0 * power)
}
