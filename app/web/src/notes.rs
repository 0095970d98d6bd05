//! The notes: each article once, with every passage it is cited for and the way back to each place that uses it.

use leptos::prelude::*;
use model::{Citation, Note, Passage, Place, Source};
use statement::{Account, Article, Message};

use crate::apart::words;
use crate::link;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};

/// The notes of the page, numbered in reading order.
pub(crate) fn notes(plot: &Account<'_>, setting: Setting<'_>) -> Still {
    let language = plot.language;
    let items: Vec<Still> = plot.footnotes.notes().iter().filter_map(|item| whole(plot, item, setting)).collect();
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

/// The notes of one place alone, each with the number that it has on the page.
pub(crate) fn notes_of(plot: &Account<'_>, place: Place<'_>, setting: Setting<'_>) -> Still {
    let part = Part { setting, of: Some(place) };
    let items: Vec<Still> = plot.footnotes.notes().iter().filter_map(|item| note(plot, item, part)).collect();
    view! {
        <section class="section" role="doc-endnotes" id="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">{plot.language.say(Message::NotesShort)}</h2>
            <ol class="notes">{items}</ol>
        </section>
    }
    .still()
}

/// A note of the page.
pub(crate) fn whole(plot: &Account<'_>, item: &Note<'_>, setting: Setting<'_>) -> Option<Still> {
    note(plot, item, Part { setting, of: None })
}

/// Which notes are shown, and where.
#[derive(Clone, Copy)]
struct Part<'a> {
    setting: Setting<'a>,
    /// One place alone, or the whole page.
    of: Option<Place<'a>>,
}

/// A note; nothing where none of its passages belongs to the part.
fn note(plot: &Account<'_>, note: &Note<'_>, part: Part<'_>) -> Option<Still> {
    let Part { setting, of } = part;
    let language = plot.language;
    let source = note.source;
    let archive = source.archive_url.clone().map(|url| {
        view! { " "{link::away(setting, url, language.say(Message::ArchivedCopy))}"." }
    });
    let article = plot.article(source);
    let repeats = article.repeats.clone().map(|repeats| view! { <p class="repeats">{words(&repeats)}"."</p> });
    let belongs =
        |passage: &&Passage<'_>| of.is_none_or(|place| passage.places.contains(&place) || rests(plot, place, passage));
    let passages: Vec<Still> =
        note.passages.iter().filter(belongs).map(|item| passage(plot, source, item, part)).collect();
    // A list that leaves notes out has to say their numbers: to who hears it, and to who sees it.
    let number = of.map(|_| note.number.to_string());
    let seen = number.clone();
    (!passages.is_empty()).then(|| {
        view! {
            <li id=source.note_anchor() data-source=source.id.clone() value=number>
                <p class="article" data-number=seen>{reference(&article, setting)}{archive}</p>
                {repeats}
                <ul class="passages">{passages}</ul>
            </li>
        }
        .still()
    })
}

/// Whether a figure rests on a passage, which is so also where only a chart shows it.
fn rests(plot: &Account<'_>, place: Place<'_>, passage: &Passage<'_>) -> bool {
    match place {
        Place::Figure(id) => plot.dashboard.roots(id).into_iter().any(|(root, _)| root == passage.item),
        _ => false,
    }
}

/// Author, title, outlet, date: what is known of them, and plainly where the title or date is not.
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
    let subject = plot.name(passage.item).map(words);
    let quotes: Vec<Still> = passage.citations.iter().map(|citation| quote(source, citation, part.setting)).collect();
    let shown = part.of.as_ref().map_or(passage.places.as_slice(), std::slice::from_ref);
    let places: Vec<Still> = shown.iter().map(|place| back(plot, place, part)).collect();
    let used = part.of.is_none().then(|| plot.language.say(Message::UsedIn));
    let places = (!places.is_empty()).then(|| view! { <p class="uses">{used}{places}</p> });
    view! {
        <li id=source.passage_anchor(passage.item)>
            <p class="subject">{subject}</p>
            {quotes}
            {places}
        </li>
    }
    .still()
}

fn quote(source: &Source, citation: &Citation, setting: Setting<'_>) -> Still {
    let quote = match citation.link(source) {
        Some(address) => link::away(setting, address, citation.quote.clone()),
        None => words(&citation.quote),
    };
    view! { <p><q>{quote}</q></p> }.still()
}

/// The way back to a place that uses a passage.
fn back(plot: &Account<'_>, place: &Place<'_>, part: Part<'_>) -> Still {
    let (dashboard, language) = (plot.dashboard, plot.language);
    let tag = language.tag();
    let name = match place {
        // In an excerpt there is one place, just above.
        _ if part.of.is_some() => Some(language.say(Message::Back)),
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
    view! { <a role="doc-backlink" href=format!("#{}", place.anchor())>{words(&name)}</a>" " }.still()
}
