//! What a marker is asked about: the figure or event whose number stands before it.

use statement::Account;
use web_sys::Element;

use super::row;
use crate::elements::{self, around};

/// The id of the figure or event.
pub(crate) fn of(plot: &Account<'_>, marker: &Element) -> Option<String> {
    let anchor = marker.get_attribute("href")?;
    let passages = plot.footnotes.notes().iter().flat_map(|note| {
        note.passages.iter().map(move |passage| (note.source.passage_anchor(passage.item), passage.item))
    });
    let (_, passage) = passages.into_iter().find(|(passage, _)| anchor.strip_prefix('#') == Some(passage))?;
    // In a formula each number is on its own; elsewhere a computed one is behind several passages.
    if around(marker, ".operand").is_some() {
        return Some(passage.to_owned());
    }
    let named = around(marker, "[data-figure]").and_then(|home| home.get_attribute("data-figure"));
    let row = around(marker, "tr").and_then(|row| row::item(plot, &row).map(str::to_owned));
    let item = named.or(row).or_else(|| drawn(plot, marker)).unwrap_or_else(|| passage.to_owned());
    let rests = plot.dashboard.roots(&item).into_iter().any(|(root, _)| root == passage);
    Some(if rests { item } else { passage.to_owned() })
}

/// The figure or event that a marker in a picture belongs to: they stand there in the order of the marks.
fn drawn(plot: &Account<'_>, marker: &Element) -> Option<String> {
    let markers = elements::within(&around(marker, ".markers")?, "a");
    let place = markers.iter().position(|other| other == marker)?;
    let chart = row::chart(plot, marker)?;
    let mut items = chart.figures.iter().chain(&chart.events);
    let mut passed = 0;
    let item = items.find(|item| {
        passed += plot.footnotes.markers(item).len();
        passed > place
    })?;
    Some(item.clone())
}
