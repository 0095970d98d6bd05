//! How a computed figure follows from others, each with its own footnotes.

use chart::Plot;
use leptos::prelude::*;
use model::{Formula, Place};

use crate::marker;
use crate::still::{IntoStill, Still};

/// The formula in words and numbers.
pub(crate) fn formula(plot: &Plot<'_>, formula: &Formula) -> Still {
    let language = plot.language;
    let between = language.operation(formula.operation);
    let figures = formula.operands.iter().filter_map(|id| plot.dashboard.figure(id)).enumerate();
    let operands: Vec<Still> = figures
        .map(|(index, figure)| {
            let sign = (index > 0).then(|| format!(" {between} "));
            view! {
                {sign}
                <span class="operand">
                    <a href=format!("#{}", Place::Figure(&figure.id).anchor())>{plot.printed(figure)}</a>
                    {marker::markers(plot, &figure.id)}
                </span>
            }
            .still()
        })
        .collect();
    view! { <p class="formula">"= "{operands}</p> }.still()
}
