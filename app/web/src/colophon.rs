//! The foot of the page: the licence.

use leptos::prelude::*;
use statement::Account;

use crate::apart::words;
use crate::still::{IntoStill, Still};

/// The licence of the data.
pub(crate) fn colophon(plot: &Account<'_>) -> Still {
    view! {
        <footer class="colophon">
            <p>{words(&plot.licence())}</p>
        </footer>
    }
    .still()
}
