//! The position of the evidence window beside its marker.

use leptos::prelude::{document, window};
use web_sys::{Element, HtmlElement};

use crate::elements::{self, Area};

/// Below the marker, or above it if there is more room; never over it, and never beyond the edges of the viewport.
pub(crate) fn put(element: &HtmlElement, marker: &Element) {
    const EDGE: i32 = 8;
    let Some(root) = document().document_element() else { return };
    let unlimited = element.style().remove_property("max-height");
    debug_assert!(unlimited.is_ok());
    let (width, height) = (root.client_width(), root.client_height());
    let marker = Area::of(marker);
    let own = Area::of(element);
    let left = (marker.left - 2 * EDGE).min(width - own.width - 2 * EDGE).max(EDGE);
    let (room_above, room_below) = (marker.top - 2 * EDGE, height - marker.bottom - 2 * EDGE);
    let below = own.height <= room_below || room_below >= room_above;
    let tall = own.height.min(if below { room_below } else { room_above });
    let limited = element.style().set_property("max-height", &format!("{tall}px"));
    debug_assert!(limited.is_ok());
    let top = if below { marker.bottom + EDGE } else { marker.top - EDGE - tall };
    // On small phones the style sheet puts it at the bottom of the viewport.
    if own.bottom >= height && own.width == width {
        let covered = marker.bottom + EDGE - own.top;
        if covered > 0 {
            window().scroll_by_with_x_and_y(0.0, covered.into());
        }
    }
    let page = Area::of(&root);
    elements::place(element, left - page.left, top - page.top);
}
