//! A section: its finding, its charts, and the figures that no chart draws.

use leptos::prelude::*;
use model::{Chart, Place, Section};
use statement::{Account, Message, isolated};

use crate::apart::words;
use crate::card::{self, Form};
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{band, picture, prose};

/// A dashboard with more figures folds each section below its band; the finding and the summary stay visible.
const LARGE: usize = 100;

/// A list with more figures than this shows the first ones and folds the others.
const LONG: usize = 12;
const FIRST: usize = 8;

/// A section of the page below its band.
pub(crate) fn section(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Still {
    // One number, one place: what a chart draws is no item of a list.
    let lines = band::figures(plot, section).into_iter().filter(|figure| plot.row_of(&figure.id).is_none());
    let lines: Vec<Still> = lines.map(|figure| card::card(plot, figure, Form::Line, setting)).collect();
    let anchor = Place::Section(&section.id).anchor();
    let body = if plot.dashboard.figures.len() > LARGE && !setting.is_frame() {
        let (charts, figures) = (section.charts.len(), section.figures.len());
        let all = view! { {self::charts(plot, section, setting)}{list(lines)} }.still();
        folded(format!("{anchor}-body"), plot.say(Message::Folded { charts, figures }), all)
    } else {
        view! { {self::charts(plot, section, setting)}{cut(plot, &anchor, lines, setting)} }.still()
    };
    view! {
        <section class="section" id=anchor data-section=section.id.clone() aria-label=name(plot, section)>
            {opening(plot, section)}
            <div class="body">{body}</div>
        </section>
    }
    .still()
}

/// The figures of a section as a list; nothing where there are none.
fn list(lines: Vec<Still>) -> Option<Still> {
    (!lines.is_empty()).then(|| view! { <ul class="figures">{lines}</ul> }.still())
}

/// The figures as a list; on the page, of a long list only the first ones, with the others folded.
fn cut(plot: &Account<'_>, anchor: &str, mut lines: Vec<Still>, setting: Setting<'_>) -> Option<Still> {
    if lines.len() <= LONG || setting.is_frame() {
        return list(lines);
    }
    let rest = lines.split_off(FIRST);
    let more = plot.say(Message::MoreFigures { count: rest.len() });
    Some(view! { {list(lines)}{folded(format!("{anchor}-rest"), more, list(rest).still())} }.still())
}

/// A part of the page that is folded behind a line.
fn folded(id: String, line: String, within: Still) -> Still {
    view! { <details class="folded" id=id><summary>{words(&line)}</summary>{within}</details> }.still()
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

/// The title of a section, which its heading need not repeat.
pub(crate) fn name(plot: &Account<'_>, section: &Section) -> String {
    isolated(plot.text(&section.title)).into_owned()
}

/// The charts of a section, each with its finding unless that heads the section.
fn charts(plot: &Account<'_>, section: &Section, setting: Setting<'_>) -> Vec<Still> {
    let charts = section.charts.iter().filter_map(|id| plot.dashboard.chart(id));
    charts.map(|chart| placed(plot, chart, !is_headed_by(plot, section, chart), setting)).collect()
}

/// A chart within its section.
pub(crate) fn chart(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>) -> Still {
    let home = plot.dashboard.sections.iter().find(|section| section.charts.contains(&chart.id));
    let finds = !home.is_some_and(|home| is_headed_by(plot, home, chart));
    if setting.is_alone() { picture::picture(plot, chart, finds, setting) } else { placed(plot, chart, finds, setting) }
}

/// A chart, folded behind its title if the data says so.
fn placed(plot: &Account<'_>, chart: &Chart, finds: bool, setting: Setting<'_>) -> Still {
    let picture = picture::picture(plot, chart, finds, setting);
    // A frame of its own shows it unfolded.
    if !chart.folded || setting.is_alone() {
        return picture;
    }
    let id = format!("{}-fold", Place::Chart(&chart.id).anchor());
    folded(id, plot.text(&chart.title).to_owned(), picture)
}

/// The heading and summary of a section: its own finding, that of its only chart, or else its title.
pub(crate) fn opening(plot: &Account<'_>, section: &Section) -> Still {
    let chart = heading(plot, section);
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

/// The chart whose finding is the heading of a section: its only unfolded one, if the section has no finding of its own.
fn heading<'a>(plot: &Account<'a>, section: &Section) -> Option<&'a Chart> {
    let mut charts = section.charts.iter().filter_map(|id| plot.dashboard.chart(id)).filter(|chart| !chart.folded);
    let first = charts.next().filter(|_| section.finding.is_none());
    if charts.next().is_some() { None } else { first }
}

fn is_headed_by(plot: &Account<'_>, section: &Section, chart: &Chart) -> bool {
    heading(plot, section).is_some_and(|heading| heading.id == chart.id)
}
