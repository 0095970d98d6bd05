//! The head of the page: its title, introduction and freshness; and the bar below it.

use leptos::prelude::*;
use model::{Day, Place};
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{corrections, finder, link, prose, tools};

/// The title, the introduction and the state of the page. `printed` is the day of the edition that the files beside the page
/// belong to, if it is another.
pub(crate) fn masthead(plot: &Account<'_>, day: Day, printed: Option<&str>, setting: Setting<'_>) -> Still {
    let support = plot.dashboard.resting_on_one().next().map(|_| format!(" {}", plot.single_support()));
    view! {
        <header class="masthead">
            <h1>{words(plot.title())}</h1>
            <p class="summary" id=Place::Summary.anchor()>{prose::prose(plot, &plot.dashboard.summary)}{support}</p>
            {state(plot, day, printed, setting)}
        </header>
    }
    .still()
}

/// The dates of the newest article and the last change, the corrections, and where to report an error.
fn state(plot: &Account<'_>, day: Day, printed: Option<&str>, setting: Setting<'_>) -> Still {
    let newest = plot.newest_article().map_or_else(|| plot.say(Message::Undated), |source| plot.published(source));
    let other = printed.map(|printed| format!(". {}", plot.say(Message::OtherThan { date: printed })));
    // Not in frames: a frozen one shows one edition.
    let changed = match setting {
        Setting::Page { .. } => link::within("changes.html".into(), plot.day(day)),
        Setting::Frame { .. } => plot.day(day).still(),
    };
    let corrected = match plot.dashboard.corrections.len() {
        0 => plot.say(Message::NoneSoFar).still(),
        count => link::to(corrections::ID, count.to_string(), setting),
    };
    let report = report(plot, None).map(|report| view! { " · "{report} });
    view! {
        <dl class="state">
            <div><dt>{plot.say(Message::NewestArticle)}</dt><dd>{words(&newest)}</dd></div>
            <div><dt>{plot.say(Message::PageChanged)}</dt><dd class="updated">{changed}{other}</dd></div>
            <div><dt>{plot.say(Message::Corrections)}</dt><dd>{corrected}{report}</dd></div>
        </dl>
    }
    .still()
}

/// The link for reporting an error, in a figure or in general; `None` if the file names no contact.
pub(crate) fn report(plot: &Account<'_>, figure: Option<&str>) -> Option<Still> {
    let contact = plot.dashboard.contact.as_ref()?;
    Some(link::link(contact.link(&plot.dashboard.id, figure), plot.say(Message::ReportError), true))
}

/// The bar: contents, search field and exit.
pub(crate) fn bar(plot: &Account<'_>) -> Still {
    let entry = |id: &str, title: String| view! { <li>{link::within(format!("#{id}"), title)}</li> }.still();
    let sections = plot.dashboard.sections.iter();
    let mut contents: Vec<Still> = sections
        .map(|section| entry(&Place::Section(&section.id).anchor(), plot.text(&section.title).to_owned()))
        .collect();
    contents.push(entry("notes", plot.say(Message::NotesShort)));
    contents.push(entry("download", plot.say(Message::Download)));
    view! {
        <nav class="bar" aria-label=plot.say(Message::Sections)>
            <ul>{contents}</ul>
            {finder::field(plot)}
            {tools::exit(plot)}
        </nav>
    }
    .still()
}
