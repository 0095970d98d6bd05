//! What a part of the page is about: the figure or event of a mark, of a row or of a marker, and the article of a marker.
//!
//! The page says so in attributes, and in the addresses of its markers. Words may be translated, and rows are moved.

use model::Source;
use statement::Account;
use web_sys::Element;

use crate::elements::around;

/// The id of the figure or event that a mark or a row stands for.
pub(crate) fn named(part: &Element) -> Option<String> {
    ["data-figure", "data-event", "data-row"].into_iter().find_map(|name| part.get_attribute(name))
}

/// The article that a marker leads to, and the figure or event whose passage there it names.
pub(crate) fn passage<'a>(plot: &Account<'a>, marker: &Element) -> Option<(&'a Source, &'a str)> {
    plot.footnotes.passage(marker.get_attribute("href")?.strip_prefix('#')?)
}

/// The id of the figure or event whose number stands before a marker.
pub(crate) fn of(plot: &Account<'_>, marker: &Element) -> Option<String> {
    let (_, passage) = passage(plot, marker)?;
    // A computed number is behind several passages.
    let home = around(marker, "[data-figure], [data-row]").and_then(|home| named(&home));
    let rests = |item: &String| plot.dashboard.roots(item).into_iter().any(|(root, _)| root == passage);
    Some(home.filter(rests).unwrap_or_else(|| passage.to_owned()))
}
