//! The organisation that publishes the dashboard, and the address of the site.

use crate::json::{Fields, Node};
use crate::problem::Report;
use crate::source;
use crate::text::Text;

/// The publisher of the dashboard.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Publisher {
    /// Its name.
    pub name: Text,
    /// The address of its own site.
    pub url: Option<String>,
}

impl Publisher {
    pub(crate) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<Self> {
        let mut fields = Fields::open(node, "a publisher", report)?;
        let name = fields.need("name", report).and_then(|node| Text::read(&node, report));
        let url = fields.get("url").and_then(|node| source::address(&node, report));
        fields.close(&[], report);
        Some(Self { name: name?, url })
    }
}

/// Reads the address of the folder in which the site is published. Addresses of its files are made by adding to it.
pub(crate) fn folder(node: &Node<'_>, report: &mut Report<'_>) -> Option<String> {
    let url = source::address(node, report)?;
    if url.contains(['?', '#', '"']) {
        report.at(node, "this is not the address of a folder: write one such as \"https://example.org/scams/\"");
        return None;
    }
    Some(url)
}
