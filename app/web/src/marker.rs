//! Footnote markers: the numbers behind a figure that lead to its passages.

use leptos::prelude::*;
use model::Marker;
use statement::{Account, Message};

use crate::still::{IntoStill, Still};

/// The markers of a figure or event, one for each article.
pub(crate) fn markers(plot: &Account<'_>, item: &str) -> Still {
    links(plot, plot.footnotes.markers(item))
}

/// These markers as links to their passages. What they are about stands beside them: the number in its sentence, row or card.
pub(crate) fn links(plot: &Account<'_>, markers: Vec<Marker<'_>>) -> Still {
    let links: Vec<Still> = markers
        .into_iter()
        .map(|marker| {
            let number = marker.number;
            let label = plot.language.say(Message::MarkerLabel { number, outlet: &plot.brief(marker.source) });
            view! { <a role="doc-noteref" href=format!("#{}", marker.anchor) aria-label=label>{number}</a> }.still()
        })
        .collect();
    view! { <span class="noterefs">{links}</span> }.still()
}
