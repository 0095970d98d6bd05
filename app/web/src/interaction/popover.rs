//! The evidence window, beside a marker.
//!
//! It opens on hover or focus, and closes when that ends; a click, tap or Enter pins it and moves the focus into it. Escape
//! closes it and returns the focus.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::{document, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::{Shown, address, beside, follow, pasteboard, subject};
use crate::charge;
use crate::elements::{self, all, around, set};
use crate::evidence::Evidence;
use crate::timer::Timer;

/// How long it stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stay {
    /// While the mouse rests on the marker or on the window.
    Hovered,
    /// While the focus is on the marker.
    Focused,
    /// Until it is closed.
    Pinned,
}

/// The open evidence.
struct Open {
    marker: Element,
    /// The element that gets the focus when it is closed.
    back: Element,
    source: String,
    item: String,
    stay: Stay,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    /// The marker whose evidence the reader closed: it opens again only after mouse or focus left the marker.
    static DISMISSED: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether the mouse was on that marker.
    static UNDER_MOUSE: Cell<bool> = const { Cell::new(false) };
    static TIMER: Timer = const { Timer::new() };
}

const ID: &str = "evidence";

/// The delay before hover opens it, so that a passing mouse opens nothing.
const REST: Duration = Duration::from_millis(150);

/// The delay before it closes, in which the mouse can reach the window.
const GRACE: Duration = Duration::from_millis(300);

/// Opens the evidence of a marker. Returns whether there is any.
pub(crate) fn open(shown: &Shown, marker: &Element, stay: Stay) -> bool {
    TIMER.with(Timer::stop);
    if stay == Stay::Pinned {
        forget();
    } else if is_dismissed(marker) {
        return false;
    }
    let again = OPEN.with(|open| match open.borrow_mut().as_mut() {
        Some(open) if open.marker == *marker => {
            open.stay = if open.stay == Stay::Pinned { Stay::Pinned } else { stay };
            true
        }
        _ => false,
    });
    if again {
        if stay == Stay::Pinned {
            enter();
        }
        return true;
    }
    let item = shown.plot(|plot| subject::of(plot, marker)).flatten();
    item.is_some_and(|item| appear(shown, marker, &item, marker, stay))
}

/// A click or tap on a marker: opens and pins its evidence, or closes it if it is pinned.
pub(crate) fn turn(shown: &Shown, marker: &Element) -> bool {
    if is_open(|open| open.marker == *marker && open.stay == Stay::Pinned) {
        close(true);
        return true;
    }
    open(shown, marker, Stay::Pinned)
}

/// Opens the evidence of a figure or event beside one of its markers; closing it returns the focus to `back`.
pub(crate) fn open_of(shown: &Shown, marker: &Element, item: &str, back: &Element) -> bool {
    forget();
    appear(shown, marker, item, back, Stay::Pinned)
}

fn appear(shown: &Shown, marker: &Element, item: &str, back: &Element, stay: Stay) -> bool {
    close(false);
    let Some(element) = element() else { return false };
    let opened = shown.plot(|plot| {
        let source = subject::passage(plot, marker).map(|(source, _)| source);
        // A mark names no article, so the first one leads.
        let source = source.or_else(|| Some(plot.backing(item).first()?.source))?;
        let evidence = Evidence { plot, source, item, setting: shown.setting() };
        set(&element, "aria-label", Some(&evidence.name()));
        evidence.view().put(&element);
        Some(source.id.clone())
    });
    let Some(source) = opened.flatten() else { return false };
    // Browsers without the popover API show it by position and style alone.
    let _ = element.show_popover();
    set(&element, "data-open", Some(""));
    set(marker, "data-open", Some(""));
    beside::put(&element, marker);
    let open = Open { marker: marker.clone(), back: back.clone(), source, item: item.to_owned(), stay };
    OPEN.with(|old| old.borrow_mut().replace(open));
    if stay == Stay::Pinned {
        enter();
    }
    true
}

/// Moves the focus into it without scrolling: the window is in view.
fn enter() {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let focused = element().map(|element| element.focus_with_options(&options));
    debug_assert!(matches!(focused, Some(Ok(()))));
}

/// Closes it. `for_good`: the reader closed it, and the focus returns from the window to the marker.
pub(crate) fn close(for_good: bool) {
    TIMER.with(Timer::stop);
    let Some(open) = OPEN.with(|open| open.borrow_mut().take()) else { return };
    let Some(element) = element() else { return };
    let had_focus = document().active_element().is_some_and(|active| element.contains(Some(&active)));
    set(&open.marker, "data-open", None);
    set(&element, "data-open", None);
    if for_good {
        UNDER_MOUSE.set(open.marker.matches(":hover").unwrap_or(false));
        DISMISSED.with(|dismissed| dismissed.borrow_mut().replace(open.marker.clone()));
        if had_focus {
            elements::focus(&open.back);
        }
    }
    let _ = element.hide_popover();
    drop(open);
    element.set_inner_html("");
}

/// Removes the window of another program.
pub(crate) fn discard() {
    for marker in all("[role=doc-noteref][data-open]") {
        set(&marker, "data-open", None);
    }
    if let Some(window) = document().get_element_by_id(ID) {
        window.remove();
    }
}

/// The mouse entered a marker.
pub(crate) fn hover(marker: Element) {
    if is_dismissed(&marker) {
        // Unless the reader closed it and the mouse has not left since.
        if UNDER_MOUSE.get() {
            return;
        }
        forget();
    }
    if is_open(|open| open.marker == marker || open.stay == Stay::Pinned) {
        return stay();
    }
    TIMER.with(|timer| {
        timer.wait(REST, move || {
            super::with(|shown| open(shown, &marker, Stay::Hovered));
        });
    });
}

/// The mouse entered the window or its marker again.
pub(crate) fn stay() {
    TIMER.with(Timer::stop);
}

/// The mouse left a marker or the window for another element.
pub(crate) fn leave(to: Option<&Element>) {
    if to.is_none_or(|to| !is_dismissed(to)) {
        forget();
    }
    if is_open(|open| open.stay == Stay::Hovered) {
        TIMER.with(|timer| timer.wait(GRACE, || close(false)));
    } else {
        TIMER.with(Timer::stop);
    }
}

/// Tab at either end of the window continues from the marker.
pub(crate) fn tabbed(from: &Element, backwards: bool) {
    let Some(window) = around(from, "#evidence") else { return };
    let stops = elements::within(&window, "a, button, textarea");
    let end = if backwards { stops.first() } else { stops.last() };
    let at_end = end == Some(from) || (backwards && from.id() == ID);
    if at_end {
        close(true);
    }
}

/// Copies the citation of the open figure.
pub(crate) fn copy(shown: &Shown) {
    let Some(button) = all("#evidence [data-do=copy]").into_iter().next() else { return };
    let words = OPEN.with(|open| {
        let open = open.borrow();
        let open = open.as_ref()?;
        shown.plot(|plot| {
            let source = plot.dashboard.source(&open.source)?;
            let evidence = Evidence { plot, source, item: &open.item, setting: shown.setting() };
            // An event has no place of its own; its passage in the notes has one.
            let anchor = match plot.dashboard.home(&open.item) {
                Some(place) => place.anchor(),
                None => evidence.passage()?,
            };
            Some(evidence.citation(&address::of_place(shown.page(), &anchor)))
        })?
    });
    if let Some(words) = words {
        pasteboard::copy(shown, &button, &words);
    }
}

/// Follows an article of the open evidence.
pub(crate) fn follow(shown: &Shown, source: Option<&str>) {
    close(true);
    follow::choose(shown, source);
}

/// The focus moved: closed evidence may open again with it.
pub(crate) fn elsewhere(focused: &Element) {
    if !is_dismissed(focused) {
        forget();
    }
}

/// Whether what is open is the evidence behind this marker.
pub(crate) fn is_of(marker: &Element) -> bool {
    is_open(|open| open.marker == *marker)
}

fn is_dismissed(marker: &Element) -> bool {
    DISMISSED.with(|dismissed| dismissed.borrow().as_ref().is_some_and(|dismissed| dismissed.contains(Some(marker))))
}

fn forget() {
    DISMISSED.with(|dismissed| dismissed.borrow_mut().take());
}

fn is_open(such: impl Fn(&Open) -> bool) -> bool {
    OPEN.with(|open| open.borrow().as_ref().is_some_and(such))
}

fn element() -> Option<HtmlElement> {
    let element = match document().get_element_by_id(ID) {
        Some(element) => element,
        None => {
            let element = elements::append("div")?;
            element.set_id(ID);
            set(&element, "role", Some("dialog"));
            set(&element, "tabindex", Some("-1"));
            set(&element, "popover", Some("manual"));
            element
        }
    };
    element.dyn_into().ok()
}

/// Keeps it beside its marker when the viewport changes.
pub(crate) fn follow_size() {
    let handle = window_event_listener_untyped("resize", |_| {
        let marker = OPEN.with(|open| open.borrow().as_ref().map(|open| open.marker.clone()));
        let marker = marker.filter(|_| charge::is_mine());
        if let (Some(marker), Some(element)) = (marker, element()) {
            beside::put(&element, &marker);
        }
    });
    std::mem::forget(handle);
}
