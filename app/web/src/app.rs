//! The running page: asks whether the live data is newer than what stands, and shows it, or why it cannot be shown.
//!
//! A page that was printed before, with its figures in it, is left as it is, element for element, as long as the
//! live file is the one it was printed from. Without scripts, or when this program cannot run, it stays for good. So
//! does an excerpt in a frame. The program comes when somebody asks for something, or when the live file is another one.

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
use crate::kept::Kept;
use crate::reading::{self, Shown, address};
use crate::still::IntoStill;
use crate::{Failure, desk, failure, horizon, loading, page, version};

/// Where the data lies, seen from the page.
const DATA: &str = "data/dashboard.json";

/// What the live file turned out to be.
enum Live {
    /// What the page was printed from: this text.
    Printed(String),
    /// Something else, and sound.
    Newer(String, Box<Dashboard>),
    /// Nothing that can be shown.
    Failed(Failure),
}

/// What a page was printed from, as its `#page` says.
struct Printed {
    language: Language,
    /// The edition; of an excerpt, one in which it is as it stands here, where `frame.js` has found out which. Else empty.
    version: String,
    /// The day of its last change.
    day: Day,
}

/// Listens to readers, and brings the page up to date.
pub fn start() {
    reading::listen();
    desk::listen();
    elements::listen("click", false, clicked);
    elements::listen("change", false, changed);
    // Mounting something, be it nothing, starts what Leptos runs tasks with.
    if let Ok(nowhere) = document().create_element("div") {
        mount_to(nowhere.unchecked_into(), || ()).forget();
    }
    refresh();
}

/// What is asked of the page as a whole.
fn clicked(event: &Event) {
    let button = elements::target(event).and_then(|element| elements::around(&element, "[data-do]"));
    match button.and_then(|button| button.get_attribute("data-do")).as_deref() {
        Some("again") => refresh(),
        Some("now") => set_back(None),
        Some("dismiss") => show("notice", ().still()),
        _ => {}
    }
}

/// The day to which the page is to be set back.
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

/// The day to which the page is set back, as its address says. A frame does not show that it is set back, so it never is.
fn horizon_of(framed: Option<&Framed>) -> Option<Day> {
    let date = address::choice(horizon::NAME).filter(|_| framed.is_none());
    match Date::parse(&date?)? {
        Date::Day(day) => Some(day),
        Date::Interval(..) => None,
    }
}

/// Lets readers ask of what is shown, and whoever keeps the data try an edit of it.
fn begin(shown: Shown) {
    let language = shown.language;
    reading::begin(shown.into());
    desk::begin(language);
}

/// Brings the page up to date.
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
                // The files beside the page are of what was printed.
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
                    // A page of somebody else's is no place for our troubles: the figures stay as they are, with their date.
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
    /// Whether this text is what was printed.
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

/// Says the state on `<html>`.
fn announce(state: &str) {
    let shown = document().document_element().map(|root| root.set_attribute("data-state", state));
    debug_assert!(matches!(shown, Some(Ok(()))));
}

/// How the live file is asked for. The script that fetched this program has asked the server for it, and says so once: the
/// browser has what came, and a reader who waits for an answer need not wait for the server again.
fn caching() -> RequestCache {
    const ASKED: &str = "data-asked";
    let root = document().document_element();
    let Some(root) = root.filter(|root| root.has_attribute(ASKED)) else { return RequestCache::NoCache };
    elements::set(&root, ASKED, None);
    RequestCache::ForceCache
}

async fn fetch(data: &str, printed: Option<&Printed>, language: Language, horizon: Option<Day>) -> Live {
    let failed = Live::Failed;
    // The file is edited after the page was deployed: the server is asked whether it changed. A cache that does not ask
    // may keep an old answer; it cannot give one that is older than this page.
    let address = printed.map_or_else(|| data.to_owned(), |printed| format!("{data}?since={}", printed.version));
    let Ok(response) = Request::get(&address).cache(caching()).send().await else {
        return failed(Failure::Unreachable);
    };
    if !response.ok() {
        return failed(Failure::NotFound(response.status()));
    }
    // The bytes, and not what the browser or a header of the server takes them for.
    let Ok(bytes) = response.binary().await else {
        return failed(Failure::Unreachable);
    };
    match decoded(&bytes).and_then(|text| {
        // A page that is or was set back is drawn anew.
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
