//! The public record of corrected figures, where there are any.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Correction, Place};

use crate::link;
use crate::still::{IntoStill, Still};

/// The log, newest as the file has it; nothing while nothing was corrected.
pub(crate) fn corrections(plot: &Plot<'_>) -> Option<Still> {
    let entries: Vec<Still> = plot.dashboard.corrections.iter().filter_map(|item| correction(plot, item)).collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="section" id="corrections" aria-labelledby="corrections-title">
                <div class="opening"><h2 id="corrections-title">{plot.language.say(Message::Corrections)}</h2></div>
                <div class="body"><ul class="corrections">{entries}</ul></div>
            </section>
        }
        .still()
    })
}

fn correction(plot: &Plot<'_>, correction: &Correction) -> Option<Still> {
    let language = plot.language;
    let figure = plot.dashboard.figure(&correction.figure)?;
    let was = language.value(&correction.was, &figure.unit).to_string();
    let label = figure.name().in_language(language.tag());
    Some(
        view! {
            <li>
                {language.date(&correction.date)}": "
                {link::within(format!("#{}", Place::Figure(&figure.id).anchor()), language.say(Message::CorrectionOf { label, was: &was }))}
                ". "{correction.reason.in_language(language.tag()).to_owned()}
            </li>
        }
        .still(),
    )
}
