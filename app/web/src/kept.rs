//! What a reader did on the page (scroll position, open details, focus), to be restored on a newer page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::elements::all;
use crate::interaction::address;

/// Elements that can have the focus without an id.
const FOCUSABLE: &str = "a, button, input, summary, [tabindex]";

/// A reader's state; each element is found again by an `id`.
pub(crate) struct Kept {
    /// The `<details>` that are open.
    open: Vec<String>,
    /// The nearest element with an id, and the index of the focused element among its focusable ones.
    focus: Option<(String, u32)>,
    /// The element nearest to the top of the viewport, and its distance from there, in pixels.
    place: Option<(String, f64)>,
}

impl Kept {
    /// Reads the state of the page.
    pub(crate) fn of_page() -> Self {
        // The words of the search are in the address.
        if let Some(field) = all("#finder input").into_iter().next() {
            let typed = field.unchecked_ref::<HtmlInputElement>().value();
            if !typed.is_empty() {
                address::choose("find", Some(&typed));
            }
        }
        let open = all("#page details[open][id]").iter().map(Element::id).collect();
        Self { open, focus: focus(), place: place() }
    }

    /// Restores the state, and scrolls to the place that the address names.
    pub(crate) fn give_back(self) {
        for details in self.open.iter().filter_map(|id| document().get_element_by_id(id)) {
            let opened = details.set_attribute("open", "");
            debug_assert!(opened.is_ok());
        }
        // The browser looked for that place before this page was there.
        let location = window().location();
        let hash = location.hash().unwrap_or_default();
        if hash.len() > 1 {
            let gone = location.replace(&hash);
            debug_assert!(gone.is_ok());
        }
        if let Some((id, index)) = self.focus {
            let home = document().get_element_by_id(&id);
            let found = home.as_ref().and_then(|home| home.query_selector_all(FOCUSABLE).ok()?.item(index));
            if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
                let focused = element.focus();
                debug_assert!(focused.is_ok());
            }
        }
        if let Some((id, top)) = self.place
            && let Some(element) = document().get_element_by_id(&id)
        {
            window().scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - top);
        }
    }
}

fn focus() -> Option<(String, u32)> {
    let active = document().active_element()?;
    let home = active.closest("#page [id]").ok()??;
    let others = home.query_selector_all(FOCUSABLE).ok()?;
    let node: &web_sys::Node = &active;
    let index = (0..others.length()).find(|index| others.item(*index).as_ref() == Some(node))?;
    Some((home.id(), index))
}

fn place() -> Option<(String, f64)> {
    let scrolled = window().scroll_y().is_ok_and(|top| top > 0.0);
    let mut nearest: Option<(String, f64)> = None;
    for element in all("#page [id]").into_iter().filter(|_| scrolled) {
        let frame = element.get_bounding_client_rect();
        let nearer = nearest.as_ref().is_none_or(|(_, top)| frame.top().abs() < top.abs());
        if frame.height() > 0.0 && nearer {
            nearest = Some((element.id(), frame.top()));
        }
    }
    nearest
}
