//! The running page: compares the live data with the printed page, and shows it if it differs, or the reason why it cannot
//! be shown.
//!
//! While the live file is the one that the page was printed from, the printed page stays in place, element for element.
//! Without scripts, or if this program cannot run, it always does. The same holds for an excerpt in a frame. The program is
//! loaded when a reader uses the page, or when the live file differs.

use gloo_net::http::Request;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Dashboard, Date, Day, decoded};
use statement::{Language, Message};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement, RequestCache};

use crate::elements::{self, show};
use crate::framed::Framed;
use crate::interaction::{self, Shown, address};
use crate::kept::Kept;
use crate::still::IntoStill;
use crate::{Failure, desk, failure, horizon, loading, page, version};

/// The address of the data, relative to the page.
const DATA: &str = "data/dashboard.json";

/// The result of reading the live file.
enum Live {
    /// It is the text that the page was printed from.
    Printed(String),
    /// It differs, and has no mistakes.
    Newer(String, Box<Dashboard>),
    /// It cannot be shown.
    Failed(Failure),
}

/// What a page was printed from, by the attributes of `#page`.
struct Printed {
    language: Language,
    /// The edition; for an excerpt, the edition that `frame.js` found to be the same; else empty.
    version: String,
    /// The day of its last change.
    day: Day,
}

/// Listens to readers, and updates the page.
pub fn start() {
    interaction::listen();
    desk::listen();
    elements::listen("click", false, clicked);
    elements::listen("change", false, changed);
    // Mounting a view, even an empty one, starts the executor of Leptos.
    if let Ok(nowhere) = document().create_element("div") {
        mount_to(nowhere.unchecked_into(), || ()).forget();
    }
    refresh();
}

/// Handles the buttons of the page as a whole.
fn clicked(event: &Event) {
    let button = elements::target(event).and_then(|element| elements::around(&element, "[data-do]"));
    match button.and_then(|button| button.get_attribute("data-do")).as_deref() {
        Some("again") => refresh(),
        Some("now") => set_back(None),
        Some("dismiss") => show("notice", ().still()),
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
    refresh();
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
fn begin(shown: Shown) {
    let language = shown.language;
    interaction::begin(shown.into());
    desk::begin(language);
}

/// Updates the page.
fn refresh() {
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
        let page = framed.as_ref().map(Framed::page);
        let horizon = horizon_of(framed.as_ref());
        match fetch(&address, printed.as_ref(), language, horizon).await {
            Live::Printed(text) => {
                begin(Shown::printed(text, language).framed(page));
                announce("ready");
            }
            Live::Newer(text, dashboard) => {
                let kept = Kept::of_page();
                // The files beside the page belong to the printed edition.
                let printed = printed.filter(|printed| !printed.is_of(&text) || printed.language != language);
                document().set_title(&title(&dashboard, language));
                let shown = Shown::of(text, *dashboard, language).framed(page);
                match framed {
                    Some(framed) => framed.show(&shown, printed.map(|printed| printed.day)),
                    None => {
                        shown.plot(|plot| {
                            let printed = printed.map(|printed| printed.date());
                            let view = page::page(plot.dashboard, language, printed.as_deref());
                            show("page", view);
                        });
                    }
                }
                begin(shown);
                announce("ready");
                kept.give_back();
            }
            Live::Failed(failure) => {
                match printed {
                    // A frame in another site reports no problems: it keeps its printed figures with their date.
                    Some(_) if framed.is_some() => {}
                    Some(printed) => show("notice", failure::notice(&failure, language, &printed.date())),
                    None => show("page", failure::failure(&failure, language)),
                }
                announce("error");
            }
        }
    });
}

impl Printed {
    /// Whether this text is the printed one.
    fn is_of(&self, text: &str) -> bool {
        self.version == version::version(text)
    }

    /// The day in words.
    fn date(&self) -> String {
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

/// The title of the page, with the day to which it is set back.
fn title(dashboard: &Dashboard, language: Language) -> String {
    let mut title = dashboard.title.in_language(language.tag()).to_owned();
    if let Some(left) = dashboard.horizon {
        title += " · ";
        title += &language.say(Message::AsKnown { date: &language.date(&Date::Day(left.day)) });
    }
    title
}

/// Writes the state into `<html>`.
fn announce(state: &str) {
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
    match decoded(&bytes).and_then(|text| {
        // A page that is or was set back is drawn again.
        let as_printed = horizon.is_none() && elements::all(".horizon").is_empty();
        if printed.is_some_and(|printed| as_printed && printed.is_of(text) && printed.language == language) {
            return Ok(Live::Printed(text.to_owned()));
        }
        let dashboard = Dashboard::parse(text)?;
        Ok(Live::Newer(
            text.to_owned(),
            Box::new(match horizon {
                Some(day) => dashboard.as_of(day),
                None => dashboard,
            }),
        ))
    }) {
        Ok(live) => live,
        Err(problems) => failed(Failure::Problems(problems)),
    }
}
