//! A sentence with figures in it, each with its footnote markers.

use leptos::prelude::*;
use model::Prose;
use statement::{Account, Word};

use crate::marker;
use crate::still::{IntoStill, Still};

/// The words, and the figures as printed from the data.
pub(crate) fn prose(plot: &Account<'_>, prose: &Prose) -> Vec<Still> {
    plot.sentence(prose).0.into_iter().map(|word| one(plot, word)).collect()
}

fn one(plot: &Account<'_>, word: Word<'_>) -> Still {
    match word {
        Word::Words(words) => words.to_owned().still(),
        Word::Figure(figure, stated) => {
            let (phrase, standing) = stated.into_parts();
            view! {
                <span class="inline" data-figure=figure.id.clone()>
                    {phrase.to_string()}{marker::markers(plot, &figure.id)}{remark(standing)}
                </span>
            }
            .still()
        }
    }
}

/// What became of a figure, behind its number.
pub(crate) fn remark(standing: Option<String>) -> Option<String> {
    standing.map(|standing| format!(" ({standing})"))
}
