//! A row of a table that is the place of its figure.

use model::{Chart, Figure, Place};
use statement::Account;

use crate::fold;
use crate::setting::Setting;
use crate::still::Still;

/// The `id` of a figure whose place is this table.
pub(crate) fn home(plot: &Account<'_>, chart: &Chart, figure: &Figure) -> Option<String> {
    plot.row_of(&figure.id).filter(|home| home.id == chart.id).map(|_| Place::Figure(&figure.id).anchor())
}

/// The folded facts of such a figure.
pub(crate) fn more(plot: &Account<'_>, chart: &Chart, figure: &Figure, setting: Setting<'_>) -> Option<Still> {
    home(plot, chart, figure).map(|_| fold::fold(plot, figure, fold::Beside::Row, setting))
}
