//! The head of the page: what it is about, as of when, and what is on it.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Date, Place};

use crate::still::{IntoStill, Still};
use crate::{prose, tools};

/// The title, the introduction and the contents.
pub(crate) fn masthead(plot: &Plot<'_>, printed: Option<&str>) -> Still {
    let (dashboard, language) = (plot.dashboard, plot.language);
    let tag = language.tag();
    let date = language.date(&Date::Day(dashboard.updated));
    let newer = printed.map(|printed| format!(". {}", language.say(Message::NewerThan { date: printed })));
    let entry = |id: &str, title: String| view! { <li><a href=format!("#{id}")>{title}</a></li> }.still();
    let mut contents: Vec<Still> = dashboard
        .sections
        .iter()
        .map(|section| entry(&Place::Section(&section.id).anchor(), section.title.in_language(tag).to_owned()))
        .collect();
    contents.push(entry("notes", language.say(Message::NotesShort)));
    contents.push(entry("download", language.say(Message::TakeAway)));
    view! {
        <header class="masthead">
            {tools::exit(plot)}
            <h1>{dashboard.title.in_language(tag).to_owned()}</h1>
            <p class="summary" id=Place::Summary.anchor()>{prose::prose(plot, &dashboard.summary)}</p>
            <p class="updated">{language.say(Message::Updated { date: &date })}{newer}</p>
            <nav aria-label=language.say(Message::Sections)><ul>{contents}</ul></nav>
            {tools::tools(plot)}
        </header>
    }
    .still()
}
