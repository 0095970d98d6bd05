//! The notes: each article once, with every passage that is cited, and a link back from each to its figure.

use leptos::prelude::*;
use model::{Citation, Note, Passage, Place, Source};
use statement::{Account, Article, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, tools};

/// The notes of the page, numbered in reading order.
pub(crate) fn notes(plot: &Account<'_>, setting: Setting<'_>) -> Still {
    let language = plot.language;
    let items: Vec<Still> = plot.footnotes.notes().iter().filter_map(|item| whole(plot, item, setting)).collect();
    view! {
        <section class="section" role="doc-endnotes" id="notes" aria-labelledby="notes-title">
            <div class="opening">
                <h2 id="notes-title">{language.say(Message::Notes)}</h2>
                <p class="summary">{language.say(Message::NotesIntro)}</p>
                {(!setting.is_frame()).then(|| tools::follow(plot))}
            </div>
            <div class="body"><ol class="notes">{items}</ol></div>
        </section>
    }
    .still()
}

/// The notes of one part of the page, with their numbers on the page, folded behind one line.
pub(crate) fn notes_of(plot: &Account<'_>, place: Place<'_>, setting: Setting<'_>) -> Still {
    let part = Part { setting, of: Some(place) };
    let notes = plot.footnotes.notes();
    let count = notes.iter().flat_map(|note| &note.passages).filter(|item| belongs(plot, place, item)).count();
    let items: Vec<Still> = notes.iter().filter_map(|item| note(plot, item, part)).collect();
    view! {
        <section class="section" role="doc-endnotes" id="notes" aria-label=plot.say(Message::NotesShort)>
            <details class="fold" id="notes-fold">
                <summary>{plot.say(Message::NotesAndPassages { count })}</summary>
                <ol class="notes">{items}</ol>
            </details>
        </section>
    }
    .still()
}

/// Whether a passage belongs to a place.
fn belongs(plot: &Account<'_>, place: Place<'_>, passage: &Passage<'_>) -> bool {
    passage.places.contains(&place) || rests(plot, place, passage) || in_a_row(plot, place, passage)
}

/// A note of the page.
pub(crate) fn whole(plot: &Account<'_>, item: &Note<'_>, setting: Setting<'_>) -> Option<Still> {
    note(plot, item, Part { setting, of: None })
}

/// The notes to show, and where.
#[derive(Clone, Copy)]
struct Part<'a> {
    setting: Setting<'a>,
    /// One part, or the whole page.
    of: Option<Place<'a>>,
}

/// A note; `None` if none of its passages belongs to the part.
fn note(plot: &Account<'_>, note: &Note<'_>, part: Part<'_>) -> Option<Still> {
    let Part { setting, of } = part;
    let language = plot.language;
    let source = note.source;
    let archive = source.archive_url.clone().map(|url| {
        view! { " "{link::away(setting, url, language.say(Message::ArchivedCopy))}"." }
    });
    let article = plot.article(source);
    let repeats = article.repeats.clone().map(|repeats| view! { <p class="repeats">{words(&repeats)}"."</p> });
    let is_shown = |passage: &&Passage<'_>| of.is_none_or(|place| belongs(plot, place, passage));
    let passages: Vec<Still> =
        note.passages.iter().filter(is_shown).map(|item| passage(plot, source, item, part)).collect();
    // A list with gaps prints its numbers itself, for screen readers too.
    let number = of.map(|_| note.number.to_string());
    let seen = number.clone();
    (!passages.is_empty()).then(|| {
        let count = passages.len();
        let passages = view! { <ul class="passages">{passages}</ul> }.still();
        // On the page the passages are folded; in excerpts and in print they are open.
        let passages = match (of, setting.is_frame()) {
            (None, false) => {
                let id = format!("{}-passages", source.note_anchor());
                let handle = language.say(Message::Passages { count });
                view! { <details class="fold" id=id><summary>{handle}</summary>{passages}</details> }.still()
            }
            _ => passages,
        };
        view! {
            <li id=source.note_anchor() data-source=source.id.clone() value=number>
                <p class="article" data-number=seen>{reference(&article, setting)}{archive}</p>
                {repeats}
                {passages}
            </li>
        }
        .still()
    })
}

/// Whether a figure rests on a passage, even if only a chart shows the figure.
fn rests(plot: &Account<'_>, place: Place<'_>, passage: &Passage<'_>) -> bool {
    match place {
        Place::Figure(id) => plot.dashboard.roots(id).into_iter().any(|(root, _)| root == passage.item),
        _ => false,
    }
}

/// Whether a passage belongs to the words of a figure whose place is the table of a chart, such as its note.
fn in_a_row(plot: &Account<'_>, place: Place<'_>, passage: &Passage<'_>) -> bool {
    let Place::Chart(chart) = place else { return false };
    let has_row = |id: &str| plot.row_of(id).is_some_and(|home| home.id == chart);
    passage.places.iter().any(|place| matches!(place, Place::Figure(id) if has_row(id)))
}

/// Author, title, outlet and date; an unknown title or date is named as unknown.
pub(crate) fn reference(article: &Article<'_>, setting: Setting<'_>) -> Still {
    let authors = (!article.authors.is_empty()).then(|| words(&format!("{}, ", article.authors.join(", "))));
    let title = article.title.clone();
    let title = match article.source.url.clone() {
        Some(url) => view! {
            {link::away(setting, url.clone(), title)}
            <span class="address">{words(&url)}</span>
        }
        .still(),
        None => words(&title),
    };
    let outlet = article.outlet.as_deref().map(|outlet| view! { ", "<cite>{words(outlet)}</cite> });
    view! { {authors}{title}{outlet}", "{words(&article.date)}"." }.still()
}

fn passage(plot: &Account<'_>, source: &Source, passage: &Passage<'_>, part: Part<'_>) -> Still {
    let quotes: Vec<Still> = passage.citations.iter().map(|citation| quote(source, citation, part.setting)).collect();
    view! {
        <li id=source.passage_anchor(passage.item)>
            <p class="subject">{subject(plot, passage, part)}</p>
            {quotes}
        </li>
    }
    .still()
}

/// The link back from a passage to its figure, or to the chart that shows the event.
fn subject(plot: &Account<'_>, passage: &Passage<'_>, part: Part<'_>) -> Still {
    let name = plot.name(passage.item).map(words);
    let home = match plot.dashboard.figure(passage.item) {
        Some(figure) => plot.dashboard.home(&figure.id),
        None => passage.places.iter().find(|place| matches!(place, Place::Chart(_))).copied(),
    };
    match part.of.or(home) {
        Some(place) => view! { <a role="doc-backlink" href=format!("#{}", place.anchor())>{name}</a> }.still(),
        None => name.still(),
    }
}

fn quote(source: &Source, citation: &Citation, setting: Setting<'_>) -> Still {
    let quote = match citation.link(source) {
        Some(address) => link::away(setting, address, citation.quote.clone()),
        None => words(&citation.quote),
    };
    view! { <p><q>{quote}</q></p> }.still()
}
