//! How a computed figure follows from others, each with its own footnotes.

use chart::Plot;
use leptos::prelude::*;
use model::{Formula, Place};

use crate::marker;

/// The formula in words and numbers.
pub(crate) fn formula(plot: &Plot<'_>, formula: &Formula) -> AnyView {
    let language = plot.language;
    let between = language.operation(formula.operation);
    let figures = formula.operands.iter().filter_map(|id| plot.dashboard.figure(id)).enumerate();
    let operands: Vec<AnyView> = figures
        .map(|(index, figure)| {
            let sign = (index > 0).then(|| format!(" {between} "));
            view! {
                {sign}
                <span class="operand">
                    <a href=format!("#{}", Place::Figure(&figure.id).anchor())>{plot.printed(figure)}</a>
                    {marker::markers(plot, &figure.id)}
                </span>
            }
            .into_any()
        })
        .collect();
    view! { <p class="formula">"= "{operands}</p> }.into_any()
}
