//! The foot of the page: the licence.

use leptos::prelude::*;
use statement::{Account, Message};

use crate::still::{IntoStill, Still};

/// The licence of the data.
pub(crate) fn colophon(plot: &Account<'_>) -> Still {
    let language = plot.language;
    view! {
        <footer class="colophon">
            <p>{language.say(Message::Licence { licence: &plot.dashboard.license })}</p>
        </footer>
    }
    .still()
}
