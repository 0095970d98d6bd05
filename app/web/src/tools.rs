//! The reader's choices: an article to follow, the colours, a day, and a link to these choices.
//!
//! The page is printed with them disabled; a script enables them, and their first use loads the program.

use leptos::prelude::*;
use model::Note;
use statement::{Account, Message};

use crate::still::{IntoStill, Still};

/// The choice of all figures in one article alone, in place of an article's id. An article of this id takes precedence.
pub(crate) const ONE_ARTICLE: &str = "one-alone";

/// The choice of an article to follow.
pub(crate) fn follow(plot: &Account<'_>) -> Still {
    let language = plot.language;
    view! {
        <p class="tools">
            <label>
                {language.say(Message::FollowOne)}
                " "
                <select name="source" disabled>
                    <option value="">{language.say(Message::AllArticles)}</option>
                    {articles(plot)}
                    <option value=ONE_ARTICLE>{language.say(Message::OneArticleOnly)}</option>
                </select>
            </label>
        </p>
    }
    .still()
}

/// The articles to choose from.
pub(crate) fn articles(plot: &Account<'_>) -> Vec<Still> {
    let name = |note: &Note<'_>| format!("{}. {}", note.number, plot.brief(note.source));
    plot.footnotes.notes().iter().map(|note| option(note.source.id.clone(), name(note))).collect()
}

/// An option of a list.
pub(crate) fn option(value: String, words: String) -> Still {
    view! { <option value=value>{words}</option> }.still()
}

/// The colours, the list of `days`, and a link to these choices.
pub(crate) fn colours(plot: &Account<'_>, days: Still) -> Still {
    let language = plot.language;
    view! {
        <div class="tools" role="group" aria-label=language.say(Message::Tools)>
            <label>
                {language.say(Message::Colours)}
                " "
                <select name="theme" disabled>
                    <option value="">{language.say(Message::AsTheSystem)}</option>
                    <option value="light">{language.say(Message::Light)}</option>
                    <option value="dark">{language.say(Message::Dark)}</option>
                </select>
            </label>
            {days}
            <button type="button" data-do="share" disabled>{language.say(Message::ShareView)}</button>
        </div>
    }
    .still()
}

/// The exit, for readers whose screen others may see; `start.js` removes the page from the history.
pub(crate) fn exit(plot: &Account<'_>) -> Still {
    let language = plot.language;
    view! {
        <a class="exit" href="https://www.wikipedia.org/" rel="noreferrer" title=language.say(Message::LeaveHint)>
            {language.say(Message::LeavePage)}
        </a>
    }
    .still()
}
