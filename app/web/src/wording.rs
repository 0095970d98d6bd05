//! How each article words a figure or an event, side by side, with its own value or date where it gives another.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Citation, Unit};

/// A line for each citation. `unit` is that of a figure; an event has none.
pub(crate) fn wordings<'c>(
    plot: &Plot<'_>,
    citations: impl Iterator<Item = &'c Citation>,
    unit: Option<&Unit>,
) -> AnyView {
    let rows: Vec<AnyView> = citations.filter_map(|citation| row(plot, citation, unit)).collect();
    view! { <ul class="wordings">{rows}</ul> }.into_any()
}

fn row(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>) -> Option<AnyView> {
    let source = plot.dashboard.source(&citation.source)?;
    Some(
        view! { <li><span class="outlet">{source.short_name().to_owned()}</span>" "{words(plot, citation, unit)}</li> }
            .into_any(),
    )
}

/// What an article gives instead, where it differs, and its own words, or else the fragment.
fn words(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>) -> AnyView {
    let language = plot.language;
    let value = citation.value.zip(unit).map(|(value, unit)| language.value(&value, unit).to_string());
    let own = value.or_else(|| citation.date.as_ref().map(|date| language.date(date)));
    let own = own.map(|phrase| view! { <strong>{language.say(Message::Differs { phrase: &phrase })}</strong>": " });
    let wording = citation.wording.as_ref().map(|text| text.in_language(language.tag()).to_owned());
    let wording = wording.unwrap_or_else(|| format!("“{}”", citation.quote));
    view! { {own}{wording} }.into_any()
}
