//! A printed figure: the number, what it is of, who says so, and how each article words it.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Figure, Origin, Place};

use crate::{formula, marker, prose, takeaway, wording};

/// A figure as an item of a list. `files`: whether there is a file that says how to cite it.
pub(crate) fn card(plot: &Plot<'_>, figure: &Figure, files: bool) -> AnyView {
    let language = plot.language;
    let phrase = language.value(&figure.value, &figure.unit);
    let qualifier =
        (!phrase.qualifier.is_empty()).then(|| view! { <span class="qualifier">{phrase.qualifier.clone()}" "</span> });
    let unit = (!phrase.unit.is_empty()).then(|| view! { <span class="unit">" "{phrase.unit.clone()}</span> });
    let computed = match &figure.origin {
        Origin::Derived(formula) => Some(formula::formula(plot, formula)),
        Origin::Reported(_) => None,
    };
    let markers = computed.is_none().then(|| marker::markers(plot, &figure.id));
    let note = figure.note.as_ref().map(|note| view! { <p class="note">{prose::prose(plot, note)}</p> });
    // Of one passage alone the note says all.
    let several = figure.citations().count() > 1;
    let wordings = several.then(|| wording::wordings(plot, figure.citations(), Some(&figure.unit)));
    view! {
        <li class="figure" id=Place::Figure(&figure.id).anchor() data-figure=figure.id.clone()>
            <p class="number">{qualifier}<span class="quantity">{phrase.quantity.clone()}</span>{unit}{markers}</p>
            <p class="label">{figure.label.in_language(language.tag()).to_owned()}</p>
            {computed}
            {note}
            {provenance(plot, figure, files)}
            {wordings}
        </li>
    }
    .into_any()
}

/// How it is known, who says so, as of when, and how many report it.
fn provenance(plot: &Plot<'_>, figure: &Figure, files: bool) -> AnyView {
    let language = plot.language;
    let tag = language.tag();
    let mut facts = Vec::new();
    if figure.is_derived() {
        facts.push(language.say(Message::Computed));
    }
    facts.extend(figure.basis.map(|basis| language.basis(basis).to_owned()));
    facts.extend(language.standing(plot.dashboard, figure));
    facts.extend(figure.said_by.as_ref().map(|who| language.say(Message::SaidBy { who: who.in_language(tag) })));
    facts.extend(figure.as_of.as_ref().map(|date| language.say(Message::AsOf { date: &language.date(date) })));
    if !figure.is_derived() {
        let markers = plot.footnotes.markers(&figure.id);
        facts.push(match markers.len() {
            1 => language.say(Message::FromOneArticle),
            articles => {
                let origins = plot.dashboard.origins(markers.iter().map(|marker| marker.source.id.as_str()));
                language.say(Message::FromArticles { articles, origins })
            }
        });
    }
    let facts: Vec<AnyView> = facts.into_iter().map(|fact| view! { <li>{fact}</li> }.into_any()).collect();
    let cite = files.then(|| view! { <li>{takeaway::cite(plot, Place::Figure(&figure.id))}</li> });
    view! { <ul class="provenance">{facts}{cite}</ul> }.into_any()
}
