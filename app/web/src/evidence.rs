//! The content of the evidence window: who says a number, as of when, the wording of each article, and a link to the
//! passage.

use leptos::prelude::*;
use model::{Citation, Origin, Source};
use statement::{Account, Message};

use crate::apart::words;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{link, masthead, provenance};

/// The passages behind a figure or an event, one article first.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// The data and its language.
    pub plot: &'a Account<'a>,
    /// The article whose marker was used.
    pub source: &'a Source,
    /// The id of the figure or event.
    pub item: &'a str,
    /// The place of the page, relative to here.
    pub setting: Setting<'a>,
}

impl Evidence<'_> {
    /// The content of the window, with the article's passages first.
    pub fn view(&self) -> Still {
        let Self { plot, item, .. } = *self;
        let language = plot.language;
        let report = plot.dashboard.figure(item).and_then(|figure| masthead::report(plot, Some(&figure.id)));
        let roots: Vec<Still> = plot.dashboard.roots(item).into_iter().map(|(root, _)| self.root(root)).collect();
        let anchor = self.passage().map(|anchor| format!("#{anchor}"));
        view! {
            {self.head()}
            {roots}
            {self.body()}
            {self.note()}
            {self.places()}
            <p class="actions">
                {anchor.map(|anchor| link::within(anchor, language.say(Message::InTheNotes)))}
                {report}
                <button type="button" data-do="copy">{language.say(Message::CopyCitation)}</button>
                <button type="button" data-do="close">{language.say(Message::Close)}</button>
            </p>
        }
        .still()
    }

    /// The figure and its facts.
    fn head(&self) -> Still {
        let Self { plot, item, setting, .. } = *self;
        let language = plot.language;
        if let Some(event) = plot.dashboard.event(item) {
            return view! {
                <p class="value">{language.date(&event.date)}</p>
                <p>{words(plot.text(&event.label))}</p>
            }
            .still();
        }
        if let Some(place) = plot.dashboard.place(item) {
            return view! {
                <p class="value">{words(plot.text(&place.name))}</p>
                <p>{plot.precision(place)}</p>
            }
            .still();
        }
        let Some(figure) = plot.dashboard.figure(item) else { return ().still() };
        let facts = plot.facts(figure).into_iter().map(|fact| provenance::view(plot, fact, figure, setting));
        let facts = facts.chain(self.since().map(|since| words(&since)));
        let facts: Vec<Still> = facts.map(|fact| view! { <li>{fact}</li> }.still()).collect();
        let formula = match &figure.origin {
            Origin::Derived(formula) => Some(words(&format!(" = {}", plot.spelled(formula)))),
            Origin::Reported(_) => None,
        };
        // The status is one of the facts below.
        let (phrase, _) = plot.stated(figure).into_parts();
        view! {
            <p class="value">{words(&phrase.to_string())}{formula}</p>
            <p>{words(plot.text(&figure.label))}</p>
            <ul class="provenance">{facts}</ul>
        }
        .still()
    }

    /// The passages that say for which body the speaker of the figure speaks.
    fn body(&self) -> Option<Still> {
        let Self { plot, setting, .. } = *self;
        let figure = plot.dashboard.figure(self.item)?;
        let body = plot.represented(figure)?;
        let speaker = plot.dashboard.speaker(figure.speaker.as_deref()?)?;
        let says = plot.say(Message::SpeakerFor { who: plot.text(&speaker.name), body });
        let passages = speaker.citations.iter();
        let passages: Vec<Still> = passages
            .filter_map(|citation| {
                Some(passage(plot, citation, plot.dashboard.source(&citation.source)?, None, setting))
            })
            .collect();
        Some(view! { <p class="operand">{words(&says)}</p><ul class="wordings">{passages}</ul> }.still())
    }

    /// The facts of the figure.
    fn note(&self) -> Option<Still> {
        let note = self.plot.dashboard.figure(self.item)?.note.as_ref()?;
        Some(view! { <p class="note">{words(&self.plot.sentence(note).to_string())}</p> }.still())
    }

    /// The other places of the figure.
    fn places(&self) -> Option<Still> {
        let Self { plot, item, setting, .. } = *self;
        let places = plot.places(item).into_iter();
        let links: Vec<Still> =
            places.map(|(anchor, name)| view! { {link::to(&anchor, name, setting)}" " }.still()).collect();
        (!links.is_empty()).then(|| view! { <p class="places">{plot.say(Message::ShownIn)}{links}</p> }.still())
    }

    /// The date of the oldest of its articles, as far as they are dated.
    fn since(&self) -> Option<String> {
        let evidence = self.plot.backing(self.item).into_iter();
        let dated = evidence.filter_map(|found| Some((found.source.issued.as_ref()?.start()?, found.source)));
        let (_, first) = dated.min_by_key(|(start, _)| start.first())?;
        let date = self.plot.published(first);
        Some(self.plot.language.say(Message::ReportedSince { date: &date }))
    }

    /// The passages behind an item, or behind a reported figure from which it is computed, or behind a figure or event that
    /// names a place.
    fn root(&self, root: &str) -> Still {
        let Self { plot, source, item, setting } = *self;
        let dashboard = plot.dashboard;
        let event = || dashboard.event(root).map(|event| plot.event(event));
        let told = dashboard.figure(root).map(|figure| plot.told(figure)).or_else(event);
        let head = told.filter(|_| root != item).map(|told| view! { <p class="operand">{words(&told)}</p> });
        let (own, others): (Vec<_>, Vec<_>) =
            plot.backing(root).into_iter().partition(|found| found.source.id == source.id);
        let passages: Vec<Still> = own
            .iter()
            .chain(&others)
            .map(|found| passage(plot, found.citation, found.source, plot.difference(found), setting))
            .collect();
        view! { {head}<ul class="wordings">{passages}</ul> }.still()
    }

    /// The `id` in the notes of the article's passage about the item, or about the first of its operands that the article
    /// reports.
    pub fn passage(&self) -> Option<String> {
        let own = self.plot.backing(self.item).into_iter().find(|found| found.source.id == self.source.id)?;
        Some(self.source.passage_anchor(own.item))
    }

    /// The name of the item.
    pub fn name(&self) -> String {
        let Self { plot, item, .. } = *self;
        plot.say(Message::EvidenceFor { what: plot.name(item).unwrap_or(item) })
    }

    /// A citation to copy: the words, the articles, their addresses, and the address of the figure.
    pub fn citation(&self, page: &str) -> String {
        let Self { plot, source, item, .. } = *self;
        let mut sources = vec![source];
        for found in plot.backing(item) {
            if sources.iter().all(|source| source.id != found.source.id) {
                sources.push(found.source);
            }
        }
        let date = plot.day(plot.dashboard.updated);
        let cited = plot.say(Message::CitedIn { title: plot.title(), date: &date });
        let known = plot.dashboard.horizon.map(|left| plot.say(Message::AsKnown { date: &plot.day(left.day) }));
        let cited = known.map(|known| format!("{cited} [{known}]")).unwrap_or(cited);
        // The citation of a superseded or withdrawn number includes its status.
        let remark = plot.dashboard.figure(item).and_then(|figure| plot.remark(figure));
        let remark = remark.map(|remark| format!(" [{remark}]")).unwrap_or_default();
        let cite = |source: &Source| {
            let link = plot.passage_link(item, source).map(|link| format!(" {link}")).unwrap_or_default();
            format!("{}{remark} ({}).{link} ", plot.quotes(item, source), plot.article(source))
        };
        format!("{}{cited}: {page}", sources.into_iter().map(cite).collect::<String>())
    }
}

/// A passage with a link to its place in the article, and what the article gives instead.
fn passage(
    plot: &Account<'_>,
    citation: &Citation,
    source: &Source,
    instead: Option<String>,
    setting: Setting<'_>,
) -> Still {
    let own = instead.map(|own| view! { ", "<strong>{words(&own)}</strong> });
    // A wording that only repeats words of the passage is left out.
    let wording = citation.wording.as_ref().map(|wording| plot.text(wording));
    let remark = wording.filter(|own| !citation.quote.contains(own.trim_matches(['“', '”', '"'])));
    let remark = remark.map(|own| view! { <p>{words(own)}</p> });
    let follow = plot.say(Message::FollowArticle { outlet: &plot.brief(source) });
    let vouched = plot.vouched(citation).map(|vouched| view! { <p>{words(&vouched)}</p> });
    let link = citation.link(source).map(|address| {
        let read = plot.say(Message::ReadPassage { outlet: source.short_name() });
        view! { " "{link::away(setting, address, read)} }
    });
    view! {
        <li>
            <p>
                <span class="outlet">{words(&plot.outlet(source))}</span>{own}" "
                <button type="button" data-do="follow" data-source=source.id.clone() aria-label=follow>
                    {plot.say(Message::Follow)}
                </button>
            </p>
            <p><q>{words(&citation.quote)}</q>{link}</p>
            {remark}
            {vouched}
        </li>
    }
    .still()
}
