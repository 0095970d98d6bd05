//! Writes values as the JSON of the data file: `{"about": 5000}`.

use model::{Bounds, Value, number};

/// The value as JSON.
pub fn written(value: &Value) -> String {
    let one = |key: &str, number: f64| format!("{{\"{key}\": {}}}", number::write(number));
    match value.bounds {
        Bounds::Exactly(n) if value.approximate => one("about", n),
        Bounds::Exactly(n) => one("exactly", n),
        Bounds::AtLeast(n) => one("at_least", n),
        Bounds::MoreThan(n) => one("more_than", n),
        Bounds::AtMost(n) => one("at_most", n),
        Bounds::LessThan(n) => one("less_than", n),
        Bounds::Between(low, high) => format!("{{\"between\": [{}, {}]}}", number::write(low), number::write(high)),
        Bounds::Magnitude(magnitude) => format!("{{\"magnitude\": \"{}\"}}", magnitude.key()),
    }
}
