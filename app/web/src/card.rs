//! A printed figure: the number, what it is of, who says so, and how each article words it.

use leptos::prelude::*;
use model::{Figure, Origin, Place};
use statement::Account;

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{formula, marker, prose, provenance, takeaway, wording};

/// The most letters that a leading number has in the largest type.
const LARGE: usize = 14;

/// A figure as an item of a list.
pub(crate) fn card(plot: &Account<'_>, figure: &Figure, setting: Setting<'_>) -> Still {
    // What became of the figure is the first of the facts below that is set apart.
    let (phrase, _) = plot.stated(figure).into_parts();
    let (qualifier, quantity, unit) = phrase.into_parts();
    let qualifier = (!qualifier.is_empty()).then(|| view! { <span class="qualifier">{qualifier}" "</span> });
    let unit = (!unit.is_empty()).then(|| view! { <span class="unit">" "{words(&unit)}</span> });
    // A range or a word in many letters is set smaller where numbers are large.
    let long = (quantity.chars().count() > LARGE).then_some("");
    let computed = match &figure.origin {
        Origin::Derived(formula) => Some(formula::formula(plot, formula, setting)),
        Origin::Reported(_) => None,
    };
    let markers = computed.is_none().then(|| marker::markers(plot, &figure.id));
    let note = figure.note.as_ref().map(|note| view! { <p class="note">{prose::prose(plot, note)}</p> });
    // Of one passage without a value of its own the note says all.
    let several = figure.citations().count() > 1 || figure.citations().any(|citation| citation.value.is_some());
    let wordings = several.then(|| wording::wordings(plot, &figure.id));
    view! {
        <li class="figure" id=Place::Figure(&figure.id).anchor() data-figure=figure.id.clone()>
            <p class="number" data-long=long>{qualifier}<span class="quantity">{quantity}</span>{unit}{markers}</p>
            <p class="label">{words(plot.text(&figure.label))}</p>
            {computed}
            {note}
            {facts(plot, figure, setting)}
            {wordings}
        </li>
    }
    .still()
}

fn facts(plot: &Account<'_>, figure: &Figure, setting: Setting<'_>) -> Still {
    let facts: Vec<Still> = plot
        .facts(figure)
        .into_iter()
        .map(|fact| {
            let form = provenance::form(&fact);
            view! { <li data-form=form>{provenance::view(plot, fact, figure, setting)}</li> }.still()
        })
        .collect();
    let place = Place::Figure(&figure.id);
    let own =
        setting.has_files().then(|| view! { <li>{takeaway::cite(plot, place)}" "{takeaway::embed(plot, place)}</li> });
    view! { <ul class="provenance">{facts}{own}</ul> }.still()
}
