//! The page as text, rendered natively.

use leptos::prelude::*;
use locale::Language;
use model::Dashboard;

use crate::page;

/// The HTML that the browser would build inside `#page`.
pub fn render(dashboard: &Dashboard, language: Language) -> String {
    Owner::new().with(|| page::page(dashboard, language).to_html())
}
