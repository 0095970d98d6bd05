//! The notes: each article once, with every passage it is cited for and the way back to each place that uses it.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Citation, Date, Note, Passage, Place, Source};

use crate::still::{IntoStill, Still};

/// The notes, numbered in reading order.
pub(crate) fn notes(plot: &Plot<'_>) -> Still {
    let language = plot.language;
    let items: Vec<Still> = plot.footnotes.notes().iter().map(|item| note(plot, item)).collect();
    view! {
        <section class="section" role="doc-endnotes" id="notes" aria-labelledby="notes-title">
            <div class="opening">
                <h2 id="notes-title">{language.say(Message::Notes)}</h2>
                <p class="summary">{language.say(Message::NotesIntro)}</p>
            </div>
            <div class="body"><ol class="notes">{items}</ol></div>
        </section>
    }
    .still()
}

fn note(plot: &Plot<'_>, note: &Note<'_>) -> Still {
    let language = plot.language;
    let source = note.source;
    let archive = source.archive_url.clone().map(|url| {
        view! { " "<a href=url>{language.say(Message::ArchivedCopy)}</a>"." }
    });
    let origins: Vec<&str> =
        source.repeats.iter().filter_map(|id| plot.dashboard.source(id)).map(Source::short_name).collect();
    let repeats = (!origins.is_empty())
        .then(|| view! { <p class="repeats">{language.say(Message::Repeats { outlets: &origins.join(", ") })}"."</p> });
    let passages: Vec<Still> = note.passages.iter().map(|item| passage(plot, source, item)).collect();
    view! {
        <li id=source.note_anchor() data-source=source.id.clone()>
            <p class="article">{reference(plot, source)}{archive}</p>
            {repeats}
            <ul class="passages">{passages}</ul>
        </li>
    }
    .still()
}

/// Author, title, outlet, date: what is known of them, and plainly where the title or date is not.
fn reference(plot: &Plot<'_>, source: &Source) -> Still {
    let language = plot.language;
    let authors: Vec<String> = source
        .authors
        .iter()
        .map(|name| name.given.as_ref().map_or_else(|| name.family.clone(), |given| format!("{given} {}", name.family)))
        .collect();
    let authors = (!authors.is_empty()).then(|| format!("{}, ", authors.join(", ")));
    let title = match &source.title {
        Some(title) => format!("“{title}”"),
        None => language.say(Message::Untitled),
    };
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url.clone()>{title}</a> <span class="address">{url}</span> }.still(),
        None => title.still(),
    };
    let outlet = source.outlet.clone().map(|outlet| view! { ", "<cite>{outlet}</cite> });
    let date = match source.issued {
        Some(day) => language.date(&Date::Day(day)),
        None => language.say(Message::Undated),
    };
    view! { {authors}{title}{outlet}", "{date}"." }.still()
}

fn passage(plot: &Plot<'_>, source: &Source, passage: &Passage<'_>) -> Still {
    let tag = plot.language.tag();
    let subject = plot
        .dashboard
        .figure(passage.item)
        .map(|figure| figure.name())
        .or_else(|| plot.dashboard.event(passage.item).map(|event| &event.label))
        .map(|text| text.in_language(tag).to_owned());
    let quotes: Vec<Still> = passage.citations.iter().map(|citation| quote(source, citation)).collect();
    let places: Vec<Still> = passage.places.iter().map(|place| back(plot, place)).collect();
    let places =
        (!places.is_empty()).then(|| view! { <p class="uses">{plot.language.say(Message::UsedIn)}{places}</p> });
    view! {
        <li id=source.passage_anchor(passage.item)>
            <p class="subject">{subject}</p>
            {quotes}
            {places}
        </li>
    }
    .still()
}

fn quote(source: &Source, citation: &Citation) -> Still {
    let quote = citation.quote.clone();
    match citation.link(source) {
        Some(href) => view! { <p><q><a href=href>{quote}</a></q></p> }.still(),
        None => view! { <p><q>{quote}</q></p> }.still(),
    }
}

/// The way back to a place that uses a passage.
fn back(plot: &Plot<'_>, place: &Place<'_>) -> Still {
    let (dashboard, language) = (plot.dashboard, plot.language);
    let tag = language.tag();
    let name = match place {
        Place::Summary => Some(language.say(Message::BackToSummary)),
        Place::Section(id) => {
            let section = dashboard.sections.iter().find(|section| section.id == *id);
            section.map(|section| section.title.in_language(tag).to_owned())
        }
        Place::Figure(id) => dashboard
            .figure(id)
            .map(|figure| language.say(Message::FigurePlace { name: figure.name().in_language(tag) })),
        Place::Chart(id) => {
            dashboard.chart(id).map(|chart| language.say(Message::ChartPlace { title: chart.title.in_language(tag) }))
        }
    }
    .unwrap_or_default();
    view! { <a role="doc-backlink" href=format!("#{}", place.anchor())>{name}</a>" " }.still()
}
