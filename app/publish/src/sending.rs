//! The page `figures.html`, which `footnoted-figure.js` opens in a hidden frame: it sends the figures to the page around it.

use statement::Account;

use crate::leaf::Leaf;
use crate::shell::meta;

/// The page with these figures as JSON and the script that sends them.
pub(crate) fn page(plot: &Account<'_>, figures: &str, script: &str, policy: Option<&str>) -> String {
    // A `<` in a text could end the element.
    let figures = figures.replace('<', "\\u003c");
    let body =
        format!("<script id=\"figures\" type=\"application/json\">{figures}</script>\n<script>{script}</script>");
    let page = Leaf {
        language: plot.language,
        policy,
        title: plot.title(),
        root: "",
        attributes: "",
        inline: None,
        preview: "",
        head: &meta("name", "robots", "noindex"),
        body: &body,
    };
    page.html()
}
