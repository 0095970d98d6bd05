//! What the page shows while the data is loading.

use leptos::prelude::*;
use statement::{Language, Message};

use crate::still::{IntoStill, Still};

/// A line for eyes and screen readers.
pub fn loading(language: Language) -> Still {
    view! {
        <main class="message" aria-busy="true">
            <p role="status">{language.say(Message::Loading)}</p>
        </main>
    }
    .still()
}
