//! The folded facts of a figure: its note, its time, the wording of each article, and its files. The handle, which is always
//! visible, says how many articles report it, and how many of them are origins.

use leptos::prelude::*;
use model::{Figure, Place};
use statement::{Account, Fact, Topic};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{prose, provenance, takeaway, wording};

/// What is printed beside the fold already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The short label, the basis and the speaker.
    Tile,
    /// The label, the basis and the speaker.
    Card,
    /// The label, the date and the speaker.
    Row,
}

/// The maximum of articles that are drawn as dots.
const DOTS: usize = 9;

/// The fold with its handle.
pub(crate) fn fold(plot: &Account<'_>, figure: &Figure, beside: Beside, setting: Setting<'_>) -> Still {
    let id = format!("{}-more", Place::Figure(&figure.id).anchor());
    view! {
        <details class="fold" id=id>
            <summary>{meter(plot, figure)}</summary>
            {content(plot, figure, beside, setting)}
        </details>
    }
    .still()
}

/// How many articles report a figure: a full dot for each origin, an empty one for each article that repeats another.
fn meter(plot: &Account<'_>, figure: &Figure) -> Option<Still> {
    let pill = plot.pill(&figure.id, "")?;
    let count = |repeats: bool| pill.numbers.iter().filter(|number| number.repeats == repeats).count();
    let dots = (pill.more == 0 && pill.numbers.len() <= DOTS)
        .then(|| view! { <span aria-hidden="true">{"●".repeat(count(false))}{"○".repeat(count(true))}" "</span> });
    let single = plot.dashboard.rests_on_one(&figure.id).then_some("");
    Some(view! { <span class="meter" data-single=single>{dots}{words(&plot.support(figure))}</span> }.still())
}

/// The same content without the fold.
pub(crate) fn content(plot: &Account<'_>, figure: &Figure, beside: Beside, setting: Setting<'_>) -> Still {
    let label = (beside == Beside::Tile).then(|| view! { <p>{words(&plot.told(figure))}</p> });
    let note = figure.note.as_ref().map(|note| view! { <p class="note">{prose::prose(plot, note)}</p> });
    let facts = facts(plot, figure, beside, setting);
    let facts = (!facts.is_empty()).then(|| view! { <ul class="provenance">{facts}</ul> });
    let wordings = (!figure.is_derived()).then(|| wording::wordings(plot, &figure.id));
    view! { <div class="more">{label}{note}{facts}{wordings}</div> }.still()
}

/// The facts that are not printed beside it, and the links to its files.
fn facts(plot: &Account<'_>, figure: &Figure, beside: Beside, setting: Setting<'_>) -> Vec<Still> {
    let is_new = |fact: &Fact| match fact.topic {
        Topic::Basis(_) => beside == Beside::Row,
        Topic::AsOf => beside != Beside::Row,
        Topic::Expected => true,
        Topic::Reports { .. } => setting.is_alone(),
        // Printed beside the number.
        Topic::Later => beside == Beside::Row,
        Topic::Computed | Topic::Speaker | Topic::Standing | Topic::Corrected => false,
    };
    let facts = plot.facts(figure).into_iter().filter(is_new);
    let mut facts: Vec<Still> =
        facts.map(|fact| view! { <li>{provenance::view(plot, fact, figure, setting)}</li> }.still()).collect();
    if setting.has_files() {
        let place = Place::Figure(&figure.id);
        let slide = (beside == Beside::Tile).then(|| takeaway::slide(plot, &place.anchor()));
        facts.push(
            view! { <li class="take">{slide}{takeaway::cite(plot, place)}" "{takeaway::embed(plot, place)}</li> }
                .still(),
        );
    }
    facts
}
