//! The page as text, rendered natively.

use leptos::prelude::*;
use locale::Language;
use model::Dashboard;

use crate::page;

/// What a picture in a page does without: HTML knows what `<svg>` is.
const NAMESPACE: &str = r#" xmlns="http://www.w3.org/2000/svg""#;

/// The HTML that the browser would build inside `#page`, without the empty comments between which Leptos would find
/// its places again: it never looks for them, since a printed page is left as it is or replaced. Text from the data
/// cannot hold one; there they are escaped.
pub fn render(dashboard: &Dashboard, language: Language) -> String {
    Owner::new().with(|| page::page(dashboard, language, None).to_html()).replace("<!>", "").replace(NAMESPACE, "")
}
