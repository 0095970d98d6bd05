//! The window beside a marker, with the evidence for its number.
//!
//! It opens under a resting mouse or with the focus, and goes with them; a click, a tap or Enter pins it and
//! takes the focus in. Escape closes it and gives the focus back.

use std::any::Any;
use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::mount::mount_to;
use leptos::prelude::{document, set_timeout_with_handle};
use model::{Place, Source};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Shown, address, follow, pasteboard};
use crate::elements::{self, Area, all, around, set};
use crate::evidence::Evidence;

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

/// What is open.
struct Open {
    marker: Element,
    source: String,
    item: String,
    stay: Stay,
    /// Takes the view off when it is dropped.
    _view: Box<dyn Any>,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
    /// The marker that just got the focus back, which is no wish to see its evidence again.
    static GIVEN_BACK: RefCell<Option<Element>> = const { RefCell::new(None) };
    static TIMER: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

const ID: &str = "evidence";

/// A mouse on its way elsewhere opens nothing.
const REST: Duration = Duration::from_millis(150);

/// Long enough for the mouse to reach the window.
const GRACE: Duration = Duration::from_millis(300);

/// Opens the evidence that a marker leads to. Whether there is any.
pub(crate) fn open(shown: &Shown, marker: &Element, stay: Stay) -> bool {
    wait(None);
    let given_back = GIVEN_BACK.with(|given| given.borrow_mut().take());
    if stay == Stay::Focused && given_back.as_ref() == Some(marker) {
        return false;
    }
    let again = OPEN.with(|open| match open.borrow_mut().as_mut() {
        Some(open) if open.marker == *marker => {
            open.stay = if open.stay == Stay::Pinned { Stay::Pinned } else { stay };
            true
        }
        _ => false,
    });
    if !again {
        close(false);
        let Some(element) = element() else { return false };
        let anchor = marker.get_attribute("href").unwrap_or_default();
        let opened = shown.plot(|plot| {
            let passages = plot
                .footnotes
                .notes()
                .iter()
                .flat_map(|note| note.passages.iter().map(move |passage| (note.source, passage.item)));
            let found: Option<(&Source, &str)> = passages
                .into_iter()
                .find(|(source, item)| anchor.strip_prefix('#') == Some(&source.passage_anchor(item)));
            let (source, item) = found?;
            let evidence = Evidence { plot, source, item };
            set(&element, "aria-label", Some(&evidence.name()));
            let view = evidence.view();
            Some((source.id.clone(), item.to_owned(), mount_to(element.clone(), move || view)))
        });
        let Some((source, item, view)) = opened.flatten() else { return false };
        // Where the browser has no such windows, it is one by its place and style alone.
        let _ = element.show_popover();
        set(&element, "data-open", Some(""));
        set(marker, "data-open", Some(""));
        place(&element, marker);
        let open = Open { marker: marker.clone(), source, item, stay, _view: Box::new(view) };
        OPEN.with(|old| old.borrow_mut().replace(open));
    }
    if stay == Stay::Pinned
        && let Some(element) = element()
    {
        elements::focus(&element);
    }
    true
}

/// Closes it; `give_back`: the focus, if the window had it, to the marker.
pub(crate) fn close(give_back: bool) {
    wait(None);
    let Some(open) = OPEN.with(|open| open.borrow_mut().take()) else { return };
    let Some(element) = element() else { return };
    let had_focus = document().active_element().is_some_and(|active| element.contains(Some(&active)));
    set(&open.marker, "data-open", None);
    set(&element, "data-open", None);
    if give_back && had_focus {
        GIVEN_BACK.with(|given| given.borrow_mut().replace(open.marker.clone()));
        elements::focus(&open.marker);
    }
    let _ = element.hide_popover();
    drop(open);
    element.set_inner_html("");
}

/// The mouse came to a marker.
pub(crate) fn hover(marker: Element) {
    if is_open(|open| open.marker == marker || open.stay == Stay::Pinned) {
        return stay();
    }
    wait(Some((
        REST,
        Box::new(move || {
            super::with(|shown| open(shown, &marker, Stay::Hovered));
        }),
    )));
}

/// The mouse is where the window is wanted.
pub(crate) fn stay() {
    wait(None);
}

/// The mouse left a marker, or the window.
pub(crate) fn leave() {
    if is_open(|open| open.stay == Stay::Hovered) {
        wait(Some((GRACE, Box::new(|| close(false)))));
    } else {
        wait(None);
    }
}

/// Tab out of either end goes on from the marker, where the reader came from.
pub(crate) fn tabbed(from: &Element, backwards: bool) {
    let Some(window) = around(from, "#evidence") else { return };
    let stops = elements::within(&window, "a, button, textarea");
    let end = if backwards { stops.first() } else { stops.last() };
    let at_end = end == Some(from) || (backwards && from.id() == ID);
    if at_end {
        close(true);
    }
}

/// Copies the citation of what is open.
pub(crate) fn copy(shown: &Shown) {
    let Some(button) = all("#evidence [data-do=copy]").into_iter().next() else { return };
    let words = OPEN.with(|open| {
        let open = open.borrow();
        let open = open.as_ref()?;
        shown.plot(|plot| {
            let source = plot.dashboard.source(&open.source)?;
            // An event has no place of its own; its passage in the notes has one.
            let anchor = match plot.dashboard.figure(&open.item) {
                Some(figure) => Place::Figure(&figure.id).anchor(),
                None => source.passage_anchor(&open.item),
            };
            Some(Evidence { plot, source, item: &open.item }.citation(&address::of_place(&anchor)))
        })?
    });
    if let Some(words) = words {
        pasteboard::copy(shown, &button, &words);
    }
}

/// Follows the article whose evidence is open.
pub(crate) fn follow(shown: &Shown) {
    let source = OPEN.with(|open| open.borrow().as_ref().map(|open| open.source.clone()));
    close(true);
    follow::choose(shown, source.as_deref());
}

fn is_open(such: impl Fn(&Open) -> bool) -> bool {
    OPEN.with(|open| open.borrow().as_ref().is_some_and(such))
}

/// Puts something off, in the place of what was put off before.
fn wait(next: Option<(Duration, Box<dyn FnOnce()>)>) {
    let handle = next.and_then(|(time, then)| set_timeout_with_handle(then, time).ok());
    if let Some(old) = TIMER.with(|timer| std::mem::replace(&mut *timer.borrow_mut(), handle)) {
        old.clear();
    }
}

fn element() -> Option<HtmlElement> {
    let element = match document().get_element_by_id(ID) {
        Some(element) => element,
        None => {
            let element = super::append("div")?;
            element.set_id(ID);
            set(&element, "role", Some("dialog"));
            set(&element, "tabindex", Some("-1"));
            set(&element, "popover", Some("manual"));
            element
        }
    };
    element.dyn_into().ok()
}

/// Below the marker, or above it where there is no room; never beyond the edges of the window.
fn place(element: &HtmlElement, marker: &Element) {
    const EDGE: i32 = 8;
    let Some(root) = document().document_element() else { return };
    let (width, height) = (root.client_width(), root.client_height());
    let marker = Area::of(marker);
    let own = Area::of(element);
    let left = (marker.left - 2 * EDGE).min(width - own.width - 2 * EDGE).max(EDGE);
    let below = marker.bottom + EDGE / 2;
    let above = marker.top - own.height - EDGE / 2;
    let top = if below + own.height + EDGE <= height {
        below
    } else if above >= EDGE {
        above
    } else {
        (height - own.height - EDGE).max(EDGE)
    };
    let page = Area::of(&root);
    elements::place(element, left - page.left, top - page.top);
}
