//! How each article words a figure or an event, side by side, with its own value or date where it gives another.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Citation, Unit};

use crate::still::{IntoStill, Still};

/// A line for each citation. `unit` is that of a figure; an event has none.
pub(crate) fn wordings<'c>(
    plot: &Plot<'_>,
    citations: impl Iterator<Item = &'c Citation>,
    unit: Option<&Unit>,
) -> Still {
    let rows: Vec<Still> = citations.filter_map(|citation| row(plot, citation, unit)).collect();
    view! { <ul class="wordings">{rows}</ul> }.still()
}

fn row(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>) -> Option<Still> {
    let source = plot.dashboard.source(&citation.source)?;
    Some(
        view! { <li><span class="outlet">{source.short_name().to_owned()}</span>" "{words(plot, citation, unit)}</li> }
            .still(),
    )
}

/// What an article gives instead, where it differs, and its own words, or else the fragment.
fn words(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>) -> Still {
    let own = own(plot, citation, unit).map(|own| view! { <strong>{own}</strong>": " });
    let wording = citation.wording.as_ref().map(|text| text.in_language(plot.language.tag()).to_owned());
    let wording = wording.unwrap_or_else(|| format!("“{}”", citation.quote));
    view! { {own}{wording} }.still()
}

/// The value or date that an article gives instead, in words.
pub(crate) fn own(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>) -> Option<String> {
    let language = plot.language;
    let value = citation.value.zip(unit).map(|(value, unit)| language.value(&value, unit).to_string());
    let own = value.or_else(|| citation.date.as_ref().map(|date| language.date(date)))?;
    Some(language.say(Message::Differs { phrase: &own }))
}
