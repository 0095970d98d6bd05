//! Elements of the page: finding them, and saying something on them.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// All that fit a selector, in the order of the page.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(listed).unwrap_or_default()
}

/// All within an element that fit a selector.
pub(crate) fn within(element: &Element, selector: &str) -> Vec<Element> {
    element.query_selector_all(selector).map(listed).unwrap_or_default()
}

fn listed(found: web_sys::NodeList) -> Vec<Element> {
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The element that an event is about.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element, or the nearest around it, that fits a selector.
pub(crate) fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// Sets an attribute, or takes it away. The names are this program's own, so it cannot fail.
pub(crate) fn set(element: &Element, name: &str, value: Option<&str>) {
    let done = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
    debug_assert!(done.is_ok());
}

/// Gives an element the focus.
pub(crate) fn focus(element: &Element) {
    // What is SVG takes it by the same name.
    let focused = element.unchecked_ref::<HtmlElement>().focus();
    debug_assert!(focused.is_ok());
}

/// Whether it is laid out: what is not, has no box.
pub(crate) fn is_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// Where an element is in the window, in whole pixels: printing fractions would cost the page ten kilobytes.
pub(crate) struct Area {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) bottom: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Area {
    #[expect(clippy::cast_possible_truncation, reason = "no window has that many pixels")]
    pub(crate) fn of(element: &Element) -> Self {
        let area = element.get_bounding_client_rect();
        Self {
            left: area.left() as i32,
            top: area.top() as i32,
            bottom: area.bottom() as i32,
            width: area.width() as i32,
            height: area.height() as i32,
        }
    }
}

/// Sets the place of an element in what it is placed in.
pub(crate) fn place(element: &HtmlElement, left: i32, top: i32) {
    for (name, at) in [("left", left), ("top", top)] {
        let placed = element.style().set_property(name, &format!("{at}px"));
        debug_assert!(placed.is_ok());
    }
}
