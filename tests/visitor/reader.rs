//! Somebody who reads the page: a browser, and the page's address.

use std::ops::Deref;

use anyhow::{Context, Result};
use tokio::time;

use crate::chromium::Chromium;
use crate::gaps;
use crate::host::Host;
use crate::place;
use crate::window::{GLANCE, PATIENCE};

/// A browser with a host of its own.
pub struct Reader {
    /// What they read with.
    pub chromium: Chromium,
    /// Where the page stands.
    pub host: Host,
}

impl Deref for Reader {
    type Target = Chromium;

    fn deref(&self) -> &Chromium {
        &self.chromium
    }
}

impl Reader {
    /// With the page at the root of its host, not yet opened.
    pub async fn new() -> Result<Self> {
        Self::in_folder("/").await
    }

    /// With the page in a folder of its host, not yet opened.
    pub async fn in_folder(folder: &'static str) -> Result<Self> {
        let host = Host::start(folder).await?;
        Ok(Self { chromium: Chromium::start().await?, host })
    }

    /// With the page of the edition in many scripts, not yet opened. Without it on this machine, says that `test` was not
    /// made.
    pub async fn of_letters(test: &str) -> Result<Option<Self>> {
        let Some(dist) = place::letters() else {
            gaps::say(test, "FOOTNOTED_LETTERS names no built page of tests/editions/letters")?;
            return Ok(None);
        };
        let host = Host::of_site(dist, "/").await?;
        Ok(Some(Self { chromium: Chromium::start().await?, host }))
    }

    /// With the page open, and the program there to answer.
    pub async fn of_ready_page() -> Result<Self> {
        let reader = Self::new().await?;
        reader.open("ready").await?;
        Ok(reader)
    }

    /// Opens the page, also when it is open already, and waits until it is in this state. A page that is ready has its
    /// program by then.
    pub async fn open(&self, state: &str) -> Result<()> {
        self.open_with("", state).await
    }

    /// Opens the page with this after its address, such as `?theme=dark`.
    pub async fn open_with(&self, choices: &str, state: &str) -> Result<()> {
        self.look_at(choices, state).await?;
        if state == "ready" {
            self.call_the_program().await?;
        }
        Ok(())
    }

    /// Opens the page with this after its address, and asks nothing of it.
    pub async fn look_at(&self, choices: &str, state: &str) -> Result<()> {
        self.session.goto(format!("{}{choices}", self.host.page())).await?;
        self.wait_for_state(state).await
    }

    /// Waits until the host was asked for something whose path ends like this.
    pub async fn wait_until_asked(&self, ending: &str) -> Result<()> {
        let asked = || self.host.requests().iter().any(|request| request.path.ends_with(ending));
        let patience = time::timeout(PATIENCE, async {
            while !asked() {
                time::sleep(GLANCE).await;
            }
        });
        patience.await.with_context(|| format!("nobody asked the host for {ending}"))
    }
}
