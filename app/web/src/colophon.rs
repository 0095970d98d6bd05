//! The foot of the page: the licence.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;

use crate::still::{IntoStill, Still};

/// The licence of the data.
pub(crate) fn colophon(plot: &Plot<'_>) -> Still {
    let language = plot.language;
    view! {
        <footer class="colophon">
            <p>{language.say(Message::Licence { licence: &plot.dashboard.license })}</p>
        </footer>
    }
    .still()
}
