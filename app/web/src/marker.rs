//! The footnote marker: the numbers of the articles behind a figure, as one link.

use leptos::prelude::*;
use model::{Cited, Marker};
use statement::{Account, Message, Pill};

use crate::still::{IntoStill, Still};

/// The marker of a figure or event. The text beside it names the figure: a sentence, row or tile.
pub(crate) fn marker(plot: &Account<'_>, item: &str) -> Option<Still> {
    plot.pill(item, "").map(|pill| view(pill, plot.differs(item)))
}

/// The marker of given articles.
pub(crate) fn of(plot: &Account<'_>, markers: &[Marker<'_>]) -> Option<Still> {
    plot.pill_of(markers, "").map(|pill| view(pill, false))
}

/// The marker of the articles that a statement cites as a whole. It leads to the notes, since there is no passage.
pub(crate) fn articles(plot: &Account<'_>, cited: &Cited, articles: &[Marker<'_>]) -> Option<Still> {
    let pill = plot.pill_of(articles, "")?;
    let words = match cited {
        Cited::For(_) => pill.words,
        Cited::Checked(_) => plot.say(Message::CheckedAgainst { articles: articles.len() }),
    };
    Some(view(Pill { anchor: "notes".into(), words, ..pill }, false))
}

/// Origins are bold, repeating articles are not. A dot marks that an article gives another value.
fn view(pill: Pill, differs: bool) -> Still {
    let Pill { anchor, numbers, more, words } = pill;
    // With spaces between them, screen readers and copied text keep the numbers apart.
    let numbers: Vec<Still> = numbers
        .into_iter()
        .enumerate()
        .map(|(place, number)| {
            let space = (place > 0).then_some(" ");
            match number.repeats {
                true => view! { {space}<i>{number.number}</i> }.still(),
                false => view! { {space}<b>{number.number}</b> }.still(),
            }
        })
        .collect();
    let more = (more > 0).then(|| view! { " "<i>{format!("+{more}")}</i> });
    let differs = differs.then_some("");
    view! {
        <a class="noteref" role="doc-noteref" href=format!("#{anchor}") aria-label=words data-differs=differs>{numbers}{more}</a>
    }
    .still()
}
