//! Footnote markers: the numbers behind a figure that lead to its passages.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Marker, Text};

/// The markers of a figure or event, one for each article.
pub(crate) fn markers(plot: &Plot<'_>, item: &str, what: &Text) -> AnyView {
    links(plot, plot.footnotes.markers(item), what)
}

/// These markers as links to their passages.
pub(crate) fn links(plot: &Plot<'_>, markers: Vec<Marker<'_>>, what: &Text) -> AnyView {
    let what = what.in_language(plot.language.tag());
    let links: Vec<AnyView> = markers
        .into_iter()
        .map(|marker| {
            let number = marker.number;
            let label = plot.language.say(Message::MarkerLabel { number, outlet: marker.source.short_name(), what });
            view! { <a role="doc-noteref" href=format!("#{}", marker.anchor) aria-label=label>{number}</a> }.into_any()
        })
        .collect();
    view! { <span class="noterefs">{links}</span> }.into_any()
}
