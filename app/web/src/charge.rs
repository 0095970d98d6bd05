//! Which of the two programs answers a reader: the answering program, until the drawing program runs.

use std::cell::Cell;

use leptos::prelude::document;
use web_sys::Event;

/// The attribute of `<html>` while the drawing program answers. The programs share nothing but the page.
const DRAWING: &str = "data-drawing";

/// The event by which the answering program asks `program.js` for the drawing program.
const WANTED: &str = "footnoted:draw";

thread_local! {
    /// Whether this is the drawing program.
    static DRAWS: Cell<bool> = const { Cell::new(false) };
}

/// From now on this program answers, and the other one does nothing.
pub(crate) fn take() {
    DRAWS.set(true);
    let taken = document().document_element().map(|root| root.set_attribute(DRAWING, ""));
    debug_assert!(matches!(taken, Some(Ok(()))));
}

/// Whether this program answers.
pub(crate) fn is_mine() -> bool {
    DRAWS.get() || document().document_element().is_none_or(|root| !root.has_attribute(DRAWING))
}

/// Asks for the drawing program.
pub(crate) fn hand_over() {
    let asked = Event::new(WANTED).and_then(|event| document().dispatch_event(&event));
    debug_assert!(asked.is_ok());
}
