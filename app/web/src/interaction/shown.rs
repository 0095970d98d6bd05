//! The data behind the page.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use model::{Dashboard, Footnotes};
use statement::{Account, Index, Language};

use crate::Setting;

thread_local! {
    /// What the page shows; `None` until a reader can use it.
    static SHOWN: RefCell<Option<Rc<Shown>>> = const { RefCell::new(None) };
}

/// Stores what the page shows.
pub(crate) fn put(shown: Rc<Shown>) {
    SHOWN.with(|old| old.borrow_mut().replace(shown));
}

/// Passes what the page shows to a function.
pub(crate) fn with<T>(answer: impl FnOnce(&Rc<Shown>) -> T) -> Option<T> {
    let shown = SHOWN.with(|shown| shown.borrow().clone())?;
    Some(answer(&shown))
}

/// The dashboard of the page. That of a printed page is parsed when it is first needed.
pub(crate) struct Shown {
    text: String,
    dashboard: OnceCell<Option<Dashboard>>,
    /// The search index, made when it is first needed.
    index: OnceCell<Index>,
    pub(crate) language: Language,
    /// The address of the page, if this is an excerpt in a frame.
    page: Option<String>,
}

impl Shown {
    /// The printed page of this text.
    pub(crate) fn printed(text: String, language: Language) -> Self {
        Self { text, dashboard: OnceCell::new(), index: OnceCell::new(), language, page: None }
    }

    /// A page of this dashboard, read from this text.
    pub(crate) fn of(text: String, dashboard: Dashboard, language: Language) -> Self {
        Self { text, dashboard: OnceCell::from(Some(dashboard)), index: OnceCell::new(), language, page: None }
    }

    /// The same in a frame, from which the page is at this address.
    pub(crate) fn framed(self, page: Option<String>) -> Self {
        Self { page, ..self }
    }

    /// The address of the page, relative to here; empty on the page itself.
    pub(crate) fn page(&self) -> &str {
        self.page.as_deref().unwrap_or_default()
    }

    /// The place of what is shown.
    pub(crate) fn setting(&self) -> Setting<'_> {
        match &self.page {
            Some(page) => Setting::Frame { page, alone: true },
            None => Setting::Page { files: true },
        }
    }

    /// The data file.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The search index; `fold` removes differences of capitals and accents.
    pub(crate) fn index(&self, plot: &Account<'_>, fold: fn(&str) -> String) -> &Index {
        self.index.get_or_init(|| plot.index(fold))
    }

    /// Passes the account to a function.
    pub(crate) fn plot<T>(&self, answer: impl FnOnce(&Account<'_>) -> T) -> Option<T> {
        let dashboard = self.dashboard.get_or_init(|| Dashboard::parse(&self.text).ok()).as_ref()?;
        let footnotes = Footnotes::of(dashboard);
        Some(answer(&Account { dashboard, footnotes: &footnotes, language: self.language, address: None }))
    }
}
