//! The whole page, in reading order.

use leptos::prelude::*;
use model::{Dashboard, Day, Footnotes};
use statement::{Account, Language, Message};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{band, colophon, corrections, horizon, key, masthead, notes, section, takeaway};

/// A dashboard as a page. `printed` is the day, in words, of the edition that the files beside the page belong to, if it is
/// another.
pub fn page(dashboard: &Dashboard, language: Language, printed: Option<&str>) -> Still {
    let footnotes = Footnotes::of(dashboard);
    let plot = Account { dashboard, footnotes: &footnotes, language, address: None };
    let setting = Setting::Page { files: printed.is_none() && dashboard.horizon.is_none() };
    let printed = other_day(&plot, printed);
    view! {
        <a class="skip" href="#figures">{language.say(Message::SkipToFigures)}</a>
        {horizon::notice(&plot)}
        {masthead::masthead(&plot, dashboard.updated, printed, setting)}
        {masthead::bar(&plot)}
        <main id="figures" tabindex="-1">{body(&plot, setting, Some(takeaway::section(&plot, printed)))}</main>
        {colophon::colophon(&plot)}
    }
    .still()
}

/// The day of the files beside the page, if it differs from that of the page.
pub(crate) fn other_day<'p>(plot: &Account<'_>, printed: Option<&'p str>) -> Option<&'p str> {
    printed.filter(|printed| *printed != plot.day(plot.dashboard.updated))
}

/// The same without bar, downloads and foot, for a frame; `imprint` ends it.
pub(crate) fn within_frame(plot: &Account<'_>, day: Day, setting: Setting<'_>, imprint: Still) -> Still {
    view! {
        {masthead::masthead(plot, day, None, setting)}
        <main id="figures">{body(plot, setting, None)}</main>
        {imprint}
    }
    .still()
}

/// The band; below it, beside the key, the other sections and the notes.
fn body(plot: &Account<'_>, setting: Setting<'_>, end: Option<Still>) -> Still {
    let sections = plot.dashboard.sections.as_slice();
    let (first, others) = match sections.split_first() {
        Some((first, others)) if !first.figures.is_empty() => (Some(first), others),
        // A first section without figures is printed like the others.
        _ => (None, sections),
    };
    let charts = first.and_then(|first| section::of_band(plot, first, setting));
    let sections: Vec<Still> = others.iter().map(|part| section::section(plot, part, setting)).collect();
    view! {
        {first.map(|first| band::band(plot, first, setting))}
        <div class="columns">
            {key::key(plot, setting)}
            <div class="flow">
                {charts}
                {sections}
                {notes::notes(plot, setting)}
                {corrections::corrections(plot, setting)}
                {end}
            </div>
        </div>
    }
    .still()
}
