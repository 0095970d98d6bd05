//! What a reader does with the printed page: opens the evidence, follows an article, walks through a chart, sorts a table.
//!
//! The printed page is not drawn again for this. A few listeners on the document wait, and each answer is computed from the
//! data when a reader asks.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

use crate::elements::{self, all, around, set, target};
pub(crate) use shown::{Shown, with};

pub(crate) mod address;
mod announcer;
mod beside;
mod find;
mod follow;
mod pasteboard;
mod popover;
pub(crate) mod scale;
mod shown;
mod sort;
mod subject;
mod theme;
mod tip;
mod walk;

/// Removes what another program has opened on this page, and would close.
pub(crate) fn discard() {
    tip::hide();
    popover::discard();
}

/// Listens to what readers do, from now on.
pub(crate) fn listen() {
    announcer::appear();
    elements::listen("click", false, clicked);
    elements::listen("keydown", false, pressed);
    elements::listen("focusin", false, focused);
    elements::listen("pointerover", false, pointed);
    elements::listen("pointerout", false, left);
    elements::listen("change", false, changed);
    elements::listen("input", false, find::typed);
    // `toggle` does not bubble, so it is caught in the capture phase.
    elements::listen("toggle", true, opened);
    // `resize` is an event of the window, not of the document.
    popover::follow_size();
}

/// Answers readers from now on. After the page was replaced, it answers from the new one.
pub(crate) fn begin(shown: Rc<Shown>) {
    shown::put(shown);
    let today = String::from(web_sys::js_sys::Date::new_0().to_iso_string());
    for overdue in all("[data-due]") {
        let due = overdue.get_attribute("data-due").unwrap_or_default();
        // The time of the day follows the date.
        set(&overdue, "hidden", (today.as_str() < due.as_str() || today.starts_with(&due)).then_some(""));
    }
    for tool in all(".tools :disabled, .switch :disabled") {
        set(&tool, "disabled", None);
    }
    with(|shown| {
        walk::offer(shown);
        // Tables that were opened before the program was loaded.
        for details in all(SORTED) {
            sort::offer(shown, &details);
        }
        theme::restore();
        follow::restore(shown);
        find::restore(shown);
    });
}

fn clicked(event: &Event) {
    let Some(element) = target(event) else { return };
    with(|shown| find::clicked(shown, &element));
    let plain = event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|mouse| mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key()));
    if let Some(marker) = around(&element, MARKER)
        && plain
    {
        let opened = with(|shown| popover::turn(shown, &marker));
        if opened == Some(true) {
            event.prevent_default();
        }
        return;
    }
    if let Some(button) = around(&element, "[data-do]") {
        let asked = button.get_attribute("data-do");
        with(|shown| match asked.as_deref() {
            Some("copy") => popover::copy(shown),
            Some("follow") => popover::follow(shown, button.get_attribute("data-source").as_deref()),
            Some("close") => popover::close(true),
            Some("unfollow") => follow::stop(shown),
            Some("share") => pasteboard::copy(shown, &button, &address::whole()),
            Some("sort") => sort::by(shown, &button),
            Some("clear") => find::clear(shown),
            _ => {}
        });
        return;
    }
    // A tap on a mark shows the same as a resting mouse.
    if let Some(mark) = around(&element, ".frames .mark") {
        // In a flow, marks have no markers of their own.
        if let Some(frames) = around(&mark, "[data-kind=flow] .frames") {
            with(|shown| walk::evidence(shown, &frames, &mark));
            return;
        }
        with(|shown| tip::show(shown, &mark));
    }
    // A click beside the evidence window, or on a link from it into the page, closes it.
    if around(&element, "#evidence a[href^='#']").is_some() || around(&element, "#evidence").is_none() {
        popover::close(false);
    }
}

fn pressed(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let Some(element) = target(event) else { return };
    if with(|shown| find::pressed(shown, &element, &key.key())) == Some(true) {
        return event.prevent_default();
    }
    match key.key().as_str() {
        "Escape" => {
            tip::hide();
            popover::close(true);
        }
        "Tab" => popover::tabbed(&element, key.shift_key()),
        name => {
            let walks = element.matches(walk::WALKED).unwrap_or(false);
            if walks && with(|shown| walk::step(shown, &element, name)) == Some(true) {
                event.prevent_default();
            }
        }
    }
}

fn focused(event: &Event) {
    let Some(element) = target(event) else { return };
    let from = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    find::focused(&element, from.and_then(|from| from.dyn_into().ok()));
    // The evidence of a mark keeps the mark's words open.
    if around(&element, "#evidence").is_none() && !element.matches(walk::WALKED).unwrap_or(false) {
        tip::hide();
    }
    popover::elsewhere(&element);
    if element.matches("a[role=doc-noteref]:focus-visible").unwrap_or(false) {
        with(|shown| popover::open(shown, &element, popover::Stay::Focused));
    } else if around(&element, "#evidence").is_none() && !popover::is_of(&element) {
        popover::close(false);
    }
}

fn pointed(event: &Event) {
    let Some(element) = target(event).filter(|_| is_mouse(event)) else { return };
    if let Some(marker) = around(&element, MARKER) {
        popover::hover(marker);
    } else if around(&element, "#evidence").is_some() {
        popover::stay();
    } else if let Some(mark) = around(&element, ".frames .mark") {
        with(|shown| tip::show(shown, &mark));
    } else if around(&element, ".tip").is_some() {
        tip::stay();
    }
}

fn left(event: &Event) {
    let Some(element) = target(event).filter(|_| is_mouse(event)) else { return };
    if around(&element, ".frames .mark, .tip").is_some() {
        tip::hide_soon();
    }
    if around(&element, MARKER).or_else(|| around(&element, "#evidence")).is_some() {
        let to = event.dyn_ref::<MouseEvent>().and_then(MouseEvent::related_target);
        popover::leave(to.and_then(|to| to.dyn_into().ok()).as_ref());
    }
}

/// Touch has no hover.
fn is_mouse(event: &Event) -> bool {
    event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "mouse")
}

fn changed(event: &Event) {
    let Some(element) = target(event) else { return };
    if let Some(ticked) = element.dyn_ref::<HtmlInputElement>().filter(|_| around(&element, "#found").is_some()) {
        with(|shown| find::changed(shown, &ticked.name(), ticked.checked().then_some("")));
    }
    let Some(select) = element.dyn_ref::<HtmlSelectElement>() else { return };
    let value = select.value();
    let value = (!value.is_empty()).then_some(value);
    match select.name().as_str() {
        name @ ("basis" | "article" | "unit") => {
            with(|shown| find::changed(shown, name, value.as_deref()));
        }
        "theme" => theme::choose(value.as_deref()),
        "source" => {
            with(|shown| follow::choose(shown, value.as_deref()));
        }
        _ => {}
    }
}

fn opened(event: &Event) {
    if let Some(details) = target(event).filter(|element| element.matches(SORTED).unwrap_or(false)) {
        with(|shown| sort::offer(shown, &details));
    }
}

/// A table that can be sorted.
const SORTED: &str = "details.table[open]";

/// What opens the evidence.
const MARKER: &str = "a[role=doc-noteref]";
