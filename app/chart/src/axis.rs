//! From numbers to places: plotters' linear and logarithmic scales along one line.

use model::{Bounds, Scale, Value};
use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

/// A scale from numbers to tenths of a pixel.
pub(crate) struct Axis {
    scale: Coordinate,
    from: i32,
    to: i32,
}

enum Coordinate {
    Linear(RangedCoordf64),
    Log(LogCoord<f64>),
}

impl Axis {
    /// An axis between two places that holds all these values.
    pub(crate) fn holding<'v>(
        values: impl Iterator<Item = &'v Value> + Clone,
        scale: Scale,
        from: i32,
        to: i32,
    ) -> Self {
        let numbers = values.flat_map(|value| match value.bounds {
            Bounds::Magnitude(magnitude) => [Some(magnitude.band().0), Some(magnitude.band().1)],
            _ => [value.ends().0, value.ends().1],
        });
        let numbers: Vec<f64> = numbers.flatten().collect();
        let highest = numbers.iter().copied().fold(0.0, f64::max);
        let least = numbers.iter().copied().fold(0.0, f64::min);
        let scale = match scale {
            Scale::Linear => Coordinate::Linear((least..if highest > least { highest } else { 1.0 }).into()),
            Scale::Log => {
                let lowest =
                    numbers.iter().copied().filter(|n| *n > 0.0).fold(highest, f64::min).max(f64::MIN_POSITIVE);
                let from = 10f64.powf(lowest.log10().floor());
                let to = 10f64.powf(highest.max(from * 10.0).log10().ceil());
                Coordinate::Log((from..to).log_scale().into())
            }
        };
        Self { scale, from, to }
    }

    /// The place of a number.
    pub(crate) fn at(&self, number: f64) -> i32 {
        match &self.scale {
            Coordinate::Linear(scale) => scale.map(&number, (self.from, self.to)),
            Coordinate::Log(scale) => scale.map(&number, (self.from, self.to)),
        }
    }

    /// The place at which lengths begin: zero; on a log scale, which has no zero, its start.
    pub(crate) fn base(&self) -> i32 {
        match &self.scale {
            Coordinate::Linear(_) => self.at(0.0),
            Coordinate::Log(_) => self.from,
        }
    }

    /// The same scale for negative values: a number has the place of its opposite, mirrored at zero.
    pub(crate) fn mirrored(&self) -> Self {
        let scale = match &self.scale {
            Coordinate::Linear(scale) => {
                let range = scale.range();
                Coordinate::Linear((-range.end..-range.start).into())
            }
            Coordinate::Log(scale) => {
                let range = scale.range();
                Coordinate::Log((range.start..range.end).log_scale().into())
            }
        };
        let base = self.base();
        Self { scale, from: 2 * base - self.to, to: 2 * base - self.from }
    }

    /// Round numbers along the axis, about this many; on a log scale, powers of ten.
    pub(crate) fn ticks(&self, about: usize) -> Vec<f64> {
        match &self.scale {
            Coordinate::Linear(scale) => scale.key_points(about),
            Coordinate::Log(scale) => {
                // plotters skips powers unevenly if they are dense; this step is even.
                let range = scale.range();
                let (low, high) = (range.start.log10().round() as i32, range.end.log10().round() as i32);
                let step = ((high - low + 1) as usize).div_ceil(about.max(1)).max(1);
                (low..=high).step_by(step).map(|power| 10f64.powi(power)).collect()
            }
        }
    }
}
