//! The kinds of chart, one file each, which draws the chart and gives the samples of its forms.

mod bands;
mod bars;
mod columns;
mod event;
mod field;
mod flow;
mod label;
mod lettered;
mod map;
mod matrix;
mod moment;
mod range;
mod readings;
mod rows;
mod series;
mod share;
mod spans;
mod squares;
mod sums;
mod ticks;
mod timeline;
mod total;
mod voices;
mod wording;
mod years;

pub use wording::ladder;

use model::{Chart, Kind};
use statement::Account;

use crate::canvas::Canvas;
use crate::frame::Frame;
use crate::sample::Sample;

/// Draws a chart and returns its height in tenths of a pixel.
pub(crate) fn draw(plot: &Account<'_>, chart: &Chart, frame: Frame, canvas: &mut Canvas) -> i32 {
    match chart.kind {
        Kind::Bars(scale) => bars::draw(plot, chart, scale, frame, canvas),
        Kind::Share(share) => share::draw(plot, chart, share, frame, canvas),
        Kind::Timeline => timeline::draw(plot, chart, frame, canvas),
        Kind::Range(scale) => range::draw(plot, chart, scale, frame, canvas),
        Kind::Matrix => matrix::draw(plot, chart, frame, canvas),
        Kind::Flow if frame.is_narrow() => squares::draw(plot, chart, frame, canvas),
        Kind::Flow => flow::draw(plot, chart, frame, canvas),
        Kind::Wording => wording::draw(plot, chart, frame, canvas),
        Kind::Spans => spans::draw(plot, chart, frame, canvas),
        Kind::Sums => sums::draw(plot, chart, frame, canvas),
        Kind::Series => series::draw(plot, chart, frame, canvas),
        Kind::Map => map::draw(plot, chart, frame, canvas),
    }
}

/// The samples of a chart, in a fixed order.
pub(crate) fn samples(plot: &Account<'_>, chart: &Chart) -> Vec<Sample> {
    match chart.kind {
        Kind::Bars(scale) => bars::samples(plot, chart, scale),
        Kind::Share(share) => share::samples(plot, chart, share),
        Kind::Timeline => timeline::samples(plot, chart),
        Kind::Range(scale) => range::samples(plot, chart, scale),
        Kind::Matrix => matrix::samples(plot),
        Kind::Flow => flow::samples(plot, chart),
        Kind::Wording => wording::samples(plot, chart),
        Kind::Spans => spans::samples(plot, chart),
        Kind::Sums => sums::samples(plot, chart),
        Kind::Series => series::samples(plot, chart),
        Kind::Map => map::samples(plot, chart),
    }
}
