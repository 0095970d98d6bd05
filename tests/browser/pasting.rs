//! What an editor copies from the page on how to embed something, and pastes into a page of theirs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::neighbour::Neighbour;
use crate::nginx::Nginx;
use visitor::window::Window;

/// A site, and somebody else's pages on another origin.
pub(crate) struct Pasting {
    pub(crate) site: Nginx,
    pub(crate) neighbour: Neighbour,
}

/// The HTML to copy, by its kind.
pub(crate) type Snippets = BTreeMap<String, String>;

impl Pasting {
    /// Both; without nginx on this machine, says that this test was not made.
    pub(crate) async fn start(test: &str) -> Result<Option<Self>> {
        let Some(site) = Nginx::start(test).await? else { return Ok(None) };
        let neighbour = Neighbour::of(&site.origin()).await?;
        Ok(Some(Self { site, neighbour }))
    }

    /// What can be copied for a chart, a figure or the whole, to the letter.
    pub(crate) async fn snippets(&self, window: &Window, name: &str) -> Result<Snippets> {
        window.session.goto(self.site.address(&format!("/share/{name}.html"))).await?;
        let ready = "return document.querySelector('.share.scripted') !== null";
        window.wait_until("the HTML to copy is there", ready, |ready: &bool| *ready).await?;
        window
            .see("return Object.fromEntries([...document.querySelectorAll('.snippet')].map(snippet => [snippet.dataset.kind, snippet.querySelector('textarea').value]))")
            .await
    }

    /// Opens a page of the neighbour's with this in its body.
    pub(crate) async fn open(&self, window: &Window, body: &str) -> Result<()> {
        let address = self.neighbour.publish("page.html", body)?;
        Ok(window.session.goto(address).await?)
    }
}

/// One of the snippets.
pub(crate) fn of<'s>(snippets: &'s Snippets, kind: &str) -> Result<&'s str> {
    snippets.get(kind).map(String::as_str).with_context(|| format!("there is no snippet of the kind {kind}"))
}

/// In columns of three widths, one below the other.
pub(crate) fn in_columns(code: &str) -> String {
    ["w320", "w600", "w1200"].map(|width| format!("<div class=\"column {width}\">{code}</div>")).concat()
}
