//! Copies snippets from embed pages and pastes them into a page of another site.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::neighbour::Neighbour;
use crate::nginx::Nginx;
use visitor::window::Window;

/// The site, and another site on another origin.
pub(crate) struct Pasting {
    pub(crate) site: Nginx,
    pub(crate) neighbour: Neighbour,
}

/// The snippets of HTML by kind.
pub(crate) type Snippets = BTreeMap<String, String>;

impl Pasting {
    /// Starts both sites. Without nginx on this machine it reports that `test` was skipped.
    pub(crate) async fn start(test: &str) -> Result<Option<Self>> {
        let Some(site) = Nginx::start(test).await? else { return Ok(None) };
        let neighbour = Neighbour::of(&site.origin()).await?;
        Ok(Some(Self { site, neighbour }))
    }

    /// The snippets for a chart, a figure or the whole dashboard.
    pub(crate) async fn snippets(&self, window: &Window, name: &str) -> Result<Snippets> {
        window.session.goto(self.site.address(&format!("/share/{name}.html"))).await?;
        let ready = "return document.querySelector('.share.scripted') !== null";
        window.wait_until("the HTML to copy is there", ready, |ready: &bool| *ready).await?;
        window
            .see("return Object.fromEntries([...document.querySelectorAll('.snippet')].map(snippet => [snippet.dataset.kind, snippet.querySelector('textarea').value]))")
            .await
    }

    /// Opens a page of the other site with this body.
    pub(crate) async fn open(&self, window: &Window, body: &str) -> Result<()> {
        let address = self.neighbour.publish("page.html", body)?;
        Ok(window.session.goto(address).await?)
    }
}

/// The snippet of a kind.
pub(crate) fn of<'s>(snippets: &'s Snippets, kind: &str) -> Result<&'s str> {
    snippets.get(kind).map(String::as_str).with_context(|| format!("there is no snippet of the kind {kind}"))
}

/// Puts a snippet into columns of three widths, one below the other.
pub(crate) fn in_columns(code: &str) -> String {
    ["w320", "w600", "w1200"].map(|width| format!("<div class=\"column {width}\">{code}</div>")).concat()
}
