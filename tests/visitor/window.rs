//! A window of a browser, and what a test can see in it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::time::{self, Instant};

/// The longest time to wait, which is enough on a busy machine.
pub const TIMEOUT: Duration = Duration::from_secs(20);

/// The interval between two checks of a condition.
pub const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// Whether the program is loaded: it adds an element with the id `announcer` to the page.
const IS_PROGRAM_LOADED: &str =
    "return document.documentElement.dataset.state === 'ready' && document.getElementById('announcer') !== null";

/// The window of a browser.
pub struct Window {
    /// The WebDriver session of the browser.
    pub session: WebDriver,
}

impl Window {
    /// Opens a new tab and closes all others.
    pub(crate) async fn only_a_new_tab(&self) -> Result<()> {
        let old = self.session.windows().await?;
        let new = self.session.new_tab().await?;
        for tab in old {
            self.session.switch_to_window(tab).await?;
            self.session.close_window().await?;
        }
        Ok(self.session.switch_to_window(new).await?)
    }

    /// Waits until the state of the page is this one of `static`, `loading`, `ready` and `error`.
    pub async fn wait_for_state(&self, state: &str) -> Result<()> {
        let script = "return document.documentElement.dataset.state ?? 'none'";
        self.wait_until(&format!("the page is in the state {state}"), script, |found: &String| found == state).await
    }

    /// Presses a key without a function, as a reader's first action, and waits until the program is loaded.
    pub async fn call_the_program(&self) -> Result<()> {
        self.see::<()>("dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' }))").await?;
        self.wait_until("the program is loaded", IS_PROGRAM_LOADED, |there: &bool| *there).await
    }

    /// Whether the program is loaded.
    pub async fn has_program(&self) -> Result<bool> {
        self.see(IS_PROGRAM_LOADED).await
    }

    /// Waits until `good` accepts the result of a script. `what` is the condition in words, for the error message.
    pub async fn wait_until<T>(&self, what: &str, script: &str, good: impl Fn(&T) -> bool) -> Result<()>
    where
        T: DeserializeOwned + std::fmt::Debug,
    {
        let deadline = Instant::now() + TIMEOUT;
        let mut ticks = time::interval(POLL_INTERVAL);
        loop {
            ticks.tick().await;
            let found: T = self.see(script).await?;
            if good(&found) {
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("waited {} seconds in vain until {what}; found: {found:?}", TIMEOUT.as_secs());
            }
        }
    }

    /// The result of a script in the page.
    pub async fn see<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.see_with(script, vec![]).await
    }

    /// The result of a script in the page, called with arguments.
    pub async fn see_with<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let found = self.session.execute(script, arguments).await?;
        found.convert().with_context(|| format!("the result of the script has another type: {script}"))
    }

    /// The visible text of the first element that matches a selector, with white space collapsed.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        let text: String = self.see_with(script, vec![json!(selector)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
