//! A section: its heading, its figures, then its charts.

use leptos::prelude::*;
use model::{Place, Section};
use statement::Account;

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{card, picture, prose};

/// A section of the page; the leading one sets its figures large.
pub(crate) fn section(plot: &Account<'_>, section: &Section, leads: bool, setting: Setting<'_>) -> Still {
    let anchor = Place::Section(&section.id).anchor();
    let named_by = heading(section);
    let cards: Vec<Still> = section
        .figures
        .iter()
        .filter_map(|id| plot.dashboard.figure(id))
        .map(|figure| card::card(plot, figure, setting))
        .collect();
    let figures = (!cards.is_empty()).then(|| view! { <ul class="figures">{cards}</ul> });
    let charts: Vec<Still> = section
        .charts
        .iter()
        .filter_map(|id| plot.dashboard.chart(id))
        .map(|chart| picture::picture(plot, chart, setting))
        .collect();
    view! {
        <section class=if leads { "section lead" } else { "section" } id=anchor data-section=section.id.clone() aria-labelledby=named_by>
            {opening(plot, section)}
            <div class="body">
                {figures}
                {charts}
            </div>
        </section>
    }
    .still()
}

/// What a section is about.
pub(crate) fn opening(plot: &Account<'_>, section: &Section) -> Still {
    let summary =
        section.summary.as_ref().map(|summary| view! { <p class="summary">{prose::prose(plot, summary)}</p> });
    view! {
        <div class="opening">
            <h2 id=heading(section)>{words(plot.text(&section.title))}</h2>
            {summary}
        </div>
    }
    .still()
}

/// The `id` on the page of its title.
pub(crate) fn heading(section: &Section) -> String {
    format!("{}-title", Place::Section(&section.id).anchor())
}
