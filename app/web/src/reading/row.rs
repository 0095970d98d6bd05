//! A row of a chart's table: which figure or event it is of.

use model::{Chart, Kind};
use statement::Account;
use web_sys::Element;

use crate::elements::{around, set, within};

/// Where a row that was moved stood at first.
const PLACE: &str = "data-row";

/// The chart that a row, or anything in it, belongs to.
pub(crate) fn chart<'a>(plot: &Account<'a>, element: &Element) -> Option<&'a Chart> {
    plot.dashboard.chart(&around(element, "figure.chart")?.get_attribute("data-chart")?)
}

/// The place of a row in the order of the chart.
pub(crate) fn place(row: &Element) -> Option<usize> {
    if let Some(place) = row.get_attribute(PLACE) {
        return place.parse().ok();
    }
    within(&row.parent_element()?, "tr").iter().position(|other| other == row)
}

/// Keeps on each row of a table where it stands, before it is moved.
pub(crate) fn keep_places(table: &Element) {
    for (place, row) in within(table, "tbody tr").iter().enumerate() {
        set(row, PLACE, Some(&place.to_string()));
    }
}

/// The id of the figure or event that a row is of.
pub(crate) fn item<'a>(plot: &Account<'a>, row: &Element) -> Option<&'a str> {
    let chart = chart(plot, row)?;
    let place = place(row)?;
    match chart.kind {
        Kind::Timeline => plot.events(chart).get(place).map(|event| event.id.as_str()),
        _ => plot.figures(chart).get(place).map(|figure| figure.id.as_str()),
    }
}
