//! A link. It has a function of its own, since each form of an element that is written out anew costs the program as
//! much as a sentence.

use leptos::prelude::*;
use model::Figure;
use statement::Account;

use crate::apart;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};

/// A link to another place of the same page, or to a file beside it.
pub(crate) fn within(address: String, words: String) -> Still {
    link(address, words, false)
}

/// A link that leads away: out of a frame, into a window of its own.
pub(crate) fn away(setting: Setting<'_>, address: String, words: String) -> Still {
    link(address, words, setting.is_frame())
}

/// Words that lead to where the page shows a figure, or else to what an article says of it.
pub(crate) fn to_figure(plot: &Account<'_>, figure: &Figure, words: String, setting: Setting<'_>) -> Still {
    match plot.footnotes.home(&figure.id) {
        Some(anchor) => to(&anchor, words, setting),
        None => apart::words(&words),
    }
}

/// A link to a place of the page by its `id`.
pub(crate) fn to(anchor: &str, words: String, setting: Setting<'_>) -> Still {
    link(setting.address(anchor), words, setting.is_alone())
}

/// A link, and whether it opens a window of its own: a frame is too small for another page, and most pages refuse to
/// stand in one. The other page is told nothing, and given nothing.
pub(crate) fn link(address: String, words: String, opens: bool) -> Still {
    let (target, rel) = opens.then_some(("_blank", "noopener noreferrer")).unzip();
    view! { <a href=address target=target rel=rel>{apart::words(&words)}</a> }.still()
}
