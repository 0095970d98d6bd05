//! An excerpt in a frame of another site, as the program finds it: which part it shows, and where its site is.

use leptos::prelude::{document, window};
use model::Day;
use web_sys::js_sys::JSON;

use crate::excerpt::{self, Excerpt};
use crate::interaction::{Shown, address};
use crate::{elements, inline};

/// The attributes of `#page` in a frame.
pub(crate) struct Framed {
    /// The kind and the id of the wanted part.
    wanted: Option<(String, String)>,
    /// The address of the site's folder, relative to the frame.
    root: String,
}

impl Framed {
    /// Reads them; `None` on the page itself.
    pub(crate) fn read() -> Option<Self> {
        let page = document().get_element_by_id("page")?;
        let root = page.get_attribute("data-root")?;
        let printed = page.get_attribute("data-excerpt").zip(page.get_attribute("data-id"));
        // If the press did not print the excerpt, its address names the part.
        let named = || ["chart", "figure"].into_iter().find_map(|kind| Some((kind.to_owned(), address::choice(kind)?)));
        Some(Self { wanted: printed.or_else(named), root })
    }

    /// The address of a file of the site.
    pub(crate) fn address(&self, file: &str) -> String {
        format!("{}{file}", self.root)
    }

    /// The address of the page.
    pub(crate) fn page(&self) -> String {
        self.address("index.html")
    }

    /// Shows the wanted part of a dashboard, or a message that there is none. A printed excerpt that shows the same is left
    /// in place.
    pub(crate) fn show(&self, shown: &Shown, printed: Option<Day>) {
        shown.plot(|plot| {
            if address::has("figures") {
                // `footnoted-figure.js` in another site asks for the figures in its sentences.
                let message = format!(r#"{{"type":"footnoted:figures","v":1,"figures":{}}}"#, inline::inline(plot));
                if let (Ok(Some(parent)), Ok(message)) = (window().parent(), JSON::parse(&message)) {
                    let posted = parent.post_message(&message, "*");
                    debug_assert!(posted.is_ok());
                }
                return;
            }
            // A measure is shown by its newest reading.
            let newest = |id| plot.dashboard.newest_reading(id).map_or(id, |reading| reading.id.as_str());
            let wanted = self.wanted.as_ref().and_then(|(kind, id)| Excerpt::named(kind, newest(id)));
            let page = self.page();
            if let Some(title) = wanted.and_then(|excerpt| excerpt.title(plot)) {
                document().set_title(title);
            }
            let view = |day| wanted.and_then(|excerpt| excerpt.view(plot, &page, day, None));
            if printed.and_then(view).is_some_and(elements::shows_the_same) {
                return;
            }
            let view = view(plot.dashboard.updated);
            let view = view.unwrap_or_else(|| excerpt::nothing(plot, wanted, &page));
            elements::show("page", view);
        });
    }
}
