//! The live region, which announces changes to screen readers.

use leptos::prelude::document;

use crate::elements::{self, set};

const ID: &str = "announcer";

/// Adds it empty, unless it is there: its first content would not be announced.
pub(crate) fn appear() {
    if document().get_element_by_id(ID).is_none()
        && let Some(element) = elements::append("p")
    {
        element.set_id(ID);
        set(&element, "role", Some("status"));
    }
}

/// Announces a text.
pub(crate) fn say(words: &str) {
    if let Some(element) = document().get_element_by_id(ID) {
        element.set_text_content(Some(words));
    }
}
