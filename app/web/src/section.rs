//! A section: what it finds, its charts, and the figures that no chart draws.

use leptos::prelude::*;
use model::{Chart, Place, Section};
use statement::{Account, isolated};

use crate::apart::words;
use crate::card::{self, Form};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{band, picture, prose};

/// A section of the page below its band.
pub(crate) fn section(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Still {
    // One number, one place: what a chart draws is no item of a list.
    let lines = band::figures(plot, section).into_iter().filter(|figure| plot.row_of(&figure.id).is_none());
    let lines: Vec<Still> = lines.map(|figure| card::card(plot, figure, Form::Line, setting)).collect();
    let lines = (!lines.is_empty()).then(|| view! { <ul class="figures">{lines}</ul> });
    let anchor = Place::Section(&section.id).anchor();
    view! {
        <section class="section" id=anchor data-section=section.id.clone() aria-label=name(plot, section)>
            {opening(plot, section)}
            <div class="body">{charts(plot, section, setting)}{lines}</div>
        </section>
    }
    .still()
}

/// The charts of the first section, whose figures are the band above; nothing where it has none.
pub(crate) fn of_band(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Option<Still> {
    (!section.charts.is_empty()).then(|| {
        view! {
            <section class="section" aria-label=name(plot, section)>
                {opening(plot, section)}
                <div class="body">{charts(plot, section, setting)}</div>
            </section>
        }
        .still()
    })
}

/// The name of a section, which its heading need not say.
pub(crate) fn name(plot: &Account<'_>, section: &Section) -> String {
    isolated(plot.text(&section.title)).into_owned()
}

/// The charts of a section, each with its finding unless that heads the section.
fn charts(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Vec<Still> {
    let charts = section.charts.iter().filter_map(|id| plot.dashboard.chart(id));
    charts.map(|chart| picture::picture(plot, chart, !is_headed_by_chart(section), setting)).collect()
}

/// A chart as its section has it.
pub(crate) fn chart(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>) -> Still {
    let home = plot.dashboard.sections.iter().find(|section| section.charts.contains(&chart.id));
    picture::picture(plot, chart, !home.is_some_and(is_headed_by_chart), setting)
}

/// What a section finds, and a few words on it: its own finding, that of its only chart, or else its title.
pub(crate) fn opening(plot: &Account<'_>, section: &Section) -> Still {
    let chart = section.charts.first().filter(|_| is_headed_by_chart(section));
    let chart = chart.and_then(|id| plot.dashboard.chart(id));
    let headline = match section.finding.as_ref().or(chart.map(|chart| &chart.finding)) {
        Some(finding) => prose::prose(plot, finding),
        None => words(plot.text(&section.title)),
    };
    let summary =
        section.summary.as_ref().map(|summary| view! { <p class="summary">{prose::prose(plot, summary)}</p> });
    view! {
        <div class="opening" id=format!("{}-opening", Place::Section(&section.id).anchor())>
            <h2>{headline}</h2>
            {summary}
        </div>
    }
    .still()
}

/// Whether the finding of its only chart heads a section.
fn is_headed_by_chart(section: &Section) -> bool {
    section.finding.is_none() && section.charts.len() == 1
}
