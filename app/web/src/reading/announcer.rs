//! The live region: what changed, said to those who do not see it change.

use leptos::prelude::document;

use crate::elements::{self, set};

const ID: &str = "announcer";

/// Puts it into the page, empty: what is in it when it appears is not read out.
pub(crate) fn appear() {
    if let Some(element) = elements::append("p") {
        element.set_id(ID);
        set(&element, "role", Some("status"));
    }
}

/// Says something.
pub(crate) fn say(words: &str) {
    if let Some(element) = document().get_element_by_id(ID) {
        element.set_text_content(Some(words));
    }
}
