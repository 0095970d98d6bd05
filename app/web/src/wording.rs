//! The wordings of a figure or an event, article by article, with other values or dates and links to the passages.

use leptos::prelude::*;
use statement::{Account, Backing};

use crate::apart::words;
use crate::still::{IntoStill, Still};

/// A line for each citation of a reported figure or an event.
pub(crate) fn wordings(plot: &Account<'_>, item: &str) -> Still {
    let rows: Vec<Still> = plot.backing(item).iter().map(|evidence| row(plot, evidence)).collect();
    view! { <ul class="wordings">{rows}</ul> }.still()
}

/// The other value or date of an article, and its own words, or else the quote.
fn row(plot: &Account<'_>, evidence: &Backing<'_>) -> Still {
    let own = plot.difference(evidence).map(|own| view! { <strong>{words(&own)}</strong>": " });
    let citation = evidence.citation;
    let wording = citation.wording.as_ref().map(|wording| plot.text(wording).to_owned());
    let wording = wording.unwrap_or_else(|| evidence.quoted());
    let passage = format!("#{}", evidence.source.passage_anchor(evidence.item));
    view! {
        <li><a class="outlet" href=passage>{words(&plot.brief(evidence.source))}</a>" "{own}{words(&wording)}</li>
    }
    .still()
}
