//! The whole page, in reading order.

use chart::Plot;
use leptos::prelude::*;
use locale::{Language, Message};
use model::{Dashboard, Footnotes};

use crate::still::{IntoStill, Still};
use crate::{colophon, corrections, masthead, notes, section, takeaway};

/// A dashboard as a page. `printed` is the day, in words, of the edition that the files beside the page were made from,
/// where that is another one.
pub fn page(dashboard: &Dashboard, language: Language, printed: Option<&str>) -> Still {
    let footnotes = Footnotes::of(dashboard);
    let plot = Plot { dashboard, footnotes: &footnotes, language };
    let sections: Vec<Still> = dashboard
        .sections
        .iter()
        .enumerate()
        .map(|(index, part)| section::section(&plot, part, index == 0, printed.is_none()))
        .collect();
    view! {
        <a class="skip" href="#figures">{language.say(Message::SkipToFigures)}</a>
        {masthead::masthead(&plot, printed)}
        <main id="figures" tabindex="-1">
            {sections}
            {notes::notes(&plot)}
            {corrections::corrections(&plot)}
            {takeaway::section(&plot, printed)}
        </main>
        {colophon::colophon(&plot)}
    }
    .still()
}
