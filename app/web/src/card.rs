//! A printed figure: its basis and speaker, the number, its label, and how many articles report it. Everything else is
//! folded.

use leptos::prelude::*;
use model::{Figure, Origin, Place};
use statement::{Account, Message, Topic, basis};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{fold, formula, link, marker, provenance};

/// The maximum length of a number in the largest type.
const LARGE: usize = 11;

/// How a figure is set.
#[derive(Clone, Copy)]
pub(crate) enum Form<'a> {
    /// In the band, among these figures: with its short label and a small drawing.
    Tile(&'a [&'a Figure]),
    /// In a section: with its label.
    Line,
    /// Alone in a frame: with nothing folded.
    Alone,
}

/// A figure as an item of a list.
pub(crate) fn card(plot: &Account<'_>, figure: &Figure, form: Form<'_>, setting: Setting<'_>) -> Still {
    let (class, label, drawing) = match form {
        Form::Tile(band) => ("figure tile", figure.name(), Some(drawing(plot, figure, band))),
        Form::Line | Form::Alone => ("figure", &figure.label, None),
    };
    let computed = match (&figure.origin, form) {
        (Origin::Derived(formula), Form::Line | Form::Alone) => Some(formula::formula(plot, formula, setting)),
        _ => None,
    };
    let rest = match form {
        Form::Alone => fold::content(plot, figure, fold::Beside::Card, setting),
        Form::Line => fold::fold(plot, figure, fold::Beside::Card, setting),
        Form::Tile(_) => fold::fold(plot, figure, fold::Beside::Tile, setting),
    };
    view! {
        <li class=class id=Place::Figure(&figure.id).anchor() data-figure=figure.id.clone() data-basis=basis(figure)>
            {known(plot, figure)}
            {number(plot, figure)}
            <p class="label">
                {words(plot.text(label))}{standing(plot, figure, setting)}{later(plot, figure, setting)}{overdue(plot, figure)}
            </p>
            {computed}
            {drawing}
            {rest}
        </li>
    }
    .still()
}

/// The basis and the speaker of the figure.
fn known(plot: &Account<'_>, figure: &Figure) -> Still {
    let known = match figure.basis {
        _ if figure.is_derived() => plot.say(Message::Computed),
        Some(basis) => plot.language.basis(basis).to_owned(),
        None => plot.say(Message::Reported),
    };
    let who = figure.said_by.as_ref().map(|who| view! { " · "{words(plot.text(who))} });
    view! { <p class="basis"><b>{known}</b>{who}</p> }.still()
}

/// The number with its qualifier, its unit and its marker.
fn number(plot: &Account<'_>, figure: &Figure) -> Still {
    // The status is printed after the label.
    let (phrase, _) = plot.stated(figure).into_parts();
    let (qualifier, quantity, unit) = phrase.into_parts();
    let qualifier = (!qualifier.is_empty()).then(|| view! { <span class="qualifier">{qualifier}" "</span> });
    let unit = (!unit.is_empty()).then(|| view! { <span class="unit">" "{words(&unit)}</span> });
    // Long ranges and words are set smaller among large numbers.
    let long = (quantity.chars().count() > LARGE).then_some("");
    let marker = marker::marker(plot, &figure.id);
    view! { <p class="number" data-long=long>{qualifier}<span class="quantity">{quantity}</span>{unit}{marker}</p> }
        .still()
}

/// The status and correction of a figure, which are never folded.
pub(crate) fn standing(plot: &Account<'_>, figure: &Figure, setting: Setting<'_>) -> Vec<Still> {
    let told = plot.facts(figure).into_iter().filter(|fact| matches!(fact.topic, Topic::Standing | Topic::Corrected));
    told.map(|fact| view! { " "<span class="standing">{provenance::view(plot, fact, figure, setting)}</span> }.still())
        .collect()
}

/// The newest reading of what the figure measures, if it is newer.
fn later(plot: &Account<'_>, figure: &Figure, setting: Setting<'_>) -> Option<Still> {
    let (newest, words) = (plot.dashboard.later_reading(figure)?, plot.later(figure)?);
    let link = link::to_figure(plot, newest, plot.language.begin(words), setting);
    Some(view! { <span class="later">{link}{marker::marker(plot, &newest.id)}</span> }.still())
}

/// That no newer report is cited. A script shows it from the day on which one is missing, since that day passes while the page
/// stays as it is printed.
fn overdue(plot: &Account<'_>, figure: &Figure) -> Option<Still> {
    let (words, due) = plot.overdue(figure)?;
    let hidden = plot.dashboard.updated.last() <= due.last();
    Some(view! { <span class="later" data-due=due.to_string() hidden=hidden>{words}</span> }.still())
}

/// The small drawing, and what it is drawn in.
fn drawing(plot: &Account<'_>, figure: &Figure, band: &[&Figure]) -> Still {
    let chart::Tile { picture, words: worth, .. } = chart::tile(plot, figure, band);
    view! { <div class="drawing"><div inner_html=picture></div><p class="worth">{words(&worth)}</p></div> }.still()
}
