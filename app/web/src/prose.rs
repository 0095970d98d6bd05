//! A sentence with figures in it, each with its footnote markers.

use chart::Plot;
use leptos::prelude::*;
use model::{Piece, Prose};

use crate::marker;
use crate::still::{IntoStill, Still};

/// The words, and the figures as printed from the data.
pub(crate) fn prose(plot: &Plot<'_>, prose: &Prose) -> Vec<Still> {
    prose.in_language(plot.language.tag()).iter().map(|piece| one(plot, piece)).collect()
}

fn one(plot: &Plot<'_>, piece: &Piece) -> Still {
    match piece {
        Piece::Words(words) => words.clone().still(),
        Piece::Figure(id) => plot
            .dashboard
            .figure(id)
            .map(|figure| {
                view! {
                    <span class="inline" data-figure=id.clone()>
                        {plot.printed(figure)}{marker::markers(plot, id)}
                    </span>
                }
                .still()
            })
            .still(),
    }
}
