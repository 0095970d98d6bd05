//! An excerpt in somebody else's page, as the program finds it: what it is of, and where its site is.

use leptos::prelude::{document, window};
use model::Day;
use web_sys::js_sys::JSON;

use crate::excerpt::{self, Excerpt};
use crate::reading::{Shown, address};
use crate::{elements, inline};

/// What `#page` says of the frame that it is in.
pub(crate) struct Framed {
    /// The kind and the id of what is wanted.
    wanted: Option<(String, String)>,
    /// The address of the site's folder, seen from the frame.
    root: String,
}

impl Framed {
    /// Reads it; nothing on the page itself, which is in no frame.
    pub(crate) fn read() -> Option<Self> {
        let page = document().get_element_by_id("page")?;
        let root = page.get_attribute("data-root")?;
        let printed = page.get_attribute("data-excerpt").zip(page.get_attribute("data-id"));
        // What was not printed is drawn as the address wants it.
        let named = || ["chart", "figure"].into_iter().find_map(|kind| Some((kind.to_owned(), address::choice(kind)?)));
        Some(Self { wanted: printed.or_else(named), root })
    }

    /// The address of something on the site.
    pub(crate) fn address(&self, file: &str) -> String {
        format!("{}{file}", self.root)
    }

    /// The address of the page.
    pub(crate) fn page(&self) -> String {
        self.address("index.html")
    }

    /// Shows what is wanted of a dashboard, or that there is no such thing. What was printed, as of a day, and shows the
    /// same, is left as it is.
    pub(crate) fn show(&self, shown: &Shown, printed: Option<Day>) {
        shown.plot(|plot| {
            if address::has("figures") {
                // A page of somebody else's asks for the figures in its sentences.
                let message = format!(r#"{{"type":"footnoted:figures","v":1,"figures":{}}}"#, inline::inline(plot));
                if let (Ok(Some(parent)), Ok(message)) = (window().parent(), JSON::parse(&message)) {
                    let posted = parent.post_message(&message, "*");
                    debug_assert!(posted.is_ok());
                }
                return;
            }
            let wanted = self.wanted.as_ref().and_then(|(kind, id)| Excerpt::named(kind, id));
            let page = self.page();
            if let Some(title) = wanted.and_then(|excerpt| excerpt.title(plot)) {
                document().set_title(title);
            }
            let view = |day| wanted.and_then(|excerpt| excerpt.view(plot, &page, day, None));
            if printed.and_then(view).is_some_and(elements::stands) {
                return;
            }
            let view = view(plot.dashboard.updated);
            let view = view.unwrap_or_else(|| excerpt::nothing(plot, wanted, &page));
            elements::show("page", view);
        });
    }
}
