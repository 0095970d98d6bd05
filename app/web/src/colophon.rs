//! The foot of the page: the licence and the data itself.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;

/// The licence of the data and where to take it.
pub(crate) fn colophon(plot: &Plot<'_>) -> AnyView {
    let language = plot.language;
    view! {
        <footer class="colophon">
            <p>{language.say(Message::Licence { licence: &plot.dashboard.license })}</p>
            <p><a href="data/dashboard.json">{language.say(Message::DataFile)}</a></p>
        </footer>
    }
    .into_any()
}
