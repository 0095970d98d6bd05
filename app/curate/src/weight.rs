//! What a page of this edition weighs on its way to a phone, by estimate, so that a curator knows before it is built.
//!
//! Unlike the limits in `app/xtask/src/budget.rs` the numbers count the data file too, which a page fetches besides. The
//! built pages of the editions in `tests/editions` have 96 to 100 per cent of the estimate; that of a generated edition of
//! 300 figures, whose words repeat, has 75.

use model::Dashboard;

use crate::finding::Finding;
use crate::outline::Outline;

/// Program and styles, in bytes, compressed.
const CODE: usize = 173_000;
/// What is printed of the data: so much, and so much more for each of these.
const ALONE: usize = 2_700;
const FIGURE: usize = 135;
const CITATION: usize = 72;
const EVENT: usize = 90;
const CHART: usize = 1_170;
const ARTICLE: usize = 675;

/// A first view of more bytes is heavy, and a phone on a slow line gets so many in a second (1.6 megabits, "slow 4G").
const HEAVY: usize = 200_000;
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
