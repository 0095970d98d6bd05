//! The page and its excerpts as text, rendered natively.

use leptos::prelude::*;
use model::{Dashboard, Day};
use statement::{Account, Language};

use crate::excerpt::{self, Excerpt};
use crate::overview::{self, Kept};
use crate::page;
use crate::still::Still;

/// The XML namespace, which HTML does not need on `<svg>`.
const NAMESPACE: &str = r#" xmlns="http://www.w3.org/2000/svg""#;

/// The HTML of `#page`.
pub fn render(dashboard: &Dashboard, language: Language) -> String {
    written(|| page::page(dashboard, language, None))
}

/// An excerpt as of the day of its last change, for a frame from which the page is at the address `page`; `None` if there is
/// no such part.
pub fn render_excerpt(
    plot: &Account<'_>,
    excerpt: Excerpt<'_>,
    page: &str,
    day: Day,
    remark: Option<&str>,
) -> Option<String> {
    Owner::new().with(|| excerpt.view(plot, page, day, remark)).map(|view| written(|| view))
}

/// A frozen edition on one page: see [`overview`].
pub fn render_overview(
    plot: &Account<'_>,
    page: &str,
    day: Day,
    remark: &str,
    kept: &dyn Fn(Excerpt<'_>) -> Kept,
) -> String {
    written(|| overview::overview(plot, page, day, remark, kept))
}

/// The excerpt for an unknown id.
pub fn render_nothing(plot: &Account<'_>, page: &str) -> String {
    written(|| excerpt::nothing(plot, None, page))
}

/// A view as text, without the empty comments by which Leptos finds its places: a printed page is never hydrated. Text from
/// the data cannot contain such comments, since it is escaped.
fn written(view: impl FnOnce() -> Still) -> String {
    Owner::new().with(|| view().into_html()).replace("<!>", "").replace(NAMESPACE, "")
}
