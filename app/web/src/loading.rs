//! While the data is on its way.

use leptos::prelude::*;
use statement::{Language, Message};

use crate::still::{IntoStill, Still};

/// A calm line that says so, to eyes and to screen readers.
pub fn loading(language: Language) -> Still {
    view! {
        <main class="message" aria-busy="true">
            <p role="status">{language.say(Message::Loading)}</p>
        </main>
    }
    .still()
}
