//! Switches a chart between logarithmic and linear scale.

use chart::{Frame, legend};
use model::Scale;
use statement::Message;
use web_sys::Element;

use super::{Shown, announcer, follow, tip};
use crate::elements::{around, set, within};
use crate::picture;

/// Marks a chart that is on the other scale.
const LINEAR: &str = "data-linear";

/// Draws the chart of a switch on the other scale.
pub(crate) fn switch(shown: &Shown, button: &Element) {
    let Some(figure) = around(button, "figure.chart") else { return };
    let Some(id) = figure.get_attribute("data-chart") else { return };
    let linear = !figure.has_attribute(LINEAR);
    tip::hide();
    let said = shown.plot(|plot| {
        let mut chart = plot.dashboard.chart(&id)?.clone();
        let scale = if linear { Scale::Linear } else { Scale::Log };
        chart.kind = chart.kind.with_scale(scale);
        for frame in Frame::PAGE {
            for element in within(&figure, &format!("[data-frame={}]", frame.name())) {
                element.set_inner_html(&picture::layers(plot, &chart, frame));
            }
        }
        // The caption describes the first scale only.
        for words in within(&figure, "figcaption .scale") {
            set(&words, "hidden", linear.then_some(""));
        }
        for list in within(&figure, "ul.legend") {
            // Both parts are written by the crates `chart` and `web`.
            let items: String = legend(plot, &chart)
                .into_iter()
                .map(|sample| format!("<li><span>{}</span>{}</li>", sample.picture, sample.words))
                .collect();
            list.set_inner_html(&items);
        }
        let (now, other) =
            if linear { (Message::NowLinear, Message::ToLog) } else { (Message::LegendLog, Message::ToLinear) };
        Some((plot.language.say(now), plot.language.say(other)))
    });
    let Some((now, other)) = said.flatten() else { return };
    set(&figure, LINEAR, linear.then_some(""));
    button.set_text_content(Some(&other));
    for note in within(&figure, ".switch span") {
        note.remove();
    }
    if let Some(note) = leptos::prelude::document().create_element("span").ok().filter(|_| linear) {
        note.set_text_content(Some(&now));
        let added = button.after_with_node_1(&note);
        debug_assert!(added.is_ok());
    }
    announcer::say(&now);
    follow::again(shown);
}
