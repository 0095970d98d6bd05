//! A browser's window, and what can be seen in it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::time::{self, Instant};

/// Longer than a busy machine needs for anything a test waits for.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look whether what is waited for has come.
pub const GLANCE: Duration = Duration::from_millis(25);

/// The program puts a place to tell of changes beside the page.
const PROGRAM_IS_THERE: &str =
    "return document.documentElement.dataset.state === 'ready' && document.getElementById('announcer') !== null";

/// The window of a browser, which ends by itself.
pub struct Window {
    /// The commands that its browser takes.
    pub session: WebDriver,
}

impl Window {
    /// Opens a tab in which nothing was done yet, and closes all others.
    pub(crate) async fn only_a_new_tab(&self) -> Result<()> {
        let old = self.session.windows().await?;
        let new = self.session.new_tab().await?;
        for tab in old {
            self.session.switch_to_window(tab).await?;
            self.session.close_window().await?;
        }
        Ok(self.session.switch_to_window(new).await?)
    }

    /// Waits until the page is `static`, `loading`, `ready` or in the state `error`.
    pub async fn wait_for_state(&self, state: &str) -> Result<()> {
        let script = "return document.documentElement.dataset.state ?? 'none'";
        self.wait_until(&format!("the page is in the state {state}"), script, |found: &String| found == state).await
    }

    /// Presses a key that nothing answers, as a first sign of somebody who reads, and waits until the program is there.
    pub async fn call_the_program(&self) -> Result<()> {
        self.see::<()>("dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' }))").await?;
        self.wait_until("the program is there", PROGRAM_IS_THERE, |there: &bool| *there).await
    }

    /// Whether the program answers what is asked of the page.
    pub async fn has_program(&self) -> Result<bool> {
        self.see(PROGRAM_IS_THERE).await
    }

    /// Waits until a script gives what is wanted.
    pub async fn wait_until<T>(&self, what: &str, script: &str, good: impl Fn(&T) -> bool) -> Result<()>
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
    pub async fn see<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.see_with(script, vec![]).await
    }

    /// What a script finds on the page, given some arguments.
    pub async fn see_with<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let found = self.session.execute(script, arguments).await?;
        found.convert().with_context(|| format!("the script answered something else: {script}"))
    }

    /// The text that can be seen in the first element of a kind, with plain spaces.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text: String = self.see_with(script, vec![json!(selector)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
