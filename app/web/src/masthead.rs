//! The head of the page: what it is about, as of when, and what is on it.

use leptos::prelude::*;
use model::{Day, Place};
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, prose, tools};

/// The title, the introduction, the day of the last change and, on the page itself, the contents and the tools.
pub(crate) fn masthead(plot: &Account<'_>, day: Day, printed: Option<&str>, setting: Setting<'_>) -> Still {
    let (dashboard, language) = (plot.dashboard, plot.language);
    let tag = language.tag();
    let other = printed.map(|printed| format!(". {}", language.say(Message::OtherThan { date: printed })));
    let entry = |id: &str, title: String| view! { <li>{link::within(format!("#{id}"), title)}</li> }.still();
    let mut contents: Vec<Still> = dashboard
        .sections
        .iter()
        .map(|section| entry(&Place::Section(&section.id).anchor(), section.title.in_language(tag).to_owned()))
        .collect();
    contents.push(entry("notes", language.say(Message::NotesShort)));
    contents.push(entry("download", language.say(Message::TakeAway)));
    let furniture = !setting.is_frame();
    let contents = furniture.then(
        || view! { <nav aria-label=language.say(Message::Sections)><ul>{contents}</ul></nav> {tools::tools(plot)} },
    );
    view! {
        <header class="masthead">
            {furniture.then(|| tools::exit(plot))}
            <h1>{words(plot.title())}</h1>
            <p class="summary" id=Place::Summary.anchor()>{prose::prose(plot, &dashboard.summary)}</p>
            <p class="updated">{plot.updated(day)}{other}</p>
            {contents}
        </header>
    }
    .still()
}
