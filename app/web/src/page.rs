//! The whole page, in reading order.

use chart::Plot;
use leptos::prelude::*;
use locale::{Language, Message};
use model::{Dashboard, Footnotes};

use crate::{colophon, corrections, masthead, notes, section};

/// A dashboard as a page.
pub fn page(dashboard: &Dashboard, language: Language) -> AnyView {
    let footnotes = Footnotes::of(dashboard);
    let plot = Plot { dashboard, footnotes: &footnotes, language };
    let sections: Vec<AnyView> =
        dashboard.sections.iter().enumerate().map(|(index, part)| section::section(&plot, part, index == 0)).collect();
    view! {
        <a class="skip" href="#figures">{language.say(Message::SkipToFigures)}</a>
        {masthead::masthead(&plot)}
        <main id="figures" tabindex="-1">
            {sections}
            {notes::notes(&plot)}
            {corrections::corrections(&plot)}
        </main>
        {colophon::colophon(&plot)}
    }
    .into_any()
}
