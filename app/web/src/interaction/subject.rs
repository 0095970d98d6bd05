//! The subject of a part of the page: the figure or event of a mark, row or marker, and the article of a marker.
//!
//! The page has them in attributes and in the addresses of its markers. Words may be translated, and rows are moved.

use model::Source;
use statement::Account;
use web_sys::Element;

use crate::elements::around;

/// The id of the figure, event or place of a mark or row.
pub(crate) fn named(part: &Element) -> Option<String> {
    ["data-figure", "data-event", "data-row", "data-place"].into_iter().find_map(|name| part.get_attribute(name))
}

/// The article of a marker, and the figure or event of the passage that it leads to.
pub(crate) fn passage<'a>(plot: &Account<'a>, marker: &Element) -> Option<(&'a Source, &'a str)> {
    plot.footnotes.passage(marker.get_attribute("href")?.strip_prefix('#')?)
}

/// The id of the figure or event before a marker.
pub(crate) fn of(plot: &Account<'_>, marker: &Element) -> Option<String> {
    let (_, passage) = passage(plot, marker)?;
    // A computed number has passages of several figures.
    let home = around(marker, "[data-figure], [data-row]").and_then(|home| named(&home));
    let rests = |item: &String| plot.dashboard.roots(item).into_iter().any(|(root, _)| root == passage);
    Some(home.filter(rests).unwrap_or_else(|| passage.to_owned()))
}
