//! The page and its excerpts as text, rendered natively.

use leptos::prelude::*;
use model::{Dashboard, Day};
use statement::{Account, Language};

use crate::excerpt::{self, Excerpt};
use crate::overview::{self, Kept};
use crate::page;
use crate::still::Still;

/// What a picture in a page does without: HTML knows what `<svg>` is.
const NAMESPACE: &str = r#" xmlns="http://www.w3.org/2000/svg""#;

/// The HTML that the browser would build inside `#page`.
pub fn render(dashboard: &Dashboard, language: Language) -> String {
    written(|| page::page(dashboard, language, None))
}

/// An excerpt of it, as of the day of the last change of what it shows, for a frame from which the page is at the address
/// `page`; nothing where there is no such part.
pub fn render_excerpt(
    plot: &Account<'_>,
    excerpt: Excerpt<'_>,
    page: &str,
    day: Day,
    remark: Option<&str>,
) -> Option<String> {
    Owner::new().with(|| excerpt.view(plot, page, day, remark)).map(|view| written(|| view))
}

/// Everything on one small page, to be kept for good, as [`overview`] has it.
pub fn render_overview(
    plot: &Account<'_>,
    page: &str,
    day: Day,
    remark: &str,
    kept: &dyn Fn(Excerpt<'_>) -> Kept,
) -> String {
    written(|| overview::overview(plot, page, day, remark, kept))
}

/// What stands in place of an excerpt of something that is not there.
pub fn render_nothing(plot: &Account<'_>, page: &str) -> String {
    written(|| excerpt::nothing(plot, None, page))
}

/// A view as text, without the empty comments between which Leptos would find its places again: it never looks for
/// them, since a printed page is left as it is or replaced. Text from the data cannot hold one; there they are escaped.
fn written(view: impl FnOnce() -> Still) -> String {
    Owner::new().with(|| view().into_html()).replace("<!>", "").replace(NAMESPACE, "")
}
