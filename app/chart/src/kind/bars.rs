//! Bars: a length for each figure.

use model::{Chart, Scale};
use statement::Account;

use super::rows;
use crate::canvas::Canvas;
use crate::extent::Form;
use crate::frame::Frame;
use crate::sample::Sample;

pub(super) fn draw(plot: &Account<'_>, chart: &Chart, scale: Scale, frame: Frame, canvas: &mut Canvas) -> i32 {
    rows::draw(plot, chart, scale, Form::Bar, frame, canvas)
}

/// The samples of its forms, and of its axis.
pub(super) fn samples(plot: &Account<'_>, chart: &Chart, scale: Scale) -> Vec<Sample> {
    rows::samples(plot, chart, scale, Form::Bar)
}
