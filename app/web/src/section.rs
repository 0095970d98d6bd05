//! A section: its heading, its figures, then its charts.

use chart::Plot;
use leptos::prelude::*;
use model::{Place, Section};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{card, picture, prose};

/// A section of the page; the leading one sets its figures large.
pub(crate) fn section(plot: &Plot<'_>, section: &Section, leads: bool, setting: Setting<'_>) -> Still {
    let tag = plot.language.tag();
    let anchor = Place::Section(&section.id).anchor();
    let heading = format!("{anchor}-title");
    let named_by = heading.clone();
    let summary =
        section.summary.as_ref().map(|summary| view! { <p class="summary">{prose::prose(plot, summary)}</p> });
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
            <div class="opening">
                <h2 id=heading>{section.title.in_language(tag).to_owned()}</h2>
                {summary}
            </div>
            <div class="body">
                {figures}
                {charts}
            </div>
        </section>
    }
    .still()
}
