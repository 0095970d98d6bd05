//! Light or dark: the setting of the device, or of the address.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::address;
use crate::elements::{all, set};

const NAME: &str = "theme";

/// Sets the list to the value in the address; the page has these colours since before the first paint.
pub(crate) fn restore() {
    let chosen = address::choice(NAME).filter(|theme| matches!(theme.as_str(), "light" | "dark"));
    select(NAME, chosen.as_deref().unwrap_or_default());
}

/// Applies a choice.
pub(crate) fn choose(theme: Option<&str>) {
    address::choose(NAME, theme);
    if let Some(root) = document().document_element() {
        set(&root, "data-theme", theme);
    }
}

/// Sets a list of the tools to a value.
pub(super) fn select(name: &str, value: &str) {
    for element in all(&format!(".tools select[name={name}]")) {
        if let Ok(select) = element.dyn_into::<HtmlSelectElement>() {
            select.set_value(value);
        }
    }
}
