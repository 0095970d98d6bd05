//! A reader of the page: a browser and a server with the page.

use std::ops::Deref;

use anyhow::{Context, Result};
use tokio::time;

use crate::chromium::Chromium;
use crate::gaps;
use crate::host::Host;
use crate::place;
use crate::window::{POLL_INTERVAL, TIMEOUT};

/// A browser with its own server.
pub struct Reader {
    /// The browser.
    pub chromium: Chromium,
    /// The server of the page.
    pub host: Host,
}

impl Deref for Reader {
    type Target = Chromium;

    fn deref(&self) -> &Chromium {
        &self.chromium
    }
}

impl Reader {
    /// A reader with the page at the root of the server, not yet open.
    pub async fn new() -> Result<Self> {
        Self::in_folder("/").await
    }

    /// A reader with the page in a folder of the server, not yet open.
    pub async fn in_folder(folder: &'static str) -> Result<Self> {
        let host = Host::start(folder).await?;
        Ok(Self { chromium: Chromium::start().await?, host })
    }

    /// A reader with the page of the edition in many scripts, not yet open. If that was not built, reports that `test` was
    /// skipped.
    pub async fn of_letters(test: &str) -> Result<Option<Self>> {
        let Some(dist) = place::letters() else {
            gaps::say(test, "FOOTNOTED_LETTERS is not set to the built page of tests/editions/letters")?;
            return Ok(None);
        };
        let host = Host::of_site(dist, "/").await?;
        Ok(Some(Self { chromium: Chromium::start().await?, host }))
    }

    /// A reader with the page open and the program loaded.
    pub async fn of_ready_page() -> Result<Self> {
        let reader = Self::new().await?;
        reader.open("ready").await?;
        Ok(reader)
    }

    /// Opens or reloads the page and waits until it is in this state. For the state `ready` it also loads the program.
    pub async fn open(&self, state: &str) -> Result<()> {
        self.open_with("", state).await
    }

    /// Opens the page with a suffix of its address such as `?theme=dark`. For the state `ready` it also loads the program.
    pub async fn open_with(&self, choices: &str, state: &str) -> Result<()> {
        self.look_at(choices, state).await?;
        if state == "ready" {
            self.call_the_program().await?;
        }
        Ok(())
    }

    /// Opens the page with a suffix of its address, without loading the program.
    pub async fn look_at(&self, choices: &str, state: &str) -> Result<()> {
        self.session.goto(format!("{}{choices}", self.host.page())).await?;
        self.wait_for_state(state).await
    }

    /// Presses the button for the other scale of a chart, and waits until it is drawn: the first time, the drawing program is
    /// loaded.
    pub async fn switch_scale(&self, chart: &str) -> Result<()> {
        let linear = format!("return document.getElementById('chart-{chart}').hasAttribute('data-linear')");
        let before: bool = self.see(&linear).await?;
        self.see::<()>(&format!("document.querySelector('#chart-{chart} .switch button').click()")).await?;
        self.wait_until("the chart is on the other scale", &linear, |now: &bool| *now != before).await
    }

    /// Waits for a request whose path ends with `ending`.
    pub async fn wait_until_asked(&self, ending: &str) -> Result<()> {
        let asked = || self.host.requests().iter().any(|request| request.path.ends_with(ending));
        let request = time::timeout(TIMEOUT, async {
            while !asked() {
                time::sleep(POLL_INTERVAL).await;
            }
        });
        request.await.with_context(|| format!("there was no request for {ending}"))
    }
}
