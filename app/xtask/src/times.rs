//! Measures and prints how long each step of a command takes.

use std::fmt;
use std::time::{Duration, Instant};

/// The completed steps with their durations.
#[derive(Default)]
pub(crate) struct Times(Vec<(String, Duration)>);

impl Times {
    /// Runs a step and records its duration, even if it fails.
    pub(crate) fn of<T>(&mut self, step: &str, carry_out: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let outcome = carry_out();
        self.0.push((step.to_owned(), begin.elapsed()));
        outcome
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.0.iter().map(|(_, time)| *time).sum::<Duration>();
        let steps = self.0.iter().map(|(step, time)| (step.as_str(), *time));
        writeln!(f, "\nseconds")?;
        steps.chain([("total", all)]).try_for_each(|(step, time)| writeln!(f, "{:>7.1}  {step}", time.as_secs_f64()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_a_line_and_the_last_line_is_the_total() {
        let times = Times(vec![("fmt".into(), Duration::from_millis(1240)), ("unit".into(), Duration::from_secs(88))]);
        assert_eq!(times.to_string(), "\nseconds\n    1.2  fmt\n   88.0  unit\n   89.2  total\n");
    }
}
