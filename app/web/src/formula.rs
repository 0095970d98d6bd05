//! The formula of a computed figure. Its one marker has the articles of all operands.

use leptos::prelude::*;
use model::Formula;
use statement::{Account, Spelled};

use crate::link;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};

/// The formula in words and numbers.
pub(crate) fn formula(plot: &Account<'_>, formula: &Formula, setting: Setting<'_>) -> Still {
    let Spelled { between, operands } = plot.spelled(formula);
    let operands: Vec<Still> = operands
        .into_iter()
        .enumerate()
        .map(|(index, (figure, stated))| {
            let sign = (index > 0).then(|| format!(" {between} "));
            view! {
                {sign}
                <span class="operand">{link::to_figure(plot, figure, stated.to_string(), setting)}</span>
            }
            .still()
        })
        .collect();
    view! { <p class="formula">"= "{operands}</p> }.still()
}
