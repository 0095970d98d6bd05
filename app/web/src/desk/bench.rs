//! The desk in the browser: a curator edits the file there, and the page shows each edit.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use model::{Dashboard, decoded};
use statement::{Language, Message};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Date, Uint8Array};
use web_sys::{
    Blob, DragEvent, Event, File, FileReader, HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Url,
};

use super::{Part, report};
use crate::elements::{self, all, around, set, target};
use crate::interaction::{self, Shown};
use crate::kept::Kept;
use crate::page;
use crate::still::{IntoStill, Still};
use crate::timer::Timer;

thread_local! {
    /// The published data, kept while the page shows an edit.
    static PUBLISHED: RefCell<Option<Rc<Shown>>> = const { RefCell::new(None) };
    /// The dashboard that the desk drew last.
    static PREVIEW: RefCell<Option<Rc<Shown>>> = const { RefCell::new(None) };
    /// The duration of the last update, in milliseconds.
    static COST: Cell<f64> = const { Cell::new(0.0) };
    static TIMER: Timer = const { Timer::new() };
}

/// The pause in typing to wait for if an update takes long.
const PAUSE: Duration = Duration::from_millis(400);

/// Updates faster than this do not disturb typing, and need no pause.
const QUICK: f64 = 200.0;

/// Listens to the curator.
pub(crate) fn listen() {
    elements::listen("click", false, clicked);
    elements::listen("change", false, changed);
    elements::listen("input", false, typed);
    elements::listen("dragover", false, dragged);
    elements::listen("drop", false, dropped);
}

fn clicked(event: &Event) {
    let button = target(event).and_then(|element| around(&element, "[data-do]"));
    match button.and_then(|button| button.get_attribute("data-do")).as_deref() {
        Some("desk") => drop(interaction::with(open)),
        Some("desk-download") => download(),
        Some("desk-close") => close(),
        _ => {}
    }
}

fn changed(event: &Event) {
    if target(event).is_some_and(|input| input.matches("input[type=file]").unwrap_or(false)) {
        accept(event);
    }
}

fn typed(event: &Event) {
    if target(event).is_some_and(|field| around(&field, "#desk").is_some()) {
        check_soon();
    }
}

/// A file that is dragged over the page may be dropped on it; the browser must not open it instead.
fn dragged(event: &Event) {
    let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    if files.is_some_and(|dragged| dragged.types().includes(&"Files".into(), 0)) {
        event.prevent_default();
    }
}

fn dropped(event: &Event) {
    if interaction::with(|shown| drop_file(shown, event)) == Some(true) {
        event.prevent_default();
    }
}

/// Adds a link to the desk at the end of the page.
pub(crate) fn begin(language: Language) {
    if !all("[data-do=desk]").is_empty() {
        return;
    }
    for list in all("#download .files") {
        let Ok(item) = document().create_element("li") else { continue };
        let added = list.append_child(&item);
        debug_assert!(added.is_ok());
        let button = view! { <button type="button" data-do="desk">{language.say(Message::Desk)}</button> };
        button.still().put(&item);
    }
}

/// Opens the desk above the page with the published file.
fn open(shown: &Rc<Shown>) {
    if all("#desk").is_empty() {
        PUBLISHED.with(|published| published.borrow_mut().get_or_insert_with(|| Rc::clone(shown)).clone());
        let Ok(home) = document().create_element("div") else { return };
        home.set_id("desk");
        let page = document().get_element_by_id("page");
        let placed = page.map(|page| page.before_with_node_1(&home));
        debug_assert!(matches!(placed, Some(Ok(()))));
        let language = shown.language;
        panel(language).put(&home);
        write(shown.text());
    }
    if let Some(title) = document().get_element_by_id("desk-title") {
        elements::focus(&title);
        title.scroll_into_view();
    }
}

/// Returns to the published data.
fn close() {
    let _ = window().location().reload();
}

/// Reads a chosen file.
fn accept(event: &Event) {
    let input = target(event).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
        read(file);
    }
}

/// Reads a dropped file. Returns whether there was one.
fn drop_file(shown: &Rc<Shown>, event: &Event) -> bool {
    let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|dropped| dropped.files());
    let Some(file) = files.and_then(|files| files.get(0)) else { return false };
    // A frame in another site is no place for editing.
    if !shown.page().is_empty() {
        return false;
    }
    open(shown);
    read(file);
    true
}

/// Checks the text: at once, or after a pause in typing.
fn check_soon() {
    let pause = if COST.get() < QUICK { Duration::ZERO } else { PAUSE };
    TIMER.with(|timer| timer.wait(pause, check));
}

/// Offers the current text as a download.
fn download() {
    let Some(text) = field().map(|field| field.value()) else { return };
    let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&text))) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download("dashboard.json");
        link.click();
    }
    // The browser may still be reading it.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        Duration::from_secs(60),
    );
}

fn panel(language: Language) -> Still {
    view! {
        <section class="desk" aria-labelledby="desk-title">
            <h2 id="desk-title" tabindex="-1">{language.say(Message::Desk)}</h2>
            <p>{language.say(Message::DeskIntro)}</p>
            <p class="actions">
                <label>{language.say(Message::DeskChoose)}" "<input type="file" name="desk" accept=".json,application/json"/></label>
                <button type="button" data-do="desk-download">{language.say(Message::DeskDownload)}</button>
                <button type="button" data-do="desk-close">{language.say(Message::DeskLeave)}</button>
            </p>
            <div class="sheets">
                <textarea name="desk" spellcheck="false" autocomplete="off" wrap="off" aria-label=language.say(Message::DeskText)></textarea>
                <div id="desk-report" role="status"></div>
            </div>
        </section>
    }
    .still()
}

fn read(file: File) {
    let Ok(reader) = FileReader::new() else { return };
    let read = reader.clone();
    let done = Closure::once_into_js(move || {
        let Ok(bytes) = read.result() else { return };
        match decoded(&Uint8Array::new(&bytes).to_vec()) {
            Ok(text) => write(text),
            // The text of the desk stays: this file has no reliable letters.
            Err(problems) => {
                interaction::with(|shown| say(report::problems(&problems, shown.language)));
            }
        }
    });
    reader.set_onload(Some(done.unchecked_ref()));
    let begun = reader.read_as_array_buffer(&file);
    debug_assert!(begun.is_ok());
}

fn write(text: &str) {
    if let Some(field) = field() {
        field.set_value(text);
    }
    check();
}

/// Reads the text of the desk, shows the dashboard if it has no mistakes, and reports problems or changes.
fn check() {
    let begun = Date::now();
    let Some(text) = field().map(|field| field.value()) else { return };
    let Some(published) = PUBLISHED.with(|published| published.borrow().clone()) else { return };
    let language = published.language;
    let said = match Dashboard::parse(&text) {
        Err(problems) => Some(report::problems(&problems, language)),
        Ok(edited) => published.plot(|plot| {
            let said = report::changes(plot.dashboard, &edited, published.text() == text, language);
            let date = plot.day(plot.dashboard.updated);
            preview(Rc::new(Shown::of(text, edited, language)), &date);
            said
        }),
    };
    if let Some(said) = said {
        say(said);
    }
    if let Some(root) = document().document_element() {
        set(&root, "data-preview", Some(""));
    }
    COST.set(Date::now() - begun);
}

/// Replaces the report.
fn say(said: Still) {
    let Some(home) = document().get_element_by_id("desk-report") else { return };
    home.set_inner_html("");
    said.put(&home);
}

/// Shows an edited dashboard: if the page shows the edit before it, only the parts that changed are drawn.
fn preview(shown: Rc<Shown>, printed: &str) {
    let before = PREVIEW.with(|preview| preview.borrow_mut().replace(Rc::clone(&shown)));
    // Unless the page shows something else by now.
    let before = before.filter(|before| interaction::with(|now| Rc::ptr_eq(now, before)) == Some(true));
    let drawn = before.is_some_and(|before| {
        let drawn = before.plot(|old| {
            shown.plot(|new| {
                for part in Part::changed(old, new)? {
                    redraw(&part.selector(), part.view(new, printed)?)?;
                }
                Some(())
            })?
        });
        drawn.flatten().is_some()
    });
    if drawn {
        return begin_with(shown);
    }
    let kept = Kept::of_page();
    shown.plot(|plot| {
        let view = page::page(plot.dashboard, plot.language, Some(printed));
        elements::show("page", view);
    });
    begin_with(shown);
    kept.give_back();
}

/// Makes the page interactive, and offers the desk.
fn begin_with(shown: Rc<Shown>) {
    let language = shown.language;
    interaction::begin(shown);
    begin(language);
}

/// Replaces an element by a view, with the same tables open.
fn redraw(selector: &str, view: Still) -> Option<()> {
    let old = all(selector).into_iter().next()?;
    let home = document().create_element("div").ok()?;
    view.put(&home);
    let new = home.first_element_child()?;
    old.replace_with_with_node_1(&new).ok()?;
    for details in elements::within(&old, "details[open]") {
        if let Some(details) = document().get_element_by_id(&details.id()) {
            set(&details, "open", Some(""));
        }
    }
    Some(())
}

fn field() -> Option<HtmlTextAreaElement> {
    all("#desk textarea").into_iter().next()?.dyn_into().ok()
}
