//! A chart on the page: its point, its picture in two widths, how to read it, and the same figures as a table.

use chart::{Frame, Plot, Sample, legend};
use leptos::prelude::*;
use model::{Chart, Place};

use crate::{prose, table, takeaway};

/// A chart as a figure. `files`: whether there are files of it to take away.
pub(crate) fn picture(plot: &Plot<'_>, chart: &Chart, files: bool) -> AnyView {
    let anchor = Place::Chart(&chart.id).anchor();
    let heading = format!("{anchor}-title");
    let named_by = heading.clone();
    let frames: Vec<AnyView> = Frame::ALL
        .into_iter()
        .map(|frame| {
            let scene = plot.scene(chart, frame);
            // Both texts are written by the chart crate, which escapes everything that comes from the data.
            let pictures = format!("{}{}", scene.picture(), scene.markers());
            view! { <div class="frame" data-frame=frame.name() inner_html=pictures></div> }.into_any()
        })
        .collect();
    let samples: Vec<AnyView> = legend(plot, chart).into_iter().map(sample).collect();
    let samples = (!samples.is_empty()).then(|| view! { <ul class="legend">{samples}</ul> });
    view! {
        <figure class="chart" id=anchor data-chart=chart.id.clone() data-kind=kind(chart) aria-labelledby=named_by>
            <h3 id=heading>{chart.title.in_language(plot.language.tag()).to_owned()}</h3>
            <p class="finding">{prose::prose(plot, &chart.finding)}</p>
            <div class="frames">{frames}</div>
            {samples}
            {table::table(plot, chart)}
            {files.then(|| takeaway::chart(plot, chart))}
        </figure>
    }
    .into_any()
}

fn kind(chart: &Chart) -> &'static str {
    match chart.kind {
        model::Kind::Bars(_) => "bars",
        model::Kind::Share(_) => "share",
        model::Kind::Timeline => "timeline",
        model::Kind::Range(_) => "range",
        model::Kind::Matrix => "matrix",
    }
}

fn sample(sample: Sample) -> AnyView {
    view! { <li><span inner_html=sample.picture></span>{sample.words}</li> }.into_any()
}
