//! Elements of the page: finding, changing, replacing and listening to them.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, HtmlElement};

use crate::charge;
use crate::still::Still;

/// All that match a selector, in document order.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    document().query_selector_all(selector).map(listed).unwrap_or_default()
}

/// All within an element that match a selector.
pub(crate) fn within(element: &Element, selector: &str) -> Vec<Element> {
    element.query_selector_all(selector).map(listed).unwrap_or_default()
}

fn listed(found: web_sys::NodeList) -> Vec<Element> {
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The target of an event.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element or its nearest ancestor that matches a selector.
pub(crate) fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

/// Sets or removes an attribute. The names are constants of this program, so it cannot fail.
pub(crate) fn set(element: &Element, name: &str, value: Option<&str>) {
    let done = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
    debug_assert!(done.is_ok());
}

/// Gives an element the focus.
pub(crate) fn focus(element: &Element) {
    // SVG elements have a method of the same name.
    let focused = element.unchecked_ref::<HtmlElement>().focus();
    debug_assert!(focused.is_ok());
}

/// Whether it is laid out: otherwise it has no box.
pub(crate) fn is_shown(element: &Element) -> bool {
    element.get_client_rects().length() > 0
}

/// The place of an element in the viewport, in whole pixels: printing fractions would add ten kilobytes to the program.
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

/// Sets the place of an element within its containing block.
pub(crate) fn place(element: &HtmlElement, left: i32, top: i32) {
    for (name, at) in [("left", left), ("top", top)] {
        let placed = element.style().set_property(name, &format!("{at}px"));
        debug_assert!(placed.is_ok());
    }
}

/// Listens on the document from now on, while this program answers.
pub(crate) fn listen(name: &str, before: bool, answer: fn(&Event)) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if charge::is_mine() {
            answer(&event);
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_capture(before);
    let function = closure.as_ref().unchecked_ref();
    let listening =
        document().add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
    debug_assert!(listening.is_ok());
    closure.forget();
}

/// Replaces the content of an element in one step, so that no empty page is painted.
pub(crate) fn show(id: &str, view: Still) {
    let Some(old) = document().get_element_by_id(id) else { return };
    let Some(new) = old.clone_node().ok().and_then(|node| node.dyn_into::<Element>().ok()) else { return };
    view.put(&new);
    let replaced = old.replace_with_with_node_1(&new);
    debug_assert!(replaced.is_ok());
}

/// Whether a view would show what an element shows now: the same words, and links to the same places.
pub(crate) fn shows_the_same(view: Still) -> bool {
    let Some(old) = document().get_element_by_id("page") else { return false };
    let Some(new) = old.clone_node().ok().and_then(|node| node.dyn_into::<Element>().ok()) else { return false };
    view.put(&new);
    let links =
        |page: &Element| -> Vec<_> { within(page, "[href]").iter().map(|link| link.get_attribute("href")).collect() };
    // Printed as text, Leptos writes a space for an empty text, and nothing in the browser.
    let words = |page: &Element| page.text_content().unwrap_or_default().replace(' ', "");
    words(&new) == words(&old) && links(&new) == links(&old)
}

/// Appends an element to the page for good.
pub(crate) fn append(name: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    document().body()?.append_child(&element).ok()?;
    Some(element)
}
