//! A frozen edition on one small page: each figure with its articles and their words, each chart as its frozen picture, and
//! links to the frozen parts.
//!
//! Every change of the data freezes this page anew, so it repeats nothing that the parts contain.

use leptos::prelude::*;
use model::{Chart, Day, Figure, Note, Passage, Place, Section};
use statement::{Account, Isolated, Message, Offer};

use crate::apart::words;
use crate::excerpt::{self, Excerpt};
use crate::link;
use crate::setting::Setting;
use crate::still::{IntoStill, Still};
use crate::{corrections, marker, masthead, notes, prose, section};

/// The frozen files of a part.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The address of its page, relative to this one.
    pub page: Option<String>,
    /// The address and size of its picture.
    pub picture: Option<(String, i32, i32)>,
}

/// The page. `page` is the address of the live page, `day` the day of the last change; `kept` finds the frozen files of a
/// part.
pub(crate) fn overview(
    plot: &Account<'_>,
    page: &str,
    day: Day,
    remark: &str,
    kept: &dyn Fn(Excerpt<'_>) -> Kept,
) -> Still {
    let setting = Setting::Frame { page, alone: false };
    let sections: Vec<Still> = plot.dashboard.sections.iter().map(|part| section(plot, part, setting, kept)).collect();
    let notes: Vec<Still> = plot.footnotes.notes().iter().map(|item| note(plot, item, setting)).collect();
    view! {
        {masthead::masthead(plot, day, None, setting)}
        <main id="figures">
            {sections}
            <section class="section" role="doc-endnotes" id="notes" aria-labelledby="notes-title">
                <div class="opening"><h2 id="notes-title">{plot.language.say(Message::Notes)}</h2></div>
                <div class="body"><ol class="notes">{notes}</ol></div>
            </section>
            {corrections::corrections(plot, setting)}
        </main>
        {excerpt::imprint(plot, Excerpt::Whole, page, day, Some(remark))}
    }
    .still()
}

fn section(plot: &Account<'_>, section: &Section, setting: Setting<'_>, kept: &dyn Fn(Excerpt<'_>) -> Kept) -> Still {
    let listed = section.figures.iter().filter_map(|id| plot.dashboard.figure(id));
    let figures: Vec<Still> = listed
        .chain(only_drawn(plot, section))
        .map(|item| figure(plot, item, setting, kept(Excerpt::Figure(&item.id))))
        .collect();
    let figures = (!figures.is_empty()).then(|| view! { <ul class="figures">{figures}</ul> });
    let charts = section.charts.iter().filter_map(|id| plot.dashboard.chart(id));
    let charts: Vec<Still> = charts.map(|item| chart(plot, item, setting, kept(Excerpt::Chart(&item.id)))).collect();
    view! {
        <section class="section" id=Place::Section(&section.id).anchor() aria-label=section::name(plot, section)>
            {section::opening(plot, section)}
            <div class="body">{figures}{charts}</div>
        </section>
    }
    .still()
}

/// The figures that only charts of a section show, each with the first chart that draws it: a picture has no places to link
/// to.
fn only_drawn<'a>(plot: &Account<'a>, section: &'a Section) -> Vec<&'a Figure> {
    let dashboard = plot.dashboard;
    let is_listed = |id: &String| dashboard.sections.iter().any(|section| section.figures.contains(id));
    let charts = section.charts.iter().filter_map(|id| dashboard.chart(id));
    charts
        .flat_map(|chart| {
            let has_home = |id: &&String| plot.row_of(id).is_some_and(|home| home.id == chart.id) && !is_listed(id);
            chart.figures.iter().filter(has_home).filter_map(|id| dashboard.figure(id)).collect::<Vec<_>>()
        })
        .collect()
}

fn figure(plot: &Account<'_>, figure: &Figure, setting: Setting<'_>, kept: Kept) -> Still {
    // The status is one of the facts below.
    let (phrase, _) = plot.stated(figure).into_parts();
    let (qualifier, quantity, unit) = phrase.into_parts();
    let part = |class: &'static str, part: String| {
        (!part.is_empty()).then(|| view! { <span class=class>{words(&part)}</span>" " })
    };
    let note = figure.note.as_ref().map(|note| view! { <p class="note">{prose::prose(plot, note)}</p> });
    view! {
        <li class="figure" id=Place::Figure(&figure.id).anchor() data-figure=figure.id.clone()>
            <p class="number">
                {part("qualifier", qualifier)}
                <span class="quantity">{quantity}</span>
                " "
                {part("unit", unit)}
                {marker::marker(plot, &figure.id)}
            </p>
            <p class="label">{words(plot.text(&figure.label))}</p>
            {note}
            <ul class="provenance"><li>{words(&plot.known(figure))}</li>{way(plot, setting, kept)}</ul>
        </li>
    }
    .still()
}

/// A link to the frozen part.
fn way(plot: &Account<'_>, setting: Setting<'_>, kept: Kept) -> Option<Still> {
    let evidence = plot.language.offer(Offer::Evidence);
    kept.page.map(|page| view! { <li>{link::away(setting, page, evidence)}</li> }.still())
}

/// A chart as its picture, which includes title, finding, key and articles.
fn chart(plot: &Account<'_>, chart: &Chart, setting: Setting<'_>, kept: Kept) -> Still {
    let title = plot.text(&chart.title);
    let alt = format!("{}. {}", Isolated(title.trim_end_matches('.')), plot.sentence(&chart.finding));
    let picture = kept.picture.clone().map(|(address, width, height)| {
        view! {
            <picture>
                <source media="(prefers-color-scheme: dark)" srcset=format!("{address}#dark")/>
                <img src=address alt=alt width=width.to_string() height=height.to_string()/>
            </picture>
        }
    });
    view! {
        <figure class="chart" id=Place::Chart(&chart.id).anchor() data-chart=chart.id.clone()>
            <h3>{words(title)}</h3>
            {picture}
            <ul class="provenance">{way(plot, setting, kept)}</ul>
        </figure>
    }
    .still()
}

/// An article with its words, without links to it, which the parts have.
fn note(plot: &Account<'_>, note: &Note<'_>, setting: Setting<'_>) -> Still {
    let source = note.source;
    let passages: Vec<Still> = note.passages.iter().map(|item| passage(plot, note, item)).collect();
    view! {
        <li id=source.note_anchor() data-source=source.id.clone()>
            <p class="article">{notes::reference(&plot.article(source), setting)}</p>
            <ul class="passages">{passages}</ul>
        </li>
    }
    .still()
}

fn passage(plot: &Account<'_>, note: &Note<'_>, passage: &Passage<'_>) -> Still {
    let subject = plot.name(passage.item).map(words);
    let quotes: Vec<Still> =
        passage.citations.iter().map(|citation| view! { <p><q>{words(&citation.quote)}</q></p> }.still()).collect();
    view! { <li id=note.source.passage_anchor(passage.item)><p class="subject">{subject}</p>{quotes}</li> }.still()
}
