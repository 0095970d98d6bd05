//! A chart on the page: its caption, its picture in two widths, its articles, and its table.

use chart::{Frame, legend};
use leptos::prelude::*;
use model::{Chart, Kind, Place, Scale, Share, Value};
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{key, prose, table, takeaway};

/// A chart as a `<figure>`, with its finding above it unless the section's heading says it.
pub(crate) fn picture(plot: &Account<'_>, chart: &Chart, finds: bool, setting: Setting<'_>) -> Still {
    let anchor = Place::Chart(&chart.id).anchor();
    let title = format!("{anchor}-title");
    let named_by = title.clone();
    let frames: Vec<Still> = Frame::PAGE
        .into_iter()
        .map(|frame| {
            view! { <div class="frame" data-frame=frame.name() inner_html=layers(plot, chart, frame)></div> }.still()
        })
        .collect();
    // On a day on which its finding was not known, the title has taken its place, and is printed once.
    let finds = finds && plot.sentence(&chart.finding).to_string() != plot.text(&chart.title);
    let finding = finds.then(|| {
        view! { <h3 class="finding">{prose::prose(plot, &chart.finding)}</h3> }.attr("aria-level", setting.level())
    });
    // On the page the key is printed once, beside all charts.
    let samples = if setting.is_alone() { legend(plot, chart) } else { Vec::new() };
    let samples: Vec<Still> = samples.into_iter().map(key::sample).collect();
    let samples = (!samples.is_empty()).then(|| view! { <ul class="legend">{samples}</ul> });
    view! {
        <figure class="chart" id=anchor data-chart=chart.id.clone() data-kind=chart.kind.name() aria-labelledby=named_by>
            {finding}
            <figcaption id=title>{words(plot.text(&chart.title))}{scale(plot, chart)}</figcaption>
            {samples}
            <div class="frames">{frames}</div>
            <div class="below">
                {sources(plot, chart)}
                {switch(plot, chart)}
                {setting.has_files().then(|| takeaway::chart(plot, chart))}
            </div>
            {table::table(plot, chart, setting)}
        </figure>
    }
    .still()
}

/// The pictures with their markers. The crate `chart` writes them, and escapes everything from the data.
pub(crate) fn layers(plot: &Account<'_>, chart: &Chart, frame: Frame) -> String {
    let scene = chart::scene(plot, chart, frame);
    format!("{}{}", scene.picture(), scene.markers())
}

/// A remark on the scale that readers need before the chart.
fn scale(plot: &Account<'_>, chart: &Chart) -> Option<Still> {
    let words = match chart.kind {
        _ if is_logarithmic(chart) => plot.say(Message::LogScale),
        Kind::Share(Share::Dots(dot)) => {
            let unit = &plot.figures(chart).first()?.unit;
            plot.say(Message::LegendDot { amount: &plot.bare(&Value::exactly(dot), unit).to_string() })
        }
        Kind::Sums => plot.say(Message::NoScale),
        _ => return None,
    };
    Some(view! { " "<span class="scale">{words}</span> }.still())
}

/// The articles behind the chart, by number.
fn sources(plot: &Account<'_>, chart: &Chart) -> Still {
    let named = plot.articles(chart).into_iter().filter_map(|source| {
        let number = plot.footnotes.number(&source.id)?;
        Some(format!("{number}\u{a0}{}", plot.brief(source)))
    });
    let articles = named.collect::<Vec<_>>().join(", ");
    view! { <p class="sources">{words(&plot.say(Message::SourcesOf { articles: &articles }))}</p> }.still()
}

/// On a logarithmic scale: a button for the linear one.
fn switch(plot: &Account<'_>, chart: &Chart) -> Option<Still> {
    is_logarithmic(chart).then(|| {
        let linear = plot.language.say(Message::ToLinear);
        view! { <p class="switch"><button type="button" data-do="scale" disabled>{linear}</button></p> }.still()
    })
}

fn is_logarithmic(chart: &Chart) -> bool {
    chart.kind.scale() == Some(Scale::Log)
}
