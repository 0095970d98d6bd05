//! Walking through the marks of a chart with the arrow keys, each announced in words.

use statement::Message;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Shown, announcer, popover, subject, tip};
use crate::elements::{all, is_shown, set, within};

/// The element that has the focus during the walk.
pub(crate) const WALKED: &str = ".frames";

/// The position of the walk, kept while the focus is elsewhere.
const PLACE: &str = "data-at";

/// Makes every chart focusable, and names the keys.
pub(crate) fn offer(shown: &Shown) {
    for chart in all("figure.chart") {
        let title = within(&chart, "figcaption").first().and_then(|title| title.text_content()).unwrap_or_default();
        for frames in within(&chart, WALKED) {
            let count = stops(within(&frames, "[data-frame=wide] .mark")).len();
            set(&frames, "tabindex", Some("0"));
            set(&frames, "role", Some("group"));
            set(&frames, "aria-label", Some(&shown.language.say(Message::MarksOf { title: &title, count })));
        }
    }
}

/// Takes a step, if the key is one for that. Returns whether it is.
pub(crate) fn step(shown: &Shown, frames: &Element, key: &str) -> bool {
    let marks = stops(within(frames, ".mark").into_iter().filter(is_shown).collect());
    let was = frames.get_attribute(PLACE).and_then(|place| place.parse::<usize>().ok());
    let last = marks.len().saturating_sub(1);
    let next = match (key, was) {
        ("ArrowRight" | "ArrowDown", Some(at)) => (at + 1).min(last),
        ("ArrowRight" | "ArrowDown" | "Home", _) => 0,
        ("ArrowLeft" | "ArrowUp", Some(at)) => at.saturating_sub(1),
        ("ArrowLeft" | "ArrowUp" | "End", _) => last,
        ("Enter", Some(at)) => {
            return marks.get(at).is_some_and(|mark| evidence(shown, frames, mark));
        }
        _ => return false,
    };
    let Some(mark) = marks.get(next) else { return false };
    set(frames, PLACE, Some(&next.to_string()));
    tip::show(shown, mark);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    mark.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(words) = shown.plot(|plot| tip::words(plot, mark)).flatten() {
        let count = marks.len();
        announcer::say(&shown.language.say(Message::Mark { index: next + 1, count, words: &words }));
    }
    true
}

/// The marks to stop at: the first of each figure or event, which may have several.
fn stops(marks: Vec<Element>) -> Vec<Element> {
    let mut seen = Vec::new();
    let is_first = |mark: &Element| {
        let item = subject::named(mark);
        let first = !seen.contains(&item);
        seen.push(item);
        first
    };
    marks.into_iter().filter(is_first).collect()
}

/// Opens the evidence of a mark beside its first marker, or beside the mark if it has none; closing it returns to the walk.
pub(crate) fn evidence(shown: &Shown, frames: &Element, mark: &Element) -> bool {
    let Some(item) = subject::named(mark) else { return false };
    let markers = within(frames, "a[role=doc-noteref]");
    let is_own = |marker: &Element| shown.plot(|plot| subject::of(plot, marker)).flatten().as_ref() == Some(&item);
    let marker = markers.into_iter().find(|marker| is_shown(marker) && is_own(marker));
    popover::open_of(shown, marker.as_ref().unwrap_or(mark), &item, frames)
}
