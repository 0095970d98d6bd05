//! A sentence with figures, each with its marker.

use leptos::prelude::*;
use model::{Figure, Prose};
use statement::direction::sound;
use statement::{Account, Stated, Word};

use crate::apart::{apart, words};
use crate::marker;
use crate::still::{IntoStill, Still};

/// The words, and the figures from the data. A right-to-left sentence is isolated, and so is each figure in it.
pub(crate) fn prose(plot: &Account<'_>, prose: &Prose) -> Still {
    let sentence = plot.sentence(prose);
    let turns = sentence.turns();
    let set_apart = |part: Still| if turns { apart(part) } else { part };
    let part = |word| match word {
        Word::Words(words) => sound(words).into_owned().still(),
        Word::Count(count) => count.still(),
        Word::Articles(cited, articles) => marker::articles(plot, cited, &articles).still(),
        Word::Figure(of, stated) => set_apart(figure(plot, of, stated)),
    };
    set_apart(sentence.0.into_iter().map(part).collect::<Vec<Still>>().still())
}

fn figure(plot: &Account<'_>, figure: &Figure, stated: Stated) -> Still {
    let (phrase, standing) = stated.into_parts();
    view! {
        <span class="inline" data-figure=figure.id.clone()>
            {words(&phrase.to_string())}{marker::marker(plot, &figure.id)}{remark(standing)}
        </span>
    }
    .still()
}

/// The status of a figure, after its number.
pub(crate) fn remark(standing: Option<String>) -> Option<Still> {
    standing.map(|standing| words(&format!(" ({standing})")))
}
