//! The foot of the page: the licence, where to report an error, and the colours.

use leptos::prelude::*;
use statement::Account;

use crate::apart::words;
use crate::still::{IntoStill, Still};
use crate::{horizon, masthead, tools};

/// The foot of the page.
pub(crate) fn colophon(plot: &Account<'_>) -> Still {
    let report = masthead::report(plot, None).map(|report| view! { " · "{report} });
    view! {
        <footer class="colophon">
            <p>{words(&plot.licence())}{report}</p>
            {tools::colours(plot, horizon::days(plot))}
        </footer>
    }
    .still()
}
