//! The day to which a dashboard is set back.

use crate::date::Day;

/// The day to which a dashboard is set back, and what was left out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Horizon {
    /// The last day on which an article can have been published.
    pub day: Day,
    /// The number of articles that were published later.
    pub later: usize,
    /// The number of articles whose date of publication is not known.
    pub undated: usize,
    /// The number of figures that rest on these articles alone.
    pub figures: usize,
}
