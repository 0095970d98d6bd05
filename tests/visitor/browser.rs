//! Chromium and Firefox, for what must hold in both.

use std::ops::Deref;

use anyhow::{Context, Result};

use crate::chromium::Chromium;
use crate::firefox::Firefox;
use crate::window::Window;

/// One of the two.
pub enum Browser {
    /// The one that all tests are made in.
    Chromium(Chromium),
    /// The other, where it is on this machine.
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
    /// Makes the window so many CSS pixels wide and high.
    pub async fn size(&self, width: u32, height: u32) -> Result<()> {
        match self {
            Self::Chromium(chromium) => chromium.size(width, height).await,
            Self::Firefox(firefox) => firefox.size(width, height).await,
        }
    }
}

/// Looks at the same in Chromium, then in Firefox; without Firefox on this machine, says that `test` was not made there.
pub async fn in_each_browser(test: &str, look: impl AsyncFn(&Browser) -> Result<()>) -> Result<()> {
    look(&Browser::Chromium(Chromium::start().await?)).await.context("in Chromium")?;
    let Some(firefox) = Firefox::start(&format!("{test} in Firefox")).await? else { return Ok(()) };
    look(&Browser::Firefox(firefox)).await.context("in Firefox")
}
