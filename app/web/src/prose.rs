//! A sentence with figures in it, each with its footnote markers.

use chart::Plot;
use leptos::prelude::*;
use model::{Piece, Prose};

use crate::marker;

/// The words, and the figures as printed from the data.
pub(crate) fn prose(plot: &Plot<'_>, prose: &Prose) -> Vec<AnyView> {
    prose.in_language(plot.language.tag()).iter().map(|piece| one(plot, piece)).collect()
}

fn one(plot: &Plot<'_>, piece: &Piece) -> AnyView {
    match piece {
        Piece::Words(words) => words.clone().into_any(),
        Piece::Figure(id) => plot
            .dashboard
            .figure(id)
            .map(|figure| {
                view! {
                    <span class="inline" data-figure=id.clone()>
                        {plot.printed(figure)}{marker::markers(plot, id)}
                    </span>
                }
                .into_any()
            })
            .into_any(),
    }
}
