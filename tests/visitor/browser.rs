//! Runs a test in Chromium and in Firefox.

use std::ops::Deref;

use anyhow::{Context, Result};

use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::window::Window;

/// A browser of either kind.
pub enum Browser {
    /// Chromium, which all tests run in.
    Chromium(Chromium),
    /// Firefox, if it is on this machine.
    Firefox(Firefox),
}

impl Deref for Browser {
    type Target = Window;

    fn deref(&self) -> &Window {
        match self {
            Self::Chromium(chromium) => chromium,
            Self::Firefox(firefox) => firefox,
        }
    }
}

impl Browser {
    /// Sets the size of the viewport in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.size(width, height).await,
            Self::Firefox(firefox) => firefox.size(width, height).await,
        }
    }
}

/// Runs a test in Chromium, then in Firefox. Without Firefox on this machine it reports that `test` was skipped there.
pub async fn in_each_browser(test: &str, look: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    look(&Browser::Chromium(Chromium::start().await?)).await.context("in Chromium")?;
    let Some(firefox) = Firefox::start(&format!("{test} in Firefox")).await? else { return Ok(()) };
    look(&Browser::Firefox(firefox)).await.context("in Firefox")
}
