//! The running page: compares the live data with the printed page, and has it drawn if it differs, or shows the reason why it
//! cannot be shown.
//!
//! While the live file is the one that the page was printed from, the printed page stays in place, element for element.
//! Without scripts, or if no program can run, it always does. The same holds for an excerpt in a frame.

use std::cell::Cell;

use gloo_net::http::Request;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Date, Day, Problems, decoded};
use statement::Language;
use wasm_bindgen::JsCast;
use web_sys::{Event, RequestCache};

use crate::elements::{self, show};
use crate::framed::Framed;
use crate::interaction::{self, Shown, address};
use crate::still::IntoStill;
use crate::{Failure, charge, desk, failure, horizon, loading, version};

/// The address of the data, relative to the page.
const DATA: &str = "data/dashboard.json";

/// Draws live data. The answering program cannot draw, and hands over.
pub(crate) type Draw = fn(Other) -> Result<(), Problems>;

/// Live data that differs from what is printed, or that is to be shown in another way.
pub(crate) struct Other {
    pub(crate) text: String,
    pub(crate) language: Language,
    /// What the page was printed from, if it was.
    pub(crate) printed: Option<Printed>,
    /// The excerpt, if the page is one in a frame.
    pub(crate) framed: Option<Framed>,
    /// The day to which the page is set back.
    pub(crate) horizon: Option<Day>,
}

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// The result of reading the live file.
enum Live {
    /// It is the text that the page was printed from, and the page shows all of it.
    Printed(String),
    /// It is to be drawn.
    Other(String),
    /// It cannot be shown.
    Failed(Failure),
}

/// What a page was printed from, by the attributes of `#page`.
#[derive(Clone)]
pub(crate) struct Printed {
    pub(crate) language: Language,
    /// The edition; for an excerpt, the edition that `frame.js` found to be the same; else empty.
    version: String,
    /// The day of its last change.
    pub(crate) day: Day,
}

/// Listens to readers, and updates the page.
pub(crate) fn run(draw: Draw) {
    DRAW.set(Some(draw));
    interaction::listen();
    elements::listen("click", false, clicked);
    // Mounting a view, even an empty one, starts the executor of Leptos.
    if let Ok(nowhere) = document().create_element("div") {
        mount_to(nowhere.unchecked_into(), || ()).forget();
    }
    refresh();
}

/// Handles the buttons of messages about the data.
fn clicked(event: &Event) {
    let button = elements::target(event).and_then(|element| elements::around(&element, "[data-do]"));
    match button.and_then(|button| button.get_attribute("data-do")).as_deref() {
        Some("again") => refresh(),
        Some("dismiss") => show("notice", ().still()),
        _ => {}
    }
}

/// The day in the address to which the page is set back. A frame has no room for the notice, so it is never set back.
fn horizon_of(framed: Option<&Framed>) -> Option<Day> {
    let date = address::choice(horizon::NAME).filter(|_| framed.is_none());
    match Date::parse(&date?)? {
        Date::Day(day) => Some(day),
        Date::Interval(..) => None,
    }
}

/// Makes the page interactive, and offers the desk for edits of the data.
pub(crate) fn begin(shown: Shown) {
    let language = shown.language;
    interaction::begin(shown.into());
    desk::begin(language);
}

/// Updates the page.
pub(crate) fn refresh() {
    let language = address::choice("lang").and_then(|tag| Language::of_tag(&tag)).unwrap_or_default();
    let printed = Printed::read();
    let framed = Framed::read();
    show("notice", ().still());
    if printed.is_none() && framed.is_none() {
        announce("loading");
        show("page", loading::loading(language));
    }
    spawn_local(async move {
        let address = framed.as_ref().map_or_else(|| DATA.to_owned(), |framed| framed.address(DATA));
        let in_frame = framed.is_some();
        let horizon = horizon_of(framed.as_ref());
        let live = fetch(&address, printed.as_ref(), language, horizon).await;
        if !charge::is_mine() {
            return;
        }
        let failed = match live {
            Live::Printed(text) => {
                begin(Shown::printed(text, language).framed(framed.as_ref().map(Framed::page)));
                announce("ready");
                None
            }
            Live::Other(text) => {
                let other = Other { text, language, printed: printed.clone(), framed, horizon };
                DRAW.get().and_then(|draw| draw(other).err()).map(Failure::Problems)
            }
            Live::Failed(failure) => Some(failure),
        };
        if let Some(failure) = failed {
            match printed {
                // A frame in another site reports no problems: it keeps its printed figures with their date.
                Some(_) if in_frame => {}
                Some(printed) => show("notice", failure::notice(&failure, language, &printed.date())),
                None => show("page", failure::failure(&failure, language)),
            }
            announce("error");
        }
    });
}

impl Printed {
    /// Whether this text is the printed one.
    pub(crate) fn is_of(&self, text: &str) -> bool {
        self.version == version::version(text)
    }

    /// The day in words.
    pub(crate) fn date(&self) -> String {
        self.language.date(&Date::Day(self.day))
    }

    fn read() -> Option<Self> {
        let page = document().get_element_by_id("page")?;
        let day = Date::parse(&page.get_attribute("data-updated")?)?.start();
        let spoken = document().document_element().and_then(|root| root.get_attribute("lang"));
        Some(Self {
            language: spoken.and_then(|tag| Language::of_tag(&tag)).unwrap_or_default(),
            version: page.get_attribute("data-version").unwrap_or_default(),
            day,
        })
    }
}

/// Writes the state into `<html>`.
pub(crate) fn announce(state: &str) {
    let shown = document().document_element().map(|root| root.set_attribute("data-state", state));
    debug_assert!(matches!(shown, Some(Ok(()))));
}

/// The cache mode of the request for the live file. The script that loaded this program may have requested the file already,
/// and then marks that once: the browser's copy is used without another round trip.
fn caching() -> RequestCache {
    const ASKED: &str = "data-asked";
    let root = document().document_element();
    let Some(root) = root.filter(|root| root.has_attribute(ASKED)) else { return RequestCache::NoCache };
    elements::set(&root, ASKED, None);
    RequestCache::ForceCache
}

async fn fetch(data: &str, printed: Option<&Printed>, language: Language, horizon: Option<Day>) -> Live {
    let failed = Live::Failed;
    // The file can change after the page was deployed, so the server is always asked. A cache that ignores this may return
    // an older answer, but not one that is older than this page.
    let address = printed.map_or_else(|| data.to_owned(), |printed| format!("{data}?since={}", printed.version));
    let Ok(response) = Request::get(&address).cache(caching()).send().await else {
        return failed(Failure::Unreachable);
    };
    if !response.ok() {
        return failed(Failure::NotFound(response.status()));
    }
    // The bytes, independent of the encoding that the server or browser assumes.
    let Ok(bytes) = response.binary().await else {
        return failed(Failure::Unreachable);
    };
    match decoded(&bytes) {
        Ok(text) => {
            // A page that is or was set back is drawn again.
            let as_printed = horizon.is_none() && elements::all(".horizon").is_empty();
            let same = printed.is_some_and(|printed| printed.is_of(text) && printed.language == language);
            if as_printed && same { Live::Printed(text.to_owned()) } else { Live::Other(text.to_owned()) }
        }
        Err(problems) => failed(Failure::Problems(problems)),
    }
}
