//! Links. They are made by one function, since each further element in a view macro adds as many bytes to the program as a
//! sentence.

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

/// A link to another site; from a frame it opens in a new window.
pub(crate) fn away(setting: Setting<'_>, address: String, words: String) -> Still {
    link(address, words, setting.is_frame())
}

/// A link to the place of a figure on the page, or else to its passage in the notes.
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

/// A link, and whether it opens a new window: a frame is too small for another page, and most pages refuse to be framed. The
/// other page gets no referrer and no access to this one.
pub(crate) fn link(address: String, words: String, opens: bool) -> Still {
    let (target, rel) = opens.then_some(("_blank", "noopener noreferrer")).unzip();
    view! { <a href=address target=target rel=rel>{apart::words(&words)}</a> }.still()
}
