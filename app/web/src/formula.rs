//! How a computed figure follows from others, each with its own footnotes.

use chart::Plot;
use leptos::prelude::*;
use model::Formula;

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, marker};

/// The formula in words and numbers.
pub(crate) fn formula(plot: &Plot<'_>, formula: &Formula, setting: Setting<'_>) -> Still {
    let language = plot.language;
    let between = language.operation(formula.operation);
    let figures = formula.operands.iter().filter_map(|id| plot.dashboard.figure(id)).enumerate();
    let operands: Vec<Still> = figures
        .map(|(index, figure)| {
            let sign = (index > 0).then(|| format!(" {between} "));
            view! {
                {sign}
                <span class="operand">
                    {link::to_figure(plot, figure, plot.printed(figure), setting)}
                    {marker::markers(plot, &figure.id)}
                </span>
            }
            .still()
        })
        .collect();
    view! { <p class="formula">"= "{operands}</p> }.still()
}
