//! Somebody who reads the page: a browser window, the page's address, and what can be seen in it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::{self, Instant};

use crate::chromium::Chromium;
use crate::host::Host;

/// Longer than a busy machine needs for anything a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look whether what is waited for has come.
const GLANCE: Duration = Duration::from_millis(25);

/// A browser with a host of its own.
pub(crate) struct Reader {
    pub(crate) chromium: Chromium,
    pub(crate) host: Host,
}

impl Reader {
    /// With the page at the root of its host, not yet opened.
    pub(crate) async fn new() -> Result<Self> {
        Self::in_folder("/").await
    }

    /// With the page in a folder of its host, not yet opened.
    pub(crate) async fn in_folder(folder: &'static str) -> Result<Self> {
        let host = Host::start(folder).await?;
        Ok(Self { chromium: Chromium::start().await?, host })
    }

    /// With the page open and ready.
    pub(crate) async fn of_ready_page() -> Result<Self> {
        let reader = Self::new().await?;
        reader.open("ready").await?;
        Ok(reader)
    }

    /// Opens the page, also when it is open already, and waits until it is in this state.
    pub(crate) async fn open(&self, state: &str) -> Result<()> {
        self.chromium.session.goto(self.host.page()).await?;
        self.wait_for_state(state).await
    }

    /// Waits until the page is `loading`, `ready` or in the state `error`.
    pub(crate) async fn wait_for_state(&self, state: &str) -> Result<()> {
        let script = "return document.documentElement.dataset.state ?? 'none'";
        self.wait_until(&format!("the page is in the state {state}"), script, |found: &String| found == state).await
    }

    /// Waits until a script gives what is wanted.
    pub(crate) async fn wait_until<T>(&self, what: &str, script: &str, good: impl Fn(&T) -> bool) -> Result<()>
    where
        T: DeserializeOwned + std::fmt::Debug,
    {
        let deadline = Instant::now() + PATIENCE;
        let mut glances = time::interval(GLANCE);
        loop {
            glances.tick().await;
            let found: T = self.see(script).await?;
            if good(&found) {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("after {} seconds it is still not so that {what}, but: {found:?}", PATIENCE.as_secs());
            }
        }
    }

    /// What a script finds on the page.
    pub(crate) async fn see<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.see_with(script, vec![]).await
    }

    /// What a script finds on the page, given some arguments.
    pub(crate) async fn see_with<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let found = self.chromium.session.execute(script, arguments).await?;
        found.convert().with_context(|| format!("the script answered something else: {script}"))
    }

    /// The text that can be seen in the first element of a kind, with plain spaces.
    pub(crate) async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text: String = self.see_with(script, vec![json!(selector)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Makes the window so many CSS pixels wide.
    pub(crate) async fn width(&self, pixels: u32) -> Result<()> {
        let size = json!({"width": pixels, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        let painted = "return await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(innerWidth))))";
        self.wait_until("the window has its new width", painted, |found: &u32| *found == pixels).await
    }

    /// Prefers a `light` or `dark` page.
    pub(crate) async fn prefer(&self, scheme: &str) -> Result<()> {
        let feature = json!({"name": "prefers-color-scheme", "value": scheme});
        self.command("Emulation.setEmulatedMedia", json!({"features": [feature]})).await
    }

    /// Sees the page as it is printed.
    pub(crate) async fn print(&self) -> Result<()> {
        self.command("Emulation.setEmulatedMedia", json!({"media": "print"})).await
    }

    async fn command(&self, name: &str, parameters: Value) -> Result<()> {
        self.chromium.session.cdp().send_raw(name, parameters).await.with_context(|| format!("{name} failed"))?;
        Ok(())
    }
}
