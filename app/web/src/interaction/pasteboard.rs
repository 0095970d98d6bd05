//! Copies words to the clipboard.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use statement::Message;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use super::{Shown, announcer};
use crate::elements::{self, set};

/// How long the confirmation is shown.
const SEEN: Duration = Duration::from_secs(5);

/// Copies words and confirms it. If the browser refuses, the words are shown beside the button, selected.
///
/// Frames of other sites and pages without TLS are denied the asynchronous clipboard; `execCommand` works for them within a
/// click.
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
