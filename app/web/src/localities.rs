//! The rows of the table of a map: a place, how precisely it is located, and a figure or event that names it.

use leptos::prelude::*;
use model::{Chart, Figure};
use statement::{Account, Locality, Message, basis};

use crate::apart::words;
use crate::row::{home, more};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{marker, prose};

/// A row for each figure and event, and for each place of which nothing else is said.
pub(super) fn rows(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>) -> Vec<Still> {
    let mut rows = Vec::new();
    for locality in plot.localities(chart) {
        let is_bare = locality.figures.is_empty() && locality.events.is_empty();
        let own = locality.places.first().filter(|(_, place)| is_bare || place.citations.is_some());
        if let Some((_, place)) = own.filter(|_| locality.places.len() == 1) {
            let said = plot.say(Message::NamedOnly);
            let marker = marker::marker(plot, &place.id);
            rows.push(
                view! { <tr data-row=place.id.clone()>{head(plot, &locality)}<td>{said}{marker}</td></tr> }.still(),
            );
        }
        rows.extend(locality.figures.iter().map(|figure| row(plot, chart, &locality, figure, setting)));
        rows.extend(locality.events.iter().map(|event| {
            let said = words(&plot.event(event));
            let marker = marker::marker(plot, &event.id);
            view! { <tr data-row=event.id.clone()>{head(plot, &locality)}<td>{said}{marker}</td></tr> }.still()
        }));
    }
    rows
}

fn row(plot: &Account<'_>, chart: &Chart, locality: &Locality<'_>, figure: &Figure, setting: Setting<'_>) -> Still {
    // The remark includes the status, and whether it is an allegation.
    let (phrase, _) = plot.stated(figure).into_parts();
    view! {
        <tr id=home(plot, chart, figure) data-row=figure.id.clone() data-basis=basis(figure)>
            {head(plot, locality)}
            <td>
                {words(&format!("{phrase} {}", plot.text(&figure.label)))}{marker::marker(plot, &figure.id)}
                {prose::remark(plot.remark(figure))}{more(plot, chart, figure, setting)}
            </td>
        </tr>
    }
    .still()
}

/// The names of the places, and their precision.
fn head(plot: &Account<'_>, locality: &Locality<'_>) -> Still {
    let place = |with: &dyn Fn(&model::Location) -> String| {
        let mut all: Vec<String> = Vec::new();
        for (_, place) in &locality.places {
            let words = with(place);
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all
    };
    let names = place(&|place| statement::isolated(plot.text(&place.name)).into_owned());
    let precision = place(&|place| plot.precision(place));
    view! { <th scope="row">{words(&names.join(", "))}</th><td>{precision.join(", ")}</td> }.still()
}
