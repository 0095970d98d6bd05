//! The running page: fetches the data, and shows it, or why it cannot be shown.

use gloo_net::http::Request;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Language;
use model::Dashboard;
use wasm_bindgen::JsCast;
use web_sys::RequestCache;

use crate::Failure;
use crate::{failure, loading, page};

/// Where the data lies, seen from the page.
const DATA: &str = "data/dashboard.json";

/// What the page shows.
enum State {
    Loading,
    Ready(Box<Dashboard>),
    Failed(Failure),
}

/// Puts the application into the page's `#page`.
pub fn start() {
    let place = document().get_element_by_id("page").and_then(|element| element.dyn_into().ok());
    let Some(place) = place else { return };
    mount_to(place, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let state = RwSignal::new(State::Loading);
    let language = Language::default();
    let load = move || {
        state.set(State::Loading);
        spawn_local(async move { state.set(fetch().await) });
    };
    load();
    Effect::new(move || {
        let name = state.with(|state| match state {
            State::Loading => "loading",
            State::Ready(_) => "ready",
            State::Failed(_) => "error",
        });
        announce(name);
    });
    move || {
        state.with(|state| match state {
            State::Loading => loading::loading(language),
            State::Ready(dashboard) => {
                document().set_title(dashboard.title.in_language(language.tag()));
                page::page(dashboard, language)
            }
            State::Failed(failure) => failure::failure(failure, language, load),
        })
    }
}

/// Says the state on `<html>`, and once the page is there goes to the place that its address names: when the browser
/// looked for it, it was not yet there.
fn announce(name: &str) {
    let Some(root) = document().document_element() else { return };
    let shown = root.set_attribute("data-state", name);
    debug_assert!(shown.is_ok());
    if name != "ready" {
        return;
    }
    let location = window().location();
    let hash = location.hash().unwrap_or_default();
    if hash.len() > 1 {
        let gone = location.replace(&hash);
        debug_assert!(gone.is_ok());
    }
}

async fn fetch() -> State {
    let failed = |failure| State::Failed(failure);
    // The file is edited after the page was deployed: ask the server each time whether it changed.
    let Ok(response) = Request::get(DATA).cache(RequestCache::NoCache).send().await else {
        return failed(Failure::Unreachable);
    };
    if !response.ok() {
        return failed(Failure::NotFound(response.status()));
    }
    let Ok(text) = response.text().await else {
        return failed(Failure::Unreachable);
    };
    match Dashboard::parse(&text) {
        Ok(dashboard) => State::Ready(Box::new(dashboard)),
        Err(problems) => failed(Failure::Problems(problems)),
    }
}
