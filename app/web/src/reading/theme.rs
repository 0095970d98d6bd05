//! Light or dark: as the reader's device has it, or as the address says.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::address;
use crate::elements::{all, set};

const NAME: &str = "theme";

/// Shows on the switch what the address says; the page already follows it, since before it was painted.
pub(crate) fn restore() {
    let chosen = address::choice(NAME).filter(|theme| matches!(theme.as_str(), "light" | "dark"));
    select(NAME, chosen.as_deref().unwrap_or_default());
}

/// Follows a choice.
pub(crate) fn choose(theme: Option<&str>) {
    address::choose(NAME, theme);
    if let Some(root) = document().document_element() {
        set(&root, "data-theme", theme);
    }
}

/// Brings a switch of the tools to a value.
pub(super) fn select(name: &str, value: &str) {
    for element in all(&format!(".tools select[name={name}]")) {
        if let Ok(select) = element.dyn_into::<HtmlSelectElement>() {
            select.set_value(value);
        }
    }
}
