//! The data behind the page that stands.

use std::cell::OnceCell;

use chart::Plot;
use locale::Language;
use model::{Dashboard, Footnotes};

/// The dashboard that the page shows. That of a printed page is read when it is first asked for.
pub(crate) struct Shown {
    text: String,
    dashboard: OnceCell<Option<Dashboard>>,
    pub(crate) language: Language,
}

impl Shown {
    /// The page that was printed from this text.
    pub(crate) fn printed(text: String, language: Language) -> Self {
        Self { text, dashboard: OnceCell::new(), language }
    }

    /// A page of this dashboard, read from this text.
    pub(crate) fn of(text: String, dashboard: Dashboard, language: Language) -> Self {
        Self { text, dashboard: OnceCell::from(Some(dashboard)), language }
    }

    /// The data file.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Answers from the data.
    pub(crate) fn plot<T>(&self, answer: impl FnOnce(&Plot<'_>) -> T) -> Option<T> {
        let dashboard = self.dashboard.get_or_init(|| Dashboard::parse(&self.text).ok()).as_ref()?;
        let footnotes = Footnotes::of(dashboard);
        Some(answer(&Plot { dashboard, footnotes: &footnotes, language: self.language }))
    }
}
