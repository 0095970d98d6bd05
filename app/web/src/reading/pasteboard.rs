//! Copying words for a reader, who may paste them elsewhere.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use statement::Message;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use super::{Shown, announcer};
use crate::elements::{self, set};

/// How long it is said that something was copied.
const SEEN: Duration = Duration::from_secs(5);

/// Copies words, and says so. Where the browser does not let a page copy, they are left beside the button, marked.
///
/// The clipboard has a newer way in, which frames of other pages and pages without TLS are denied; the old one is
/// open to whoever was clicked.
pub(crate) fn copy(shown: &Shown, button: &Element, words: &str) {
    let Some(field) = field(words) else { return };
    set(&field, "aria-label", Some(&shown.language.say(Message::CopyByHand)));
    let placed = button.after_with_node_1(&field);
    debug_assert!(placed.is_ok());
    field.select();
    let copied =
        document().dyn_into::<HtmlDocument>().is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
    if copied {
        field.remove();
        elements::focus(button);
    }
    announcer::say(&shown.language.say(if copied { Message::Copied } else { Message::CopyByHand }));
    if let Some(parent) = button.parent_element().filter(|_| copied) {
        set(&parent, "data-copied", Some(&shown.language.say(Message::Copied)));
        set_timeout(move || set(&parent, "data-copied", None), SEEN);
    }
}

fn field(words: &str) -> Option<HtmlTextAreaElement> {
    for old in elements::all("textarea.paste") {
        old.remove();
    }
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(words);
    field.set_read_only(true);
    field.set_class_name("paste");
    Some(field)
}
