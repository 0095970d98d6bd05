//! The public record of corrected figures, if there are any.

use leptos::prelude::*;
use model::{Correction, Figure};
use statement::{Account, Message};

use crate::apart::words;
use crate::link;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};

/// The `id` on the page of the record.
pub(crate) const ID: &str = "corrections";

/// The `id` on the page of the last correction of a figure.
pub(crate) fn anchor(figure: &Figure) -> String {
    format!("correction-{}", figure.id)
}

/// The record in file order; `None` without corrections.
pub(crate) fn corrections(plot: &Account<'_>, setting: Setting<'_>) -> Option<Still> {
    let corrections = plot.dashboard.corrections.iter();
    let entries: Vec<Still> = corrections.filter_map(|item| correction(plot, item, setting)).collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="section" id=ID aria-labelledby="corrections-title">
                <div class="opening"><h2 id="corrections-title">{plot.language.say(Message::Corrections)}</h2></div>
                <div class="body"><ul class="corrections">{entries}</ul></div>
            </section>
        }
        .still()
    })
}

/// The old value, the current one, and the reason.
fn correction(plot: &Account<'_>, correction: &Correction, setting: Setting<'_>) -> Option<Still> {
    let language = plot.language;
    let figure = plot.dashboard.figure(&correction.figure)?;
    let last = plot.dashboard.last_correction(&figure.id);
    let id = last.is_some_and(|last| std::ptr::eq(last, correction)).then(|| anchor(figure));
    let was = plot.bare(&correction.was, &figure.unit).to_string();
    let now = plot.in_sentence(figure);
    let label = figure.name().in_language(language.tag());
    let change = language.say(Message::CorrectionOf { label, was: &was, now: &now });
    let change = link::to_figure(plot, figure, change, setting);
    Some(
        view! {
            <li id=id>
                {language.date(&correction.date)}": "{change}
                ". "{words(plot.text(&correction.reason))}
            </li>
        }
        .still(),
    )
}
