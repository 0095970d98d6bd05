//! Warns of too many tiles, and of long names of tiles and long headings, which cannot be read at a glance.

use model::{Dashboard, Piece, Prose};

use crate::finding::Finding;
use crate::outline::Outline;

/// The maximum of tiles at the head of the page.
const TILES: std::ops::RangeInclusive<usize> = 3..=8;
/// The maximum of words in the name of a tile.
const NAME: usize = 8;
/// The maximum of words in a heading.
const HEADING: usize = 12;

/// A warning for each limit that is exceeded.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let mut warnings = Vec::new();
    let mut warn = |path: &str, message: String| warnings.push(Finding::warning(path, message, outline));
    let band = dashboard.sections.first().map(|band| band.figures.as_slice()).unwrap_or_default();
    // A small dashboard can be read at a glance anyway.
    if !TILES.contains(&band.len()) && dashboard.figures.len() > *TILES.end() {
        warn(
            "sections[0].figures",
            format!(
                "{} figures lead the page, where three to eight tiles are read at a glance: move some to other sections, or bring some here",
                band.len()
            ),
        );
    }
    for (place, figure) in dashboard.figures.iter().enumerate().filter(|(_, figure)| band.contains(&figure.id)) {
        let count = words(figure.name().in_language("en"));
        if count > NAME {
            let key = if figure.short.is_some() { "short" } else { "label" };
            warn(
                &format!("figures[{place}].{key}"),
                format!(
                    "this names a tile at the head of the page and has {count} words: give the figure a \"short\" of at most eight; the label is kept"
                ),
            );
        }
    }
    for (place, chart) in dashboard.charts.iter().enumerate() {
        long_heading(&format!("charts[{place}].finding"), &chart.finding, &mut warn);
    }
    for (place, section) in dashboard.sections.iter().enumerate() {
        if let Some(finding) = &section.finding {
            long_heading(&format!("sections[{place}].finding"), finding, &mut warn);
        }
    }
    warnings
}

fn long_heading(path: &str, finding: &Prose, warn: &mut impl FnMut(&str, String)) {
    // A figure counts as two words: a number and a unit.
    let count: usize = finding
        .in_language("en")
        .iter()
        .map(|piece| match piece {
            Piece::Words(text) => words(text),
            Piece::Figure(_) => 2,
            Piece::Count(_) => 1,
            Piece::Articles(_) => 0,
        })
        .sum();
    if count > HEADING {
        warn(
            path,
            format!(
                "this is a heading and has {count} words: say it in at most twelve, and the rest in the section's \"summary\""
            ),
        );
    }
}

/// The words of a text, without punctuation marks between spaces.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
