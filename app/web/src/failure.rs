//! The reason why the data cannot be shown: in words for readers, and as a list of problems for the curator.

use leptos::prelude::*;
use model::{Problem, Problems};
use statement::{Language, Message};

use crate::still::{IntoStill, Still};

/// Why the data cannot be shown.
#[derive(Clone, Debug)]
pub enum Failure {
    /// The server answered with this status code.
    NotFound(u16),
    /// There was no answer.
    Unreachable,
    /// The file has mistakes.
    Problems(Problems),
}

/// The page to show if there are no other figures.
pub fn failure(failure: &Failure, language: Language) -> Still {
    let list = problems(failure, language);
    view! {
        <main class="message">
            <div role="alert">
                <h1>{language.say(Message::CannotShow)}</h1>
                <p>{language.say(failure.reason())}</p>
                {list}
            </div>
            <p><button type="button" data-do="again">{language.say(Message::TryAgain)}</button></p>
        </main>
    }
    .still()
}

/// A notice above the figures of an older edition, last changed on `date`.
pub fn notice(failure: &Failure, language: Language, date: &str) -> Still {
    let list = problems(failure, language).map(|list| {
        view! { <details><summary>{language.say(Message::ShowProblems)}</summary>{list}</details> }.still()
    });
    view! {
        <div class="notice">
            <div role="alert">
                <p><strong>{language.say(Message::FiguresOf { date })}</strong>" "{language.say(failure.reason())}</p>
                {list}
            </div>
            <p>
                <button type="button" data-do="again">{language.say(Message::TryAgain)}</button>
                " "
                <button type="button" data-do="dismiss">{language.say(Message::Close)}</button>
            </p>
        </div>
    }
    .still()
}

impl Failure {
    fn reason(&self) -> Message<'_> {
        match self {
            Self::NotFound(status) => Message::NotFound { status: *status },
            Self::Unreachable => Message::Unreachable,
            Self::Problems(problems) => Message::ProblemsIn { count: problems.len() },
        }
    }
}

fn problems(failure: &Failure, language: Language) -> Option<Still> {
    let Failure::Problems(problems) = failure else { return None };
    Some(
        view! {
            <p>{language.say(Message::ForCurators)}</p>
            <ol class="problems">{problems.iter().map(problem).collect::<Vec<_>>()}</ol>
        }
        .still(),
    )
}

/// A problem in the words of the command line, with its path in a `<code>`.
pub(crate) fn problem(problem: &Problem) -> Still {
    let Problem { path, line, column, message, .. } = problem;
    let path = (!path.is_empty()).then(|| view! { ", "<code>{path.clone()}</code> });
    view! { <li data-problem="">{format!("line {line}, column {column}")}{path}{format!(": {message}")}</li> }.still()
}
