//! The choices in the page's address, which is the only place where a reader's choices are kept.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

/// The value of a choice.
pub(crate) fn choice(name: &str) -> Option<String> {
    choices()?.get(name).filter(|value| !value.is_empty())
}

/// Whether a choice is in the address, even an empty one.
pub(crate) fn has(name: &str) -> bool {
    choices().is_some_and(|choices| choices.has(name))
}

/// Writes a choice into the address, or removes it, without a new history entry.
pub(crate) fn choose(name: &str, value: Option<&str>) {
    let Some(choices) = choices() else { return };
    match value {
        Some(value) => choices.set(name, value),
        None => choices.delete(name),
    }
    let location = window().location();
    let (path, hash) = (location.pathname().unwrap_or_default(), location.hash().unwrap_or_default());
    let query = String::from(choices.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    // The address of a page opened from a disk cannot be changed; the choice applies nevertheless.
    let _ = window().history().and_then(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{mark}{query}{hash}")))
    });
}

/// The whole address, as it is now.
pub(crate) fn whole() -> String {
    window().location().href().unwrap_or_default()
}

/// The address of a place in the page, without the choices. `page` is the address of the page, relative to here.
pub(crate) fn of_place(page: &str, anchor: &str) -> String {
    let whole = whole();
    let here = whole.split(['?', '#']).next().unwrap_or_default();
    let page = Url::new_with_base(page, here).map_or_else(|_| here.to_owned(), |page| page.href());
    format!("{page}#{anchor}")
}

fn choices() -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()
}
