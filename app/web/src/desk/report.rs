//! The report on an edited file: its problems, or its changes.

use leptos::prelude::*;
use model::{Change, Dashboard, Footnotes, Problems, Turn};
use statement::{Account, Language, Message};

use crate::apart::words;
use crate::failure;
use crate::still::{IntoStill, Still};

/// The problems of a file with mistakes.
pub fn problems(problems: &Problems, language: Language) -> Still {
    view! {
        <p><strong>{language.say(Message::DeskHeld { count: problems.len() })}</strong></p>
        <ol class="problems">{problems.iter().map(failure::problem).collect::<Vec<_>>()}</ol>
    }
    .still()
}

/// The changes of a file without problems against the published one. `same`: both are identical.
pub fn changes(published: &Dashboard, edited: &Dashboard, same: bool, language: Language) -> Still {
    let left_out = (!edited.left_out.is_empty()).then(|| {
        let keys = language.say(Message::DeskLeftOut { keys: &edited.left_out.join(", ") });
        view! { <p>{words(&keys)}</p> }.still()
    });
    if same {
        return view! { <p>{language.say(Message::DeskSame)}</p> {left_out} }.still();
    }
    let (old, new) = (Footnotes::of(published), Footnotes::of(edited));
    let was = Account { dashboard: published, footnotes: &old, language, address: None };
    let now = Account { dashboard: edited, footnotes: &new, language, address: None };
    let mut changes: Vec<String> =
        Change::between(published, edited).iter().map(|change| told(change, &was, &now)).collect();
    changes.extend(Change::articles(published, edited).into_iter().map(|(turn, article)| {
        let account = if turn == Turn::Removed { &was } else { &now };
        language.say(Message::ChangeArticle { name: &account.brief(article), turn })
    }));
    let head = match changes.len() {
        0 => Message::DeskElsewhere,
        count => Message::DeskChanges { count },
    };
    let items: Vec<Still> = changes.into_iter().map(|said| view! { <li>{words(&said)}</li> }.still()).collect();
    view! {
        <p><strong>{language.say(Message::DeskShown)}</strong></p>
        {left_out}
        <p>{language.say(head)}</p>
        <ul>{items}</ul>
    }
    .still()
}

fn told(change: &Change<'_>, was: &Account<'_>, now: &Account<'_>) -> String {
    let language = now.language;
    let name = change.figure().name().in_language(language.tag());
    language.say(match change {
        Change::Added(figure) => return language.say(Message::ChangeAdded { name, now: &now.in_sentence(figure) }),
        Change::Removed(figure) => return language.say(Message::ChangeRemoved { name, was: &was.in_sentence(figure) }),
        Change::Value { was: old, now: new } => {
            return language.say(Message::ChangeValue { name, was: &was.in_sentence(old), now: &now.in_sentence(new) });
        }
        Change::Citations(_) => Message::ChangeEvidence { name },
        Change::Words(figure) => match was.dashboard.figure(&figure.id) {
            Some(old) if was.remark(old) != now.remark(figure) => {
                return language.say(Message::ChangeValue {
                    name,
                    was: &was.in_sentence(old),
                    now: &now.in_sentence(figure),
                });
            }
            _ => Message::ChangeWords { name },
        },
    })
}
