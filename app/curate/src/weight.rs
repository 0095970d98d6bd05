//! What the first view of this edition weighs on its way to a phone, by estimate, so that a curator knows before it is built.
//!
//! The numbers are those of `app/xtask/src/budget.rs`, without the room that is left there. The program and the data file,
//! which nothing waits for, are not counted.

use model::Dashboard;

use crate::finding::Finding;
use crate::outline::Outline;

/// Style and script, in bytes, compressed.
const CODE: usize = 8_700;
/// What is printed of the data: so much, and so much more for each of these.
const ALONE: usize = 1_900;
const FIGURE: usize = 120;
const CITATION: usize = 65;
const EVENT: usize = 90;
const CHART: usize = 950;
const ARTICLE: usize = 640;

/// A first view of more bytes is heavy, and a phone on a slow line gets so many in a second (1.6 megabits, "slow 4G").
const HEAVY: usize = 100_000;
const SLOW_LINE: f64 = 200_000.0;

/// A warning where the page is heavy. It keeps nobody from publishing.
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
        "the page grows heavy: about {} kB, complete after about {:.1} seconds on a slow phone line, and \"{heaviest}\" are the most of what the data adds ({} of {} kB): leave out what nobody needs, or divide the edition, or go on",
        whole / 1000,
        whole as f64 / SLOW_LINE,
        most / 1000,
        data / 1000,
    );
    vec![Finding::warning(heaviest, message, outline)]
}
