//! What a reader has made of the page (where they are, what they opened, what has the focus), so that a newer
//! one can take its place under their eyes.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::elements::all;
use crate::reading::address;

/// What can have the focus without an id of its own.
const FOCUSABLE: &str = "a, button, input, summary, [tabindex]";

/// A reader's place and doings; each is found again by the `id` of an element.
pub(crate) struct Kept {
    /// The `<details>` that are open.
    open: Vec<String>,
    /// The nearest element with an id, and which of those in it that take the focus has it.
    focus: Option<(String, u32)>,
    /// The element nearest to the top edge of the window, and how far below that edge it begins, in pixels.
    place: Option<(String, f64)>,
}

impl Kept {
    /// Reads them off the page.
    pub(crate) fn of_page() -> Self {
        // The words that were typed into the search are kept in the address.
        if let Some(field) = all("#finder input").into_iter().next() {
            let typed = field.unchecked_ref::<HtmlInputElement>().value();
            if !typed.is_empty() {
                address::choose("find", Some(&typed));
            }
        }
        let open = all("#page details[open][id]").iter().map(Element::id).collect();
        Self { open, focus: focus(), place: place() }
    }

    /// Restores them on the page that took its place, and goes to what its address names.
    pub(crate) fn give_back(self) {
        for details in self.open.iter().filter_map(|id| document().get_element_by_id(id)) {
            let opened = details.set_attribute("open", "");
            debug_assert!(opened.is_ok());
        }
        // The browser looked for the place in the address when the page was another one, or not yet there.
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
