//! What an editor copies from the page on how to embed something, and pastes into a page of theirs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::json;

use crate::neighbour::Neighbour;
use crate::nginx::Nginx;
use crate::window::Window;

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

impl Window {
    /// Brings a frame of the page into the window, and looks into it until something was done there.
    pub(crate) async fn within<T>(&self, frame: u16, look: impl AsyncFnOnce(&Self) -> Result<T>) -> Result<T> {
        self.see_with::<()>("document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()", vec![json!(frame)])
            .await?;
        self.session.enter_frame(frame).await?;
        let looked = look(self).await;
        self.session.enter_default_frame().await?;
        looked
    }

    /// Waits until a frame is as high as what is in it, to two pixels, and has nothing to scroll.
    pub(crate) async fn fits(&self, frame: u16, what: &str) -> Result<()> {
        // A page without a height yet is not there yet.
        let script = "const root = document.documentElement;
            const over = document.querySelector('#evidence[data-open]')?.getBoundingClientRect().bottom ?? 0;
            const content = Math.max(root?.getBoundingClientRect().bottom ?? 0, over);
            return document.querySelector('.excerpt, .masthead, .missing') && root ? [innerHeight, Math.ceil(content), root.scrollHeight] : null";
        // While one page takes the place of another there is nothing to be measured.
        let fits = |sizes: &Option<(f64, f64, f64)>| {
            sizes
                .is_some_and(|(inner, content, scrolled)| (0.0..=2.0).contains(&(inner - content)) && scrolled <= inner)
        };
        let what =
            format!("{what}: the frame {frame} is as high as its content (inner height, content, to be scrolled)");
        self.within(frame, async |window| window.wait_until(&what, script, fits).await).await
    }
}
