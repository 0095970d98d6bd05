//! The key: how numbers are drawn, how they are known, and what the footnote numbers mean. It is printed once, beside the
//! charts or, in narrow windows, folded before the first chart.

use chart::Sample;
use leptos::prelude::*;
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::tools;

/// The key of all charts and tiles; on the page itself with the list of articles to follow.
pub(crate) fn key(plot: &Account<'_>, setting: Setting<'_>) -> Still {
    let tools = (!setting.is_frame()).then(|| tools::follow(plot));
    view! { <aside class="rail" aria-label=plot.say(Message::Key)><div>{list(plot)}{tools}</div></aside> }.still()
}

/// The key alone.
pub(crate) fn list(plot: &Account<'_>) -> Still {
    let list = |title: Message<'_>, samples: Vec<Sample>| {
        let samples: Vec<Still> = samples.into_iter().map(sample).collect();
        (!samples.is_empty())
            .then(|| view! { <p class="heading">{plot.say(title)}</p><ul class="legend">{samples}</ul> })
    };
    view! {
        <details class="key" id="key">
            <summary>{plot.say(Message::Key)}</summary>
            <div>
                {list(Message::KeyForms, chart::key(plot))}
                {list(Message::KeyBases, chart::bases(plot))}
                <p class="heading">{plot.say(Message::KeyNumbers)}</p>
                <p>{plot.say(Message::KeyNumbersHint)}</p>
            </div>
        </details>
    }
    .still()
}

/// A form with its meaning.
pub(crate) fn sample(sample: Sample) -> Still {
    view! { <li><span inner_html=sample.picture></span>{words(&sample.words)}</li> }.still()
}
