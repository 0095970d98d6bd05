//! The words at a mark of a chart: its value, speaker and articles.

use std::time::Duration;

use leptos::prelude::document;
use model::Source;
use statement::{Account, Isolated};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Shown;
use crate::apart;
use crate::elements::{self, Area, all, around, set};
use crate::timer::Timer;

thread_local! {
    static TIMER: Timer = const { Timer::new() };
}

/// Between two shapes of one mark the mouse is on neither.
const GRACE: Duration = Duration::from_millis(200);

/// Shows the words at a mark.
pub(crate) fn show(shown: &Shown, mark: &Element) {
    TIMER.with(Timer::stop);
    if mark.has_attribute("data-current") {
        return;
    }
    hide();
    let Some(frame) = around(mark, ".frames") else { return };
    let Some(words) = shown.plot(|plot| words(plot, mark)).flatten() else { return };
    set(mark, "data-current", Some(""));
    let Some(tip) = document().create_element("p").ok().and_then(|tip| tip.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    tip.set_class_name("tip");
    // It is for sighted readers: screen readers get the same from the table and the walk.
    set(&tip, "aria-hidden", Some("true"));
    apart::words(&words).put(&tip);
    let added = frame.append_child(&tip);
    debug_assert!(added.is_ok());
    place(&tip, mark, &frame);
}

/// Hides them.
pub(crate) fn hide() {
    TIMER.with(Timer::stop);
    for tip in all(".tip") {
        tip.remove();
    }
    for mark in all(".mark[data-current]") {
        set(&mark, "data-current", None);
    }
}

/// Hides them unless the mouse returns.
pub(crate) fn hide_soon() {
    TIMER.with(|timer| timer.wait(GRACE, hide));
}

/// The mouse is on the words.
pub(crate) fn stay() {
    TIMER.with(Timer::stop);
}

/// A mark in words.
pub(crate) fn words(plot: &Account<'_>, mark: &Element) -> Option<String> {
    let (item, told, facts) = if let Some(id) = mark.get_attribute("data-figure") {
        let figure = plot.dashboard.figure(&id)?;
        // The facts include the status.
        let (phrase, _) = plot.stated(figure).into_parts();
        (id, format!("{phrase} {}", Isolated(plot.text(&figure.label))), format!(". {}", plot.known(figure)))
    } else if let Some(id) = mark.get_attribute("data-place") {
        let place = plot.dashboard.place(&id)?;
        let told = format!("{} ({})", Isolated(plot.text(&place.name)), plot.precision(place));
        (id, told, String::new())
    } else {
        let id = mark.get_attribute("data-event")?;
        let event = plot.dashboard.event(&id)?;
        (id, plot.event(event), String::new())
    };
    let articles: Vec<&Source> = plot.footnotes.markers(&item).iter().map(|marker| marker.source).collect();
    Some(format!("{told}{facts}. {}", plot.papers(&articles)))
}

/// The position below the mark, within the chart.
fn place(tip: &HtmlElement, mark: &Element, frame: &Element) {
    let (around, at, own) = (Area::of(frame), Area::of(mark), Area::of(tip));
    let left = (at.left - around.left).min(around.width - own.width).max(0);
    elements::place(tip, left, at.bottom - around.top + 6);
}
