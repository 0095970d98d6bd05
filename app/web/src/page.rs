//! The whole page, in reading order.

use leptos::prelude::*;
use model::{Dashboard, Day, Footnotes};
use statement::{Account, Language, Message};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{colophon, corrections, masthead, notes, section, takeaway};

/// A dashboard as a page. `printed` is the day, in words, of the edition that the files beside the page were made from,
/// where that is another one.
pub fn page(dashboard: &Dashboard, language: Language, printed: Option<&str>) -> Still {
    let footnotes = Footnotes::of(dashboard);
    let plot = Account { dashboard, footnotes: &footnotes, language, address: None };
    let setting = Setting::Page { files: printed.is_none() };
    view! {
        <a class="skip" href="#figures">{language.say(Message::SkipToFigures)}</a>
        {masthead::masthead(&plot, dashboard.updated, printed, setting)}
        <main id="figures" tabindex="-1">
            {evidence(&plot, setting)}
            {takeaway::section(&plot, printed)}
        </main>
        {colophon::colophon(&plot)}
    }
    .still()
}

/// The same without the furniture of the page, for a frame; `imprint` ends it.
pub(crate) fn within_frame(plot: &Account<'_>, day: Day, setting: Setting<'_>, imprint: Still) -> Still {
    view! {
        {masthead::masthead(plot, day, None, setting)}
        <main id="figures">{evidence(plot, setting)}</main>
        {imprint}
    }
    .still()
}

/// The figures and charts, and what they rest on.
fn evidence(plot: &Account<'_>, setting: Setting<'_>) -> Still {
    let sections: Vec<Still> = plot
        .dashboard
        .sections
        .iter()
        .enumerate()
        .map(|(index, part)| section::section(plot, part, index == 0, setting))
        .collect();
    view! { {sections}{notes::notes(plot, setting)}{corrections::corrections(plot, setting)} }.still()
}
