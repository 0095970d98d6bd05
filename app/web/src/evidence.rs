//! The evidence for a number, to stand beside it: who says it, as of when, how each article words it, and the way to
//! the very passage.

use chart::Plot;
use leptos::prelude::*;
use locale::Message;
use model::{Citation, Date, Day, Origin, Source, Unit};

use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, provenance, wording};

/// What one article, and then the others, give for a figure or an event.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// The data and its language.
    pub plot: &'a Plot<'a>,
    /// The article asked about.
    pub source: &'a Source,
    /// The id of the figure or event.
    pub item: &'a str,
    /// Where it is shown.
    pub setting: Setting<'a>,
}

impl Evidence<'_> {
    /// The evidence itself: its article's first.
    pub fn view(&self) -> Still {
        let Self { plot, source, item, .. } = *self;
        let language = plot.language;
        let roots: Vec<Still> = plot.dashboard.roots(item).into_iter().map(|(root, _)| self.root(root)).collect();
        let anchor = self.passage().map(|anchor| format!("#{anchor}"));
        view! {
            {self.head()}
            {roots}
            <p class="actions">
                {anchor.map(|anchor| link::within(anchor, language.say(Message::InTheNotes)))}
                <button type="button" data-do="copy">{language.say(Message::CopyCitation)}</button>
                <button type="button" data-do="follow">
                    {language.say(Message::FollowArticle { outlet: source.short_name() })}
                </button>
                <button type="button" data-do="close">{language.say(Message::Close)}</button>
            </p>
        }
        .still()
    }

    /// What is said, and what is known of it.
    fn head(&self) -> Still {
        let Self { plot, item, setting, .. } = *self;
        let language = plot.language;
        let tag = language.tag();
        if let Some(event) = plot.dashboard.event(item) {
            return view! {
                <p class="value">{language.date(&event.date)}</p>
                <p>{event.label.in_language(tag).to_owned()}</p>
            }
            .still();
        }
        let Some(figure) = plot.dashboard.figure(item) else { return ().still() };
        let facts = provenance::facts(plot, figure).into_iter().map(|fact| fact.view(setting));
        let facts = facts.chain(self.since().map(IntoStill::still));
        let facts: Vec<Still> = facts.map(|fact| view! { <li>{fact}</li> }.still()).collect();
        let formula = match &figure.origin {
            Origin::Derived(formula) => Some(format!(" = {}", plot.spelled(formula))),
            Origin::Reported(_) => None,
        };
        let note = figure.note.as_ref().map(|note| view! { <p>{plot.sentence(note)}</p> });
        view! {
            <p class="value">{plot.printed(figure)}{formula}</p>
            <p>{figure.label.in_language(tag).to_owned()}</p>
            {note}
            <ul class="provenance">{facts}</ul>
        }
        .still()
    }

    /// Since when it has been in print, as far as the articles are dated.
    fn since(&self) -> Option<String> {
        let roots = self.plot.dashboard.roots(self.item).into_iter();
        let sources =
            roots.flat_map(|(_, citations)| citations.iter()).filter_map(|c| self.plot.dashboard.source(&c.source));
        let first = sources.filter_map(|source| source.issued).min_by_key(Day::first)?;
        let date = self.plot.language.date(&Date::Day(first));
        Some(self.plot.language.say(Message::ReportedSince { date: &date }))
    }

    /// The passages for something that is reported: for the item itself, or for a figure that it is computed from.
    fn root(&self, root: &str) -> Still {
        let Self { plot, source, item, setting } = *self;
        let figure = plot.dashboard.figure(root);
        let head = figure.filter(|_| root != item).map(|figure| view! { <p class="operand">{plot.told(figure)}</p> });
        let unit = figure.map(|figure| &figure.unit);
        let (own, others): (Vec<_>, Vec<_>) =
            citations(plot, root).into_iter().partition(|citation| citation.source == source.id);
        let passages: Vec<Still> =
            own.into_iter().chain(others).filter_map(|citation| passage(plot, citation, unit, setting)).collect();
        view! { {head}<ul class="wordings">{passages}</ul> }.still()
    }

    /// The `id` in the notes of what the article says of it, or of the first figure it is computed from that the
    /// article reports.
    pub fn passage(&self) -> Option<String> {
        let mut roots = self.plot.dashboard.roots(self.item).into_iter();
        let (root, _) = roots.find(|(_, citations)| citations.iter().any(|c| c.source == self.source.id))?;
        Some(self.source.passage_anchor(root))
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
        let Self { plot, source, item, .. } = *self;
        let language = plot.language;
        let roots = plot.dashboard.roots(item).into_iter();
        let own: Vec<&Citation> =
            roots.flat_map(|(_, citations)| citations.iter()).filter(|citation| citation.source == source.id).collect();
        let quotes: Vec<String> = own.iter().map(|citation| format!("“{}”", citation.quote)).collect();
        let link = own.first().and_then(|citation| citation.link(source));
        let link = link.map(|link| format!(" {link}")).unwrap_or_default();
        let title = plot.dashboard.title.in_language(language.tag());
        let date = language.date(&Date::Day(plot.dashboard.updated));
        let cited = language.say(Message::CitedIn { title, date: &date });
        format!("{} ({}).{link} {cited}: {page}", quotes.join(" … "), language.article(source))
    }
}

/// What an article says, with the way to where it says it.
fn passage(plot: &Plot<'_>, citation: &Citation, unit: Option<&Unit>, setting: Setting<'_>) -> Option<Still> {
    let language = plot.language;
    let article = plot.dashboard.source(&citation.source)?;
    let own = wording::own(plot, citation, unit).map(|own| view! { ", "<strong>{own}</strong> });
    // A wording that only repeats words of the passage says nothing beside it.
    let wording = citation.wording.as_ref().map(|wording| wording.in_language(language.tag()));
    let remark = wording.filter(|words| !citation.quote.contains(words.trim_matches(['“', '”', '"'])));
    let remark = remark.map(|words| view! { <p>{words.to_owned()}</p> });
    let link = citation.link(article).map(|address| {
        let words = language.say(Message::ReadPassage { outlet: article.short_name() });
        view! { " "{link::away(setting, address, words)} }
    });
    Some(
        view! {
            <li>
                <p><span class="outlet">{language.outlet(article)}</span>{own}</p>
                <p><q>{citation.quote.clone()}</q>{link}</p>
                {remark}
            </li>
        }
        .still(),
    )
}

fn citations<'a>(plot: &Plot<'a>, item: &str) -> Vec<&'a Citation> {
    let figure = plot.dashboard.figure(item).into_iter().flat_map(|figure| figure.citations());
    let event = plot.dashboard.event(item).into_iter().flat_map(|event| event.citations.iter());
    figure.chain(event).collect()
}
