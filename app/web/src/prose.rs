//! A sentence with figures in it, each with its footnote markers.

use leptos::prelude::*;
use model::Prose;
use statement::direction::sound;
use statement::{Account, Word};

use crate::apart::words;
use crate::marker;
use crate::still::{IntoStill, Still};

/// The words, and the figures as printed from the data. A sentence that runs from right to left stands apart, and so does
/// each figure in it, whose number runs the other way.
pub(crate) fn prose(plot: &Account<'_>, prose: &Prose) -> Still {
    let sentence = plot.sentence(prose);
    let turns = sentence.turns();
    let words: Vec<Still> = sentence.0.into_iter().map(|word| one(plot, word, turns)).collect();
    if turns { view! { <bdi>{words}</bdi> }.still() } else { words.still() }
}

fn one(plot: &Account<'_>, word: Word<'_>, apart: bool) -> Still {
    match word {
        Word::Words(words) => sound(words).into_owned().still(),
        Word::Figure(figure, stated) => {
            let (phrase, standing) = stated.into_parts();
            view! {
                <span class="inline" data-figure=figure.id.clone() dir=apart.then_some("auto")>
                    {words(&phrase.to_string())}{marker::markers(plot, &figure.id)}{remark(standing)}
                </span>
            }
            .still()
        }
    }
}

/// What became of a figure, behind its number.
pub(crate) fn remark(standing: Option<String>) -> Option<Still> {
    standing.map(|standing| words(&format!(" ({standing})")))
}
