//! Walking through the marks of a chart with the arrow keys, each told in words.

use locale::Message;
use web_sys::Element;

use super::{Shown, announcer, tip};
use crate::elements::{all, is_shown, set, within};

/// What takes the focus for the walk.
pub(crate) const WALKED: &str = ".frames";

/// Makes every chart a place to walk from, and says how.
pub(crate) fn offer(shown: &Shown) {
    for chart in all("figure.chart") {
        let title = within(&chart, "h3").first().and_then(|title| title.text_content()).unwrap_or_default();
        for frames in within(&chart, WALKED) {
            let count = within(&frames, "[data-frame=wide] .mark").len();
            set(&frames, "tabindex", Some("0"));
            set(&frames, "role", Some("group"));
            set(&frames, "aria-label", Some(&shown.language.say(Message::MarksOf { title: &title, count })));
        }
    }
}

/// Takes a step, if the key is one that does. Whether it was.
pub(crate) fn step(shown: &Shown, frames: &Element, key: &str) -> bool {
    let marks: Vec<Element> = within(frames, ".mark").into_iter().filter(is_shown).collect();
    let current = marks.iter().position(|mark| mark.has_attribute("data-current"));
    let last = marks.len().saturating_sub(1);
    let next = match (key, current) {
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
    tip::show(shown, mark);
    if let Some(words) = shown.plot(|plot| tip::words(plot, mark)).flatten() {
        let count = marks.len();
        announcer::say(&shown.language.say(Message::Mark { index: next + 1, count, words: &words }));
    }
    true
}

/// The walk is over: the focus is elsewhere.
pub(crate) fn leave() {
    tip::hide();
}

/// Opens the evidence for a mark: that behind the first of its markers.
fn evidence(shown: &Shown, frames: &Element, mark: &Element) -> bool {
    let item = mark.get_attribute("data-figure").or_else(|| mark.get_attribute("data-event"));
    let anchor = shown.plot(|plot| {
        let marker = plot.footnotes.markers(&item?).into_iter().next()?;
        Some(format!("#{}", marker.anchor))
    });
    let Some(anchor) = anchor.flatten() else { return false };
    let markers = within(frames, "a[role=doc-noteref]").into_iter().filter(is_shown);
    let marker = markers.into_iter().find(|marker| marker.get_attribute("href").as_deref() == Some(&anchor));
    marker.is_some_and(|marker| super::window::open(shown, &marker, super::window::Stay::Pinned))
}
