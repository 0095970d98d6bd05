//! The search: a field in the bar, and a panel below it with filters and results. The press prints the field alone; the
//! reader's program adds the panel.

use leptos::prelude::*;
use statement::{Account, Message};
#[cfg(target_arch = "wasm32")]
use statement::{Hit, basis};

#[cfg(target_arch = "wasm32")]
use crate::apart::words;
use crate::still::{IntoStill, Still};
#[cfg(target_arch = "wasm32")]
use crate::tools;

/// The field in the bar.
pub(crate) fn field(plot: &Account<'_>) -> Still {
    view! {
        <div class="finder tools" id="finder" role="search">
            <input type="search" name="find" aria-label=plot.say(Message::FindAll) placeholder=plot.say(Message::Find)
                autocomplete="off" spellcheck="false" aria-keyshortcuts="Control+/" disabled/>
        </div>
    }
    .still()
}

/// The panel: the filters, and the place of the results.
#[cfg(target_arch = "wasm32")]
pub(crate) fn panel(plot: &Account<'_>) -> Still {
    let mut bases: Vec<&str> = Vec::new();
    let mut units: Vec<&str> = Vec::new();
    for figure in &plot.dashboard.figures {
        add(&mut bases, basis(figure));
        add(&mut units, figure.unit.key());
    }
    let bases =
        bases.into_iter().map(|basis| tools::option(basis.to_owned(), plot.say(Message::LegendBasis { basis })));
    let units = units.into_iter().map(|unit| tools::option(unit.to_owned(), unit.to_owned()));
    view! {
        <p>
            {select(plot, "basis", Message::FilterBasis, bases.collect())}
            {select(plot, "article", Message::FilterArticle, tools::articles(plot))}
            {select(plot, "unit", Message::FilterUnit, units.collect())}
            {check(plot, "alone", Message::FilterAlone)}
            {check(plot, "differs", Message::FilterDiffers)}
            <button type="button" data-do="clear">{plot.say(Message::Clear)}</button>
        </p>
        <div id="hits"></div>
    }
    .still()
}

#[cfg(target_arch = "wasm32")]
fn add<'a>(list: &mut Vec<&'a str>, word: &'a str) {
    if !list.contains(&word) {
        list.push(word);
    }
}

#[cfg(target_arch = "wasm32")]
fn select(plot: &Account<'_>, name: &'static str, label: Message<'_>, options: Vec<Still>) -> Still {
    // With nothing chosen, the list shows its own name.
    let name_of_list = plot.say(label);
    let all = tools::option(String::new(), name_of_list.clone());
    view! { <select name=name aria-label=name_of_list>{all}{options}</select> }.still()
}

#[cfg(target_arch = "wasm32")]
fn check(plot: &Account<'_>, name: &'static str, label: Message<'_>) -> Still {
    view! { <label><input type="checkbox" name=name/>" "{plot.say(label)}</label> }.still()
}

/// The number of results and the first results, each as a link to its place.
#[cfg(target_arch = "wasm32")]
pub(crate) fn hits(count: String, hits: Vec<Hit>) -> Still {
    let hits: Vec<Still> = hits.into_iter().map(hit).collect();
    view! { <p>{count}</p><ul>{hits}</ul> }.still()
}

#[cfg(target_arch = "wasm32")]
fn hit(hit: Hit) -> Still {
    let numbers = hit.pill.map(|pill| {
        let numbers: Vec<String> = pill.numbers.iter().map(|number| number.number.to_string()).collect();
        // Screen readers find the numbers at the place itself, where the marker has a name.
        view! { " "<small aria-hidden="true">{numbers.join(" ")}</small> }.still()
    });
    let matched = hit.matched.map(|matched| view! { <span>{words(&matched)}</span> }.still());
    view! { <li><a href=format!("#{}", hit.anchor)><b>{words(&hit.lead)}</b>" "{words(&hit.name)}{numbers}{matched}</a></li> }
        .still()
}
