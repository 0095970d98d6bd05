//! A chart on the page: its point, its picture in two widths, how to read it, and the same figures as a table.

use chart::{Frame, Sample, legend};
use leptos::prelude::*;
use model::{Chart, Kind, Place, Scale};
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{prose, table, takeaway};

/// A chart as a figure.
pub(crate) fn picture(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>) -> Still {
    let anchor = Place::Chart(&chart.id).anchor();
    let heading = format!("{anchor}-title");
    let named_by = heading.clone();
    let frames: Vec<Still> = Frame::ALL
        .into_iter()
        .map(|frame| {
            view! { <div class="frame" data-frame=frame.name() inner_html=layers(plot, chart, frame)></div> }.still()
        })
        .collect();
    let samples: Vec<Still> = legend(plot, chart).into_iter().map(sample).collect();
    let samples = (!samples.is_empty()).then(|| view! { <ul class="legend">{samples}</ul> });
    let title = view! { <h3 id=heading>{words(plot.text(&chart.title))}</h3> }.attr("aria-level", setting.level());
    view! {
        <figure class="chart" id=anchor data-chart=chart.id.clone() data-kind=kind(chart) aria-labelledby=named_by>
            {title}
            <p class="finding">{prose::prose(plot, &chart.finding)}</p>
            <div class="frames">{frames}</div>
            {samples}
            {switch(plot, chart)}
            {table::table(plot, chart)}
            {setting.has_files().then(|| takeaway::chart(plot, chart))}
        </figure>
    }
    .still()
}

/// The picture and its markers. The chart crate writes both, and escapes everything that comes from the data.
pub(crate) fn layers(plot: &Account<'_>, chart: &Chart, frame: Frame) -> String {
    let scene = chart::scene(plot, chart, frame);
    format!("{}{}", scene.picture(), scene.markers())
}

/// For a chart on a logarithmic scale: the way to see the same on a linear one.
fn switch(plot: &Account<'_>, chart: &Chart) -> Option<Still> {
    matches!(chart.kind, Kind::Bars(Scale::Log) | Kind::Range(Scale::Log)).then(|| {
        let linear = plot.language.say(Message::ToLinear);
        view! { <p class="switch"><button type="button" data-do="scale" disabled>{linear}</button></p> }.still()
    })
}

fn kind(chart: &Chart) -> &'static str {
    match chart.kind {
        Kind::Bars(_) => "bars",
        Kind::Share(_) => "share",
        Kind::Timeline => "timeline",
        Kind::Range(_) => "range",
        Kind::Matrix => "matrix",
    }
}

fn sample(sample: Sample) -> Still {
    view! { <li><span inner_html=sample.picture></span>{words(&sample.words)}</li> }.still()
}
