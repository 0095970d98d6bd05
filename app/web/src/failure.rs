//! When the data cannot be shown: why, in words for readers, and every problem, for whoever keeps the data.

use leptos::prelude::*;
use locale::{Language, Message};
use model::{Problem, Problems};

/// Why the data cannot be shown.
#[derive(Clone, Debug)]
pub enum Failure {
    /// The server answered with this status.
    NotFound(u16),
    /// No answer came.
    Unreachable,
    /// The file has mistakes in it.
    Problems(Problems),
}

/// The page in its place.
pub fn failure(failure: &Failure, language: Language, again: impl Fn() + 'static) -> AnyView {
    let (reason, problems) = match failure {
        Failure::NotFound(status) => (Message::NotFound { status: *status }, None),
        Failure::Unreachable => (Message::Unreachable, None),
        Failure::Problems(problems) => (Message::ProblemsIn { count: problems.len() }, Some(problems)),
    };
    let list = problems.map(|problems| {
        view! {
            <p>{language.say(Message::ForCurators)}</p>
            <ol class="problems">{problems.iter().map(problem).collect_view()}</ol>
        }
    });
    view! {
        <main class="notice">
            <div role="alert">
                <h1>{language.say(Message::CannotShow)}</h1>
                <p>{language.say(reason)}</p>
                {list}
            </div>
            <p><button type="button" on:click=move |_| again()>{language.say(Message::TryAgain)}</button></p>
        </main>
    }
    .into_any()
}

/// A problem in the words of the command line, with its path set apart.
fn problem(problem: &Problem) -> AnyView {
    let Problem { path, line, column, message, .. } = problem;
    let path = (!path.is_empty()).then(|| view! { ", "<code>{path.clone()}</code> });
    view! { <li data-problem="">{format!("line {line}, column {column}")}{path}{format!(": {message}")}</li> }
        .into_any()
}
