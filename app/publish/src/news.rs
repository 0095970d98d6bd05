//! Words the changes of an edition, for the page and for the feed.

use model::Place;
use statement::{Account, News};

use crate::chronicle::{Back, Content, Entry, day};
use crate::edits::{Did, Edit};
use crate::shell::{escaped, marked};

/// The address of the page.
pub(crate) const PAGE: &str = "changes.html";

/// The changes of an edition as HTML: on the page (`linked`) with links and corrections; in the feed, where corrections have
/// their own entries, without.
pub(crate) fn content(plot: &Account<'_>, entry: &Entry, linked: bool) -> String {
    let mut html = entry.back.as_ref().map(|back| format!("<p>{}</p>", taken_back(plot, back))).unwrap_or_default();
    let (corrections, others): (Vec<&Edit>, Vec<&Edit>) =
        entry.edits().iter().partition(|edit| edit.did == Did::Corrected);
    if linked {
        html += &corrections.iter().map(|edit| correction(plot, edit, true)).collect::<String>();
    }
    let items: String = others.iter().map(|edit| format!("<li>{}</li>", line(plot, edit, linked))).collect();
    html += &match &entry.content {
        Content::First => format!("<p>{}</p>", said(plot, News::First)),
        Content::Unlisted => format!("<p>{}</p>", said(plot, News::Unlisted)),
        Content::Edits(_) if !items.is_empty() => format!("<ul>{items}</ul>"),
        Content::Edits(_) if corrections.is_empty() && entry.back.is_none() => {
            format!("<p>{}</p>", said(plot, News::Elsewhere))
        }
        Content::Edits(_) => String::new(),
    };
    html
}

/// A correction, marked as such.
pub(crate) fn correction(plot: &Account<'_>, edit: &Edit, linked: bool) -> String {
    format!(
        "<p class=\"correction\"><strong>{}.</strong> {}. {}</p>",
        said(plot, News::Correction),
        line(plot, edit, linked),
        marked(&edit.reason)
    )
}

fn taken_back(plot: &Account<'_>, back: &Back) -> String {
    match back {
        Back::To(date) => said(plot, News::TakenBack { date: &day(plot, date) }),
        Back::Before(date) => said(plot, News::EarlierDate { date: &day(plot, date) }),
    }
}

/// A change in words, as HTML; `linked` to its figure, article, event or chart if the page still has it.
fn line(plot: &Account<'_>, edit: &Edit, linked: bool) -> String {
    let words = marked(&sentence(plot, edit));
    match place(plot, edit).filter(|_| linked) {
        Some(anchor) => format!("<a href=\"index.html#{}\">{words}</a>", escaped(&anchor)),
        None => words,
    }
}

/// A change in words.
pub(crate) fn sentence(plot: &Account<'_>, edit: &Edit) -> String {
    let Edit { did, name, was, now, .. } = edit;
    plot.language.news(match did {
        Did::Corrected => News::Corrected { name, was, now },
        Did::CorrectionDropped => News::CorrectionDropped { name },
        Did::FigureAdded => News::FigureAdded { name, now },
        Did::FigureRemoved => News::FigureRemoved { name, was },
        Did::Value => News::Value { name, was, now },
        Did::Standing => News::Standing { name, was, now },
        Did::Label => News::Label { was, now },
        Did::Evidence => News::Evidence { name },
        Did::Words => News::Words { name },
        Did::ArticleAdded => News::ArticleAdded { name },
        Did::ArticleRemoved => News::ArticleRemoved { name },
        Did::ArticleChanged => News::ArticleChanged { name },
        Did::EventAdded => News::EventAdded { name },
        Did::EventRemoved => News::EventRemoved { name },
        Did::EventChanged => News::EventChanged { name },
        Did::ChartAdded => News::ChartAdded { name },
        Did::ChartRemoved => News::ChartRemoved { name },
        Did::ChartChanged => News::ChartChanged { name },
    })
}

/// The `id` on the page of the changed figure, article, event or chart.
fn place(plot: &Account<'_>, edit: &Edit) -> Option<String> {
    let Edit { did, id, .. } = edit;
    match did {
        Did::ArticleAdded | Did::ArticleChanged | Did::ArticleRemoved => {
            let source = plot.dashboard.source(id)?;
            plot.footnotes.number(id).map(|_| source.note_anchor())
        }
        Did::EventAdded | Did::EventChanged | Did::EventRemoved => {
            plot.footnotes.markers(id).into_iter().next().map(|marker| marker.anchor)
        }
        Did::ChartAdded | Did::ChartChanged | Did::ChartRemoved => {
            let is_shown = plot.dashboard.sections.iter().any(|section| section.charts.contains(id));
            is_shown.then(|| Place::Chart(id).anchor())
        }
        _ => plot.footnotes.home(id),
    }
}

/// Words as HTML.
pub(crate) fn said(plot: &Account<'_>, news: News<'_>) -> String {
    marked(&plot.language.news(news))
}
