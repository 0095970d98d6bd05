//! Estimates the compressed size of the first view of an edition, and warns before it is built if it is large for phones.
//!
//! The numbers are those of `app/xtask/src/budget.rs` without its reserve. The program and the data file are not counted,
//! since the first view does not need them.

use model::Dashboard;

use crate::finding::Finding;
use crate::outline::Outline;

/// The compressed bytes of style and script.
const CODE: usize = 8_700;
/// The compressed bytes of the page: a base, and an amount for each item of the data.
const ALONE: usize = 1_900;
const FIGURE: usize = 120;
const CITATION: usize = 65;
const EVENT: usize = 90;
const CHART: usize = 950;
const ARTICLE: usize = 640;

/// The limit of the first view in bytes, and the bytes that a phone loads in a second on "slow 4G" (1.6 megabits).
const HEAVY: usize = 100_000;
const SLOW_LINE: f64 = 200_000.0;

/// A warning if the page is large.
pub fn warnings(dashboard: &Dashboard, outline: &Outline<'_>) -> Vec<Finding> {
    let reported = dashboard.figures.iter().map(|figure| figure.citations().count());
    let dated = dashboard.events.iter().map(|event| event.citations.iter().count());
    let citations = reported.chain(dated).sum::<usize>();
    let parts = [
        ("figures", dashboard.figures.len() * FIGURE + citations * CITATION),
        ("charts", dashboard.charts.len() * CHART),
        ("sources", dashboard.sources.len() * ARTICLE),
        ("events", dashboard.events.len() * EVENT),
    ];
    let data = ALONE + parts.iter().map(|(_, bytes)| bytes).sum::<usize>();
    let whole = CODE + data;
    let Some((heaviest, most)) = parts.into_iter().max_by_key(|(_, bytes)| *bytes).filter(|_| whole > HEAVY) else {
        return Vec::new();
    };
    let message = format!(
        "the page is large: about {} kB, loaded after about {:.1} seconds on a slow phone; of the data, \"{heaviest}\" need most ({} of {} kB): leave out what is not needed, divide the edition, or accept it",
        whole / 1000,
        whole as f64 / SLOW_LINE,
        most / 1000,
        data / 1000,
    );
    vec![Finding::warning(heaviest, message, outline)]
}
