//! The drawing program: draws the page again for newer data, another day, another language, another scale, and for the
//! desk. It also answers readers, in place of the answering program.

use leptos::prelude::document;
use model::{Dashboard, Date, Problems};
use statement::{Language, Message};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};

use crate::app::{self, Other};
use crate::interaction::{self, Shown, address, scale};
use crate::kept::Kept;
use crate::{charge, desk, elements, horizon, page};

/// Starts it.
pub fn draw() {
    interaction::discard();
    charge::take();
    desk::listen();
    elements::listen("click", false, clicked);
    elements::listen("change", false, changed);
    app::run(show);
}

/// Handles the buttons that draw something again.
fn clicked(event: &Event) {
    let Some(button) = elements::target(event).and_then(|element| elements::around(&element, "[data-do]")) else {
        return;
    };
    match button.get_attribute("data-do").as_deref() {
        Some("now") => set_back(None),
        Some("scale") => drop(interaction::with(|shown| scale::switch(shown, &button))),
        _ => {}
    }
}

/// Handles the choice of a day to which the page is set back.
fn changed(event: &Event) {
    let target = elements::target(event);
    if let Some(list) = target.as_ref().and_then(|target| target.dyn_ref::<HtmlSelectElement>())
        && list.name() == horizon::NAME
    {
        set_back(Some(list.value()).filter(|day| !day.is_empty()).as_deref());
    }
}

/// Sets the page back to a day, or to all that is known now.
fn set_back(day: Option<&str>) {
    address::choose(horizon::NAME, day);
    app::refresh();
}

/// Shows live data in place of what the page shows.
fn show(other: Other) -> Result<(), Problems> {
    let Other { text, language, printed, framed, horizon } = other;
    let mut dashboard = Dashboard::parse(&text)?;
    if let Some(day) = horizon {
        dashboard = dashboard.as_of(day);
    }
    let kept = Kept::of_page();
    // The files beside the page belong to the printed edition.
    let printed = printed.filter(|printed| !printed.is_of(&text) || printed.language != language);
    document().set_title(&title(&dashboard, language));
    let shown = Shown::of(text, dashboard, language).framed(framed.as_ref().map(|framed| framed.page()));
    match framed {
        Some(framed) => framed.show(&shown, printed.map(|printed| printed.day)),
        None => {
            shown.plot(|plot| {
                let printed = printed.map(|printed| printed.date());
                elements::show("page", page::page(plot.dashboard, language, printed.as_deref()));
            });
        }
    }
    app::begin(shown);
    app::announce("ready");
    kept.give_back();
    Ok(())
}

/// The title of the page, with the day to which it is set back.
fn title(dashboard: &Dashboard, language: Language) -> String {
    let mut title = dashboard.title.in_language(language.tag()).to_owned();
    if let Some(left) = dashboard.horizon {
        title += " · ";
        title += &language.say(Message::AsKnown { date: &language.date(&Date::Day(left.day)) });
    }
    title
}
