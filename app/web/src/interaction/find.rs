//! Searching the page. The words and filters are in the address, so that a link to a search opens with its results.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::{document, window};
use statement::{Message, Query};
use wasm_bindgen::JsCast;
use web_sys::js_sys::JsString;
use web_sys::{Element, Event, HtmlInputElement};

use super::{Shown, address, announcer, theme};
use crate::elements::{self, Area, all, around, set, within};
use crate::finder;
use crate::timer::Timer;

/// The field with its panel.
const FINDER: &str = "#finder";

const FIELD: &str = "#finder [name=find]";

/// The `id` of the panel.
const PANEL: &str = "found";

/// The maximum of results that are shown.
const MOST: usize = 40;

/// The search waits for a pause in typing.
const PAUSE: Duration = Duration::from_millis(150);

thread_local! {
    static QUERY: RefCell<Query> = const { RefCell::new(Query {
        words: String::new(), basis: None, article: None, unit: None, alone: false, differs: false,
    }) };
    /// The element that had the focus before the field.
    static BACK: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether the address was read.
    static READ: Cell<bool> = const { Cell::new(false) };
    static TIMER: Timer = const { Timer::new() };
}

/// Folds a text, for [`statement::Account::index`].
fn fold(text: &str) -> String {
    String::from(JsString::from(text).normalize("NFKD").to_lower_case())
}

/// Continues with the words that were typed before the program was there, or else with those of the address. If the address
/// names a place, the panel stays closed, since it would cover the place.
pub(crate) fn restore(shown: &Shown) {
    let Some(field) = field() else { return };
    let again = READ.replace(true);
    if !again {
        let choice = address::choice;
        let [alone, differs] = ["alone", "differs"].map(address::has);
        let words = choice("find").unwrap_or_default();
        let [basis, article, unit] = ["basis", "article", "unit"].map(choice);
        QUERY.set(Query { words, basis, article, unit, alone, differs });
    }
    let typed = field.value();
    if typed.is_empty() {
        field.set_value(&with(|query| query.words.clone()));
    } else {
        choose("find", Some(&typed));
    }
    let hash = window().location().hash().unwrap_or_default();
    if !again && (hash.is_empty() || !typed.is_empty()) && !with(Query::is_empty) {
        open(shown);
    }
}

/// The words in the field changed.
pub(crate) fn typed(event: &Event) {
    if elements::target(event).is_some_and(|element| element.matches(FIELD).unwrap_or(false)) {
        TIMER.with(|timer| {
            timer.wait(PAUSE, || {
                if let Some(field) = field() {
                    choose("find", Some(&field.value()));
                    super::with(|shown| open(shown));
                }
            });
        });
    }
}

/// Something was chosen from a list, or a box was ticked.
pub(crate) fn changed(shown: &Shown, name: &str, value: Option<&str>) {
    choose(name, value);
    show(shown);
}

/// Clears the words and the filters.
pub(crate) fn clear(shown: &Shown) {
    for name in ["find", "basis", "article", "unit", "alone", "differs"] {
        choose(name, None);
    }
    if let Some(field) = field() {
        field.set_value("");
        elements::focus(&field);
    }
    fill();
    show(shown);
}

/// Opens the panel, or updates its results.
pub(crate) fn open(shown: &Shown) {
    let Some(finder) = all(FINDER).into_iter().next() else { return };
    if document().get_element_by_id(PANEL).is_none() {
        let Ok(panel) = document().create_element("div") else { return };
        panel.set_id(PANEL);
        shown.plot(|plot| finder::panel(plot).put(&panel));
        let added = finder.append_child(&panel);
        debug_assert!(added.is_ok());
        set(&finder, "data-open", Some(""));
        fill();
        show(shown);
        // At the bottom of the viewport the panel would have no room.
        let height = document().document_element().map_or(0, |root| root.client_height());
        if Area::of(&panel).bottom > height {
            window().scroll_by_with_x_and_y(0.0, Area::of(&finder).top.into());
        }
    } else {
        show(shown);
    }
}

/// Closes the panel. The words stay in the field and in the address.
pub(crate) fn close() {
    TIMER.with(Timer::stop);
    if let Some(panel) = document().get_element_by_id(PANEL) {
        panel.remove();
    }
    for finder in all(FINDER) {
        set(&finder, "data-open", None);
    }
}

/// A click somewhere on the page.
pub(crate) fn clicked(shown: &Shown, element: &Element) {
    match around(element, FINDER) {
        Some(_) if element.matches(FIELD).unwrap_or(false) => open(shown),
        // After a click on a result the panel closes, since it would cover the place of the result.
        Some(_) if around(element, "a").is_none() => {}
        _ => close(),
    }
}

/// The focus came to an element, from another one.
pub(crate) fn focused(element: &Element, from: Option<Element>) {
    if around(element, FINDER).is_none() {
        close();
    } else if let Some(from) = from.filter(|from| around(from, FINDER).is_none()) {
        BACK.set(Some(from));
    }
}

/// Handles a key that was pressed in the field or in the panel. Whether it had an effect.
pub(crate) fn pressed(shown: &Shown, element: &Element, key: &str) -> bool {
    let Some(finder) = around(element, FINDER) else { return false };
    if key == "Escape" {
        close();
        let back = BACK.take().or_else(|| all(FIELD).into_iter().next());
        back.iter().for_each(elements::focus);
        return true;
    }
    let in_field = element.matches(FIELD).unwrap_or(false);
    if !in_field && element.tag_name() != "A" {
        return false;
    }
    let down = key == "ArrowDown" || (key == "Enter" && in_field);
    if !down && key != "ArrowUp" {
        return false;
    }
    if in_field && down {
        TIMER.with(Timer::stop);
        if let Some(field) = field() {
            choose("find", Some(&field.value()));
        }
        open(shown);
    }
    // The first stop is the field.
    let stops = within(&finder, "[name=find], a");
    let at = stops.iter().position(|stop| stop == element).unwrap_or(0);
    let next = if down { at + 1 } else { at.saturating_sub(1) };
    stops.get(next).into_iter().for_each(elements::focus);
    true
}

fn with<T>(answer: impl FnOnce(&Query) -> T) -> T {
    QUERY.with(|query| answer(&query.borrow()))
}

/// Changes a part of the query, and writes it into the address.
fn choose(name: &str, value: Option<&str>) {
    let value = value.filter(|value| !value.is_empty() || matches!(name, "alone" | "differs"));
    address::choose(name, value);
    let text = value.map(str::to_owned);
    QUERY.with(|query| {
        let mut query = query.borrow_mut();
        match name {
            "basis" => query.basis = text,
            "article" => query.article = text,
            "unit" => query.unit = text,
            "alone" => query.alone = text.is_some(),
            "differs" => query.differs = text.is_some(),
            _ => query.words = text.unwrap_or_default(),
        }
    });
}

/// Sets the filters to those of the query.
fn fill() {
    let query = with(Query::clone);
    for (name, value) in [("basis", &query.basis), ("article", &query.article), ("unit", &query.unit)] {
        theme::select(name, value.as_deref().unwrap_or_default());
    }
    for (name, value) in [("alone", query.alone), ("differs", query.differs)] {
        for element in all(&format!("#found [name={name}]")) {
            element.unchecked_ref::<HtmlInputElement>().set_checked(value);
        }
    }
}

/// Shows the results and announces their number.
fn show(shown: &Shown) {
    let Some(home) = document().get_element_by_id("hits") else { return };
    let said = shown.plot(|plot| {
        let mut hits = with(|query| plot.find(shown.index(plot, fold), query));
        let count = hits.len();
        hits.truncate(MOST);
        let message = match with(Query::is_empty) {
            true => Message::FindHint,
            false => Message::Found { count, shown: hits.len() },
        };
        let said = plot.say(message);
        home.set_inner_html("");
        finder::hits(said.clone(), hits).put(&home);
        said
    });
    announcer::say(&said.unwrap_or_default());
}

fn field() -> Option<HtmlInputElement> {
    all(FIELD).into_iter().next()?.dyn_into().ok()
}
