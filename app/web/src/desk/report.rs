//! What is to be said of an edited file: its problems, or what it changes.

use leptos::prelude::*;
use locale::{Language, Message};
use model::{Change, Dashboard, Figure, Problems};

use crate::failure;
use crate::still::{IntoStill, Still};

/// The problems of a file that cannot be shown.
pub fn problems(problems: &Problems, language: Language) -> Still {
    view! {
        <p><strong>{language.say(Message::DeskHeld { count: problems.len() })}</strong></p>
        <ol class="problems">{problems.iter().map(failure::problem).collect::<Vec<_>>()}</ol>
    }
    .still()
}

/// What a file without problems changes against the published one. `same`: it is that one, to the letter.
pub fn changes(published: &Dashboard, edited: &Dashboard, same: bool, language: Language) -> Still {
    let left_out = (!edited.left_out.is_empty()).then(|| {
        let words = language.say(Message::DeskLeftOut { keys: &edited.left_out.join(", ") });
        view! { <p>{words}</p> }.still()
    });
    if same {
        return view! { <p>{language.say(Message::DeskSame)}</p> {left_out} }.still();
    }
    let changes: Vec<String> =
        Change::between(published, edited).iter().map(|change| words(change, language)).collect();
    let head = match changes.len() {
        0 => Message::DeskElsewhere,
        count => Message::DeskChanges { count },
    };
    let items: Vec<Still> = changes.into_iter().map(|words| view! { <li>{words}</li> }.still()).collect();
    view! {
        <p><strong>{language.say(Message::DeskShown)}</strong></p>
        {left_out}
        <p>{language.say(head)}</p>
        <ul>{items}</ul>
    }
    .still()
}

fn words(change: &Change<'_>, language: Language) -> String {
    let printed = |figure: &Figure| language.value(&figure.value, &figure.unit).to_string();
    let name = change.figure().name().in_language(language.tag());
    language.say(match change {
        Change::Added(figure) => return language.say(Message::ChangeAdded { name, now: &printed(figure) }),
        Change::Removed(figure) => return language.say(Message::ChangeRemoved { name, was: &printed(figure) }),
        Change::Value { was, now } => {
            return language.say(Message::ChangeValue { name, was: &printed(was), now: &printed(now) });
        }
        Change::Evidence(_) => Message::ChangeEvidence { name },
        Change::Words(_) => Message::ChangeWords { name },
    })
}
