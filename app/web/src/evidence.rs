//! The evidence for a number, to stand beside it: who says it, as of when, how each article words it, and the way to
//! the very passage.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Citation, Date, Source};

use crate::still::{IntoStill, Still};
use crate::{provenance, wording};

/// What one article, and then the others, give for a figure or an event.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// The data and its language.
    pub plot: &'a Plot<'a>,
    /// The article asked about.
    pub source: &'a Source,
    /// The id of the figure or event.
    pub item: &'a str,
}

impl Evidence<'_> {
    /// The evidence itself: its article's first.
    pub fn view(&self) -> Still {
        let Self { plot, source, item } = *self;
        let language = plot.language;
        let tag = language.tag();
        let figure = plot.dashboard.figure(item);
        let head = match (figure, plot.dashboard.event(item)) {
            (Some(figure), _) => {
                let facts =
                    provenance::facts(plot, figure).into_iter().map(|fact| view! { <li>{fact.words}</li> }.still());
                view! {
                    <p class="value">{plot.printed(figure)}</p>
                    <p>{figure.label.in_language(tag).to_owned()}</p>
                    <ul class="provenance">{facts.collect::<Vec<_>>()}</ul>
                }
                .still()
            }
            (None, Some(event)) => view! {
                <p class="value">{language.date(&event.date)}</p>
                <p>{event.label.in_language(tag).to_owned()}</p>
            }
            .still(),
            (None, None) => ().still(),
        };
        let unit = figure.map(|figure| &figure.unit);
        let (own, others): (Vec<_>, Vec<_>) =
            citations(plot, item).into_iter().partition(|citation| citation.source == source.id);
        let passages: Vec<Still> = own
            .into_iter()
            .chain(others)
            .filter_map(|citation| {
                let article = plot.dashboard.source(&citation.source)?;
                let link = citation
                    .link(article)
                    .map(|link| view! { " "<a href=link>{language.say(Message::ReadPassage)}</a> });
                let own = wording::own(plot, citation, unit).map(|own| view! { ", "<strong>{own}</strong> });
                Some(
                    view! {
                        <li>
                            <p><span class="outlet">{outlet(plot, article)}</span>{own}</p>
                            <p><q>{citation.quote.clone()}</q>{link}</p>
                        </li>
                    }
                    .still(),
                )
            })
            .collect();
        view! {
            {head}
            <ul class="wordings">{passages}</ul>
            <p class="actions">
                <a href=format!("#{}", source.passage_anchor(item))>{language.say(Message::InTheNotes)}</a>
                <button type="button" data-do="copy">{language.say(Message::CopyCitation)}</button>
                <button type="button" data-do="follow">{language.say(Message::FollowArticle)}</button>
                <button type="button" data-do="close">{language.say(Message::Close)}</button>
            </p>
        }
        .still()
    }

    /// What it is evidence for, in a word or two.
    pub fn name(&self) -> String {
        let Self { plot, item, .. } = *self;
        let tag = plot.language.tag();
        let figure = plot.dashboard.figure(item).map(|figure| figure.name());
        let name = figure.or_else(|| plot.dashboard.event(item).map(|event| &event.label));
        plot.language.say(Message::EvidenceFor { what: name.map_or(item, |name| name.in_language(tag)) })
    }

    /// A citation to paste: the words, the article, where they stand in it, and where they were found cited, which is
    /// at this address.
    pub fn citation(&self, page: &str) -> String {
        let Self { plot, source, item } = *self;
        let language = plot.language;
        let citations = citations(plot, item);
        let own: Vec<&&Citation> = citations.iter().filter(|citation| citation.source == source.id).collect();
        let quotes: Vec<String> = own.iter().map(|citation| format!("“{}”", citation.quote)).collect();
        let link =
            own.first().and_then(|citation| citation.link(source)).map(|link| format!(" {link}")).unwrap_or_default();
        let title = plot.dashboard.title.in_language(language.tag());
        let date = language.date(&Date::Day(plot.dashboard.updated));
        let cited = language.say(Message::CitedIn { title, date: &date });
        format!("{} ({}).{link} {cited}: {page}", quotes.join(" … "), language.article(source))
    }
}

fn citations<'a>(plot: &Plot<'a>, item: &str) -> Vec<&'a Citation> {
    let figure = plot.dashboard.figure(item).into_iter().flat_map(|figure| figure.citations());
    let event = plot.dashboard.event(item).into_iter().flat_map(|event| event.citations.iter());
    figure.chain(event).collect()
}

/// The outlet and the day of an article.
fn outlet(plot: &Plot<'_>, source: &Source) -> String {
    let date = source.issued.map(|day| plot.language.date(&Date::Day(day)));
    let date = date.unwrap_or_else(|| plot.language.say(Message::Undated));
    format!("{}, {date}", source.short_name())
}
